import ArgumentParser

/// How a command tells what it is doing.
struct ProgressOptions: ParsableArguments {
  /// When progress is shown.
  enum Progress: String, ExpressibleByArgument, CaseIterable {
    case auto
    case plain
    case none
  }

  @Flag(name: .shortAndLong, help: "Do not report progress.")
  var quiet = false

  @Option(
    help: ArgumentHelp(
      "Progress on standard error: auto, plain or none.",
      discussion: "auto: a bar on a terminal, nothing elsewhere; plain: a line for each stage."))
  var progress = Progress.auto

  /// What shows the progress of work with these stages.
  func bar(_ stages: [String]) -> ProgressBar {
    let style: ProgressBar.Style =
      switch progress {
      case _ where quiet: .none
      case .none: .none
      case .plain: .plain
      case .auto: Terminal.talk.drawsInPlace ? .bar : .none
      }
    return ProgressBar(style, stages: stages)
  }
}

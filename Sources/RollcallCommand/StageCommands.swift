import ArgumentParser
import Rollcall

struct WorkloadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workload", abstract: "The work of the calls of a study.")

  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var calls: AccessOptions

  func run() throws {
    try answer(
      study, output, calls, to: .workload,
      main: ["calls-by-category", "workload-by-district", "calls-read"])
  }
}

struct RequireCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "require",
    abstract: "The units that a study needs on the street, and the positions of every group.")

  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var calls: AccessOptions

  func run() throws {
    try answer(
      study, output, calls, to: .requirement,
      main: ["districts-by-watch", "positions", "net-hours"])
  }
}

struct AllocateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "allocate",
    abstract: "Who goes where: what is required, and the best use of the strength on hand.")

  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var calls: AccessOptions

  func run() throws {
    try answer(
      study, output, calls, to: .allocation,
      main: ["staffing-by-bureau", "teams", "shortages", "prices", "stages"])
  }
}

/// Runs a study as far as `extent` and prints its tables.
private func answer(
  _ study: StudyOptions, _ output: OutputOptions, _ calls: AccessOptions,
  to extent: StudyPipeline.Extent, main: [String]
) throws {
  let path = try study.path()
  let found = try explainingErrors { () throws(PlanningError) in
    try StudyPipeline(studyAt: path, access: calls.access).run(
      to: extent, progress: output.progress)
  }
  let (results, tables) = output.guarded(found)
  try output.show(tables, main: main, notice: results.study.notice)
  results.report()
  if let code = Exit.code(for: results) { throw code }
}

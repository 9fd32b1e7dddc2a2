import ArgumentParser
import Rollcall

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read a dispatch export and say what became of every row.",
    discussion: """
      A row is set aside only when it has no identifier or no readable time of receipt; then the \
      exit code is 1. With -o, the calls are written in the canonical profile.
      """)

  @Argument(help: "The export: one or more files, plain or .gz, read as one stream.")
  var files: [String]

  @Option(help: "The profile of the columns: a bundled name or a .yaml file.")
  var profile: String

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Write the calls to this file, in the canonical profile.", valueName: "file")
  )
  var target: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let ledger = try explainingErrors { () throws(PlanningError) in
      try CallStore.imported(files, profile: profile, writingTo: target)
    }
    try output.show([.callLedger(ledger)], main: ["calls-read"], notice: nil)
    if !ledger.setAside.isEmpty { throw Exit.findings }
  }
}

struct SynthesizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "synthesize",
    abstract: "Make up the calls of a demonstration study and write them to a file.")

  @OptionGroup var study: StudyOptions

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The file to write, in the canonical profile.", valueName: "file"))
  var target: String

  func run() throws {
    let path = try study.path()
    let notice = try explainingErrors { () throws(PlanningError) in
      try StudyPipeline(studyAt: path).synthesize(to: target)
    }
    if let notice { Talk.say(notice) }
  }
}

struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "List every problem of a study at once, with file and line.",
    discussion: "Exit code 2 when the study cannot be used; 1 with --strict when it has warnings.")

  @OptionGroup var study: StudyOptions

  @Flag(help: "Count warnings as findings.")
  var strict = false

  func run() throws {
    let issues = StudyFolder.issues(
      at: try study.path(), profiles: ReferenceData.profileNames)
    for issue in issues { try Page.show(issue.description + "\n") }
    let errors = issues.count { $0.severity == .error }
    Talk.say("\(errors) errors, \(issues.count - errors) warnings")
    if errors > 0 { throw Exit.badInput }
    if strict, !issues.isEmpty { throw Exit.findings }
  }
}

import ArgumentParser
import Rollcall

struct DeploymentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deployment",
    abstract: "Who was on the street: read attendance sheets, rosters, unit logs or overtime.",
    discussion: """
      EXAMPLES
        rollcall deployment sheets.csv --profile attendance --study my-study

      Prints units and officers by district, watch and class of unit, and what became of every row; \
      for overtime, officer-hours by reason. Counts only: columns with personal data are refused. \
      With --study, its period, watches, districts and rotation are used. The exit code is 1 when \
      rows were set aside.

      Bundled profiles: attendance, attendance-people, roster, unit-log, overtime, and the templates \
      chicago-attendance, chicago-unit-log and chicago-overtime, whose headers were never seen.
      """)

  @Argument(
    help: "The records: one or more files of one kind, plain or .gz.", completion: .file())
  var files: [String]

  @Option(
    help: "The deployment profile: a bundled name or a .yaml file.",
    completion: .custom { _, _, _ in Completions.deploymentProfiles })
  var profile: String

  @Option(
    help: "The folder of a study, or the name of a bundled one.",
    completion: .custom { _, _, begun in Completions.studies(begun) })
  var study: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let path = study.map { StudyOptions.folder(named: $0) ?? $0 }
    let reading = try explainingErrors { () throws(PlanningError) in
      try DeploymentReading(files: files, profile: profile, studyAt: path)
    }
    try output.show(
      output.isPublic ? reading.tables.published() : reading.tables,
      main: [
        "deployment", "overtime-by-reason", "overtime-by-district", "deployment-absences",
        "deployment-rows",
      ],
      notice: nil)
    guard let ledger = reading.ledger else { return }
    if ledger.rowsUsed == 0 {
      Talk.problem(
        "E172", "none of the \(ledger.rowsRead) rows could be used",
        help: "the table deployment-rows says what became of them")
      throw Exit.badInput
    }
    if !ledger.setAside.isEmpty { throw Exit.findings }
  }
}

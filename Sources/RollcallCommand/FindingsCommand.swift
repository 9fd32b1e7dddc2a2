import ArgumentParser
import Rollcall

struct FindingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "findings",
    abstract: "Draft findings of a run for people to take over, or check those that they wrote.",
    discussion: """
      Findings belong to people: finding, recommendation, priority, cost, owner. Their numbers are \
      references to tables of the run, which a report looks up. Put the file into the folder of the \
      study as findings.md, and reports show it. A file that exists is never written over.

      EXAMPLES
        rollcall findings my-study
        rollcall findings my-study -o draft.md
        rollcall findings my-study --check board.md
      """)

  @Argument(
    help: ArgumentHelp(
      "The folder of a run; or the folder of a study, or the name of a bundled one.",
      valueName: "run"), completion: .custom { _, _, begun in Completions.places(begun) })
  var place: String

  @OptionGroup var talk: ProgressOptions

  @OptionGroup var calls: AccessOptions

  @Option(help: ArgumentHelp("Check this file against the run.", valueName: "file"))
  var check: String?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Write the draft to this file, which must not exist.", valueName: "file"))
  var output: String?

  func validate() throws {
    if check != nil, output != nil { throw ValidationError("Give either --check or --output.") }
  }

  func run() throws {
    let record = try StudyOrRun(place).record(access: calls.access, showing: talk)
    if let check {
      let (statement, warnings) = try explainingErrors { () throws(PlanningError) in
        try Statement.checked(check, against: record)
      }
      for warning in warnings { Talk.say(warning.description) }
      let drafts = statement.findings.filter(\.isDraft).count
      Talk.say(
        "\(check): \(statement.findings.count) findings, \(drafts) of them drafts; every reference has "
          + "its number")
      if !warnings.isEmpty { throw Exit.findings }
      return
    }
    guard let output else { return try Page.show(Statement.draft(of: record)) }
    try explainingErrors { () throws(PlanningError) in
      try Statement.writeDraft(of: record, to: output)
    }
    Talk.say("drafted \(output)")
  }
}

import ArgumentParser
import Rollcall

/// How problems are printed.
enum IssueFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
  case github
}

struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "List every problem of a study at once, with file, line and column.",
    discussion: """
      EXAMPLES
        rollcall validate my-study
        rollcall validate my-study --strict
        rollcall validate my-study --error-format github
        rollcall validate my-study --error-format json | jq '.issues[].code'

      --strict makes errors of warnings and looks for what a council would ask: rows without source \
      or date, assumptions without a range, citations that nobody has read, choices of value without \
      a row in the table of targets or without a forum, positions for which nobody is named.

      Exit code 2 when the study cannot be used; 1 when it can, but --strict finds something.
      """)

  @OptionGroup var study: StudyOptions

  @Flag(help: "Count warnings as errors, and look further.")
  var strict = false

  @Option(
    name: [.customLong("format"), .customLong("error-format")],
    help: "How to print: text, json for editors, or github for its workflows.")
  var format = IssueFormat.text

  func run() throws {
    let path = try study.path()
    let issues = StudyFolder.issues(at: path, profiles: Profiles.known, isStrict: strict)
    switch format {
    case .text:
      try Page.show(issues.map { Terminal.output.marked($0.description) + "\n" }.joined())
    case .github: try Page.show(issues.map { $0.workflowCommand + "\n" }.joined())
    case .json:
      try Page.show(
        try explainingErrors { () throws(PlanningError) in try StudyIssues.json(issues) })
    }
    let errors = issues.count { $0.severity == .error }
    Talk.say("\(errors) errors, \(issues.count - errors) warnings")
    guard errors > 0 else { return }
    let cannotBeUsed = issues.contains { $0.severity == .error && !$0.code.hasPrefix("W") }
    throw cannotBeUsed ? Exit.badInput : Exit.findings
  }
}

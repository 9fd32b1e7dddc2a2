import ArgumentParser
import Rollcall

/// How problems are printed.
enum IssueFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "List every problem of a study at once, with file, line and column.",
    discussion: """
      --strict makes errors of warnings and looks for what a council would ask: rows without source \
      or date, assumptions without a range, citations that nobody has read, choices of value without \
      a row in the table of targets or without a forum, positions for which nobody is named.

      Exit code 2 when the study cannot be used; 1 when it can, but --strict finds something.
      """)

  @OptionGroup var study: StudyOptions

  @Flag(help: "Count warnings as errors, and look further.")
  var strict = false

  @Option(help: "How to print: text, or json for editors.")
  var format = IssueFormat.text

  func run() throws {
    let path = try study.path()
    let issues = StudyFolder.issues(at: path, profiles: Profiles.known, isStrict: strict)
    switch format {
    case .text: for issue in issues { try Page.show(issue.description + "\n") }
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

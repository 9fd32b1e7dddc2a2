import ArgumentParser
import Foundation
import Rollcall

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract:
      "Where a number comes from: formula, inputs with sources, rules, one more and one less.",
    discussion: """
      Without a study, the one in the current folder is taken, else the bundled demonstration.

      EXAMPLES
        rollcall explain chicago 007-patrol
        rollcall explain chicago section:121 rank:sergeant
        rollcall explain chicago units:007/third/friday
        rollcall explain chicago hours:detective
        rollcall explain chicago rule:span_of_control
        rollcall explain chicago department
        rollcall explain chicago --list
      """)

  @Argument(
    help: ArgumentHelp(
      "A study, if it is not the one in the current folder, and what to explain.",
      valueName: "study-and-items"))
  var words: [String] = []

  @Flag(help: "Name everything that can be explained.")
  var list = false

  @Flag(help: "Leave out what one more and one less would change, which takes further solves.")
  var noChanges = false

  @Option(help: "How to print: table (text) or json.")
  var format = OutputFormat.table

  @Flag(name: .shortAndLong, help: "Do not report progress.")
  var quiet = false

  @OptionGroup var calls: AccessOptions

  func validate() throws {
    if format == .csv { throw ValidationError("An explanation is text or json, not csv.") }
    if words.isEmpty, !list { throw ValidationError("Name what to explain, or ask for --list.") }
  }

  func run() throws {
    let (study, items) = try split()
    let pipeline = try explainingErrors { () throws(PlanningError) in
      try StudyPipeline(studyAt: study, access: calls.access)
    }
    let quiet = quiet
    let results = try explainingErrors { () throws(PlanningError) in
      try pipeline.run(to: .allocation, pricing: false) { stage in
        if !quiet { Talk.say("rollcall: \(stage) …") }
      }
    }
    let explainer = Explainer(results)
    if list {
      try Page.show(explainer.items.map { $0 + "\n" }.joined())
      return
    }
    let explanations = try explainingErrors { () throws(PlanningError) -> [Explanation] in
      var found: [Explanation] = []
      for name in items {
        let item = try explainer.item(named: name)
        var explanation = explainer.explanation(of: item)
        if !noChanges {
          explanation.changes = try pipeline.changes(of: item, in: results)
        }
        found.append(explanation)
      }
      return found
    }
    let notice = results.study.notice
    try Page.show(
      format == .json
        ? Explanation.json(explanations, notice: notice)
        : explanations.map { $0.text(notice: notice) }.joined(separator: "\n"))
  }

  /// The folder of the study, and the items.
  private func split() throws -> (study: String, items: [String]) {
    let files = FileManager.default
    func folder(_ word: String) -> String? {
      if files.fileExists(atPath: "\(word)/study.yaml") { return word }
      return word.contains("/") ? nil : ReferenceData.study(word)
    }
    if let first = words.first, let study = folder(first), words.count > 1 || list {
      return (study, Array(words.dropFirst()))
    }
    if files.fileExists(atPath: "study.yaml") { return (".", words) }
    if let bundled = ReferenceData.study("chicago") {
      if !quiet { Talk.say("note: no study was named; the bundled demonstration is taken") }
      return (bundled, words)
    }
    throw ValidationError("Name a study before the item.")
  }
}

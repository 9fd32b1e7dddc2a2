import ArgumentParser
import Foundation
import Rollcall

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract:
      "Where a number comes from, or what the code of a problem means.",
    discussion: """
      Of a number: formula, inputs with sources, rules, one more and one less. Of a code, which is E \
      or W and three digits: what it means, what leads to it, what to do. Without a study, the one in \
      the current folder is taken, else the bundled demonstration.

      EXAMPLES
        rollcall explain E104
        rollcall explain --codes
        rollcall explain my-study 1-patrol
        rollcall explain my-study section:1 rank:sergeant
        rollcall explain my-study rule:span_of_control --no-changes --format json
        rollcall explain my-study --list
        rollcall explain chicago units:007/third/friday
      """)

  @Argument(
    help: ArgumentHelp(
      "A study, if it is not the one in the current folder, and what to explain; or a code.",
      valueName: "study-and-items"),
    completion: .custom { _, _, begun in Completions.studies(begun) + ProblemCode.all.map(\.code) })
  var words: [String] = []

  @Flag(help: "Name everything that can be explained.")
  var list = false

  @Flag(help: "List every code of a problem.")
  var codes = false

  @Flag(help: "Leave out what one more and one less would change, which takes further solves.")
  var noChanges = false

  @Option(help: "How to print: table (text) or json; of codes, ndjson, csv or markdown too.")
  var format = TableFormat.table

  @OptionGroup var talk: ProgressOptions
  @OptionGroup var calls: AccessOptions

  /// Whether codes are asked for, and nothing of a study.
  private var isOfCodes: Bool {
    codes || (!words.isEmpty && words.allSatisfy(ProblemCode.isCode))
  }

  func validate() throws {
    if words.isEmpty, !list, !codes {
      throw ValidationError("Name what to explain, or ask for --list or --codes.")
    }
    if codes, !words.isEmpty || list {
      throw ValidationError("--codes stands alone; to explain one, write `rollcall explain E104`.")
    }
    if !isOfCodes, format != .table, format != .json {
      throw ValidationError("An explanation is text or json, not \(format.rawValue).")
    }
  }

  func run() throws {
    if isOfCodes { return try showCodes() }
    let (study, items) = try split()
    let pipeline = try explainingErrors { () throws(PlanningError) in
      try StudyPipeline(studyAt: study, access: calls.access)
    }
    let results = try explainingErrors(
      showing: talk, stages: StudyPipeline.Extent.allocation.stages
    ) { progress throws(PlanningError) in
      try pipeline.run(to: .allocation, pricing: false, progress: progress.tell)
    }
    let explainer = Explainer(results)
    if list {
      try Page.show(explainer.items.map { $0 + "\n" }.joined())
      return
    }
    let explanations = try explainingErrors(showing: talk, stages: items) {
      progress throws(PlanningError) -> [Explanation] in
      var found: [Explanation] = []
      for name in items {
        let item = try explainer.item(named: name)
        var explanation = explainer.explanation(of: item)
        if !noChanges {
          progress.tell(name)
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

  private func showCodes() throws {
    let found = try explainingErrors { () throws(PlanningError) -> [ProblemCode] in
      var found: [ProblemCode] = []
      for word in words { found.append(try ProblemCode.named(word)) }
      return codes ? ProblemCode.all : found
    }
    switch format {
    case .table where codes:
      try Page.show(found.map { "\($0.code)  \($0.title)\n" }.joined())
    case .table: try Page.show(found.map(\.text).joined(separator: "\n"))
    default:
      var output = OutputOptions()
      output.format = format
      try output.print([ProblemCode.table(found)], notice: nil)
    }
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
    return (try StudyOptions.unnamed(isQuiet: talk.quiet), words)
  }
}

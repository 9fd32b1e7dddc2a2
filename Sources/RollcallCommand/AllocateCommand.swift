import ArgumentParser
import Rollcall

struct AllocateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "allocate",
    abstract: "Who goes where: what is required, the best use of the strength on hand, what if.",
    discussion: """
      EXAMPLES
        rollcall allocate chicago
        rollcall allocate chicago --change police_officer=+270 --change sergeant=+90
        rollcall allocate chicago --change rule:field_sergeants_per_watch=off
        rollcall allocate chicago --change proactive_time=0.5 --change budget=+5%
        rollcall allocate chicago --years 5
        rollcall allocate chicago --staged
      """)

  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var calls: AccessOptions

  @Option(
    help: ArgumentHelp(
      "Answer what would be different with this change; may be repeated.",
      discussion: """
        RANK=+100 people more, budget=+5% or dollars, calls=+3%, rule:NAME=off or a number, \
        responder:NAME=off, or a standard of targets.csv such as proactive_time=0.45.
        """, valueName: "name=value"))
  var change: [String] = []

  func run() throws {
    let path = try study.path()
    let changes = try explainingErrors { () throws(PlanningError) in
      try StudyChange.changes(change)
    }
    let pipeline = try explainingErrors { () throws(PlanningError) in
      try StudyPipeline(studyAt: path, access: calls.access)
    }
    let found = try explainingErrors { () throws(PlanningError) in
      try pipeline.run(to: .allocation, pricing: changes.isEmpty, progress: output.progress)
    }
    guard changes.isEmpty else { return try showWhatIf(changes, pipeline, found) }
    let (results, tables) = output.guarded(found)
    try output.show(
      tables, main: ["staffing-by-bureau", "teams", "shortages", "prices", "stages"],
      notice: results.study.notice)
    results.report()
    if let code = Exit.code(for: results) { throw code }
  }

  private func showWhatIf(
    _ changes: [StudyChange], _ pipeline: StudyPipeline, _ results: StudyResults
  ) throws {
    let answer = try explainingErrors { () throws(PlanningError) in
      try pipeline.whatIf(changes, of: results, progress: output.progress)
    }
    let table = ResultTable.whatIf(answer.difference)
    let changed = output.guarded(answer.results)
    try output.show(
      [table] + changed.tables, main: [table.name], notice: results.study.notice)
    for other in [answer.results.required, answer.results.recommended].compactMap({ $0 })
    where other.status != .optimal {
      Talk.say("\(other.mode.rawValue): \(other.status.rawValue): \(other.reason)")
    }
    if let code = Exit.code(for: answer.results) { throw code }
  }
}

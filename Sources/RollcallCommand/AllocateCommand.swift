import ArgumentParser
import Rollcall

struct AllocateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "allocate",
    abstract: "Who goes where: what is required, the best use of the strength on hand, what if.",
    discussion: """
      EXAMPLES
        rollcall allocate my-study
        rollcall allocate my-study --change officer=+10 --change sergeant=+2
        rollcall allocate my-study --change rule:span_of_control=off
        rollcall allocate my-study --change proactive_time=0.5 --change budget=+5%
        rollcall allocate my-study --years 5
        rollcall allocate my-study --staged
        rollcall allocate my-study --targets --format markdown
        rollcall allocate chicago --change police_officer=+270 --change sergeant=+90
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

  @Option(help: "Plan a transition over so many years, with exits, hires and promotions.")
  var years: Int?

  @Flag(help: "Compare the plan with one that sizes tours first and places people afterwards.")
  var staged = false

  @Flag(help: "Print what each choice of value and each alternative to it would need.")
  var targets = false

  @Flag(help: "Leave out the prices of people and rules, which take further solves.")
  var noPrices = false

  func validate() throws {
    let asked = [!change.isEmpty, years != nil, staged, targets].count { $0 }
    guard asked <= 1 else {
      throw ValidationError("Ask for one of --change, --years, --staged and --targets.")
    }
  }

  func run() throws {
    let path = try study.path()
    let changes = try explainingErrors { () throws(PlanningError) in
      try StudyChange.changes(change)
    }
    let pipeline = try explainingErrors { () throws(PlanningError) in
      try StudyPipeline(studyAt: path, access: calls.access)
    }
    let prices = changes.isEmpty && years == nil && !staged && !targets && !noPrices
    let found = try explainingErrors(
      showing: output.talk, stages: StudyPipeline.Extent.allocation.stages
    ) { progress throws(PlanningError) in
      try pipeline.run(to: .allocation, pricing: prices, progress: progress.tell)
    }
    guard changes.isEmpty else { return try showWhatIf(changes, pipeline, found) }
    if let years { return try showTransition(over: years, pipeline, found) }
    if staged { return try showStaged(pipeline, found) }
    if targets { return try showTargets(pipeline, found) }
    let (results, tables) = output.guarded(found)
    try output.show(
      tables, main: ["staffing-by-bureau", "teams", "shortages", "prices", "stages"],
      notice: results.study.notice)
    results.report()
    if let code = Exit.code(for: results) { throw code }
  }

  private func showTransition(
    over years: Int, _ pipeline: StudyPipeline, _ results: StudyResults
  ) throws {
    let answer = try explainingErrors(showing: output.talk) { progress throws(PlanningError) in
      progress.tell("a transition over \(years) years")
      return try pipeline.transition(over: years, of: results)
    }
    let tables = ResultTable.transition(answer)
    try output.show(
      tables, main: tables.prefix(3).map(\.name), notice: results.study.notice)
    switch answer {
    case .plan: return
    case .infeasible: throw Exit.infeasible
    case .unanswered: throw Exit.limit
    }
  }

  private func showStaged(_ pipeline: StudyPipeline, _ results: StudyResults) throws {
    let comparison = try explainingErrors(showing: output.talk) {
      progress throws(PlanningError) in
      progress.tell("tours first, people afterwards")
      return try pipeline.staged(results)
    }
    guard let comparison else {
      Talk.say("no comparison: one of the stages has no plan")
      throw Exit.infeasible
    }
    let table = ResultTable.staged(comparison)
    try output.show([table], main: [table.name], notice: results.study.notice)
  }

  private func showTargets(_ pipeline: StudyPipeline, _ results: StudyResults) throws {
    let lines = try explainingErrors(
      showing: output.talk, stages: pipeline.alternativeStages(of: results)
    ) { progress throws(PlanningError) in
      try pipeline.alternatives(of: results, progress: progress.tell)
    }
    let table = ResultTable.targets(results.study, lines)
    try output.show([table], main: [table.name], notice: results.study.notice)
  }

  private func showWhatIf(
    _ changes: [StudyChange], _ pipeline: StudyPipeline, _ results: StudyResults
  ) throws {
    let answer = try explainingErrors(
      showing: output.talk, stages: StudyPipeline.Extent.allocation.stages
    ) { progress throws(PlanningError) in
      try pipeline.whatIf(changes, of: results, progress: progress.tell)
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

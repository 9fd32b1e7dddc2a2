import ArgumentParser
import Rollcall

struct WorkloadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workload", abstract: "The work of the calls of a study.",
    discussion: """
      EXAMPLES
        rollcall workload my-study
        rollcall workload my-study --table hours-of-week --format csv
        rollcall workload my-study --table weeks --format json | jq .tables
      """)

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
    abstract: "The units that a study needs on the street, and the positions of every group.",
    discussion: """
      With a deployment in the study, predicted and observed waits come first: look at them before \
      you believe a requirement.

      EXAMPLES
        rollcall require my-study
        rollcall require my-study --curve --district 2
        rollcall require my-study --curve --district 2 --watch night --units 3...12
        rollcall require my-study --units-total 18 --watch night --weekday fri
        rollcall require my-study --unit-hours 2600 --objective calls-late
        rollcall require my-study --table units-by-hour --format csv
        rollcall require my-study --pooling zone
      """)

  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var calls: AccessOptions
  @OptionGroup var curve: CurveOptions
  @OptionGroup var bestUse: BestUseOptions
  @OptionGroup var block: BlockOptions
  @OptionGroup var queueing: QueueingOptions

  /// What is shown in the place of the tables of the run.
  private enum Answer {
    case tables
    case curves([PatrolCurve])
    case bestUse(UnitAllocation)
  }

  func validate() throws {
    if curve.isWanted, bestUse.supply != nil {
      throw ValidationError("Ask for a curve or for a best use, not for both.")
    }
    if !curve.isWanted, bestUse.supply == nil, block.watch != nil || block.weekday != nil {
      throw ValidationError(
        "--watch and --weekday belong to --curve, --units-total or --unit-hours.")
    }
    if bestUse.supply != nil, queueing.pooling == .zone {
      throw ValidationError("A best use takes each district by itself: leave out --pooling zone.")
    }
    if bestUse.unitsTotal != nil, block.watch == nil || block.weekday == nil {
      throw ValidationError(
        "--units-total needs --watch and --weekday; for more than one watch give --unit-hours.")
    }
  }

  func run() throws {
    let path = try study.path()
    let (results, answer) = try explainingErrors(
      showing: output.talk, stages: StudyPipeline.Extent.requirement.stages
    ) { progress throws(PlanningError) -> (StudyResults, Answer) in
      var pipeline = try StudyPipeline(studyAt: path, access: calls.access)
      pipeline.queueing = queueing.assumptions
      let results = try pipeline.run(to: .requirement, progress: progress.tell)
      return (results, try ask(pipeline, results))
    }
    let page = output.guarded(results)
    switch answer {
    case .tables:
      let waits = results.calibration == nil ? [] : ["waits-predicted-and-observed"]
      try output.show(
        page.tables, main: waits + ["districts-by-watch", "positions", "net-hours"],
        notice: results.study.notice)
    case .curves(let curves): try show(.curve(curves, results), of: results)
    case .bestUse(let allocation): try show(.unitsAllocated(allocation, results), of: results)
    }
    page.results.report()
    if let code = Exit.code(for: results) { throw code }
    if case .bestUse(let allocation) = answer, allocation.plan == nil { throw Exit.infeasible }
  }

  private func ask(
    _ pipeline: StudyPipeline, _ results: StudyResults
  ) throws(PlanningError) -> Answer {
    if curve.isWanted, let district = curve.district {
      return .curves(
        try pipeline.curves(
          of: results, district: district, watch: block.watch, weekday: block.weekday,
          units: curve.units?.range))
    }
    guard let supply = bestUse.supply else { return .tables }
    return .bestUse(
      try pipeline.bestUse(
        of: supply, in: results, for: bestUse.question, watch: block.watch,
        weekday: block.weekday, keepsComplement: bestUse.keepComplement))
  }

  /// Shows the one table that was asked for; it counts no calls but in its note on what it rests on.
  private func show(_ table: ResultTable, of results: StudyResults) throws {
    try output.show(
      [output.isPublic ? table.withoutCounts : table], main: [table.name],
      notice: results.study.notice)
  }
}

/// Runs a study as far as `extent` and prints its tables.
private func answer(
  _ study: StudyOptions, _ output: OutputOptions, _ calls: AccessOptions,
  to extent: StudyPipeline.Extent, main: [String]
) throws {
  let path = try study.path()
  let found = try explainingErrors(showing: output.talk, stages: extent.stages) {
    progress throws(PlanningError) in
    try StudyPipeline(studyAt: path, access: calls.access).run(to: extent, progress: progress.tell)
  }
  let (results, tables) = output.guarded(found)
  try output.show(tables, main: main, notice: results.study.notice)
  results.report()
  if let code = Exit.code(for: results) { throw code }
}

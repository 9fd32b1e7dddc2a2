import ArgumentParser
import Rollcall

struct WorkloadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workload", abstract: "The work of the calls of a study.")

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
        rollcall require chicago
        rollcall require chicago --curve --district 7
        rollcall require chicago --curve --district 7 --watch third --weekday fri --units 10...30
        rollcall require chicago --table units-by-hour --format csv
        rollcall require my-study --pooling zone
      """)

  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var calls: AccessOptions
  @OptionGroup var curve: CurveOptions
  @OptionGroup var queueing: QueueingOptions

  func run() throws {
    let path = try study.path()
    let (results, curves) = try explainingErrors {
      () throws(PlanningError) -> (StudyResults, [PatrolCurve]) in
      var pipeline = try StudyPipeline(studyAt: path, access: calls.access)
      pipeline.queueing = queueing.assumptions
      let results = try pipeline.run(to: .requirement, progress: output.progress)
      guard curve.isWanted, let district = curve.district else { return (results, []) }
      let curves = try pipeline.curves(
        of: results, district: district, watch: curve.watch, weekday: curve.weekday,
        units: curve.units?.range)
      return (results, curves)
    }
    let page = output.guarded(results)
    let waits = results.calibration == nil ? [] : ["waits-predicted-and-observed"]
    var tables = page.tables
    if curve.isWanted {
      // A curve counts no calls but in its note on what it rests on.
      var table = ResultTable.curve(curves, results)
      if output.isPublic { table = table.withoutCounts }
      tables = [table]
    }
    try output.show(
      tables,
      main: curve.isWanted ? ["curve"] : waits + ["districts-by-watch", "positions", "net-hours"],
      notice: results.study.notice)
    page.results.report()
    if let code = Exit.code(for: results) { throw code }
  }
}

struct AllocateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "allocate",
    abstract: "Who goes where: what is required, and the best use of the strength on hand.")

  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var calls: AccessOptions

  func run() throws {
    try answer(
      study, output, calls, to: .allocation,
      main: ["staffing-by-bureau", "teams", "shortages", "prices", "stages"])
  }
}

/// Runs a study as far as `extent` and prints its tables.
private func answer(
  _ study: StudyOptions, _ output: OutputOptions, _ calls: AccessOptions,
  to extent: StudyPipeline.Extent, main: [String]
) throws {
  let path = try study.path()
  let found = try explainingErrors { () throws(PlanningError) in
    try StudyPipeline(studyAt: path, access: calls.access).run(
      to: extent, progress: output.progress)
  }
  let (results, tables) = output.guarded(found)
  try output.show(tables, main: main, notice: results.study.notice)
  results.report()
  if let code = Exit.code(for: results) { throw code }
}

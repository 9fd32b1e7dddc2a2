extension StudyPipeline {
  /// The years of the transition that reports show.
  static let transitionYears = 5

  /// The tables that only a report needs, because they take further solves: the ladder of targets, curves
  /// of waits, proactive time by hour, supervision, the ladder of staffing, and the transition.
  ///
  /// - Parameters:
  ///   - results: The run, as it was answered.
  ///   - progress: Told the name of each table as it is begun.
  /// - Returns: The tables that the run has what it takes for, and what could not be worked out, in words.
  public func reportTables(
    of results: StudyResults, progress: (String) -> Void = { _ in }
  ) -> (tables: [ResultTable], findings: [String]) {
    guard !results.units.isEmpty else { return ([], []) }
    var tables: [ResultTable] = []
    var findings: [String] = []
    func add(_ what: String, _ make: () throws(PlanningError) -> [ResultTable]) {
      progress(what)
      do {
        tables += try make()
      } catch {
        findings.append("\(what) could not be worked out: \(error.description)")
      }
    }
    let planned = results.plannedUnits
    add("the ladder of staffing") { () throws(PlanningError) in [.staffingLadder(results)] }
    add("the ladder of targets") { () throws(PlanningError) in
      let rungs = try targetLadder(of: results)
      return rungs.isEmpty ? [] : [.targetLadder(rungs, results)]
    }
    add("curves of waits") { () throws(PlanningError) in
      [
        .busiestCurves(try busiestCurves(of: results), results),
        .departmentWaits(try waitsOfLevels(of: results), results),
      ]
    }
    add("proactive time by hour") { () throws(PlanningError) in
      [
        .proactiveByHour(results, planned: planned),
        .proactiveByHourAndDistrict(results, planned: planned),
      ]
    }
    if results.required != nil {
      add("supervision") { () throws(PlanningError) in [.supervision(results)] }
    }
    if !results.study.organization.flows.isEmpty, results.required?.plan != nil {
      add("the transition") { () throws(PlanningError) in
        ResultTable.transition(try transition(over: Self.transitionYears, of: results))
      }
    }
    return (tables, findings)
  }
}

import Foundation
import Synchronization

extension StudyPipeline {
  /// The targets of proactive time that every report shows, whatever the study chose.
  static let ladderTargets: [Share] = [30, 35, 40, 45, 50].map { Share($0, of: 100) }

  /// What each target of proactive time would need and give, by computing the requirement, and the plan
  /// that meets it, again; nothing for a study without such a target.
  ///
  /// Strength and budget have no part in it. The targets are worked out side by side, and the answer
  /// does not depend on that.
  ///
  /// - Parameter results: The run of the study as it is, to the allocation.
  /// - Returns: A rung for each target and the study's own, from the lowest up; one that could not be
  ///   worked out says why in its note.
  /// - Throws: A ``PlanningError`` where the rung of the study's own target could not be worked out.
  public func targetLadder(of results: StudyResults) throws(PlanningError) -> [TargetRung] {
    guard let chosen = results.study.standards.proactiveTime, !results.units.isEmpty else {
      return []
    }
    let others = Self.ladderTargets.filter { abs($0.value - chosen.value) > 1e-9 }
    let found = Mutex([Result<TargetRung, PlanningError>?](repeating: nil, count: others.count))
    DispatchQueue.concurrentPerform(iterations: others.count) { number in
      let rung = Result { () throws(PlanningError) in
        let change = StudyChange.value(name: "proactive_time", value: others[number].value)
        let changed = try required(
          results, under: try Scenario(results.study, changedBy: [change]))
        return try self.rung(others[number], changed, isChosen: false, of: results)
      }
      found.withLock { $0[number] = rung }
    }
    var rungs = [try rung(chosen, results, isChosen: true, of: results)]
    for (target, found) in zip(others, found.withLock({ $0 })) {
      switch found {
      case .success(let rung): rungs.append(rung)
      case .failure(let error):
        rungs.append(TargetRung(target, failedBecause: "not worked out: \(error.reason)"))
      case nil: continue
      }
    }
    return rungs.sorted { $0.target < $1.target }
  }

  private func rung(
    _ target: Share, _ changed: StudyResults, isChosen: Bool, of results: StudyResults
  ) throws(PlanningError) -> TargetRung {
    let study = results.study
    let units = UnitsOnStreet.all(changed.units)
    let staffed = units.unitHours(study.schedule.watches)
    let unitHours = study.geography.districts.reduce(UnitHours.zero) { sum, district in
      sum + (staffed[district.id] ?? .zero)
    }
    let busy = results.hourlyUnits.reduce(0) { $0 + $1.busyUnits }
    let line = Self.line(of: changed)
    return TargetRung(
      target: target, isChosen: isChosen, unitHours: unitHours, patrolOfficers: line?.patrol,
      positions: line?.positions, cost: line.map { DollarsPerYear($0.cost) },
      proactiveShare: unitHours > .zero ? 1 - busy / unitHours.value : nil,
      waits: try waits(at: units, of: results),
      blocks: .init(
        all: changed.units.count, byWork: changed.units.count { $0.governing == .work }),
      note: line == nil ? changed.required?.reason ?? "no plan" : "")
  }

  /// The waits of all calls at stated units.
  func waits(
    at units: [UnitsOnStreet], of results: StudyResults
  ) throws(PlanningError) -> [PriorityWait] {
    do {
      return try PriorityWait.all(
        at: units, demand: results.policeDemand, geography: results.study.geography,
        watches: results.study.schedule.watches, standards: results.study.standards,
        queueing: queueing)
    } catch {
      throw .requirements(error)
    }
  }

  /// What the plan that meets all standards has, and costs.
  private static func line(
    of results: StudyResults
  ) -> (patrol: Double, positions: Double, cost: Double)? {
    guard let plan = results.required?.plan else { return nil }
    let organization = results.study.organization
    let groups = Dictionary(organization.positions.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let costs = Dictionary(
      organization.ranks.map { ($0.id, $0.annualCost.value) }, uniquingKeysWith: { $1 })
    var sums = (patrol: 0.0, positions: 0.0, cost: 0.0)
    for item in plan.assignments {
      guard let group = groups[item.group] else { continue }
      sums.positions += item.strength.value
      sums.cost += item.strength.value * (costs[group.rank] ?? 0)
      if group.basis == .coverage { sums.patrol += item.strength.value }
    }
    return sums
  }
}

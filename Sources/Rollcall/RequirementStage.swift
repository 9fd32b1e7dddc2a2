/// From workload to units on the street and positions.
struct RequirementStage {
  let availabilities: AvailabilityTable
  let ledger: StrengthLedger
  /// The demand that is left for police.
  let demand: Demand
  /// What other responders take; nothing where there are none.
  let responders: ResponderMix?
  let conversions: [CivilianConversion]
  let curves: [DelayCurve]
  let strength: [DeployableStrength]
  /// The strength of the study, without the people whom a scenario adds.
  let strengthToday: [DeployableStrength]
  let units: [UnitRequirement]
  let hourly: [HourlyRequirement]
  let calibration: WaitCalibration?
  let positions: [PositionRequirement]
  let scheduled: [StudyResults.ScheduledOfficers]
  let queueing: QueueingAssumptions

  init(
    _ results: StudyResults, _ queueing: QueueingAssumptions, under scenario: Scenario
  ) throws(PlanningError) {
    self.queueing = queueing
    let found: [DeployableStrength]
    let study = results.study
    let needed: [CallLedger.Question] = [.hoursOfWork, .countsOfCalls]
    if let refusal = needed.lazy.compactMap({ results.calls.refusal(of: $0) }).first {
      throw .calls(reason: "\(refusal.what); to mend it, \(refusal.remedy)")
    }
    do {
      availabilities = try AvailabilityTable(
        of: study.organization.ranks, under: study.schedule)
      ledger = try StrengthLedger(of: study.organization, availabilities: availabilities)
      found = ledger.rows.map { row in
        DeployableStrength(
          section: row.section, rank: row.rank, assigned: row.figures.assigned,
          deployable: row.figures.deployable, authorized: row.figures.authorized)
      }
      calibration = try results.deployment.map { deployment throws(RequirementsError) in
        try WaitCalibration(
          of: results.workload.waits, at: deployment, demand: results.demand(growth: 1),
          watches: study.schedule.watches, standards: study.standards, queueing: queueing,
          geography: study.geography)
      }
      let all = results.demand(growth: results.growthOfDemand * scenario.demandFactor)
      responders = try Self.responders(results, all, availabilities, queueing)
      demand = responders?.demand ?? all
      units = try Self.units(results, demand, queueing)
      hourly = try UnitRequirements.hourly(
        demand: demand, geography: study.geography, standards: study.standards, queueing: queueing)
      let drivers = PositionDrivers(
        workload: results.workload, growth: results.growthOfDemand * scenario.demandFactor,
        requirements: units, watches: study.schedule.watches,
        geography: study.geography, arrestsPerYear: study.arrestsPerYear,
        seniority: study.schedule.seniority)
      positions = try PositionRequirements.all(
        of: study.organization, availabilities: availabilities, drivers: drivers)
      conversions = try CivilianConversions.all(
        of: study.organization, positions: positions, availabilities: availabilities)
      let urgent = study.preferences.urgentPriorities
      curves = try DelayCurves.all(
        demand: demand, geography: study.geography, watches: study.schedule.watches,
        standards: study.standards, queueing: queueing, requirements: units,
        urgent: urgent.isEmpty ? nil : urgent)
      scheduled = try Self.scheduled(units, study.organization, availabilities)
    } catch {
      throw .requirements(error)
    }
    strengthToday = found
    strength = try scenario.strength(found)
  }

  /// What other responders take of the calls, and what that changes for police and residents.
  private static func responders(
    _ results: StudyResults, _ demand: Demand, _ availabilities: AvailabilityTable,
    _ queueing: QueueingAssumptions
  ) throws(RequirementsError) -> ResponderMix? {
    let study = results.study
    guard !study.responders.isEmpty else { return nil }
    let watches = study.schedule.watches
    var mix = try ResponderMix(
      of: study.responders, categories: results.workload.categoryPlaces, demand: demand,
      geography: study.geography, watches: watches, availabilities: availabilities,
      ranks: study.organization.ranks,
      officer: study.organization.positions.first { $0.basis == .coverage }?.rank)
    let before = try UnitRequirements.all(
      demand: demand, geography: study.geography, watches: watches, standards: study.standards,
      queueing: queueing)
    try mix.addEffects(
      before: demand, required: before, geography: study.geography, watches: watches,
      standards: study.standards, queueing: queueing)
    return mix
  }

  /// The units, and those at either end of the interval of each district's unit-hours.
  private static func units(
    _ results: StudyResults, _ demand: Demand, _ queueing: QueueingAssumptions
  ) throws(RequirementsError) -> [UnitRequirement] {
    let study = results.study
    func all(_ demand: Demand) throws(RequirementsError) -> [UnitRequirement] {
      try UnitRequirements.all(
        demand: demand, geography: study.geography, watches: study.schedule.watches,
        standards: study.standards, queueing: queueing)
    }
    var units = try UnitRequirements.comparingPools(
      try all(demand), demand: demand, geography: study.geography,
      watches: study.schedule.watches, standards: study.standards, queueing: queueing)
    let ends = results.workload.relativeIntervals(of: demand.districts)
    guard ends.contains(where: { $0 != nil }) else { return units }
    let low = try all(demand.scaled(byDistrict: ends.map { $0?.lowerBound ?? 1 }))
    let high = try all(demand.scaled(byDistrict: ends.map { $0?.upperBound ?? 1 }))
    let known = Set(zip(demand.districts, ends).filter { $0.1 != nil }.map(\.0))
    for position in units.indices where known.contains(units[position].district) {
      let bounds = [low[position].units, units[position].units, high[position].units]
      units[position].interval = (bounds.min() ?? 0)...(bounds.max() ?? 0)
    }
    return units
  }

  /// The share of tours for which officers are scheduled beside the mean: nineteen of twenty, the
  /// share that the rules of supervision call regular.
  private static let regularShare = Share(19, of: 20)

  private static func scheduled(
    _ units: [UnitRequirement], _ organization: Organization, _ availabilities: AvailabilityTable
  ) throws(RequirementsError) -> [StudyResults.ScheduledOfficers] {
    let officer = organization.positions.first { $0.basis == .coverage }?.rank
    guard
      let presence = officer.flatMap({ availabilities.availability(of: $0, .street) })?
        .streetPresence
    else { return [] }
    var scheduled: [StudyResults.ScheduledOfficers] = []
    for need in units {
      let present = Int((need.officers - 1e-9).rounded(.up))
      let count = try FieldMinimum.scheduled(
        present: present, presence: presence, shareOfTours: regularShare)
      scheduled.append(
        .init(atMean: need.officers / presence, atShare: Double(count), share: regularShare))
    }
    return scheduled
  }

  /// The availability of each rank in the kinds of positions that the study has for it, each once.
  private func usedAvailabilities(_ organization: Organization) -> [Availability] {
    var used: [Availability] = []
    for entry in availabilities.entries {
      let isUsed = organization.positions.contains {
        $0.workingHours == entry.working && $0.fittingRanks.contains(entry.availability.rank)
      }
      if isUsed, !used.contains(entry.availability) { used.append(entry.availability) }
    }
    return used
  }

  /// What a reader should know before believing a wait: what the model says of the units deployed.
  private static func findings(_ calibration: WaitCalibration) -> [String] {
    calibration.totals.map { total in
      let predicted =
        total.predictedMean.map {
          "are predicted to queue \($0.minutes.written(1)) minutes on average"
        } ?? "have no predicted wait, because work exceeds the units,"
      let overloaded =
        total.overloadedShare > 0
        ? "; \((total.overloadedShare * 100).written(1)) % of them came in hours with more work than "
          + "units and are not in the prediction" : ""
      return
        "at the units deployed, \(total.priority) calls \(predicted) and were seen to wait "
        + "\(total.observedMean.minutes.written(1)) minutes until a unit was sent, call-taking and "
        + "dispatching included\(overloaded)"
    }
  }

  /// Adds what was found to `results`.
  func record(in results: inout StudyResults) {
    results.availabilities = usedAvailabilities(results.study.organization)
    results.strength = strength
    results.units = units
    results.pooling = queueing.pooling
    results.hourlyUnits = hourly
    results.calibration = calibration
    results.findings += calibration.map(Self.findings) ?? []
    if queueing.timeRule != QueueingAssumptions().timeRule {
      results.findings.append("waits follow from the rule for time `\(queueing.timeRule.rawValue)`")
    }
    results.scheduled = scheduled
    results.positions = positions
  }
}

extension StudyResults {
  /// The demand of the calls, times `growth`, and the units that scheduled work takes from it.
  func demand(growth: Double) -> Demand {
    var demand = Demand(from: workload, growth: growth)
    demand.removedUnits = scheduledWork?.unitsAtWork {
      $0.interruptibility == .uninterruptible && $0.supply.lowersPresence
    }
    return demand
  }

  /// The demand of the year planned for that other responders leave for police.
  var policeDemand: Demand {
    department.responders?.demand ?? demand(growth: growthOfDemand)
  }

  /// What demand is multiplied by: the forecast of the year that the study plans for, where the study
  /// states growth or such a year; else 1, the need of the period of the calls.
  var growthOfDemand: Double {
    guard study.growth != nil || study.planYear != nil else { return 1 }
    return forecast?.demandFactor ?? 1
  }
}

extension Workload {
  /// The interval of the unit-hours of each district as multiples of its estimate; nothing where it
  /// has none.
  fileprivate func relativeIntervals(of districts: [District.ID]) -> [ClosedRange<Double>?] {
    let parts = estimates?.districts ?? []
    return districts.map { district in
      guard let found = parts.first(where: { $0.key == district })?.unitHours, found.value > 0,
        case .range(let low, let high, _) = found.interval
      else { return nil }
      return max(0, low / found.value)...max(low, high) / found.value
    }
  }
}

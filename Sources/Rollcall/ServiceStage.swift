/// From the plan to what residents get of it: waits, time for the community, own beat cars, equity.
struct ServiceStage {
  private let study: Study
  private let requirement: RequirementStage

  init(_ study: Study, _ requirement: RequirementStage) {
    self.study = study
    self.requirement = requirement
  }

  /// Adds what follows from the units required, deployed and planned.
  func record(in results: inout StudyResults) throws(PlanningError) {
    do {
      try add(to: &results)
    } catch {
      throw .requirements(error)
    }
  }

  private func add(to results: inout StudyResults) throws(RequirementsError) {
    let watches = study.schedule.watches
    var levels = [("required", UnitsOnStreet.all(requirement.units))]
    if let plan = results.recommended?.plan {
      levels.append(("planned", UnitsOnStreet.planned(by: plan, crews: requirement.units)))
    }
    let staffing = levels.map { name, units in
      ProactiveTime.Staffing(name, units.unitHours(watches))
    }
    let time = try ProactiveTime.all(
      demand: requirement.demand, levels: staffing, target: study.standards.proactiveTime)
    results.department.proactiveTime = time
    var waits: [(name: String, districts: [DistrictWaits])] = []
    for (name, units) in levels {
      waits.append((name, try self.waits(at: units)))
    }
    results.department.equity = try EquityLine.all(
      geography: study.geography, workload: results.workload, demand: requirement.demand,
      staff: staff(results), waits: waits, proactive: time, level: levels.last?.0)
    guard let held = heldPriority, let last = levels.last, let own = waits.last else { return }
    results.department.heldPriority = held
    results.department.beatService = try BeatService.all(
      at: last.1, beats: results.workload.beats, waits: own.districts,
      demand: requirement.demand, geography: study.geography, watches: watches, held: held)
  }

  private func waits(at units: [UnitsOnStreet]) throws(RequirementsError) -> [DistrictWaits] {
    try DistrictWaits.all(
      at: units, demand: requirement.demand, geography: study.geography,
      watches: study.schedule.watches, standards: study.standards,
      queueing: requirement.queueing)
  }

  /// The least urgent priority that queues: calls that may wait for the car of their own beat.
  private var heldPriority: CallPriority? { study.standards.waiting.map(\.priority).max() }

  private func staff(_ results: StudyResults) -> [EquityLine.StaffCount] {
    var counts = [count("assigned", results.strength.map { ($0.section, $0.assigned.value) })]
    let groups = Dictionary(
      study.organization.positions.map { ($0.id, $0.section) }, uniquingKeysWith: { $1 })
    for (name, answer) in [("required", results.required), ("recommended", results.recommended)] {
      guard let plan = answer?.plan else { continue }
      counts.append(
        count(
          name,
          plan.assignments.compactMap { item in
            groups[item.group].map { ($0, item.strength.value) }
          }))
    }
    return counts
  }

  /// Sums by district, whose station is the section of the same number.
  private func count(
    _ name: String, _ amounts: [(Section.ID, Double)]
  ) -> EquityLine.StaffCount {
    var sums: [District.ID: Double] = [:]
    for district in study.geography.districts { sums[district.id] = 0 }
    for (section, amount) in amounts {
      let district = District.ID(section.description)
      if let sum = sums[district] { sums[district] = sum + amount }
    }
    return EquityLine.StaffCount(name, sums)
  }
}

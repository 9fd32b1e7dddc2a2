/// From workload to units on the street and positions.
struct RequirementStage {
  let availabilities: AvailabilityTable
  let strength: [DeployableStrength]
  let units: [UnitRequirement]
  let positions: [PositionRequirement]

  init(_ results: StudyResults) throws(PlanningError) {
    let study = results.study
    if let refusal = results.calls.refusals.first {
      throw .calls(reason: "\(refusal.what). \(refusal.remedy)")
    }
    do {
      availabilities = try AvailabilityTable(
        of: study.organization.ranks, under: study.schedule)
      let ledger = try StrengthLedger(of: study.organization, availabilities: availabilities)
      strength = ledger.rows.map { row in
        DeployableStrength(
          section: row.section, rank: row.rank, assigned: row.figures.assigned,
          deployable: row.figures.deployable, authorized: row.figures.authorized)
      }
      let demand = Demand(from: results.workload)
      units = try UnitRequirements.all(
        demand: demand, geography: study.geography, watches: study.schedule.watches,
        standards: study.standards)
      let drivers = PositionDrivers(
        workload: results.workload, requirements: units, watches: study.schedule.watches,
        geography: study.geography)
      positions = try PositionRequirements.all(
        of: study.organization, availabilities: availabilities, drivers: drivers)
    } catch {
      throw .requirements(error)
    }
  }

  /// Adds what was found to `results`.
  func record(in results: inout StudyResults) {
    results.availabilities = availabilities.entries.map(\.availability)
    results.strength = strength
    results.units = units
    results.positions = positions
  }
}

/// The books that must close after every run (FORMULATION 12).
enum Books {
  /// Returns the checks that the results allow.
  static func checks(of results: StudyResults) -> [StudyResults.LedgerCheck] {
    callsAndWork(results) + hours(results) + people(results) + department(results)
  }

  private static func callsAndWork(_ results: StudyResults) -> [StudyResults.LedgerCheck] {
    let ledger = results.calls
    let setAside = ledger.setAside.reduce(0) { $0 + $1.rows }
    let workload = results.workload
    let work = workload.totalUnitHours.value
    let tolerance = 1e-9 * max(1, work)
    let byArrival = workload.priorities.reduce(0) { $0 + $1.unitHoursByArrival.total }
    return stepsToCalls(ledger) + [
      check("rows read = used + set aside", ledger.rowsRead, ledger.rowsUsed + setAside),
      check(
        "calls used = in the period + outside it + duplicates", ledger.calls,
        workload.callCount + workload.callsOutsidePeriod + workload.duplicateCalls),
      .init(
        name: "unit-hours by category = by district and hour",
        left: workload.categories.total(\.unitHours).value, right: work, tolerance: tolerance),
      .init(
        name: "unit-hours by beat + without a beat = all",
        left: (workload.beats.total(\.unitHours) + workload.unbeatedUnitHours).value,
        right: work, tolerance: tolerance),
      .init(
        name: "community unit-hours by hour received = by hour worked", left: byArrival,
        right: workload.communityUnitHours.total, tolerance: tolerance),
    ] + units(workload, work, tolerance)
  }

  /// Work by class of unit, by home of the unit and by week.
  private static func units(
    _ workload: Workload, _ work: Double, _ tolerance: Double
  ) -> [StudyResults.LedgerCheck] {
    let placed = workload.matrix.filter { cell in
      if case .district = cell.need { true } else { false }
    }
    var checks = [
      StudyResults.LedgerCheck(
        name: "unit-hours by class of unit = by district and hour",
        left: workload.classes.total(\.unitHours).value, right: work, tolerance: tolerance),
      StudyResults.LedgerCheck(
        name: "unit-hours by district and home of the unit = by district and hour",
        left: (workload.matrix.total(\.community) + workload.matrix.total(\.officer)).value,
        right: work, tolerance: tolerance),
      StudyResults.LedgerCheck(
        name: "community unit-hours of districts by home = by hour worked",
        left: placed.total(\.community).value, right: workload.communityUnitHours.total,
        tolerance: tolerance),
    ]
    if let weeks = workload.estimates?.weeks {
      checks.append(
        StudyResults.LedgerCheck(
          name: "unit-hours by week = by district and hour",
          left: (weeks.total(\.communityUnitHours) + weeks.total(\.officerUnitHours)).value,
          right: work, tolerance: tolerance))
    }
    return checks
  }

  private static func stepsToCalls(_ ledger: CallLedger) -> [StudyResults.LedgerCheck] {
    var checks: [StudyResults.LedgerCheck] = []
    if let grouping = ledger.grouping {
      checks.append(
        check(
          "rows used = grouped to calls + repeated", ledger.rowsUsed,
          grouping.rowsGrouped + grouping.rowsRepeated))
    }
    if let cleaning = ledger.cleaning {
      checks.append(
        check(
          "calls grouped = kept + removed by cleaning", ledger.callsGrouped,
          cleaning.callsKept + cleaning.callsRemoved))
    }
    return checks
  }

  private static func hours(_ results: StudyResults) -> [StudyResults.LedgerCheck] {
    results.availabilities.map { item in
      let books = item.paidHoursLedger
      return StudyResults.LedgerCheck(
        name: "paid hours of \(item.rank) on \(item.tour.id) = street + each deduction",
        left: books.paid.value, right: (books.street + books.deductions.total(\.hours)).value,
        tolerance: 1e-6)
    }
  }

  private static func people(_ results: StudyResults) -> [StudyResults.LedgerCheck] {
    let organization = results.study.organization
    let assigned = organization.strength.total(\.assigned).value
    let homes = organization.strength.filter { organization.home(of: $0) != nil }
    var checks = [
      StudyResults.LedgerCheck(
        name: "sworn + civilian = everybody",
        left: Employment.allCases.reduce(0) { sum, employment in
          sum + organization.assigned { $0.employment == employment }
        }, right: assigned, tolerance: 1e-9),
      StudyResults.LedgerCheck(
        name: "everybody is counted in one position group", left: homes.total(\.assigned).value,
        right: assigned, tolerance: 1e-9),
    ]
    for answer in [results.required, results.recommended].compactMap({ $0 }) {
      guard let plan = answer.plan else { continue }
      checks += teamChecks(plan, organization)
      if answer.mode == .allocate { checks += placementChecks(plan, results) }
    }
    return checks
  }

  /// Teams of tours add up to the patrol groups of the districts.
  private static func teamChecks(
    _ plan: StaffingPlan, _ organization: Organization
  ) -> [StudyResults.LedgerCheck] {
    let patrol = Set(organization.positions.filter { $0.basis == .coverage }.map(\.id))
    let inGroups = plan.assignments.filter { patrol.contains($0.group) }.total(\.strength)
    return [
      StudyResults.LedgerCheck(
        name: "\(plan.mode.rawValue): officers on tours = patrol positions of all districts",
        left: plan.teams.total(\.officers).value, right: inGroups.value,
        tolerance: 1e-4 * max(1, inGroups.value / 1000))
    ]
  }

  /// Everybody who can be deployed is placed once or counted as unplaced, rank by rank.
  ///
  /// The left side is the sum of the differences, whatever their sign.
  private static func placementChecks(
    _ plan: StaffingPlan, _ results: StudyResults
  ) -> [StudyResults.LedgerCheck] {
    let movable = Set(
      results.study.organization.positions.filter { $0.supply == .deployable }.map(\.id))
    let difference = results.study.organization.ranks.reduce(0.0) { sum, rank in
      let placed = plan.assignments.filter { $0.rank == rank.id && movable.contains($0.group) }
        .total(\.strength)
      let unplaced = plan.unplaced.filter { $0.rank == rank.id }.total(\.strength)
      let present = results.strength.filter { $0.rank == rank.id }.total(\.deployable)
      return sum + abs(placed.value + unplaced.value - present.value)
    }
    return [
      StudyResults.LedgerCheck(
        name: "deployable = placed + unplaced, rank by rank (differences)", left: difference,
        right: 0, tolerance: 1e-3 * Double(results.study.organization.ranks.count))
    ]
  }

  private static func check(_ name: String, _ left: Int, _ right: Int) -> StudyResults.LedgerCheck {
    StudyResults.LedgerCheck(
      name: name, left: Double(left), right: Double(right), tolerance: 0)
  }
}

extension Organization {
  /// The position group in which the people of a strength record are counted: the first of their
  /// section that their rank fits.
  public func home(of record: StrengthRecord) -> PositionGroup? {
    positions.first { $0.section == record.section && $0.fittingRanks.contains(record.rank) }
  }

  fileprivate func assigned(where condition: (StrengthRecord) -> Bool) -> Double {
    strength.filter(condition).total(\.assigned).value
  }
}

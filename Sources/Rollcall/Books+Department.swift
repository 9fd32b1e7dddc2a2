extension Books {
  /// The books of the whole department: hours of tours and streets, and two counts of strength.
  static func department(_ results: StudyResults) -> [StudyResults.LedgerCheck] {
    let found = results.department
    var checks: [StudyResults.LedgerCheck] = []
    if let use = found.streetUse {
      checks += [
        .init(
          name: "unit-hours staffed on the street = every use of them, by district",
          left: use.districts.reduce(0) { $0 + abs($1.difference.value) }, right: 0,
          tolerance: 1e-6 * max(1, use.department.staffed.value)),
        .init(
          name: "street hours of the districts = of the department",
          left: use.districts.total(\.staffed).value, right: use.department.staffed.value,
          tolerance: 1e-6 * max(1, use.department.staffed.value)),
      ]
    }
    if !found.hours.isEmpty {
      checks.append(
        .init(
          name: "each paid minute of a tour is in one line of the hours ledger (differences)",
          left: found.hours.reduce(0) { $0 + abs($1.difference.value) }, right: 0,
          tolerance: 1e-6 * Double(found.hours.count)))
    }
    if let presence = found.presence {
      let own = results.availabilities.first { item in
        item.rank == presence.rank && item.tour.watch != nil
      }
      if let own {
        checks.append(
          .init(
            name: "presence of \(presence.rank) over the calendar = over the year",
            left: presence.meanPresence, right: own.presence, tolerance: 0.005))
      }
    }
    return checks
  }
}

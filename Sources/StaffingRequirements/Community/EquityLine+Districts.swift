public import PolicingDomain

extension EquityLine {
  /// Staff by one count, such as officers assigned, by district.
  public struct StaffCount: Sendable {
    /// The name.
    public let name: String
    /// The amounts; a district that is not in it is not known.
    public let amounts: [District.ID: Double]

    /// Creates a count.
    public init(_ name: String, _ amounts: [District.ID: Double]) {
      self.name = name
      self.amounts = amounts
    }
  }

  /// Returns the line of every district of the geography, in its order.
  ///
  /// - Parameters:
  ///   - geography: The districts, with residents, people by day and violent crimes as far as known.
  ///   - workload: The work of the calls, for stamps.
  ///   - demand: The calls and their work.
  ///   - staff: Counts of staff, such as assigned, required and recommended.
  ///   - waits: Waits at named numbers of units: `DistrictWaits.all(…)`.
  ///   - proactive: What calls leave free.
  ///   - level: The level of `proactive` that counts; nothing takes each district's last one.
  /// - Returns: The lines, in the order of the districts.
  /// - Throws: ``RequirementsError/invalidFigure(what:value:)`` for a count that is negative or not finite.
  /// - Complexity: O(districts × (168 × priorities + counts)).
  public static func all(
    geography: Geography, workload: Workload, demand: Demand, staff: [StaffCount],
    waits: [(name: String, districts: [DistrictWaits])], proactive: [ProactiveTime],
    level: String? = nil
  ) throws(RequirementsError) -> [EquityLine] {
    for count in staff {
      for district in geography.districts {
        guard let amount = count.amounts[district.id] else { continue }
        _ = try Figure("The count \(count.name) of \(district.id)", amount).checked()
      }
    }
    let work = geography.districts.map { demand.busyUnits.total(of: $0.id) }
    let all = work.reduce(0, +)
    let totals = staff.map { count -> Double? in
      let amounts = geography.districts.map { count.amounts[$0.id] }
      return amounts.contains(nil) ? nil : amounts.reduce(0) { $0 + ($1 ?? 0) }
    }
    return geography.districts.enumerated().map { place, district in
      let time = proactive.first { $0.district == district.id }
      return EquityLine(
        district: district.id, workload: UnitHours(work[place]),
        workloadShare: all > 0 ? work[place] / all : nil,
        staff: zip(staff, totals).map { count, total in
          let amount = count.amounts[district.id]
          return Staff(
            name: count.name, amount: amount, share: share(amount, of: total))
        },
        waits: waits.map { level in
          Waits(
            name: level.name,
            waits: level.districts.first { $0.district == district.id }?.waits ?? [])
        },
        proactiveHours: (level.map { time?.level($0) } ?? time?.levels.last)?.free,
        residents: district.population, daytimePopulation: district.daytimePopulation,
        violentCrimes: district.violentCrimes,
        calls: demand.streams.reduce(0) { $0 + $1.arrivals.total(of: district.id) },
        stampsRecorded: workload.stampsRecorded(in: district.id))
    }
  }

  private static func share(_ amount: Double?, of total: Double?) -> Double? {
    guard let amount, let total, total > 0 else { return nil }
    return amount / total
  }
}

extension Workload {
  /// Returns the share of a district's calls with a unit whose wait is recorded; nothing without any.
  fileprivate func stampsRecorded(in district: District.ID) -> Share? {
    let calls = priorities.reduce(0) { $0 + $1.callsWithUnit.total(of: district) }
    let known = waits.rows.reduce(0) { $0 + $1.known.total(of: district) }
    return calls > 0 ? Share(min(1, known / calls)) : nil
  }
}

public import PolicingDomain

extension Demand {
  /// The fewest calls of a district and priority from which its own mean unit time is taken; with
  /// fewer, the mean of all districts stands in.
  static let fewestCalls = 30.0

  /// Averages a workload over the hours of the week.
  ///
  /// Arrivals are booked on the hour received; busy units on the hours that the work covers. The
  /// unit time per call is a mean over all hours, because a cell of one hour holds too few calls.
  ///
  /// - Parameters:
  ///   - workload: The work of a period.
  ///   - growth: What arrivals and work are multiplied by; 1 leaves them as they are.
  /// - Precondition: `growth` is finite and not negative.
  /// - Complexity: O(districts × priorities × 168).
  public init(from workload: Workload, growth: Double = 1) {
    precondition(growth.isFinite && growth >= 0, "Growth is a factor of zero or more")
    let occurrences = workload.period.occurrences()
    let districts = workload.communityUnitHours.districts
    let streams = workload.priorities.map { tables in
      let calls = tables.callsWithUnit.total
      let overall = calls > 0 ? tables.unitHoursByArrival.total / calls : 0
      let times = districts.map { district in
        let own = tables.callsWithUnit.total(of: district)
        return own >= Self.fewestCalls
          ? tables.unitHoursByArrival.total(of: district) / own : overall
      }
      return Stream(
        priority: tables.priority,
        arrivals: tables.callsWithUnit.perOccurrence(occurrences).scaled(by: growth),
        unitTimePerCall: times.map { Hours($0) }, unitsPerCall: Self.unitsPerCall(tables))
    }
    self.init(
      districts: districts, streams: streams,
      busyUnits: workload.communityUnitHours.perOccurrence(occurrences).scaled(by: growth),
      callsObserved: districts.map { district in
        Int(workload.priorities.reduce(0) { $0 + $1.callsWithUnit.total(of: district) })
      },
      imputed: workload.imputedShare)
  }
  /// The units that calls of one priority draw, by district; with fewer calls than ``fewestCalls``,
  /// as in all districts.
  private static func unitsPerCall(_ tables: Workload.PriorityTables) -> [UnitsPerCall] {
    var all = [Double](repeating: 0, count: UnitsPerCall.most)
    for calls in tables.callsByUnits {
      for (position, count) in calls.enumerated() { all[min(position, all.count - 1)] += count }
    }
    return tables.callsByUnits.map { own in
      UnitsPerCall(calls: own.reduce(0, +) >= fewestCalls ? own : all)
    }
  }
}

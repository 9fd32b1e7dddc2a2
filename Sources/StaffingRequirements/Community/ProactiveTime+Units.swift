public import PolicingDomain

extension ProactiveTime {
  /// A named number of units on the street: unit-hours of each district in a week.
  public struct Staffing: Sendable {
    /// The name, such as `required`.
    public let name: String
    /// Unit-hours a week; a district that is not in it is not known.
    public let unitHours: [District.ID: UnitHours]

    /// Creates a level of staffing.
    public init(_ name: String, _ unitHours: [District.ID: UnitHours]) {
      self.name = name
      self.unitHours = unitHours
    }
  }

  /// Returns what calls leave free in each district at each level of staffing.
  ///
  /// Only the work of the community's calls is taken off; officers' own work happens in what is
  /// free (FORMULATION 4.1).
  ///
  /// - Parameters:
  ///   - demand: The calls.
  ///   - levels: Levels of staffing, such as required, deployed and planned.
  ///   - target: The target of all districts.
  ///   - own: Targets of single districts, which count before `target`.
  /// - Returns: A line for each district of the demand.
  /// - Throws: ``RequirementsError/invalidFigure(what:value:)`` for hours that are negative or not finite,
  ///   and ``RequirementsError/unknownDistrict(_:)`` for an own target of a district without demand.
  /// - Complexity: O(districts × (168 + levels)).
  public static func all(
    demand: Demand, levels: [Staffing], target: Share?, own: [District.ID: Share] = [:]
  ) throws(RequirementsError) -> [ProactiveTime] {
    let known = Set(demand.districts)
    if let wrong = own.keys.filter({ !known.contains($0) }).min() { throw .unknownDistrict(wrong) }
    var answer: [ProactiveTime] = []
    for district in demand.districts {
      let busy = demand.busyUnits.total(of: district)
      var found: [Level] = []
      for level in levels {
        guard let staffed = level.unitHours[district] else { continue }
        let hours = try Figure("The unit-hours \(level.name) of \(district)", staffed.value)
          .checked()
        found.append(
          Level(name: level.name, staffed: staffed, free: UnitHours(hours - busy)))
      }
      answer.append(
        ProactiveTime(district: district, target: own[district] ?? target, levels: found))
    }
    return answer
  }
}

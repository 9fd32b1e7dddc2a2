/// The units and officers that are really on the street, by district, class of unit and hour of the
/// week: counts, and no names (FORMULATION 4.9).
///
/// An hour counts as observed when every record that it takes is there: each sheet of a watch whose
/// street time reaches into it, or the log of its day and, where units stay on past midnight, of the
/// day before. Means divide by the observed hours, so that partial weeks, missing sheets and the two
/// nights on which the clock is changed come out right. Whole seconds are summed before anything is
/// divided, so that the order of the rows has no part in the result.
public struct Deployment: Hashable, Sendable {
  /// What tells of the deployment.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Sheets of who was present, by watch and day.
    case attendance
    /// What was planned, by watch and weekday or day-off group.
    case roster
    /// The times at which units logged on and off.
    case unitLog = "unit-log"
    /// A statement of the study's author.
    case assumption
  }

  /// How many were on the street in one hour of the week, over the times that it was observed.
  public struct Level: Hashable, Sendable {
    /// The mean.
    public let mean: Double
    /// The smallest of the observed hours.
    public let least: Double
    /// The largest.
    public let most: Double
    /// The standard deviation between the observed hours; 0 when there are fewer than two.
    public let deviation: Double
    /// How many hours were observed; 0 when the figure is stated, not observed.
    public let occurrences: Int

    /// Creates a level.
    public init(mean: Double, least: Double, most: Double, deviation: Double, occurrences: Int) {
      self.mean = mean
      self.least = least
      self.most = most
      self.deviation = deviation
      self.occurrences = occurrences
    }

    /// Creates a level that is stated.
    public init(stated value: Double) {
      self.init(mean: value, least: value, most: value, deviation: 0, occurrences: 0)
    }

    /// Nobody, never observed.
    public static let none = Level(stated: 0)

    /// Returns the level in another measure, `factor` of which are one of this.
    public func scaled(by factor: Double) -> Level {
      Level(
        mean: mean * factor, least: least * factor, most: most * factor,
        deviation: deviation * factor, occurrences: occurrences)
    }
  }

  /// One class of unit in one district.
  public struct Series: Hashable, Sendable {
    /// The district; nothing for records that name none, or none of the study.
    public let district: District.ID?
    /// The class.
    public let unitClass: UnitClass
    /// Units by hour of the week, 168 of them; nothing when they are not told.
    public internal(set) var units: [Level]?
    /// Officers by hour of the week, 168 of them; nothing when they are not told.
    public internal(set) var officers: [Level]?

    /// Creates a series.
    ///
    /// - Precondition: Each list that is there has 168 levels.
    public init(
      district: District.ID?, unitClass: UnitClass, units: [Level]?, officers: [Level]?
    ) {
      let counts = [units, officers].compactMap { $0?.count }
      precondition(counts.allSatisfy { $0 == HourOfWeek.count }, "168 levels")
      self.district = district
      self.unitClass = unitClass
      self.units = units
      self.officers = officers
    }
  }

  /// Hours on the street, as they were recorded.
  public struct Total: Hashable, Sendable {
    /// Hours of units; nothing when units are not told.
    public let units: UnitHours?
    /// Hours of officers; nothing when officers are not told.
    public let officers: OfficerHours?

    /// Creates a total.
    public init(units: UnitHours?, officers: OfficerHours?) {
      self.units = units
      self.officers = officers
    }
  }

  /// What tells of the deployment.
  public let kind: Kind
  /// The files or documents, with their date.
  public let provenance: Provenance
  /// The first and the last observed day; nothing for a pattern that has no dates.
  public let span: ClosedRange<CalendarDay>?
  /// The number of days of which there are records; of a roster, those of one turn of its rotation.
  public let observedDays: Int
  /// The figures, by district (none last), then by class.
  public internal(set) var series: [Series]
  /// Hours in the series: their means times the observed hours give this.
  public let observed: Total
  /// Hours recorded in hours that were not observed as a whole, and are in no mean.
  public let unobserved: Total
  /// What became of every row.
  public let ledger: DeploymentLedger
  /// What the records do not tell, and what was assumed in its place.
  public internal(set) var notTold: [String]

  /// Creates a deployment.
  public init(
    kind: Kind, provenance: Provenance, span: ClosedRange<CalendarDay>?, observedDays: Int,
    series: [Series], observed: Total, unobserved: Total, ledger: DeploymentLedger,
    notTold: [String]
  ) {
    self.kind = kind
    self.provenance = provenance
    self.span = span
    self.observedDays = observedDays
    self.series = series
    self.observed = observed
    self.unobserved = unobserved
    self.ledger = ledger
    self.notTold = notTold
  }
}

extension Deployment {
  /// The districts that the records name, in order.
  public var districts: [District.ID] {
    series.compactMap(\.district).reduce(into: []) { list, district in
      if list.last != district { list.append(district) }
    }
  }

  /// Returns the series of `district` and `unitClass`, if there is one.
  public func series(of district: District.ID?, _ unitClass: UnitClass) -> Series? {
    series.first { $0.district == district && $0.unitClass == unitClass }
  }

  /// Returns the units of `district` on the street on average, one number for each hour of the
  /// week, summed over the classes that are patrol supply.
  ///
  /// - Returns: Nothing when the records tell of no such class there, or not of its units.
  public func patrolUnits(in district: District.ID) -> [Double]? {
    patrolMeans(in: district, \.units)
  }

  /// Returns the officers of `district` on the street on average, one number for each hour of the
  /// week, summed over the classes that are patrol supply.
  ///
  /// - Returns: Nothing when the records tell of no such class there, or not of its officers.
  public func patrolOfficers(in district: District.ID) -> [Double]? {
    patrolMeans(in: district, \.officers)
  }

  private func patrolMeans(
    in district: District.ID, _ part: KeyPath<Series, [Level]?>
  ) -> [Double]? {
    let supply = series.filter { $0.district == district && $0.unitClass.isPatrolSupply }
    guard !supply.isEmpty else { return nil }
    var sum = [Double](repeating: 0, count: HourOfWeek.count)
    for one in supply {
      guard let levels = one[keyPath: part] else { return nil }
      for hour in sum.indices { sum[hour] += levels[hour].mean }
    }
    return sum
  }
}

/// Hours of the clock: the length of a tour, a watch or a call.
public struct Hours: Quantity {
  /// The number of hours.
  public let value: Double

  /// Creates a length of time in hours.
  public init(_ value: Double) { self.value = value }

  /// Creates a length of time from whole seconds.
  public init(seconds: Int) { self.value = Double(seconds) / 3600 }

  /// Creates a length of time in minutes.
  public init(minutes: Double) { self.value = minutes / 60 }

  /// The length in minutes.
  public var minutes: Double { value * 60 }
}

/// Hours that patrol units spend, whatever the number of officers in each.
///
/// Queueing counts these: a call occupies a unit, not an officer.
public struct UnitHours: Quantity, Codable {
  /// The number of unit-hours.
  public let value: Double

  /// Creates an amount of unit-hours.
  public init(_ value: Double) { self.value = value }

  /// Returns the officer-hours that units of this crew, officers per unit, spend in this time.
  public func officerHours(crew: Double) -> OfficerHours { OfficerHours(value * crew) }
}

/// Hours that officers spend: unit-hours times the officers in each unit.
///
/// Staffing counts these.
public struct OfficerHours: Quantity {
  /// The number of officer-hours.
  public let value: Double

  /// Creates an amount of officer-hours.
  public init(_ value: Double) { self.value = value }
}

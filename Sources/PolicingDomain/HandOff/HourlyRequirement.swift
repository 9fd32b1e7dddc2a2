/// The units that one district needs on the street in one hour of the week, and why
/// (FORMULATION 4).
///
/// Hours are taken by themselves here; a ``UnitRequirement`` holds units constant over a watch.
public struct HourlyRequirement: Hashable, Sendable {
  /// The district.
  public let district: District.ID
  /// The hour.
  public let hour: HourOfWeek
  /// What each standard asks for.
  public let needs: UnitNeeds
  /// Calls an hour that queue.
  public let calls: Double
  /// Units busy with calls of the community, by the hours that the work really covers.
  public let busyUnits: Double
  /// Units that queued calls keep busy by the rule for time, uninterrupted by other work.
  public let offeredLoad: Double
  /// The share of queued calls that wait at all, with the units of ``needs``.
  public let waitShare: Double

  /// Creates a requirement.
  public init(
    district: District.ID, hour: HourOfWeek, needs: UnitNeeds, calls: Double, busyUnits: Double,
    offeredLoad: Double, waitShare: Double
  ) {
    self.district = district
    self.hour = hour
    self.needs = needs
    self.calls = calls
    self.busyUnits = busyUnits
    self.offeredLoad = offeredLoad
    self.waitShare = waitShare
  }
}

/// What the public gets from a whole number of units: one point of a curve.
public struct CurvePoint: Hashable, Sendable {
  /// Units on the street.
  public let units: Int
  /// What the public gets.
  public let performance: UnitRequirement.Performance

  /// Creates a point.
  public init(units: Int, performance: UnitRequirement.Performance) {
    self.units = units
    self.performance = performance
  }
}

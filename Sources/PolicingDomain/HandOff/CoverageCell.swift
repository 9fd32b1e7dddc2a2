/// One kind of hour in the calendar of a schedule: which teams are on the street in it, and how many
/// officers it needs (FORMULATION 7.1).
///
/// Hours in which the same teams are there to the same extent, and which need as many, are one kind.
public struct CoverageCell: Hashable, Sendable {
  /// The first hour of the week of this kind.
  public let hour: HourOfWeek
  /// The day of the cycle of that hour, from 0.
  public let day: Int
  /// The share of the hour for which one officer of each team, if present, is on the street: by
  /// tour, then by day-off group.
  public let shares: [Double]
  /// Officers required on the street.
  public let required: Double
  /// How many hours of the calendar are of this kind.
  public let occurrences: Int

  /// Creates a kind of hour.
  public init(
    hour: HourOfWeek, day: Int, shares: [Double], required: Double, occurrences: Int
  ) {
    self.hour = hour
    self.day = day
    self.shares = shares
    self.required = required
    self.occurrences = occurrences
  }
}

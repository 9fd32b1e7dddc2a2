/// What urgent calls of one hour of the week wait in one district with each number of units on the
/// street (FORMULATION 7.2).
///
/// The figures are expected hours waited by the calls of the hour, taken over the finite hour, so
/// that they are finite for every number of units, none included; and they are the lower convex hull
/// of these, so that the line between neighbouring whole numbers bounds them from below.
public struct DelayCurve: Hashable, Sendable {
  /// The district.
  public let district: District.ID
  /// The hour.
  public let hour: HourOfWeek
  /// Urgent calls in the hour.
  public let calls: Double
  /// Hours waited by the calls of the hour with 0, 1, 2, … units: not negative, falling, convex; the
  /// last figure stands for all larger numbers.
  public let hoursWaited: [Double]
  /// The fewest units that keep up with the work: with fewer, the queue grows throughout the hour, and
  /// a plan that uses that part of the curve says so.
  public let keepsUp: Int
  /// The units that the standards require in the hour; waiting with more of them can be left out of
  /// account.
  public let required: Double

  /// Creates a curve.
  ///
  /// - Precondition: there is a figure, and all are finite and not negative.
  public init(
    district: District.ID, hour: HourOfWeek, calls: Double, hoursWaited: [Double], keepsUp: Int,
    required: Double
  ) {
    precondition(!hoursWaited.isEmpty && hoursWaited.allSatisfy { $0.isFinite && $0 >= 0 })
    self.district = district
    self.hour = hour
    self.calls = calls
    self.hoursWaited = hoursWaited
    self.keepsUp = keepsUp
    self.required = required
  }
}

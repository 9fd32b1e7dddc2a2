/// Officers that a district lacks on the street during one watch.
public struct CoverageShortage: Hashable, Sendable {
  /// The district.
  public let district: District.ID
  /// The watch.
  public let watch: Watch.ID
  /// Officers required on the street.
  public let required: Double
  /// Officers that the plan puts on the street, averaged over hours and rotation.
  public let planned: Double
  /// Officers on the street in the hour and on the day of the rotation that have fewest.
  public let leastPlanned: Double
  /// Officers short, averaged over hours and rotation.
  public let short: Double

  /// Creates a shortage.
  public init(
    district: District.ID, watch: Watch.ID, required: Double, planned: Double,
    leastPlanned: Double, short: Double
  ) {
    self.district = district
    self.watch = watch
    self.required = required
    self.planned = planned
    self.leastPlanned = leastPlanned
    self.short = short
  }
}

/// The mean waits of the calls of one district over the week, at a stated number of units.
public struct DistrictWaits: Hashable, Sendable {
  /// The district.
  public let district: District.ID
  /// Waits by priority, most urgent first; infinite where an hour has more work than units.
  public let waits: [UnitRequirement.MeanWait]

  /// Creates waits.
  public init(district: District.ID, waits: [UnitRequirement.MeanWait]) {
    self.district = district
    self.waits = waits
  }
}

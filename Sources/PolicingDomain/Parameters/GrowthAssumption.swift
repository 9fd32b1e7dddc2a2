/// How fast calls are taken to grow from year to year, as the study states it (FORMULATION 2.7).
public struct GrowthAssumption: Hashable, Sendable {
  /// The growth a year as a share: 0.01 is one percent more calls each year.
  public let ratePerYear: Double
  /// The least growth worth reckoning with, at most ``ratePerYear``.
  public let low: Double
  /// The largest growth worth reckoning with, at least ``ratePerYear``.
  public let high: Double
  /// Where the figure comes from.
  public let provenance: Provenance

  /// Creates an assumption, or nothing unless −0.5 ≤ low ≤ rate ≤ high ≤ 1.
  public init?(ratePerYear: Double, low: Double, high: Double, provenance: Provenance) {
    guard -0.5 <= low, low <= ratePerYear, ratePerYear <= high, high <= 1 else { return nil }
    self.ratePerYear = ratePerYear
    self.low = low
    self.high = high
    self.provenance = provenance
  }
}

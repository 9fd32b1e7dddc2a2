/// Waits of one district whose units serve it alone, beside those of its radio zone whose units serve
/// all of it (FORMULATION 4.2).
///
/// Needs are what each way of pooling asks for. Both shares of waits are at the same units: those
/// required by the way of pooling that was chosen.
public struct PoolComparison: Hashable, Sendable {
  /// One of the two ways.
  public struct Pool: Hashable, Sendable {
    /// Units for the wait, whole; nothing without such a standard.
    public let waiting: Double?
    /// Units for wait and travel together, whole; nothing without such a standard.
    public let response: Double?
    /// The units required, by whichever need, of the districts of the pool.
    public let units: Double
    /// The share of queued calls that wait at all, with these units.
    public let waitShare: Double

    /// Creates one of the two.
    public init(waiting: Double?, response: Double?, units: Double, waitShare: Double) {
      self.waiting = waiting
      self.response = response
      self.units = units
      self.waitShare = waitShare
    }
  }

  /// The zone.
  public let zone: RadioZone.ID
  /// The district by itself.
  public let alone: Pool
  /// All districts of the zone together.
  public let together: Pool

  /// Creates a comparison.
  public init(zone: RadioZone.ID, alone: Pool, together: Pool) {
    self.zone = zone
    self.alone = alone
    self.together = together
  }
}

public import PolicingDomain

/// What is set for tours beside their starts, lengths and days off (FORMULATION 7.9).
public struct TourLimits: Sendable {
  /// The share of a district's officers on the tours of one watch.
  public struct WatchShare: Hashable, Sendable {
    /// The watch.
    public let watch: Watch.ID
    /// The share at least.
    public let least: Share
    /// The share at most.
    public let most: Share

    /// Creates a share.
    public init(watch: Watch.ID, least: Share, most: Share) {
      self.watch = watch
      self.least = least
      self.most = most
    }
  }

  /// The cars of one district.
  public struct Vehicles: Hashable, Sendable {
    /// The district.
    public let district: District.ID
    /// Cars that patrol can use at the same time.
    public let count: Double

    /// Creates a count.
    public init(district: District.ID, count: Double) {
      self.district = district
      self.count = count
    }
  }

  /// Officers of each team at least; nothing for no limit.
  public var smallestTeam: Double?
  /// Officers of each team at most; nothing for no limit.
  public var largestTeam: Double?
  /// Shares of watches in every district.
  public var watchShares: [WatchShare] = []
  /// Cars by district; a district that is not named has enough.
  public var vehicles: [Vehicles] = []

  /// Creates limits; none is set.
  public init() {}
}

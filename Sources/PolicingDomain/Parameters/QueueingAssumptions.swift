/// How waits are computed: which units serve which calls (FORMULATION 4.2), and what follows from rates
/// that change over the week (4.6).
public struct QueueingAssumptions: Hashable, Sendable {
  /// Which rate an hour is taken to be in the steady state of.
  public enum TimeRule: String, CaseIterable, Hashable, Sendable {
    /// Its own.
    case hourly
    /// The rate of one mean unit time ago.
    case lagged
    /// The rate whose work would be what calls of all hours before keep busy by then, if none had
    /// to wait (modified offered load).
    case offeredLoad = "offered-load"
  }

  /// Whose units go to a call.
  public enum Pooling: String, CaseIterable, Hashable, Sendable {
    /// Those of its district.
    case district
    /// Those of its radio zone; of its district where that has no zone.
    case zone
  }

  /// The rule for time.
  public var timeRule: TimeRule
  /// Whether queues that reach from one hour into the next raise the need.
  public var feedsBack: Bool
  /// Whose units go to a call.
  public var pooling: Pooling

  /// Creates assumptions.
  public init(
    timeRule: TimeRule = .offeredLoad, feedsBack: Bool = true, pooling: Pooling = .district
  ) {
    self.timeRule = timeRule
    self.feedsBack = feedsBack
    self.pooling = pooling
  }
}

/// How waits are computed from rates that change over the week (FORMULATION 4.6).
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

  /// The rule for time.
  public var timeRule: TimeRule
  /// Whether queues that reach from one hour into the next raise the need.
  public var feedsBack: Bool

  /// Creates assumptions.
  public init(timeRule: TimeRule = .offeredLoad, feedsBack: Bool = true) {
    self.timeRule = timeRule
    self.feedsBack = feedsBack
  }
}

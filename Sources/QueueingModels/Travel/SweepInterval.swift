/// How often free servers, moving about, pass a point of the streets.
///
/// Free servers × speed ÷ length of streets is the number of passes of a point per unit of time. It
/// is linear in the free servers, so their mean, servers − load, gives the exact mean.
public struct SweepInterval: Hashable, Sendable {
  /// The length of all streets, in units of distance.
  public let streetLength: Double
  /// The speed of a free server, in units of distance per unit of time.
  public let speed: Double

  /// Creates the intervals of an area.
  ///
  /// - Precondition: Both are finite and positive.
  public init(streetLength: Double, speed: Double) {
    precondition(streetLength > 0 && streetLength.isFinite, "Streets have a length")
    precondition(speed > 0 && speed.isFinite, "A speed is positive")
    self.streetLength = streetLength
    self.speed = speed
  }

  /// Returns the passes of a point per unit of time, for a mean number of free servers.
  public func passes(meanFree: Double) -> Double { max(0, meanFree) * speed / streetLength }

  /// Returns the mean time between passes, or nothing when no server is ever free.
  public func interval(meanFree: Double) -> Double? {
    meanFree > 0 ? streetLength / (meanFree * speed) : nil
  }

  /// Returns the fewest servers with which the mean time between passes is at most `interval`: the
  /// smallest number of at least load + length ÷ (speed × interval).
  ///
  /// - Precondition: The load is finite and not negative, the interval is positive, and the answer
  ///   is a number that a machine can count to.
  public func fewestServers(load: Double, intervalAtMost interval: Double) -> Int {
    precondition(load >= 0 && load.isFinite, "A load is finite and not negative")
    precondition(interval > 0, "An interval is positive")
    let needed = load + streetLength / (speed * interval)
    precondition(needed < 1e15, "The number of servers is too large")
    // Rounding must not ask for one more.
    let servers = Int((needed * (1 - 4 * Double.ulpOfOne)).rounded(.up))
    return Double(servers) > load ? servers : Int(load) + 1
  }
}

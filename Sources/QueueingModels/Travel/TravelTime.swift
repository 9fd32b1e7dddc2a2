import Foundation

/// The time that a free server takes to reach a customer.
public struct TravelTime: Hashable, Sendable {
  /// The distances.
  public let law: SquareRootLaw
  /// How long a distance takes.
  public let motion: TravelMotion

  /// Creates the travel times of an area.
  ///
  /// - Precondition: Speed and acceleration are finite and positive.
  public init(_ law: SquareRootLaw, _ motion: TravelMotion) {
    precondition(motion.isSensible, "Speeds are positive")
    self.law = law
    self.motion = motion
  }

  /// Returns the mean time with `free` servers free; with 0, from a server at random.
  ///
  /// With acceleration it is ∫ t′(d) P(D > d) dd, in closed form above the distance at which the top
  /// speed is reached and by Simpson's rule below, to about 1e-8, relatively.
  public func mean(free: Int) -> Double {
    switch motion {
    case .constant(let speed): return law.meanDistance(free: free) / speed
    case .accelerating(let speed, let acceleration):
      let turn = speed * speed / acceleration
      let limit = free == 0 ? law.longest : (45 / law.decay(free: free)).squareRoot()
      // With d = x², t′(d) dd = 2/√a dx.
      let slow = Self.simpson(to: min(turn, limit).squareRoot()) { root in
        1 - law.share(within: root * root, free: free)
      }
      return 2 * slow / acceleration.squareRoot() + beyond(turn, free: free) / speed
    }
  }

  /// Returns the mean time over a distribution of free servers.
  ///
  /// - Complexity: O(servers).
  public func mean(_ free: FreeServers) -> Double {
    var sum = 0.0
    for (number, probability) in free.probabilities.enumerated() where probability > 1e-20 {
      sum += probability * mean(free: number)
    }
    return sum
  }

  /// Returns the probability that the time is at most `time` with `free` servers free.
  public func share(within time: Double, free: Int) -> Double {
    time <= 0 ? 0 : law.share(within: motion.distance(within: time), free: free)
  }

  /// Returns the fewest servers of a queue (M/M/c) with which the mean time, over the distribution
  /// of free servers, is at most `limit`; nothing if more than `most` would be needed.
  ///
  /// - Precondition: The load is finite and not negative, the limit is positive.
  /// - Complexity: O(result × log result).
  public func fewestServers(load: Double, meanAtMost limit: Double, most: Int = 100_000) -> Int? {
    precondition(limit > 0, "A limit is positive")
    return MonotoneSearch.smallest(above: load, most: most) { servers in
      FreeServers(servers: servers, load: load).map { mean($0) <= limit } ?? false
    }
  }

  /// ∫ P(D > d) dd from a distance on.
  private func beyond(_ distance: Double, free: Int) -> Double {
    if free > 0 {
      let decay = law.decay(free: free)
      return 0.5 * (Double.pi / decay).squareRoot() * erfc(decay.squareRoot() * distance)
    }
    let width = law.longest - distance
    return width <= 0
      ? 0 : Self.simpson(to: width) { 1 - law.share(within: distance + $0, free: 0) }
  }

  private static func simpson(to end: Double, _ value: (Double) -> Double) -> Double {
    let steps = 200
    let width = end / Double(steps)
    var sum = value(0) + value(end)
    for step in 1..<steps {
      sum += (step.isMultiple(of: 2) ? 2 : 4) * value(Double(step) * width)
    }
    return sum * width / 3
  }
}

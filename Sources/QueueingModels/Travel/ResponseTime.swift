/// The time from a customer's call for a server to the server's arrival: wait, then travel.
///
/// A customer who finds servers free gets the nearest of them at once. A customer who waits gets the
/// server that becomes free first, from a place at random; its travel does not depend on how long
/// it waited.
///
/// ```swift
/// let travel = TravelTime(SquareRootLaw(area: 4, metric: .rightAngle), .constant(speed: 20))
/// if let queue = ErlangC(servers: 6, arrivalRate: 7, serviceRate: 2),
///   let free = FreeServers(servers: 6, load: 3.5)
/// {
///   let response = ResponseTime(free: free, travel: travel)
///   print(response.mean(meanWait: queue.meanWait))
///   print(response.share(within: 0.15) { queue.shareWaiting(atMost: $0) })
/// }
/// ```
public struct ResponseTime: Hashable, Sendable {
  /// The free servers that an arriving customer finds.
  public let free: FreeServers
  /// The time that a server takes to come.
  public let travel: TravelTime

  /// Creates the response of a queue.
  public init(free: FreeServers, travel: TravelTime) {
    self.free = free
    self.travel = travel
  }

  /// Returns the mean response for a mean wait over all customers.
  public func mean(meanWait: Double) -> Double { meanWait + travel.mean(free) }

  /// Returns the share of customers who are reached within `time`.
  ///
  /// The wait is folded with the travel by the midpoint rule, whose error falls with the square of
  /// `steps`.
  ///
  /// - Parameters:
  ///   - time: The time from call to arrival.
  ///   - steps: The number of steps into which the wait is cut, positive.
  ///   - shareWaiting: The share of customers who wait at most a time; at 0, the share who do not
  ///     wait at all. It does not fall. It may come from another queue than `free`: of the free
  ///     servers only the proportions of 1, 2, 3 … are then used.
  /// - Returns: A share from 0 to 1.
  /// - Precondition: There are steps, and `time` is not NaN; at infinity, the share who ever begin
  ///   service.
  /// - Complexity: O(servers + steps).
  public func share(
    within time: Double, steps: Int = 500, shareWaiting: (_ time: Double) -> Double
  ) -> Double {
    precondition(steps > 0, "There are steps")
    if time <= 0 { return 0 }
    if time == .infinity { return max(0, min(1, shareWaiting(time))) }
    let atOnce = shareWaiting(0)
    var reached = 0.0
    if atOnce > 0 {
      var some = 0.0
      for (number, probability) in free.probabilities.enumerated() where number > 0 {
        reached += probability * travel.share(within: time, free: number)
        some += probability
      }
      reached = some > 0 ? atOnce * reached / some : atOnce * travel.share(within: time, free: 0)
    }
    let width = time / Double(steps)
    var before = atOnce
    for step in 1...steps {
      let now = shareWaiting(Double(step) * width)
      let left = time - (Double(step) - 0.5) * width
      reached += max(0, now - before) * travel.share(within: left, free: 0)
      before = max(before, now)
    }
    return min(1, reached)
  }

  /// Returns the share of customers who are reached within `time`, from samples of the shares who
  /// wait at most 0, `interval`, 2 × `interval` and so on.
  ///
  /// Between samples the share is taken for straight, after the last for constant.
  ///
  /// - Precondition: There is a sample, and the interval is positive.
  public func share(
    within time: Double, waitSamples samples: [Double], every interval: Double, steps: Int = 500
  ) -> Double {
    precondition(!samples.isEmpty && interval > 0, "There are samples")
    return share(within: time, steps: steps) { wait in
      let place = wait / interval
      if place >= Double(samples.count - 1) { return samples[samples.count - 1] }
      let part = place - place.rounded(.down)
      return samples[Int(place)] * (1 - part) + samples[Int(place) + 1] * part
    }
  }

  /// Returns the fewest servers (M/M/c) with which `share` of the customers are reached within
  /// `time`; nothing if more than `most` would be needed.
  ///
  /// - Precondition: Rates are finite, the service rate is positive, the share is below 1, and the
  ///   time is positive.
  /// - Complexity: O((result + 500) × log result).
  public static func fewestServers(
    arrivalRate: Double, serviceRate: Double, travel: TravelTime, share: Double,
    within time: Double, most: Int = 100_000
  ) -> Int? {
    precondition(share < 1 && time > 0, "A share is below 1, a time is positive")
    let load = arrivalRate / serviceRate
    return MonotoneSearch.smallest(above: load, most: most) { servers in
      guard let free = FreeServers(servers: servers, load: load),
        let queue = ErlangC(servers: servers, arrivalRate: arrivalRate, serviceRate: serviceRate)
      else { return false }
      let response = ResponseTime(free: free, travel: travel)
      return response.share(within: time) { queue.shareWaiting(atMost: $0) } >= share
    }
  }
}

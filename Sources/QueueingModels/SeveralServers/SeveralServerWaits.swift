import Foundation

extension SeveralServerQueue {
  /// Returns the probability that a customer of a class waits longer than `time` for its first
  /// server, or for its last one.
  ///
  /// The transform of the wait is inverted numerically, by `CircleSum`, to about ten digits after
  /// the point.
  ///
  /// - Parameters:
  ///   - position: The class, counted from 0.
  ///   - time: A time of at least 0, in the unit of the rates; infinity is allowed.
  ///   - untilLast: Whether the wait ends when the last server of the customer starts.
  /// - Returns: A probability from 0 to ``waitProbability``, or to that of a wait for the last
  ///   server.
  /// - Precondition: The class is one of ``classes``.
  /// - Complexity: O(w √(servers × serviceRate × `time`)), w being the most servers that a customer
  ///   asks for. Beyond 10⁹ expected departures the exponential with the mean of those who wait is
  ///   returned.
  public func waitProbability(
    ofClass position: Int, exceeding time: Double, untilLast: Bool = false
  ) -> Double {
    precondition(time >= 0, "A time is not negative")
    let numerator =
      untilLast
      ? WaitNumerator(lastServerOf: position, in: self)
      : WaitNumerator(firstServerOf: position, in: self)
    let any = untilLast ? numerator.free[0] : waitProbability
    let ticks = servers * serviceRate * time
    guard ticks > 0, any > 0 else { return any }
    guard ticks <= CircleSum.longest else {
      let mean = untilLast ? meanWaitToLastServer(ofClass: position) : meanWait(ofClass: position)
      return any * exp(-any * time / mean)
    }
    let sum = tail(position, time: serviceRate * time, CircleSum(ticks: ticks), numerator)
    return min(any, max(0, sum))
  }

  /// Returns the share of customers of a class who wait at most `time` for their first server, or
  /// for their last one.
  ///
  /// - Precondition: The class is one of ``classes``, and the time at least 0.
  /// - Complexity: As ``waitProbability(ofClass:exceeding:untilLast:)``.
  public func shareWaiting(
    ofClass position: Int, atMost time: Double, untilLast: Bool = false
  ) -> Double {
    1 - waitProbability(ofClass: position, exceeding: time, untilLast: untilLast)
  }

  /// Returns the time that a share of the customers of a class does not wait longer than; 0 when
  /// that many do not wait.
  ///
  /// - Precondition: The class is one of ``classes``; the share is at least 0 and below 1. Within
  ///   10⁻⁹ of 1 the digits of the probabilities do not suffice for more than an estimate.
  /// - Complexity: About ten times that of one probability.
  public func waitQuantile(
    ofClass position: Int, share: Double, untilLast: Bool = false
  ) -> Double {
    precondition(share >= 0 && share < 1, "A share is at least 0 and below 1")
    let rest = 1 - share
    let any = waitProbability(ofClass: position, exceeding: 0, untilLast: untilLast)
    guard any > rest else { return 0 }
    let mean = untilLast ? meanWaitToLastServer(ofClass: position) : meanWait(ofClass: position)
    return RootOfTail(any: any, mean: mean, rest: rest).root { time in
      waitProbability(ofClass: position, exceeding: time, untilLast: untilLast)
    }
  }

  /// Returns whether at most the share `rest` of a class waits longer than `time` for the first
  /// server, from few points unless it is close.
  func waitProbability(
    ofClass position: Int, exceeding time: Double, isAtMost rest: Double
  ) -> Bool {
    let ticks = servers * serviceRate * time
    if ticks > 0, ticks <= CircleSum.longest {
      let circle = CircleSum(ticks: ticks, precision: .rough)
      let numerator = WaitNumerator(firstServerOf: position, in: self)
      let sum = tail(position, time: serviceRate * time, circle, numerator)
      if abs(sum - rest) > 1e-3 { return sum < rest }
    }
    return waitProbability(ofClass: position, exceeding: time) <= rest
  }

  /// Sums the transform along a circle of η, where its argument is known without a root.
  private func tail(
    _ position: Int, time: Double, _ circle: CircleSum, _ numerator: WaitNumerator
  ) -> Double {
    let widest = demand.widest
    let before = position * widest
    let own = before + widest
    let servers = self.servers
    let asking = demand.asking
    return circle.constantTerm { point in
      var urgent = ComplexValue(0)
      var all = ComplexValue(0)
      var slope = ComplexValue(0)
      var column = widest - 1
      var wider = 0.0
      while column >= 0 {
        let rate = asking[before + column]
        urgent = (urgent + rate) * point
        all = (all + asking[own + column]) * point
        slope = (slope + Double(column + 1) * (rate - wider)) * point
        wider = rate
        column -= 1
      }
      let slack = servers - urgent
      let ownSlack = servers - all
      var value = ComplexValue(0)
      for coefficient in numerator.free.reversed() { value = value * point + coefficient }
      value = value * ownSlack
      var powers = ComplexValue(0)
      for coefficient in numerator.coefficients.reversed() {
        powers = powers * point + coefficient
      }
      value = (value + powers) * (servers - slope * point)
      let exponent = time * ((1 - point) * slack / point)
      return value / (slack * ownSlack) * exponent.exponential
    }
  }
}

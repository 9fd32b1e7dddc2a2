import Foundation

extension JointStartQueue {
  /// Returns the probability that a customer of a class waits longer than `time`.
  ///
  /// The transform is inverted numerically, by `CircleSum`, to about ten digits after the point.
  ///
  /// - Precondition: The class, counted from 0, is one of ``classes``; the time is at least 0,
  ///   in the unit of the rates, and may be infinite.
  /// - Complexity: O(w² √(servers × serviceRate × `time`)), w being the most servers that a
  ///   customer asks for. Beyond 10⁹ expected departures the exponential with the mean of those who
  ///   wait is returned.
  public func waitProbability(ofClass position: Int, exceeding time: Double) -> Double {
    waitProbability(Request(demand.classes[position].servers), exceeding: time)
  }

  /// Returns the probability that a customer who asks for a number of servers waits longer than
  /// `time`.
  ///
  /// - Precondition: The number is from 1 to the most that any customer asks for; the time is at
  ///   least 0.
  /// - Complexity: As ``waitProbability(ofClass:exceeding:)``.
  public func waitProbability(askingFor servers: Int, exceeding time: Double) -> Double {
    waitProbability(request(servers), exceeding: time)
  }

  /// Returns the share of customers of a class who wait at most `time`.
  ///
  /// - Precondition: The class is one of ``classes``, and the time at least 0.
  public func shareWaiting(ofClass position: Int, atMost time: Double) -> Double {
    1 - waitProbability(ofClass: position, exceeding: time)
  }

  /// Returns the time that a share of the customers of a class does not wait longer than; 0 when
  /// that many do not wait.
  ///
  /// - Precondition: The class is one of ``classes``; the share is at least 0 and below 1. Within
  ///   10⁻⁹ of 1 the digits of the probabilities do not suffice for more than an estimate.
  public func waitQuantile(ofClass position: Int, share: Double) -> Double {
    precondition(share >= 0 && share < 1, "A share is at least 0 and below 1")
    let request = Request(demand.classes[position].servers)
    let any = waitProbability(request)
    guard any > 1 - share else { return 0 }
    return RootOfTail(any: any, mean: meanWait(request), rest: 1 - share).root { time in
      waitProbability(request, exceeding: time)
    }
  }

  private func waitProbability(_ request: Request, exceeding time: Double) -> Double {
    precondition(time >= 0, "A time is not negative")
    let any = waitProbability(request)
    let rate = Double(servers)
    let ticks = rate * serviceRate * time
    guard ticks > 0, any > 0 else { return any }
    guard ticks <= CircleSum.longest else { return any * exp(-any * time / meanWait(request)) }
    let services = serviceRate * time
    let sum = CircleSum(ticks: ticks).constantTerm { point in
      let inverse = ComplexValue(rate) / point
      let argument = inverse + -rate
      return inverse * tailTransform(argument, request) * (services * argument).exponential
    }
    return min(any, max(0, sum))
  }

  /// The transform of the probability of a longer wait, at an argument in services; at 0 its mean.
  ///
  /// With Ŝ and Ĥ the transforms of the chances that the first and a later head of the line stay
  /// longer, the work before an arrival has the transform v = Ŝ / (1 − Ĥ), and the wait is that
  /// work and the time at the head. Everything is a sum of products of 1 / (rate + s), so that
  /// nothing cancels when s is small.
  func tailTransform(_ argument: ComplexValue, _ request: Request) -> ComplexValue {
    var first = ComplexValue(0)
    var firstRest = ComplexValue(0)
    var firstMean = 0.0
    var laterRest = ComplexValue(0)
    var ownLate = ComplexValue(0)
    var ownNow = ComplexValue(0)
    for start in 0..<demand.widest {
      let weight = free[start]
      // The transform of the steps so far, and of the chance that they take longer.
      var steps = ComplexValue(1)
      var longer = ComplexValue(0)
      for step in start..<demand.widest {
        let rate = Double(servers - step)
        let clock = ComplexValue(1) / (argument + rate)
        let staying = steps * clock
        let rest = (longer + 1 / rate) * clock
        let asking = demand.asking[demand.allClasses + step]
        first = first + weight * asking * staying
        firstRest = firstRest + weight * asking * rest
        firstMean += weight * asking / rate
        let own = step < request.above.count ? request.above[step] : 0
        ownNow = ownNow + weight * own * staying
        if start == 0 {
          laterRest = laterRest + asking * rest
          ownLate = ownLate + own * staying
        }
        longer = longer + staying
        steps = rate * staying
      }
    }
    let slack = 1 - saturation
    let open = argument * laterRest + slack
    return (firstRest + firstMean / slack * laterRest + first * ownLate) / open + ownNow
  }
}

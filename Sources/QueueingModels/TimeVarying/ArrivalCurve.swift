import Foundation

/// Arrivals whose rate changes with the time of a cycle, constant within each of its steps.
///
/// A cycle is a number of periods of equal length, such as the 168 hours of a week, and comes
/// again for ever. A period is the time over which a number of servers stays the same; it may be
/// cut into steps so that the rate also moves within it.
///
/// ```swift
/// let night = ArrivalCurve(rates: [3, 8], periodLength: 12)          // two periods of 12 hours
/// let smooth = ArrivalCurve.sinusoid(mean: 10, relativeAmplitude: 0.5, peak: 12, periods: 24)
/// ```
public struct ArrivalCurve: Hashable, Sendable {
  /// Customers per unit of time in each step of the cycle.
  public let rates: [Double]
  /// How long a period lasts.
  public let periodLength: Double
  /// The number of steps of equal length in each period.
  public let stepsPerPeriod: Int

  /// Creates a curve from the rate of each step.
  ///
  /// - Precondition: There is a whole, positive number of periods, rates are finite and not
  ///   negative, and the length is finite and positive.
  public init(rates: [Double], periodLength: Double = 1, stepsPerPeriod: Int = 1) {
    precondition(stepsPerPeriod > 0 && !rates.isEmpty, "A cycle has steps")
    precondition(rates.count.isMultiple(of: stepsPerPeriod), "Each period has all its steps")
    precondition(rates.allSatisfy { $0 >= 0 && $0.isFinite }, "Arrivals are not negative")
    precondition(periodLength > 0 && periodLength.isFinite, "A period has a length")
    self.rates = rates
    self.periodLength = periodLength
    self.stepsPerPeriod = stepsPerPeriod
  }

  /// Creates a curve from the rate at each time of the cycle, which starts at 0.
  ///
  /// Each step gets the mean of the rate over it by Simpson's rule on three points, exact where
  /// the rate is a polynomial of degree 3 within the step.
  ///
  /// - Precondition: Numbers are positive, and the rate is finite and not negative everywhere.
  public init(
    periods: Int, periodLength: Double = 1, stepsPerPeriod: Int = 12,
    rate: (_ time: Double) -> Double
  ) {
    precondition(periods > 0 && stepsPerPeriod > 0, "A cycle has steps")
    let step = periodLength / Double(stepsPerPeriod)
    let rates = (0..<periods * stepsPerPeriod).map { index in
      let start = Double(index) * step
      return (rate(start) + 4 * rate(start + step / 2) + rate(start + step)) / 6
    }
    self.init(rates: rates, periodLength: periodLength, stepsPerPeriod: stepsPerPeriod)
  }

  /// Returns the wave λ (1 + A cos(2π (t − peak) / T)), T being the whole cycle; each step has the
  /// exact mean of the wave over it.
  ///
  /// - Precondition: The mean is not negative, the amplitude is from 0 to 1.
  public static func sinusoid(
    mean: Double, relativeAmplitude: Double, peak: Double, periods: Int, periodLength: Double = 1,
    stepsPerPeriod: Int = 12
  ) -> ArrivalCurve {
    precondition(relativeAmplitude >= 0 && relativeAmplitude <= 1, "An amplitude is up to 1")
    let steps = periods * stepsPerPeriod
    let angle = 2 * Double.pi / Double(steps)
    let start = 2 * Double.pi * peak / (Double(periods) * periodLength)
    let rates = (0..<steps).map { index in
      let from = Double(index) * angle - start
      let wave = (sin(from + angle) - sin(from)) / angle
      return max(0, mean * (1 + relativeAmplitude * wave))
    }
    return ArrivalCurve(rates: rates, periodLength: periodLength, stepsPerPeriod: stepsPerPeriod)
  }

  /// The number of periods of the cycle.
  public var periods: Int { rates.count / stepsPerPeriod }
  /// How long a step lasts.
  public var stepLength: Double { periodLength / Double(stepsPerPeriod) }
  /// How long the cycle lasts.
  public var cycleLength: Double { periodLength * Double(periods) }
  /// Customers per unit of time, over the whole cycle.
  public var meanRate: Double { rates.reduce(0, +) / Double(rates.count) }

  /// Returns the rates of the steps of a period.
  public func steps(ofPeriod period: Int) -> ArraySlice<Double> {
    rates[period * stepsPerPeriod..<(period + 1) * stepsPerPeriod]
  }

  /// Returns the mean rate of each period as it was `lag` ago.
  ///
  /// - Precondition: The lag is finite and not negative.
  /// - Complexity: O(steps).
  public func periodMeans(lag: Double = 0) -> [Double] {
    let (whole, part) = stepsAndPart(of: lag)
    return (0..<periods).map { period in
      var sum = 0.0
      for step in period * stepsPerPeriod..<(period + 1) * stepsPerPeriod {
        sum += (1 - part) * rate(step - whole) + part * rate(step - whole - 1)
      }
      return sum / Double(stepsPerPeriod)
    }
  }

  /// Returns the largest rate of each period as it was `lag` ago.
  ///
  /// - Precondition: The lag is finite and not negative.
  /// - Complexity: O(steps).
  public func periodMaxima(lag: Double = 0) -> [Double] {
    let (whole, part) = stepsAndPart(of: lag)
    return (0..<periods).map { period in
      var largest = 0.0
      for step in period * stepsPerPeriod..<(period + 1) * stepsPerPeriod {
        largest = max(largest, rate(step - whole))
        if part > 0 { largest = max(largest, rate(step - whole - 1)) }
      }
      return largest
    }
  }

  /// The rate of a step counted from the start of the cycle, in either direction.
  private func rate(_ step: Int) -> Double {
    let place = step % rates.count
    return rates[place < 0 ? place + rates.count : place]
  }

  /// Cuts a lag into whole steps and the part of one; rounding never makes a part of nothing.
  private func stepsAndPart(of lag: Double) -> (whole: Int, part: Double) {
    precondition(lag >= 0 && lag.isFinite, "A lag is not negative")
    let steps = lag.truncatingRemainder(dividingBy: cycleLength) / stepLength
    let nearest = steps.rounded()
    if abs(steps - nearest) < 1e-9 { return (Int(nearest), 0) }
    return (Int(steps), steps - steps.rounded(.down))
  }
}

import Foundation

/// Round numbers along an axis: 1, 2, 2.5 or 5 times a power of ten apart, or hours as clocks have
/// them.
package struct Ticks: Hashable, Sendable {
  /// The numbers, ascending.
  package let values: [Double]
  /// What lies between two of them.
  package let step: Double
  /// The decimals that tell them apart.
  package let decimals: Int

  /// Steps of hours below a week.
  private static let hours: [Double] = [1, 2, 3, 6, 12, 24, 48, 72, 168]

  /// Finds the ticks within a range.
  ///
  /// - Parameters:
  ///   - range: The range.
  ///   - count: How many there may be.
  ///   - decimals: The most decimals that a step may need; as many as it takes where there is none.
  ///   - spacing: What the steps are multiples of.
  package init(
    within range: ClosedRange<Double>, atMost count: Int, decimals: Int? = nil,
    spacing: Axis.Spacing = .decimal
  ) {
    let (step, digits) = Self.step(
      for: range.upperBound - range.lowerBound, atMost: count, decimals: decimals, spacing: spacing)
    self.init(within: range, step: step, decimals: digits)
  }

  /// The multiples of a step within a range.
  init(within range: ClosedRange<Double>, step: Double, decimals digits: Int) {
    let first = (range.lowerBound / step - 1e-9).rounded(.up)
    let last = (range.upperBound / step + 1e-9).rounded(.down)
    self.step = step
    self.decimals = digits
    guard last >= first, abs(first) < 1e12, abs(last) < 1e12 else {
      values = []
      return
    }
    // A step below one is a whole number of hundredths, thousandths …; dividing keeps 0.3 exact.
    let shift = pow(10, Double(digits))
    let parts = (step * shift).rounded()
    values = (Int(first)...Int(last)).map { Double($0) * parts / shift }
  }

  /// The smallest step that gives at most `count` ticks however the range lies.
  private static func step(
    for length: Double, atMost count: Int, decimals: Int?, spacing: Axis.Spacing
  ) -> (Double, Int) {
    let least = max(length / Double(max(1, count - 1)), 1e-9)
    if spacing == .hours, let step = hours.first(where: { $0 >= least * (1 - 1e-9) }) {
      return (step, 0)
    }
    var power = Int(log10(least).rounded(.down)) - 1
    while true {
      for (factor, extra) in [(1.0, 0), (2, 0), (2.5, 1), (5, 0)] {
        let digits = max(0, extra - power)
        if let decimals, digits > decimals { continue }
        let step = power < 0 ? factor / pow(10, Double(-power)) : factor * pow(10, Double(power))
        if step >= least * (1 - 1e-9) { return (step, digits) }
      }
      power += 1
    }
  }
}

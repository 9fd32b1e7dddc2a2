/// A straight line from values to positions.
package struct Scale: Hashable, Sendable {
  /// The values from end to end.
  package let domain: ClosedRange<Double>
  /// The position of the lower end.
  package let start: Double
  /// The position of the upper end, which may lie before that of the lower one.
  package let end: Double

  /// Creates a scale.
  package init(_ domain: ClosedRange<Double>, from start: Double, to end: Double) {
    self.domain = domain
    self.start = start
    self.end = end
  }

  /// The position of a value; values off the scale are at its end.
  package func callAsFunction(_ value: Double) -> Double {
    let length = domain.upperBound - domain.lowerBound
    guard length > 0, !value.isNaN else { return start }
    let share = (min(max(value, domain.lowerBound), domain.upperBound) - domain.lowerBound) / length
    return start + share * (end - start)
  }
}

extension Double {
  /// The number, within what an axis reaches.
  var drawn: Double { max(-Axis.farthest, min(self, Axis.farthest)) }
}

extension Axis {
  /// Values farther from zero than this are drawn as if they were here.
  static let farthest = 1e100

  /// The ends of the axis for some values: as the caller set them, or rounded to ticks.
  ///
  /// - Parameters:
  ///   - values: The values; those that are not finite do not count.
  ///   - fromZero: Whether zero is always on the axis.
  ///   - count: How many ticks there may be.
  /// - Returns: The ends, and the ticks between them.
  package func ends(
    of values: [Double], fromZero: Bool, ticks count: Int
  ) -> (domain: ClosedRange<Double>, ticks: Ticks) {
    let known = values.filter(\.isFinite).map(\.drawn)
    let stated = [lower, upper].compactMap { $0 }.filter(\.isFinite)
    let all = known + stated + (fromZero ? [0] : [])
    var low = all.min() ?? 0
    var high = all.max() ?? 1
    if low == high {
      let room = low == 0 ? 1 : abs(low) / 2
      if !fromZero || low != 0 { low -= room }
      high += room
    }
    let hasLower = lower.map(\.isFinite) ?? false
    let hasUpper = upper.map(\.isFinite) ?? false
    if let lower, hasLower, lower < high { low = lower }
    if let upper, hasUpper, upper > low { high = upper }
    var ticks = Ticks(
      within: low...high, atMost: count, decimals: style.decimals, spacing: spacing)
    if ticks.values.count < 2, hasLower, hasUpper {
      ticks = Ticks(within: low...high, atMost: count, spacing: spacing)
    }
    if !hasLower { low = (low / ticks.step + 1e-9).rounded(.down) * ticks.step }
    if !hasUpper { high = (high / ticks.step - 1e-9).rounded(.up) * ticks.step }
    if low >= high { high = low + ticks.step }
    return (low...high, Ticks(within: low...high, step: ticks.step, decimals: ticks.decimals))
  }

  /// How a tick is written: with the decimals that the step needs, and millions as such.
  package func text(ofTick value: Double, in ticks: Ticks) -> String {
    if let names {
      let place = Int(value.rounded())
      return names.indices.contains(place) ? names[place] : ""
    }
    var style = style
    let largest = ticks.values.map(abs).max() ?? 0
    if largest >= 1e6, largest < 1e15 {
      let (unit, name) = largest >= 2e9 ? (1e9, " bn") : (1e6, " M")
      if value == 0 { return style.text(0) }
      let parts = ticks.step / unit
      style.decimals = parts >= 1 && parts == parts.rounded() ? 0 : parts * 10 >= 1 ? 1 : 2
      style.suffix = name + style.suffix
      return style.text(value / unit)
    }
    style.decimals = ticks.decimals
    return style.text(value)
  }
}

/// The steps of colour that values fall into, with round bounds.
///
/// There are up to seven from little to much, or three on
/// either side of a target.
package struct ColorSteps: Hashable, Sendable {
  /// How a value lies to the target of a scale that parts at one.
  package enum Side: Hashable, Sendable {
    /// More than it.
    case above
    /// Less than it.
    case below
  }

  /// The bounds between steps, with the ends.
  package let bounds: [Double]
  /// The class of each step.
  package let looks: [String]
  /// The value at which the hues part.
  package let target: Double?
  private let style: NumberStyle

  /// Finds the steps for some values; those that are not finite do not count.
  package init(_ values: [Double], _ scale: ColorScale, style: NumberStyle) {
    self.style = style
    let far = Axis.farthest
    let known = values.filter(\.isFinite).map { max(-far, min($0, far)) }
    switch scale {
    case .diverging(let target) where target.isFinite:
      let farthest = known.map { abs($0 - target) }.max() ?? 0
      let step = farthest > 0 ? Self.unit(atLeast: farthest / 3, decimals: style.decimals) : 1
      bounds = [-3, -2, -1, 0, 1, 2, 3].map { target + $0 * step }
      looks = ["d1", "d2", "d3", "d5", "d6", "d7"]
      self.target = target
    default:
      target = nil
      (bounds, looks) = Self.sequence(known, style)
    }
  }

  /// The smallest of some round numbers that is large enough and can be written.
  private static func unit(atLeast least: Double, decimals: Int) -> Double {
    var power = 1.0
    for _ in 0..<max(0, min(decimals, 6)) { power /= 10 }
    let smallest = power
    let factors: [Double] = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8]
    while power < Axis.farthest {
      let fitting = factors.first { factor in
        let units = factor * power / smallest
        return factor * power >= least * (1 - 1e-9) && abs(units - units.rounded()) < 1e-6
      }
      if let fitting { return fitting * power }
      power *= 10
    }
    return least
  }

  private static func sequence(_ known: [Double], _ style: NumberStyle) -> ([Double], [String]) {
    guard let least = known.min(), let most = known.max() else { return ([], []) }
    guard least < most else { return ([least, most], ["s4"]) }
    let low = least >= 0 && least < most / 2 ? 0 : least
    for count in stride(from: 8, through: 1, by: -1) {
      let ticks = Ticks(within: low...most, atMost: count, decimals: style.decimals)
      let first = (low / ticks.step + 1e-9).rounded(.down)
      let last = max(first + 1, (most / ticks.step - 1e-9).rounded(.up))
      let steps = Int(min(last - first, 100))
      guard steps <= 7 else { continue }
      let shift = ticks.decimals
      let bounds = (0...steps).map { place -> Double in
        rounded((first + Double(place)) * ticks.step, to: shift)
      }
      return (
        bounds,
        (0..<steps).map { steps == 1 ? "s4" : "s\(1 + ($0 * 6 + (steps - 1) / 2) / (steps - 1))" }
      )
    }
    return ([least, most], ["s4"])
  }

  private static func rounded(_ value: Double, to decimals: Int) -> Double {
    var shift = 1.0
    for _ in 0..<min(decimals, 15) { shift *= 10 }
    return abs(value) < 1e12 ? (value * shift).rounded() / shift : value
  }

  /// The class of a value's step.
  package func look(of value: Double) -> String {
    guard !looks.isEmpty else { return "s4" }
    let inner = bounds.dropFirst().dropLast()
    guard let target else {
      return looks[min(looks.count - 1, inner.count { $0 <= value })]
    }
    // Away from the target, a bound belongs to the deeper step on both sides.
    let step = value < target ? inner.count { $0 < value } : inner.count { $0 <= value }
    return looks[min(looks.count - 1, step)]
  }

  /// On which side of the target a value lies, as far as its printed digits tell.
  package func side(of value: Double) -> Side? {
    guard let target, value.isFinite, style.text(value) != style.text(target) else { return nil }
    return value > target ? .above : .below
  }
}

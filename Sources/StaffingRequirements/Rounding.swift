/// How a step of a published calculation rounds; every rounding is stated, none is implied
/// (FORMULATION 5.6).
public enum Rounding: Hashable, Sendable {
  /// The number as it is.
  case none
  /// Up to the next whole number.
  case up
  /// Down to the whole number below.
  case down
  /// To the nearest whole number, halves up.
  case nearest
  /// To the nearest number with so many decimals, halves up.
  case decimals(Int)
  /// Cut off after so many decimals, toward zero.
  case truncate(decimals: Int)

  /// Returns `number` rounded.
  ///
  /// A number that differs from a whole one by the arithmetic alone, at most 4 units in its last
  /// place, counts as that whole number, so that 3 × 0.1 ÷ 0.1 does not round up to 4.
  ///
  /// - Precondition: Decimals are from 0 to 15.
  public func callAsFunction(_ number: Double) -> Double {
    switch self {
    case .none: return number
    case .up: return Self.settled(number).rounded(.up)
    case .down: return Self.settled(number).rounded(.down)
    case .nearest: return (Self.settled(number) + 0.5).rounded(.down)
    case .decimals(let decimals):
      let scale = Self.scale(decimals)
      return (Self.settled(number * scale) + 0.5).rounded(.down) / scale
    case .truncate(let decimals):
      let scale = Self.scale(decimals)
      return Self.settled(number * scale).rounded(.towardZero) / scale
    }
  }

  private static func scale(_ decimals: Int) -> Double {
    precondition((0...15).contains(decimals), "Decimals are from 0 to 15")
    return (0..<decimals).reduce(1.0) { product, _ in product * 10 }
  }

  /// Returns the whole number from which `number` differs by the arithmetic alone, if there is one.
  static func settled(_ number: Double) -> Double {
    let whole = number.rounded()
    return (number - whole).magnitude <= 4 * number.ulp ? whole : number
  }
}

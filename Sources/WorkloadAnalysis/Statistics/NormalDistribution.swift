/// The standard normal distribution, without a mathematical library.
package enum NormalDistribution {
  /// Returns e to the power of `exponent`, to about 13 digits, for exponents of −700 to 700.
  package static func exponential(_ exponent: Double) -> Double {
    // e^x = (e^(x/1024))^1024, and the series of so small a number ends soon.
    let small = exponent / 1024
    var term = 1.0
    var sum = 1.0
    for power in 1...12 {
      term *= small / Double(power)
      sum += term
    }
    for _ in 0..<10 { sum *= sum }
    return sum
  }

  /// Returns the density at `x`.
  package static func density(_ x: Double) -> Double {
    0.398_942_280_401_432_7 * exponential(-x * x / 2)
  }

  /// Returns the probability of a value of at most `x`.
  ///
  /// The series Φ(x) = ½ + φ(x)(x + x³/3 + x⁵/(3·5) + …) of G. Marsaglia, *Evaluating the Normal
  /// Distribution*, Journal of Statistical Software 11 (2004); beyond 8 the answer is 0 or 1 to 15
  /// digits.
  package static func cumulative(_ x: Double) -> Double {
    guard abs(x) < 8 else { return x < 0 ? 0 : 1 }
    var term = x
    var sum = x
    var odd = 1.0
    while abs(term) > 1e-17 * abs(sum) {
      odd += 2
      term *= x * x / odd
      sum += term
    }
    return 0.5 + density(x) * sum
  }
}

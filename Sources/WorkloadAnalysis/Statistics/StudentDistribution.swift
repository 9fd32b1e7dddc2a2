/// Student's t distribution with whole degrees of freedom.
package struct StudentDistribution {
  /// The degrees of freedom.
  let degrees: Int

  /// - Precondition: `degrees` is at least 1.
  package init(degrees: Int) {
    precondition(degrees >= 1, "A degree of freedom at least")
    self.degrees = degrees
  }

  /// The density at 0: 1/π for one degree, 1/√8 for two, and c(ν + 2) = c(ν) (ν + 1)/ν √(ν/(ν + 2)).
  private var peak: Double {
    var value = degrees % 2 == 1 ? 1 / Double.pi : 0.125.squareRoot()
    var degree = degrees % 2 == 1 ? 1 : 2
    while degree < degrees {
      let number = Double(degree)
      value *= (number + 1) / number * (number / (number + 2)).squareRoot()
      degree += 2
    }
    return value
  }

  /// Returns the density at `x` over that at 0.
  private func shape(_ x: Double) -> Double {
    let base = 1 / (1 + x * x / Double(degrees))
    // base to the power of (degrees + 1) / 2, by squaring.
    var power = 1.0
    var square = base
    var exponent = (degrees + 1) / 2
    while exponent > 0 {
      if exponent % 2 == 1 { power *= square }
      square *= square
      exponent /= 2
    }
    return degrees % 2 == 1 ? power : power * base.squareRoot()
  }

  /// Returns the probability of a value of at most `x`, by Simpson's rule.
  package func cumulative(_ x: Double) -> Double {
    let panels = 2000
    let step = abs(x) / Double(panels)
    var sum = 1 + shape(x)
    for panel in 1..<panels {
      sum += shape(Double(panel) * step) * (panel % 2 == 1 ? 4 : 2)
    }
    let half = peak * sum * step / 3
    return x < 0 ? 0.5 - half : 0.5 + half
  }

  /// Returns the value that is not exceeded with probability `share`, by halving an interval.
  ///
  /// - Precondition: `share` is from 0.001 to 0.999.
  package func quantile(_ share: Double) -> Double {
    precondition((0.001...0.999).contains(share), "A probability away from 0 and 1")
    var low = -400.0
    var high = 400.0
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if cumulative(middle) < share { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}

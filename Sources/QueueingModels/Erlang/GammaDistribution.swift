import Foundation

/// The gamma distribution with unit rate: the incomplete gamma function without its overflows.
///
/// With P(b, z) the probability that a gamma variable of shape b is at most z, and the Poisson-like
/// density D(b, z) = z^b e^(−z) / Γ(b + 1), the series
///
///     M(b, z) = P(b, z) / D(b, z) = 1 + z/(b + 1) + z²/((b + 1)(b + 2)) + …
///
/// has positive terms only. Up to z = b + 1 it is summed, some 9 √b terms at most; beyond, the
/// complement of P comes from Legendre's continued fraction.
///
/// Source: NIST Digital Library of Mathematical Functions, 8.7.1 and 8.9.2; C. Loader, *Fast and
/// accurate computation of binomial probabilities* (2000), for D.
enum GammaDistribution {
  /// Returns P(b, z), from 0 to 1.
  static func lower(shape: Double, at place: Double) -> Double {
    if place <= shape + 1 {
      return density(shape: shape, at: place) * series(shape: shape, at: place)
    }
    return 1 - density(shape: shape, at: place) * shape * upperFraction(shape: shape, at: place)
  }

  /// Returns M(b, z), for z at most b + 1.
  static func series(shape: Double, at place: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    var step = shape
    while true {
      step += 1
      let ratio = place / step
      term *= ratio
      sum += term
      if ratio < 1 && term <= sum * (1 - ratio) * 1e-18 { return sum }
    }
  }

  /// Returns Σ k z^(k − 1) / ((b + 1) … (b + k)), k from 1, for z at most b + 1: the derivative of
  /// the series by each term's power, divided by z.
  static func firstMoment(shape: Double, at place: Double) -> Double {
    var step = shape + 1
    var term = 1 / step
    var count = 1.0
    var sum = term
    while true {
      step += 1
      count += 1
      let ratio = place / step
      term *= ratio
      sum += count * term
      let rest = 1 - ratio
      if ratio < 1 && (count + 1) * term <= sum * rest * rest * 1e-18 { return sum }
    }
  }

  /// Returns D(b, z) = z^b e^(−z) / Γ(b + 1).
  static func density(shape: Double, at place: Double) -> Double {
    guard place > 0 else { return shape == 0 ? 1 : 0 }
    if shape < 15 { return pow(place, shape) * exp(-place) / tgamma(shape + 1) }
    let inverse = 1 / shape
    let square = inverse * inverse
    let tail = 1 / 1260.0 - square * (1 / 1680.0 - square * (1 / 1188.0 - square * 691 / 360_360.0))
    let stirling = inverse * (1 / 12.0 - square * (1 / 360.0 - square * tail))
    return exp(-stirling - deviance(shape, place)) / (2 * Double.pi * shape).squareRoot()
  }

  /// Returns b ln(b/z) + z − b, at least 0, without cancellation where b and z are close.
  private static func deviance(_ shape: Double, _ place: Double) -> Double {
    let difference = shape - place
    let sum = shape + place
    guard abs(difference) < 0.1 * sum else {
      return shape * log(shape / place) - difference
    }
    let part = difference / sum
    let square = part * part
    var value = difference * part
    var term = 2 * shape * part
    var order = 1.0
    while true {
      term *= square
      order += 2
      let next = value + term / order
      if next == value { return value }
      value = next
    }
  }

  /// Returns (1 − P(b, z)) / (b D(b, z)), for z above b + 1, by Lentz's method.
  private static func upperFraction(shape: Double, at place: Double) -> Double {
    var partial = place + 1 - shape
    var ratio = 1e300
    var inverse = 1 / partial
    var value = inverse
    var step = 0.0
    while true {
      step += 1
      let numerator = step * (shape - step)
      partial += 2
      let below = numerator * inverse + partial
      inverse = 1 / (abs(below) < 1e-300 ? 1e-300 : below)
      let above = partial + numerator / ratio
      ratio = abs(above) < 1e-300 ? 1e-300 : above
      let factor = inverse * ratio
      value *= factor
      if abs(factor - 1) <= .ulpOfOne { return value }
    }
  }
}

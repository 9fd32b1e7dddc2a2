#if canImport(Glibc)
import Glibc
#else
import Foundation
#endif

/// A source of random numbers that gives the same numbers for the same seed, everywhere.
///
/// The generator is SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, *Fast Splittable Pseudorandom
/// Number Generators*, OOPSLA 2014, figure 17); the draws are written out here because those of
/// the standard library may change with its version.
public struct SeededGenerator: Sendable {
  private var state: UInt64

  /// Creates a generator.
  public init(seed: UInt64) { state = seed }

  /// Returns 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  /// Returns a number from 0 to less than 1.
  public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Returns a whole number from 0 to `count` − 1.
  ///
  /// - Precondition: `count` is at least 1.
  public mutating func index(below count: Int) -> Int {
    precondition(count >= 1, "There is nothing to choose from")
    return min(count - 1, Int(uniform() * Double(count)))
  }

  /// Returns a number from the exponential distribution of the given mean.
  public mutating func exponential(mean: Double) -> Double { -mean * log(1 - uniform()) }

  /// Returns a number from the standard normal distribution (Box and Muller 1958).
  public mutating func normal() -> Double {
    let radius = (-2 * log(1 - uniform())).squareRoot()
    return radius * cos(2 * .pi * uniform())
  }

  /// Returns a number from the lognormal distribution of the given mean and standard deviation.
  public mutating func lognormal(mean: Double, deviation: Double) -> Double {
    guard mean > 0 else { return 0 }
    let variance = log(1 + deviation * deviation / (mean * mean))
    return mean * exp(variance.squareRoot() * normal() - variance / 2)
  }

  /// Returns a number from the Poisson distribution, by adding up probabilities from 0.
  ///
  /// - Precondition: `mean` is not negative and at most 700, so that its probability of 0 is a
  ///   number that the machine can hold.
  /// - Complexity: O(`mean`).
  public mutating func poisson(mean: Double) -> Int {
    precondition(mean >= 0 && mean <= 700, "The mean of a Poisson draw is from 0 to 700")
    var probability = exp(-mean)
    var left = uniform() - probability
    var count = 0
    while left > 0, probability > 0 {
      count += 1
      probability *= mean / Double(count)
      left -= probability
    }
    return count
  }
}

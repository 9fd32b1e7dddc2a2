/// A generator of random numbers that repeats itself for a given seed (SplitMix64).
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// Creates a generator; equal seeds give equal numbers.
  public init(seed: UInt64) { state = seed }

  /// Returns the next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Returns a whole number from 0 to `limit` − 1.
  public mutating func integer(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

  /// Returns a number of `range`, from a grid of 2⁵³ steps.
  public mutating func uniform(in range: ClosedRange<Double>) -> Double {
    range.lowerBound + Double(next() >> 11) * 0x1p-53 * (range.upperBound - range.lowerBound)
  }

  /// Returns the numbers from 0 to `count` − 1 in random order.
  public mutating func shuffled(_ count: Int) -> [Int] { (0..<count).shuffled(using: &self) }
}

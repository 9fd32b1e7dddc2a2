/// How many of the people scheduled on a tour come: binomial, or beta-binomial where absences come
/// together (FORMULATION 5.5).
///
/// The beta-binomial lets the presence itself vary from tour to tour: its mean is the one of the
/// binomial, its variance n p (1 − p) (1 + (n − 1) ρ) for a correlation ρ of any two people.
public struct PresenceDistribution: Hashable, Sendable {
  /// The most people for whom a distribution is worked out.
  public static let mostPeople = 100_000

  /// The chance that 0, 1, … people come.
  public let chances: [Double]

  /// Works out a distribution.
  ///
  /// - Parameters:
  ///   - people: People scheduled, from 0 to ``mostPeople``.
  ///   - presence: The probability that one of them comes, from 0 to 1.
  ///   - correlation: The correlation of any two of them, from 0 to less than 1.
  /// - Throws: ``RequirementsError/invalidFigure(what:value:)`` for a figure outside its range.
  /// - Complexity: O(people).
  public init(
    people: Int, presence: Double, correlation: Double = 0
  ) throws(RequirementsError) {
    guard (0...Self.mostPeople).contains(people) else {
      throw .invalidFigure(what: "The number of scheduled people", value: Double(people))
    }
    guard (0...1).contains(presence) else {
      throw .invalidFigure(what: "The presence of a scheduled person", value: presence)
    }
    guard correlation >= 0, correlation < 1 else {
      throw .invalidFigure(what: "The correlation of absences", value: correlation)
    }
    var weights = [Double](repeating: 0, count: people + 1)
    if presence == 0 || presence == 1 {
      weights[presence == 0 ? 0 : people] = 1
      chances = weights
      return
    }
    // From the middle outward by the ratio of neighbours, so that nothing under- or overflows.
    func ratio(_ count: Int) -> Double {
      let others = Double(people - count)
      let come = presence * (1 - correlation) + correlation * Double(count)
      let stay = (1 - presence) * (1 - correlation) + correlation * (others - 1)
      return others / Double(count + 1) * come / stay
    }
    let middle = min(people, Int((Double(people) * presence).rounded()))
    weights[middle] = 1
    for count in middle..<people { weights[count + 1] = weights[count] * ratio(count) }
    for count in stride(from: middle - 1, through: 0, by: -1) {
      weights[count] = weights[count + 1] / ratio(count)
    }
    let sum = weights.reduce(0, +)
    chances = weights.map { $0 / sum }
  }

  /// Mixes distributions, such as those of the days of a month.
  ///
  /// - Parameter parts: Distributions with their weights, which are not negative.
  init(mixing parts: [(weight: Double, distribution: PresenceDistribution)]) {
    let length = parts.map(\.distribution.chances.count).max() ?? 1
    let weight = parts.reduce(0) { $0 + $1.weight }
    var sums = [Double](repeating: 0, count: length)
    for part in parts {
      for (count, chance) in part.distribution.chances.enumerated() {
        sums[count] += part.weight / weight * chance
      }
    }
    chances = sums
  }

  /// People who come, on average.
  public var mean: Double {
    chances.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
  }

  /// Returns the share of tours on which at least `count` people come.
  public func share(atLeast count: Int) -> Double {
    guard count > 0 else { return 1 }
    return count < chances.count ? min(1, chances[count...].reduce(0, +)) : 0
  }

  /// Returns the largest number of people who come at least on a share of tours; with a share of
  /// 0.95 it is the 5 % quantile.
  public func present(onShare share: Double) -> Int {
    var sum = 0.0
    for count in chances.indices.reversed() {
      sum += chances[count]
      if sum >= share - 1e-12 { return count }
    }
    return 0
  }
}

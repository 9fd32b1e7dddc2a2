/// How many units a call draws: the shares of calls that draw one, two and more
/// (FORMULATION 4.7).
///
/// A mean of 1.6 says little about waiting; that four calls of ten draw one unit and six draw two
/// says all.
public struct UnitsPerCall: Hashable, Sendable {
  /// The number of units from which on calls are counted together.
  public static let most = 8
  /// One unit for every call.
  public static let one = UnitsPerCall(calls: [1])

  /// The shares of calls with 1, 2, … units; they sum to 1, and the last one is above 0.
  public let shares: [Double]

  /// Creates the shares from calls with 1, 2, … units; one unit for each where there are none.
  ///
  /// - Precondition: Calls are finite and not negative.
  public init(calls: [Double]) {
    precondition(calls.allSatisfy { $0 >= 0 && $0.isFinite }, "Calls are not negative")
    let all = calls.reduce(0, +)
    let last = calls.lastIndex { $0 > 0 }
    shares = last.map { last in calls[...last].map { $0 / all } } ?? [1]
  }

  /// Creates the shares from a mean: calls draw one of the two whole numbers beside it.
  ///
  /// - Precondition: The mean is at least 1 and finite.
  public init(mean: Double) {
    precondition(mean >= 1 && mean.isFinite, "A call draws a unit at least")
    var calls = [Double](repeating: 0, count: Self.most)
    for (units, share) in Self.split(mean) { calls[min(units, Self.most) - 1] += share }
    self.init(calls: calls)
  }

  /// Units per call.
  public var mean: Double {
    shares.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
  }

  /// The two whole numbers beside a mean, each with its share.
  private static func split(_ mean: Double) -> [(units: Int, share: Double)] {
    let low = min(mean.rounded(.down), Double(most))
    let fraction = min(mean, Double(most)) - low
    return [(Int(low), 1 - fraction), (Int(low) + 1, fraction)]
  }
}

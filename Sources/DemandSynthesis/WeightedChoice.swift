/// A choice among alternatives with fixed weights.
struct WeightedChoice {
  private let cumulative: [Double]

  /// Creates a choice; weights need not add up to 1.
  ///
  /// - Precondition: No weight is negative and at least one is positive.
  init(_ weights: [Double]) {
    var sum = 0.0
    cumulative = weights.map { weight in
      precondition(weight >= 0, "A weight is zero or more")
      sum += weight
      return sum
    }
    precondition(sum > 0, "At least one weight is positive")
  }

  /// Returns the position of the alternative that the number `uniform` from 0 to 1 stands for.
  ///
  /// - Complexity: O(log alternatives).
  func position(_ uniform: Double) -> Int {
    let target = uniform * (cumulative.last ?? 0)
    var low = 0
    var high = cumulative.count - 1
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] > target { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

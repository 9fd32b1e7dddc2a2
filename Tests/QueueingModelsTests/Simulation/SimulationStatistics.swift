/// A figure that a simulation found, and how sure it is of it.
struct SimulatedEstimate: Sendable {
  var mean: Double
  /// The standard error of the mean, from batches.
  var standardError: Double

  /// Whether `value` lies within some standard errors of the mean; never when the error is not a
  /// positive number, so that an empty simulation agrees with nothing.
  func agrees(with value: Double?, standardErrors: Double = 3) -> Bool {
    guard let value, standardError > 0, standardError.isFinite else { return false }
    return abs(value - mean) <= standardErrors * standardError
  }

  /// The standard error relative to the mean: a test that compares should also ask for this to be
  /// small, or its agreement says little.
  var relativeError: Double { standardError / abs(mean) }
}

/// A mean or a ratio of sums, with a standard error from batches of a long run.
///
/// Each observation adds a value and a weight to a batch: value 1 or 0 and weight 1 for a share of
/// customers, a wait and weight 1 for a mean wait, number × time and time for a mean over time. The
/// estimate is Σ value ÷ Σ weight; its error follows from the spread of value − ratio × weight
/// between batches (the delta method), which needs batches that are long compared with the memory
/// of the system.
struct BatchedRatio: Sendable {
  private var values: [Double]
  private var weights: [Double]

  init(batches: Int = 64) {
    precondition(batches >= 2, "A spread needs two batches")
    values = Array(repeating: 0, count: batches)
    weights = Array(repeating: 0, count: batches)
  }

  var batches: Int { values.count }

  /// The sum of the weights: how much was observed.
  var weight: Double { weights.reduce(0, +) }

  mutating func add(_ value: Double, weight: Double = 1, batch: Int) {
    values[batch] += value
    weights[batch] += weight
  }

  var estimate: SimulatedEstimate {
    let total = weight
    guard total > 0 else { return SimulatedEstimate(mean: 0, standardError: 0) }
    let ratio = values.reduce(0, +) / total
    var squares = 0.0
    for batch in 0..<batches {
      let difference = values[batch] - ratio * weights[batch]
      squares += difference * difference
    }
    let count = Double(batches)
    let error = (squares * count / (count - 1)).squareRoot() / total
    return SimulatedEstimate(mean: ratio, standardError: error)
  }
}

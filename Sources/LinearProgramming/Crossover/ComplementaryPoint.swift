internal import LinearAlgebra

/// A solution of the interior point method in scaled variables, made complementary: each column is
/// at a bound or has a reduced cost of zero.
///
/// Columns are numbered 0..<n for the variables and n..<n+m for the slacks.
struct ComplementaryPoint {
  /// Where a column lies.
  enum Place: UInt8 {
    /// Between its bounds, with a reduced cost of zero.
    case between
    /// At its lower bound.
    case atLower
    /// At its upper bound.
    case atUpper
  }

  /// The value of each column; a column at a bound has the value of the bound.
  private(set) var values: [Double]
  /// The reduced cost of each column; that of a column between its bounds is zero.
  private(set) var reducedCosts: [Double]
  /// Where each column lies.
  private(set) var places: [Place]
  /// How much each column belongs into the basis: the distance from the nearest bound, divided by
  /// the reduced cost.
  private(set) var weights: [Double]

  /// Divides the columns of `form` by which is larger, the distance from the bound to which the
  /// reduced cost points or the reduced cost.
  ///
  /// - Parameters:
  ///   - form: The scaled form.
  ///   - variables: The scaled values of the variables.
  ///   - prices: The scaled prices of the rows.
  /// - Complexity: O(variables + rows + entries).
  init(of form: ComputationalForm, variables: [Double], prices: [Double]) {
    let total = form.variableCount + form.rowCount
    var slacks = [Double](repeating: 0, count: form.rowCount)
    form.matrix.add(columnsTimes: variables, to: &slacks)
    values = variables + slacks.map { -$0 }
    reducedCosts = form.costs
    form.matrix.subtractProducts(with: prices, from: &reducedCosts)
    for row in 0..<form.rowCount { reducedCosts[form.variableCount + row] -= prices[row] }
    places = [Place](repeating: .between, count: total)
    weights = [Double](repeating: 0, count: total)
    for column in 0..<total {
      settle(column, lower: form.lower[column], upper: form.upper[column])
    }
  }

  /// Decides where `column` lies.
  private mutating func settle(_ column: Int, lower: Double, upper: Double) {
    let value = min(max(values[column], lower), upper)
    let reduced = reducedCosts[column]
    let isLower =
      lower > -.infinity
      && (upper == .infinity || (reduced == 0 ? value - lower <= upper - value : reduced > 0))
    let distance = isLower ? value - lower : upper - value
    let pull = isLower ? max(reduced, 0) : max(-reduced, 0)
    weights[column] = lower == upper ? 0 : min(distance, 1e100) / max(abs(reduced), 1e-100)
    if lower == upper || distance < .infinity && distance <= max(pull, 1e-12 * abs(value)) {
      places[column] = isLower ? .atLower : .atUpper
      values[column] = isLower ? lower : upper
      if lower < upper { reducedCosts[column] = isLower ? pull : -pull }
    } else {
      values[column] = value
      reducedCosts[column] = 0
    }
  }
}

extension Scaling {
  /// Returns the scaled values of the variables.
  func scaled(values: [Double]) -> [Double] { zip(values, columns).map { $0 / $1 } }

  /// Returns the scaled prices of the rows.
  func scaled(prices: [Double]) -> [Double] { zip(prices, rows).map { $0 / $1 * cost } }
}

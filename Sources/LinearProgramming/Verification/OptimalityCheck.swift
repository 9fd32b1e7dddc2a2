/// How well a solution and its prices stand up to the original program.
///
/// A point is optimal if it is feasible, its prices have the right signs, and the objective that
/// the prices imply equals its own (weak duality). All three figures are relative:
///
/// * a row's violation is divided by the largest of 1, its violated end and its terms; a
///   variable's violation by the largest of 1 and its violated bound;
/// * a reduced cost of the wrong sign is divided by the largest of 1, the variable's cost and
///   the terms that were subtracted from it; a price of the wrong sign stands as it is;
/// * the gap between the two objectives is divided by 1 plus the magnitude of the objective.
///
/// Where all costs are smaller than 1, the largest of them stands in the place of that 1 in what
/// concerns costs, prices and the objective.
///
/// A sign is wrong if it points to an end that is infinite. Distances from finite ends count in
/// the gap, so complementarity needs no figure of its own.
public struct OptimalityCheck: Hashable, Sendable {
  /// The largest relative violation of a row or a bound.
  public let primalResidual: Double
  /// The largest relative price or reduced cost of a wrong sign.
  public let dualResidual: Double
  /// The relative gap between the objective and the one that the prices imply.
  public let gap: Double

  /// Every figure of a solution that passes is at most this.
  public static let tolerance = 1e-7

  /// Whether all three figures are within ``tolerance``; a figure that is no number is not.
  public var passes: Bool {
    primalResidual <= Self.tolerance && dualResidual <= Self.tolerance && gap <= Self.tolerance
  }

  /// Checks `values` of the variables and `prices` of the rows, both in the stated sense.
  ///
  /// - Precondition: There is one value for each variable and one price for each row.
  /// - Complexity: O(variables + rows + terms).
  package init(of program: LinearProgram, values: [Double], prices: [Double]) {
    precondition(prices.count == program.rowCount, "one price for each row")
    self.init(
      of: program, values: values, dual: DualBound(of: program, prices: prices, at: values))
  }

  /// Checks `values` of the variables and the bound that prices imply at them.
  ///
  /// - Precondition: There is one value for each variable.
  /// - Complexity: O(variables + rows + terms).
  init(of program: LinearProgram, values: [Double], dual: DualBound) {
    precondition(values.count == program.variableCount, "one value for each variable")
    let objective = program.objective.value(at: values)
    primalResidual = Self.primalResidual(of: program, values: values)
    dualResidual = dual.residual
    gap = abs(objective - dual.objective) / (dual.unit + abs(objective))
  }

  /// The largest relative violation of a row or a bound by `values`.
  package static func primalResidual(of program: LinearProgram, values: [Double]) -> Double {
    var worst = 0.0
    for (index, value) in values.enumerated() {
      let lower = program.lowerBounds[index]
      let upper = program.upperBounds[index]
      worst.raise(to: Self.violation(of: value, lower, upper, scale: 1))
    }
    let starts = program.rowStarts.span
    let terms = program.terms.span
    let lowers = program.rowLowers.span
    let uppers = program.rowUppers.span
    let values = values.span
    for row in lowers.indices {
      var sum = CompensatedSum()
      var scale = 1.0
      for position in starts[row]..<starts[row + 1] {
        let product = terms[position].weight * values[terms[position].variable.index]
        sum.add(product)
        scale = max(scale, abs(product))
      }
      worst.raise(to: Self.violation(of: sum.value, lowers[row], uppers[row], scale: scale))
    }
    return worst
  }

  private static func violation(
    of value: Double, _ lower: Double, _ upper: Double, scale: Double
  ) -> Double {
    guard value.isFinite else { return .infinity }
    if value < lower { return (lower - value) / max(scale, abs(lower)) }
    if value > upper { return (value - upper) / max(scale, abs(upper)) }
    return 0
  }
}

extension Double {
  /// Replaces this number by `other` if that is larger or no number.
  mutating func raise(to other: Double) {
    if other > self || other.isNaN { self = other }
  }
}

extension OptimalityCheck: CustomStringConvertible {
  /// The three figures and the tolerance.
  public var description: String {
    """
    primal residual \(primalResidual), dual residual \(dualResidual), gap \(gap) \
    (tolerance \(Self.tolerance))
    """
  }
}

/// How far the cost of one variable may move before the optimal basis changes.
///
/// All costs and objectives are in the stated sense. While the cost stays in the interval, the
/// solution stays as it is and the objective moves by the change times the variable's value.
public struct CostRange: Hashable, Sendable {
  /// The variable.
  public let variable: Variable
  /// The variable's weight in the objective.
  public let current: Double
  /// The value of the variable in the solution.
  public let value: Double
  /// The least cost at which the basis is optimal; infinite if there is none.
  public let lower: Double
  /// The greatest cost at which the basis is optimal; infinite if there is none.
  public let upper: Double
  /// The objective at ``lower``; infinite where that is, unless the value is zero.
  public let objectiveAtLower: Double
  /// The objective at ``upper``; infinite where that is, unless the value is zero.
  public let objectiveAtUpper: Double
  /// What enters the basis below ``lower``: a variable, or a row, which then leaves its end.
  public let enteringAtLower: ProgramPart?
  /// What enters the basis above ``upper``.
  public let enteringAtUpper: ProgramPart?
}

extension Ranging {
  /// Returns how far the cost of `variable` may move before the basis changes.
  ///
  /// - Precondition: The variable belongs to the program.
  /// - Complexity: One solve with the basis and one pass over the matrix if the variable is basic;
  ///   O(1) otherwise.
  public func cost(of variable: Variable) -> CostRange {
    precondition(variable.index < vertex.form.variableCount, "the variable is of another program")
    let column = variable.index
    // Moves of the scaled cost of the minimization: at most `fall` down and `rise` up.
    var fall = (step: Double.infinity, column: -1)
    var rise = fall
    if vertex.isBasic[column] {
      (fall, rise) = basicCostSteps(of: column)
    } else if !isFixed(column) {
      let slack = abs(vertex.reducedCosts[column])
      switch vertex.status[column] {
      case .atLower: fall = (slack, column)
      case .atUpper: rise = (slack, column)
      case .basic, .free: (fall, rise) = ((0, column), (0, column))
      }
    }
    let scale = scaling.columns[column] * scaling.cost
    if isMaximum { swap(&fall, &rise) }
    let cost = costs[column]
    let value = values[column]
    func objective(after step: Double) -> Double {
      value == 0 ? self.objective : self.objective + value * step
    }
    return CostRange(
      variable: variable, current: cost, value: value, lower: cost - fall.step / scale,
      upper: cost + rise.step / scale, objectiveAtLower: objective(after: -fall.step / scale),
      objectiveAtUpper: objective(after: rise.step / scale), enteringAtLower: part(fall.column),
      enteringAtUpper: part(rise.column))
  }

  /// How far the scaled cost of a basic column may fall and rise, and what enters then.
  ///
  /// A change t of the cost changes the reduced cost of nonbasic column k by −t times the entry of
  /// the basic column's row of B⁻¹[A I]; the first to reach zero stops it.
  private func basicCostSteps(
    of column: Int
  ) -> (fall: (step: Double, column: Int), rise: (step: Double, column: Int)) {
    var fall = (step: Double.infinity, column: -1)
    var rise = (step: Double.infinity, column: -1)
    guard let row = basicRow[column] else { return (fall, rise) }
    for (k, entry) in vertex.pivotRow(row) where !isFixed(k) {
      // A reduced cost of the wrong sign is rounding and counts as zero.
      let reduced = vertex.reducedCosts[k]
      let isAtLower: Bool = vertex.status[k] == .atLower
      let ratio = max(0, isAtLower ? reduced : -reduced) / abs(entry)
      switch vertex.status[k] {
      case .atLower where entry > 0, .atUpper where entry < 0:
        if ratio < rise.step { rise = (ratio, k) }
      case .atLower, .atUpper:
        if ratio < fall.step { fall = (ratio, k) }
      case .free, .basic:
        (fall, rise) = ((0, k), (0, k))
      }
    }
    return (fall, rise)
  }
}

internal import LinearAlgebra

/// How far one end of a row or one bound of a variable may move before the optimal basis changes.
///
/// While the end stays in the interval, prices and reduced costs stay as they are, and the
/// objective, in the stated sense, moves by the change times ``price``.
public struct EndRange: Hashable, Sendable {
  /// The row or the variable.
  public let part: ProgramPart
  /// Which end moves; both move together where they agree.
  public let end: RangeEnd
  /// Whether the solution lies at this end because the part is not basic.
  ///
  /// An end that is not active has no price and may move up to the solution, and away from it as
  /// far as one likes.
  public let isActive: Bool
  /// Where the end is.
  public let current: Double
  /// The shadow price of the row, or the reduced cost of the variable; zero if not active.
  public let price: Double
  /// The least position of the end at which the basis is optimal.
  public let lower: Double
  /// The greatest position of the end at which the basis is optimal.
  public let upper: Double
  /// The objective when the end is at ``lower``; infinite where that is, unless the price is zero.
  public let objectiveAtLower: Double
  /// The objective when the end is at ``upper``; infinite where that is, unless the price is zero.
  public let objectiveAtUpper: Double
  /// What leaves the basis below ``lower``: a variable or row that reaches an end of its own; the
  /// part itself if its other end, or the solution, stops the move.
  public let leavingAtLower: ProgramPart?
  /// What leaves the basis above ``upper``.
  public let leavingAtUpper: ProgramPart?
}

extension Ranging {
  /// Returns the ranges of the finite ends of `row`: none, one or two.
  ///
  /// - Precondition: The row belongs to the program.
  /// - Complexity: One solve with the basis and one pass over the rows, if an end is active.
  public func ends(of row: Row) -> [EndRange] {
    precondition(row.index < vertex.form.rowCount, "the row is of another program")
    return ends(of: .row(row), column: vertex.form.variableCount + row.index)
  }

  /// Returns the ranges of the finite bounds of `variable`: none, one or two.
  ///
  /// - Precondition: The variable belongs to the program.
  /// - Complexity: One solve with the basis and one pass over the rows, if a bound is active.
  public func ends(of variable: Variable) -> [EndRange] {
    precondition(variable.index < vertex.form.variableCount, "the variable is of another program")
    return ends(of: .variable(variable), column: variable.index)
  }

  private func ends(of part: ProgramPart, column: Int) -> [EndRange] {
    let bounds = program.bounds(of: part)
    return program.finiteEnds(of: part).map { end in
      let isActive: Bool =
        switch vertex.status[column] {
        case .basic, .free: false
        case .atLower, .atUpper: end == .both || activeEnd(of: part, column) == end
        }
      return isActive
        ? activeRange(of: part, end, column, bounds) : idleRange(of: part, end, column, bounds)
    }
  }

  /// The end of `part` at which a nonbasic column lies; a row's slack is minus its value.
  private func activeEnd(of part: ProgramPart, _ column: Int) -> RangeEnd {
    let isAtLower = vertex.status[column] == .atLower
    if case .row = part { return isAtLower ? .upper : .lower }
    return isAtLower ? .lower : .upper
  }

  /// An end that is not active stays so until it meets the solution.
  private func idleRange(
    of part: ProgramPart, _ end: RangeEnd, _ column: Int, _ bounds: ClosedRange<Double>
  ) -> EndRange {
    let value: Double =
      switch part {
      case .row(let row): activities[row.index]
      case .variable(let variable): values[variable.index]
      }
    // Rounding may put the solution beyond its end. An equation that is basic cannot move at all.
    let current = bounds.value(at: end)
    let limit = end == .lower ? max(value, current) : end == .upper ? min(value, current) : current
    return EndRange(
      part: part, end: end, isActive: false, current: current, price: 0,
      lower: end == .lower ? -.infinity : limit, upper: end == .upper ? .infinity : limit,
      objectiveAtLower: objective, objectiveAtUpper: objective,
      leavingAtLower: end == .lower ? nil : part, leavingAtUpper: end == .upper ? nil : part)
  }

  /// An active end moves the basic columns, until one of them reaches a bound.
  private func activeRange(
    of part: ProgramPart, _ end: RangeEnd, _ column: Int, _ bounds: ClosedRange<Double>
  ) -> EndRange {
    let n = vertex.form.variableCount
    var (fall, rise) = basicSteps(movedBy: column)
    // From the scaled column to the end: x = factor × scaled x, and a slack is minus the value.
    let factor = column < n ? scaling.columns[column] : 1 / scaling.rows[column - n]
    if column >= n { swap(&fall, &rise) }
    fall.step *= factor
    rise.step *= factor
    let width = bounds.upperBound - bounds.lowerBound
    if end == .lower, width <= rise.step { rise = (width, column) }
    if end == .upper, width <= fall.step { fall = (width, column) }
    let current = bounds.value(at: end)
    let price = self.price(of: part)
    func objective(after step: Double) -> Double {
      price == 0 ? self.objective : self.objective + price * step
    }
    return EndRange(
      part: part, end: end, isActive: true, current: current, price: price,
      lower: current - fall.step, upper: current + rise.step,
      objectiveAtLower: objective(after: -fall.step),
      objectiveAtUpper: objective(after: rise.step), leavingAtLower: self.part(fall.column),
      leavingAtUpper: self.part(rise.column))
  }

  /// How far the value of a nonbasic scaled column may fall and rise, and what leaves then.
  private func basicSteps(
    movedBy column: Int
  ) -> (fall: (step: Double, column: Int), rise: (step: Double, column: Int)) {
    var fall = (step: Double.infinity, column: -1)
    var rise = fall
    let image = vertex.image(of: column)
    let largest = image.reduce(0) { max($0, abs($1)) }
    for (row, basic) in vertex.factorization.head.enumerated() {
      // A rise of the column by t changes the basic one by −t × entry.
      let entry = image[row]
      guard abs(entry) > 1e-11 * largest else { continue }
      let below = max(0, vertex.point[basic] - vertex.form.lower[basic]) / abs(entry)
      let above = max(0, vertex.form.upper[basic] - vertex.point[basic]) / abs(entry)
      let (whenRising, whenFalling) = entry > 0 ? (below, above) : (above, below)
      if whenRising < rise.step { rise = (whenRising, basic) }
      if whenFalling < fall.step { fall = (whenFalling, basic) }
    }
    return (fall, rise)
  }
}

/// The cheapest way to make the rows and bounds of a program agree with one another.
public struct Relaxation: Sendable {
  /// One end that has to give.
  public struct Concession: Hashable, Sendable {
    /// The row or the variable.
    public let part: ProgramPart
    /// Which of its ends is missed: lower or upper, never both.
    public let end: RangeEnd
    /// By how much, in units of the row or the variable; positive.
    public let amount: Double
    /// What one unit costs.
    public let price: Double
    /// What it costs: amount × price.
    public var cost: Double { amount * price }
  }

  /// The least total cost; zero if the program has a feasible point.
  public let cost: Double
  /// The ends that give, rows first, in order; empty if the program has a feasible point.
  public let concessions: [Concession]
  /// How well the cheapest relaxation has been proven, on the elastic program.
  public let check: OptimalityCheck
  /// What it took.
  public let statistics: SolveStatistics
  /// The program with the ends moved as far as they give and 1e-7 times max(1, |end|) more, so
  /// that rounding does not make it infeasible again.
  ///
  /// It keeps the objective; solving it tells what is best under these concessions.
  public let program: LinearProgram
  /// The elastic program that was solved: the rows of the original in order, then one row for
  /// each variable whose bounds may give; the variables of the original, then the amounts.
  public let elasticProgram: LinearProgram
  /// The solution of the elastic program.
  public let elasticSolution: Solution

  /// The row that stands for the bounds of each variable that may give.
  package let boundRows: [Variable: Row]

  /// Returns the value of a variable or an expression of the original program.
  public func value(of expression: some LinearExpressible) -> Double {
    elasticSolution.value(of: expression)
  }

  /// Returns how fast the least cost changes with the active end of `part`.
  ///
  /// It is positive at a lower end and negative at an upper end: asking for more costs more. It
  /// never exceeds the price of the end, and equals it where the end gives.
  public func marginalCost(of part: ProgramPart) -> Double {
    switch part {
    case .row(let row): elasticSolution.shadowPrice(of: row)
    case .variable(let variable):
      boundRows[variable].map { elasticSolution.shadowPrice(of: $0) }
        ?? elasticSolution.reducedCost(of: variable)
    }
  }
}

/// What a search for the cheapest relaxation found.
public enum RelaxationOutcome: Sendable {
  /// The cheapest relaxation, with proof; it costs nothing if the program is feasible.
  case relaxed(Relaxation)
  /// What may not give contradicts itself; the certificate is one of the original program and
  /// has multipliers for hard rows only.
  case hardInfeasible(InfeasibilityCertificate)
  /// The solver stopped at a limit.
  case limit(LimitReport)
  /// The arithmetic did not suffice for an answer that stands its check.
  case notProven(UnprovenReport)

  /// The cheapest relaxation, if there is one.
  public var relaxation: Relaxation? {
    guard case .relaxed(let relaxation) = self else { return nil }
    return relaxation
  }
}

extension LinearProgram {
  /// Finds the cheapest way to make an infeasible program feasible, by letting ends give.
  ///
  /// Each end that has a price gets a variable, the amount by which it may be missed, and the sum
  /// of price × amount is minimized: an elastic program (Brown and Graves; Chinneck). The program
  /// itself is not changed. Its objective has no say in what gives; to optimize it afterwards,
  /// solve ``Relaxation/program``.
  ///
  /// Source: J. W. Chinneck, *Feasibility and Infeasibility in Optimization*, Springer (2008),
  /// chapter 6.
  ///
  /// - Parameters:
  ///   - prices: Which ends may give and what a unit costs; every row for one, if not stated.
  ///   - settings: Tolerances, engine and limits.
  /// - Returns: The cheapest relaxation with its proof; or that the hard ends contradict one
  ///   another; or why neither could be proven.
  /// - Throws: A ``SolverError`` that names a number or a price that makes no sense.
  /// - Complexity: One solve of a program with as many more variables as there are priced ends.
  public func cheapestRelaxation(
    prices: RelaxationPrices = .unit, _ settings: SolverSettings = SolverSettings()
  ) throws(SolverError) -> RelaxationOutcome {
    try settings.validate()
    try validate()
    try prices.validate(for: self)
    let elastic = ElasticProgram(self, prices: prices)
    switch try elastic.program.solve(settings) {
    case .optimal(let solution): return .relaxed(elastic.relaxation(solution, of: self))
    case .infeasible(let certificate): return elastic.hardConflict(certificate, of: self)
    case .unbounded(let certificate):
      // Costs are not negative, so this would contradict its own check.
      return .notProven(
        UnprovenReport(
          reason: .unboundednessCheckFailed(certificate.check),
          statistics: certificate.statistics))
    case .limit(let report): return .limit(report)
    case .notProven(let report): return .notProven(report)
    }
  }
}

/// A program whose priced ends may be missed at a cost.
struct ElasticProgram {
  /// An amount: a variable of the elastic program and the end that it belongs to.
  private struct Give {
    let part: ProgramPart
    let end: RangeEnd
    let price: Double
    let variable: Variable
  }

  /// The program: original rows first, original variables first.
  private(set) var program: LinearProgram
  private var gives: [Give] = []
  private var boundRows: [Variable: Row] = [:]

  /// Adds an amount for each finite end of `original` that has a price.
  ///
  /// - Complexity: O(variables + rows + terms).
  init(_ original: LinearProgram, prices: RelaxationPrices) {
    program = LinearProgram(name: original.name)
    let isSoft = original.variables.map { variable in
      Self.ends(of: .variable(variable), in: original)
        .contains { prices.price(of: .variable(variable), at: $0) != nil }
    }
    for variable in original.variables {
      _ = program.addVariable(
        original.name(of: variable),
        in: isSoft[variable.index]
          ? -.infinity ... .infinity : original.bounds(of: variable))
    }
    for row in original.rows {
      addRow(.row(row), original.expression(of: row), original, prices)
    }
    for variable in original.variables where isSoft[variable.index] {
      boundRows[variable] = Row(index: program.rowCount)
      addRow(.variable(variable), LinearExpression(variable), original, prices)
    }
    program.minimize(gives.sum { $0.price * $0.variable })
  }

  private static func ends(of part: ProgramPart, in program: LinearProgram) -> [RangeEnd] {
    let ends = program.finiteEnds(of: part)
    return ends == [.both] ? [.lower, .upper] : ends
  }

  private mutating func addRow(
    _ part: ProgramPart, _ expression: LinearExpression, _ original: LinearProgram,
    _ prices: RelaxationPrices
  ) {
    var expression = expression
    let name = original.name(of: part)
    for end in Self.ends(of: part, in: original) {
      guard let price = prices.price(of: part, at: end) else { continue }
      let variable = program.addVariable("\(name).\(end == .lower ? "short" : "over")")
      expression.add(variable, times: end == .lower ? 1 : -1)
      gives.append(Give(part: part, end: end, price: price, variable: variable))
    }
    program.require(expression.within(original.bounds(of: part)), named: name)
  }

  /// Reads off what gives in `solution`.
  ///
  /// An amount of up to 1e-9 times the end, or 1e-9, is the solver's rounding and no concession.
  func relaxation(_ solution: Solution, of original: LinearProgram) -> Relaxation {
    var relaxed = original
    var concessions: [Relaxation.Concession] = []
    for (place, give) in gives.enumerated() {
      // Both amounts of one row are neighbours; if both are used, only the difference counts.
      let neighbour = give.end == .lower ? place + 1 : place - 1
      var amount = solution.value(of: give.variable)
      if gives.indices.contains(neighbour), gives[neighbour].part == give.part {
        amount -= solution.value(of: gives[neighbour].variable)
      }
      guard amount > 0 else { continue }
      let bounds = original.bounds(of: give.part)
      let size = max(1, abs(bounds.value(at: give.end)))
      if amount > 1e-9 * size {
        concessions.append(
          Relaxation.Concession(
            part: give.part, end: give.end, amount: amount, price: give.price))
        amount += OptimalityCheck.tolerance * size
      }
      relaxed.setBounds(of: give.part, to: bounds.widened(at: give.end, by: amount))
    }
    return Relaxation(
      cost: solution.objective, concessions: concessions, check: solution.check,
      statistics: solution.statistics, program: relaxed, elasticProgram: program,
      elasticSolution: solution, boundRows: boundRows)
  }

  /// Turns a contradiction of the elastic program into one of the original's hard ends.
  func hardConflict(
    _ certificate: InfeasibilityCertificate, of original: LinearProgram
  ) -> RelaxationOutcome {
    var multipliers = Array(certificate.multipliers.prefix(original.rowCount))
    // An end that gives has no part in it but by rounding, within the tolerance of the check.
    for give in gives {
      guard case .row(let row) = give.part else { continue }
      let multiplier = multipliers[row.index]
      if give.end == .lower ? multiplier > 0 : multiplier < 0 { multipliers[row.index] = 0 }
    }
    let check = CertificateCheck(infeasibilityOf: original, multipliers: multipliers)
    guard check.passes else {
      return .notProven(
        UnprovenReport(
          reason: .infeasibilityCheckFailed(check), statistics: certificate.statistics))
    }
    return .hardInfeasible(
      InfeasibilityCertificate(
        multipliers: multipliers, check: check, statistics: certificate.statistics))
  }
}

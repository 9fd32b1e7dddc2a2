extension LinearProgram {
  /// Finds rows and bounds that contradict one another, none of them superfluous.
  ///
  /// The multipliers of a checked infeasibility certificate name a first set. It is reduced to
  /// the support of a basic solution of the alternative system, which is irreducible in exact
  /// arithmetic (Gleeson and Ryan); then every member is dropped in turn and a point that meets
  /// all others is computed and checked. A member for which there is none is left out and the
  /// search goes on with the rest (the deletion filter of Chinneck and Dravnieks). Nothing is
  /// claimed that has not been checked, the contradiction as a certificate, the necessity of
  /// each member by its point.
  ///
  /// Sources: J. Gleeson and J. Ryan, "Identifying minimally infeasible subsystems of
  /// inequalities", *ORSA J. Comput.* 2 (1990), 61–63; J. W. Chinneck and E. W. Dravnieks,
  /// "Locating minimal infeasible constraint sets in linear programs", *ORSA J. Comput.* 3
  /// (1991), 157–168.
  ///
  /// A row that contradicts the bounds of its variables is found without any solve. A program may
  /// have many irreducible sets of very different sizes. Unless told otherwise, a
  /// second set is sought from the certificate that proves the most for its sum of |multipliers|,
  /// which tends to need few rows, and the set with fewer rows is returned.
  ///
  /// - Parameters:
  ///   - settings: Tolerances, engine and limits; a limit holds for all solves together.
  ///   - isSeekingFewRows: Whether to spend about one more solve on a second, smaller set.
  /// - Returns: The set, or that there is a feasible point, or why nothing could be proven.
  /// - Throws: A ``SolverError`` that names the first number that makes no sense, such as a
  ///   lower bound above its upper bound.
  /// - Complexity: Two solves of the program, two of the members alone and, for each member, one
  ///   solve with a basis of the members and one check; more solves of ever smaller programs
  ///   where a member is superfluous.
  public func irreducibleInfeasibleSet(
    _ settings: SolverSettings = SolverSettings(), isSeekingFewRows: Bool = true
  ) throws(SolverError) -> IrreducibleSetOutcome {
    try settings.validate()
    try validate()
    var budget = DiagnosisBudget(settings)
    if budget.exhausted == nil, let conflict = ConflictProgram(singleRowOf: self) {
      var filter = DeletionFilter(conflict)
      try filter.run(&budget)
      return .infeasible(filter.result(budget.statistics))
    }
    var question = self
    question.minimize(LinearExpression())
    switch try budget.solve(question) {
    case .optimal, .unbounded: return .feasible(budget.statistics)
    case .limit(let report): return .limit(budget.report(report))
    case .notProven(let report): return .notProven(budget.report(report))
    case .infeasible(let certificate):
      return try search(from: certificate, isSeekingFewRows, &budget)
    }
  }

  /// Finds an irreducible set, at first within the support of `certificate`.
  ///
  /// - Parameters:
  ///   - certificate: A certificate of this program.
  ///   - settings: Tolerances, engine and limits; a limit holds for all solves together.
  ///   - isSeekingFewRows: Whether to spend about one solve on a second, smaller set, which need
  ///     not lie within the support.
  /// - Returns: The set, or why nothing could be proven.
  /// - Throws: A ``SolverError`` that names the first number that makes no sense.
  public func irreducibleInfeasibleSet(
    within certificate: InfeasibilityCertificate, _ settings: SolverSettings = SolverSettings(),
    isSeekingFewRows: Bool = false
  ) throws(SolverError) -> IrreducibleSetOutcome {
    precondition(
      certificate.multipliers.count == rowCount, "the certificate is of another program")
    try settings.validate()
    try validate()
    var budget = DiagnosisBudget(settings)
    return try search(from: certificate, isSeekingFewRows, &budget)
  }

  private func search(
    from certificate: InfeasibilityCertificate, _ isSeekingFewRows: Bool,
    _ budget: inout DiagnosisBudget
  ) throws(SolverError) -> IrreducibleSetOutcome {
    guard let conflict = ConflictProgram(self, multipliers: certificate.multipliers) else {
      let check = CertificateCheck(
        infeasibilityOf: self, multipliers: certificate.multipliers)
      return .notProven(
        UnprovenReport(
          reason: .infeasibilityCheckFailed(check), statistics: budget.statistics))
    }
    var filter = DeletionFilter(conflict)
    try filter.run(&budget)
    if isSeekingFewRows, filter.conflict.rows.count > 1, budget.exhausted == nil,
      let other = try SharedViolation(self).conflict(&budget)
    {
      var second = DeletionFilter(other)
      try second.run(&budget)
      if second.isProven, second.size < filter.size || !filter.isProven { filter = second }
    }
    return .infeasible(filter.result(budget.statistics))
  }
}

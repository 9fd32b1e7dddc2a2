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
  /// - Parameter settings: Tolerances, engine and limits; a limit holds for all solves together.
  /// - Returns: The set, or that there is a feasible point, or why nothing could be proven.
  /// - Throws: A ``SolverError`` that names the first number that makes no sense, such as a
  ///   lower bound above its upper bound.
  /// - Complexity: Two solves and, for each member, one solve with a basis of the members alone
  ///   and one check; more solves of ever smaller programs where a member is superfluous.
  public func irreducibleInfeasibleSet(
    _ settings: SolverSettings = SolverSettings()
  ) throws(SolverError) -> IrreducibleSetOutcome {
    var budget = DiagnosisBudget(settings)
    var question = self
    question.minimize(LinearExpression())
    switch try budget.solve(question) {
    case .optimal, .unbounded: return .feasible(budget.statistics)
    case .limit(let report): return .limit(budget.report(report))
    case .notProven(let report): return .notProven(budget.report(report))
    case .infeasible(let certificate):
      return try search(from: certificate, &budget)
    }
  }

  /// Finds an irreducible set within the support of `certificate`.
  ///
  /// - Precondition: The certificate is one of this program.
  /// - Throws: A ``SolverError`` that names the first number that makes no sense.
  public func irreducibleInfeasibleSet(
    within certificate: InfeasibilityCertificate, _ settings: SolverSettings = SolverSettings()
  ) throws(SolverError) -> IrreducibleSetOutcome {
    precondition(
      certificate.multipliers.count == rowCount, "the certificate is of another program")
    try settings.validate()
    try validate()
    var budget = DiagnosisBudget(settings)
    return try search(from: certificate, &budget)
  }

  private func search(
    from certificate: InfeasibilityCertificate, _ budget: inout DiagnosisBudget
  ) throws(SolverError) -> IrreducibleSetOutcome {
    guard let conflict = ConflictProgram(self, multipliers: certificate.multipliers) else {
      let check = CertificateCheck(
        infeasibilityOf: self, multipliers: certificate.multipliers)
      return .notProven(
        UnprovenReport(
          reason: .infeasibilityCheckFailed(check), statistics: budget.statistics))
    }
    var filter = DeletionFilter(conflict, budget: budget)
    try filter.run()
    return .infeasible(filter.result)
  }
}

/// The search for an irreducible subset of a contradiction.
struct DeletionFilter {
  private var conflict: ConflictProgram
  private var budget: DiagnosisBudget
  /// The residual of a point that meets all other members, for the parts proven necessary.
  ///
  /// A part necessary in a set is necessary in every infeasible subset, by the same point.
  private var residuals: [ProgramPart: Double] = [:]
  private var stop: LimitReport.Limit?

  /// Starts from a checked contradiction.
  init(_ conflict: ConflictProgram, budget: DiagnosisBudget) {
    self.conflict = conflict
    self.budget = budget
  }

  /// Drops members until all that are left are necessary, or no more can be proven.
  mutating func run() throws(SolverError) {
    while try reduceToVertex() {}
    // Parts whose solve gave no proof are asked once only.
    var asked: Set<ProgramPart> = []
    while stop == nil,
      let member = conflict.members.first(where: {
        residuals[$0.part] == nil && !asked.contains($0.part)
      })
    {
      asked.insert(member.part)
      try drop(member)
    }
  }

  /// Replaces the contradiction by that of a basic solution and takes the members' points from
  /// its basis; returns whether the set has become smaller, so that it pays to do so again.
  private mutating func reduceToVertex() throws(SolverError) -> Bool {
    stop = budget.exhausted
    guard stop == nil, conflict.program.rowCount > 0 else { return false }
    let elastic = ElasticConflict(conflict)
    let before = conflict.members.count
    switch try budget.solve(elastic.program, needsBasis: true) {
    case .optimal(let solution):
      if let smaller = conflict.shrunk(to: solution.prices), smaller.members.count < before {
        conflict = smaller
        return true
      }
      guard let basis = solution.basis else { return false }
      for (member, residual) in zip(conflict.members, elastic.residuals(at: basis)) {
        if let residual { residuals[member.part] = residual }
      }
      return false
    case .infeasible(let certificate):
      // The elastic row has no part in this contradiction.
      guard let smaller = conflict.shrunk(to: certificate.multipliers) else { return false }
      conflict = smaller
      return smaller.members.count < before
    case .limit(let report):
      stop = report.limit
      return false
    case .unbounded, .notProven: return false
    }
  }

  /// Solves the contradiction without `member`: either a point proves it necessary, or the rest
  /// contradicts itself and replaces the set.
  private mutating func drop(_ member: ConflictProgram.Member) throws(SolverError) {
    stop = budget.exhausted
    guard stop == nil, let place = conflict.place(of: member.part) else { return }
    var rest = conflict.program
    rest.setBounds(of: place, to: -.infinity ... .infinity)
    switch try budget.solve(rest) {
    case .optimal(let solution): residuals[member.part] = solution.check.primalResidual
    case .infeasible(let certificate):
      guard let smaller = conflict.shrunk(to: certificate.multipliers),
        smaller.members.count < conflict.members.count
      else { return }
      conflict = smaller
      while try reduceToVertex() {}
    case .limit(let report): stop = report.limit
    case .unbounded, .notProven: return
    }
  }

  /// The set as far as it has been reduced and proven.
  var result: IrreducibleSet {
    let margin = conflict.check.margin
    let members = conflict.members.map { member in
      IrreducibleSet.Member(
        part: member.part, end: member.end, multiplier: member.multiplier,
        distance: margin / abs(member.multiplier), residualWithout: residuals[member.part])
    }
    let isProven = members.allSatisfy(\.isProvenNecessary)
    return IrreducibleSet(
      members: members,
      standing: isProven ? .irreducible : stop.map { .stopped($0) } ?? .notProven,
      check: conflict.check, statistics: budget.statistics, program: conflict.program,
      variables: conflict.variables)
  }
}

/// The search for an irreducible subset of a contradiction.
struct DeletionFilter {
  private(set) var conflict: ConflictProgram
  /// The residual of a point that meets all other members, for the parts proven necessary.
  ///
  /// A part necessary in a set is necessary in every infeasible subset, by the same point.
  private var residuals: [ProgramPart: Double] = [:]
  private var stop: LimitReport.Limit?

  /// Starts from a checked contradiction.
  init(_ conflict: ConflictProgram) { self.conflict = conflict }

  /// Whether every member is proven necessary.
  var isProven: Bool { conflict.members.allSatisfy { residuals[$0.part] != nil } }

  /// The number of rows, then of all members.
  var size: (Int, Int) { (conflict.rows.count, conflict.members.count) }

  /// Drops members until all that are left are necessary, or no more can be proven.
  mutating func run(_ budget: inout DiagnosisBudget) throws(SolverError) {
    while try reduceToVertex(&budget) {}
    // Parts whose solve gave no proof are asked once only.
    var asked: Set<ProgramPart> = []
    while stop == nil,
      let member = conflict.members.first(where: {
        residuals[$0.part] == nil && !asked.contains($0.part)
      })
    {
      asked.insert(member.part)
      try drop(member, &budget)
    }
  }

  /// Replaces the contradiction by that of a basic solution and takes the members' points from
  /// its basis; returns whether the set has become smaller, so that it pays to do so again.
  private mutating func reduceToVertex(
    _ budget: inout DiagnosisBudget
  ) throws(SolverError) -> Bool {
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
      let found = elastic.residuals(at: basis, within: budget)
      for (member, residual) in zip(conflict.members, found) {
        if let residual { residuals[member.part] = residual }
      }
      if !isProven { stop = budget.exhausted }
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
  private mutating func drop(
    _ member: ConflictProgram.Member, _ budget: inout DiagnosisBudget
  ) throws(SolverError) {
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
      while try reduceToVertex(&budget) {}
    case .limit(let report): stop = report.limit
    case .unbounded, .notProven: return
    }
  }

  /// The set as far as it has been reduced and proven.
  func result(_ statistics: SolveStatistics) -> IrreducibleSet {
    let margin = conflict.check.margin
    let members = conflict.members.map { member in
      IrreducibleSet.Member(
        part: member.part, end: member.end, multiplier: member.multiplier,
        distance: margin / abs(member.multiplier), residualWithout: residuals[member.part])
    }
    return IrreducibleSet(
      members: members,
      standing: isProven ? .irreducible : stop.map { .stopped($0) } ?? .notProven,
      check: conflict.check, statistics: statistics, program: conflict.program,
      variables: conflict.variables)
  }
}

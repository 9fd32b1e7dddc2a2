import LinearProgramming
import TestSupport
import Testing

@Suite("Irreducible infeasible sets")
struct IrreducibleSetTests {
  /// The members as sorted words "name end".
  static func words(_ set: IrreducibleSet, of program: LinearProgram) -> [String] {
    set.members.map { "\(program.name(of: $0.part)) \($0.end)" }.sorted()
  }

  /// `program` with all ends freed but those of `members`; built from the members alone.
  static func alone(
    _ members: [IrreducibleSet.Member], of program: LinearProgram
  ) -> LinearProgram {
    var result = program
    result.minimize(LinearExpression())
    for part in program.rows.map(ProgramPart.row) + program.variables.map(ProgramPart.variable) {
      let bounds = program.bounds(of: part)
      let kept = members.first { $0.part == part }
      result.setBounds(
        of: part,
        to: (kept.map { $0.end == .upper } ?? true ? -.infinity : bounds.lowerBound)...(kept.map {
          $0.end == .lower
        } ?? true ? .infinity : bounds.upperBound))
    }
    return result
  }

  /// Checks that the members alone are infeasible, and feasible when any one is dropped.
  static func expectIrreducible(_ set: IrreducibleSet, of program: LinearProgram) throws {
    #expect(set.isIrreducible)
    #expect(set.check.passes)
    let together = try alone(set.members, of: program).solve()
    guard case .infeasible = together else {
      Issue.record("the members alone are not infeasible: \(together), \(set.check)")
      return
    }
    for (place, member) in set.members.enumerated() {
      var others = set.members
      others.remove(at: place)
      let outcome = try alone(others, of: program).solve()
      #expect(outcome.solution != nil, "\(program.name(of: member.part)) is superfluous")
      #expect(try set.program(without: member).solve().solution != nil)
      #expect(member.distance > 0)
    }
    guard case .infeasible = try set.program.solve() else {
      Issue.record("the program of the members is not infeasible")
      return
    }
  }

  /// Source of truth: worked by hand, see each case.
  @Test(arguments: InfeasiblePrograms.all)
  func `name the right rows and bounds`(example: InfeasiblePrograms.Case) throws {
    let outcome = try example.program.irreducibleInfeasibleSet()
    let set = try #require(outcome.set, "\(outcome)")
    let words = Self.words(set, of: example.program)
    #expect(example.sets.contains { $0.sorted() == words }, "\(words)")
    try Self.expectIrreducible(set, of: example.program)
  }

  /// Source of truth: constructed; generic rows are independent but for the planted combination.
  @Test(arguments: [2, 3, 7, 20], [1, 2, 3] as [UInt64])
  func `find a planted contradiction`(size: Int, seed: UInt64) throws {
    let program = InfeasiblePrograms.planted(size: size, others: 15, seed: seed)
    let set = try #require(try program.irreducibleInfeasibleSet().set)
    let names = (0..<size).map { "planted[\($0)] lower" }.sorted()
    #expect(Self.words(set, of: program) == names)
    try Self.expectIrreducible(set, of: program)
  }

  /// Source of truth: by hand; every step is at least one, the ends are one too near, and any one
  /// of the members removes the contradiction by giving one.
  @Test func `tell how far each member must give`() throws {
    let program = InfeasiblePrograms.chain(length: 12).program
    let set = try #require(try program.irreducibleInfeasibleSet().set)
    #expect(set.members.count == 14)
    for member in set.members {
      #expect(agrees(member.distance, 1))
      var relaxed = program
      let bounds = program.bounds(of: member.part)
      relaxed.setBounds(
        of: member.part,
        to: member.end == .lower
          ? bounds.lowerBound - 1...bounds.upperBound
          : bounds.lowerBound...bounds.upperBound + 1)
      #expect(try relaxed.solve().solution != nil)
    }
  }

  /// Source of truth: the multipliers of the members must combine to nothing (Farkas).
  @Test func `give multipliers that cancel`() throws {
    let program = InfeasiblePrograms.boundsAgainstRow.program
    let set = try #require(try program.irreducibleInfeasibleSet().set)
    var margin = 0.0
    var combined = [Double](repeating: 0, count: program.variableCount)
    for member in set.members {
      let bounds = program.bounds(of: member.part)
      #expect((member.multiplier > 0) == (member.end == .lower))
      margin += member.multiplier * (member.end == .lower ? bounds.lowerBound : bounds.upperBound)
      switch member.part {
      case .row(let row):
        for term in program.terms(of: row) {
          combined[term.variable.index] += member.multiplier * term.weight
        }
      case .variable(let variable): combined[variable.index] += member.multiplier
      }
    }
    #expect(agrees(margin, set.check.margin))
    #expect(combined.allSatisfy { abs($0) < 1e-12 })
  }

  /// Source of truth: by definition.
  @Test func `say when there is nothing to find`() throws {
    var program = LinearProgram()
    let x = program.addVariable("x")
    program.require(x >= 1, named: "one")
    program.minimize(-x)
    guard case .feasible = try program.irreducibleInfeasibleSet() else {
      Issue.record("an unbounded program is feasible")
      return
    }
    program.setBounds(of: x, to: 0...0)
    guard case .infeasible = try program.irreducibleInfeasibleSet() else {
      Issue.record("x is zero and at least one")
      return
    }
  }

  /// Source of truth: by definition; without iterations nothing can be shown necessary.
  @Test func `admit that a limit stopped the search`() throws {
    let program = InfeasiblePrograms.chain(length: 12).program
    let none = SolverSettings(isPresolving: false, iterationLimit: 0)
    guard case .limit(let report) = try program.irreducibleInfeasibleSet(none) else {
      Issue.record("no iterations were allowed")
      return
    }
    #expect(report.limit == .iterations)
    guard case .infeasible(let certificate) = try program.solve() else {
      Issue.record("the chain is infeasible")
      return
    }
    let outcome = try program.irreducibleInfeasibleSet(within: certificate, none)
    let set = try #require(outcome.set)
    #expect(set.standing == .stopped(.iterations))
    #expect(set.check.passes && !set.isIrreducible)
    let full = try #require(try program.irreducibleInfeasibleSet(within: certificate).set)
    try Self.expectIrreducible(full, of: program)
  }

  /// Source of truth: by definition; a bound above the other is an error, not a contradiction.
  @Test func `refuse bounds that hold no number`() throws {
    var program = LinearProgram()
    let x = program.addVariable("x")
    program.require(x >= .infinity, named: "never")
    #expect(throws: SolverError.self) { try program.irreducibleInfeasibleSet() }
  }

  /// Source of truth: by definition; each set is taken apart to the last member.
  @Test(
    .enabled(if: ReferenceProblems.arePresent),
    arguments: ReferenceProblems.infeasible.filter { $0 != "netlib-infeasible/qual" })
  func `hold for real programs`(path: String) throws {
    let program = try ReferenceProblems.program(path)
    let set = try #require(try program.irreducibleInfeasibleSet().set)
    try Self.expectIrreducible(set, of: program)
  }

  /// Source of truth: by definition.
  ///
  /// The contradiction in qual is so slight that its members, with all other bounds gone, are met
  /// to within the tolerance by a point with numbers beyond a thousand million; so the certificate,
  /// which is within the tolerance too, must do.
  @Test(.enabled(if: ReferenceProblems.arePresent))
  func `hold as far as can be shown for a slight contradiction`() throws {
    let program = try ReferenceProblems.program("netlib-infeasible/qual")
    let set = try #require(try program.irreducibleInfeasibleSet().set)
    #expect(set.check.passes && set.isIrreducible)
    for member in set.members {
      #expect(try set.program(without: member).solve().solution != nil)
    }
  }

  /// Source of truth: by duality; no feasible point is better than the optimum.
  ///
  /// Asking for more than the optimum contradicts nearly everything, so the sets are large.
  @Test(
    .enabled(if: ReferenceProblems.arePresent),
    arguments: ["afiro", "kb2", "share1b", "israel", "boeing2", "etamacro", "scfxm1", "seba"])
  func `hold for an objective beyond the optimum`(name: String) throws {
    var program = try ReferenceProblems.program("netlib/\(name)")
    let optimum = try #require(try ReferenceProblems.optimum(of: "netlib/\(name)"))
    let better = optimum - 0.01 * (1 + abs(optimum))
    program.require(program.objective.within(-.infinity...better), named: "better")
    let set = try #require(try program.irreducibleInfeasibleSet().set)
    #expect(set.isIrreducible)
    #expect(set.rows.contains { program.name(of: $0) == "better" })
    for member in set.members.prefix(5) {
      let outcome = try set.program(without: member).solve()
      #expect(outcome.solution != nil, "\(name): \(program.name(of: member.part)): \(outcome)")
    }
    let hurried = SolverSettings(timeLimit: .zero)
    guard case .limit(let report) = try program.irreducibleInfeasibleSet(hurried) else {
      Issue.record("no time was allowed")
      return
    }
    #expect(report.limit == .time)
  }
}

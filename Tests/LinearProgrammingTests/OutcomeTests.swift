import LinearProgramming
import Testing

@Suite("Outcomes other than an optimum")
struct OutcomeTests {
  /// Source of truth: worked by hand; x + y cannot be both at most 1 and at least 3.
  @Test func `proves a contradiction of rows`() throws {
    var program = LinearProgram()
    let x = program.addVariable("x")
    let y = program.addVariable("y")
    let low = program.require(x + y <= 1, named: "low")
    let high = program.require(x + y >= 3, named: "high")
    let idle = program.require(x <= 100, named: "idle")
    guard case .infeasible(let certificate) = try program.solve() else {
      Issue.record("not found infeasible")
      return
    }
    #expect(certificate.check.passes)
    #expect(certificate.conflictingRows == [low, high])
    #expect(certificate.multiplier(of: high) > 0 && certificate.multiplier(of: low) < 0)
    #expect(certificate.multiplier(of: idle) == 0)
  }

  /// Source of truth: worked by hand; three variables of at most 1 cannot reach 4.
  @Test func `proves a contradiction of a row and bounds`() throws {
    var program = LinearProgram()
    let x = program.addVariables("x", over: [1, 2, 3], in: 0...1)
    program.require(x.sum() >= 4, named: "too much")
    guard case .infeasible(let certificate) = try program.solve() else {
      Issue.record("not found infeasible")
      return
    }
    #expect(certificate.check.margin > 0)
  }

  /// Source of truth: the definition; 0 is not at least 1.
  @Test func `finds a row without terms infeasible`() throws {
    var program = LinearProgram()
    program.require(LinearExpression() >= 1, named: "void")
    guard case .infeasible = try program.solve() else {
      Issue.record("not found infeasible")
      return
    }
  }

  /// Source of truth: worked by hand; along (1, 1) the row x − y ≤ 2 never binds.
  @Test func `proves an objective unbounded`() throws {
    var program = LinearProgram()
    let x = program.addVariable("x")
    let y = program.addVariable("y")
    program.require(x - y <= 2, named: "row")
    program.maximize(x)
    guard case .unbounded(let certificate) = try program.solve() else {
      Issue.record("not found unbounded")
      return
    }
    #expect(certificate.check.passes)
    #expect(certificate.rate(of: x) > 0)
    #expect(certificate.rate(of: y) >= certificate.rate(of: x) * (1 - 1e-9))
    #expect(certificate.value(of: x - y) <= 2 + 1e-9)
  }

  @Test func `finds a free variable without rows unbounded`() throws {
    var program = LinearProgram()
    let x = program.addVariable("x", in: -.infinity ... .infinity)
    program.minimize(x)
    guard case .unbounded(let certificate) = try program.solve() else {
      Issue.record("not found unbounded")
      return
    }
    #expect(certificate.rate(of: x) < 0)
  }

  @Test func `stops at the iteration limit`() throws {
    let program = RandomPrograms.covering(rowCount: 40, columnCount: 60, seed: 1)
    let optimum = try program.optimum()
    guard case .limit(let report) = try program.solve(SolverSettings(iterationLimit: 5)) else {
      Issue.record("did not stop")
      return
    }
    #expect(report.limit == .iterations && report.iterations == 5)
    if let bound = report.bestBound { #expect(bound <= optimum.objective + 1e-6) }
    #expect(report.description.hasPrefix("Stopped at the iteration limit after 5 iterations"))
  }

  @Test func `stops at the time limit`() throws {
    let program = RandomPrograms.covering(rowCount: 40, columnCount: 60, seed: 1)
    guard case .limit(let report) = try program.solve(SolverSettings(timeLimit: .zero)) else {
      Issue.record("did not stop")
      return
    }
    #expect(report.limit == .time)
  }

  @Test func `refuses numbers that make no sense`() {
    var program = LinearProgram()
    let x = program.addVariable("x")
    var bad = program
    bad.require(.nan * x <= 1, named: "row")
    #expect(throws: SolverError.self) { try bad.solve() }
    bad = program
    bad.require(x <= .nan, named: "row")
    let error = #expect(throws: SolverError.self) { try bad.solve() }
    #expect(error?.description.hasPrefix("Row row must lie between") == true)
    bad = program
    bad.minimize(.infinity * x)
    #expect(throws: SolverError.invalidObjective(variable: "x", value: .infinity)) {
      try bad.solve()
    }
    bad = program
    bad.setBounds(of: x, to: .infinity ... .infinity)
    #expect(throws: SolverError.self) { try bad.solve() }
    #expect(throws: SolverError.invalidSetting("optimalityTolerance")) {
      try program.solve(SolverSettings(optimalityTolerance: 0))
    }
  }
}

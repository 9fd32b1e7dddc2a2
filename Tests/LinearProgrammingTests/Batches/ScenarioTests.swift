import LinearProgramming
import TestSupport
import Testing

@Suite("Scenarios")
struct ScenarioTests {
  /// Source of truth: the changed program solved from scratch, on its own.
  @Test(arguments: 1...8)
  func `every scenario has the answer of its own program`(seed: Int) async throws {
    let program = RandomPrograms.covering(rowCount: 30, columnCount: 60, seed: UInt64(seed))
    let scenarios = RandomScenarios.of(program, count: 12, seed: UInt64(seed))
    let basis = try #require(program.optimum().basis)
    let batch = try await program.solve(scenarios: scenarios, from: basis, workers: 2)
    #expect(batch.map(\.index) == Array(0..<12) && batch.map(\.name) == scenarios.map(\.name))
    for (scenario, solved) in zip(scenarios, batch) {
      let own = try program.changed(by: scenario)
      switch (try own.solve(), solved.outcome) {
      case (.optimal(let cold), .optimal(let warm)):
        #expect(agrees(cold.objective, warm.objective))
        #expect(warm.check.passes && agrees(own.objective.value(of: warm), warm.objective))
      case (.infeasible, .infeasible(let certificate)):
        let multipliers = program.rows.map(certificate.multiplier(of:))
        #expect(CertificateCheck(infeasibilityOf: own, multipliers: multipliers).passes)
      case (let cold, let warm): Issue.record("\(cold) is not \(warm)")
      }
    }
  }

  /// Source of truth: one worker; the answers must be equal to the last bit.
  @Test(arguments: 1...4)
  func `workers, order and thread leave the answers alone`(seed: Int) async throws {
    let program = RandomPrograms.covering(rowCount: 40, columnCount: 90, seed: UInt64(seed))
    let scenarios = RandomScenarios.of(program, count: 24, seed: UInt64(seed))
    let basis = try #require(program.optimum().basis)
    let alone = try await program.solve(scenarios: scenarios, from: basis, workers: 1)
    let expected = alone.map { $0.outcome.fingerprint(in: program) }
    for workers in [2, 5, 40, nil] {
      let batch = try await program.solve(scenarios: scenarios, from: basis, workers: workers)
      #expect(batch.map { $0.outcome.fingerprint(in: program) } == expected)
    }
    let reversed = try await program.solve(scenarios: scenarios.reversed(), from: basis, workers: 2)
    #expect(reversed.reversed().map { $0.outcome.fingerprint(in: program) } == expected)
  }

  /// Source of truth: one worker; the answers must be equal to the last bit, and stand their check.
  @Test(
    .enabled(if: ReferenceProblems.arePresent),
    arguments: ["staffing/staff_XS", "staffing/staff_S", "netlib/25fv47", "netlib/ship12l"])
  func `workers leave the answers of real programs alone`(path: String) async throws {
    let program = try ReferenceProblems.program(path)
    let basis = try #require(program.optimum().basis)
    let scenarios = StaffingScenarios.of(program, count: 8, seed: 1)
    let alone = try await program.solve(scenarios: scenarios, from: basis, workers: 1)
    let both = try await program.solve(scenarios: scenarios, from: basis, workers: 2)
    for (one, other) in zip(alone, both) {
      #expect(
        one.outcome.fingerprint(in: program) == other.outcome.fingerprint(in: program),
        "\(path): \(one.name)")
      if case .notProven(let report) = one.outcome { Issue.record("\(path): \(report)") }
    }
  }

  /// Source of truth: worked by hand.
  ///
  /// Wheat earns 3 and barley 2 on 100 of land; of two changes of
  /// one thing the later holds, and a cost of zero takes a variable out of the objective.
  @Test func `changes of costs, bounds and ranges have their effect`() async throws {
    var program = LinearProgram(name: "mix")
    let wheat = program.addVariable("wheat")
    let barley = program.addVariable("barley", in: 0...40)
    let land = program.require(wheat + barley <= 100, named: "land")
    program.maximize(3 * wheat + 2 * barley + 7)
    let basis = try #require(program.optimum().basis)
    let scenarios = [
      Scenario("as it is"),
      Scenario("less land").settingBounds(of: land, to: 0...90).settingBounds(of: land, to: 0...80),
      Scenario("dear barley").settingCost(of: barley, to: 5),
      Scenario("no wheat").settingCost(of: wheat, to: 0).settingBounds(of: barley, to: 0...30),
      Scenario("too much").settingBounds(of: barley, to: 101...200),
    ]
    let batch = try await program.solve(scenarios: scenarios, from: basis)
    #expect(batch.map { $0.outcome.solution?.objective } == [307, 247, 387, 67, nil])
    #expect(batch[0].outcome.statistics.simplexIterations == 0)
    guard case .infeasible(let certificate) = batch[4].outcome else {
      Issue.record("not infeasible but \(batch[4].outcome)")
      return
    }
    #expect(certificate.conflictingRows == [land])
  }

  /// Source of truth: worked by hand; no value lies between a number and no number.
  @Test func `a number that makes no sense names its scenario`() async throws {
    var program = LinearProgram(name: "small")
    let x = program.addVariable("x", in: 0...4)
    let cap = program.require(x <= 3, named: "cap")
    program.maximize(x)
    let basis = try #require(program.optimum().basis)
    var bad = Scenario("bad")
    bad.setBounds(of: cap, lower: 0, upper: .nan)
    let fine = Scenario("fine")
    let error = await #expect(throws: SolverError.self) {
      _ = try await program.solve(scenarios: [fine, bad], from: basis)
    }
    #expect(error?.description.hasPrefix("Scenario bad: Row cap must lie between") == true)
    var crossed = Scenario("crossed")
    crossed.setBounds(of: x, lower: 3, upper: 2)
    await #expect(
      throws: SolverError.invalidScenario(
        "crossed", reason: .invalidVariableBounds(variable: "x", lower: 3, upper: 2))
    ) { _ = try await program.solve(scenarios: [crossed], from: basis) }
    let dear = Scenario("dear").settingCost(of: x, to: .infinity)
    await #expect(
      throws: SolverError.invalidScenario(
        "dear", reason: .invalidObjective(variable: "x", value: .infinity))
    ) { _ = try await program.solve(scenarios: [dear], from: basis) }
    await #expect(throws: SolverError.invalidSetting("optimalityTolerance")) {
      _ = try await program.solve(
        scenarios: [], from: basis, settings: SolverSettings(optimalityTolerance: 0))
    }
  }

  /// Source of truth: a task that is cancelled before it starts solves nothing.
  @Test func `a cancelled batch says so for every scenario`() async throws {
    let program = RandomPrograms.covering(rowCount: 30, columnCount: 60, seed: 2)
    let basis = try #require(program.optimum().basis)
    let scenarios = RandomScenarios.of(program, count: 6, seed: 2)
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return try await program.solve(scenarios: scenarios, from: basis, workers: 2)
    }
    task.cancel()
    for solved in try await task.value {
      guard case .limit(let report) = solved.outcome else {
        Issue.record("not stopped but \(solved.outcome)")
        continue
      }
      #expect(report.limit == .cancelled && report.description.hasPrefix("Cancelled after 0"))
    }
  }
}

extension LinearExpression {
  /// The value of the expression in `solution`.
  fileprivate func value(of solution: Solution) -> Double { solution.value(of: self) }
}

import LinearProgramming
import TestSupport
import Testing

@Suite("Runs, limits and cancellation")
struct SolverRunTests {
  /// A program that takes longer than other tests keep a task from being cancelled.
  static let long = covering(rowCount: 16_000)
  /// A program that takes longer than the limits of these tests, but is soon made ready.
  static let short = covering(rowCount: 1500)

  /// Every row wants some of six columns, of which there are twice as many.
  private static func covering(rowCount: Int) -> LinearProgram {
    var generator = SeededGenerator(seed: 11)
    var program = LinearProgram(name: "covering")
    let variables = (0..<2 * rowCount).map { program.addVariable("x\($0)", in: 0...9) }
    for row in 0..<rowCount {
      var expression = LinearExpression()
      for _ in 0..<6 {
        let variable = variables[generator.integer(below: variables.count)]
        expression.add(variable, times: Double(1 + generator.integer(below: 3)))
      }
      program.require(expression >= Double(1 + generator.integer(below: 7)), named: "r\(row)")
    }
    var goal = LinearExpression()
    for variable in variables { goal.add(variable, times: generator.uniform(in: 1...4)) }
    program.minimize(goal)
    return program
  }

  /// Source of truth: the same program solved without a run.
  @Test func `a run ends with the outcome of a solve and its figures`() async throws {
    let program = RandomPrograms.covering(rowCount: 60, columnCount: 120, seed: 9)
    let expected = try program.solve()
    let run = program.run()
    var seen: [SolverProgress] = []
    for await progress in run.progress { seen.append(progress) }
    #expect(try await run.outcome.fingerprint(in: program) == expected.fingerprint(in: program))
    let last = try #require(seen.last)
    #expect(last.phase == .check && last.objective == expected.solution?.objective)
    #expect(last.iterations == expected.statistics.simplexIterations)
    #expect(zip(seen, seen.dropFirst()).allSatisfy { $0.elapsed <= $1.elapsed })
    #expect(zip(seen, seen.dropFirst()).allSatisfy { $0.iterations <= $1.iterations })
  }

  /// Source of truth: worked by hand; the program asks for what no number is.
  @Test func `a run passes errors on`() async {
    var program = LinearProgram()
    let x = program.addVariable("x")
    program.minimize(.nan * x)
    let run = program.run()
    await #expect(throws: SolverError.self) { _ = try await run.outcome }
    for await progress in run.progress { Issue.record("no progress expected: \(progress)") }
  }

  /// Source of truth: a run that nobody stops takes much longer.
  @Test func `a run can be cancelled`() async throws {
    let run = Self.long.run()
    run.cancel()
    try expectCancelled(try await run.outcome)
  }

  /// Source of truth: a run that nobody stops takes much longer.
  @Test func `cancelling the task that waits cancels the run`() async throws {
    let task = Task { try await Self.long.run().outcome }
    task.cancel()
    try expectCancelled(try await task.value)
  }

  /// Source of truth: a run that nobody stops takes much longer.
  @Test func `cancelling the task that listens cancels the run`() async throws {
    let run = Self.long.run()
    let task = Task { for await _ in run.progress {} }
    task.cancel()
    await task.value
    try expectCancelled(try await run.outcome)
  }

  /// Source of truth: a solve that nobody stops takes much longer.
  @Test func `a plain solve notices that its task is cancelled`() async throws {
    let task = Task { try Self.long.solve() }
    task.cancel()
    try expectCancelled(try await task.value)
  }

  /// Source of truth: weak duality; a start from an optimal basis stays dual feasible, so the
  /// bound after a few iterations lies between the two optima.
  @Test(arguments: 1...5)
  func `a limit reports the best bound`(seed: Int) throws {
    var program = RandomPrograms.covering(rowCount: 40, columnCount: 80, seed: UInt64(seed))
    let old = try program.optimum()
    for row in program.rows.prefix(20) {
      program.setBounds(of: row, to: program.bounds(of: row).lowerBound + 2 ... .infinity)
    }
    guard let new = try program.solve().solution else { return }
    let outcome = try program.solve(SolverSettings(iterationLimit: 3), from: old.basis)
    guard case .limit(let report) = outcome else {
      Issue.record("not stopped but \(outcome)")
      return
    }
    let bound = try #require(report.bestBound)
    #expect(bound >= old.objective - 1e-7 && bound <= new.objective + 1e-7)
  }

  /// Source of truth: the limit; the rest allows for a machine with other work to do.
  @Test func `a time limit is kept`() throws {
    let program = Self.short
    let start = ContinuousClock.now
    let outcome = try program.solve(SolverSettings(timeLimit: .milliseconds(100)))
    let elapsed = ContinuousClock.now - start
    guard case .limit(let report) = outcome else {
      Issue.record("not stopped but \(outcome)")
      return
    }
    #expect(report.limit == .time)
    #expect(elapsed >= .milliseconds(100) && elapsed < .milliseconds(2100), "\(elapsed)")
  }

  /// Source of truth: at most one element is sent every
  /// 50 ms, and the first at once.
  @Test func `progress comes at a measured pace`() async throws {
    let run = Self.short.run(SolverSettings(timeLimit: .milliseconds(220)))
    var seen: [SolverProgress] = []
    for await progress in run.progress { seen.append(progress) }
    #expect(!seen.isEmpty)
    for (earlier, later) in zip(seen, seen.dropFirst()) {
      #expect(later.elapsed - earlier.elapsed >= .milliseconds(50))
    }
  }

  private func expectCancelled(
    _ outcome: Outcome, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    guard case .limit(let report) = outcome else {
      Issue.record("not stopped but \(outcome)", sourceLocation: sourceLocation)
      return
    }
    #expect(report.limit == .cancelled, sourceLocation: sourceLocation)
  }
}

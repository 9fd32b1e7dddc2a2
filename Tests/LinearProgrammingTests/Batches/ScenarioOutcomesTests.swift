import LinearProgramming
import Synchronization
import Testing

@Suite("Scenarios one by one")
struct ScenarioOutcomesTests {
  let program = RandomPrograms.covering(rowCount: 30, columnCount: 60, seed: 5)

  /// Source of truth: the same batch solved as a whole, to the last bit.
  @Test(arguments: [1, 2, 3])
  func `the outcomes are those of the whole batch`(workers: Int) async throws {
    let basis = try #require(program.optimum().basis)
    let scenarios = RandomScenarios.of(program, count: 20, seed: 5)
    let whole = try await program.solve(scenarios: scenarios, from: basis)
    var seen: [Int: String] = [:]
    for try await solved in program.outcomes(of: scenarios, from: basis, workers: workers) {
      #expect(seen[solved.index] == nil && solved.name == scenarios[solved.index].name)
      seen[solved.index] = solved.outcome.fingerprint(in: program)
    }
    #expect(whole.map { $0.outcome.fingerprint(in: program) } == whole.map { seen[$0.index] })
  }

  /// Source of truth: with two workers, four scenarios may be under way or wait to be read, and
  /// one more may be drawn before its permit is asked for.
  @Test func `scenarios are drawn as they are needed`() async throws {
    let basis = try #require(program.optimum().basis)
    let endless = EndlessScenarios()
    var read = 0
    for try await solved in program.outcomes(of: endless, from: basis, workers: 2) {
      read += 1
      #expect(endless.drawn.count.load(ordering: .relaxed) <= read + 5)
      #expect(solved.outcome.solution != nil)
      if read == 30 { break }
    }
  }

  /// Source of truth: the third of four scenarios has a cost that is no number.
  @Test func `an error comes after the outcomes before it`() async throws {
    let basis = try #require(program.optimum().basis)
    let bad = Scenario("bad").settingCost(of: program.variables[0], to: .nan)
    let scenarios = [Scenario("a"), Scenario("b"), bad, Scenario("c")]
    var names: [String] = []
    do throws(SolverError) {
      for try await solved in program.outcomes(of: scenarios, from: basis, workers: 2) {
        names.append(solved.name)
      }
      Issue.record("no error")
    } catch {
      #expect(error.description.hasPrefix("Scenario bad: "))
    }
    #expect(names.sorted() == ["a", "b"])
  }

  /// Source of truth: an endless batch ends only because its reader is cancelled.
  @Test func `cancelling the reader ends the batch`() async throws {
    let basis = try #require(program.optimum().basis)
    let program = program
    let (started, start) = AsyncStream.makeStream(of: Void.self)
    let task = Task {
      var read = 0
      for try await _ in program.outcomes(of: EndlessScenarios(), from: basis, workers: 2) {
        read += 1
        start.yield()
      }
      return read
    }
    var iterator = started.makeAsyncIterator()
    await iterator.next()
    task.cancel()
    #expect(try await task.value >= 1)
  }
}

/// Scenarios without end, which count how many have been drawn.
private struct EndlessScenarios: Sequence, Sendable {
  final class Drawn: Sendable {
    let count = Atomic(0)
  }

  let drawn = Drawn()

  func makeIterator() -> AnyIterator<Scenario> {
    AnyIterator { [drawn] in
      Scenario("\(drawn.count.wrappingAdd(1, ordering: .relaxed).newValue)")
    }
  }
}

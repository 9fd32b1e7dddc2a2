import LinearProgramming
import TestSupport
import Testing

/// Programs of fifty rows, which a user of the library may solve in a loop.
@Suite("Small programs in a loop")
struct SmallProgramTests {
  /// Source of truth: the first answer; the other thousand must equal it to the last bit.
  @Test(arguments: [SolverSettings.Engine.automatic, .primal, .interior])
  func `a thousand answers are the same`(engine: SolverSettings.Engine) throws {
    let program = RandomPrograms.covering(rowCount: 50, columnCount: 80, seed: 50)
    let settings = SolverSettings(engine: engine)
    let first = try program.solve(settings)
    let expected = first.fingerprint(in: program)
    #expect(first.solution?.check.passes == true)
    for number in 1...1000 {
      let again = try program.solve(settings).fingerprint(in: program)
      if again != expected {
        Issue.record("answer \(number) differs: \(again) instead of \(expected)")
        return
      }
    }
  }

  /// Source of truth: constructed with the optimum; nothing is left over from one to the next.
  @Test func `different programs in turn have their own optima`() throws {
    for seed in 1...200 as ClosedRange<UInt64> {
      let sample = RandomPrograms.certified(
        rowCount: 50, columnCount: 60, isMaximum: seed.isMultiple(of: 2), seed: seed)
      #expect(agrees(try sample.program.optimum().objective, sample.objective), "seed \(seed)")
    }
  }
}

import LinearProgramming
import TestSupport
import Testing

@Suite("Random programs")
struct RandomProgramTests {
  /// Source of truth: constructed; a point and prices were chosen first, and the program so that
  /// they satisfy the optimality conditions.
  @Test(arguments: 1...60)
  func `reach the optimum they were built around`(seed: Int) throws {
    let instance = RandomPrograms.certified(
      rowCount: 1 + seed % 25, columnCount: 2 + seed % 31, isMaximum: seed % 2 == 0,
      seed: UInt64(seed))
    let solution = try instance.program.optimum()
    #expect(agrees(solution.objective, instance.objective, within: 1e-8))
  }

  /// Source of truth: constructed, as above, at a size where refactorization matters.
  @Test(arguments: 1...3)
  func `reach the optimum at a larger size`(seed: Int) throws {
    let instance = RandomPrograms.certified(
      rowCount: 120, columnCount: 200, isMaximum: false, seed: UInt64(1000 + seed))
    let solution = try instance.program.optimum()
    #expect(agrees(solution.objective, instance.objective, within: 1e-8))
  }

  /// Source of truth: the definition of a derivative; the objective is solved again with a
  /// right-hand side moved by a small step either way.
  ///
  /// At a kink the price lies between the
  /// one-sided slopes.
  @Test(arguments: 1...15)
  func `have prices that agree with finite differences`(seed: Int) throws {
    let program = RandomPrograms.covering(rowCount: 12, columnCount: 15, seed: UInt64(seed))
    guard case .optimal(let solution) = try program.solve() else { return }
    let step = 1e-5
    for row in program.rows {
      let side = program.bounds(of: row).lowerBound
      let slopes = try [-step, step].map { change in
        var moved = program
        moved.setBounds(of: row, to: (side + change) ... .infinity)
        return (try moved.optimum(from: solution.basis).objective - solution.objective) / change
      }
      let price = solution.shadowPrice(of: row)
      #expect(price >= slopes[0] - 1e-5 && price <= slopes[1] + 1e-5)
    }
  }

  /// Source of truth: the definition of a derivative, as above, for the upper bounds.
  @Test(arguments: 1...15)
  func `have reduced costs that agree with finite differences`(seed: Int) throws {
    let program = RandomPrograms.covering(rowCount: 12, columnCount: 15, seed: UInt64(seed))
    guard case .optimal(let solution) = try program.solve() else { return }
    let step = 1e-5
    for variable in program.variables {
      let bounds = program.bounds(of: variable)
      let reduced = solution.reducedCost(of: variable)
      if reduced == 0 { continue }
      let slopes = try [-step, step].map { change in
        var moved = program
        let isLower = reduced > 0
        moved.setBounds(
          of: variable,
          to: isLower
            ? bounds.lowerBound + change...bounds.upperBound
            : bounds.lowerBound...bounds.upperBound + change)
        return (try moved.optimum(from: solution.basis).objective - solution.objective) / change
      }
      #expect(reduced >= slopes[0] - 1e-5 && reduced <= slopes[1] + 1e-5)
    }
  }

  /// Source of truth: the same program and settings must give the same bits.
  @Test func `repeat bit for bit`() throws {
    let program = RandomPrograms.covering(rowCount: 60, columnCount: 90, seed: 7)
    let first = try program.optimum()
    let second = try program.optimum()
    #expect(first.objective.bitPattern == second.objective.bitPattern)
    #expect(first.iterations == second.iterations)
    #expect(first.basis == second.basis)
  }
}

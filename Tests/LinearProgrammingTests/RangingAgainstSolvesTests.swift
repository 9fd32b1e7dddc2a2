import LinearProgramming
import TestSupport
import Testing

/// Ranging says in advance what solving changed programs shows: the objective is linear in each
/// interval, and beyond it a better solution of the cost, or a worse one of the end, takes over.
@Suite("Ranging against solves")
struct RangingAgainstSolvesTests {
  static func program(seed: UInt64) -> LinearProgram {
    RandomPrograms.certified(
      rowCount: 9, columnCount: 12, isMaximum: seed % 2 == 0, seed: seed
    ).program
  }

  /// The objective of `program` after a change, or `nil` if there is no optimum any more.
  static func objective(_ program: LinearProgram) throws -> Double? {
    try program.solve().solution?.objective
  }

  /// Inside, at and beyond the end of an interval, seen from `current`.
  static func steps(from current: Double, to end: Double) -> (inside: Double, beyond: Double) {
    let direction = end > current ? 1.0 : -1.0
    guard end.isFinite else { return (current + 100 * direction, current + 1000 * direction) }
    return (current + (end - current) / 2, end + direction * 0.5)
  }

  /// Source of truth: solving the program with the changed cost.
  @Test(arguments: Array(1...12) as [UInt64])
  func `costs keep the solution inside their interval`(seed: UInt64) throws {
    let program = Self.program(seed: seed)
    let solution = try program.optimum()
    let ranging = try program.ranging(of: solution)
    let sign = program.sense.sign
    for variable in program.variables {
      let range = ranging.cost(of: variable)
      #expect(range.lower <= range.current && range.current <= range.upper)
      #expect(agrees(range.value, solution.value(of: variable)))
      for (end, atEnd) in [
        (range.lower, range.objectiveAtLower), (range.upper, range.objectiveAtUpper),
      ] where end != range.current {
        let (inside, beyond) = Self.steps(from: range.current, to: end)
        func changed(_ cost: Double) -> LinearProgram {
          var copy = program
          var objective = program.objective
          objective.add(variable, times: cost - range.current)
          if program.sense == .minimize {
            copy.minimize(objective)
          } else {
            copy.maximize(objective)
          }
          return copy
        }
        func linear(_ cost: Double) -> Double {
          solution.objective + (cost - range.current) * range.value
        }
        #expect(
          agrees(try #require(try Self.objective(changed(inside))), linear(inside), within: 1e-7))
        if end.isFinite {
          #expect(agrees(atEnd, linear(end), within: 1e-7))
          #expect(agrees(try #require(try Self.objective(changed(end))), atEnd, within: 1e-7))
        }
        if let outside = try Self.objective(changed(beyond)) {
          // A linear function of the cost for each vertex: their best is never above the tangent.
          #expect(sign * (outside - linear(beyond)) <= 1e-7 * (1 + abs(outside)))
          if end.isInfinite { #expect(agrees(outside, linear(beyond), within: 1e-7)) }
        } else {
          #expect(end.isFinite, "no optimum within the interval")
        }
      }
    }
  }

  /// Source of truth: solving the program with the changed end.
  @Test(arguments: Array(1...12) as [UInt64])
  func `ends keep their price inside their interval`(seed: UInt64) throws {
    let program = Self.program(seed: seed)
    let solution = try program.optimum()
    let ranging = try program.ranging(of: solution)
    let ranges =
      program.rows.flatMap { ranging.ends(of: $0) }
      + program.variables.flatMap { ranging.ends(of: $0) }
    for range in ranges {
      #expect(range.lower <= range.current && range.current <= range.upper)
      for (end, atEnd) in [
        (range.lower, range.objectiveAtLower), (range.upper, range.objectiveAtUpper),
      ] where end != range.current {
        let (inside, beyond) = Self.steps(from: range.current, to: end)
        func changed(_ place: Double) -> LinearProgram? {
          var copy = program
          let old = program.bounds(of: range.part)
          let low = range.end == .upper ? old.lowerBound : place
          let high = range.end == .lower ? old.upperBound : place
          guard low <= high else { return nil }
          copy.setBounds(of: range.part, to: low...high)
          return copy
        }
        func linear(_ place: Double) -> Double {
          solution.objective + (place - range.current) * range.price
        }
        if let copy = changed(inside) {
          #expect(agrees(try #require(try Self.objective(copy)), linear(inside), within: 1e-7))
        } else {
          Issue.record("the interval holds ends that make no sense")
        }
        if end.isFinite, let copy = changed(end) {
          #expect(agrees(atEnd, linear(end), within: 1e-7))
          #expect(agrees(try #require(try Self.objective(copy)), atEnd, within: 1e-7))
        }
        if let copy = changed(beyond), let outside = try Self.objective(copy) {
          // The optimum is a convex function of the end, never below its tangent.
          let excess = program.sense.sign * (outside - linear(beyond))
          #expect(excess >= -1e-7 * (1 + abs(outside)))
        }
      }
    }
  }

  /// Source of truth: a generic program has no ties, so the slope must change beyond every end.
  @Test(arguments: Array(1...6) as [UInt64])
  func `beyond the interval the slope changes`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: 100 + seed)
    var program = LinearProgram(name: "generic")
    let x = program.addVariables("x", over: Array(0..<8))
    for row in 0..<6 {
      var expression = LinearExpression()
      for index in 0..<8 { expression.add(x[index], times: generator.uniform(in: 0.5...2)) }
      program.require(expression <= generator.uniform(in: 5...9), named: "row[\(row)]")
    }
    var objective = LinearExpression()
    for index in 0..<8 { objective.add(x[index], times: generator.uniform(in: 1...2)) }
    program.maximize(objective)
    let solution = try program.optimum()
    let ranging = try program.ranging(of: solution)
    #expect(!ranging.isPrimalDegenerate && !ranging.isDualDegenerate)
    for row in program.rows {
      let range = try #require(ranging.ends(of: row).first)
      for end in [range.lower, range.upper] where end.isFinite && end > 0.2 {
        var copy = program
        let place = end > range.current ? end + 0.1 : end - 0.1
        copy.setBounds(of: row, to: -.infinity...place)
        let changed = try copy.optimum().objective
        let linear = solution.objective + (place - range.current) * range.price
        #expect(abs(changed - linear) > 1e-6)
      }
    }
    for variable in program.variables {
      let range = ranging.cost(of: variable)
      for end in [range.lower, range.upper] where end.isFinite {
        var copy = program
        let cost = end > range.current ? end + 0.1 : end - 0.1
        var changed = program.objective
        changed.add(variable, times: cost - range.current)
        copy.maximize(changed)
        let linear = solution.objective + (cost - range.current) * range.value
        #expect(try copy.optimum().objective > linear + 1e-6)
      }
    }
  }
}

import LinearProgramming
import TestSupport

/// Scenarios of random programs.
enum RandomScenarios {
  /// A few changed costs, bounds and ranges in each scenario; some of them are infeasible.
  static func of(_ program: LinearProgram, count: Int, seed: UInt64) -> [Scenario] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { number in
      var scenario = Scenario("scenario \(number)")
      for _ in 0..<5 {
        let variable = program.variables[generator.integer(below: program.variableCount)]
        scenario.setCost(of: variable, to: generator.uniform(in: 0...4))
        let other = program.variables[generator.integer(below: program.variableCount)]
        scenario.setBounds(of: other, to: 0...Double(generator.integer(below: 8)))
        let row = program.rows[generator.integer(below: program.rowCount)]
        scenario.setBounds(of: row, to: Double(generator.integer(below: 12)) ... .infinity)
      }
      return scenario
    }
  }
}

/// Scenarios of the staffing programs: every coverage requirement is drawn anew.
enum StaffingScenarios {
  /// Raises the lower ends of the rows that have one by up to a tenth, or lowers them.
  static func of(_ program: LinearProgram, count: Int, seed: UInt64) -> [Scenario] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { number in
      var scenario = Scenario("scenario \(number)")
      for row in program.rows {
        let bounds = program.bounds(of: row)
        guard bounds.lowerBound > 0, bounds.upperBound == .infinity else { continue }
        let factor = generator.uniform(in: 0.9...1.1)
        scenario.setBounds(of: row, to: bounds.lowerBound * factor ... .infinity)
      }
      return scenario
    }
  }
}

extension Outcome {
  /// Everything in the outcome but the times, to the last bit.
  func fingerprint(in program: LinearProgram) -> String {
    switch self {
    case .optimal(let solution):
      let numbers =
        [solution.objective] + program.variables.map { solution.value(of: $0) }
        + program.rows.map(solution.shadowPrice(of:))
        + program.variables.map(solution.reducedCost(of:))
      let bits = numbers.map { String($0.bitPattern, radix: 16) }
      let basis = solution.basis.map { "\($0)" } ?? "no basis"
      return "optimal \(solution.iterations) \(bits) \(basis) \(solution.check)"
    case .infeasible(let certificate):
      let bits = program.rows.map {
        String(certificate.multiplier(of: $0).bitPattern, radix: 16)
      }
      return "infeasible \(certificate.iterations) \(bits)"
    case .unbounded(let certificate):
      let bits = program.variables.flatMap {
        [certificate.value(of: $0), certificate.rate(of: $0)].map {
          String($0.bitPattern, radix: 16)
        }
      }
      return "unbounded \(certificate.iterations) \(bits)"
    case .limit(let report): return "\(report)"
    case .notProven(let report): return "\(report)"
    }
  }
}

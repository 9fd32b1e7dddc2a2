import LinearProgramming
import TestSupport

/// Random programs whose answers are known by construction.
enum RandomPrograms {
  /// A program with an optimal point and its prices.
  struct Certified {
    var program = LinearProgram()
    var objective = 0.0
  }

  /// Builds a program around an optimal pair: chooses a point and prices, then the bounds, ranges
  /// and costs that make them optimal.
  static func certified(
    rowCount: Int, columnCount: Int, isMaximum: Bool, seed: UInt64
  ) -> Certified {
    var generator = SeededGenerator(seed: seed)
    var result = Certified()
    let sign = isMaximum ? -1.0 : 1.0
    var point: [Double] = []
    var costs: [Double] = []
    for column in 0..<columnCount {
      let value = Double(generator.integer(below: 21) - 10)
      let reduced = generator.uniform(in: 0.1...3)
      let width = Double(1 + generator.integer(below: 9))
      point.append(value)
      let (bounds, cost): (ClosedRange<Double>, Double) =
        switch generator.integer(below: 7) {
        case 0: (value ... .infinity, reduced)
        case 1: (value...value + width, reduced)
        case 2: (-.infinity...value, -reduced)
        case 3: (value - width...value, -reduced)
        case 4: (value...value, generator.uniform(in: -3...3))
        case 5: (-.infinity ... .infinity, 0)
        default: (value - width...value + width, 0)
        }
      costs.append(cost)
      _ = result.program.addVariable("x\(column)", in: bounds)
    }
    let variables = result.program.variables
    for row in 0..<rowCount {
      var expression = LinearExpression()
      var activity = 0.0
      let price = generator.uniform(in: 0.1...2)
      var signedPrice = 0.0
      let kind = generator.integer(below: 5)
      if kind < 3 { signedPrice = [price, -price, price][kind] }
      for column in 0..<columnCount where generator.integer(below: 3) == 0 {
        let weight = Double(generator.integer(below: 9) - 4)
        expression.add(variables[column], times: weight)
        activity += weight * point[column]
        costs[column] += signedPrice * weight
      }
      let range: ClosedRange<Double> =
        switch kind {
        case 0: activity...activity + 5
        case 1: -.infinity...activity
        case 2: activity...activity
        case 3: activity - 1 ... .infinity
        default: activity - 2...activity + 2
        }
      result.program.require(expression.within(range), named: "r\(row)")
    }
    var goal = LinearExpression(2)
    for (column, cost) in costs.enumerated() { goal.add(variables[column], times: sign * cost) }
    if isMaximum { result.program.maximize(goal) } else { result.program.minimize(goal) }
    result.objective = goal.value(at: point)
    return result
  }

  /// A covering program: every row wants some of a few columns.
  static func covering(rowCount: Int, columnCount: Int, seed: UInt64) -> LinearProgram {
    var generator = SeededGenerator(seed: seed)
    var program = LinearProgram(name: "covering")
    for column in 0..<columnCount {
      _ = program.addVariable("x\(column)", in: 0...Double(2 + generator.integer(below: 9)))
    }
    let variables = program.variables
    for row in 0..<rowCount {
      var expression = LinearExpression()
      for column in generator.shuffled(columnCount).prefix(6) {
        expression.add(variables[column], times: Double(1 + generator.integer(below: 3)))
      }
      program.require(expression >= Double(1 + generator.integer(below: 7)), named: "r\(row)")
    }
    var goal = LinearExpression()
    for variable in variables { goal.add(variable, times: generator.uniform(in: 1...4)) }
    program.minimize(goal)
    return program
  }

  /// An assignment program with costs from 0 to 9: every vertex is degenerate.
  static func assignment(order: Int, seed: UInt64) -> LinearProgram {
    var generator = SeededGenerator(seed: seed)
    var program = LinearProgram(name: "assignment")
    let cells = program.addVariables("x", over: Array(0..<order * order))
    for line in 0..<order {
      program.require((0..<order).sum { cells[order * line + $0] } == 1, named: "row\(line)")
      program.require((0..<order).sum { cells[order * $0 + line] } == 1, named: "column\(line)")
    }
    var goal = LinearExpression()
    for cell in 0..<order * order {
      goal.add(cells[cell], times: Double(generator.integer(below: 10)))
    }
    program.minimize(goal)
    return program
  }
}

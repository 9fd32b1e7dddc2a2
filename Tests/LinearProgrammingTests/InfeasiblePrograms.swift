import LinearProgramming
import TestSupport
import Testing

/// Infeasible programs whose irreducible sets are known by reasoning.
enum InfeasiblePrograms {
  /// One program and every irreducible set that it has, each as sorted words "name end".
  struct Case: Sendable, CustomTestStringConvertible {
    let program: LinearProgram
    let sets: [[String]]
    var testDescription: String { program.name }
  }

  static let everywhere = -Double.infinity ... .infinity

  static var all: [Case] {
    [
      twoRows, boundsAgainstRow, equations, disjoint, cycle, emptyRow, fixedVariable, rangeRow,
      chain(length: 30), nested,
    ]
  }

  /// Two rows ask for x + y ≤ 4 and x + y ≥ 5; the third can always be met.
  static var twoRows: Case {
    var program = LinearProgram(name: "two rows")
    let x = program.addVariable("x")
    let y = program.addVariable("y")
    program.require(x + y <= 4, named: "supply")
    program.require(x - y <= 100, named: "balance")
    program.require(2 * x + 2 * y >= 10, named: "demand")
    return Case(program: program, sets: [["demand lower", "supply upper"]])
  }

  /// x ≤ 3 and y ≤ 4 cannot add up to 10; z could help nobody, as its weight is negative.
  static var boundsAgainstRow: Case {
    var program = LinearProgram(name: "bounds against a row")
    let x = program.addVariable("x", in: 0...3)
    let y = program.addVariable("y", in: 0...4)
    let z = program.addVariable("z", in: 1...9)
    program.require(x + y - z >= 10, named: "total")
    program.require(x + z <= 100, named: "room")
    return Case(
      program: program, sets: [["total lower", "x upper", "y upper", "z lower"]])
  }

  /// The first two equations add up to x + 2y + z = 5, the third says 6.
  static var equations: Case {
    var program = LinearProgram(name: "equations")
    let x = program.addVariable("x", in: everywhere)
    let y = program.addVariable("y", in: everywhere)
    let z = program.addVariable("z", in: everywhere)
    let w = program.addVariable("w", in: everywhere)
    program.require(x + y == 2, named: "first")
    program.require(x - z + w == 1, named: "other")
    program.require(y + z == 3, named: "second")
    program.require(x + 2 * y + z == 6, named: "third")
    return Case(program: program, sets: [["first both", "second both", "third both"]])
  }

  /// Two contradictions that share nothing.
  static var disjoint: Case {
    var program = LinearProgram(name: "two disjoint sets")
    let x = program.addVariable("x")
    let y = program.addVariable("y", in: 0...1)
    program.require(x + y <= 3, named: "few")
    program.require(x + y >= 8, named: "many")
    program.require(3 * y >= 4, named: "high")
    return Case(
      program: program,
      sets: [["few upper", "many lower"], ["high lower", "y upper"]])
  }

  /// Each is larger than the next, in a circle.
  static var cycle: Case {
    var program = LinearProgram(name: "circle")
    let x = program.addVariables("x", over: [0, 1, 2, 3], in: everywhere)
    for index in 0..<4 {
      program.require(x[index] - x[(index + 1) % 4] >= 1, named: "larger[\(index)]")
    }
    program.require(x[0] + x[2] <= 7, named: "sum")
    return Case(program: program, sets: [(0..<4).map { "larger[\($0)] lower" }])
  }

  /// A row without terms that nothing meets.
  static var emptyRow: Case {
    var program = LinearProgram(name: "empty row")
    let x = program.addVariable("x")
    program.require(x <= 1, named: "limit")
    program.require(LinearExpression() >= 1, named: "nothing")
    return Case(program: program, sets: [["nothing lower"]])
  }

  /// A fixed variable takes part with both of its bounds.
  static var fixedVariable: Case {
    var program = LinearProgram(name: "fixed variable")
    let x = program.addVariable("x", in: 5...5)
    let y = program.addVariable("y")
    program.require(x + y <= 3, named: "limit")
    return Case(program: program, sets: [["limit upper", "x both", "y lower"]])
  }

  /// Only the upper end of a two-sided row contradicts.
  static var rangeRow: Case {
    var program = LinearProgram(name: "range row")
    let x = program.addVariable("x", in: everywhere)
    let y = program.addVariable("y", in: everywhere)
    program.require((x + y).within(2...8), named: "range")
    program.require(3 * x + 3 * y >= 27, named: "least")
    return Case(program: program, sets: [["least lower", "range upper"]])
  }

  /// Steps of at least one from a bound to a bound that is one too near.
  static func chain(length: Int) -> Case {
    var program = LinearProgram(name: "chain")
    let x = program.addVariables(
      "x", over: Array(0...length),
      bounds: { $0 == 0 ? 0 ... .infinity : $0 == length ? -50...Double(length - 1) : everywhere })
    var names = ["x[0] lower", "x[\(length)] upper"]
    for step in 0..<length {
      program.require(x[step + 1] - x[step] >= 1, named: "step[\(step)]")
      program.require(x[step + 1] - x[step] <= 5, named: "reach[\(step)]")
      names.append("step[\(step)] lower")
    }
    return Case(program: program, sets: [names])
  }

  /// Two sets that share a row.
  static var nested: Case {
    var program = LinearProgram(name: "two sets with a row in common")
    let x = program.addVariable("x", in: everywhere)
    let y = program.addVariable("y", in: everywhere)
    program.require(x + y >= 1, named: "one")
    program.require(x + y >= 2, named: "two")
    program.require(x + y <= 0, named: "zero")
    return Case(
      program: program, sets: [["one lower", "zero upper"], ["two lower", "zero upper"]])
  }

  /// A program with one planted set of `size` rows, which are combinations of one another, among
  /// rows that a known point meets with room to spare.
  static func planted(size: Int, others: Int, seed: UInt64) -> LinearProgram {
    var generator = SeededGenerator(seed: seed)
    var program = LinearProgram(name: "planted")
    let variables = program.addVariables("x", over: Array(0..<size + 3), in: everywhere)
    var sum = LinearExpression()
    var total = 0.0
    for row in 0..<size - 1 {
      var expression = LinearExpression()
      for index in 0..<size + 3 {
        expression.add(variables[index], times: generator.uniform(in: -2...2))
      }
      let end = generator.uniform(in: -3...3)
      let weight = generator.uniform(in: 0.5...2)
      sum.add(expression, times: -weight)
      total -= weight * end
      program.require(expression >= end, named: "planted[\(row)]")
    }
    program.require(sum >= total + 1, named: "planted[\(size - 1)]")
    for row in 0..<others {
      var expression = LinearExpression()
      for index in 0..<size + 3 where generator.integer(below: 2) == 0 {
        expression.add(variables[index], times: generator.uniform(in: -2...2))
      }
      program.require(expression <= 1e4, named: "loose[\(row)]")
    }
    return program
  }
}

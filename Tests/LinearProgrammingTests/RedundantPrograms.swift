import LinearProgramming
import TestSupport

/// Random programs with planted redundancy: what presolve lives on.
///
/// Rows and columns that are multiples of others, rows and columns with one entry, equations of
/// two columns, rows of one sign, fixed, free and empty columns, ranges. Five of six have an
/// optimum by construction; the others may be infeasible or unbounded.
struct RedundantProgram {
  private var generator: SeededGenerator
  private let rowCount: Int
  private let columnCount: Int
  private let isFine: Bool
  private let isWild: Bool
  private var matrix: [[Double]] = []
  private var costs: [Double] = []
  private var point: [Double] = []

  /// The program.
  private(set) var program = LinearProgram()

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    rowCount = 1 + generator.integer(below: 25)
    columnCount = 1 + generator.integer(below: 30)
    isWild = generator.integer(below: 6) == 0
    isFine = generator.integer(below: 3) == 0
    fillMatrix()
    for _ in 0..<generator.integer(below: 6) { plant() }
    addVariables()
    for row in 0..<rowCount { addRow(row) }
    var goal = LinearExpression()
    let isMaximum = generator.integer(below: 3) == 0
    for (variable, cost) in zip(program.variables, costs) {
      goal.add(variable, times: isMaximum ? -cost : cost)
    }
    if isMaximum { program.maximize(goal) } else { program.minimize(goal) }
  }

  /// A whole number up to `size` either way; in fine programs, times something near one.
  private mutating func number(_ size: Int) -> Double {
    let whole = Double(generator.integer(below: 2 * size + 1) - size)
    return isFine ? whole * generator.uniform(in: 0.5...1.5) : whole
  }

  private mutating func fillMatrix() {
    let sparsity = [2, 3, 6, 12][generator.integer(below: 4)]
    matrix = [[Double]](repeating: [Double](repeating: 0, count: columnCount), count: rowCount)
    for row in 0..<rowCount {
      for column in 0..<columnCount where generator.integer(below: sparsity) == 0 {
        matrix[row][column] = number(3)
      }
    }
  }

  private mutating func plant() {
    let (row, other) = (generator.integer(below: rowCount), generator.integer(below: rowCount))
    let column = generator.integer(below: columnCount)
    let twin = generator.integer(below: columnCount)
    let factor = [1.0, -1, 2, 0.5, -3][generator.integer(below: 5)]
    let nothing = [Double](repeating: 0, count: columnCount)
    switch generator.integer(below: 6) {
    case 0: if row != other { matrix[row] = matrix[other].map { $0 * factor } }
    case 1: for index in 0..<rowCount { matrix[index][column] = matrix[index][twin] * factor }
    case 2:
      matrix[row] = nothing
      matrix[row][column] = number(3)
    case 3:
      for index in 0..<rowCount { matrix[index][column] = 0 }
      matrix[row][column] = number(3)
    case 4:
      matrix[row] = nothing
      matrix[row][column] = Double(1 + generator.integer(below: 3))
      matrix[row][twin] = -1
    default: matrix[row] = matrix[row].map { abs($0) }
    }
  }

  private mutating func addVariables() {
    for column in 0..<columnCount {
      let value = generator.integer(below: 2) == 0 ? 0 : number(4)
      let width = Double(1 + generator.integer(below: 4))
      let isTied = generator.integer(below: 4) == 0
      let reduced = isTied ? 0 : Double(1 + generator.integer(below: 3))
      let (bounds, cost): (ClosedRange<Double>, Double) =
        switch generator.integer(below: 9) {
        case 0, 1, 2: (value ... .infinity, reduced)
        case 3: (value...value + width, reduced)
        case 4: (-.infinity...value, -reduced)
        case 5: (value - width...value, -reduced)
        case 6: (value...value, number(3))
        case 7: (-.infinity ... .infinity, 0)
        default: (value - width...value + width, 0)
        }
      point.append(value)
      costs.append(isWild ? number(3) : cost)
      _ = program.addVariable("x\(column)", in: bounds)
    }
  }

  private mutating func addRow(_ row: Int) {
    var expression = LinearExpression()
    var activity = 0.0
    for (column, weight) in matrix[row].enumerated() where weight != 0 {
      expression.add(program.variables[column], times: weight)
      activity += weight * point[column]
    }
    let size = generator.integer(below: 3) == 0 ? 0 : Double(1 + generator.integer(below: 3))
    let width = Double(1 + generator.integer(below: 9))
    var (range, price): (ClosedRange<Double>, Double) =
      switch generator.integer(below: 7) {
      case 0: (activity ... .infinity, size)
      case 1: (activity...activity + width, size)
      case 2: (-.infinity...activity, -size)
      case 3: (activity - width...activity, -size)
      case 4: (activity...activity, size)
      case 5: (activity...activity, -size)
      default: (activity - width...activity + width, 0)
      }
    if isWild && generator.integer(below: 8) == 0 {
      let end = number(5)
      range = end...end + Double(generator.integer(below: 3))
      price = 0
    }
    for column in 0..<columnCount { costs[column] += price * matrix[row][column] }
    program.require(expression.within(range), named: "r\(row)")
  }
}

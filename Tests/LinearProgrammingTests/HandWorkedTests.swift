import LinearProgramming
import TestSupport
import Testing

@Suite("Hand-worked programs")
struct HandWorkedTests {
  /// Source of truth: worked by hand; 10⁻¹⁰ times 10¹² is 100, however small the factor.
  @Test(arguments: [SolverSettings.Engine.automatic, .dual, .primal])
  func `takes costs seriously that are all small`(engine: SolverSettings.Engine) throws {
    var program = LinearProgram()
    let x = program.addVariable("x")
    let y = program.addVariable("y")
    program.require(x + y <= 1e12, named: "sum")
    program.maximize(1e-10 * x)
    let solution = try #require(try program.solve(SolverSettings(engine: engine)).solution)
    #expect(abs(solution.objective - 100) < 1e-6)
  }

  /// Source of truth: worked by hand; the vertex x = 2, y = 6 of x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18,
  /// with prices 0, 3/2 and 1 that satisfy 3 = 3·1 and 5 = 2·(3/2) + 2·1.
  @Test func `finds a maximum and its prices`() throws {
    var program = LinearProgram(name: "wyndor")
    let x = program.addVariable("x")
    let y = program.addVariable("y")
    let first = program.require(x <= 4, named: "first")
    let second = program.require(2 * y <= 12, named: "second")
    let third = program.require(3 * x + 2 * y <= 18, named: "third")
    program.maximize(3 * x + 5 * y)
    let solution = try program.optimum()
    #expect(agrees(solution.objective, 36))
    #expect(agrees(solution.value(of: x), 2) && agrees(solution.value(of: y), 6))
    #expect(agrees(solution.shadowPrice(of: first), 0))
    #expect(agrees(solution.shadowPrice(of: second), 1.5))
    #expect(agrees(solution.shadowPrice(of: third), 1))
    #expect(agrees(solution.reducedCost(of: x), 0))
  }

  /// Source of truth: worked by hand; the sum lies in 2...5, its upper end binds at price 1 and
  /// the constant is carried along.
  @Test func `uses the upper end of a two-sided row`() throws {
    var program = LinearProgram()
    let x = program.addVariable("x", in: 0...3)
    let y = program.addVariable("y")
    let row = program.require((x + y).within(2...5), named: "row")
    program.maximize(2 * x + y + 10)
    let solution = try program.optimum()
    #expect(agrees(solution.objective, 18))
    #expect(agrees(solution.shadowPrice(of: row), 1))
    #expect(agrees(solution.reducedCost(of: x), 1))
  }

  /// Source of truth: worked by hand; minimizing x + y in x + y ≥ 2 costs 2.
  @Test func `uses the lower end of a two-sided row`() throws {
    var program = LinearProgram()
    let x = program.addVariable("x")
    let y = program.addVariable("y")
    let row = program.require((x + y).within(2...5), named: "row")
    program.minimize(x + y)
    let solution = try program.optimum()
    #expect(agrees(solution.objective, 2))
    #expect(agrees(solution.shadowPrice(of: row), 1))
  }

  /// Source of truth: worked by hand; f = y − 3 with y = 1 gives −2, and u is 4 whatever happens.
  @Test func `handles free, boxed and fixed variables`() throws {
    var program = LinearProgram()
    let free = program.addVariable("free", in: -.infinity ... .infinity)
    let boxed = program.addVariable("boxed", in: 1...7)
    let fixed = program.addVariable("fixed", in: 4...4)
    let below = program.addVariable("below", in: -.infinity ... -2)
    program.require(free - boxed == -3, named: "tie")
    program.minimize(free + 2 * fixed - below)
    let solution = try program.optimum()
    #expect(agrees(solution.value(of: free), -2))
    #expect(agrees(solution.value(of: boxed), 1))
    #expect(agrees(solution.value(of: below), -2))
    #expect(agrees(solution.objective, -2 + 8 + 2))
    #expect(agrees(solution.reducedCost(of: fixed), 2))
    #expect(agrees(solution.reducedCost(of: below), -1))
  }

  /// Source of truth: Beale, *Naval Research Logistics Quarterly* 2 (1955), 269–275.
  ///
  /// By hand: x = (1/25, 0, 1, 0) makes the first row 0.01 − 0.04 ≤ 0 and the second 0, and
  /// costs −0.03 − 0.02 = −1/20; prices 0, −3/2 and −1/20 prove it.
  @Test func `does not cycle on Beale's example`() throws {
    var program = LinearProgram(name: "beale")
    let x = program.addVariables("x", over: [1, 2, 3, 4])
    program.require(
      0.25 * x[1] - 60 * x[2] - 0.04 * x[3] + 9 * x[4] <= 0, named: "first")
    program.require(
      0.5 * x[1] - 90 * x[2] - 0.02 * x[3] + 3 * x[4] <= 0, named: "second")
    program.require(x[3] <= 1, named: "third")
    program.minimize(-0.75 * x[1] + 150 * x[2] - 0.02 * x[3] + 6 * x[4])
    #expect(agrees(try program.optimum().objective, -0.05))
  }

  /// Source of truth: worked by hand; an assignment problem whose every vertex is degenerate,
  /// with the cheapest assignment 1 + 2 + 1 = 4 on the permuted diagonal.
  @Test func `solves a degenerate assignment`() throws {
    let costs: [[Double]] = [[5, 1, 9], [2, 7, 8], [6, 4, 1]]
    var program = LinearProgram()
    let cells = program.addVariables("x", over: Array(0..<9))
    for k in 0..<3 {
      program.require((0..<3).sum { cells[3 * k + $0] } == 1, named: "row\(k)")
      program.require((0..<3).sum { cells[3 * $0 + k] } == 1, named: "column\(k)")
    }
    program.minimize((0..<9).sum { costs[$0 / 3][$0 % 3] * cells[$0] })
    #expect(agrees(try program.optimum().objective, 4))
  }

  /// Source of truth: the definition; the least of nothing is the constant.
  @Test func `solves programs without rows or variables`() throws {
    var program = LinearProgram()
    #expect(try program.optimum().objective == 0)
    program.minimize(3.5)
    #expect(try program.optimum().objective == 3.5)
    program.require(LinearExpression() <= 1, named: "void")
    #expect(try program.optimum().objective == 3.5)
    let x = program.addVariable("x", in: -2...7)
    program.maximize(2 * x)
    let solution = try program.optimum()
    #expect(solution.objective == 14 && solution.reducedCost(of: x) == 2)
  }

  /// Source of truth: worked by hand; any feasible point will do.
  @Test func `finds a feasible point without an objective`() throws {
    var program = LinearProgram()
    let x = program.addVariable("x", in: -.infinity ... .infinity)
    let y = program.addVariable("y", in: -.infinity ... .infinity)
    program.require(x + y == 3, named: "a")
    program.require(x - y >= 1, named: "b")
    let solution = try program.optimum()
    #expect(agrees(solution.value(of: x + y), 3))
    #expect(solution.value(of: x - y) >= 1 - 1e-9)
  }
}

import LinearProgramming
import Testing

@Suite("Linear expressions")
struct ExpressionTests {
  /// Source of truth: worked by hand, 2·3 − 4 + 0.5·(3 + 4) + 1 = 6.5.
  @Test func `combine variables and numbers`() throws {
    var program = LinearProgram()
    let x = program.addVariable("x", in: 3...3)
    let y = program.addVariable("y", in: 4...4)
    let solution = try program.optimum()
    #expect(solution.value(of: 2 * x - y + 0.5 * (x + y) + 1) == 6.5)
    #expect(solution.value(of: -x) == -3)
    #expect(solution.value(of: 10 - x) == 7)
    #expect(solution.value(of: x - 1) == 2)
  }

  @Test func `merge terms in the order of their variables`() {
    var program = LinearProgram()
    let x = program.addVariable("x")
    let y = program.addVariable("y")
    let z = program.addVariable("z")
    let row = program.require(z + x + 2 * z - y + y <= 5, named: "r")
    #expect(program.description.contains("  r: x + 3 z <= 5\n"))
    #expect(program.bounds(of: row) == -.infinity...5)
  }

  @Test func `add up in place in linear time`() {
    var program = LinearProgram()
    let family = program.addVariables("x", over: Array(0..<200_000))
    var sum = LinearExpression()
    for index in family.indices { sum += 2 * family[index] }
    sum -= 3
    sum += 1
    let row = program.require(sum <= 0, named: "r")
    #expect(program.expression(of: row).constant == 0)
    #expect(program.bounds(of: row).upperBound == 2)
  }

  @Test func `move constants of a constraint to its range`() {
    var program = LinearProgram()
    let x = program.addVariable("x")
    let y = program.addVariable("y")
    var range: ClosedRange<Double>
    func bound(_ constraint: Constraint) -> ClosedRange<Double> {
      let row = program.require(constraint, named: "row")
      return program.bounds(of: row)
    }
    range = bound(x + 1 <= y + 4)
    #expect(range == -.infinity...3)
    range = bound(2 >= x)
    #expect(range == -.infinity...2)
    range = bound(2 <= x + y)
    #expect(range == 2 ... .infinity)
    range = bound(x + 1 == y)
    #expect(range == -1 ... -1)
    range = bound((x + 1).within(2...5))
    #expect(range == 1...4)
    range = bound(x.within(2...5))
    #expect(range == 2...5)
    range = bound(3 == x)
    #expect(range == 3...3)
    range = bound(x == y)
    #expect(range == 0...0)
  }

  @Test func `sum over a sequence`() {
    var program = LinearProgram()
    let family = program.addVariables("x", over: ["a", "b"])
    let row = program.require(family.indices.sum { 2 * family[$0] } + family.sum() <= 1, named: "r")
    #expect(program.expression(of: row).value(at: [1, 1]) == 6)
    #expect(family.contains("a") && !family.contains("c"))
  }

  @Test func `leave equality of variables a question`() {
    var program = LinearProgram()
    let x = program.addVariable("x")
    let isSame: Bool = x == x
    #expect(isSame)
  }
}

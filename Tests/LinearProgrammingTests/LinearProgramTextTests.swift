import LinearProgramming
import Testing

@Suite("Linear program text")
struct LinearProgramTextTests {
  /// Source of truth: the rules in the documentation of `description`, applied by hand.
  @Test func `shows every kind of row and bound`() throws {
    var program = LinearProgram(name: "sample")
    let x = program.addVariable("x")
    let y = program.addVariable("y", in: -1...5)
    let z = program.addVariable("z", in: -.infinity ... .infinity)
    let u = program.addVariable("u", in: 3...3)
    let v = program.addVariable("v", in: -.infinity...2)
    let w = program.addVariable("w", in: 2.5 ... .infinity)
    program.require(x + 2 * y <= 4, named: "upper")
    program.require(x - y >= 0.5, named: "lower")
    program.require((z - 0.25 * u).within(-1...1), named: "range")
    program.require(-v + w == 1e-7, named: "equal")
    program.require((x + x).within(-.infinity ... .infinity), named: "free")
    program.require(LinearExpression() <= 1, named: "void")
    program.maximize(x - 3 * y + 12)
    try expectGolden(program.description, "every-kind.lp.txt")
  }

  @Test func `shows an empty program`() {
    #expect(LinearProgram().description == "minimize 0\n")
  }

  @Test func `names families by their index`() {
    var program = LinearProgram()
    let family = program.addVariables("flow", over: [3, 1]) { 0...Double($0) }
    #expect(program.name(of: family[3]) == "flow[3]")
    #expect(program.bounds(of: family[1]) == 0...1)
  }
}

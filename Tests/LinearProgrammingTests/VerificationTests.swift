import LinearProgramming
import Testing

@Suite("Verification")
struct VerificationTests {
  /// min x + 2y with x + y ≥ 3, x ≤ 2: optimum 4 at (2, 1), price 2.
  static var program: LinearProgram {
    var program = LinearProgram()
    let x = program.addVariable("x", in: 0...2)
    let y = program.addVariable("y")
    program.require(x + y >= 3, named: "row")
    program.minimize(x + 2 * y)
    return program
  }

  /// Source of truth: worked by hand; reduced costs are 1 − 2 = −1 (at the upper bound) and 0.
  @Test func `accepts the right answer`() {
    let check = OptimalityCheck(of: Self.program, values: [2, 1], prices: [2])
    #expect(check.passes)
    #expect(check.primalResidual == 0 && check.dualResidual == 0 && check.gap == 0)
  }

  /// Source of truth: each answer breaks one condition, as its label says.
  @Test(arguments: [
    ("row violated", [2, 0.9], [2.0]),
    ("bound violated", [2.1, 0.9], [2]),
    ("not optimal", [1, 2], [2]),
    ("price of the wrong sign", [2, 1], [-2]),
    ("reduced cost of the wrong sign", [2, 1], [2.5]),
    ("price too small", [2, 1], [1.5]),
    ("no number", [.nan, 1], [2]),
    ("no number as price", [2, 1], [.nan]),
  ])
  func `rejects a tampered answer`(what: String, values: [Double], prices: [Double]) {
    let check = OptimalityCheck(of: Self.program, values: values, prices: prices)
    #expect(!check.passes, "\(what)")
  }

  static var contradiction: LinearProgram {
    var program = LinearProgram()
    let x = program.addVariable("x", in: 0...2)
    let y = program.addVariable("y")
    program.require(x + y >= 3, named: "high")
    program.require(y <= 0.5, named: "low")
    return program
  }

  /// Source of truth: worked by hand; 1·(x + y) − 1·y = x ≥ 3 − 0.5 exceeds 2 by 0.5.
  @Test func `accepts a proof of infeasibility`() {
    let check = CertificateCheck(infeasibilityOf: Self.contradiction, multipliers: [1, -1])
    #expect(check.passes && check.margin == 0.5 && check.residual == 0)
  }

  /// Source of truth: worked by hand; none of these leaves a contradiction.
  @Test(arguments: [[1.0, 0], [0, -1], [-1, 1], [1, -0.5], [0, 0], [.nan, -1]])
  func `rejects a tampered proof of infeasibility`(multipliers: [Double]) {
    let check = CertificateCheck(
      infeasibilityOf: Self.contradiction, multipliers: multipliers)
    #expect(!check.passes)
  }

  static var unlimited: LinearProgram {
    var program = LinearProgram()
    let x = program.addVariable("x")
    let y = program.addVariable("y")
    program.require(x - y <= 2, named: "row")
    program.maximize(x)
    return program
  }

  /// Source of truth: worked by hand; along (1, 1) the row does not move and x grows by 1.
  @Test func `accepts a proof of unboundedness`() {
    let check = CertificateCheck(
      unboundednessOf: Self.unlimited, point: [0, 0], direction: [1, 1])
    #expect(check.passes && check.margin == 1)
  }

  /// Source of truth: worked by hand; each breaks a row, a bound, the improvement or the point.
  @Test(arguments: [
    ([0.0, 0], [1.0, 0]), ([0, 0], [1, 0.99]), ([0, 0], [-1, 0]), ([0, 0], [0, 1]),
    ([3, 0], [1, 1]), ([0, 0], [0, 0]), ([-1, 0], [1, 1]),
  ])
  func `rejects a tampered proof of unboundedness`(point: [Double], direction: [Double]) {
    let check = CertificateCheck(
      unboundednessOf: Self.unlimited, point: point, direction: direction)
    #expect(!check.passes)
  }

  /// Source of truth: worked by hand; the difference is at most 5, and the direction approaches
  /// that end by a hundred-millionth of its length.
  @Test func `rejects a direction that approaches a row slowly`() {
    var program = LinearProgram()
    let x = program.addVariable("x")
    let y = program.addVariable("y")
    program.require(x - y <= 5, named: "difference")
    program.maximize(x - y)
    let check = CertificateCheck(
      unboundednessOf: program, point: [0, 0], direction: [1e8, 1e8 - 1])
    #expect(!check.passes)
  }

  /// Source of truth: worked by hand; the objective is at most 10, and nearly all of the direction
  /// leaves it alone.
  @Test func `rejects a direction in which only a bounded variable improves`() {
    var program = LinearProgram()
    let x = program.addVariable("x")
    let y = program.addVariable("y", in: 0...10)
    program.require(x - 1e10 * y == 0, named: "link")
    program.maximize(y)
    let check = CertificateCheck(
      unboundednessOf: program, point: [0, 0], direction: [1e10, 1])
    #expect(!check.passes)
  }
}

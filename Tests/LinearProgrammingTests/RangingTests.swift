import LinearProgramming
import TestSupport
import Testing

@Suite("Ranging")
struct RangingTests {
  /// The Wyndor Glass Company: doors and windows from three plants.
  static func wyndor(isMinimum: Bool = false) -> LinearProgram {
    var program = LinearProgram(name: "Wyndor")
    let doors = program.addVariable("doors")
    let windows = program.addVariable("windows")
    program.require(LinearExpression(doors) <= 4, named: "plant 1")
    program.require(2 * windows <= 12, named: "plant 2")
    program.require(3 * doors + 2 * windows <= 18, named: "plant 3")
    if isMinimum {
      program.minimize(-3 * doors - 5 * windows)
    } else {
      program.maximize(3 * doors + 5 * windows)
    }
    return program
  }

  /// Source of truth: the sensitivity report of this problem in Hillier and Lieberman.
  ///
  /// *Introduction to Operations Research*: profit per door 0…7.5, per window 2…∞; hours in plant
  /// 1 2…∞, in plant 2 6…18, in plant 3 12…24; shadow prices 0, 1.5 and 1.
  @Test func `agrees with the textbook`() throws {
    let program = Self.wyndor()
    let ranging = try program.ranging(of: try program.optimum())
    let (doors, windows) = (program.variables[0], program.variables[1])
    let door = ranging.cost(of: doors)
    #expect(agrees(door.lower, 0) && agrees(door.upper, 7.5))
    #expect(agrees(door.objectiveAtLower, 30) && agrees(door.objectiveAtUpper, 45))
    #expect(door.enteringAtLower == .row(program.rows[2]))
    #expect(door.enteringAtUpper == .row(program.rows[1]))
    let window = ranging.cost(of: windows)
    #expect(agrees(window.lower, 2) && window.upper == .infinity)
    #expect(agrees(window.objectiveAtLower, 18) && window.objectiveAtUpper == .infinity)
    #expect(window.enteringAtUpper == nil)
    let expected: [(lower: Double, upper: Double, price: Double, objectives: (Double, Double))] = [
      (2, .infinity, 0, (36, 36)), (6, 18, 1.5, (27, 45)), (12, 24, 1, (30, 42)),
    ]
    for (row, wanted) in zip(program.rows, expected) {
      let ends = ranging.ends(of: row)
      #expect(ends.count == 1)
      let end = try #require(ends.first)
      #expect(end.end == .upper && end.isActive == (wanted.price > 0))
      #expect(agrees(end.lower, wanted.lower))
      #expect(end.upper == wanted.upper || agrees(end.upper, wanted.upper))
      #expect(agrees(end.price, wanted.price))
      #expect(agrees(end.objectiveAtLower, wanted.objectives.0))
      #expect(agrees(end.objectiveAtUpper, wanted.objectives.1))
    }
    // With 18 hours in plant 2 no door is made; with 6 only as many as plant 1 allows.
    let second = try #require(ranging.ends(of: program.rows[1]).first)
    #expect(second.leavingAtUpper == .variable(doors))
    #expect(second.leavingAtLower == .row(program.rows[0]))
    #expect(!ranging.isPrimalDegenerate && !ranging.isDualDegenerate)
  }

  /// Source of truth: minimizing the negative is the same question with all signs reversed.
  @Test func `mirrors when the sense is reversed`() throws {
    let (most, least) = (Self.wyndor(), Self.wyndor(isMinimum: true))
    let ranging = try most.ranging(of: try most.optimum())
    let mirrored = try least.ranging(of: try least.optimum())
    for variable in most.variables {
      let (here, there) = (ranging.cost(of: variable), mirrored.cost(of: variable))
      #expect(agrees(here.lower, -there.upper) || here.lower == -there.upper)
      #expect(agrees(here.upper, -there.lower) || here.upper == -there.lower)
      #expect(here.enteringAtLower == there.enteringAtUpper)
    }
    for row in most.rows {
      for (here, there) in zip(ranging.ends(of: row), mirrored.ends(of: row)) {
        #expect(here.lower == there.lower && here.upper == there.upper)
        #expect(here.price == -there.price)
      }
    }
  }

  /// Source of truth: by hand; x = 4 at 2 each covers the demand of 4, y would cost 3.
  @Test func `knows variables at their bounds`() throws {
    var program = LinearProgram()
    let x = program.addVariable("x")
    let y = program.addVariable("y")
    let demand = program.require(x + y >= 4, named: "demand")
    program.minimize(2 * x + 3 * y)
    let ranging = try program.ranging(of: try program.optimum())
    let idle = ranging.cost(of: y)
    #expect(agrees(idle.lower, 2) && idle.upper == .infinity)
    #expect(idle.enteringAtLower == .variable(y) && idle.value == 0)
    #expect(idle.objectiveAtUpper == 8)
    let used = ranging.cost(of: x)
    #expect(agrees(used.lower, 0) && agrees(used.upper, 3))
    #expect(used.enteringAtLower == .row(demand) && used.enteringAtUpper == .variable(y))
    let bound = try #require(ranging.ends(of: y).first)
    #expect(bound.isActive && agrees(bound.price, 1))
    #expect(bound.lower == -.infinity && agrees(bound.upper, 4))
    #expect(bound.leavingAtUpper == .variable(x) && agrees(bound.objectiveAtUpper, 12))
    let other = try #require(ranging.ends(of: x).first)
    #expect(!other.isActive && other.lower == -.infinity && agrees(other.upper, 4))
    let end = try #require(ranging.ends(of: demand).first)
    #expect(agrees(end.lower, 0) && end.upper == .infinity && agrees(end.price, 2))
    #expect(end.leavingAtLower == .variable(x))
  }

  /// Source of truth: by hand; three rows meet in (1, 1), where two would do.
  @Test func `admits that a degenerate optimum leaves no room`() throws {
    var program = LinearProgram()
    let x = program.addVariable("x")
    let y = program.addVariable("y")
    program.require(LinearExpression(x) <= 1, named: "a")
    program.require(LinearExpression(y) <= 1, named: "b")
    program.require(x + y <= 2, named: "c")
    program.maximize(x + y)
    let ranging = try program.ranging(of: try program.optimum())
    #expect(ranging.isPrimalDegenerate)
    let ends = program.rows.compactMap { ranging.ends(of: $0).first }
    #expect(ends.contains { $0.isActive && ($0.lower == $0.current || $0.upper == $0.current) })
    #expect(ends.allSatisfy { $0.lower <= $0.current && $0.current <= $0.upper })
  }

  /// Source of truth: by hand; the two ends of a row that is active at the lower one.
  @Test func `ranges both ends of a row and both bounds of a variable`() throws {
    var program = LinearProgram()
    let x = program.addVariable("x", in: 1...5)
    let z = program.addVariable("z", in: 2...2)
    let row = program.require((x + z).within(6...20), named: "range")
    program.minimize(x + z)
    let ranging = try program.ranging(of: try program.optimum())
    let ends = ranging.ends(of: row)
    #expect(ends.map(\.end) == [.lower, .upper])
    #expect(ends.map(\.isActive) == [true, false])
    #expect(agrees(ends[0].lower, 3) && agrees(ends[0].upper, 7))
    #expect(agrees(ends[1].lower, 6) && ends[1].upper == .infinity)
    #expect(ranging.ends(of: x).map(\.isActive) == [false, false])
    let fixed = try #require(ranging.ends(of: z).first)
    #expect(fixed.end == .both && fixed.isActive)
    #expect(agrees(fixed.lower, 1) && agrees(fixed.upper, 5) && agrees(fixed.price, 0))
    let cost = ranging.cost(of: z)
    #expect(cost.lower == -.infinity && cost.upper == .infinity)
  }

  /// Source of truth: by definition.
  @Test func `refuses a solution of another program`() throws {
    let program = Self.wyndor()
    let solution = try program.optimum()
    var other = program
    other.maximize(30 * other.variables[0] + 5 * other.variables[1])
    #expect(throws: SolverError.foreignBasis) { try other.ranging(of: solution) }
    var larger = program
    larger.require(LinearExpression(larger.variables[0]) <= 1, named: "new")
    #expect(throws: SolverError.foreignBasis) { try larger.ranging(of: solution) }
    let interior = try program.solve(
      SolverSettings(engine: .interior, isCrossingOver: false)
    ).solution
    if let interior, interior.basis == nil {
      #expect(throws: SolverError.missingBasis) { try program.ranging(of: interior) }
    }
  }
}

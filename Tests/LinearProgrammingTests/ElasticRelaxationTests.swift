import LinearProgramming
import TestSupport
import Testing

@Suite("The cheapest relaxation")
struct ElasticRelaxationTests {
  /// x + y ≤ 4 and x + y ≥ 10: six units too few.
  static func shortage() -> (LinearProgram, supply: Row, demand: Row) {
    var program = LinearProgram(name: "shortage")
    let x = program.addVariable("x")
    let y = program.addVariable("y")
    let supply = program.require(x + y <= 4, named: "supply")
    let demand = program.require(x + y >= 10, named: "demand")
    program.minimize(x + 2 * y)
    return (program, supply, demand)
  }

  /// Source of truth: by hand; the cheaper of the two rows gives all six units.
  @Test func `lets the cheapest row give`() throws {
    let (program, supply, demand) = Self.shortage()
    var prices = RelaxationPrices.unit
    prices.setPrice(of: .row(demand), to: 5)
    let relaxation = try #require(try program.cheapestRelaxation(prices: prices).relaxation)
    #expect(agrees(relaxation.cost, 6))
    #expect(relaxation.check.passes)
    let only = try #require(relaxation.concessions.first)
    #expect(relaxation.concessions.count == 1)
    #expect(only.part == .row(supply) && only.end == .upper && only.price == 1)
    #expect(agrees(only.amount, 6) && agrees(only.cost, 6))
    #expect(agrees(relaxation.marginalCost(of: .row(demand)), 1))
    #expect(agrees(relaxation.marginalCost(of: .row(supply)), -1))
    // Afterwards x = 10, y = 0 is best under the original objective.
    let best = try #require(try relaxation.program.solve().solution)
    #expect(agrees(best.objective, 10, within: 1e-6))
  }

  /// Source of truth: by hand; both rows at one price cost six together, however they share it.
  @Test func `costs the same whichever row gives at equal prices`() throws {
    let (program, _, _) = Self.shortage()
    let relaxation = try #require(try program.cheapestRelaxation().relaxation)
    #expect(agrees(relaxation.cost, 6))
    #expect(agrees(relaxation.concessions.reduce(0) { $0 + $1.cost }, 6))
  }

  /// Source of truth: by definition; hard rows that contradict one another stay a contradiction.
  @Test func `reports hard rows that contradict one another`() throws {
    var (program, supply, demand) = Self.shortage()
    let extra = program.require(
      LinearExpression(program.variables[0]) >= 2, named: "extra")
    var prices = RelaxationPrices.unit
    prices.setPrice(of: .row(supply), to: nil)
    prices.setPrice(of: .row(demand), at: .lower, to: nil)
    guard case .hardInfeasible(let certificate) = try program.cheapestRelaxation(prices: prices)
    else {
      Issue.record("supply and demand are hard")
      return
    }
    #expect(certificate.check.passes)
    #expect(certificate.conflictingRows == [supply, demand])
    #expect(certificate.multiplier(of: extra) == 0)
  }

  /// Source of truth: by hand; x must be 5 and may be 3, and two units over cost 2 each.
  @Test func `lets bounds give if they have a price`() throws {
    var program = LinearProgram()
    let x = program.addVariable("x", in: 0...3)
    let row = program.require(x >= 5, named: "least")
    var prices = RelaxationPrices(rows: nil, bounds: 2)
    let relaxation = try #require(try program.cheapestRelaxation(prices: prices).relaxation)
    #expect(agrees(relaxation.cost, 4))
    #expect(relaxation.concessions.map(\.part) == [.variable(x)])
    #expect(relaxation.concessions.map(\.end) == [.upper])
    #expect(agrees(relaxation.value(of: x), 5))
    #expect(agrees(relaxation.marginalCost(of: .variable(x)), -2))
    #expect(agrees(relaxation.marginalCost(of: .row(row)), 2))
    #expect(try relaxation.program.solve().solution != nil)
    prices.setPrice(of: .variable(x), at: .upper, to: nil)
    guard case .hardInfeasible = try program.cheapestRelaxation(prices: prices) else {
      Issue.record("the upper bound is hard")
      return
    }
  }

  /// Source of truth: by hand; equations 3 and 5 are two apart.
  @Test func `relaxes equations either way`() throws {
    var program = LinearProgram()
    let x = program.addVariable("x")
    let three = program.require(x == 3, named: "three")
    program.require(x == 5, named: "five")
    var prices = RelaxationPrices.unit
    prices.setPrice(of: .row(three), at: .upper, to: nil)
    let relaxation = try #require(try program.cheapestRelaxation(prices: prices).relaxation)
    #expect(agrees(relaxation.cost, 2))
    #expect(relaxation.concessions.map { program.name(of: $0.part) } == ["five"])
    #expect(relaxation.concessions.map(\.end) == [.lower])
  }

  /// Source of truth: geometry; the lines 3x + 4y = 5 and 3x + 4y = 10 are one apart.
  @Test(arguments: [1.0, 10, 0.001])
  func `measures distances whatever the unit of a row`(factor: Double) throws {
    var program = LinearProgram()
    let x = program.addVariable("x", in: InfeasiblePrograms.everywhere)
    let y = program.addVariable("y", in: InfeasiblePrograms.everywhere)
    program.require(3 * x + 4 * y <= 5, named: "near")
    program.require(3 * factor * x + 4 * factor * y >= 10 * factor, named: "far")
    let prices = RelaxationPrices.distance(in: program)
    let relaxation = try #require(try program.cheapestRelaxation(prices: prices).relaxation)
    #expect(agrees(relaxation.cost, 1))
  }

  /// Source of truth: by definition; a program that can be met needs nothing.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `costs nothing if the program is feasible`(seed: UInt64) throws {
    let program = RandomPrograms.certified(
      rowCount: 12, columnCount: 9, isMaximum: false, seed: seed
    ).program
    let relaxation = try #require(try program.cheapestRelaxation().relaxation)
    #expect(relaxation.cost < 1e-7)
    #expect(relaxation.concessions.allSatisfy { $0.amount < 1e-7 })
  }

  /// Source of truth: doubling all prices doubles the cost; conceding what is listed makes the
  /// program feasible; no single row gives less than its distance says.
  @Test(arguments: [4, 9], [1, 2, 3, 4] as [UInt64])
  func `is consistent with prices and distances`(size: Int, seed: UInt64) throws {
    let program = InfeasiblePrograms.planted(size: size, others: 10, seed: seed)
    let once = try #require(try program.cheapestRelaxation().relaxation)
    let twice = try #require(
      try program.cheapestRelaxation(prices: RelaxationPrices(rows: 2)).relaxation)
    #expect(agrees(twice.cost, 2 * once.cost))
    #expect(try once.program.solve().solution != nil)
    // One contradiction at equal prices: the row that must move least gives alone.
    let set = try #require(try program.irreducibleInfeasibleSet().set)
    let least = set.members.map(\.distance).min()
    #expect(agrees(once.cost, least ?? -1))
  }

  /// Source of truth: by definition.
  @Test(arguments: [-1, .nan, .infinity])
  func `refuses a price that makes no sense`(price: Double) throws {
    let (program, supply, _) = Self.shortage()
    var prices = RelaxationPrices.unit
    prices.setPrice(of: .row(supply), to: price)
    #expect(throws: SolverError.self) { try program.cheapestRelaxation(prices: prices) }
  }

  /// Source of truth: the least sums of infeasibilities stated in the collection's read-me.
  @Test(.enabled(if: ReferenceProblems.arePresent), arguments: [("gran", 0.029), ("qual", 0.016)])
  func `agrees with the published sums of infeasibilities`(name: String, sum: Double) throws {
    let program = try ReferenceProblems.program("netlib-infeasible/\(name)")
    let relaxation = try #require(try program.cheapestRelaxation().relaxation)
    #expect(agrees(relaxation.cost, sum, within: 0.0005))
  }
}

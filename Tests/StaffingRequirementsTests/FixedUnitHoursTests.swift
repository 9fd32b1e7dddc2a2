import PolicingDomain
import StaffingRequirements
import Testing

/// A fixed number of hours of units over watches and weekdays.
@Suite("Fixed hours of units")
struct FixedUnitHoursTests {
  static let demand = FixedUnitsTests.demand([[0.8, 1.6], [0.4, 2.1]])

  static func blocks(_ watches: [Watch], _ days: [Weekday] = Weekday.allCases) -> [PatrolBlock] {
    Fixture.districts(2).flatMap { district in
      watches.flatMap { watch in
        days.map { PatrolBlock(district: district, watch: watch, weekday: $0) }
      }
    }
  }

  static let eight = [
    Fixture.watch("first", start: 23), Fixture.watch("second", start: 7),
    Fixture.watch("third", start: 15),
  ]

  /// Source of truth: metamorphic: hours over watches of one length are units, and the same week in
  /// every block gives every block of a district the same.
  @Test func `hours over watches of one length are whole units`() throws {
    let blocks = Self.blocks(Self.eight)
    let byUnits = try #require(
      try FixedUnitsTests.answer(.units(5 * 42), Self.demand, among: blocks).plan)
    let byHours = try #require(
      try FixedUnitsTests.answer(.unitHours(5 * 42 * 8 + 7.5), Self.demand, among: blocks).plan)
    #expect(byHours.blocks == byUnits.blocks)
    #expect(byUnits.unusedHours == 0 && near(byHours.unusedHours, 7.5))
    #expect(Set(byHours.blocks.map(\.units)) == [5])
    #expect(near(byHours.priceOfOneLess, try #require(byUnits.priceOfOneLess)))
  }

  /// Source of truth: all ways to divide the hours over two watches of 8 and 16 hours, or of 8, 6 and
  /// 10 hours, with the costs of the plans themselves.
  @Test(arguments: [[8, 16], [8, 6, 10]], [150.0, 173, 200, 231])
  func `hours over watches of several lengths are divided exactly`(
    lengths: [Int], hours: Double
  ) throws {
    var start = 7
    let watches = lengths.map { length in
      defer { start = (start + length) % 24 }
      return Fixture.watch("watch \(length)", start: start, length: length)
    }
    let blocks = Self.blocks(watches, [.friday])
    let plan = try #require(
      try FixedUnitsTests.answer(.unitHours(hours), Self.demand, among: blocks).plan)
    let used = zip(plan.blocks, blocks).reduce(0) { $0 + $1.0.units * $1.1.watch.length }
    #expect(plan.proof == .dynamicProgram(blocks: 0))
    #expect(near(plan.unusedHours, hours - Double(used)))
    let costs = try blocks.map { block in
      try (0...40).map { units in
        try FixedUnitsTests.answer(.units(units), Self.demand, among: [block]).plan?.cost
          ?? .infinity
      }
    }
    var best = [Double](repeating: 0, count: Int(hours) + 1)
    for (block, costs) in zip(blocks, costs) {
      best = best.indices.map { budget in
        (0...min(40, budget / block.watch.length)).map {
          best[budget - $0 * block.watch.length] + costs[$0]
        }.min() ?? .infinity
      }
    }
    #expect(near(plan.cost, try #require(best.last), 1e-9 * plan.cost))
  }

  /// Source of truth: the promise of the documentation.
  @Test func `what cannot be asked is refused`() throws {
    let blocks = Self.blocks(Self.eight)
    for supply in [UnitSupply.unitHours(-1), .unitHours(.nan), .units(-1), .units(.max)] {
      #expect(throws: RequirementsError.self) {
        try FixedUnitsTests.answer(supply, Self.demand, among: blocks)
      }
    }
    let priority = try #require(CallPriority(1))
    for objective in [
      UnitObjective(.hoursWaited, weights: [priority: -1]),
      UnitObjective(.callsLate([priority: Hours(-1)])),
    ] {
      #expect(throws: RequirementsError.self) {
        try FixedUnitsTests.answer(.units(500), Self.demand, objective, among: blocks)
      }
    }
    let nowhere = PatrolBlock(
      district: District.ID("99"), watch: Fixture.watch(), weekday: .monday)
    #expect(throws: RequirementsError.unknownDistrict(District.ID("99"))) {
      try FixedUnitsTests.answer(.units(5), Self.demand, among: [nowhere])
    }
    let none = try #require(try FixedUnitsTests.answer(.units(0), Self.demand, among: []).plan)
    #expect(none.blocks.isEmpty && none.cost == 0)
  }

  /// Source of truth: the definition, by hand.
  @Test func `calls are late after the shortest time that a standard states`() throws {
    let standards = Fixture.standards([
      try Fixture.share(0.9, of: 1, minutes: 10), try Fixture.share(0.5, of: 1, minutes: 4),
      try Fixture.mean(2, minutes: 3),
    ])
    #expect(standards.lateTimes == [try #require(CallPriority(1)): Hours(minutes: 4)])
  }
}

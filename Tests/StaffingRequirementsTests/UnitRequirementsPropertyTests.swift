import PolicingDomain
import StaffingRequirements
import Testing

@Suite("Unit requirements, properties")
struct UnitRequirementsPropertyTests {
  static let watches = [
    Fixture.watch("first", start: 23), Fixture.watch("second", start: 7),
    Fixture.watch("third", start: 15),
  ]

  /// A demand with its own level in each district and a tide over the day.
  static func demand(_ districts: [District.ID], scale: Double = 1) -> Demand {
    let rates = [(1, 1.1, 1.4), (2, 1.6, 0.9), (3, 2.2, 0.8), (5, 0.9, 0.5)]
    let streams = rates.map { priority, rate, hours in
      Demand.Stream(
        priority: CallPriority(priority),
        arrivals: Fixture.table(districts) { row, hour in
          let number = Double(districts[row].description) ?? 0
          let tide = 0.4 + Double((hour.hourOfDay * 7 + hour.weekday.rawValue * 3) % 24) / 20
          return scale * rate * tide * (0.5 + number / 10)
        }, unitTimePerCall: districts.map { _ in Hours(hours) })
    }
    return Fixture.demand(streams, districts)
  }

  static func standards(
    share: Double = 0.9, minutes: Double = 10, mean: Double = 20
  ) throws -> ServiceStandards {
    Fixture.standards(
      proactive: 0.4,
      [
        try Fixture.share(share, of: 1, minutes: minutes), try Fixture.mean(2, minutes: mean),
        try Fixture.mean(3, minutes: 3 * mean),
      ])
  }

  static func all(
    _ demand: Demand, _ standards: ServiceStandards
  ) throws -> [UnitRequirement] {
    try UnitRequirements.all(
      demand: demand, geography: Fixture.geography(demand.districts), watches: watches,
      standards: standards)
  }

  /// Source of truth: metamorphic: work is linear, waiting has economies of scale.
  @Test func `twice the calls are twice the work and less than twice the units for waiting`()
    throws
  {
    let districts = Fixture.districts(4)
    let single = try Self.all(Self.demand(districts), try Self.standards())
    let double = try Self.all(Self.demand(districts, scale: 2), try Self.standards())
    for (one, two) in zip(single, double) {
      #expect(near(two.needs.work, 2 * (one.needs.work ?? 0)))
      let before = try #require(one.needs.waiting)
      let after = try #require(two.needs.waiting)
      #expect(after > before)
      #expect(after < 2 * before)
    }
  }

  /// Source of truth: metamorphic: a district does not know the place of the others in the list.
  @Test func `permuting districts permutes the results`() throws {
    let districts = Fixture.districts(4)
    let forward = try Self.all(Self.demand(districts), try Self.standards())
    let backward = try Self.all(Self.demand(districts.reversed()), try Self.standards())
    for district in districts {
      #expect(
        forward.filter { $0.district == district } == backward.filter { $0.district == district })
    }
  }

  /// Source of truth: metamorphic: a weaker promise never costs more.
  @Test(arguments: [(0.8, 10.0, 20.0), (0.9, 15.0, 20.0), (0.9, 10.0, 40.0)])
  func `relaxing a standard never raises the units`(
    share: Double, minutes: Double, mean: Double
  ) throws {
    let demand = Self.demand(Fixture.districts(4))
    let strict = try Self.all(demand, try Self.standards())
    let relaxed = try Self.all(
      demand, try Self.standards(share: share, minutes: minutes, mean: mean))
    for (one, other) in zip(strict, relaxed) { #expect(other.units <= one.units) }
  }

  /// Source of truth: the definition of the smallest number: the standards hold at the need and one
  /// of them fails at one unit less, by the public performance function.
  @Test func `the need for waiting is the smallest`() throws {
    let demand = Self.demand(Fixture.districts(2))
    let standards = Fixture.standards(
      [try Fixture.mean(2, minutes: 12), try Fixture.mean(3, minutes: 30)])
    for requirement in try Self.all(demand, standards) {
      let watch = try #require(Self.watches.first { $0.id == requirement.watch })
      let block = PatrolBlock(
        district: requirement.district, watch: watch, weekday: requirement.weekday)
      let holds = { (units: Double) in
        let waits = try UnitRequirements.performance(
          units: units, during: block, demand: demand, standards: standards
        ).meanWaits
        return waits[1].wait.minutes <= 12 && waits[2].wait.minutes <= 30
      }
      #expect(try holds(requirement.units))
      #expect(try !holds(requirement.units - 1))
    }
  }

  /// Source of truth: more units never make anybody wait longer, whole or not.
  @Test func `the curve of performance falls`() throws {
    let demand = Self.demand(Fixture.districts(1))
    let block = PatrolBlock(
      district: demand.districts[0], watch: Self.watches[1], weekday: .saturday)
    var last = Double.infinity
    for quarter in 4...120 {
      let performance = try UnitRequirements.performance(
        units: Double(quarter) / 4, during: block, demand: demand, standards: Fixture.standards())
      let wait = try #require(performance.meanWaits.last?.wait.value)
      #expect(wait < last || (wait == .infinity && last == .infinity))
      last = wait
    }
    #expect(last < 1e-3)
  }

  @Test func `a department of 22 districts takes well under a second`() throws {
    let districts = (1...22).map { District.ID("\($0)") }
    let demand = Self.demand(districts)
    let standards = try Self.standards()
    var count = 0
    let time = try ContinuousClock().measure {
      count = try UnitRequirements.all(
        demand: demand, geography: Fixture.geography(districts), watches: Self.watches,
        standards: standards
      ).count
    }
    #expect(count == 22 * 3 * 7)
    #expect(time < .seconds(1), "\(time)")
  }
}

import PolicingDomain
import QueueingModels
import StaffingRequirements
import Testing

/// The best use of a fixed number of units.
@Suite("Fixed units")
struct FixedUnitsTests {
  static let three = Fixture.districts(3)
  static let watch = Fixture.watch()

  /// Calls of the priorities 1 to 3 with as many an hour as stated for each district.
  static func demand(
    _ rates: [[Double]], units: [Double] = [3, 1], hours: Double = 0.8
  ) -> Demand {
    let districts = Fixture.districts(rates.count)
    let shares = UnitsPerCall(calls: units)
    let streams = (0..<rates[0].count).map { position in
      Demand.Stream(
        priority: CallPriority(position + 1),
        arrivals: Fixture.table(districts) { row, _ in rates[row][position] },
        unitTimePerCall: districts.map { _ in Hours(hours * shares.mean) },
        unitsPerCall: districts.map { _ in shares })
    }
    return Fixture.demand(streams, districts)
  }

  static func blocks(_ count: Int, watch: Watch = watch) -> [PatrolBlock] {
    Fixture.districts(count).map {
      PatrolBlock(district: $0, watch: watch, weekday: .friday)
    }
  }

  static func answer(
    _ supply: UnitSupply, _ demand: Demand, _ objective: UnitObjective = .init(.hoursWaited),
    among blocks: [PatrolBlock]? = nil, complement: Double? = nil
  ) throws -> UnitAllocation {
    let standard = complement.map {
      ServiceStandards.Complement(
        unitsPerBeat: $0, rapidUnitsPerSector: 0, provenance: Fixture.source)
    }
    return try FixedUnits.bestUse(
      of: supply, among: blocks ?? Self.blocks(demand.districts.count), for: objective,
      keepsComplement: complement != nil, demand: demand,
      geography: Fixture.geography(demand.districts),
      standards: Fixture.standards(complement: standard))
  }

  /// The objective a year in one district with `units`, straight from the exact chain; infinite
  /// where it does not keep up.
  static func cost(
    _ rates: [Double], units: Int, _ objective: UnitObjective, shares: [Double] = [0.75, 0.25],
    hours: Double = 0.8
  ) -> Double {
    let classes = rates.map { CustomerClass(arrivalRate: $0, servers: shares) }
    guard let queue = SeveralServerQueue(servers: units, classes: classes, serviceRate: 1 / hours)
    else { return .infinity }
    var sum = 0.0
    for (position, rate) in rates.enumerated() {
      guard let priority = CallPriority(position + 1) else { continue }
      let figure =
        switch objective.measure {
        case .hoursWaited: queue.meanWait(ofClass: position)
        case .callsWaiting: queue.waitProbability
        case .callsLate(let times):
          queue.waitProbability(ofClass: position, exceeding: times[priority]?.value ?? 0)
        }
      sum += objective.weight(of: priority) * rate * figure
    }
    return sum * 8 * 365 / 7
  }

  /// The smallest sum over all ways to divide `total`, by trying them all.
  static func smallest(_ total: Int, _ costs: [(Int) -> Double]) -> Double {
    guard let first = costs.first else { return 0 }
    if costs.count == 1 { return first(total) }
    return (0...total).map { first($0) + smallest(total - $0, Array(costs.dropFirst())) }
      .min() ?? .infinity
  }

  static let rates = [[0.6, 1.5, 1.1], [0.2, 0.9, 0.4], [1.0, 1.2, 2.6]]
  static let late: [CallPriority: Hours] = Dictionary(
    uniqueKeysWithValues: [(1, 3.0), (2, 10.0)].compactMap { level, minutes in
      CallPriority(level).map { ($0, Hours(minutes: minutes)) }
    })
  static let measures: [UnitObjective.Measure] = [.hoursWaited, .callsWaiting, .callsLate(late)]

  /// Source of truth: all ways to divide the units, with figures straight from the exact chain.
  @Test(arguments: measures.indices, [12, 15, 19, 24])
  func `no other division of the units is better`(measure: Int, total: Int) throws {
    let weights = [1: 3.0, 2: 1.5]
    let objective = UnitObjective(
      Self.measures[measure],
      weights: Dictionary(
        uniqueKeysWithValues: weights.compactMap { level, weight in
          CallPriority(level).map { ($0, weight) }
        }))
    let costs = Self.rates.map { rates in
      let known = (0...total).map { Self.cost(rates, units: $0, objective) }
      return { (units: Int) in known[units] }
    }
    let best = Self.smallest(total, costs)
    let answer = try Self.answer(.units(total), Self.demand(Self.rates), objective)
    guard best.isFinite else {
      #expect(answer.plan == nil)
      return
    }
    let plan = try #require(answer.plan)
    #expect(plan.units == total)
    #expect(near(plan.cost, best, 1e-6 * best))
    let more = Self.smallest(
      total + 1,
      Self.rates.map { rates in { Self.cost(rates, units: $0, objective) } })
    #expect(near(plan.gainOfOneMore, best - more, 1e-6 * best))
    for (position, block) in plan.blocks.enumerated() {
      let next = Self.cost(Self.rates[position], units: block.units + 1, objective)
      #expect(near(block.gainOfNext, costs[position](block.units) - next, 1e-6 * best))
      let before = costs[position](block.units - 1) - costs[position](block.units)
      #expect(block.gainOfLast.map { near($0, before, 1e-6 * best) } ?? !before.isFinite)
    }
  }

  /// Source of truth: symmetry; the rest of a division goes to the first districts.
  @Test func `equal districts get equal units`() throws {
    let demand = Self.demand([[1, 2], [1, 2], [1, 2], [1, 2]])
    for (total, expected) in [(24, [6, 6, 6, 6]), (26, [7, 7, 6, 6]), (27, [7, 7, 7, 6])] {
      let plan = try #require(try Self.answer(.units(total), demand).plan)
      #expect(plan.blocks.map(\.units) == expected)
      #expect(plan.proof == .convex)
    }
  }

  /// Source of truth: metamorphic: units can be left out, so more of them cost no more; the price of
  /// one less is the gain of the step before.
  @Test(arguments: measures.indices)
  func `one unit more never costs anything, and prices are differences`(measure: Int) throws {
    let objective = UnitObjective(Self.measures[measure])
    let demand = Self.demand(Self.rates)
    var plans: [UnitAllocation.Plan] = []
    for total in 13...60 {
      let plan = try #require(try Self.answer(.units(total), demand, objective).plan)
      #expect(plan.units == total)
      plans.append(plan)
    }
    for (before, after) in zip(plans, plans.dropFirst()) {
      #expect(after.cost <= before.cost * (1 + 1e-12))
      #expect(near(before.gainOfOneMore, before.cost - after.cost, 1e-9 * plans[0].cost))
      let less = try #require(after.priceOfOneLess)
      #expect(near(less, before.cost - after.cost, 1e-9 * plans[0].cost))
    }
  }

  /// Source of truth: loads by hand: with a mean of 1.25 units of 0.8 hours, a call an hour is one
  /// unit; 3.2, 1.5 and 4.8 need 4, 2 and 5.
  @Test func `too few units are an answer with the fewest`() throws {
    let demand = Self.demand(Self.rates)
    #expect(
      try Self.answer(.units(10), demand).outcome == .infeasible(fewest: 11, hours: 88))
    let plan = try #require(try Self.answer(.units(11), demand).plan)
    #expect(plan.blocks.map(\.units) == [4, 2, 5])
    #expect(plan.blocks.map(\.fewest) == [4, 2, 5])
    #expect(plan.priceOfOneLess == nil)
    #expect(plan.blocks.allSatisfy { $0.gainOfLast == nil && $0.gainOfNext > 0 })
    #expect(
      try Self.answer(.unitHours(87.9), demand).outcome == .infeasible(fewest: 11, hours: 88))
  }

  /// Source of truth: metamorphic: the scale of weights decides nothing, a district whose calls count
  /// nothing gets what keeps up, and one whose calls count more gets no fewer.
  @Test func `weights decide between districts`() throws {
    let demand = Self.demand([[2, 0.1], [0.1, 2]])
    func units(_ one: Double, _ two: Double) throws -> [Int] {
      let weights = [(1, one), (2, two)].compactMap { level, weight in
        CallPriority(level).map { ($0, weight) }
      }
      let objective = UnitObjective(
        .callsWaiting, weights: Dictionary(uniqueKeysWithValues: weights))
      return try #require(try Self.answer(.units(14), demand, objective).plan).blocks.map(\.units)
    }
    #expect(try units(1, 1) == [7, 7])
    #expect(try units(5, 5) == [7, 7])
    #expect(try units(1, 0)[0] > 7)
    #expect(try units(20, 1)[0] > 7)
    #expect(try units(1, 20)[1] > 7)
    #expect(try units(20, 1) == units(1, 20).reversed())
  }

  /// Source of truth: all ways to divide the units between two districts near saturation.
  ///
  /// One has units at work that no call interrupts; calls draw few or many units. Costs turn out
  /// convex, which the proof must say.
  @Test(arguments: measures.indices, [[1.0], [0, 0, 0, 0, 0, 1], [4, 0, 0, 0, 0, 0, 0, 1]])
  func `costs near saturation are convex`(measure: Int, shares: [Double]) throws {
    let objective = UnitObjective(Self.measures[measure])
    let mean = UnitsPerCall(calls: shares).mean
    let rates = [[3.95 / mean, 0.01], [0.01, 2.9 / mean]]
    var demand = Self.demand(rates, units: shares, hours: 1)
    demand.removedUnits = Fixture.table(demand.districts) { row, _ in row == 0 ? 0.3 : 0 }
    let blocks = Self.blocks(2)
    func cost(_ row: Int) throws -> [Double] {
      try (0...30).map { units in
        try Self.answer(.units(units), demand, objective, among: [blocks[row]]).plan?.cost
          ?? .infinity
      }
    }
    let (one, other) = (try cost(0), try cost(1))
    for total in 8...20 {
      let plan = try #require(try Self.answer(.units(total), demand, objective).plan)
      let best = (0...total).map { one[$0] + other[total - $0] }.min() ?? .infinity
      #expect(near(plan.cost, best, 1e-9 * best))
      #expect(plan.proof == .convex)
    }
  }

  /// Source of truth: by hand: two sectors of two beats with 1.5 units each are 6 units.
  @Test func `the complement is kept where it is asked for`() throws {
    let demand = Self.demand([[4], [0.05]])
    let free = try #require(try Self.answer(.units(14), demand).plan)
    #expect(free.blocks[1].units < 6)
    let kept = try #require(try Self.answer(.units(14), demand, complement: 1.5).plan)
    #expect(kept.blocks.map(\.fewest) == [6, 6])
    #expect(kept.blocks.map(\.units) == [8, 6])
    #expect(kept.cost > free.cost)
    #expect(
      try Self.answer(.units(11), demand, complement: 1.5).outcome
        == .infeasible(fewest: 12, hours: 96))
  }

  /// Source of truth: the bounds of the question: no unit without calls, one for calls that do not
  /// queue.
  @Test func `a district without calls gets no unit`() throws {
    let districts = Self.three
    let demand = Fixture.demand(
      [
        .init(
          priority: CallPriority(1),
          arrivals: Fixture.table(districts) { row, _ in row == 0 ? 1 : 0 },
          unitTimePerCall: districts.map { _ in Hours(1) }),
        .init(
          priority: nil, arrivals: Fixture.table(districts) { row, _ in row == 1 ? 1 : 0 },
          unitTimePerCall: districts.map { _ in Hours(1) }),
      ], districts)
    let plan = try #require(try Self.answer(.units(5), demand).plan)
    #expect(plan.blocks.map(\.units) == [4, 1, 0])
    #expect(plan.blocks[2].gainOfNext == 0)
  }

  /// Source of truth: by hand: nobody waits any more, and what is over is spread evenly.
  @Test func `units beyond any use are spread`() throws {
    let demand = Self.demand([[1, 1], [1, 1]])
    let plan = try #require(try Self.answer(.units(1001), demand).plan)
    #expect(plan.blocks.map(\.units) == [501, 500])
    #expect(plan.proof == .surplus)
    #expect(plan.cost < 1e-4 && plan.gainOfOneMore == 0)
  }
}

import Foundation
import PolicingDomain
import QueueingModels
import StaffingRequirements
import Testing

/// What urgent calls of an hour wait with each number of units.
@Suite("Delay curves")
struct DelayCurveTests {
  static let one = Fixture.districts(1)

  static func curves(
    _ streams: [Demand.Stream], urgent: [Int]? = nil, standards: [ServiceStandards.Waiting] = [],
    requirements: [UnitRequirement] = [], districts: [District.ID] = one
  ) throws -> [DelayCurve] {
    try DelayCurves.all(
      demand: Fixture.demand(streams, districts), geography: Fixture.geography(districts),
      watches: [Fixture.watch()], standards: Fixture.standards(standards),
      queueing: QueueingAssumptions(timeRule: .hourly), requirements: requirements,
      urgent: urgent?.compactMap { CallPriority($0) })
  }

  static func first(
    _ rates: [Double], hours: Double, urgent: [Int]? = nil
  ) throws -> DelayCurve {
    let streams = rates.enumerated().map { place, rate in
      Fixture.stream(place + 1, callsPerHour: rate, hours: hours, one)
    }
    return try #require(try curves(streams, urgent: urgent).first)
  }

  /// Erlang's probability of a wait, by its sum.
  static func erlangC(_ servers: Int, _ load: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    for number in 1..<servers {
      term *= load / Double(number)
      sum += term
    }
    let last = term * load / Double(servers) * Double(servers) / (Double(servers) - load)
    return last / (sum + last)
  }

  /// Source of truth: closed form; λ calls that come evenly and are never served wait λ/2 hours.
  @Test(arguments: [0.2, 3, 40])
  func `without units the calls of an hour wait half an hour each`(rate: Double) throws {
    let curve = try Self.first([rate], hours: 0.7)
    #expect(near(curve.hoursWaited.first, rate / 2))
    #expect(near(curve.calls, rate))
    #expect(curve.keepsUp == Int(rate * 0.7) + 1)
  }

  /// Source of truth: closed form; in M/M/n those who wait have an exponential wait of rate
  /// θ = nμ − λ, of which (θ − 1 + e^−θ) / θ² lies in the hour.
  @Test func `one unit a call gives Erlang's waits within the hour`() throws {
    let (rate, hours) = (6.0, 0.5)
    let curve = try Self.first([rate], hours: hours)
    for units in 6...12 {
      let theta = Double(units) / hours - rate
      let expected =
        rate * Self.erlangC(units, rate * hours) * (theta - 1 + exp(-theta)) / (theta * theta)
      #expect(near(curve.hoursWaited[units], expected, expected * 1e-9))
    }
  }

  /// Source of truth: Erlang's formula for the mean wait; where waits are short against the hour, its
  /// ends do not matter.
  @Test func `far from overload a long hour has the waits of the steady state`() throws {
    let (rate, hours) = (120.0, 0.025)
    let curve = try Self.first([rate], hours: hours)
    for units in 5...9 {
      let theta = Double(units) / hours - rate
      let steady = rate * Self.erlangC(units, rate * hours) / theta
      #expect(near(curve.hoursWaited[units], steady, steady / theta * 1.001))
    }
  }

  /// Source of truth: Cobham's formula (1954); while every unit is busy, urgent calls wait 1 / (nμ − λ₁) on
  /// average, whatever waits behind them.
  @Test func `urgent calls keep a wait while other work piles up`() throws {
    let curve = try Self.first([3, 300], hours: 0.5, urgent: [1])
    #expect(curve.keepsUp == 152)
    let waits = (0...100).map { units -> Double in
      guard units > 1 else { return 1.5 }
      let theta = Double(units) / 0.5 - 3
      return 3 * (theta - 1 + exp(-theta)) / (theta * theta)
    }
    for (units, expected) in LowerHull.values(of: waits).enumerated().prefix(30) {
      #expect(near(curve.hoursWaited[units], expected))
    }
  }

  /// Source of truth: the definition of convexity.
  @Test(arguments: [[1.0, 2, 3], [0.1, 0.1, 0.1], [20, 5, 2], [0, 0, 4]])
  func `curves fall, are convex and end where hardly a call waits`(rates: [Double]) throws {
    let curve = try Self.first(rates, hours: 0.9)
    let values = curve.hoursWaited
    let steps = zip(values, values.dropFirst()).map { $1 - $0 }
    #expect(steps.allSatisfy { $0 <= 0 })
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $0 <= $1 + 1e-12 })
    #expect(try #require(values.last) <= 1e-9 * curve.calls)
  }

  /// Source of truth: closed form; a queue that starts empty and whose units never rest leaves
  /// (λ − nμ)/2 hours of waiting, the least that calls of an overloaded hour can wait.
  @Test func `the overloaded part lies between calm hours before and none`() throws {
    let curve = try Self.first([40], hours: 0.5)
    for units in 0...20 {
      #expect(curve.hoursWaited[units] >= (40 - Double(units) / 0.5) / 2 - 1e-9)
      #expect(curve.hoursWaited[units] <= 20)
    }
  }

  /// Source of truth: worked by hand; the corners are 0, 3 and 5.
  @Test func `the hull touches the values at its corners and lies below elsewhere`() {
    let values = [9.0, 8, 7, 3, 2.5, 1]
    let hull = LowerHull.values(of: values)
    #expect(zip(hull, [9, 7, 5, 3, 2, 1]).allSatisfy { near($0, $1) })
    #expect(LowerHull.values(of: [4]) == [4])
    #expect(LowerHull.values(of: [4, 1, 0]) == [4, 1, 0])
  }

  /// Source of truth: the meaning of the words.
  @Test
  func `hours without urgent calls wait nothing, and work that nobody interrupts moves a curve`()
    throws
  {
    let calm = try Self.first([0, 0, 2], hours: 0.5, urgent: [3])
    var demand = Fixture.demand(
      [Fixture.stream(3, callsPerHour: 2, hours: 0.5, Self.one)], Self.one)
    demand.removedUnits = Fixture.table(Self.one) { _, _ in 2 }
    let moved = try #require(
      try DelayCurves.all(
        demand: demand, geography: Fixture.geography(Self.one), watches: [],
        standards: Fixture.standards(), queueing: QueueingAssumptions(timeRule: .hourly)
      ).first)
    #expect(moved.keepsUp == calm.keepsUp + 2)
    #expect(near(moved.hoursWaited[6], calm.hoursWaited[4]))
    let none = try Self.first([0], hours: 0.5)
    #expect(none.hoursWaited == [0] && none.keepsUp == 0)
  }

  /// Source of truth: more calls wait longer at every number of units.
  @Test func `more calls raise the whole curve`() throws {
    let few = try Self.first([2, 3], hours: 0.6).hoursWaited
    let many = try Self.first([2.5, 3], hours: 0.6).hoursWaited
    #expect(many.count >= few.count)
    #expect(zip(few, many).allSatisfy { $0 <= $1 })
  }

  /// Source of truth: the requirement of the watch that covers the hour.
  @Test func `each hour carries the units required in its watch`() throws {
    let stream = Fixture.stream(1, callsPerHour: 3, hours: 0.5, Self.one)
    let demand = Fixture.demand([stream], Self.one)
    let standards = Fixture.standards([try Fixture.mean(1, minutes: 1)])
    let needs = try UnitRequirements.all(
      demand: demand, geography: Fixture.geography(Self.one), watches: [Fixture.watch()],
      standards: standards)
    let curves = try Self.curves([stream], requirements: needs)
    #expect(curves.count == 168)
    #expect(curves[7].required == needs[0].units && curves[6].required == 0)
  }

  /// Source of truth: the list of priorities.
  @Test func `an urgent priority without calls is refused`() throws {
    #expect(throws: RequirementsError.self) {
      try Self.curves([Fixture.stream(1, callsPerHour: 3, hours: 0.5, Self.one)], urgent: [2])
    }
  }
}

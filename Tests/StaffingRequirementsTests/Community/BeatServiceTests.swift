import Foundation
import PolicingDomain
import QueueingModels
import StaffingRequirements
import TestSupport
import Testing

/// Calls served by the unit of their own beat, and calls held for it.
@Suite("Beat service")
struct BeatServiceTests {
  static let watches = [Fixture.watch("all", start: 0, length: 24)]

  /// The share lost and the mean hold of one unit, simulated in batches.
  ///
  /// Held calls come at `rate`; other calls go to the unit only while it is free.
  static func simulated(
    rate: Double, others: Double, serviceRate: Double, longest: Double, calls: Int
  ) -> (lost: [Double], held: [Double]) {
    var random = SeededGenerator(seed: 7)
    func exponential(_ rate: Double) -> Double {
      -log(random.uniform(in: 0x1p-53...1)) / rate
    }
    let batches = 50
    var lost = [Double](repeating: 0, count: batches)
    var held = lost
    var now = 0.0
    var freeAt = 0.0
    for batch in 0..<batches {
      var seen = 0
      while seen < calls / batches {
        now += exponential(rate + others)
        let isHeld = random.uniform(in: 0...1) * (rate + others) < rate
        let wait = max(0, freeAt - now)
        if isHeld {
          seen += 1
          held[batch] += min(wait, longest)
          if wait > longest {
            lost[batch] += 1
            continue
          }
        } else if wait > 0 {
          continue
        }
        freeAt = max(freeAt, now) + exponential(serviceRate)
      }
    }
    let count = Double(calls / batches)
    return (lost.map { $0 / count }, held.map { $0 / count })
  }

  static func agrees(_ batches: [Double], with value: Double) -> Bool {
    let count = Double(batches.count)
    let mean = batches.reduce(0, +) / count
    let spread = batches.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    return abs(mean - value) <= 3 * (spread / count).squareRoot()
  }

  /// Source of truth: a simulation of one unit, within three standard errors.
  @Test(arguments: [(0.5, 0.4, 0.25), (0.3, 1.2, 0.5), (0.7, 2.3, 0.2)])
  func `held calls agree with a simulation`(busy: Double, rate: Double, longest: Double) {
    let serviceRate = 1.6
    let theta = serviceRate - rate
    let sum = (1 - exp(-theta * longest)) / theta + exp(-theta * longest) / serviceRate
    let whenFree = busy / ((1 - busy) * sum)
    let answer = HeldCalls(
      busyShare: busy, callRate: rate, serviceRate: serviceRate, longest: longest)
    let found = Self.simulated(
      rate: rate, others: max(0, whenFree - rate), serviceRate: serviceRate, longest: longest,
      calls: 100_000)
    #expect(Self.agrees(found.lost, with: answer.shareLost))
    #expect(Self.agrees(found.held, with: answer.meanHold))
  }

  /// Source of truth: closed form; where hardly a call is held, the unit frees up within H with
  /// probability 1 − exp(−μH).
  @Test func `a single held call waits for what is left of a service`() {
    let answer = HeldCalls(busyShare: 0.4, callRate: 0, serviceRate: 2, longest: 0.25)
    #expect(near(answer.shareLost, 0.4 * exp(-0.5)))
    #expect(near(answer.meanHold, 0.4 * (1 - exp(-0.5)) / 2))
    let none = HeldCalls(busyShare: 0.4, callRate: 1, serviceRate: 2, longest: 0)
    #expect(near(none.shareLost, 0.4) && none.meanHold == 0)
    let even = HeldCalls(busyShare: 0.4, callRate: 2, serviceRate: 2, longest: 0.25)
    let beside = HeldCalls(busyShare: 0.4, callRate: 2.001, serviceRate: 2, longest: 0.25)
    #expect(
      near(even.shareLost, beside.shareLost, 1e-3) && near(even.meanHold, beside.meanHold, 1e-3))
  }

  static let geography = Fixture.geography(Fixture.districts(1))

  static func beats(_ calls: [Int]) -> [Workload.BeatRow] {
    zip(geography.beats, calls).map {
      .init(beat: $0.id, calls: $1, unitHours: UnitHours(Double($1)))
    }
  }

  static func service(
    units: Double, calls: Double = 3, hours: Double = 0.6, unitsPerCall: Double = 1,
    beats counts: [Int] = [40, 30, 20, 10]
  ) throws -> BeatService {
    let districts = Fixture.districts(1)
    let streams = [(1, calls / 3), (3, calls * 2 / 3)].map { priority, rate in
      Demand.Stream(
        priority: CallPriority(priority), arrivals: Fixture.table(districts) { _, _ in rate },
        unitTimePerCall: [Hours(hours * unitsPerCall)],
        unitsPerCall: [UnitsPerCall(mean: unitsPerCall)])
    }
    let demand = Fixture.demand(streams, districts)
    let street = Weekday.allCases.map {
      UnitsOnStreet(district: districts[0], watch: watches[0].id, weekday: $0, units: units)
    }
    let waits = try DistrictWaits.all(
      at: street, demand: demand, geography: geography, watches: watches,
      standards: Fixture.standards())
    let rows = try BeatService.all(
      at: street, beats: beats(counts), waits: waits, demand: demand, geography: geography,
      watches: watches, held: try #require(CallPriority(3)))
    return try #require(rows.first)
  }

  /// Source of truth: the exact hypercube of four beat cars and two others; the approximation comes within
  /// two percent.
  @Test func `own units serve what the hypercube says`() throws {
    let row = try Self.service(units: 6)
    let orders = (0..<4).map { beat in
      [beat, 4, 5] + (1...3).map { (beat + $0) % 4 }
    }
    let exact = HypercubeModel(
      arrivalRates: [1.2, 0.9, 0.6, 0.3], serviceRates: [Double](repeating: 1 / 0.6, count: 6),
      preferences: orders, line: .waits
    ).solved()?.performance
    let shares = try (0..<4).map { place in
      try #require(exact).share(ofAtom: place, servedBy: place)
    }
    let all = zip(shares, [0.4, 0.3, 0.2, 0.1]).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(near(row.shareByOwnUnit, all, 0.02))
    #expect(near(row.smallestShare, shares.min() ?? 0, 0.02))
    #expect(row.beats == 4 && row.beatsWithUnit == 4 && near(row.busyShare, 3 * 0.6 / 6))
  }

  /// Source of truth: what holding is for; more calls by the own unit, for a longer wait.
  @Test func `holding trades waiting for the own unit`() throws {
    let row = try Self.service(units: 4)
    #expect(row.holds.map { $0.longest.minutes.rounded() } == [0, 5, 10, 15, 20, 30])
    #expect(near(row.holds.first?.shareOfHeld, row.shareByOwnUnit ?? 0, 1e-9))
    for (less, more) in zip(row.holds, row.holds.dropFirst()) {
      #expect(more.shareOfHeld > less.shareOfHeld && more.shareOfAll > less.shareOfAll)
      #expect(more.meanWait > less.meanWait)
    }
    #expect(row.holds.allSatisfy { $0.shareOfHeld <= 1 && $0.shareOfAll <= $0.shareOfHeld + 1e-9 })
  }

  /// Source of truth: more units, more of which are free.
  @Test func `more units leave more calls to the own one`() throws {
    let shares = try [3.0, 4, 6, 9].map { try Self.service(units: $0).shareByOwnUnit ?? 0 }
    #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 < $1 })
    #expect(try Self.service(units: 2).beatsWithUnit == 2)
  }

  /// Source of truth: worked by hand; 3 calls × 2 units × 0.6 hours keep 3.6 units busy.
  @Test func `too few units have no share, and further units make cars busy`() throws {
    let row = try Self.service(units: 3, unitsPerCall: 2)
    #expect(row.shareByOwnUnit == nil && row.holds.isEmpty && near(row.busyShare, 1.2))
    let single = try Self.service(units: 6).shareByOwnUnit ?? 0
    let double = try Self.service(units: 6, unitsPerCall: 2).shareByOwnUnit ?? 0
    #expect(double < single && double > 0.2)
    #expect(throws: RequirementsError.self) { try Self.service(units: .nan) }
  }
}

import Foundation
import QueueingModels
import TestSupport
import Testing

@Suite("Servers given where they gain most")
struct MarginalAllocationTests {
  /// Customers an hour in six places, half an hour each.
  private static let rates = [6.4, 3.8, 2.6, 3.4, 1.5, 6.6]

  private static func meanQueue(_ rate: Double) -> PlaceCost {
    PlaceCost(most: 40) { servers in
      ErlangC(servers: servers, arrivalRate: rate, serviceRate: 2)?.meanQueueLength ?? .infinity
    }
  }

  private static func waitShare(_ rate: Double) -> PlaceCost {
    PlaceCost(most: 40) { servers in
      ErlangC(servers: servers, arrivalRate: rate, serviceRate: 2)
        .map { rate * $0.waitProbability } ?? .infinity
    }
  }

  /// The least cost of exactly `total` servers by plain dynamic programming, written apart.
  private static func least(_ places: [PlaceCost], _ total: Int) -> Double {
    var costs = [Double](repeating: .infinity, count: total + 1)
    costs[0] = 0
    for place in places {
      var next = [Double](repeating: .infinity, count: total + 1)
      for number in place.fewest...max(place.fewest, min(place.most, total)) {
        guard number <= place.most else { continue }
        let cost = place(number)
        for sum in stride(from: number, through: total, by: 1) {
          next[sum] = min(next[sum], costs[sum - number] + cost)
        }
      }
      costs = next
    }
    return costs[total]
  }

  /// Source of truth: the published inputs of a case of six areas (Columbia CaseWorks);
  /// the numbers for a wait in at most 20, 10 and 5 percent are our own, by another program.
  @Test(arguments: [
    (0.20, [6, 4, 3, 4, 3, 6], 26), (0.10, [7, 5, 4, 5, 3, 7], 31), (0.05, [8, 5, 4, 5, 3, 8], 33),
  ])
  func `the six areas need these servers`(limit: Double, servers: [Int], total: Int) {
    let needed = Self.rates.map {
      ErlangC.fewestServers(
        arrivalRate: $0, serviceRate: 2, meeting: .waitProbability(atMost: limit))
    }
    #expect(needed == servers && needed.reduce(0, +) == total)
  }

  /// Source of truth: dynamic programming over all numbers, written apart, for every total from the
  /// fewest that keep up (17) to 45.
  @Test func `the six areas are allocated exactly`() throws {
    for cost in [Self.meanQueue, Self.waitShare] {
      let places = Self.rates.map(cost)
      let problem = MarginalAllocation(places)
      var last = Double.infinity
      for total in 16...45 {
        let best = try #require(problem.allocate(total).allocation)
        #expect(best.servers.reduce(0, +) == total)
        #expect(agree(best.cost, Self.least(places, total), within: 1e-12))
        #expect(best.cost <= last)
        last = best.cost
      }
    }
    let waits = MarginalAllocation(Self.rates.map(Self.meanQueue))
    for total in [26, 31, 33] {
      let best = try #require(waits.allocate(total).allocation)
      guard case .convex(let through) = best.proof else {
        Issue.record("the mean queue is convex")
        continue
      }
      #expect(zip(through, best.servers).allSatisfy { $0 > $1 })
    }
  }

  /// Source of truth: by hand: 4 + 2 + 2 + 2 + 1 + 4 servers are the fewest that keep up.
  @Test func `too few or too many servers is an answer`() {
    let problem = MarginalAllocation(Self.rates.map(Self.meanQueue))
    #expect(problem.allocate(14) == .infeasible(.tooFew(needed: 15)))
    #expect(problem.allocate(15).allocation?.servers == [4, 2, 2, 2, 1, 4])
    #expect(problem.allocate(241) == .infeasible(.tooMany(room: 240)))
    let never = PlaceCost(most: 9) { _ in .infinity }
    #expect(MarginalAllocation([never]).allocate(5) == .infeasible(.noFiniteCost(place: 0)))
    #expect(
      MarginalAllocation([PlaceCost(fewest: 7, table: [1])]).allocate(5)
        == .infeasible(.tooFew(needed: 7)))
    #expect(MarginalAllocation([]).allocate(0).allocation?.servers == [])
    #expect(MarginalAllocation([]).allocate(1) == .infeasible(.tooMany(room: 0)))
    let gaps = PlaceCost(table: [3, .infinity, 1])
    #expect(MarginalAllocation([gaps, gaps]).allocate(3) == .infeasible(.noCombination))
    #expect(MarginalAllocation([gaps, gaps]).allocate(2).allocation?.servers == [2, 0])
  }

  /// Source of truth: by hand: equal gains go to the lower number; a cost that is not convex is
  /// found where it is.
  @Test func `ties and failures are told`() throws {
    let flat = PlaceCost(table: [5, 4, 3, 2])
    let even = try #require(MarginalAllocation([flat, flat, flat]).allocate(4).allocation)
    #expect(even.servers == [3, 1, 0] && even.cost == 11)
    #expect(even.proof == .convex(through: [3, 3, 3]))
    let step = PlaceCost(fewest: 2, table: [9, 9, 0, 0])
    let failures = [ConvexityFailure(place: 1, servers: 3)]
    let both = try #require(MarginalAllocation([flat, step]).allocate(4).allocation)
    #expect(both.servers == [0, 4] && both.proof == .envelope(failures: failures))
    // The envelope falls by 4.5 a server, so it would stand at 3 servers, between corners.
    let steep = PlaceCost(table: [20, 14, 8, 2])
    let odd = try #require(MarginalAllocation([steep, step]).allocate(6).allocation)
    #expect(odd.servers == [2, 4] && odd.cost == 8)
    #expect(odd.proof == .dynamicProgram(failures: failures))
    let rough = try #require(
      MarginalAllocation([steep, step]).allocate(6, workLimit: 0).allocation)
    #expect(rough.servers == [3, 3] && rough.cost == 11)
    #expect(rough.proof == .bounded(gap: 4.5, failures: failures))
    // What cannot be reached need not be convex.
    let near = try #require(MarginalAllocation([flat, step]).allocate(3).allocation)
    #expect(near.servers == [1, 2] && near.proof == .convex(through: [1, 3]))
  }

  /// Source of truth: dynamic programming written apart, on random tables, most of them not convex,
  /// with infinite costs in between; seeded.
  @Test func `random tables are solved exactly`() {
    var generator = SeededGenerator(seed: 11)
    var kinds: Set<String> = []
    for round in 0..<600 {
      let count = 1 + generator.integer(below: 5)
      let places = (0..<count).map { _ in
        let convex = generator.integer(below: 3) > 0
        var value = Double(generator.integer(below: 40))
        var gain = -12.0
        let table = (0..<1 + generator.integer(below: 7)).map { _ in
          gain =
            convex
            ? min(3, gain + Double(generator.integer(below: 5)))
            : Double(generator.integer(below: 15)) - 12
          value += gain
          return !convex && generator.integer(below: 9) == 0 ? Double.infinity : value
        }
        return PlaceCost(fewest: generator.integer(below: 3), table: table)
      }
      // Half the time the same costs are a function, which may not have holes.
      let hasHoles = places.contains { place in
        (place.fewest...place.most).contains { place($0) == .infinity }
      }
      let functions = places.map { place in
        PlaceCost(fewest: place.fewest, most: place.most) { place($0) }
      }
      let total = generator.integer(below: 25)
      let problem = MarginalAllocation(hasHoles || round.isMultiple(of: 2) ? places : functions)
      let least = Self.least(places, total)
      switch problem.allocate(total) {
      case .infeasible: #expect(least == .infinity)
      case .allocated(let best):
        kinds.insert(best.proof.failures.isEmpty ? "convex" : "not")
        if case .dynamicProgram = best.proof { kinds.insert("program") }
        if case .envelope = best.proof { kinds.insert("envelope") }
        // A function is only known where it was looked at; tables are known throughout.
        let isKnown = hasHoles || round.isMultiple(of: 2)
        #expect(isKnown ? agrees(best.cost, least, within: 1e-12) : best.cost >= least - 1e-9)
        #expect(best.servers.reduce(0, +) == total)
        let sum = zip(places, best.servers).reduce(0) { $0 + $1.0($1.1) }
        #expect(agrees(sum, best.cost, within: 1e-12))
      }
    }
    #expect(kinds == ["convex", "not", "program", "envelope"])
  }

  /// Source of truth: the definition of the bound: the least cost lies within the gap.
  @Test func `a program cut short says by how much it may miss`() {
    var generator = SeededGenerator(seed: 3)
    var met = 0
    for _ in 0..<200 {
      let places = (0..<4).map { _ in
        PlaceCost(table: (0..<8).map { 30 - 3 * Double($0) + Double(generator.integer(below: 9)) })
      }
      let total = 5 + generator.integer(below: 15)
      let best = MarginalAllocation(places).allocate(total, workLimit: 1).allocation
      guard let best, case .bounded(let gap, _) = best.proof else { continue }
      met += 1
      let least = Self.least(places, total)
      #expect(best.cost >= least - 1e-9 && best.cost - gap <= least + 1e-9)
    }
    #expect(met > 50)
  }

  /// Source of truth: the shape of the answer: 3,696 places share 60,000 servers, nobody could gain
  /// by a swap (checked between the largest gain left and the smallest loss).
  @Test func `areas by hours of a week`() throws {
    let rates = (0..<22 * 168).map { place -> Double in
      let hour = Double(place % 168)
      return 8 + Double(place / 168) * 0.7 + 6 * sin(hour * .pi / 12)
    }
    let places = rates.map { rate in
      PlaceCost { servers in
        ErlangC(servers: servers, arrivalRate: rate, serviceRate: 1.5)?.meanQueueLength
          ?? .infinity
      }
    }
    let problem = MarginalAllocation(places)
    let best = try #require(problem.allocate(60_000).allocation)
    #expect(best.servers.reduce(0, +) == 60_000 && best.proof.failures.isEmpty)
    var gain = 0.0
    var loss = Double.infinity
    for (place, servers) in zip(places, best.servers) {
      gain = max(gain, place(servers) - place(servers + 1))
      loss = min(loss, place(servers - 1) - place(servers))
    }
    #expect(gain <= loss + 1e-15)
  }
}

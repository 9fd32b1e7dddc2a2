import QueueingModels
import TestSupport
import Testing

/// Servers that take different parts of a budget.
@Suite("Sized allocation")
struct SizedAllocationTests {
  /// The cheapest by the knapsack recursion over places, one by one.
  static func smallest(_ tables: [[Double]], fewest: [Int], sizes: [Int], budget: Int) -> Double {
    var best = [Double](repeating: 0, count: budget + 1)
    for (table, (least, size)) in zip(tables, zip(fewest, sizes)) {
      best = best.indices.map { left in
        var cheapest = Double.infinity
        for (position, cost) in table.enumerated() {
          let taken = (least + position) * size
          if taken <= left { cheapest = min(cheapest, best[left - taken] + cost) }
        }
        return cheapest
      }
    }
    return best[budget]
  }

  /// Tables whose costs fall; convex if steps are sorted.
  static func tables(_ random: inout SeededGenerator, convex: Bool) -> [[Double]] {
    (0..<5).map { _ in
      var steps = (0..<6).map { _ in Double.random(in: 0.01...5, using: &random) }
      if convex { steps.sort(by: >) }
      var table = [steps.reduce(0, +)]
      for step in steps { table.append(table[table.count - 1] - step) }
      return table
    }
  }

  /// Source of truth: the knapsack recursion over places.
  @Test(arguments: 0..<40)
  func `convex costs are divided exactly`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let tables = Self.tables(&random, convex: true)
    let fewest = [0, 1, 2, 0, 1]
    let sizes = (0..<5).map { _ in [2, 3, 5, 6].randomElement(using: &random) ?? 2 }
    let least = zip(fewest, sizes).reduce(0) { $0 + $1.0 * $1.1 }
    let budget = least + Int.random(in: 0...60, using: &random)
    let places = zip(fewest, tables).map { PlaceCost(fewest: $0, table: $1) }
    let answer = SizedAllocation(places, sizes: sizes).allocate(budget)
    let found = try #require(answer.allocation)
    let best = Self.smallest(tables, fewest: fewest, sizes: sizes, budget: budget)
    #expect(abs(found.cost - best) < 1e-9)
    #expect(zip(found.servers, sizes).reduce(0) { $0 + $1.0 * $1.1 } <= budget)
    #expect(found.proof == .dynamicProgram(failures: []))
    #expect(
      least == 0
        || SizedAllocation(places, sizes: sizes).allocate(least - 1)
          == .infeasible(.tooFew(needed: least))
    )
  }

  /// Source of truth: the knapsack recursion over places: the best is never below the bound.
  @Test(arguments: 0..<40)
  func `costs that are not convex come with a true gap`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(1000 + seed))
    let tables = Self.tables(&random, convex: false)
    let fewest = [0, 0, 1, 0, 0]
    let sizes = [2, 3, 3, 5, 2]
    let budget = Int.random(in: 3...60, using: &random)
    let places = zip(fewest, tables).map { PlaceCost(fewest: $0, table: $1) }
    let found = try #require(SizedAllocation(places, sizes: sizes).allocate(budget).allocation)
    let best = Self.smallest(tables, fewest: fewest, sizes: sizes, budget: budget)
    guard case .bounded(let gap, _) = found.proof else {
      Issue.record("These costs are not convex")
      return
    }
    #expect(found.cost >= best - 1e-9)
    #expect(found.cost - gap <= best + 1e-9)
  }
}

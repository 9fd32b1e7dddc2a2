/// The cheapest way to spend a budget on servers that take different parts of it.
///
/// A server of place i takes `sizes[i]` of the budget; what does not make up a server is left.
/// Places of one size are added up by marginal gains, then the sizes are combined by dynamic
/// programming. That is exact if every cost is convex; otherwise the same with the lower convex
/// envelopes tells how far from the best it may be.
///
/// ```swift
/// let day = PlaceCost(fewest: 1, table: [9, 5, 3, 2])
/// let night = PlaceCost(fewest: 1, table: [8, 2, 1])
/// let best = SizedAllocation([day, night], sizes: [8, 12]).allocate(40)     // 2 and 2 servers
/// ```
///
/// Source: marginal gains as in ``MarginalAllocation``; the rest is the knapsack recursion.
public struct SizedAllocation: Sendable {
  /// The places.
  public let places: [PlaceCost]
  /// What a server of each place takes of the budget.
  public let sizes: [Int]

  /// Creates the problem.
  ///
  /// - Precondition: Every place has a size, and sizes are positive.
  public init(_ places: [PlaceCost], sizes: [Int]) {
    precondition(places.count == sizes.count, "Every place has a size")
    precondition(sizes.allSatisfy { $0 > 0 }, "Sizes are positive")
    self.places = places
    self.sizes = sizes
  }

  /// Returns the cheapest allocation that takes at most `budget`.
  ///
  /// The obstacle ``AllocationObstacle/tooFew(needed:)`` counts budget here, not servers. There is
  /// never too much budget.
  ///
  /// - Precondition: The budget is not negative, and every place is a table that ends.
  /// - Complexity: O(B² Σ 1 / size) with B the budget above the least, in units of the greatest common
  ///   divisor of the sizes, after marginal gains for each size.
  public func allocate(_ budget: Int) -> AllocationAnswer {
    precondition(budget >= 0, "A budget is not negative")
    var columns: [CostColumn] = []
    var needed = 0
    for (index, place) in places.enumerated() {
      precondition(place.most < .max, "Places end")
      guard let column = CostColumn(place, total: place.most) else {
        return .infeasible(.noFiniteCost(place: index))
      }
      columns.append(column)
      needed += column.base * sizes[index]
    }
    guard needed <= budget else { return .infeasible(.tooFew(needed: needed)) }
    var failures: [ConvexityFailure] = []
    for index in columns.indices {
      columns[index].lookAtAll(upTo: places[index].most)
      columns[index].dropInfiniteTail()
      guard let failure = columns[index].failure else { continue }
      columns[index].findEnvelope(upTo: places[index].most)
      failures.append(ConvexityFailure(place: index, servers: failure))
    }
    let unit = sizes.reduce(0) { Self.commonDivisor($0, $1) }
    guard unit > 0 else {
      return .allocated(ServerAllocation(servers: [], cost: 0, proof: .convex(through: [])))
    }
    let spare = (budget - needed) / unit
    let groups = Set(sizes).sorted().map { size in
      SizeGroup(
        &columns, places: sizes.indices.filter { sizes[$0] == size }, size: size / unit,
        spare: spare)
    }
    return answer(columns, groups, failures, spare: spare)
  }

  private func answer(
    _ columns: [CostColumn], _ groups: [SizeGroup], _ failures: [ConvexityFailure], spare: Int
  ) -> AllocationAnswer {
    let (counts, cost) = Self.combine(groups.map { ($0.size, $0.costs) }, spare: spare)
    var all = [Int](repeating: 0, count: columns.count)
    for (group, count) in zip(groups, counts) {
      for place in group.order.prefix(count) { all[place] += 1 }
    }
    var total = 0.0
    var servers: [Int] = []
    for (column, count) in zip(columns, all) {
      servers.append(column.base + count)
      total += column.values[count]
    }
    var proof = AllocationProof.dynamicProgram(failures: [])
    if !failures.isEmpty {
      let (_, lowest) = Self.combine(groups.map { ($0.size, $0.lowest) }, spare: spare)
      proof = .bounded(gap: max(0, cost - lowest), failures: failures)
    }
    return .allocated(ServerAllocation(servers: servers, cost: total, proof: proof))
  }

  /// Returns how many servers of each size cost least together within `spare`, and that cost.
  private static func combine(
    _ groups: [(size: Int, costs: [Double])], spare: Int
  ) -> (counts: [Int], cost: Double) {
    var best = [Double](repeating: 0, count: spare + 1)
    var choices: [[Int]] = []
    for group in groups {
      var next = [Double](repeating: .infinity, count: spare + 1)
      var chosen = [Int](repeating: 0, count: spare + 1)
      for budget in 0...spare {
        for count in 0...min(budget / group.size, group.costs.count - 1) {
          let cost = best[budget - count * group.size] + group.costs[count]
          if cost < next[budget] {
            next[budget] = cost
            chosen[budget] = count
          }
        }
      }
      best = next
      choices.append(chosen)
    }
    var left = spare
    var counts: [Int] = []
    for (group, chosen) in zip(groups, choices).reversed() {
      counts.append(chosen[left])
      left -= chosen[left] * group.size
    }
    return (counts.reversed(), best[spare])
  }

  private static func commonDivisor(_ one: Int, _ other: Int) -> Int {
    other == 0 ? one : commonDivisor(other, one % other)
  }
}

/// The places of one size, with servers given one by one where the next gains most.
private struct SizeGroup {
  let size: Int
  /// The place of each server, in the order in which they are given.
  let order: [Int]
  /// The costs with 0, 1, 2 … servers given.
  private(set) var costs: [Double]
  /// The same of the envelopes: nothing is cheaper.
  let lowest: [Double]

  init(_ columns: inout [CostColumn], places: [Int], size: Int, spare: Int) {
    self.size = size
    let greedy = Greedy(&columns, spare: spare / size, places: places)
    order = greedy.order
    lowest = greedy.costs
    var counts = [Int](repeating: 0, count: columns.count)
    var finite = places.reduce(0) { $0 + columns[$1].values[0] }
    var endless = 0
    costs = [finite]
    for place in order {
      let (before, after) = (
        columns[place].values[counts[place]], columns[place].values[counts[place] + 1]
      )
      if before == .infinity { endless -= 1 } else { finite -= before }
      if after == .infinity { endless += 1 } else { finite += after }
      counts[place] += 1
      costs.append(endless > 0 ? .infinity : finite)
    }
  }
}

/// The cheapest way to give a fixed number of servers to places whose costs add up.
///
/// Servers are given one by one to the place where the next gains most. That is the cheapest
/// allocation if every cost is convex, which is **checked as the costs are looked at** and
/// recorded in the answer. Where a cost is not convex, its lower convex envelope takes its place;
/// an allocation that stands on corners of all envelopes is the cheapest too. Otherwise the places
/// that are not convex are combined, exactly, with the best of the others by dynamic programming.
///
/// Among equal gains the lower number of place comes first, so the answer is always the same.
///
/// ```swift
/// let loads = [3.2, 1.9, 1.3]
/// let places = loads.map { load in
///   PlaceCost { ErlangC(servers: $0, arrivalRate: load, serviceRate: 1)?.meanQueueLength
///     ?? .infinity }
/// }
/// if case .allocated(let best) = MarginalAllocation(places).allocate(12) {
///   print(best.servers, best.cost, best.proof)                       // [6, 3, 3] …
/// }
/// ```
///
/// Source: B. Fox, *Discrete optimization via marginal analysis*, Management Science 13 (1966),
/// 210–216.
public struct MarginalAllocation: Sendable {
  /// The places.
  public let places: [PlaceCost]

  /// Creates the problem.
  public init(_ places: [PlaceCost]) { self.places = places }

  /// Returns the cheapest allocation of exactly `total` servers.
  ///
  /// With P places, K servers above the fewest possible, and N places that are not convex, convex
  /// costs take O(P + K log P). An envelope looks at all numbers of its place, up to its most or K;
  /// give functions that are not convex a most. The dynamic program takes O(N K × range), and is not
  /// tried if that is more than `workLimit`: the answer then says by how much it may miss.
  ///
  /// - Precondition: The total is not negative.
  public func allocate(_ total: Int, workLimit: Int = 1_000_000_000) -> AllocationAnswer {
    precondition(total >= 0, "Servers are not negative")
    var columns: [CostColumn] = []
    columns.reserveCapacity(places.count)
    var needed = 0
    for (index, place) in places.enumerated() {
      guard let column = CostColumn(place, total: total) else {
        return .infeasible(
          place.fewest > total ? .tooFew(needed: place.fewest) : .noFiniteCost(place: index))
      }
      needed += column.base
      columns.append(column)
    }
    guard needed <= total else { return .infeasible(.tooFew(needed: needed)) }
    let spare = total - needed
    var failed = Set<Int>()
    for index in columns.indices where places[index].isTable {
      columns[index].lookAtAll(upTo: spare)
      columns[index].dropInfiniteTail()
      if columns[index].failure != nil { failed.insert(index) }
    }
    var greedy: Greedy
    repeat {
      for index in failed where columns[index].envelope == nil {
        columns[index].findEnvelope(upTo: spare)
      }
      greedy = Greedy(&columns, spare: spare, places: nil)
      let known = failed.count
      for index in columns.indices where columns[index].failure != nil { failed.insert(index) }
      if failed.count == known { break }
    } while true
    guard greedy.order.count == spare else {
      return .infeasible(.tooMany(room: needed + greedy.order.count))
    }
    if failed.isEmpty {
      let through = columns.map { $0.base + $0.values.count - 1 }
      return answer(columns, greedy.counts, .convex(through: through))
    }
    let failures = columns.enumerated().compactMap { index, column in
      column.failure.map { ConvexityFailure(place: index, servers: $0) }
    }
    if columns.indices.allSatisfy({ columns[$0].isOnEnvelope(greedy.counts[$0]) }) {
      return answer(columns, greedy.counts, .envelope(failures: failures))
    }
    return combine(columns, greedy, failures, spare: spare, workLimit: workLimit)
  }

  private func combine(
    _ columns: [CostColumn], _ envelopes: Greedy, _ failures: [ConvexityFailure], spare: Int,
    workLimit: Int
  ) -> AllocationAnswer {
    let odd = failures.map(\.place)
    let work = odd.reduce(0.0) { $0 + Double(spare + 1) * Double(columns[$1].values.count) }
    if work > Double(workLimit) {
      let lowest = columns.indices.reduce(0.0) {
        $0 + columns[$1].envelopeCost(envelopes.counts[$1])
      }
      let cost = columns.indices.reduce(0.0) { $0 + columns[$1].values[envelopes.counts[$1]] }
      if cost < .infinity {
        let gap = max(0, cost - lowest)
        return answer(columns, envelopes.counts, .bounded(gap: gap, failures: failures))
      }
    }
    var columns = columns
    let isOdd = Set(odd)
    let even = columns.indices.filter { !isOdd.contains($0) }
    let greedy = Greedy(&columns, spare: spare, places: even)
    var table = CombinationTable(greedy.costs, spare: spare)
    for place in odd { table.combine(columns[place].values) }
    guard let (rest, counts) = table.counts() else { return .infeasible(.noCombination) }
    var all = [Int](repeating: 0, count: columns.count)
    for place in greedy.order.prefix(rest) { all[place] += 1 }
    for (place, count) in zip(odd, counts) { all[place] = count }
    // The convex places went on to numbers that nobody had looked at before.
    if columns.contains(where: { $0.failure != nil && $0.envelope == nil }) {
      return allocateWithAllLookedAt(columns, spare: spare, workLimit: workLimit)
    }
    return answer(columns, all, .dynamicProgram(failures: failures))
  }

  /// Starts again with tables of the places that turned out not to be convex.
  private func allocateWithAllLookedAt(
    _ columns: [CostColumn], spare: Int, workLimit: Int
  ) -> AllocationAnswer {
    var tables = places
    for (index, column) in columns.enumerated()
    where column.failure != nil && !places[index].isTable {
      var column = column
      column.lookAtAll(upTo: spare)
      tables[index] = PlaceCost(fewest: column.base, table: column.values)
    }
    let total = spare + columns.reduce(0) { $0 + $1.base }
    return MarginalAllocation(tables).allocate(total, workLimit: workLimit)
  }

  private func answer(
    _ columns: [CostColumn], _ counts: [Int], _ proof: AllocationProof
  ) -> AllocationAnswer {
    var cost = 0.0
    var servers: [Int] = []
    for (column, count) in zip(columns, counts) {
      servers.append(column.base + count)
      cost += column.values[count]
    }
    return .allocated(ServerAllocation(servers: servers, cost: cost, proof: proof))
  }
}

/// Servers given one by one to the place where the next gains most.
struct Greedy {
  /// The place of each server in the order in which they were given.
  private(set) var order: [Int] = []
  /// The servers of each place above its base.
  private(set) var counts: [Int]
  /// The sum of the costs with 0, 1, 2 … servers given.
  private(set) var costs: [Double]

  /// Gives servers to some of the places, or to all, until there are none or no room is left.
  init(_ columns: inout [CostColumn], spare: Int, places: [Int]?) {
    counts = [Int](repeating: 0, count: columns.count)
    var heap = GainHeap(capacity: columns.count)
    var cost = 0.0
    for place in places ?? Array(columns.indices) {
      cost += columns[place].values[0]
      if let entry = Self.entry(&columns, place, 0) { heap.add(entry) }
    }
    costs = [cost]
    order.reserveCapacity(spare)
    while order.count < spare, let best = heap.first {
      counts[best.place] += 1
      order.append(best.place)
      cost += best.change
      costs.append(cost)
      heap.replaceFirst(with: Self.entry(&columns, best.place, counts[best.place]))
    }
  }

  private static func entry(
    _ columns: inout [CostColumn], _ place: Int, _ count: Int
  ) -> GainHeap.Entry? {
    guard let change = columns[place].change(after: count) else { return nil }
    let isUnderWay = !columns[place].isOnEnvelope(count)
    return GainHeap.Entry(change: change, isUnderWay: isUnderWay, place: place)
  }
}

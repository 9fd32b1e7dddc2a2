import PolicingDomain
import QueueingModels

/// A fixed number of units that is divided among blocks.
struct UnitDivision {
  /// One block with its costs.
  struct Part {
    let block: PatrolBlock
    /// The district by itself.
    let pool: PatrolPool
    let costs: BlockCosts

    init(
      _ block: PatrolBlock, _ pool: PatrolPool, for objective: UnitObjective,
      atLeast least: Int
    ) {
      self.block = block
      self.pool = pool
      costs = BlockCosts(
        pool.calls.queue(during: block.hours), for: objective, atLeast: least)
    }
  }

  /// Units for each block, and why.
  struct Division {
    let units: [Int]
    let proof: UnitAllocation.Proof
    /// The objective a week.
    let cost: Double
  }

  private let parts: [Part]
  /// What a unit of each block takes: 1, or the hours of its watch.
  private let sizes: [Int]
  /// What there is, in the same measure, and what is left of it because it is less than a unit.
  private let total: Int
  private let rest: Double
  private let countsHours: Bool

  init(_ parts: [Part], of supply: UnitSupply) {
    self.parts = parts
    let lengths = Set(parts.map(\.block.watch.length))
    switch supply {
    case .units(let units):
      (total, rest, countsHours) = (units, 0, false)
      sizes = parts.map { _ in 1 }
    case .unitHours(let hours):
      countsHours = true
      let whole = Int((hours + 1e-9).rounded(.down))
      let length = lengths.count == 1 ? lengths.first ?? 1 : 1
      sizes = parts.map { lengths.count == 1 ? 1 : $0.block.watch.length }
      total = whole / length
      rest = hours - Double(total * length)
    }
  }

  /// What becomes of the units.
  var outcome: UnitAllocation.Outcome {
    let fewest = parts.map(\.costs.fewest)
    guard let division = divide(total) else {
      let hours = zip(fewest, parts).reduce(0) { $0 + $1.0 * $1.1.block.watch.length }
      return .infeasible(fewest: fewest.reduce(0, +), hours: Double(hours))
    }
    let (less, more) = prices(division)
    let blocks = zip(parts, division.units).map { part, units in
      let here = part.costs(units)
      let before = units > 0 ? part.costs(units - 1) - here : .infinity
      return UnitAllocation.Block(
        district: part.block.district, watch: part.block.watch.id, weekday: part.block.weekday,
        units: units, fewest: part.costs.fewest,
        performance: part.pool.performance(
          units: Double(units), during: part.block.hours, detail: .plain),
        cost: here * Year.weeks, gainOfLast: before.isFinite ? before * Year.weeks : nil,
        gainOfNext: (here - part.costs(units + 1)) * Year.weeks)
    }
    let used = zip(sizes, division.units).reduce(0) { $0 + $1.0 * $1.1 }
    let unused = countsHours ? rest + Double(total - used) : 0
    return .allocated(
      .init(
        blocks: blocks, proof: division.proof, priceOfOneLess: less.map { $0 * Year.weeks },
        gainOfOneMore: more * Year.weeks, unusedHours: unused))
  }

  /// Returns the best division of `total`, or nothing where it is too little.
  private func divide(_ total: Int) -> Division? {
    let needed = zip(sizes, parts).reduce(0) { $0 + $1.0 * $1.1.costs.fewest }
    guard total >= needed else { return nil }
    let usable = zip(sizes, parts).reduce(0) { $0 + $1.0 * $1.1.costs.most }
    if total >= usable { return spread(total - usable) }
    let places = parts.map(\.costs.place)
    let answer =
      sizes.allSatisfy { $0 == 1 }
      ? MarginalAllocation(places).allocate(total)
      : SizedAllocation(places, sizes: sizes).allocate(total)
    return answer.allocation.map {
      Division(units: $0.servers, proof: Self.words($0.proof), cost: $0.cost)
    }
  }

  /// Gives every block what it can use and one of the `spare` in turn.
  private func spread(_ spare: Int) -> Division {
    let round = max(1, sizes.reduce(0, +))
    var left = spare % round
    var units: [Int] = []
    for (part, size) in zip(parts, sizes) {
      let extra = left >= size ? 1 : 0
      left -= extra * size
      units.append(part.costs.most + spare / round + extra)
    }
    let cost = zip(parts, units).reduce(0) { $0 + $1.0.costs($1.1) }
    return Division(units: units, proof: .surplus, cost: cost)
  }

  private static func words(_ proof: AllocationProof) -> UnitAllocation.Proof {
    switch proof {
    case .convex: .convex
    case .envelope(let failures): .envelope(blocks: failures.count)
    case .dynamicProgram(let failures): .dynamicProgram(blocks: failures.count)
    case .bounded(let gap, let failures):
      .bounded(gap: gap * Year.weeks, blocks: failures.count)
    }
  }

  /// What one unit less costs and one more saves a week; a unit of the longest watch.
  private func prices(_ division: Division) -> (less: Double?, more: Double) {
    let size = sizes.max() ?? 1
    if case .convex = division.proof {
      var least: Double?
      var most = 0.0
      for (part, units) in zip(parts, division.units) {
        most = max(most, part.costs(units) - part.costs(units + 1))
        guard units > part.costs.fewest else { continue }
        least = min(least ?? .infinity, part.costs(units - 1) - part.costs(units))
      }
      return (least, most)
    }
    let less = divide(total - size).map { max(0, $0.cost - division.cost) }
    let more = divide(total + size).map { max(0, division.cost - $0.cost) }
    return (less, more ?? 0)
  }
}

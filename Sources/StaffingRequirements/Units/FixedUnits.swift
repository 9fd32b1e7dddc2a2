public import PolicingDomain
import QueueingModels

/// The best use of the units there are.
///
/// Requirements ask how many units meet a standard; this asks what a fixed number does best. Units
/// are given to the blocks where they save most of an objective: hours that calls wait, calls that
/// wait, or calls that wait too long. Calls queue as they do for ``UnitRequirements``: one pool a
/// district, several units a call, priorities, the rule for time of `QueueingAssumptions`; each block
/// by itself, without the queues that reach from one watch into the next.
///
/// A block gets at least as many units as keep up with its calls in every hour, and one where there
/// are calls at all.
///
/// ```swift
/// let answer = try FixedUnits.bestUse(
///   of: .units(180), among: districts.map { PatrolBlock(district: $0, watch: third, weekday: .friday) },
///   for: UnitObjective(.hoursWaited), demand: demand, geography: geography, standards: standards)
/// if let plan = answer.plan { print(plan.blocks.map(\.units), plan.gainOfOneMore) }
/// ```
///
/// Source: marginal gains, with proof, by `MarginalAllocation` of QueueingModels.
public enum FixedUnits {
  /// Returns the use of `supply` that keeps `objective` smallest.
  ///
  /// Hours of units over watches of one length are whole units, and what does not make up a unit is
  /// left; watches of several lengths are combined exactly by dynamic programming over hours.
  /// Among equal gains the earlier block comes first, so the answer is always the same.
  ///
  /// - Parameters:
  ///   - supply: The units, or hours of units.
  ///   - blocks: The blocks among which they are divided, each once.
  ///   - objective: What is to be small.
  ///   - keepsComplement: Whether every block keeps the complement of its district, rounded up.
  ///   - demand: The calls.
  ///   - geography: The districts.
  ///   - standards: Which priorities queue, and the complement.
  ///   - queueing: The rule for time; districts do not help one another here.
  /// - Returns: The units of each block; or, where there are too few, how many are needed.
  /// - Throws: A ``RequirementsError`` for a supply, weight or time that is negative or not finite, a
  ///   block of an unknown district, and what ``UnitRequirements`` refuses.
  /// - Complexity: O(blocks × hours × numbers of units) states, then marginal gains; dynamic
  ///   programming as `MarginalAllocation` says where a unit may gain more than the one before.
  public static func bestUse(
    of supply: UnitSupply, among blocks: [PatrolBlock], for objective: UnitObjective,
    keepsComplement: Bool = false, demand: Demand, geography: Geography,
    standards: ServiceStandards, queueing: QueueingAssumptions = QueueingAssumptions()
  ) throws(RequirementsError) -> UnitAllocation {
    try check(supply, objective)
    var alone = queueing
    alone.pooling = .district
    let pools = try PatrolPool.all(demand, geography, standards, alone)
    try check(objective, against: pools.first?.calls.priorities ?? [])
    var parts: [UnitDivision.Part] = []
    for block in blocks {
      guard let pool = pools.first(where: { $0.members[0].id == block.district }) else {
        throw .unknownDistrict(block.district)
      }
      let hasCalls = pool.calls.allCalls(during: block.hours) > 0
      let complement = keepsComplement ? (pool.members[0].complement?.units ?? 0) - 1e-9 : 0
      let least = max(hasCalls ? 1 : 0, Int(complement.rounded(.up)))
      parts.append(.init(block, pool, for: objective, atLeast: least))
    }
    return UnitAllocation(
      supply: supply, objective: objective, keepsComplement: keepsComplement,
      outcome: UnitDivision(parts, of: supply).outcome)
  }

  /// Refuses weights of priorities that do not queue, and times none of which is for one that does.
  private static func check(
    _ objective: UnitObjective, against priorities: [CallPriority]
  ) throws(RequirementsError) {
    var without = objective.weights.keys.filter { !priorities.contains($0) }
    if case .callsLate(let times) = objective.measure,
      !times.keys.contains(where: { priorities.contains($0) })
    {
      without += times.keys
    }
    if let first = without.min(), !priorities.isEmpty { throw .noSuchCalls(priority: first) }
  }

  /// More units, or hours of units, than this are a slip of the pen.
  private static let mostUnits = 1e9

  private static func check(
    _ supply: UnitSupply, _ objective: UnitObjective
  ) throws(RequirementsError) {
    let amount =
      switch supply {
      case .units(let units): Figure("The number of units", Double(units))
      case .unitHours(let hours): Figure("The hours of units", hours)
      }
    if try amount.checked() > mostUnits {
      throw .invalidFigure(what: amount.name, value: amount.value)
    }
    for weight in objective.weights.values {
      _ = try Figure("The weight of a priority", weight).checked()
    }
    if case .callsLate(let times) = objective.measure {
      for time in times.values { _ = try Figure("The time of a wait", time.value).checked() }
    }
  }
}

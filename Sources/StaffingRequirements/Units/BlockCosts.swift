import PolicingDomain
import QueueingModels

/// What the calls of one block cost by an objective with each number of units, a week.
struct BlockCosts {
  /// The smallest number that keeps up in every hour with calls.
  let keepsUp: Int
  /// The fewest units allowed, at least ``keepsUp``.
  let fewest: Int
  /// The costs of ``keepsUp`` units and more, to the number from which on hardly a call counts.
  private let values: [Double]

  /// The part of the calls whose cost is taken for none.
  ///
  /// The probability of a long wait is known to ten digits after the point, other figures to as many
  /// significant ones.
  private static func nothing(_ measure: UnitObjective.Measure) -> Double {
    if case .callsLate = measure { 1e-7 } else { 1e-9 }
  }

  /// Works out the costs.
  ///
  /// - Complexity: O(hours × numbers) states, each a step from the one before.
  init(_ queue: PatrolQueue, for objective: UnitObjective, atLeast least: Int) {
    let hours = queue.hours.filter { hour in hour.calls.contains { $0 > 0 } }
    let weights = queue.priorities.map { objective.weight(of: $0) }
    var number = hours.map { Int(($0.load + $0.removedUnits).rounded(.down)) }.max() ?? 0
    while hours.contains(where: { $0.state(Double(number)).isOverloaded }) { number += 1 }
    keepsUp = number
    fewest = max(number, least)
    var units = hours.map { HourUnits($0, units: number) }
    var scale = 0.0
    for hour in hours {
      for (calls, weight) in zip(hour.calls, weights) { scale += calls * weight }
    }
    var values: [Double] = []
    while true {
      let value = units.reduce(0) { sum, hour in
        sum + Self.cost(of: hour, objective, queue.priorities, weights)
      }
      // The cost falls; what rounding adds at its end is no cost.
      values.append(min(value, values.last ?? .infinity))
      if value <= Self.nothing(objective.measure) * scale { break }
      for position in units.indices { units[position].addUnit() }
    }
    self.values = values
  }

  private static func cost(
    of hour: HourUnits, _ objective: UnitObjective, _ priorities: [CallPriority],
    _ weights: [Double]
  ) -> Double {
    let state = hour.state
    var cost = 0.0
    for (position, calls) in hour.hour.calls.enumerated() where calls * weights[position] > 0 {
      let figure: Double
      switch objective.measure {
      case .hoursWaited: figure = state.meanWait(position)
      case .callsWaiting: figure = state.waitProbability
      case .callsLate(let times):
        // Fewer wait long than wait at all.
        guard state.waitProbability > 1e-9, let time = times[priorities[position]] else { continue }
        figure = 1 - state.share(position, within: time.value)
      }
      cost += calls * weights[position] * figure
    }
    return cost
  }

  /// The number from which on hardly a call counts, at least ``fewest``.
  var most: Int { max(fewest, keepsUp + values.count - 1) }

  /// Returns the cost of a number of units; infinite where it does not keep up.
  func callAsFunction(_ units: Int) -> Double {
    guard units >= keepsUp else { return .infinity }
    return values[min(units - keepsUp, values.count - 1)]
  }

  /// The cost of the numbers from ``fewest`` to ``most``.
  var place: PlaceCost {
    PlaceCost(fewest: fewest, table: (fewest...most).map { self($0) })
  }
}

/// One hour with a growing number of units.
struct HourUnits {
  let hour: PatrolQueue.Hour
  private var sequence: SeveralServerSequence?

  init(_ hour: PatrolQueue.Hour, units: Int) {
    self.hour = hour
    sequence = hour.sequence(Double(units))
  }

  /// Moves on to one unit more.
  mutating func addUnit() { sequence?.addServer() }

  /// What calls find.
  var state: PatrolQueue.HourState {
    guard let sequence else { return .idle }
    return SeveralServerQueue(sequence).map { .steady($0) } ?? .overloaded(nil)
  }
}

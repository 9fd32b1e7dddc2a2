import PolicingDomain
import QueueingModels

/// What the calls of some hours find with a number of units.
struct PatrolFinding {
  let queue: PatrolQueue
  let units: Double
  let states: [PatrolQueue.HourState]
  let travel: PoolTravel?

  init(_ queue: PatrolQueue, units: Double, travel: PoolTravel?) {
    self.queue = queue
    self.units = units
    self.travel = travel
    states = queue.states(units)
  }

  /// The share of queued calls that wait at all; 0 without calls.
  var waitShare: Double {
    weighted(zip(queue.hours, states).map { ($0.calls.reduce(0, +), $1.waitProbability) })
  }

  /// Returns a figure by priority, for those that have it.
  func byPriority(_ figure: (Int) -> Double?) -> [UnitRequirement.MeanWait] {
    queue.priorities.indices.compactMap { position in
      figure(position).map { .init(priority: queue.priorities[position], wait: Hours($0)) }
    }
  }

  /// The same waits by the pooled formula.
  var pooled: UnitRequirement.Pooled {
    let queues = queue.hours.map { $0.pooled(units) }
    let chances = zip(queue.hours, queues).map { hour, queue -> (Double, Double) in
      (hour.calls.reduce(0, +), queue?.waitProbability ?? (hour.load > 0 ? 1 : 0))
    }
    let waits = byPriority { position in
      var calls = 0.0
      var sum = 0.0
      for (hour, found) in zip(queue.hours, queues) where hour.calls[position] > 0 {
        calls += hour.calls[position]
        let wait = found?.meanWaits[position] ?? (hour.load > 0 ? .infinity : 0)
        sum += hour.calls[position] * wait
      }
      return calls > 0 ? sum / calls : nil
    }
    return .init(waitShare: weighted(chances), meanWaits: waits)
  }

  private func weighted(_ figures: [(weight: Double, value: Double)]) -> Double {
    let weight = figures.reduce(0) { $0 + $1.weight }
    return weight > 0 ? figures.reduce(0) { $0 + $1.weight * $1.value } / weight : 0
  }
}

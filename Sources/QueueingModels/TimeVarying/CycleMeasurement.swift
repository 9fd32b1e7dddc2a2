import Foundation

/// What is added up during a cycle.
struct CycleMeasurement {
  let queue: VaryingQueue
  let partsOfStep: Int
  var finishing: Double
  /// For each period and instant, the probabilities of a place in line for an arriving customer.
  var lines: [[[Double]]] = []
  var totals: [(wait: Double, worst: Double, queue: Double, busy: Double)] = []

  init(_ queue: VaryingQueue, partsOfStep: Int, finishing: Double) {
    self.queue = queue
    self.partsOfStep = partsOfStep
    self.finishing = finishing
  }

  mutating func change(_ state: inout StateWindow, atStartOf period: Int) {
    finishing += state.leave(
      queue.leaving[period], of: queue.servers[queue.previous(period)], rule: queue.shiftChange)
  }

  mutating func pass(_ state: inout StateWindow, _ period: Int) {
    let servers = queue.servers[period]
    let length = queue.arrivals.stepLength / Double(partsOfStep)
    let kept = exp(-queue.serviceRate * length)
    let rates = queue.arrivals.steps(ofPeriod: period)
    let even = rates.allSatisfy { $0 == 0 }
    var instants = [state.line(behind: servers)]
    var worst = state.probability(atLeast: servers)
    var (wait, weight, queueing, busy) = (0.0, 0.0, 0.0, 0.0)
    for rate in rates {
      for _ in 0..<partsOfStep {
        state.advance(
          by: length, arrivalRate: rate, groups: queue.groups, serviceRate: queue.serviceRate,
          servers: servers, measuring: true)
        let spent = state.spent(servers: servers)
        wait += (even ? 1 : rate) * spent.waiting
        weight += (even ? 1 : rate) * length
        queueing += spent.queue
        busy += spent.busy + finishing * (1 - kept) / queue.serviceRate
        finishing *= kept
        worst = max(worst, state.probability(atLeast: servers))
        instants.append(state.line(behind: servers))
      }
    }
    lines.append(instants)
    let time = queue.arrivals.periodLength
    totals.append((min(1, wait / weight), worst, queueing / time, busy / time))
  }
}

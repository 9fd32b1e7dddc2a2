import Foundation
import QueueingModels
import TestSupport
import Testing

/// A queue with changing arrivals and servers, played event by event with servers as individuals.
///
/// It knows nothing of probabilities of states: only of customers, servers and the clock.
struct TimeVaryingSimulation {
  enum Rule { case handOver, finishIdleFirst, finishAtRandom }

  struct Customer {
    var arrival: Double
    var period: Int
    var left: Double
    var hasStarted = false
  }

  struct Server {
    var customer: Customer?
    var end = Double.infinity
  }

  struct Tally {
    var arrivals = 0.0
    var waited = 0.0
    var waits = 0.0
    var within = 0.0
    var queueTime = 0.0
    var busyTime = 0.0
  }

  let rates: [Double]
  let servers: [Int]
  /// Who leaves at the start of each period, at the least as many as the number falls by.
  let leaving: [Int]
  let length: Double
  let serviceRate: Double
  let limit: Double
  let rule: Rule
  private var generator: SeededGenerator
  private var onDuty: [Server] = []
  private var finishing: [Double] = []
  private var line: [Customer] = []
  private var front = 0
  private(set) var tallies: [Tally]

  init(
    rates: [Double], servers: [Int], leaving: [Int], length: Double, serviceRate: Double,
    limit: Double, rule: Rule, seed: UInt64
  ) {
    self.rates = rates
    self.servers = servers
    self.leaving = leaving
    self.length = length
    self.serviceRate = serviceRate
    self.limit = limit
    self.rule = rule
    generator = SeededGenerator(seed: seed)
    tallies = Array(repeating: Tally(), count: rates.count)
    onDuty = Array(repeating: Server(), count: servers[servers.count - 1])
  }

  private mutating func exponential(_ rate: Double) -> Double {
    -log(1 - generator.uniform(in: 0...0.999_999_999_999)) / rate
  }

  mutating func play(cycles: Int) -> [Tally] {
    tallies = Array(repeating: Tally(), count: rates.count)
    for _ in 0..<cycles {
      for period in rates.indices { play(period) }
      // The clock starts again with each cycle, so that times keep their digits.
      let cycle = length * Double(rates.count)
      for place in line.indices { line[place].arrival -= cycle }
      for place in onDuty.indices { onDuty[place].end -= cycle }
      for place in finishing.indices { finishing[place] -= cycle }
    }
    return tallies
  }

  private mutating func play(_ period: Int) {
    var now = Double(period) * length
    let end = now + length
    changeServers(period, now)
    var nextArrival = rates[period] > 0 ? now + exponential(rates[period]) : .infinity
    while true {
      var next = min(nextArrival, end)
      var server = -1
      for place in onDuty.indices where onDuty[place].end < next {
        next = onDuty[place].end
        server = place
      }
      var late = -1
      for place in finishing.indices where finishing[place] < next {
        next = finishing[place]
        late = place
      }
      let busy = onDuty.count { $0.customer != nil } + finishing.count
      tallies[period].queueTime += (next - now) * Double(line.count - front)
      tallies[period].busyTime += (next - now) * Double(busy)
      now = next
      if late >= 0 {
        finishing.remove(at: late)
      } else if server >= 0 {
        onDuty[server] = Server()
        startService(now)
      } else if nextArrival <= end {
        tallies[period].arrivals += 1
        let left = exponential(serviceRate)
        line.append(Customer(arrival: now, period: period, left: left))
        startService(now)
        nextArrival = now + exponential(rates[period])
      } else {
        return
      }
    }
  }

  private mutating func startService(_ now: Double) {
    while front < line.count, let idle = onDuty.indices.filter({ onDuty[$0].customer == nil }).first
    {
      var customer = line[front]
      front += 1
      if !customer.hasStarted {
        let wait = now - customer.arrival
        if wait > 1e-12 { tallies[customer.period].waited += 1 }
        if wait <= limit { tallies[customer.period].within += 1 }
        tallies[customer.period].waits += wait
      }
      customer.hasStarted = true
      onDuty[idle] = Server(customer: customer, end: now + customer.left)
    }
    if front > 200 {
      line.removeFirst(front)
      front = 0
    }
  }

  private mutating func changeServers(_ period: Int, _ now: Double) {
    onDuty.shuffle(using: &generator)
    if rule != .finishAtRandom {
      onDuty = onDuty.filter { $0.customer == nil } + onDuty.filter { $0.customer != nil }
    }
    let gone = onDuty.prefix(leaving[period])
    onDuty.removeFirst(leaving[period])
    let joining = servers[period] - onDuty.count
    onDuty += Array(repeating: Server(), count: joining)
    var back: [Customer] = []
    for server in gone {
      guard var customer = server.customer else { continue }
      if rule == .handOver {
        customer.left = server.end - now
        back.append(customer)
      } else {
        finishing.append(server.end)
      }
    }
    line.removeFirst(front)
    front = 0
    line = back.sorted { $0.arrival < $1.arrival } + line
    startService(now)
  }
}

@Suite("Simulation of changing arrivals and servers")
struct TimeVaryingSimulationTests {
  /// Source of truth: an event-by-event simulation of 200 batches of 60 cycles, each period by
  /// itself: the share who wait, the mean wait, the share within a limit, the mean line and the
  /// servers at work.
  @Test(arguments: [
    (TimeVaryingSimulation.Rule.handOver, ShiftChange.handOver, [0, 0, 0, 4, 3, 2]),
    (.finishIdleFirst, .finishIdleFirst, [0, 0, 0, 4, 3, 2]),
    (.finishAtRandom, .finishAtRandom, [2, 1, 5, 6, 3, 4]),
  ])
  func `the simulation agrees within three standard errors`(
    rule: TimeVaryingSimulation.Rule, change: ShiftChange, leaving: [Int]
  ) throws {
    let rates: [Double] = [6, 14, 22, 16, 9, 4]
    let servers = [4, 8, 12, 8, 5, 3]
    let limit = 0.2
    var simulation = TimeVaryingSimulation(
      rates: rates, servers: servers, leaving: leaving, length: 1.5, serviceRate: 2, limit: limit,
      rule: rule, seed: 2026)
    _ = simulation.play(cycles: 20)
    let batches = (0..<200).map { _ in simulation.play(cycles: 60) }

    let queue = VaryingQueue(
      arrivals: ArrivalCurve(rates: rates, periodLength: 1.5), serviceRate: 2, servers: servers,
      leaving: leaving, shiftChange: change)
    let run = try #require(
      queue.cyclicSteadyState(sharesWithin: [limit], instantsPerPeriod: 64).settledRun)
    for (period, expected) in run.periods.enumerated() {
      // What is measured less what is expected, for the customers or the time of each batch.
      func check(_ name: String, _ excess: (TimeVaryingSimulation.Tally) -> Double) {
        let values = batches.map { excess($0[period]) }
        let mean = values.reduce(0, +) / Double(values.count)
        let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let error = (square / Double(values.count * (values.count - 1))).squareRoot()
        #expect(abs(mean) <= 3 * error, "\(name) in \(period): \(mean / error) errors")
        #expect(error > 0)
      }
      let wait = try #require(expected.meanWait)
      check("arrivals") { $0.arrivals - rates[period] * 90 }
      check("wait") { $0.waited - expected.waitProbability * $0.arrivals }
      check("mean wait") { $0.waits - wait * $0.arrivals }
      check("within") { $0.within - expected.shareWaiting[0] * $0.arrivals }
      check("line") { $0.queueTime - expected.meanQueueLength * 90 }
      check("busy") { $0.busyTime - expected.meanBusy * 90 }
    }
  }
}

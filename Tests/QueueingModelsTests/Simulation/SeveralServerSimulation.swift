import Foundation
import TestSupport

/// A discrete-event simulation of customers who ask for several servers at once; it follows each
/// customer and each service, and knows no formula.
struct SeveralServerSimulation {
  enum Start {
    /// A server that becomes free starts on the first task waiting, by class, then by arrival.
    case firstArriving
    /// All servers of a customer start together, customers in order of arrival.
    case joint
    /// All servers of a customer start together, customers by class; one for whom servers have
    /// begun to be held keeps its turn.
    case jointByUrgency
    /// The same, but a more urgent customer takes the turn, and the servers, of one who waits.
    case jointOvertaking
  }

  /// An estimate with its standard error by batch means.
  struct Estimate: CustomStringConvertible {
    let mean: Double
    let standardError: Double
    var description: String { "\(mean) ± \(standardError)" }

    func agrees(with value: Double) -> Bool { abs(mean - value) <= 3 * standardError }
  }

  /// What is estimated for each class.
  struct Result {
    var waited: [Estimate] = []
    var meanWait: [Estimate] = []
    var meanWaitToLast: [Estimate] = []
    var longer: [Estimate] = []
    var busy = Estimate(mean: 0, standardError: 0)
  }

  private struct Customer {
    let arrival: Double
    let group: Int
    let batch: Int
    var missing: Int
    var isStarted = false
  }

  private struct Line {
    var customers: [Customer] = []
    var head = 0
    var isEmpty: Bool { head == customers.count }
    mutating func removeFirst() {
      head += 1
      if head == customers.count || head > 4096 {
        customers.removeFirst(head)
        head = 0
      }
    }
  }

  let servers: Int
  let groups: [(rate: Double, sizes: [Double])]
  let serviceRate: Double
  let start: Start
  /// The time beyond which a wait counts as longer.
  let threshold: Double

  private let batches = 40
  private var generator: SeededGenerator
  private var clock = 0.0
  private var ends: [Double] = []
  private var lines: [Line] = []
  private var sums: [[[Double]]] = []
  private var busyTime: [Double] = []
  private var time: [Double] = []
  private var held: Int?

  init(
    servers: Int, groups: [(rate: Double, sizes: [Double])], serviceRate: Double, start: Start,
    threshold: Double, seed: UInt64
  ) {
    self.servers = servers
    self.groups = groups
    self.serviceRate = serviceRate
    self.start = start
    self.threshold = threshold
    generator = SeededGenerator(seed: seed)
  }

  private mutating func exponential(_ rate: Double) -> Double {
    -log(1 - generator.uniform(in: 0...1)) / rate
  }

  private mutating func draw(_ weights: [Double]) -> Int {
    var rest = generator.uniform(in: 0...1) * weights.reduce(0, +)
    for (index, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return index }
    }
    return weights.count - 1
  }

  /// Simulates `count` customers after a tenth of them for warming up.
  mutating func run(customers count: Int) -> Result {
    lines = Array(repeating: Line(), count: start == .joint ? 1 : groups.count)
    sums = Array(
      repeating: Array(repeating: Array(repeating: 0, count: 5), count: groups.count),
      count: batches)
    busyTime = Array(repeating: 0, count: batches)
    time = busyTime
    let rates = groups.map(\.rate)
    let total = rates.reduce(0, +)
    let warming = count / 10
    var next = exponential(total)
    var arrived = 0
    var batch = -1
    while arrived < count + warming {
      var first = Double.infinity
      var server = 0
      for candidate in 0..<ends.count where ends[candidate] < first {
        first = ends[candidate]
        server = candidate
      }
      let event = min(next, first)
      if batch >= 0 {
        busyTime[batch] += Double(ends.count) * (event - clock)
        time[batch] += event - clock
      }
      clock = event
      if first <= next {
        ends[server] = ends[ends.count - 1]
        ends.removeLast()
      } else {
        batch = arrived < warming ? -1 : min(batches - 1, (arrived - warming) * batches / count)
        let group = draw(rates)
        let size = 1 + draw(groups[group].sizes)
        let customer = Customer(arrival: clock, group: group, batch: batch, missing: size)
        lines[start == .joint ? 0 : group].customers.append(customer)
        arrived += 1
        next = clock + exponential(total)
      }
      startServices()
    }
    return result()
  }

  private mutating func startServices() {
    if let line = held {
      held = nil
      if !startHead(of: line) {
        held = line
        return
      }
    }
    for line in lines.indices {
      while !lines[line].isEmpty {
        if startHead(of: line) { continue }
        if start == .jointByUrgency { held = line }
        return
      }
    }
  }

  /// Starts the first customer of a line, on as many servers as may; false if it goes on waiting.
  private mutating func startHead(of line: Int) -> Bool {
    let head = lines[line].head
    let customer = lines[line].customers[head]
    let free = servers - ends.count
    if free == 0 || (start != .firstArriving && customer.missing > free) { return false }
    let taken = min(free, customer.missing)
    for _ in 0..<taken { ends.append(clock + exponential(serviceRate)) }
    lines[line].customers[head].missing -= taken
    if !customer.isStarted {
      lines[line].customers[head].isStarted = true
      recordFirst(customer)
    }
    guard taken == customer.missing else { return false }
    if customer.batch >= 0 {
      sums[customer.batch][customer.group][3] += clock - customer.arrival
    }
    lines[line].removeFirst()
    return true
  }

  private mutating func recordFirst(_ customer: Customer) {
    guard customer.batch >= 0 else { return }
    let wait = clock - customer.arrival
    sums[customer.batch][customer.group][0] += 1
    sums[customer.batch][customer.group][1] += wait > 0 ? 1 : 0
    sums[customer.batch][customer.group][2] += wait
    sums[customer.batch][customer.group][4] += wait > threshold ? 1 : 0
  }

  private func result() -> Result {
    var result = Result()
    for group in groups.indices {
      func estimate(_ figure: Int) -> Estimate {
        Self.estimate(sums.map { $0[group][figure] / $0[group][0] })
      }
      result.waited.append(estimate(1))
      result.meanWait.append(estimate(2))
      result.meanWaitToLast.append(estimate(3))
      result.longer.append(estimate(4))
    }
    result.busy = Self.estimate(zip(busyTime, time).map { $0 / $1 })
    return result
  }

  private static func estimate(_ values: [Double]) -> Estimate {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return Estimate(mean: mean, standardError: (squares / (count - 1) / count).squareRoot())
  }
}

import Foundation
import TestSupport

/// A queue with several servers and classes of customers, followed event by event: it knows no
/// formula, and its service times and patience are drawn when a customer arrives.
struct QueueSimulation: Sendable {
  var servers: Int
  /// Customers of each class per unit of time, most urgent first.
  var arrivalRates: [Double]
  var serviceRate: Double
  /// Whether a more urgent customer interrupts the least urgent one in service, who goes on later
  /// where it was.
  var interrupts = false
  /// For each class the number of busy servers from which on it may not begin; nil for all servers.
  var cutoffs: [Int]?
  /// The rate at which a waiting customer leaves; 0 for endless patience.
  var abandonmentRate = 0.0
  /// Times for which the shares of longer waits are wanted.
  var thresholds: [Double] = []

  /// What was found about the customers of one class.
  struct ClassRecord {
    /// The share that did not begin service at once.
    var waited: BatchedRatio
    /// The mean time until service first began, or until the customer gave up.
    var wait: BatchedRatio
    /// The mean time from arrival to departure.
    var timeInSystem: BatchedRatio
    var abandoned: BatchedRatio
    /// For each threshold, the share with a longer wait.
    var longer: [BatchedRatio]
    /// For each threshold, the share served after no longer a wait.
    var served: [BatchedRatio]
  }

  /// Returns what was found about each class among so many customers, after a warm-up of a
  /// twentieth as many.
  func run(customers: Int, seed: UInt64, batches: Int = 64) -> [ClassRecord] {
    let blank = BatchedRatio(batches: batches)
    let record = ClassRecord(
      waited: blank, wait: blank, timeInSystem: blank, abandoned: blank,
      longer: thresholds.map { _ in blank }, served: thresholds.map { _ in blank })
    var run = QueueSimulationRun(self, generator: SeededGenerator(seed: seed))
    run.records = arrivalRates.map { _ in record }
    run.warmUp = customers / 20
    run.measured = customers
    run.batches = batches
    run.proceed()
    return run.records
  }
}

/// The state of a simulation under way.
private struct QueueSimulationRun {
  private struct Customer {
    var kind: Int
    var arrival: Double
    /// Service still needed.
    var work: Double
    /// When the present service began.
    var began = 0.0
    var wait: Double?
    /// How often it has begun: an event of an earlier service is void.
    var version = 0
    var gone = false
  }

  private struct Line {
    private var interrupted: [Int] = []
    private var others: [Int] = []
    private var head = 0

    mutating func append(_ customer: Int) { others.append(customer) }
    mutating func putBack(_ customer: Int) { interrupted.append(customer) }
    var isEmpty: Bool { interrupted.isEmpty && head == others.count }

    mutating func next() -> Int? {
      if let last = interrupted.popLast() { return last }
      guard head < others.count else { return nil }
      defer { head += 1 }
      return others[head]
    }
  }

  var records: [QueueSimulation.ClassRecord] = []
  var warmUp = 0
  var measured = 0
  var batches = 0
  private let queue: QueueSimulation
  private let cutoffs: [Int]
  private var generator: SeededGenerator
  private var customers: [Customer] = []
  private var lines: [Line]
  private var inService: [Int] = []
  private var events = EventHeap()

  init(_ queue: QueueSimulation, generator: SeededGenerator) {
    self.queue = queue
    self.generator = generator
    cutoffs = queue.cutoffs ?? queue.arrivalRates.map { _ in queue.servers }
    lines = queue.arrivalRates.map { _ in Line() }
  }

  mutating func proceed() {
    let total = queue.arrivalRates.reduce(0, +)
    let last = warmUp + measured + measured / 50
    events.push(Event(time: exponential(total), kind: .arrival, customer: 0, version: 0))
    while let event = events.pop() {
      switch event.kind {
      case .arrival:
        if customers.count == last { return }
        arrive(at: event.time, total: total)
        let next = event.time + exponential(total)
        events.push(Event(time: next, kind: .arrival, customer: 0, version: 0))
      case .completion: complete(event)
      case .abandonment: abandon(event)
      }
    }
  }

  private mutating func exponential(_ rate: Double) -> Double {
    -log(1 - generator.uniform(in: 0...1) * (1 - 0x1p-53)) / rate
  }

  private mutating func arrive(at time: Double, total: Double) {
    var place = generator.uniform(in: 0...1) * total
    var kind = 0
    while kind + 1 < queue.arrivalRates.count && place >= queue.arrivalRates[kind] {
      place -= queue.arrivalRates[kind]
      kind += 1
    }
    let number = customers.count
    let work = exponential(queue.serviceRate)
    customers.append(Customer(kind: kind, arrival: time, work: work))
    if inService.count < cutoffs[kind] {
      begin(number, at: time)
    } else if queue.interrupts, let victim = leastUrgent(below: kind) {
      stop(victim, at: time)
      begin(number, at: time)
    } else {
      lines[kind].append(number)
      if queue.abandonmentRate > 0 {
        let end = time + exponential(queue.abandonmentRate)
        events.push(Event(time: end, kind: .abandonment, customer: number, version: 0))
      }
    }
  }

  private func leastUrgent(below kind: Int) -> Int? {
    let worst = inService.max { customers[$0].kind < customers[$1].kind }
    return worst.flatMap { customers[$0].kind > kind ? $0 : nil }
  }

  private mutating func stop(_ number: Int, at time: Double) {
    inService.removeAll { $0 == number }
    customers[number].work -= time - customers[number].began
    customers[number].version += 1
    lines[customers[number].kind].putBack(number)
  }

  private mutating func begin(_ number: Int, at time: Double) {
    inService.append(number)
    customers[number].began = time
    if customers[number].wait == nil {
      customers[number].wait = time - customers[number].arrival
    }
    events.push(
      Event(
        time: time + customers[number].work, kind: .completion, customer: number,
        version: customers[number].version))
  }

  private mutating func complete(_ event: Event) {
    guard customers[event.customer].version == event.version else { return }
    inService.removeAll { $0 == event.customer }
    customers[event.customer].gone = true
    keep(event.customer, at: event.time, served: true)
    for kind in lines.indices {
      while inService.count < cutoffs[kind], let next = lines[kind].next() {
        if !customers[next].gone { begin(next, at: event.time) }
      }
    }
  }

  private mutating func abandon(_ event: Event) {
    let number = event.customer
    guard customers[number].wait == nil, !customers[number].gone else { return }
    customers[number].gone = true
    customers[number].wait = event.time - customers[number].arrival
    keep(number, at: event.time, served: false)
  }

  private mutating func keep(_ number: Int, at time: Double, served: Bool) {
    let place = number - warmUp
    guard place >= 0, place < measured, let wait = customers[number].wait else { return }
    let batch = place * batches / measured
    let kind = customers[number].kind
    records[kind].waited.add(wait > 0 ? 1 : 0, batch: batch)
    records[kind].wait.add(wait, batch: batch)
    records[kind].timeInSystem.add(time - customers[number].arrival, batch: batch)
    records[kind].abandoned.add(served ? 0 : 1, batch: batch)
    for (index, threshold) in queue.thresholds.enumerated() {
      records[kind].longer[index].add(wait > threshold ? 1 : 0, batch: batch)
      records[kind].served[index].add(served && wait <= threshold ? 1 : 0, batch: batch)
    }
  }
}

private struct Event {
  enum Kind { case arrival, completion, abandonment }
  var time: Double
  var kind: Kind
  var customer: Int
  var version: Int
}

/// The events to come, the earliest at the root of a heap.
private struct EventHeap {
  private var events: [Event] = []

  mutating func push(_ event: Event) {
    events.append(event)
    var place = events.count - 1
    while place > 0 {
      let parent = (place - 1) / 2
      guard events[place].time < events[parent].time else { return }
      events.swapAt(place, parent)
      place = parent
    }
  }

  mutating func pop() -> Event? {
    guard let first = events.first, let last = events.popLast() else { return nil }
    guard !events.isEmpty else { return first }
    events[0] = last
    var place = 0
    while true {
      var least = place
      for child in (2 * place + 1)..<(2 * place + 3) where child < events.count {
        if events[child].time < events[least].time { least = child }
      }
      if least == place { return first }
      events.swapAt(place, least)
      place = least
    }
  }
}

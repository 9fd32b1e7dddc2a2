import QueueingModels
import TestSupport
import Testing

@Suite("Several servers, simulated")
struct SeveralServerSimulationTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let servers: Int
    let classes: [CustomerClass]
    let serviceRate: Double
    let threshold: Double
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "three batch laws", servers: 16,
      classes: [
        CustomerClass(arrivalRate: 6, servers: [0.4, 0.5, 0.1]),
        CustomerClass(arrivalRate: 8, servers: [0.7, 0.2, 0.05, 0.05]),
        CustomerClass(arrivalRate: 4),
      ], serviceRate: 2, threshold: 0.2),
    Case(
      name: "batches of five at 95 %", servers: 8,
      classes: [
        CustomerClass(arrivalRate: 0.8, servers: [0, 0, 0, 0, 1]),
        CustomerClass(arrivalRate: 1.8, servers: [0.5, 0.5]),
        CustomerClass(arrivalRate: 0.9),
      ], serviceRate: 1, threshold: 1.5),
    Case(
      name: "one class, one server, batches larger than the servers", servers: 1,
      classes: [CustomerClass(arrivalRate: 0.3, servers: [0.2, 0.3, 0.5])], serviceRate: 1,
      threshold: 2),
    Case(
      name: "urgent ones alone, least urgent wide", servers: 5,
      classes: [
        CustomerClass(arrivalRate: 2), CustomerClass(arrivalRate: 0.7, servers: [0, 0.5, 0, 0.5]),
      ], serviceRate: 1, threshold: 1),
  ]

  /// Source of truth: a simulation of customers and services, 500,000 customers, within three
  /// standard errors of batch means.
  @Test(arguments: cases)
  func `the exact queue agrees with a simulation`(_ example: Case) throws {
    let queue = try #require(
      SeveralServerQueue(
        servers: example.servers, classes: example.classes, serviceRate: example.serviceRate))
    var simulation = SeveralServerSimulation(
      servers: example.servers,
      groups: example.classes.map { (rate: $0.arrivalRate, sizes: $0.servers) },
      serviceRate: example.serviceRate, start: .firstArriving, threshold: example.threshold,
      seed: 20_261)
    let result = simulation.run(customers: 500_000)
    #expect(result.busy.agrees(with: queue.meanBusyServers), "\(result.busy)")
    for (position, _) in example.classes.enumerated() {
      let waited = result.waited[position]
      #expect(waited.agrees(with: queue.waitProbability), "\(position): \(waited)")
      let mean = result.meanWait[position]
      #expect(mean.agrees(with: queue.meanWait(ofClass: position)), "\(position): \(mean)")
      let last = result.meanWaitToLast[position]
      let expected = queue.meanWaitToLastServer(ofClass: position)
      #expect(last.agrees(with: expected), "\(position): \(last) \(expected)")
      let longer = result.longer[position]
      let tail = queue.waitProbability(ofClass: position, exceeding: example.threshold)
      #expect(longer.agrees(with: tail), "\(position): \(longer) \(tail)")
      #expect(mean.standardError < 0.1 * mean.mean)
    }
  }

  /// Source of truth: the simulation, on forty systems drawn at random, at four loads up to 95 %.
  ///
  /// Deviations in standard errors must look like those of chance: their mean near 0, hardly any
  /// beyond 3, none beyond 4.
  @Test(.tags(.slow), .enabled(if: runsSlowTests))
  func `systems drawn at random agree with simulations`() throws {
    var generator = SeededGenerator(seed: 99)
    var deviations: [Double] = []
    for trial in 0..<40 {
      let servers = 1 + generator.integer(below: 25)
      let laws = (0..<3).map { _ in
        let weights = (0...generator.integer(below: 5)).map { _ in generator.uniform(in: 0...1) }
        return weights.map { $0 / weights.reduce(0, +) }
      }
      var rates = (0..<3).map { _ in generator.uniform(in: 0.1...1.1) }
      let load = zip(rates, laws).reduce(0) {
        $0 + $1.0 * CustomerClass(arrivalRate: 1, servers: $1.1).meanServers
      }
      let scale = [0.5, 0.8, 0.9, 0.95][trial % 4] * Double(servers) / load
      rates = rates.map { $0 * scale }
      let queue = try #require(
        SeveralServerQueue(
          servers: servers,
          classes: zip(rates, laws).map { CustomerClass(arrivalRate: $0, servers: $1) },
          serviceRate: 1))
      let threshold = queue.meanWaits[1]
      var simulation = SeveralServerSimulation(
        servers: servers, groups: zip(rates, laws).map { (rate: $0, sizes: $1) },
        serviceRate: 1, start: .firstArriving, threshold: threshold, seed: UInt64(trial + 1000))
      let result = simulation.run(customers: 400_000)
      for position in 0..<3 {
        let tail = queue.waitProbability(ofClass: position, exceeding: threshold)
        let last = queue.meanWaitToLastServer(ofClass: position)
        let pairs = [
          (result.waited[position], queue.waitProbability),
          (result.meanWait[position], queue.meanWait(ofClass: position)),
          (result.meanWaitToLast[position], last), (result.longer[position], tail),
        ]
        for (estimate, value) in pairs where estimate.standardError > 0 {
          deviations.append((estimate.mean - value) / estimate.standardError)
        }
      }
    }
    let mean = deviations.reduce(0, +) / Double(deviations.count)
    #expect(deviations.count > 460)
    #expect(abs(mean) < 0.25, "\(mean)")
    #expect(deviations.filter { abs($0) > 3 }.count <= 6)
    #expect(deviations.allSatisfy { abs($0) < 4 })
  }
}

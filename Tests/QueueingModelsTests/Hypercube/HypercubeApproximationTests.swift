import Foundation
import QueueingModels
import TestSupport
import Testing

@Suite("Hypercube, approximation")
struct HypercubeApproximationTests {
  /// Source of truth: the exact solution; Larson and Odoni, section 5.5, speak of one or two
  /// percent, and scattered places with workloads that differ tenfold are harder than theirs.
  @Test(arguments: [0.1, 0.5, 0.9], HypercubeModel.Line.allCases)
  func `workloads come close to exact ones`(
    utilization: Double, line: HypercubeModel.Line
  ) throws {
    for seed in 1...4 {
      let model = RandomHypercubes.model(
        servers: 10, atoms: 60, utilization: utilization, line: line, seed: UInt64(seed))
      let exact = try #require(model.solved()).performance
      let approximation = try #require(model.approximated())
      #expect(approximation.convergence.isConverged)
      let workloads = approximation.performance.workloads
      let errors = zip(workloads, exact.workloads).map { abs($0 - $1) }
      #expect((errors.max() ?? 1) < 0.035)
      #expect(errors.reduce(0, +) / 10 < 0.015)
      #expect(agree(workloads.reduce(0, +), exact.meanBusy, within: 1e-9))
      let times = RandomHypercubes.times(servers: 10, atoms: 60, seed: UInt64(seed))
      let travel = approximation.performance.travel(times: times).mean
      #expect(agree(travel, try #require(exact.travel(times: times).mean), within: 0.02))
    }
  }

  /// Source of truth: the exact solution with mean rates, to the few percent that Jarvis reports.
  @Test(arguments: HypercubeModel.Line.allCases)
  func `service times may depend on both ends`(line: HypercubeModel.Line) throws {
    let plain = RandomHypercubes.model(
      servers: 8, atoms: 20, utilization: 0.5, spread: 0.6, line: line, seed: 13)
    let times = RandomHypercubes.times(servers: 8, atoms: 20, seed: 13)
    let model = HypercubeModel(
      arrivalRates: plain.arrivalRates, serviceRates: plain.serviceRates,
      preferences: plain.preferences, line: line,
      timeFactors: times.map { $0.map { 1 + 0.5 * $0 } })
    let exact = try #require(model.solved())
    let approximation = try #require(model.approximated())
    #expect(exact.convergence.isConverged && approximation.convergence.isConverged)
    for server in 0..<8 {
      let rate = exact.performance.serviceRates[server]
      #expect(rate < plain.serviceRates[server] && rate > plain.serviceRates[server] / 1.7)
      #expect(agree(approximation.performance.serviceRates[server], rate, within: 0.03))
      let workload = exact.performance.workloads[server]
      #expect(agree(approximation.performance.workloads[server], workload, within: 0.06))
    }
  }

  /// Source of truth: metamorphic: factors that are all 2 are service at half the rates.
  @Test func `equal factors are slower servers`() throws {
    let plain = RandomHypercubes.model(
      servers: 7, atoms: 10, utilization: 0.4, spread: 0.6, line: .waits, seed: 14)
    let doubled = HypercubeModel(
      arrivalRates: plain.arrivalRates, serviceRates: plain.serviceRates,
      preferences: plain.preferences, line: .waits,
      timeFactors: plain.serviceRates.map { _ in [Double](repeating: 2, count: 10) })
    let halved = HypercubeModel(
      arrivalRates: plain.arrivalRates, serviceRates: plain.serviceRates.map { $0 / 2 },
      preferences: plain.preferences, line: .waits)
    let pairs = [
      (try #require(doubled.solved()).performance, try #require(halved.solved()).performance),
      (
        try #require(doubled.approximated()).performance,
        try #require(halved.approximated()).performance
      ),
    ]
    for (one, other) in pairs {
      for server in 0..<7 {
        #expect(agree(one.workloads[server], other.workloads[server], within: 1e-8))
      }
    }
  }

  /// Source of truth: conservation and Erlang: workloads add up to the carried load and the chance
  /// of all busy is Erlang's, also for hundreds of servers, where factorials would overflow.
  @Test(arguments: [0.05, 0.6, 0.95, 0.9999], HypercubeModel.Line.allCases)
  func `three hundred servers and a thousand atoms`(
    utilization: Double, line: HypercubeModel.Line
  ) throws {
    let model = RandomHypercubes.model(
      servers: 300, atoms: 1_000, utilization: utilization, line: line, seed: 15)
    let approximation = try #require(model.approximated())
    #expect(approximation.convergence.isConverged)
    let performance = approximation.performance
    let load = model.arrivalRate
    let carried = line == .waits ? load : ErlangB(servers: 300, load: load).carriedLoad
    #expect(agree(performance.meanBusy, carried, within: 1e-9))
    for workload in performance.workloads { #expect(workload > 0 && workload < 1) }
    let sum = (0..<300).reduce(0) { $0 + performance.share(ofAtom: 500, servedBy: $1) }
    #expect(agree(sum, 1, within: 1e-9))
  }

  /// Source of truth: conservation, for 150 scattered models with rates and factors of their own;
  /// plain passes alone would swing for ever in some of them.
  @Test func `scattered models converge`() throws {
    var generator = SeededGenerator(seed: 40)
    var most = 0
    for number in 0..<150 {
      let servers = 2 + generator.integer(below: 40)
      let line: HypercubeModel.Line = number % 2 == 0 ? .lost : .waits
      let utilization =
        line == .lost
        ? pow(10, generator.uniform(in: -2...0.5)) : 1 - pow(10, generator.uniform(in: -3 ... -0.1))
      let plain = RandomHypercubes.model(
        servers: servers, atoms: 1 + generator.integer(below: 80), utilization: utilization,
        spread: Double(number % 5) * 0.35, line: line, seed: UInt64(number))
      let factors = (0..<servers).map { _ in
        (0..<plain.atomCount).map { _ in generator.uniform(in: 0.6...1) }
      }
      let model = HypercubeModel(
        arrivalRates: plain.arrivalRates, serviceRates: plain.serviceRates,
        preferences: plain.preferences, line: line, timeFactors: number % 3 == 0 ? nil : factors)
      let approximation = try #require(model.approximated())
      #expect(approximation.convergence.isConverged)
      most = max(most, approximation.convergence.repetitions)
      let performance = approximation.performance
      let distribution = performance.busyDistribution.enumerated()
      let meanBusy = distribution.reduce(0) { $0 + Double($1.offset) * $1.element }
      #expect(agree(performance.meanBusy, meanBusy, within: 1e-8))
    }
    #expect(most < 150)
  }

  /// Source of truth: definition: a limit that is too small is reported, with a residual.
  @Test func `too few passes are told`() throws {
    let model = RandomHypercubes.model(servers: 20, atoms: 50, utilization: 0.7, seed: 16)
    let approximation = try #require(model.approximated(ApproximationSettings(passLimit: 2)))
    #expect(!approximation.convergence.isConverged)
    #expect(approximation.convergence.repetitions == 2)
    #expect(approximation.convergence.residual > 1e-10)
  }
}

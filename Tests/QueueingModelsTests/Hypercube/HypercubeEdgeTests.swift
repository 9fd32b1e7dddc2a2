import Foundation
import QueueingModels
import TestSupport
import Testing

@Suite("Hypercube, edges")
struct HypercubeEdgeTests {
  /// Source of truth: by hand: one server is Erlang's; it serves all.
  @Test(arguments: HypercubeModel.Line.allCases)
  func `one server and one atom`(line: HypercubeModel.Line) throws {
    let model = HypercubeModel(
      arrivalRates: [0.5], serviceRates: [2], preferences: [[0]], line: line)
    for performance in [
      try #require(model.solved()).performance, try #require(model.approximated()).performance,
    ] {
      let workload = line == .lost ? 0.2 : 0.25
      #expect(agree(performance.workloads[0], workload, within: 1e-12))
      #expect(agree(performance.allBusyProbability, workload, within: 1e-12))
      #expect(agree(performance.share(ofAtom: 0, servedBy: 0), 1, within: 1e-12))
      #expect(performance.imbalance == 0)
      #expect(agree(performance.meanWait + 1, line == .lost ? 1 : 1 + 1 / 6.0, within: 1e-12))
    }
  }

  /// Source of truth: definition: without arrivals all servers are free, and there is no mean over
  /// customers.
  @Test(arguments: [1, 3, 9], HypercubeModel.Line.allCases)
  func `nobody arrives`(servers: Int, line: HypercubeModel.Line) throws {
    let model = HypercubeModel(
      arrivalRates: [0, 0], serviceRates: [Double](repeating: 1, count: servers),
      preferences: [Array(0..<servers), Array((0..<servers).reversed())], line: line)
    for performance in [
      try #require(model.solved()).performance, try #require(model.approximated()).performance,
    ] {
      #expect(performance.workloads == [Double](repeating: 0, count: servers))
      #expect(performance.busyDistribution[0] == 1)
      #expect(performance.allBusyProbability == 0)
      #expect(performance.share(ofAtom: 1, servedBy: servers - 1) == 1)
      let times = [[Double]](repeating: [2, 3], count: servers)
      let travel = performance.travel(times: times)
      #expect(travel.mean == nil)
      #expect(travel.byAtom == [2, 3])
      #expect(travel.byServer.allSatisfy { $0 == nil })
      let areas = performance.areas(owners: [0, 0])
      #expect(areas.shareOutside == 0)
      #expect(areas.byArea.allSatisfy { $0 == nil })
    }
  }

  /// Source of truth: metamorphic: an atom without arrivals changes nothing for the others.
  @Test func `an atom without arrivals is no matter`() throws {
    let model = RandomHypercubes.model(servers: 7, atoms: 6, utilization: 0.5, seed: 9)
    let more = HypercubeModel(
      arrivalRates: model.arrivalRates + [0], serviceRates: model.serviceRates,
      preferences: model.preferences + [[6, 5, 4, 3, 2, 1, 0]], line: .lost)
    let one = try #require(model.solved()).performance
    let other = try #require(more.solved()).performance
    #expect(one.workloads == other.workloads)
    #expect(other.fraction(atom: 6, server: 6) == 0)
    let first = other.share(ofAtom: 6, servedBy: 6) * other.someFreeProbability
    #expect(agree(first, 1 - other.workloads[6], within: 1e-9))
  }

  /// Source of truth: definition: a line that cannot keep up has no steady state; without a line
  /// there always is one.
  @Test func `an overloaded line is nothing`() throws {
    let waits = RandomHypercubes.model(
      servers: 5, atoms: 4, utilization: 1.0001, spread: 1, line: .waits, seed: 2)
    #expect(waits.solved() == nil)
    #expect(waits.approximated() == nil)
    let equal = HypercubeModel(
      arrivalRates: [2], serviceRates: [1, 1], preferences: [[0, 1]], line: .waits)
    #expect(equal.solved() == nil)
    #expect(equal.approximated() == nil)
    let lost = RandomHypercubes.model(
      servers: 5, atoms: 4, utilization: 1.0001, spread: 1, seed: 2)
    #expect(try #require(lost.solved()).performance.lossProbability > 0.1)
  }

  /// Source of truth: Erlang's formulas for the number busy; every figure is a number from 0 to 1
  /// and nothing is NaN, from hardly any load to hardly any reserve.
  @Test(arguments: [1e-9, 1e-3, 0.5, 0.999, 1 - 1e-9], HypercubeModel.Line.allCases)
  func `all loads have sound figures`(utilization: Double, line: HypercubeModel.Line) throws {
    for (servers, spread) in [(3, 0.0), (8, 0.0), (8, 1.0)] {
      let model = RandomHypercubes.model(
        servers: servers, atoms: 12, utilization: utilization, spread: spread, line: line,
        seed: 31)
      let solution = try #require(model.solved())
      let approximation = try #require(model.approximated())
      #expect(solution.convergence.isConverged)
      #expect(approximation.convergence.isConverged)
      if spread == 0 {
        let sequence = ErlangSequence(load: model.arrivalRate, servers: Double(servers))
        let busy = line == .lost ? sequence.blocking : try #require(sequence.waitProbability)
        #expect(agree(solution.performance.allBusyProbability, busy, within: 1e-6))
        #expect(agree(approximation.performance.allBusyProbability, busy, within: 1e-6))
      }
      for performance in [solution.performance, approximation.performance] {
        for server in 0..<servers {
          #expect(performance.workloads[server] > 0 && performance.workloads[server] < 1)
          for atom in 0..<12 {
            let share = performance.share(ofAtom: atom, servedBy: server)
            #expect(share >= 0 && share <= 1 + 1e-12)
          }
        }
        #expect(performance.meanWait >= 0 && performance.meanWait.isFinite)
        #expect(performance.areas(owners: model.preferences.map { $0[0] }).shareOutside <= 1)
      }
    }
  }

  /// Source of truth: limits: arrivals beyond all measure keep every server busy, and hardly any
  /// leave the first choice; no figure overflows.
  @Test(arguments: [1e-300, 1e-150, 1e20, 1e150])
  func `absurd loads do no harm`(utilization: Double) throws {
    for servers in [3, 8] {
      let model = RandomHypercubes.model(
        servers: servers, atoms: 5, utilization: utilization, spread: 1, seed: 1)
      for performance in [
        try #require(model.solved()).performance, try #require(model.approximated()).performance,
      ] {
        for workload in performance.workloads {
          #expect(workload >= 0 && workload <= 1)
          #expect(abs(workload - (utilization > 1 ? 1 : 0)) < 1e-15)
        }
        #expect(performance.areas(owners: [0, 1, 2, 0, 1]).shareOutside.isFinite)
      }
    }
  }
}

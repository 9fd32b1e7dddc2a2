import Foundation
import QueueingModels
import TestSupport
import Testing

@Suite("Hypercube, exactness")
struct HypercubeExactnessTests {
  private func states(
    _ model: HypercubeModel, _ method: HypercubeSettings.Method
  ) throws -> [Double] {
    let settings = HypercubeSettings(method: method, tolerance: 1e-11)
    let solution = try #require(model.solved(settings))
    #expect(solution.convergence.isConverged)
    return solution.stateProbabilities
  }

  /// Source of truth: LAPACK on the dense equations, and elimination without subtractions, which
  /// is right to nearly all digits of every state; both make their rates in another way.
  @Test(arguments: [4, 5, 6, 7, 8, 9], [0.05, 0.5, 0.95])
  func `relaxation agrees with direct solutions`(servers: Int, utilization: Double) throws {
    for spread in [0.0, 2.5] {
      for line in HypercubeModel.Line.allCases {
        let model = RandomHypercubes.model(
          servers: servers, atoms: 20, utilization: utilization, spread: spread, line: line,
          seed: UInt64(servers))
        let relaxed = try states(model, .relaxation)
        let eliminated = try states(model, .elimination)
        for (one, other) in zip(relaxed, eliminated) {
          #expect(agree(one, other, within: 1e-9))
        }
        guard servers < 8 else { continue }
        let factored = try states(model, .factorization)
        for (one, other) in zip(relaxed, factored) { #expect(abs(one - other) < 1e-12) }
      }
    }
  }

  /// Source of truth: elimination; loads so small or large that most states are rarer than any
  /// tolerance on their sum would notice.
  @Test(arguments: [1e-9, 1e-4, 30, 1e4])
  func `rare states are right too`(utilization: Double) throws {
    for spread in [0.0, 1.5] {
      let model = RandomHypercubes.model(
        servers: 8, atoms: 20, utilization: utilization, spread: spread, seed: 77)
      let relaxed = try states(model, .relaxation)
      let eliminated = try states(model, .elimination)
      #expect((eliminated.min() ?? 1) < 1e-9)
      for (one, other) in zip(relaxed, eliminated) { #expect(agree(one, other, within: 1e-9)) }
    }
  }

  /// Source of truth: elimination, for 300 models of seven servers that nobody would build: one list
  /// for all, lists drawn by lot, rates that differ a thousandfold, any load.
  @Test func `strange models converge as well`() throws {
    var generator = SeededGenerator(seed: 99)
    var most = 0
    for number in 0..<300 {
      let shared = generator.shuffled(7)
      let atoms = 1 + generator.integer(below: 12)
      let rates = (0..<7).map { _ in pow(10, generator.uniform(in: -1.5...1.5)) }
      let scale = pow(10, generator.uniform(in: -4...3)) * rates.reduce(0, +) / Double(atoms)
      let model = HypercubeModel(
        arrivalRates: (0..<atoms).map { _ in generator.uniform(in: 0.01...2) * scale },
        serviceRates: number % 3 == 0 ? rates.map { _ in 1 } : rates,
        preferences: (0..<atoms).map { _ in number % 2 == 0 ? shared : generator.shuffled(7) },
        line: .lost)
      let relaxed = try #require(model.solved(HypercubeSettings(tolerance: 1e-11)))
      #expect(relaxed.convergence.isConverged)
      most = max(most, relaxed.convergence.repetitions)
      let eliminated = try states(model, .elimination)
      let worst = zip(relaxed.stateProbabilities, eliminated).map { abs($0 / $1 - 1) }.max() ?? 1
      #expect(worst < 1e-8)
    }
    #expect(most < 1_500)
  }

  /// Source of truth: the balance of each state, with rates made from the lists directly, for more
  /// servers than a block has room for.
  @Test(arguments: [10, 12, 13, 14])
  func `every state is in balance`(servers: Int) throws {
    let model = RandomHypercubes.model(
      servers: servers, atoms: 15, utilization: 0.6, spread: 1, seed: UInt64(servers))
    let states = try states(model, .automatic)
    let full = states.count - 1
    var inflow = [Double](repeating: 0, count: states.count)
    var worst = 0.0
    for state in states.indices {
      for (server, rate) in model.serviceRates.enumerated() where state >> server & 1 == 1 {
        inflow[state ^ 1 << server] += rate * states[state]
      }
      for (rate, list) in zip(model.arrivalRates, model.preferences) where state != full {
        let server = try #require(list.first { state >> $0 & 1 == 0 })
        inflow[state | 1 << server] += rate * states[state]
      }
    }
    for state in states.indices {
      let busy = model.serviceRates.enumerated().reduce(0) {
        $0 + (state >> $1.offset & 1 == 1 ? $1.element : 0)
      }
      let outflow = states[state] * (busy + (state == full ? 0 : model.arrivalRate))
      worst = max(worst, abs(inflow[state] / outflow - 1))
    }
    #expect(worst < 1e-10)
    #expect(agree(states.reduce(0, +), 1, within: 1e-12))
  }

  /// Source of truth: few sweeps were measured for cubes of many kinds; a change of the
  /// acceleration that spoils one of them should be noticed.
  @Test(arguments: [0.001, 0.1, 0.5, 0.9, 3])
  func `relaxation needs few sweeps`(utilization: Double) throws {
    for (seed, spread) in [(1, 0.0), (2, 0.5), (3, 3.0)] {
      let model = RandomHypercubes.model(
        servers: 12, atoms: 40, utilization: utilization, spread: spread, seed: UInt64(seed))
      let convergence = try #require(model.solved(HypercubeSettings(tolerance: 1e-8))).convergence
      #expect(convergence.isConverged)
      #expect(convergence.repetitions < 80)
    }
  }

  /// Source of truth: definition: a limit that is too small is reported, with a residual.
  @Test func `too few sweeps are told`() throws {
    let model = RandomHypercubes.model(servers: 8, atoms: 10, utilization: 0.5, seed: 4)
    let solution = try #require(model.solved(HypercubeSettings(sweepLimit: 3)))
    #expect(!solution.convergence.isConverged)
    #expect(solution.convergence.repetitions == 3)
    #expect(solution.convergence.residual > 1e-10)
  }

  /// Source of truth: definition: equal input gives equal bits.
  @Test func `solutions repeat to the bit`() throws {
    let model = RandomHypercubes.model(
      servers: 11, atoms: 30, utilization: 0.8, spread: 1, line: .waits, seed: 6)
    #expect(try #require(model.solved()) == #require(model.solved()))
    #expect(try #require(model.approximated()) == #require(model.approximated()))
  }
}

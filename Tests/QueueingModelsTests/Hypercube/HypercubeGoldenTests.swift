import Foundation
import QueueingModels
import Testing

@Suite("Hypercube, published examples")
struct HypercubeGoldenTests {
  /// The three-server example of Larson and Odoni, sections 5.4.3 and 5.4.4, with the arrivals of
  /// its ten atoms summed by order of preference; the first atom's are kept apart.
  static let threeServers = HypercubeModel(
    arrivalRates: [0.25, 0.25, 0.25, 0.35, 0.40], serviceRates: [1, 1, 1],
    preferences: [[0, 1, 2], [0, 1, 2], [0, 2, 1], [1, 0, 2], [2, 0, 1]], line: .waits)

  /// Source of truth: Larson and Odoni, *Urban Operations Research*, section 5.4.4, to the digits
  /// printed there; state probabilities from a dense solve by another program.
  @Test func `the three servers of Larson and Odoni`() throws {
    let solution = try #require(Self.threeServers.solved())
    let performance = solution.performance
    for (workload, expected) in zip(performance.workloads, [0.5574, 0.4734, 0.4693]) {
      #expect(abs(workload - expected) < 5e-5)
    }
    for (workload, expected) in zip(performance.workloads, [0.557364, 0.473372, 0.469264]) {
      #expect(abs(workload - expected) < 6e-7)
    }
    #expect(abs(performance.allBusyProbability - 0.236842) < 5e-7)
    #expect(abs(performance.areas(owners: [0, 0, 0, 1, 2]).shareOutside - 0.435325) < 6e-7)
    #expect(abs(performance.allBusyProbability - 0.23684) < 5e-6)
    #expect(abs(performance.areas(owners: [0, 0, 0, 1, 2]).shareOutside - 0.43529) < 1e-4)
    #expect(abs(performance.fraction(atom: 0, server: 0) - 0.087) < 5e-4)
    #expect(abs(performance.fraction(atom: 0, server: 0) - 0.086931) < 5e-7)
    let states = [0.21053, 0.13669, 0.08863, 0.09489, 0.09047, 0.08894, 0.05301, 0.11842]
    for (probability, expected) in zip(solution.stateProbabilities, states) {
      #expect(abs(probability - expected) < 5e-6)
    }
    #expect(abs(solution.queueProbability - 0.11842) < 5e-6)
    #expect(solution.convergence.isConverged)
  }

  /// Source of truth: section 5.5.3 of the same book: workloads after the third iteration, and
  /// converged by another program.
  @Test func `the approximation of the three servers`() throws {
    let third = try #require(Self.threeServers.approximated(ApproximationSettings(passLimit: 3)))
    #expect(!third.convergence.isConverged)
    for (workload, expected) in zip(third.performance.workloads, [0.56276, 0.47159, 0.46565]) {
      #expect(abs(workload - expected) < 6e-6)
    }
    for (workload, expected) in zip(third.performance.workloads, [0.5627, 0.4716, 0.4657]) {
      #expect(abs(workload - expected) < 6e-5)
    }
    let end = try #require(Self.threeServers.approximated())
    #expect(end.convergence.isConverged)
    for (workload, expected) in zip(end.performance.workloads, [0.56263, 0.47170, 0.46566]) {
      #expect(abs(workload - expected) < 5e-6)
    }
    #expect(abs(end.performance.allBusyProbability - 0.23684) < 5e-6)
  }

  /// Source of truth: the same section: Larson's correction factors Q(3, ½, j), and Q(9, 0.4, 8),
  /// which is larger than 1, from an independent evaluation.
  ///
  /// Where each server comes as often at each place of a list, all are equally busy, and the chance
  /// of the j-th server of a list is that of the first × Q(j) × ρʲ.
  @Test(arguments: [
    (3, 0.5, [0: 1, 1: 0.73684, 2: 0.63158], 6e-6), (9, 0.4, [8: 5.40], 6e-3),
  ])
  func `the factors of the approximation are the published ones`(
    servers: Int, workload: Double, factors: [Int: Double], tolerance: Double
  ) throws {
    let lists = (0..<servers).map { first in (0..<servers).map { (first + $0) % servers } }
    let model = HypercubeModel(
      arrivalRates: [Double](repeating: workload, count: servers),
      serviceRates: [Double](repeating: 1, count: servers), preferences: lists, line: .waits)
    let performance = try #require(model.approximated()).performance
    let first = performance.immediateProbability(atom: 0, server: 0)
    for (place, factor) in factors {
      let chance = performance.immediateProbability(atom: 0, server: place)
      #expect(abs(chance / first / pow(workload, Double(place)) - factor) < tolerance)
    }
  }

  /// Two places on a line two miles long, half of the customers east of 0.75, the areas parted
  /// `width` west of there; atoms end where servers are, so the means over atoms are exact.
  private func twoServers(width: Double) -> (HypercubeModel, [[Double]]) {
    let homes = [0.75, -0.25]
    let boundary = 0.75 - width
    let cuts = [-1, -0.25, boundary, 0.75, 1]
    var (rates, times, lists) = ([Double](), [[Double](), []], [[Int]]())
    for (low, high) in zip(cuts, cuts.dropFirst()) {
      let middle = (low + high) / 2
      rates.append(1.25 * (high - low) * (low < 0.75 ? 0.5 / 1.75 : 2))
      lists.append(low < boundary ? [1, 0] : [0, 1])
      for server in 0...1 { times[server].append(abs(middle - homes[server])) }
    }
    return (
      HypercubeModel(
        arrivalRates: rates, serviceRates: [1, 1], preferences: lists, line: .lost), times
    )
  }

  /// Source of truth: Larson and Odoni, sections 5.3.3 and 5.3.4: mean travel and imbalance of the
  /// two-server city, parted halfway and at the best place.
  @Test(arguments: [(0.5, 0.46246, 0.05236), (53.0 / 126, 0.46166, 0.04405)])
  func `the city of two servers`(width: Double, travel: Double, imbalance: Double) throws {
    let (model, times) = twoServers(width: width)
    let performance = try #require(model.solved()).performance
    let mean = try #require(performance.travel(times: times).mean)
    #expect(abs(mean - travel) < 6e-6)
    #expect(abs(performance.imbalance - imbalance) < 6e-6)
  }

  /// Source of truth: the same sections: the best parting beats its neighbours.
  @Test func `the published parting is the best one`() throws {
    func travel(_ width: Double) throws -> Double {
      let (model, times) = twoServers(width: width)
      return try #require(model.solved()?.performance.travel(times: times).mean)
    }
    let best = try travel(53.0 / 126)
    for shift in [-0.02, -0.005, 0.005, 0.02] {
      #expect(try travel(53.0 / 126 + shift) > best)
    }
  }
}

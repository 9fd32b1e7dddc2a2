/// The exact distribution over the states of a ``HypercubeModel``, and what follows from it.
///
/// Exact to the tolerance of ``HypercubeSettings``; with time factors approximate, because each
/// server then works at one mean rate.
public struct HypercubeSolution: Hashable, Sendable {
  /// The probability of each set of busy servers while nobody waits; server n is bit n of the
  /// index.
  public let stateProbabilities: [Double]
  /// The probability that all servers are busy and somebody waits; 0 without a line.
  public let queueProbability: Double
  /// Workloads, shares and all else that follows.
  public let performance: HypercubePerformance
  /// How the computation ended; look at it before the figures.
  public let convergence: HypercubeConvergence
}

extension HypercubeModel {
  /// Returns the exact solution, or nothing when the model has a line and cannot keep up with it.
  ///
  /// The queue changes nothing in how the sets of busy servers compare: whenever all are busy,
  /// customers leave at the sum of the rates. So one system of equations serves both lines.
  ///
  /// With ``timeFactors`` the model is solved repeatedly, each server at the mean rate of what it
  /// served before, until the rates agree to 1e-9 or 100 times; the convergence then counts the
  /// sweeps of all of them.
  ///
  /// - Precondition: There are at most 24 servers, or as many as the method takes.
  /// - Complexity: Up to O(N² 2^N) for N servers to make the rates, whatever the atoms, and
  ///   O(N 2^N) a sweep, of which twenty to fifty are usual; 5.5 N 2^N bytes. Twenty servers take
  ///   about a second and 150 MB.
  public func solved(_ settings: HypercubeSettings = HypercubeSettings()) -> HypercubeSolution? {
    guard let timeFactors else { return solved(settings, serviceRates: serviceRates) }
    var rates = saturatedRates
    var sweeps = 0
    for _ in 0..<100 {
      guard var solution = solved(settings, serviceRates: rates) else { return nil }
      sweeps += solution.convergence.repetitions
      let next = meanRates(of: solution.performance, timeFactors: timeFactors, before: rates)
      let change = zip(rates, next).map { abs($0 - $1) / $1 }.max() ?? 0
      rates = next
      if change <= 1e-9 || !solution.convergence.isConverged {
        solution = solution.counting(sweeps, residual: nil)
        return solution
      }
    }
    return solved(settings, serviceRates: rates)?.counting(sweeps, residual: .infinity)
  }

  private func solved(
    _ settings: HypercubeSettings, serviceRates: [Double]
  ) -> HypercubeSolution? {
    let capacity = serviceRates.reduce(0, +)
    if line == .waits, arrivalRate >= capacity { return nil }
    var (states, convergence) = HypercubeEquations.solve(
      self, serviceRates: serviceRates, settings: settings)
    var queue = 0.0
    if line == .waits, arrivalRate > 0 {
      queue = (states.last ?? 0) * arrivalRate / (capacity - arrivalRate)
      let total = 1 + queue
      for index in states.indices { states[index] /= total }
      queue /= total
    }
    if !convergence.residual.isFinite { convergence.isConverged = false }
    let performance = HypercubePerformance(
      model: self, serviceRates: serviceRates, states: states, queue: queue)
    return HypercubeSolution(
      stateProbabilities: states, queueProbability: queue, performance: performance,
      convergence: convergence)
  }

  /// The rates at which servers complete what they serve, by the shares of a solution.
  func meanRates(
    of performance: HypercubePerformance, timeFactors: [[Double]], before: [Double]
  ) -> [Double] {
    serviceRates.indices.map { server in
      var (served, time) = (0.0, 0.0)
      for atom in arrivalRates.indices {
        let share = performance.fraction(atom: atom, server: server)
        served += share
        time += share * timeFactors[server][atom] / serviceRates[server]
      }
      return time > 0 ? served / time : before[server]
    }
  }
}

extension HypercubeSolution {
  fileprivate func counting(_ sweeps: Int, residual: Double?) -> HypercubeSolution {
    var convergence = convergence
    convergence.repetitions = sweeps
    if let residual {
      convergence.residual = residual
      convergence.isConverged = false
    }
    return HypercubeSolution(
      stateProbabilities: stateProbabilities, queueProbability: queueProbability,
      performance: performance, convergence: convergence)
  }
}

extension HypercubePerformance {
  /// Adds up the states of a hypercube.
  ///
  /// The sums over the supersets of every set are made once; an atom's customer goes to the k-th
  /// server of its list when the servers before it are busy, less when it is busy too.
  init(model: HypercubeModel, serviceRates: [Double], states: [Double], queue: Double) {
    let servers = model.serverCount
    var sums = [Octet](repeating: .zero, count: max(states.count / 8, 1))
    var distribution = [Double](repeating: 0, count: servers + 1)
    for (state, probability) in states.enumerated() {
      sums[state / 8][state & 7] = probability
      distribution[state.nonzeroBitCount] += probability
    }
    distribution[servers] += queue
    SubsetSums.sumSupersets(&sums)
    var immediate = [Double](repeating: 0, count: model.atomCount * servers)
    for (atom, list) in model.preferences.enumerated() {
      var busy = 0
      for server in list {
        let before = sums[busy / 8][busy & 7]
        busy |= 1 << server
        immediate[atom * servers + server] = max(before - sums[busy / 8][busy & 7], 0)
      }
    }
    self.init(
      model: model, serviceRates: serviceRates,
      workloads: (0..<servers).map { sums[1 << $0 / 8][1 << $0 & 7] + queue },
      busyDistribution: distribution, immediate: immediate)
  }
}

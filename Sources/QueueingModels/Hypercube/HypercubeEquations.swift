/// The balance of the states of a hypercube without a queue, solved by one of several methods.
enum HypercubeEquations {
  /// Returns the probabilities of the sets of busy servers, and how the computation ended.
  static func solve(
    _ model: HypercubeModel, serviceRates: [Double], settings: HypercubeSettings
  ) -> ([Double], HypercubeConvergence) {
    let servers = serviceRates.count
    precondition(servers <= 24, "The exact solution takes at most 24 servers")
    let states = 1 << servers
    let exact = HypercubeConvergence(repetitions: 0, residual: 0, isConverged: true)
    guard model.arrivalRate > 0 else {
      var idle = [Double](repeating: 0, count: states)
      idle[0] = 1
      return (idle, exact)
    }
    switch settings.method {
    case .automatic where servers > 6, .relaxation:
      return relaxed(model, serviceRates: serviceRates, settings: settings)
    case .automatic, .elimination:
      precondition(servers <= 10, "Elimination takes at most ten servers")
      let rates = StateElimination.rates(of: model, serviceRates: serviceRates)
      return (StateElimination.eliminated(rates, states: states), exact)
    case .factorization:
      precondition(servers <= 12, "Factorization takes at most twelve servers")
      let rates = StateElimination.rates(of: model, serviceRates: serviceRates)
      if let solution = StateElimination.factored(rates, states: states) {
        return (solution, exact)
      }
      return (
        [Double](repeating: 1 / Double(states), count: states),
        HypercubeConvergence(repetitions: 0, residual: .infinity, isConverged: false)
      )
    }
  }

  /// Sweeps until one asks for no more change than the tolerance, then once more without
  /// overrelaxation, to be sure.
  private static func relaxed(
    _ model: HypercubeModel, serviceRates: [Double], settings: HypercubeSettings
  ) -> ([Double], HypercubeConvergence) {
    precondition(serviceRates.count >= 4, "Relaxation takes at least four servers")
    let flows = ParityFlows(model: model, serviceRates: serviceRates)
    var relaxation = ParityRelaxation(flows: flows, floor: settings.probabilityFloor)
    let mean = serviceRates.reduce(0, +) / Double(serviceRates.count)
    var factors = Overrelaxation(servers: serviceRates.count, load: model.arrivalRate / mean)
    var convergence = HypercubeConvergence(
      repetitions: 0, residual: .infinity, isConverged: false)
    var isPlain = false
    while convergence.repetitions < settings.sweepLimit {
      let (first, second) = isPlain ? (1, 1) : factors.next()
      let change = relaxation.sweep(first, second)
      convergence.repetitions += 1
      convergence.residual = change
      if isPlain, change <= settings.tolerance {
        convergence.isConverged = true
        break
      }
      isPlain = change <= settings.tolerance
      if !isPlain { factors.record(change) }
    }
    let octets = relaxation.natural()
    var states: [Double] = []
    states.reserveCapacity(8 * octets.count)
    for octet in octets { for lane in 0..<8 { states.append(octet[lane]) } }
    return (states, convergence)
  }
}

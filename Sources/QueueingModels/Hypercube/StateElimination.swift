internal import LinearAlgebra

/// Direct solutions of the equations of a small hypercube, state by state.
///
/// They make their rates in the plainest way, so that they also check how ``ParityFlows`` does it.
enum StateElimination {
  /// The rates from state to state, by rows; states are sets of busy servers.
  static func rates(of model: HypercubeModel, serviceRates: [Double]) -> [Double] {
    let states = 1 << serviceRates.count
    var rates = [Double](repeating: 0, count: states * states)
    for state in 0..<states {
      for (server, rate) in serviceRates.enumerated() where state >> server & 1 == 1 {
        rates[state * states + (state ^ 1 << server)] = rate
      }
      for (rate, list) in zip(model.arrivalRates, model.preferences) {
        guard let server = list.first(where: { state >> $0 & 1 == 0 }) else { continue }
        rates[state * states + (state | 1 << server)] += rate
      }
    }
    return rates
  }

  /// Returns the probabilities of the states, each to nearly full relative precision.
  ///
  /// States are taken out one by one, and no two numbers are ever subtracted.
  ///
  /// Source: W. K. Grassmann, M. I. Taksar and D. P. Heyman, *Regenerative analysis and steady
  /// state distributions for Markov chains*, Operations Research 33 (1985), 1107–1116.
  ///
  /// - Complexity: O(8^N) for N servers.
  static func eliminated(_ rates: [Double], states: Int) -> [Double] {
    var matrix = rates
    for last in stride(from: states - 1, to: 0, by: -1) {
      let row = Array(matrix[last * states..<last * states + last])
      let leaving = row.reduce(0, +)
      for state in 0..<last {
        let start = state * states
        let entering = matrix[start + last] / leaving
        matrix[start + last] = entering
        guard entering > 0 else { continue }
        for other in 0..<last { matrix[start + other] += entering * row[other] }
      }
    }
    var probabilities = [Double](repeating: 0, count: states)
    probabilities[0] = 1
    for state in 1..<max(states, 2) {
      var sum = 0.0
      for other in 0..<state { sum += probabilities[other] * matrix[other * states + state] }
      probabilities[state] = sum
      // States early in the order may be the rarest by far.
      if sum > 1e100 { for other in 0...state { probabilities[other] /= sum } }
    }
    let total = probabilities.reduce(0, +)
    return probabilities.map { $0 / total }
  }

  /// Returns the probabilities by LAPACK, or nothing when the equations have no pivot left.
  static func factored(_ rates: [Double], states: Int) -> [Double]? {
    var matrix = Matrix(rowCount: states, columnCount: states)
    for state in 0..<states {
      var leaving = 0.0
      for next in 0..<states {
        let rate = rates[state * states + next]
        matrix[next, state] += rate
        leaving += rate
      }
      matrix[state, state] -= leaving
    }
    for state in 0..<states { matrix[states - 1, state] = 1 }
    var right = [Double](repeating: 0, count: states)
    right[states - 1] = 1
    guard let factorization = try? LUFactorization(of: matrix),
      let solution = try? factorization.solve(right)
    else { return nil }
    return solution.map { max($0, 0) }
  }
}

extension LinearProgram {
  /// Turns an engine's answer into an outcome, if it passes its check.
  func check(_ answer: EngineAnswer, statistics: SolveStatistics) -> Outcome {
    let statistics = CheckClock(statistics)
    switch answer {
    case .optimal(let values, let prices, let basis):
      return checkOptimal(values, prices.map { sense.sign * $0 }, basis, statistics)
    case .infeasible(let multipliers, _):
      return checkInfeasible(multipliers, statistics)
    case .unbounded(let point, let direction, _):
      let point = clamp(point)
      let check = CertificateCheck(
        unboundednessOf: self, point: point, direction: direction)
      guard check.passes else {
        return .notProven(
          UnprovenReport(reason: .unboundednessCheckFailed(check), statistics: statistics.stopped))
      }
      return .unbounded(
        UnboundednessCertificate(
          point: point, direction: direction, check: check, statistics: statistics.stopped))
    case .limit(let limit, let values, let prices):
      return .limit(
        LimitReport(
          limit: limit, statistics: statistics.stopped,
          bestBound: bestBound(clean(prices).map { sense.sign * $0 }, at: values)))
    case .trouble(let what, _):
      return .notProven(
        UnprovenReport(reason: .numericalTrouble(what), statistics: statistics.stopped))
    }
  }

  /// The best bound that the prices, or a part of each of them, prove.
  ///
  /// Prices of a method that was stopped often have reduced costs whose sign is wrong by a trifle.
  /// Where no prices at all would do as well, for lack of a negative cost, a slightly smaller part
  /// of them has the right signs throughout.
  private func bestBound(_ prices: [Double], at values: [Double]) -> Double? {
    for share in [1, 1 - 1e-9, 1 - 1e-7, 1 - 1e-6, 1 - 1e-5, 1 - 1e-4, 1 - 1e-3] {
      let bound = DualBound(of: self, prices: prices.map { share * $0 }, at: values)
      if bound.residual <= 1e-9, bound.objective.isFinite { return bound.objective }
    }
    return nil
  }

  /// Checks the multipliers, at first without those that may be nothing but rounding.
  private func checkInfeasible(_ multipliers: [Double], _ statistics: CheckClock) -> Outcome {
    var failure: CertificateCheck?
    for threshold in [1e-9, 1e-12, 0] {
      let cleaned = clean(multipliers, below: threshold)
      let check = CertificateCheck(infeasibilityOf: self, multipliers: cleaned)
      if check.passes {
        return .infeasible(
          InfeasibilityCertificate(
            multipliers: cleaned, check: check, statistics: statistics.stopped))
      }
      failure = check
    }
    guard let failure else { preconditionFailure("there is at least one threshold") }
    return .notProven(
      UnprovenReport(reason: .infeasibilityCheckFailed(failure), statistics: statistics.stopped))
  }

  private func checkOptimal(
    _ values: [Double], _ prices: [Double], _ basis: Basis?, _ statistics: CheckClock
  ) -> Outcome {
    let values = clamp(values)
    let dual = DualBound(of: self, prices: prices, at: values)
    let check = OptimalityCheck(of: self, values: values, dual: dual)
    guard check.passes else {
      return .notProven(
        UnprovenReport(reason: .optimalityCheckFailed(check), statistics: statistics.stopped))
    }
    return .optimal(
      Solution(
        objective: objective.value(at: values), basis: basis, check: check,
        statistics: statistics.stopped, values: values, prices: prices,
        reducedCosts: basis.map {
          zip(dual.reducedCosts, $0.variables).map { $1 == .basic ? 0 : $0 }
        } ?? dual.reducedCosts))
  }

  /// Puts values that miss their bounds by rounding onto them; others are left to the check.
  private func clamp(_ values: [Double]) -> [Double] {
    values.indices.map { index in
      let value = values[index]
      let (low, high) = (lowerBounds[index], upperBounds[index])
      if value < low && low - value <= 1e-9 * max(1, abs(low)) { return low }
      if value > high && value - high <= 1e-9 * max(1, abs(high)) { return high }
      return value
    }
  }

  /// Drops multipliers that are at most `threshold` times the largest, and those that point to
  /// an infinite end and are nothing but rounding.
  private func clean(_ multipliers: [Double], below threshold: Double = 0) -> [Double] {
    let largest = multipliers.reduce(0) { max($0, abs($1)) }
    return multipliers.indices.map { index in
      let multiplier = multipliers[index]
      let end = multiplier > 0 ? rowLowers[index] : rowUppers[index]
      let limit = end.isFinite ? threshold : max(threshold, 1e-9)
      return abs(multiplier) <= limit * largest ? 0 : multiplier
    }
  }
}

extension EngineAnswer {
  /// Where the engine stopped.
  var basis: Basis? {
    switch self {
    case .optimal(_, _, let basis): basis
    case .infeasible(_, let basis): basis
    case .unbounded(_, _, let basis): basis
    case .trouble(_, let basis): basis
    case .limit: nil
    }
  }
}

/// Statistics, and the time since a check began.
struct CheckClock {
  private let statistics: SolveStatistics
  private let start = ContinuousClock.now

  /// Starts the clock.
  init(_ statistics: SolveStatistics) { self.statistics = statistics }

  /// The statistics with the time of the check.
  var stopped: SolveStatistics {
    var statistics = statistics
    statistics.checkTime = ContinuousClock.now - start
    return statistics
  }
}

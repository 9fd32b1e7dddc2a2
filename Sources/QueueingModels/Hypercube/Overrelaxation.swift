/// The factors by which a relaxation of two halves goes beyond balance.
///
/// With a spectral radius r of the unaccelerated step from half to half, Chebyshev's factors
/// 1, 1 / (1 − r² / 2), 1 / (1 − r² ω / 4), … tend to the best one, 2 / (1 + √(1 − r²)), and each
/// sweep then shrinks the error by that less 1. The radius is guessed from the load; a sweep that
/// shrinks changes by less than it should says that the guess is too small. A guess that
/// does not help is taken back. Should changes grow, the factor goes back towards 1, where the relaxation cannot diverge.
///
/// Source: L. A. Hageman and D. M. Young, *Applied Iterative Methods* (1981), chapters 9 and 12.
struct Overrelaxation {
  private var limit: Double
  private var current = 1.0
  private var halves = 0
  private var changes: [Double] = []
  private var settledAt: Int
  private var best = Double.infinity
  private var mayRise = true
  /// The limit before it was last raised, and the ratio of changes then.
  private var before: (limit: Double, ratio: Double)?

  /// Begins for a number of servers and arrivals × mean service time.
  ///
  /// Fitted to cubes of 6 to 16 servers: the slowest error fades at about 0.6 / (1 − u) of the
  /// rate of service where servers are busy the share u of their time.
  init(servers: Int, load: Double) {
    let equals = EqualServers(servers: servers, load: load, line: .lost)
    let radius = 1 - 0.6 / equals.freeShare / (load + equals.workload * Double(servers))
    limit = max(1.2, min(1.7, Self.best(squareOfRadius: radius > 0 ? radius * radius : 0)))
    settledAt = servers / 2 + 4
  }

  private static func best(squareOfRadius square: Double) -> Double {
    2 / (1 + (1 - square).squareRoot())
  }

  /// The factors for the next sweep.
  mutating func next() -> (Double, Double) { (nextOfHalf(), nextOfHalf()) }

  private mutating func nextOfHalf() -> Double {
    let square = 4 * (limit - 1) / (limit * limit)
    switch halves {
    case 0: current = 1
    case 1: current = 1 / (1 - square / 2)
    default: current = 1 / (1 - square * current / 4)
    }
    halves += 1
    return current
  }

  /// Learns from the largest relative change of a sweep.
  mutating func record(_ change: Double) {
    changes.append(change)
    best = min(best, change)
    let sweeps = changes.count
    guard sweeps >= settledAt + 4 else { return }
    if change > 10 * best, limit > 1 {
      limit = limit > 1.05 ? 1 + (limit - 1) / 2 : 1
      halves = 0
      mayRise = false
      best = change
      settledAt = sweeps
    } else if mayRise {
      let ratio = (change / changes[sweeps - 5]).squareRoot().squareRoot()
      if let before, ratio > before.ratio {
        // It did not help: something else than the radius is slow.
        limit = before.limit
        mayRise = false
        return
      }
      guard ratio < 1, ratio > limit - 1 + 0.06 else { return }
      let shrunk = (ratio + limit - 1) / limit
      let raised = Self.best(squareOfRadius: min(shrunk * shrunk / ratio, 0.9999))
      guard raised > limit + 0.01 else { return }
      before = (limit, ratio)
      limit = min(raised, limit + (2 - limit) * 0.25)
      settledAt = sweeps
    }
  }
}

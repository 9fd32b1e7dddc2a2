import Foundation

/// The staffing of large systems: the load and a reserve of β times its square root.
///
/// With a servers' worth of load and c = a + β √a servers, the probability of a wait tends, as the
/// load grows, to
///
///     α(β) = 1 / (1 + β Φ(β) / φ(β))
///
/// with the normal density φ and distribution Φ. The approximation is close from a load of some ten
/// on and poor below three; ``ErlangC`` is exact, and uses it only as the place where a search for
/// the fewest servers starts.
///
/// Source: S. Halfin and W. Whitt, *Heavy-traffic limits for queues with many exponential servers*,
/// Operations Research 29 (1981), 567–588.
public enum SquareRootStaffing {
  /// Returns α(β), the probability of a wait in the limit of large loads; 1 at β = 0, and 0 where
  /// it is below what a number can hold.
  ///
  /// β is in square roots of the load.
  ///
  /// - Precondition: `reserve` is not negative.
  /// - Complexity: O(1).
  public static func waitProbability(reserve: Double) -> Double {
    precondition(reserve >= 0, "A queue needs more servers than its load")
    guard reserve > 0 else { return 1 }
    let normal = 0.5 * erfc(-reserve * 0.5.squareRoot())
    let growth = exp(0.5 * reserve * reserve) * (2 * Double.pi).squareRoot()
    return 1 / (1 + reserve * normal * growth)
  }

  /// Returns β, the reserve in square roots of the load at which the probability of a wait tends to
  /// `probability`: the inverse of ``waitProbability(reserve:)``.
  ///
  /// For example, one customer in five waits at a reserve of about one square root.
  ///
  /// - Precondition: `probability` is above 0 and at most 1.
  /// - Complexity: O(1): Newton's method for ln β, some five steps.
  public static func reserve(waitProbability probability: Double) -> Double {
    precondition(probability > 0 && probability <= 1, "A share is above 0 and at most 1")
    guard probability < 1 else { return 0 }
    let odds = log1p(-probability) - log(probability) - 0.5 * log(2 * Double.pi)
    var reserve = odds > 2 ? (2 * odds).squareRoot() : exp(min(odds + 0.7, 0.7))
    for _ in 0..<50 {
      let normal = 0.5 * erfc(-reserve * 0.5.squareRoot())
      let hazard = exp(-0.5 * reserve * reserve) / ((2 * Double.pi).squareRoot() * normal)
      let value = log(reserve) + log(normal) + 0.5 * reserve * reserve - odds
      let step = value / (1 + reserve * (hazard + reserve))
      reserve *= exp(-step)
      if abs(step) < 1e-15 { break }
    }
    return reserve
  }

  /// Returns the number of servers a + β √a, rounded up, at which about the share `probability` of
  /// the customers waits.
  ///
  /// For the number that is certain to be enough see
  /// ``ErlangC/fewestServers(arrivalRate:serviceRate:meeting:)``.
  ///
  /// - Precondition: `load` is finite and not negative; `probability` is above 0 and at most 1.
  /// - Complexity: O(1).
  public static func servers(load: Double, waitProbability probability: Double) -> Int {
    precondition(load >= 0 && load.isFinite, "A load is finite and not negative")
    let reserve = reserve(waitProbability: probability)
    return Int((load + reserve * load.squareRoot()).rounded(.up))
  }

  /// Returns about the number of servers that keeps to a target: with the reserve β the wait of
  /// those who wait is exponential with the rate β √a μ.
  static func servers(load: Double, serviceRate: Double, meeting target: WaitTarget) -> Int {
    let root = load.squareRoot()
    let scale = root * serviceRate
    return servers(load: load, from: 0) { reserve in
      let waiting = waitProbability(reserve: reserve)
      return switch target {
      case .waitProbability(let limit): waiting <= limit
      case .meanWait(let limit): waiting <= limit * reserve * scale
      case .share(let share, let time): waiting * exp(-reserve * scale * time) <= 1 - share
      }
    }
  }

  /// Returns about the number of servers that loses the share `blocking` when nobody may queue:
  /// B ≈ φ(β) / (√a Φ(β)), which is 1 − c/a for much fewer servers than the load.
  static func servers(load: Double, blocking: Double) -> Int {
    let root = load.squareRoot()
    return servers(load: load, from: -root) { reserve in
      if reserve < -30 { return -reserve <= blocking * root }
      let normal = 0.5 * erfc(-reserve * 0.5.squareRoot())
      let density = exp(-0.5 * reserve * reserve) / (2 * Double.pi).squareRoot()
      return density <= blocking * root * normal
    }
  }

  /// Returns a + β √a, rounded up, for the smallest β, at most 40, that satisfies a monotone
  /// condition.
  private static func servers(
    load: Double, from least: Double, satisfies: (Double) -> Bool
  ) -> Int {
    let root = load.squareRoot()
    var low = least
    var high = 40.0
    while (high - low) * root > 0.05 && high - low > 1e-12 * (1 + abs(low)) {
      let middle = 0.5 * (low + high)
      if satisfies(middle) { high = middle } else { low = middle }
    }
    return Int(max(0, load + high * root).rounded(.up))
  }
}

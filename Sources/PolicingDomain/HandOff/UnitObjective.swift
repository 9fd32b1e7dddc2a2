/// What a fixed number of units on the street is to keep small.
///
/// ```swift
/// let plain = UnitObjective(.hoursWaited)                       // every call counts the same
/// ```
public struct UnitObjective: Hashable, Sendable {
  /// What is counted.
  public enum Measure: Hashable, Sendable {
    /// Hours that calls wait for their first unit: calls × mean wait.
    case hoursWaited
    /// Calls that wait at all.
    case callsWaiting
    /// Calls that wait longer than the time of their priority; calls of a priority without a time do
    /// not count.
    case callsLate([CallPriority: Hours])
  }

  /// What is counted.
  public let measure: Measure
  /// How much a call of each priority counts; one that is not named counts 1.
  public let weights: [CallPriority: Double]
  /// Who says so.
  public let provenance: Provenance

  /// The provenance of weights that nobody stated.
  public static let assumed = Provenance(
    source: "Rollcall: every call counts the same", date: "", isAssumption: true)

  /// Creates an objective.
  public init(
    _ measure: Measure, weights: [CallPriority: Double] = [:],
    provenance: Provenance = UnitObjective.assumed
  ) {
    self.measure = measure
    self.weights = weights
    self.provenance = provenance
  }

  /// Returns how much a call of a priority counts.
  public func weight(of priority: CallPriority) -> Double {
    if case .callsLate(let times) = measure, times[priority] == nil { return 0 }
    return weights[priority] ?? 1
  }

  /// Whether every call that counts counts 1, so that sums are calls or hours of calls.
  public var isPlain: Bool { weights.values.allSatisfy { $0 == 1 } }
}

/// A fixed number of units.
public enum UnitSupply: Hashable, Sendable {
  /// So many units, wherever and whenever they serve.
  case units(Int)
  /// So many hours of units; one unit takes the hours of its watch.
  case unitHours(Double)
}

extension ServiceStandards {
  /// The times after which calls are late, by priority: the shortest that a standard for waiting
  /// states as a share within a time.
  public var lateTimes: [CallPriority: Hours] {
    var times: [CallPriority: Hours] = [:]
    for standard in waiting {
      guard case .share(_, let time) = standard.limit else { continue }
      times[standard.priority] = min(times[standard.priority] ?? time, time)
    }
    return times
  }
}

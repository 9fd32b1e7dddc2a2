import PolicingDomain

/// One standard for the time that calls of a priority take to get a unit: until it is sent, or until
/// it arrives.
struct TimeStandard {
  /// What the time ends with.
  enum End {
    /// The first unit is sent.
    case sent
    /// The first unit arrives.
    case arrived
  }

  let priority: CallPriority
  let limit: ServiceStandards.Waiting.Limit
  let end: End

  init(_ standard: ServiceStandards.Waiting) {
    (priority, limit, end) = (standard.priority, standard.limit, .sent)
  }

  init(_ standard: ServiceStandards.Response) {
    (priority, limit, end) = (standard.priority, standard.limit, .arrived)
  }

  /// Whether the standard holds for what calls find; true without calls of its priority.
  func isMet(_ finding: PatrolFinding) -> Bool {
    switch limit {
    case .share(let share, _):
      // Whoever finds a unit free does not wait, so that most numbers need no distribution.
      if end == .sent, let free = free(finding), free >= share.value { return true }
      return value(finding).map { $0 >= share.value } ?? true
    case .mean(let mean):
      return value(finding).map { $0 <= mean.value } ?? true
    }
  }

  /// The share of the calls that find a unit free, or nothing without calls.
  private func free(_ finding: PatrolFinding) -> Double? {
    finding.queue.priorities.firstIndex(of: priority).flatMap { position in
      finding.queue.mean(overCalls: position, finding.states) { 1 - $1.waitProbability }
    }
  }

  /// Returns what the standard limits, or nothing without calls of its priority.
  ///
  /// An overloaded hour counts as nobody within the time, and as an endless mean: a standard for
  /// urgent calls is no reason to let the others pile up.
  func value(_ finding: PatrolFinding) -> Double? {
    let queue = finding.queue
    guard let position = queue.priorities.firstIndex(of: priority) else { return nil }
    return queue.mean(overCalls: position, finding.states) { hour, state in
      let units = hour.free(finding.units)
      switch limit {
      case .share(_, let time):
        if state.isOverloaded { return 0 }
        if end == .sent { return state.share(position, within: time.value) }
        return finding.travel?.share(state, position, units: units, within: time.value) ?? 0
      case .mean:
        if state.isOverloaded { return .infinity }
        if end == .sent { return state.meanWait(position) }
        return state.meanWait(position) + (finding.travel?.mean(state, units: units) ?? .infinity)
      }
    }
  }

  /// The figure in words.
  func attained(_ finding: PatrolFinding) -> String {
    guard let value = value(finding) else { return "no calls" }
    switch limit {
    case .share: return "\((value * 100).written(1)) %"
    case .mean: return value.isFinite ? "\((value * 60).written(1)) min" : "without end"
    }
  }

  /// The standard in words.
  var words: String {
    switch limit {
    case .share(let share, let time):
      let calls = "\((share.value * 100).written(1)) % of \(priority) calls"
      if end == .sent, time == .zero { return calls + " without any wait" }
      let within = "within \(time.minutes.written(1)) min"
      return end == .sent ? "\(calls) \(within)" : "a unit at \(calls) \(within)"
    case .mean(let time):
      let most = "\(time.minutes.written(1)) min on average at most"
      return end == .sent
        ? "\(priority) calls wait \(most)" : "a unit at \(priority) calls after \(most)"
    }
  }
}

import PolicingDomain
import QueueingModels

/// The smallest whole number of units that meets every waiting standard, and the standard that
/// asks for most (FORMULATION 4.2).
struct WaitingNeed {
  /// The units; nothing when there is no standard.
  let units: Int?
  /// The standard that is hardest to meet, in words with the figures at the answer and one unit
  /// below it.
  let hardest: String

  /// Finds the need by adding one unit after the other to all hours of the watch.
  ///
  /// - Complexity: O(units × hours × (priorities + standards)).
  init(of queue: PatrolQueue, standards: [ServiceStandards.Waiting]) {
    guard !standards.isEmpty else {
      units = nil
      hardest = "no waiting standard"
      return
    }
    var open = standards.filter { standard in
      queue.priorities.firstIndex(of: standard.priority).map { queue.calls($0) > 0 } ?? false
    }
    guard !open.isEmpty else {
      units = 0
      hardest = "no calls of a priority with a waiting standard"
      return
    }
    var sequences = queue.hours.map { ErlangSequence(load: $0.load) }
    var states = zip(queue.hours, sequences).map { $0.state($1) }
    var count = 0
    var last = open[0]
    var before = states
    while !open.isEmpty {
      for position in sequences.indices { sequences[position].addServer() }
      count += 1
      before = states
      states = zip(queue.hours, sequences).map { $0.state($1) }
      let met = open.filter { $0.isMet(by: queue, states) }
      if let first = met.first { last = first }
      open.removeAll { standard in met.contains(standard) }
    }
    units = count
    hardest =
      "\(last.words): \(last.attained(queue, states)) with \(count), "
      + "\(last.attained(queue, before)) with \(count - 1) units (pooled approximation: a call "
      + "that draws two units counts as one that takes twice the time; wait to the first unit)"
  }
}

extension ServiceStandards.Waiting {
  fileprivate func isMet(by queue: PatrolQueue, _ states: [PatrolQueue.HourState]) -> Bool {
    guard let value = value(queue, states) else { return true }
    switch limit {
    case .share(let share, _): return value >= share.value
    case .mean(let mean): return value <= mean.value
    }
  }

  /// Returns what the standard limits, or nothing without calls of its priority.
  private func value(_ queue: PatrolQueue, _ states: [PatrolQueue.HourState]) -> Double? {
    guard let position = queue.priorities.firstIndex(of: priority) else { return nil }
    return queue.mean(overCalls: position, states) { state in
      switch limit {
      case .share(_, let time): state.mostUrgentShare(within: time.value)
      case .mean: state.meanWait(position)
      }
    }
  }

  fileprivate func attained(
    _ queue: PatrolQueue, _ states: [PatrolQueue.HourState]
  ) -> String {
    guard let value = value(queue, states) else { return "no calls" }
    switch limit {
    case .share: return "\((value * 100).written(1)) %"
    case .mean: return value.isFinite ? "\((value * 60).written(1)) min" : "without end"
    }
  }

  fileprivate var words: String {
    switch limit {
    case .share(let share, .zero):
      "\((share.value * 100).written(1)) % of \(priority) calls without any wait"
    case .share(let share, let time):
      "\((share.value * 100).written(1)) % of \(priority) calls within \(time.minutes.written(1)) min"
    case .mean(let time):
      "\(priority) calls wait \(time.minutes.written(1)) min on average at most"
    }
  }
}

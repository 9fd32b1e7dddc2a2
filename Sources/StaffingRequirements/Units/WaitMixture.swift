/// The waits of calls that find different states, each with its weight.
struct WaitMixture {
  /// Calls of one class that find one state.
  struct Part {
    let weight: Double
    let state: PatrolQueue.HourState
    let position: Int
  }

  private(set) var parts: [Part] = []
  /// The weight of all parts.
  private(set) var weight = 0.0

  /// Adds calls; those without a weight are left out.
  mutating func add(_ weight: Double, _ state: PatrolQueue.HourState, _ position: Int) {
    guard weight > 0 else { return }
    parts.append(Part(weight: weight, state: state, position: position))
    self.weight += weight
  }

  /// Adds the calls of another mixture.
  mutating func add(_ other: WaitMixture) {
    parts += other.parts
    weight += other.weight
  }

  /// The share of calls whose class does not keep up, so that their wait has no limit.
  var endlessShare: Double { mean { $0.state.meanWait($0.position).isFinite ? 0 : 1 } ?? 0 }

  /// The mean wait of the calls whose class keeps up, in hours; nothing without any.
  var meanOfSteady: Double? {
    var sum = 0.0
    var steady = 0.0
    for part in parts {
      let wait = part.state.meanWait(part.position)
      guard wait.isFinite else { continue }
      sum += part.weight * wait
      steady += part.weight
    }
    return steady > 0 ? sum / steady : nil
  }

  /// The share of calls that wait at all; nothing without calls.
  var waitShare: Double? { mean { $0.state.waitProbability } }

  private func mean(_ figure: (Part) -> Double) -> Double? {
    weight > 0 ? parts.reduce(0) { $0 + $1.weight * figure($1) } / weight : nil
  }

  /// Returns the wait in hours that the share `share` of the calls does not exceed, to a part in ten
  /// thousand; infinite where so many do not keep up, nothing without calls.
  ///
  /// - Complexity: O(parts) shares for each of about 25 halvings.
  func quantile(_ share: Double) -> Double? {
    guard weight > 0 else { return nil }
    if endlessShare > 1 - share { return .infinity }
    func reached(_ time: Double) -> Double {
      mean { $0.state.share($0.position, within: time) } ?? 1
    }
    if reached(0) >= share { return 0 }
    var low = 0.0
    var high = 1.0 / 60
    while reached(high) < share {
      low = high
      high *= 2
      if high > 1e6 { return .infinity }
    }
    while high - low > 1e-4 * high {
      let middle = (low + high) / 2
      if reached(middle) < share { low = middle } else { high = middle }
    }
    return high
  }
}

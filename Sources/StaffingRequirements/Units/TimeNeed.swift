import PolicingDomain

/// The smallest whole number of units that meets every standard for the time of calls, and the
/// standard that asks for most (FORMULATION 4.2 and 4.3).
struct TimeNeed {
  /// The units; nothing when there is no standard.
  let units: Int?
  /// The standard that is hardest to meet; nothing where none asks for a unit.
  let hardest: TimeStandard?
  private let reason: String
  private let queue: PatrolQueue
  private let travel: PoolTravel?

  /// Finds the need.
  ///
  /// - Complexity: O(log(units) × hours × (units + standards)).
  init(of queue: PatrolQueue, standards: [TimeStandard], travel: PoolTravel?) {
    self.queue = queue
    self.travel = travel
    guard !standards.isEmpty else {
      (units, hardest, reason) = (nil, nil, "no waiting standard")
      return
    }
    let open = standards.filter { standard in
      queue.priorities.firstIndex(of: standard.priority).map { queue.calls($0) > 0 } ?? false
    }
    guard !open.isEmpty else {
      units = 0
      hardest = nil
      reason = "no calls of a priority with a waiting standard"
      return
    }
    let load = queue.hours.map { $0.load + $0.removedUnits }.max() ?? 0
    let guess = max(1, Int((load + load.squareRoot()).rounded()))
    let search = WholeNumberSearch(from: guess) { units -> TimeStandard? in
      let finding = PatrolFinding(queue, units: Double(units), travel: travel)
      return open.first { !$0.isMet(finding) }
    }
    units = search.smallest
    hardest = search.missedBelow
    reason = "no unit is needed"
  }

  /// The hardest standard in words, with its figures at the answer and one unit below it.
  var words: String {
    guard let hardest, let units else { return reason }
    let at = PatrolFinding(queue, units: Double(units), travel: travel)
    let below = PatrolFinding(queue, units: Double(units - 1), travel: travel)
    return "\(hardest.words): \(hardest.attained(at)) with \(units), "
      + "\(hardest.attained(below)) with \(units - 1) units"
  }
}

/// A search for the smallest whole number at which nothing is missed, where more never misses what
/// less does not: steps from a guess that double, then halve.
struct WholeNumberSearch<Miss> {
  /// The smallest number, at least 0.
  let smallest: Int
  /// What is missed with one less; nothing where the smallest number is 0.
  let missedBelow: Miss?

  init(from guess: Int, missed: (Int) -> Miss?) {
    var high = guess
    var below: (number: Int, miss: Miss)?
    var step = 1
    if let first = missed(guess) {
      var miss: Miss? = first
      while let found = miss {
        below = (high, found)
        high += step
        step *= 2
        miss = missed(high)
      }
    } else {
      while high > 0, below == nil {
        let next = max(0, high - step)
        step *= 2
        if let miss = missed(next) { below = (next, miss) } else { high = next }
      }
    }
    while let low = below, high - low.number > 1 {
      let middle = (low.number + high) / 2
      if let miss = missed(middle) { below = (middle, miss) } else { high = middle }
    }
    smallest = high
    missedBelow = below?.miss
  }
}

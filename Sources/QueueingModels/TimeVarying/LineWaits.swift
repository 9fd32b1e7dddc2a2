/// How long customers wait who arrive at the instants of a cycle, with the servers still to come.
///
/// While a customer waits, every server is at work, so those before it leave the line as a Poisson
/// process whose rate is known: servers × service rate, changing with the periods. The place in
/// line therefore falls by a Poisson number in each part of a period, and shifts when servers
/// change. Means are found backwards in time over a cycle that repeats, shares forwards from each
/// instant; both are exact at the instants.
struct LineWaits {
  private let queue: VaryingQueue
  /// For each period and instant, the probabilities of place 1, 2 … for an arriving customer.
  private let lines: [[[Double]]]
  private let partsOfStep: Int
  /// The last place that a customer can come to.
  private let longest: Int
  /// A probability that is left out.
  private static let negligible = 1e-17

  init(_ queue: VaryingQueue, _ lines: [[[Double]]], partsOfStep: Int) {
    self.queue = queue
    self.lines = lines
    self.partsOfStep = partsOfStep
    let places = lines.map { $0.map(\.count).max() ?? 0 }
    if queue.shiftChange.finishes {
      longest = max(1, places.max() ?? 0)
    } else {
      // A hand-over moves a customer back, never behind those who came later.
      let present = zip(places, queue.servers).map { $0 + $1 }.max() ?? 0
      longest = max(1, present - (queue.servers.min() ?? 0))
    }
  }

  private var partLength: Double { queue.arrivals.stepLength / Double(partsOfStep) }
  private var partsOfPeriod: Int { partsOfStep * queue.arrivals.stepsPerPeriod }

  /// Returns the mean wait of those who arrive in each period, or nothing if servers never come.
  func meanWaits() -> [Double]? {
    let cycle = queue.arrivals.cycleLength
    let working =
      Double(queue.servers.reduce(0, +)) * queue.serviceRate * queue.arrivals.periodLength
    let joining = queue.shiftChange.finishes ? queue.leaving.reduce(0, +) : 0
    let starts = working + Double(joining)
    guard starts > 0 else { return nil }
    var waits = (0...longest).map { Double($0) * cycle / starts }
    var drops: [Int: LineDrop] = [:]
    for _ in 0..<200 {
      let before = waits
      for period in queue.servers.indices.reversed() {
        shiftBack(&waits, endOf: period)
        fall(during: queue.arrivals.periodLength, period, &drops).back(&waits)
      }
      let change = zip(waits, before).map { abs($0 - $1) }.max() ?? 0
      if change <= 1e-12 * waits[longest] { break }
    }
    drops = [:]
    var values: [[Double]] = []
    for period in queue.servers.indices.reversed() {
      shiftBack(&waits, endOf: period)
      let drop = fall(during: partLength, period, &drops)
      var atInstants = [expected(waits, lines[period][partsOfPeriod])]
      for part in stride(from: partsOfPeriod - 1, through: 0, by: -1) {
        drop.back(&waits)
        atInstants.append(expected(waits, lines[period][part]))
      }
      values.append(atInstants.reversed())
    }
    return overPeriods(values.reversed())
  }

  /// Returns the share of those arriving in each period who wait at most `time`.
  func shares(within time: Double) -> [Double] {
    var inside: [Int: [Double]] = [:]
    let values = queue.servers.indices.map { period in
      (0...partsOfPeriod).map { instant in
        1 - waiting(period, instant, longerThan: time, &inside)
      }
    }
    return overPeriods(values).map { min(1, max(0, $0)) }
  }

  /// The probability that a customer who arrives at an instant waits longer than `time`.
  private func waiting(
    _ period: Int, _ instant: Int, longerThan time: Double, _ inside: inout [Int: [Double]]
  ) -> Double {
    var line = lines[period][instant]
    var period = period
    var left = time
    var remaining = Double(partsOfPeriod - instant) * partLength
    let full = time < remaining
    while left >= remaining - 1e-12 * partLength {
      // The sum only falls, so that times far beyond the longest wait cost no more.
      if line.reduce(0, +) < Self.negligible { return 0 }
      if remaining > 0 {
        LineDrop(rate: rate(period), length: remaining, places: line.count).forward(&line)
      }
      period = queue.following(period)
      let shift = queue.shiftOfLine(atStartOf: period)
      line =
        shift >= 0 ? Array(line.dropFirst(shift)) : [Double](repeating: 0, count: -shift) + line
      left = max(0, left - remaining)
      remaining = queue.arrivals.periodLength
    }
    let servers = queue.servers[period]
    let fewer: [Double]
    if full, let known = inside[servers] {
      fewer = known
    } else {
      let places = full ? longest : line.count
      fewer = PoissonWeights(mean: rate(period) * left).below(upTo: places)
      if full { inside[servers] = fewer }
    }
    var sum = 0.0
    for (place, probability) in line.enumerated() { sum += probability * fewer[place + 1] }
    return sum
  }

  private func rate(_ period: Int) -> Double {
    Double(queue.servers[period]) * queue.serviceRate
  }

  private func fall(
    during length: Double, _ period: Int, _ known: inout [Int: LineDrop]
  ) -> LineDrop {
    if let drop = known[queue.servers[period]] { return drop }
    let drop = LineDrop(rate: rate(period), length: length, places: longest)
    known[queue.servers[period]] = drop
    return drop
  }

  private func shiftBack(_ waits: inout [Double], endOf period: Int) {
    let shift = queue.shiftOfLine(atStartOf: queue.following(period))
    if shift == 0 { return }
    waits = (0...longest).map { $0 == 0 ? 0 : waits[min(longest, max(0, $0 - shift))] }
  }

  private func expected(_ waits: [Double], _ line: [Double]) -> Double {
    var sum = 0.0
    for (index, probability) in line.enumerated() { sum += probability * waits[index + 1] }
    return sum
  }

  /// Returns the mean over the arrivals of each period of values at its instants.
  private func overPeriods(_ values: [[Double]]) -> [Double] {
    values.enumerated().map { period, atInstants in
      let rates = queue.arrivals.steps(ofPeriod: period)
      let none = rates.allSatisfy { $0 == 0 }
      var sum = 0.0
      var weight = 0.0
      for (step, rate) in rates.enumerated() {
        let first = step * partsOfStep
        var mean = 0.0
        for part in stride(from: first, to: first + partsOfStep, by: 2) {
          mean += atInstants[part] + 4 * atInstants[part + 1] + atInstants[part + 2]
        }
        sum += (none ? 1 : rate) * mean / Double(3 * partsOfStep)
        weight += none ? 1 : rate
      }
      return sum / weight
    }
  }
}

/// By how many places a line moves on in a time in which every server is at work.
struct LineDrop {
  private let weights: PoissonWeights
  /// The mean part of the time for which place 0, 1, 2 … has not reached its service.
  private let times: [Double]

  init(rate: Double, length: Double, places: Int) {
    weights = PoissonWeights(mean: rate * length)
    let below = weights.below(upTo: places)
    var times = [0.0]
    times.reserveCapacity(places + 1)
    var sum = 0.0
    for place in 0..<places {
      sum += 1 - below[place + 1]
      times.append(rate > 0 ? min(length, sum / rate) : length)
    }
    self.times = times
  }

  /// Turns the mean waits at the end of the time, by place from 0, into those at its start.
  func back(_ waits: inout [Double]) {
    let ends = waits
    waits = times
    // Place p ends at place p − drop; who is at place 0 waits no more.
    for drop in weights.first...max(weights.first, min(weights.last, ends.count - 2)) {
      if drop + 1 >= ends.count { break }
      Self.add(weights.weights[drop - weights.first], ends, into: &waits, movedBy: drop)
    }
  }

  private static func add(
    _ factor: Double, _ from: [Double], into sum: inout [Double], movedBy places: Int
  ) {
    let from = from.span.extracting(1..<from.count - places)
    var sum = sum.mutableSpan
    let start = places + 1
    let count = from.count
    precondition(start >= 0 && start + count <= sum.count)
    for place in 0..<count { sum[start + place] += factor * from[place] }
  }

  /// Turns the probabilities of place 1, 2 … into those at the end of the time; who reaches its
  /// service is no longer there.
  func forward(_ line: inout [Double]) {
    let first = weights.first
    for place in line.indices {
      var sum = 0.0
      if place + first < line.count {
        for drop in first...min(weights.last, line.count - 1 - place) {
          sum += weights.weights[drop - first] * line[place + drop]
        }
      }
      line[place] = sum
    }
  }
}

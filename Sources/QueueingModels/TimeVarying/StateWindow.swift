import Foundation

/// The probabilities of the number of customers, on the window of numbers that matter.
///
/// A step of constant rates is taken by uniformization: with Λ the largest total rate, the number
/// moves as a chain of jumps in discrete time, and the probability of k jumps in a time h is that
/// of a Poisson number of mean Λh. All terms are positive, so nothing cancels. The window grows at
/// each jump and is cut back where its outermost probability is below 1e-17; what is cut, and
/// the Poisson terms left out, are counted in ``lost``.
///
/// Source: W. K. Grassmann, *Transient solutions in Markovian queueing systems*, Computers &
/// Operations Research 4 (1977), 47–53.
struct StateWindow {
  /// The smallest number in the window.
  private(set) var low: Int
  /// The largest number in the window.
  private(set) var high: Int
  /// A bound of the probability that was left out since the start.
  var lost = 0.0
  /// The probability of number n lies at n + 2, so that the neighbours of every number exist.
  private var now: [Double]
  private var next: [Double] = []
  private var atEnd: [Double] = []
  /// The time that was spent at each number during the last step that was measured.
  private var spent: [Double] = []
  /// The numbers that were met during the last step.
  private var met = 0...0
  private var down: [Double] = []
  private var stay: [Double] = []

  private static let pad = 2
  private static let negligible = 1e-17

  /// Creates a window from the probabilities of 0, 1, 2 … customers.
  init(_ probabilities: [Double]) {
    now = [0, 0] + probabilities + [0, 0, 0]
    low = 0
    high = max(probabilities.count - 1, 0)
    cut()
  }

  /// Returns the probability of a number.
  func probability(of number: Int) -> Double {
    number < low || number > high ? 0 : now[number + Self.pad]
  }

  /// The probabilities of 0, 1, 2 … customers.
  var probabilities: [Double] { (0...high).map { probability(of: $0) } }

  /// The probability that `servers` or more are there.
  func probability(atLeast servers: Int) -> Double {
    var sum = 0.0
    for number in stride(from: high, through: max(low, servers), by: -1) {
      sum += now[number + Self.pad]
    }
    return min(1, sum)
  }

  /// The probabilities of a wait at place 1, 2 … of the line.
  func line(behind servers: Int) -> [Double] {
    servers > high ? [] : (servers...high).map { probability(of: $0) }
  }

  /// Half the sum of the differences of the probabilities.
  func distance(to other: StateWindow) -> Double { StateMark(other).distance(to: self) }

  /// What the time spent in the last measured step adds up to.
  func spent(servers: Int) -> (waiting: Double, queue: Double, busy: Double) {
    var waiting = 0.0
    var queue = 0.0
    var busy = 0.0
    for number in met {
      let time = spent[number + Self.pad]
      busy += time * Double(min(number, servers))
      if number >= servers {
        waiting += time
        queue += time * Double(number - servers)
      }
    }
    return (waiting, queue, busy)
  }

  /// Moves on by a time of constant rates.
  mutating func advance(
    by length: Double, arrivalRate: Double, groups: [Double], serviceRate: Double, servers: Int,
    measuring: Bool
  ) {
    let most = arrivalRate + serviceRate * Double(servers)
    let jumps = PoissonWeights(mean: most * length)
    let widest = groups.count
    let end = high + (jumps.last + 1) * widest
    makeRoom(for: end + 1)
    var least = low
    var largest = high
    let up = most > 0 ? arrivalRate / most : 0
    for number in max(0, low - jumps.last)...end {
      let rate = most > 0 ? serviceRate * Double(min(number, servers)) / most : 0
      down[number + Self.pad] = rate
      stay[number + Self.pad] = 1 - up - rate
      atEnd[number + Self.pad] = 0
      spent[number + Self.pad] = 0
    }
    clearAround(low, high)
    lost += jumps.lost
    var later = 1.0
    for jump in 0...jumps.last {
      let weight = jump < jumps.first ? 0 : jumps.weights[jump - jumps.first]
      later = jump < jumps.first ? 1 : max(0, later - weight)
      let time = most > 0 ? later / most : length
      let from = max(0, low - 1)
      let through = high + widest
      let window = low + Self.pad..<high + Self.pad + 1
      if weight > 0 { Self.add(weight, now, into: &atEnd, window) }
      if measuring { Self.add(time, now, into: &spent, window) }
      if jump == jumps.last { break }
      if widest > 1 { for number in high + 1...through + 1 { now[number + Self.pad] = 0 } }
      Self.jump(
        now, into: &next, up * groups[0], stay, down, from + Self.pad..<through + Self.pad + 1)
      for size in 1..<widest {
        let later = window.lowerBound + size + 1
        Self.add(up * groups[size], now, into: &next, window, at: later)
      }
      swap(&now, &next)
      low = from
      high = through
      cut()
      least = min(least, low)
      largest = max(largest, high)
    }
    swap(&now, &atEnd)
    low = least
    high = largest
    met = least...largest
    normalize()
  }

  /// Takes the servers that leave at a shift change, and with them the customers whom they finish.
  ///
  /// - Returns: The mean number of customers that leave the line with their server.
  mutating func leave(_ leaving: Int, of servers: Int, rule: ShiftChange) -> Double {
    guard leaving > 0, rule.finishes else { return 0 }
    var after = [Double](repeating: 0, count: high + 1)
    var mean = 0.0
    for number in low...high {
      let probability = now[number + Self.pad]
      let busy = min(number, servers)
      if busy == servers || rule == .finishIdleFirst {
        let gone = max(0, busy - (servers - leaving))
        after[number - gone] += probability
        mean += probability * Double(gone)
        continue
      }
      for gone in max(0, busy + leaving - servers)...min(busy, leaving) {
        let share = Self.hypergeometric(gone, drawn: busy, marked: leaving, of: servers)
        after[number - gone] += probability * share
        mean += probability * share * Double(gone)
      }
    }
    let lostBefore = lost
    self = StateWindow(after)
    lost += lostBefore
    return mean
  }

  /// Returns a weighted sum of three states, with what falls below 0 left out.
  static func combined(
    _ first: StateWindow, _ a: Double, _ second: StateWindow, _ b: Double, _ third: StateWindow,
    _ c: Double
  ) -> StateWindow {
    let probabilities = (0...max(first.high, second.high, third.high)).map { number in
      max(
        0,
        a * first.probability(of: number) + b * second.probability(of: number)
          + c * third.probability(of: number))
    }
    var state = StateWindow(probabilities)
    state.normalize()
    return state
  }

  private static func hypergeometric(_ number: Int, drawn: Int, marked: Int, of all: Int) -> Double
  {
    func logChoose(_ total: Int, _ part: Int) -> Double {
      lgamma(Double(total) + 1) - lgamma(Double(part) + 1) - lgamma(Double(total - part) + 1)
    }
    return exp(
      logChoose(marked, number) + logChoose(all - marked, drawn - number) - logChoose(all, drawn))
  }

  // The ranges are taken out first: then all counts are one count, and the loops need no checks.
  private static func add(
    _ factor: Double, _ from: [Double], into sum: inout [Double], _ range: Range<Int>,
    at place: Int? = nil
  ) {
    let from = from.span.extracting(range)
    var sum = sum.mutableSpan
    let start = place ?? range.lowerBound
    let count = range.count
    precondition(from.count == count && start >= 0 && start + count <= sum.count)
    for place in 0..<count { sum[start + place] += factor * from[place] }
  }

  private static func jump(
    _ from: [Double], into to: inout [Double], _ up: Double, _ stay: [Double], _ down: [Double],
    _ range: Range<Int>
  ) {
    let above = range.lowerBound + 1..<range.upperBound + 1
    let below = from.span.extracting(range.lowerBound - 1..<range.upperBound - 1)
    let same = from.span.extracting(range)
    let next = from.span.extracting(above)
    let stay = stay.span.extracting(range)
    let down = down.span.extracting(above)
    var to = to.mutableSpan
    let start = range.lowerBound
    let count = range.count
    precondition(start >= 0 && start + count <= to.count)
    precondition(below.count == count && same.count == count && next.count == count)
    precondition(stay.count == count && down.count == count)
    for place in 0..<count {
      to[start + place] =
        up * below[place] + stay[place] * same[place] + down[place] * next[place]
    }
  }

  private mutating func cut() {
    while high > low, now[high + Self.pad] < Self.negligible {
      lost += now[high + Self.pad]
      high -= 1
    }
    while low < high, now[low + Self.pad] < Self.negligible {
      lost += now[low + Self.pad]
      low += 1
    }
    clearAround(low, high)
  }

  private mutating func clearAround(_ low: Int, _ high: Int) {
    now[low + Self.pad - 1] = 0
    now[low + Self.pad - 2] = 0
    now[high + Self.pad + 1] = 0
    now[high + Self.pad + 2] = 0
  }

  private mutating func normalize() {
    cut()
    var total = 0.0
    for number in low...high { total += now[number + Self.pad] }
    if total > 0 { for number in low...high { now[number + Self.pad] /= total } }
  }

  private mutating func makeRoom(for number: Int) {
    let count = number + 2 * Self.pad + 2
    func grow(_ array: inout [Double]) {
      if array.count < count {
        array += [Double](repeating: 0, count: count + count / 4 - array.count)
      }
    }
    grow(&now)
    grow(&next)
    grow(&atEnd)
    grow(&spent)
    grow(&down)
    grow(&stay)
  }
}

/// The probabilities of a moment, kept to be met again.
struct StateMark {
  private let low: Int
  private let probabilities: [Double]

  init(_ state: StateWindow) {
    low = state.low
    probabilities = (state.low...state.high).map { state.probability(of: $0) }
  }

  /// Half the sum of the differences of the probabilities.
  func distance(to state: StateWindow) -> Double {
    var sum = 0.0
    for number in min(low, state.low)...max(low + probabilities.count - 1, state.high) {
      let place = number - low
      let here = place < 0 || place >= probabilities.count ? 0 : probabilities[place]
      sum += abs(here - state.probability(of: number))
    }
    return sum / 2
  }
}

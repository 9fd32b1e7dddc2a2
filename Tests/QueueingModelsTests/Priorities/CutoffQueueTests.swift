import Foundation
import QueueingModels
import Testing

@Suite("Reserved servers")
struct CutoffQueueTests {
  /// Source of truth: without reserve the queue is that of plain priorities (Cobham).
  @Test(arguments: [(1, [0.2, 0.6, 1.2]), (8, [2.4, 6, 3.6]), (60, [30, 0, 70, 0.5])])
  func `without a reserve the classes wait as in the plain queue`(
    servers: Int, rates: [Double]
  ) throws {
    let plain = try #require(
      PriorityQueue(servers: servers, arrivalRates: rates, serviceRate: 3))
    let queue = CutoffQueue(
      cutoffs: rates.map { _ in servers }, arrivalRates: rates, serviceRate: 3)
    #expect(queue.keepsUp && queue.servers == servers)
    for kind in rates.indices {
      #expect(agree(queue.waitProbabilities[kind], plain.waitProbability, within: 1e-13))
      #expect(agree(queue.meanWaits[kind], plain.meanWaits[kind], within: 1e-12))
    }
  }

  /// Source of truth: the chain of two classes itself, over the busy servers with the first class's
  /// queue and over the second's, cut off where next to nothing is left and iterated to rest
  /// (Gauss and Seidel).
  @Test(arguments: [
    (3, 2, 0.5, 0.5, 0.05, 0.3), (4, 2, 0.9, 0.5, nil, nil), (3, 1, 0.6, 0.2, nil, nil),
  ])
  func `the chain of two classes has the same waits`(
    servers: Int, cutoff: Int, first: Double, second: Double, urgent: Double?, other: Double?
  ) throws {
    let queue = CutoffQueue(
      cutoffs: [servers, cutoff], arrivalRates: [first, second], serviceRate: 1)
    let chain = TwoClassChain(servers: servers, cutoff: cutoff, first: first, second: second)
    #expect(agree(queue.waitProbabilities[0], chain.waits[0], within: 1e-8))
    #expect(agree(queue.waitProbabilities[1], chain.waits[1], within: 1e-8))
    #expect(agree(queue.meanWaits[0], chain.queues[0] / first, within: 1e-7))
    #expect(agree(queue.meanWaits[1], chain.queues[1] / second, within: 1e-7))
    if let urgent, let other {
      #expect(agree(queue.waitProbabilities[0], urgent, within: 1e-14))
      #expect(agree(queue.waitProbabilities[1], other, within: 1e-14))
    }
  }

  /// Source of truth: more reserve is better for those it is for and worse for the others, until
  /// they cannot be served in full any more.
  @Test func `a larger reserve helps the first and harms the second`() throws {
    var last = CutoffQueue(cutoffs: [12, 12], arrivalRates: [3, 4], serviceRate: 1)
    var overloaded = false
    for cutoff in (1..<12).reversed() {
      let queue = CutoffQueue(cutoffs: [12, cutoff], arrivalRates: [3, 4], serviceRate: 1)
      let urgent = try #require(queue.waitProbabilities[0])
      #expect(urgent < (last.waitProbabilities[0] ?? 0))
      #expect((queue.meanWaits[0] ?? 1) < (last.meanWaits[0] ?? 0))
      if let wait = queue.meanWaits[1] {
        #expect(wait > (last.meanWaits[1] ?? 1) && !overloaded)
        #expect((queue.waitProbabilities[1] ?? 0) > (last.waitProbabilities[1] ?? 1))
      } else {
        overloaded = true
        #expect(queue.waitProbabilities[1] == nil && !queue.keepsUp)
      }
      last = queue
    }
    #expect(overloaded)
  }

  /// Source of truth: by hand: two servers, the second class may use one only; without the first
  /// class it has an M/M/1 queue of its own, and beside a first class of 1 its chances come after
  /// E[B] = 1 + λ/(2 − λ) (an excursion above one busy server lasts 1/(2 − λ)).
  @Test func `one of two servers`() {
    let alone = CutoffQueue(cutoffs: [2, 1], arrivalRates: [0, 0.6], serviceRate: 1)
    #expect(agree(alone.waitProbabilities[1], 0.6, within: 1e-14))
    #expect(agree(alone.meanWaits[1], 0.6 / 0.4, within: 1e-14))
    #expect(alone.waitProbabilities[0] == 0 && alone.meanWaits[0] == 0)
    let below = CutoffQueue(cutoffs: [2, 1], arrivalRates: [1, 0.499_999], serviceRate: 1)
    let above = CutoffQueue(cutoffs: [2, 1], arrivalRates: [1, 0.500_001], serviceRate: 1)
    #expect(below.keepsUp && !above.keepsUp)
    // With the second class always there, one or two are busy: P(2) = 1 / (1 + 1).
    #expect(agree(above.waitProbabilities[0], 0.5, within: 1e-14))
    let silent = CutoffQueue(cutoffs: [5, 3], arrivalRates: [0, 0], serviceRate: 1)
    #expect(silent.waitProbabilities == [0, 0] && silent.meanWaits == [0, 0])
  }

  /// Source of truth: no number leaves its range from one to ten thousand servers.
  @Test(arguments: [1, 2, 100, 10_000], [1e-9, 0.5, 1 - 1e-9])
  func `large and full systems stay in range`(servers: Int, utilization: Double) {
    let rate = Double(servers) * utilization / 3
    let cutoffs = [servers, servers, max(1, servers - 2)]
    let queue = CutoffQueue(cutoffs: cutoffs, arrivalRates: [rate, rate, rate], serviceRate: 1)
    for (probability, wait) in zip(queue.waitProbabilities, queue.meanWaits) {
      #expect((probability == nil) == (wait == nil))
      guard let probability, let wait else { continue }
      #expect(probability >= 0 && probability <= 1 && wait >= 0 && wait.isFinite)
    }
    #expect(queue.waitProbabilities[0] != nil && queue.waitProbabilities[1] != nil)
  }
}

/// Two classes of customers, the second of which begins only below a cutoff; service rate 1.
private struct TwoClassChain {
  /// P(wait) and mean number waiting, by class.
  var waits = [0.0, 0.0]
  var queues = [0.0, 0.0]

  init(servers: Int, cutoff: Int, first: Double, second: Double) {
    // Rows: busy servers and, beyond all of them, the first class's queue; columns: the second's.
    let rows = 60
    let columns = 200
    var weights = Array(repeating: Array(repeating: 0.0, count: columns), count: rows)
    for row in 0..<rows { weights[row][0] = 1 }
    for _ in 0..<6000 {
      var change = 0.0
      for row in 0..<rows {
        for column in 0..<(row >= cutoff ? columns : 1) {
          let flow = inflow(weights, row, column, servers, cutoff, first, second)
          var out = Double(min(row, servers))
          if row + 1 < rows { out += first }
          if row < cutoff || column + 1 < columns { out += second }
          let value = flow / out
          change = max(change, abs(value - weights[row][column]))
          weights[row][column] = value
        }
      }
      let sum = weights.reduce(0) { $0 + $1.reduce(0, +) }
      for row in 0..<rows { for column in 0..<columns { weights[row][column] /= sum } }
      if change < 1e-14 { break }
    }
    for row in 0..<rows {
      for column in 0..<columns {
        let weight = weights[row][column]
        if row >= servers { waits[0] += weight }
        if row >= cutoff { waits[1] += weight }
        queues[0] += Double(max(0, row - servers)) * weight
        queues[1] += Double(column) * weight
      }
    }
  }

  private func inflow(
    _ weights: [[Double]], _ row: Int, _ column: Int, _ servers: Int, _ cutoff: Int,
    _ first: Double, _ second: Double
  ) -> Double {
    var flow = 0.0
    if row > 0, row - 1 >= cutoff || column == 0 {
      flow += weights[row - 1][column] * (row - 1 < cutoff ? first + second : first)
    }
    if row > cutoff, column > 0 { flow += weights[row][column - 1] * second }
    if row == cutoff, column > 0 { flow += weights[row][column - 1] * second }
    if row + 1 < weights.count, row + 1 != cutoff || column == 0 {
      flow += weights[row + 1][column] * Double(min(row + 1, servers))
    }
    if row == cutoff, column + 1 < weights[row].count {
      flow += weights[row][column + 1] * Double(min(row, servers))
    }
    return flow
  }
}

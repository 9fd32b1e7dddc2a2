import Foundation
import QueueingModels
import TestSupport
import Testing

@Suite("Waits by class")
struct PriorityWaitTests {
  /// Rates of the classes ahead and of the class itself, for a capacity of 1.
  private static let loads: [(Double, Double)] = [
    (0.5, 0.2), (0.25, 0.25), (0.25, 0.250_001), (0.1, 0.3), (1e-9, 0.9), (1e-20, 0.5),
    (0, 0), (0, 1 - 1e-9), (0.5, 0), (0.5, 1e-14), (0.5, 1e-5), (1 - 1e-9, 0),
    (1 - 1e-9, 1e-18), (1 - 1e-9, 5e-10), (1 - 1e-9, 1e-12), (0.9, 0.1 - 1e-9), (0.999, 1e-6),
    (0.36, 0.24), (0.36, 0.239_999_999), (1e-9, 1e-9), (0, 1e-9), (1e-300, 0.4),
  ]

  private func single(ahead: Double, rate: Double, capacity: Double) -> PriorityWait? {
    PriorityQueue.waits(servers: 1, arrivalRates: [ahead, rate], serviceRate: capacity)[1]
  }

  /// Source of truth: the published transform, inverted by the method of Abate and Whitt (Queueing
  /// Systems 10, 1992, 5–87: Euler's summation), which shares nothing with the method under test
  /// and is itself good to some 1e-9 away from full load.
  @Test func `the transform inverted by another method gives the same tails`() throws {
    var generator = SeededGenerator(seed: 41)
    for _ in 0..<300 {
      let capacity = pow(10, generator.uniform(in: -2...3))
      let utilization = generator.uniform(in: 0.01...0.98)
      let share = generator.uniform(in: 0...1)
      let ahead = capacity * utilization * (1 - share)
      let rate = capacity * utilization * share
      let wait = try #require(single(ahead: ahead, rate: rate, capacity: capacity))
      let time = pow(10, generator.uniform(in: -3...0.7)) * wait.mean / wait.waitProbability
      let tail = wait.waitProbability(exceeding: time) / wait.waitProbability
      let inverted = invertedTail(time, ahead: ahead, rate: rate, capacity: capacity)
      #expect(abs(tail - inverted) < 2e-9, "\(ahead) \(rate) \(capacity) \(time)")
    }
  }

  /// Source of truth: the mean is the integral of the tail, here of all of it in log t, and must be
  /// Cobham's; from empty to full within 1e-9, with the pole on, near and off the cut, and with
  /// classes that hardly or never come.
  @Test(arguments: PriorityWaitTests.loads)
  func `the integral of the tail is Cobham's mean`(ahead: Double, rate: Double) throws {
    let wait = try #require(single(ahead: ahead, rate: rate, capacity: 1))
    let cobham = 1 / ((1 - ahead) * (1 - (ahead + rate)))
    var integral = 0.0
    let step = 0.02
    for place in -2000...400 {
      let time = cobham * exp(Double(place) * step)
      let tail = wait.waitProbability(exceeding: time)
      #expect(tail >= 0 && tail <= wait.waitProbability)
      integral += step * time * tail
    }
    #expect(agree(wait.mean, wait.waitProbability * cobham, within: 1e-6))
    #expect(agree(integral, wait.mean, within: 2e-14))
    #expect(wait.waitProbability(exceeding: 0) == wait.waitProbability)
    #expect(wait.waitProbability(exceeding: .infinity) == 0)
    #expect(wait.waitProbability(exceeding: 1e300) == 0)
  }

  /// Source of truth: the most urgent class waits exponentially, whatever lies behind it; so does
  /// a class with only empty classes before it.
  @Test func `the first class to come waits exponentially`() throws {
    let rates = [0, 0, 1.2, 0.5, 0]
    let queue = try #require(PriorityQueue(servers: 3, arrivalRates: rates, serviceRate: 0.9))
    for time in [0, 0.01, 1, 10, 60] {
      for kind in 0..<3 {
        let gain = kind < 2 ? 2.7 : 1.5
        let expected = queue.waitProbability * exp(-gain * time)
        #expect(
          agree(queue.waitProbability(ofClass: kind, exceeding: time), expected, within: 1e-13))
      }
      let most = queue.mostUrgentWaitProbability(exceeding: time)
      #expect(agree(queue.waitProbability(ofClass: 0, exceeding: time), most, within: 1e-13))
    }
    let plain = try #require(ErlangC(servers: 5, arrivalRate: 3.3, serviceRate: 1))
    let one = try #require(PriorityQueue(servers: 5, arrivalRates: [3.3], serviceRate: 1))
    for time in [0.0, 0.4, 3] {
      let expected = plain.waitProbability(exceeding: time)
      #expect(agree(one.waitProbability(ofClass: 0, exceeding: time), expected, within: 1e-14))
    }
  }

  /// Source of truth: with one rate only behind no one, and its limit: a class whose own arrivals
  /// vanish waits like the class of an arrival rate of 1e-13, and a vanishing class ahead leaves the
  /// plain queue.
  @Test func `vanishing classes leave no trace`() throws {
    for time in [0.01, 0.5, 4, 30] {
      let none = try #require(single(ahead: 0.8, rate: 0, capacity: 1))
      let few = try #require(single(ahead: 0.8, rate: 1e-13, capacity: 1))
      let (left, right) = (
        none.waitProbability(exceeding: time), few.waitProbability(exceeding: time)
      )
      #expect(agree(left, right, within: 1e-11))
      let behind = try #require(single(ahead: 1e-13, rate: 0.7, capacity: 1))
      let alone = try #require(ErlangC(servers: 1, arrivalRate: 0.7, serviceRate: 1))
      let plain = alone.waitProbability(exceeding: time)
      #expect(agree(behind.waitProbability(exceeding: time), plain, within: 1e-10))
    }
  }

  /// Source of truth: the wait of a mixture of classes is that of no single discipline, but its mean
  /// is conserved, and each class with all that are less urgent waits longer than the one before.
  @Test func `forty classes keep their order and the whole mean`() throws {
    let rates = (0..<40).map { $0.isMultiple(of: 7) ? 0 : 0.1 + 0.02 * Double($0 % 5) }
    let arrivals = rates.reduce(0, +)
    let servers = arrivals + 0.3
    let queue = try #require(
      PriorityQueue(servers: servers, arrivalRates: rates, serviceRate: 1))
    let plain = try #require(ErlangC(servers: servers, arrivalRate: arrivals, serviceRate: 1))
    var sum = 0.0
    for kind in rates.indices {
      let wait = queue.wait(ofClass: kind)
      #expect(agree(wait.mean, queue.meanWaits[kind], within: 1e-12))
      #expect(wait.waitProbability == queue.waitProbability)
      sum += rates[kind] * wait.mean
      for time in [0.05, 0.5, 5] where kind > 0 {
        let before = queue.waitProbability(ofClass: kind - 1, exceeding: time)
        #expect(wait.waitProbability(exceeding: time) >= before * (1 - 1e-13))
      }
    }
    #expect(agree(sum, arrivals * plain.meanWait, within: 1e-12))
  }

  /// Source of truth: the tail far out is relative to its own size: it falls by the factor that the
  /// slowest rate of the mixture gives, here the pole λη/L = 1/6 · ½ of capacity 1.
  @Test func `the far tail has the rate of the pole`() throws {
    let wait = try #require(single(ahead: 0.1, rate: 0.5, capacity: 1))
    let rate = 0.5 * 0.4 / 0.6
    for time in [300.0, 1000, 2000] {
      let ratio =
        wait.waitProbability(exceeding: time + 10) / wait.waitProbability(exceeding: time)
      #expect(agree(ratio, exp(-rate * 10), within: 1e-12))
    }
    // Its weight is 1 − ηl / (λL), by the residue.
    let weight = wait.waitProbability(exceeding: 1000) / wait.waitProbability * exp(rate * 1000)
    #expect(agree(weight, 1 - 0.4 * 0.1 / (0.5 * 0.6), within: 1e-11))
  }

  /// Source of truth: the definition of a quantile.
  @Test func `within the quantile the share is served and not before`() throws {
    var generator = SeededGenerator(seed: 42)
    for _ in 0..<300 {
      let servers = generator.uniform(in: 0.3...40)
      let utilization = 1 - pow(10, generator.uniform(in: -7 ... -0.1))
      let parts = (0..<4).map { _ in generator.uniform(in: 0...1) }
      let scale = servers * utilization / parts.reduce(0, +)
      let queue = try #require(
        PriorityQueue(servers: servers, arrivalRates: parts.map { $0 * scale }, serviceRate: 1))
      let share = 1 - pow(10, generator.uniform(in: -9...0))
      for kind in 0..<4 {
        let time = queue.waitQuantile(ofClass: kind, share: share)
        if queue.waitProbability <= 1 - share {
          #expect(time == 0)
        } else {
          let tail = queue.waitProbability(ofClass: kind, exceeding: time)
          #expect(agree(tail, 1 - share, within: 1e-12), "\(queue) \(kind) \(share)")
          #expect(abs(queue.shareWaiting(ofClass: kind, atMost: time) - share) < 1e-15)
        }
      }
    }
  }

  /// Source of truth: by hand: 2 servers, rates ½ and 1.8: the second class has no steady state, the
  /// first waits exponentially with the rate 2 − ½ and always; a system that keeps up is the queue.
  @Test func `an overloaded queue still serves its urgent classes`() throws {
    let waits = PriorityQueue.waits(servers: 2, arrivalRates: [0.5, 1.8, 0], serviceRate: 1)
    let first = try #require(waits[0])
    #expect(first.waitProbability == 1 && agree(first.mean, 1 / 1.5, within: 1e-15))
    #expect(agree(first.waitProbability(exceeding: 2), exp(-3), within: 1e-14))
    #expect(agree(first.quantile(share: 0.9), log(10) / 1.5, within: 1e-13))
    #expect(waits[1] == nil && waits[2] == nil)
    let even = PriorityQueue.waits(servers: 2.0, arrivalRates: [0.5, 1.5], serviceRate: 1)
    #expect(even[0]?.waitProbability == 1 && even[1] == nil)
    let rates = [0.5, 0.7, 0.1]
    let queue = try #require(PriorityQueue(servers: 2, arrivalRates: rates, serviceRate: 1))
    let all = PriorityQueue.waits(servers: 2, arrivalRates: rates, serviceRate: 1)
    #expect(all == rates.indices.map { queue.wait(ofClass: $0) })
    #expect(PriorityQueue.waits(servers: 0, arrivalRates: [0], serviceRate: 1) == [nil])
  }
}

/// Returns the tail of the wait of those who wait, by Euler's summation of Bromwich's integral.
private func invertedTail(
  _ time: Double, ahead: Double, rate: Double, capacity: Double
) -> Double {
  let accuracy = 23.0
  let scale = exp(accuracy / 2) / time
  let term = { (index: Int) in
    transformedTail(
      Complex(accuracy / (2 * time), Double(index) * Double.pi / time), ahead: ahead, rate: rate,
      capacity: capacity
    ).real
  }
  var sum = scale / 2 * term(0)
  var average = 0.0
  var binomial = 1.0
  for index in 1...75 {
    sum += scale * (index.isMultiple(of: 2) ? 1 : -1) * term(index)
    guard index > 60 else { continue }
    average += binomial * sum
    let step = Double(index - 61)
    binomial *= (14 - step) / (step + 1)
  }
  return average / 16_384
}

private func transformedTail(
  _ place: Complex, ahead: Double, rate: Double, capacity: Double
) -> Complex {
  let one = Complex(1, 0)
  let sum = place + Complex(ahead + capacity, 0)
  let edge = Complex(2 * (ahead * capacity).squareRoot(), 0)
  let root = (sum - edge).root * (sum + edge).root
  let busy = Complex(2 * capacity, 0) / (sum + root)
  let gain = Complex(capacity - ahead - rate, 0)
  let wait = gain / (gain + place + Complex(ahead, 0) * (one - busy))
  return (one - wait) / place
}

private struct Complex {
  var real: Double
  var imaginary: Double

  init(_ real: Double, _ imaginary: Double) {
    self.real = real
    self.imaginary = imaginary
  }

  static func + (left: Complex, right: Complex) -> Complex {
    Complex(left.real + right.real, left.imaginary + right.imaginary)
  }
  static func - (left: Complex, right: Complex) -> Complex {
    Complex(left.real - right.real, left.imaginary - right.imaginary)
  }
  static func * (left: Complex, right: Complex) -> Complex {
    Complex(
      left.real * right.real - left.imaginary * right.imaginary,
      left.real * right.imaginary + left.imaginary * right.real)
  }
  static func / (left: Complex, right: Complex) -> Complex {
    let size = right.real * right.real + right.imaginary * right.imaginary
    return left * Complex(right.real / size, -right.imaginary / size)
  }
  /// The root with a positive real part.
  var root: Complex {
    let part = ((hypot(real, imaginary) + abs(real)) / 2).squareRoot()
    if real >= 0 { return Complex(part, imaginary / (2 * part)) }
    return Complex(abs(imaginary) / (2 * part), imaginary < 0 ? -part : part)
  }
}

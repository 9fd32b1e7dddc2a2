import Foundation
import PolicingDomain
import TestSupport

/// Calls with a known truth: rates, mean times and what was taken away.
struct MadeUpCalls {
  static let districts = (1...4).map { District.ID("00\($0)") }
  static let categories = ["alarm", "domestic", "theft"]
  /// 1 January 2024 is a Monday.
  static let firstDay = CalendarDay(dayNumber: 19_723)

  var weeks = 26
  /// Expected calls a week of the whole department.
  var callsPerWeek = 700.0
  /// The standard deviation of the logarithm of unit times.
  var sigma = 1.0
  /// Negative binomial weeks: the variance of the factor by which a week differs; 0 is Poisson.
  var weekVariance = 0.0
  /// The share of clearances taken away, by priority 1, 2, 3.
  var lost = [0.2, 0.3, 0.45]
  var seed: UInt64 = 1

  static let districtShares = [0.4, 0.3, 0.2, 0.1]
  static let priorityShares = [0.25, 0.35, 0.4]
  /// Mean unit time in hours by category and priority.
  static func meanHours(_ category: Int, _ priority: Int) -> Double {
    [0.4, 1.1, 0.7][category] * [1.5, 1.0, 0.6][priority]
  }

  var period: StudyPeriod? {
    StudyPeriod(from: Self.firstDay, through: Self.firstDay.advanced(by: weeks * 7 - 1))
  }

  /// Expected unit-hours of a call of one priority, or of any: categories are equally likely.
  static func expectedHours(priority: Int? = nil) -> Double {
    let levels = priority.map { [$0] } ?? [0, 1, 2]
    var sum = 0.0
    var weight = 0.0
    for level in levels {
      for category in 0..<3 {
        sum += priorityShares[level] / 3 * meanHours(category, level)
        weight += priorityShares[level] / 3
      }
    }
    return sum / weight
  }

  /// The calls, and the unit-hours that they really took.
  func batch() -> (calls: CallBatch, hours: Double) {
    var random = SeededGenerator(seed: seed)
    var batch = CallBatch()
    let places = Self.districts.map { batch.names.position(of: $0.description) }
    let kinds = Self.categories.map { batch.names.position(of: $0) }
    var hours = 0.0
    for week in 0..<weeks {
      let start = (Self.firstDay.dayNumber + week * 7) * 86_400
      let factor = weekVariance > 0 ? random.gamma(shape: 1 / weekVariance) * weekVariance : 1
      let count = random.poisson(callsPerWeek * factor)
      batch.rows.reserveCapacity(batch.rows.count + count)
      for _ in 0..<count {
        let category = random.integer(below: 3)
        let priority = random.choice(Self.priorityShares)
        let received = LocalTime(seconds: start + random.integer(below: 7 * 86_400))
        var row = CallBatch.Row(received: received, category: kinds[category])
        row.district = places[random.choice(Self.districtShares)]
        row.priority = Int8(priority + 1)
        row.unitCount = 1
        let sent = received.advanced(bySeconds: 60 + random.integer(below: 600))
        row.dispatched = CallBatch.Stamp(sent)
        let mean = Self.meanHours(category, priority) * 3600
        let seconds = mean * exp(sigma * random.normal() - sigma * sigma / 2)
        hours += seconds.rounded() / 3600
        if random.uniform(in: 0...1) >= lost[priority] {
          row.cleared = CallBatch.Stamp(sent.advanced(bySeconds: Int(seconds.rounded())))
        }
        batch.rows.append(row)
      }
    }
    return (batch, hours)
  }

  /// Times of more than a day are believed, so that heavy tails are not cut off.
  var assumptions: WorkloadAssumptions {
    var assumptions = WorkloadAssumptions()
    assumptions.longestTime = Hours(2000)
    return assumptions
  }
}

extension SeededGenerator {
  /// A standard normal number (Box and Muller 1958).
  mutating func normal() -> Double {
    let radius = (-2 * log(1 - Double(next() >> 11) * 0x1p-53)).squareRoot()
    return radius * cos(2 * .pi * uniform(in: 0...1))
  }

  /// A Poisson number: by multiplying for small means, rounded normal for large ones.
  mutating func poisson(_ mean: Double) -> Int {
    if mean > 500 { return max(0, Int((mean + mean.squareRoot() * normal()).rounded())) }
    let limit = exp(-mean)
    var product = uniform(in: 0...1)
    var count = 0
    while product > limit {
      count += 1
      product *= uniform(in: 0...1)
    }
    return count
  }

  /// A gamma number of scale 1 for shapes of 1 or more (Marsaglia and Tsang 2000).
  mutating func gamma(shape: Double) -> Double {
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let v = 1 + c * x
      guard v > 0 else { continue }
      let cube = v * v * v
      let u = 1 - Double(next() >> 11) * 0x1p-53
      if log(u) < 0.5 * x * x + d - d * cube + d * log(cube) { return d * cube }
    }
  }

  /// A position, each with its share.
  mutating func choice(_ shares: [Double]) -> Int {
    var left = uniform(in: 0...1)
    for (position, share) in shares.enumerated() {
      left -= share
      if left < 0 { return position }
    }
    return shares.count - 1
  }
}

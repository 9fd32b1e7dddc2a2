/// Counts of times by length, in bins of a sixteenth of an octave: enough for medians and for what
/// is far from them, in memory that does not grow with the number of times.
struct DurationHistogram: QualityCell {
  private static let binsPerOctave = 16

  /// The number of times in each bin; bin 0 holds zeros.
  private(set) var counts: [Int] = []
  /// The seconds in each bin, all units counted.
  private(set) var seconds: [Int] = []

  init() {}

  /// Counts a time of `length` seconds, from zero up, of so many units.
  mutating func add(_ length: Int, units: Int = 1) {
    let bin = Self.bin(of: length)
    if bin >= counts.count {
      let more = bin + 1 - counts.count
      counts += [Int](repeating: 0, count: more)
      seconds += [Int](repeating: 0, count: more)
    }
    counts[bin] += 1
    seconds[bin] += length * units
  }

  mutating func merge(_ other: DurationHistogram) {
    let more = max(0, other.counts.count - counts.count)
    counts += [Int](repeating: 0, count: more)
    seconds += [Int](repeating: 0, count: more)
    for bin in other.counts.indices {
      counts[bin] += other.counts[bin]
      seconds[bin] += other.seconds[bin]
    }
  }

  /// All times.
  var count: Int { counts.reduce(0, +) }

  /// Times above zero.
  var positiveCount: Int { counts.dropFirst().reduce(0, +) }

  /// Returns the length that `share` of the times do not exceed, in seconds: the middle of its bin.
  func quantile(_ share: Double, fromZero: Bool = true) -> Double? {
    let first = fromZero ? 0 : 1
    let total = fromZero ? count : positiveCount
    guard total > 0 else { return nil }
    let rank = max(1, Int((share * Double(total)).rounded(.up)))
    var seen = 0
    for bin in counts.indices.dropFirst(first) {
      seen += counts[bin]
      if seen >= rank { return Self.middle(of: bin) }
    }
    return nil
  }

  /// The bin of a length: zero, then sixteen equal steps from each power of two to the next.
  static func bin(of length: Int) -> Int {
    guard length > 0 else { return 0 }
    let exponent = Int.bitWidth - 1 - length.leadingZeroBitCount
    let fraction =
      exponent >= 4 ? (length >> (exponent - 4)) & 15 : (length << (4 - exponent)) & 15
    return 1 + exponent * binsPerOctave + fraction
  }

  /// The length in the middle of a bin, in seconds.
  static func middle(of bin: Int) -> Double {
    guard bin > 0 else { return 0 }
    let exponent = (bin - 1) / binsPerOctave
    let step = Double(1 << exponent) / 16
    let low = Double(16 + (bin - 1) % binsPerOctave) * step
    // Below sixteen seconds a bin holds one whole number or none.
    return exponent < 4 ? low : low + (step - 1) / 2
  }
}

/// How far is far, by the median absolute deviation on the scale of logarithms.
///
/// Source: Iglewicz and Hoaglin, *How to Detect and Handle Outliers*, 1993: a modified z-score above
/// 3.5, that is 3.5 × 1.4826 × MAD from the median.
struct RobustRange {
  let median: Double
  let low: Int
  let high: Int
  let highSeconds: Int
  let upperLimit: Double

  /// Looks at the times above zero; nothing where there are too few or where more than half of them
  /// are alike, so that no deviation is left to measure by.
  init?(_ histogram: DurationHistogram, standards: (fewest: Int, deviations: Double)) {
    let total = histogram.positiveCount
    guard total >= standards.fewest, let median = histogram.quantile(0.5, fromZero: false) else {
      return nil
    }
    let center = binaryLogarithm(median)
    var deviations: [(distance: Double, count: Int)] = []
    for bin in histogram.counts.indices.dropFirst() where histogram.counts[bin] > 0 {
      let distance = abs(binaryLogarithm(DurationHistogram.middle(of: bin)) - center)
      deviations.append((distance, histogram.counts[bin]))
    }
    deviations.sort { $0.distance < $1.distance }
    var seen = 0
    let middle = deviations.first { item in
      seen += item.count
      return 2 * seen >= total
    }
    guard let spread = middle?.distance, spread > 0 else { return nil }
    let limit = standards.deviations * 1.4826 * spread
    var low = 0
    var high = 0
    var highSeconds = 0
    var lastInside = median
    for bin in histogram.counts.indices.dropFirst() where histogram.counts[bin] > 0 {
      let length = DurationHistogram.middle(of: bin)
      let offset = binaryLogarithm(length) - center
      if offset < -limit { low += histogram.counts[bin] }
      if offset > limit {
        high += histogram.counts[bin]
        highSeconds += histogram.seconds[bin]
      } else if offset >= 0 {
        lastInside = length
      }
    }
    self.median = median
    self.low = low
    self.high = high
    self.highSeconds = highSeconds
    upperLimit = lastInside
  }
}

/// Returns the logarithm of `value` to base 2, to about twelve digits.
///
/// log m = 2 artanh((m − 1) ÷ (m + 1)) for the significand m, from 1 to 2.
func binaryLogarithm(_ value: Double) -> Double {
  guard value > 0, value.isFinite else { return value > 0 ? value : -.infinity }
  let ratio = (value.significand - 1) / (value.significand + 1)
  var power = ratio
  var sum = 0.0
  for odd in stride(from: 1.0, through: 25, by: 2) {
    sum += power / odd
    power *= ratio * ratio
  }
  let naturalLogarithmOfTwo = 0.693147180559945309
  return Double(value.exponent) + 2 * sum / naturalLogarithmOfTwo
}

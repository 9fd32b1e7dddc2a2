import PolicingDomain

/// Times of community calls by quantity and priority, counted in bins of 15 seconds.
///
/// Counts are whole numbers, so percentiles are the same at any split of the calls; they are exact
/// to a bin, within which times are taken to lie evenly.
struct TimeHistograms: Sendable {
  static let binSeconds = 15

  private var counts: [Int]
  private let bins: Int

  /// Creates empty bins up to `longest` seconds, or a day if that is longer; longer times are in the
  /// last bin.
  init(longest: Int) {
    bins = min(longest, 86_400) / Self.binSeconds + 1
    counts = [Int](repeating: 0, count: CallTime.allCases.count * Level.count * bins)
  }

  @inline(__always)
  mutating func add(_ time: CallTime, priority: Int, seconds: Int) {
    let bin = min(bins - 1, seconds / Self.binSeconds)
    counts[(time.rawValue * Level.count + priority) * bins + bin] += 1
  }

  static func += (lhs: inout TimeHistograms, rhs: TimeHistograms) {
    for index in rhs.counts.indices { lhs.counts[index] += rhs.counts[index] }
  }

  /// Returns the time that the share `share` of the times does not exceed.
  ///
  /// Nothing where there is none; without a priority, of all calls.
  func quantile(_ share: Double, _ time: CallTime, priority: Int?) -> Hours? {
    let levels = priority.map { $0..<$0 + 1 } ?? 0..<Level.count
    var merged = [Int](repeating: 0, count: bins)
    for level in levels {
      let start = (time.rawValue * Level.count + level) * bins
      for bin in 0..<bins { merged[bin] += counts[start + bin] }
    }
    let total = merged.reduce(0, +)
    guard total > 0 else { return nil }
    let wanted = share * Double(total)
    var below = 0
    for (bin, count) in merged.enumerated() where count > 0 {
      if Double(below + count) >= wanted {
        let within = max(0, wanted - Double(below)) / Double(count)
        return Hours((Double(bin) + within) * Double(Self.binSeconds) / 3600)
      }
      below += count
    }
    return nil
  }
}

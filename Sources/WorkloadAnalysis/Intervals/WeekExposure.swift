import PolicingDomain

extension WorkloadTally {
  /// Returns the hours of a mean week for which each week of the period stands.
  ///
  /// An hour counts by the calls of the community that its hour of the week brings on average, so
  /// that a period which begins on a Saturday and ends on a Sunday does not make every day a
  /// Saturday. A whole week counts 168. Hours of the week that never occurred bring the mean of the
  /// others.
  ///
  /// - Complexity: O(hours of the period).
  func weekExposures() -> [Double] {
    let occurrences = period.occurrences()
    var calls = [Double](repeating: 0, count: HourOfWeek.count)
    for (index, count) in hourly.calls.enumerated() {
      calls[index % HourOfWeek.count] += Double(count)
    }
    let occurred = occurrences.reduce(0, +)
    let total = calls.reduce(0, +)
    guard total > 0, occurred > 0 else { return StudyClock.weekHours(of: period) }
    // By hours since the first midnight, so that a whole week adds up in the order of the mean week.
    let means = calls.indices.map { hour in
      let place = (hour + clock.firstHour) % HourOfWeek.count
      return occurrences[place] > 0 ? calls[place] / occurrences[place] : total / occurred
    }
    let meanWeek = means.reduce(0, +)
    let weights = period.hourWeights()
    return stride(from: 0, to: weights.count, by: HourOfWeek.count).map { first in
      let hours = first..<min(first + HourOfWeek.count, weights.count)
      let sum = hours.reduce(0) { $0 + Double(weights[$1]) * means[$1 - first] }
      return 168 * (sum / meanWeek)
    }
  }
}

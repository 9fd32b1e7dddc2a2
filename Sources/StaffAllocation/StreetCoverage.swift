import PolicingDomain

/// The hours of a watch in which the same tours are on the street to the same extent.
///
/// One row of coverage holds for all of them, so that every hour is covered, not their mean, with as
/// few rows as that takes.
struct CoverageBlock {
  /// The hours of the day, in the order of the watch.
  let hours: [Int]
  /// The share of each of these hours for which one officer on duty is on the street: by tour, then
  /// by the days from the start of the tour to the day of the watch, as in ``StreetCoverage``.
  let shares: [[Double]]

  /// The hours in words.
  var name: String {
    hours.count == 1 ? "hour \(hours[0])" : "hours \(hours[0])-\(hours[hours.count - 1])"
  }
}

/// When tours are on the street during a watch.
///
/// A tour may reach over midnight and over the end of its watch, so the share of an hour depends on
/// the day on which the tour starts, counted from the day of the watch.
struct StreetCoverage {
  /// Days from the start of a tour to the day of a watch that it can reach.
  static let dayOffsets = [-1, 0, 1, 2]

  /// The blocks of each watch, in the order of the watches.
  let blocks: [[CoverageBlock]]

  /// Finds the blocks of every watch.
  init(tours: [Tour], watches: [Watch]) {
    let streets = tours.map { $0.streetShareByHour() }
    blocks = watches.map { watch in
      let first = Self.firstHour(of: watch)
      var blocks: [CoverageBlock] = []
      for hour in first..<first + watch.length {
        let shares = streets.map { street in
          Self.dayOffsets.map { offset in
            let position = hour + offset * 24
            return street.indices.contains(position) ? street[position] : 0
          }
        }
        let hourOfDay = (hour + 24) % 24
        if let last = blocks.last, last.shares == shares {
          blocks[blocks.count - 1] = CoverageBlock(hours: last.hours + [hourOfDay], shares: shares)
        } else {
          blocks.append(CoverageBlock(hours: [hourOfDay], shares: shares))
        }
      }
      return blocks
    }
  }

  /// The first hour of a watch, counted from the midnight at which its day begins; negative for a
  /// watch that begins on the evening before.
  private static func firstHour(of watch: Watch) -> Int {
    let monday = watch.hours(on: .monday)[0]
    return monday.weekday == .sunday ? monday.hourOfDay - 24 : monday.hourOfDay
  }
}

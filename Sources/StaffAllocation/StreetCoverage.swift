import PolicingDomain

/// The share of a watch for which one scheduled officer of a tour is on the street.
///
/// A tour may reach over midnight and over the end of its watch, so the share depends on the day on
/// which the tour starts, counted from the day of the watch.
struct StreetCoverage {
  /// Days from the start of a tour to the day of a watch that it can reach.
  static let dayOffsets = [-1, 0, 1, 2]

  private let shares: [[[Double]]]

  /// Computes the shares of every tour, watch and day offset.
  init(tours: [Tour], watches: [Watch]) {
    shares = tours.map { tour in
      let street = tour.streetShareByHour()
      return watches.map { watch in
        let first = Self.firstHour(of: watch)
        return Self.dayOffsets.map { offset in
          let hours = (0..<watch.length).map { first + $0 + offset * 24 }
          return hours.reduce(0) { $0 + (street.indices.contains($1) ? street[$1] : 0) }
            / Double(watch.length)
        }
      }
    }
  }

  /// The share of watch `watch` that is covered by tour `tour`, both as positions in their lists,
  /// when the watch falls `offset` days after the day on which the tour starts.
  func share(tour: Int, watch: Int, offset: Int) -> Double {
    guard let position = Self.dayOffsets.firstIndex(of: offset) else { return 0 }
    return shares[tour][watch][position]
  }

  /// The first hour of a watch, counted from the midnight at which its day begins; negative for a
  /// watch that begins on the evening before.
  private static func firstHour(of watch: Watch) -> Int {
    let monday = watch.hours(on: .monday)[0]
    return monday.weekday == .sunday ? monday.hourOfDay - 24 : monday.hourOfDay
  }
}

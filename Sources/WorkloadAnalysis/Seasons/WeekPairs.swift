import PolicingDomain

/// The same police periods of successive years, from which growth is told apart from season.
struct WeekPairs {
  /// The fewest pairs from which growth is estimated: half a year of two.
  static let fewest = 7
  /// The fewest weeks of a police period for it to be in a pair.
  static let fewestWeeks = 2

  /// For each pair, the positions of the weeks of the earlier and of the later year.
  let pairs: [(earlier: [Int], later: [Int])]

  /// Pairs the police periods of `mondays`; a week belongs to the period of its Thursday.
  init(mondays: [CalendarDay]) {
    struct Key: Hashable {
      let year: Int
      let period: Int
    }
    var weeks: [Key: [Int]] = [:]
    var keys: [Key] = []
    for (position, monday) in mondays.enumerated() {
      let thursday = monday.advanced(by: 3)
      let key = Key(year: thursday.parts.year, period: PolicePeriod(of: thursday).number)
      if weeks[key] == nil { keys.append(key) }
      weeks[key, default: []].append(position)
    }
    pairs = keys.compactMap { key in
      let next = Key(year: key.year + 1, period: key.period)
      guard let earlier = weeks[key], let later = weeks[next],
        min(earlier.count, later.count) >= Self.fewestWeeks
      else { return nil }
      return (earlier, later)
    }
  }

  /// Whether there are enough pairs.
  var areEnough: Bool { pairs.count >= Self.fewest }

  /// Returns the sum of the later periods' mean levels over that of the earlier ones'.
  func ratio(_ levels: [Double]) -> Double {
    func mean(_ positions: [Int]) -> Double {
      positions.reduce(0) { $0 + levels[$1] } / Double(positions.count)
    }
    let earlier = pairs.reduce(0) { $0 + mean($1.earlier) }
    let later = pairs.reduce(0) { $0 + mean($1.later) }
    return earlier > 0 ? later / earlier : 1
  }
}

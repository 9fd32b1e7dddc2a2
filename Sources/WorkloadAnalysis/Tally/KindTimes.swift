/// How many times of one kind and week were observed or missing.
///
/// A time counts as often as there are units in it, in millionths, so that the mean is that of a
/// unit: where calls with more units take longer, a mean over calls would fall short.
struct TimeCell: Sendable, Equatable {
  var observed = 0
  var weight = 0
  var sum = 0
  var missing = 0
  var missingWeight = 0

  static func += (lhs: inout TimeCell, rhs: TimeCell) {
    lhs.observed += rhs.observed
    accumulate(&lhs.weight, rhs.weight)
    accumulate(&lhs.sum, rhs.sum)
    lhs.missing += rhs.missing
    accumulate(&lhs.missingWeight, rhs.missingWeight)
  }
}

/// The times of one quantity, by kind and week.
struct KindTimes: Sendable {
  let weeks: Int
  private(set) var cells: [TimeCell] = []

  init(weeks: Int) { self.weeks = weeks }

  /// The number of kinds that have cells.
  var kindCount: Int { cells.count / weeks }

  @inline(__always)
  mutating func observe(_ kind: Int, week: Int, weight: Int, seconds: Int) {
    let index = place(kind, week)
    cells[index].observed += 1
    accumulate(&cells[index].weight, weight)
    accumulate(&cells[index].sum, weight &* seconds)
  }

  @inline(__always)
  mutating func miss(_ kind: Int, week: Int, weight: Int) {
    let index = place(kind, week)
    cells[index].missing += 1
    accumulate(&cells[index].missingWeight, weight)
  }

  private mutating func place(_ kind: Int, _ week: Int) -> Int {
    let needed = (kind + 1) * weeks
    if cells.count < needed {
      cells.append(contentsOf: repeatElement(TimeCell(), count: needed - cells.count))
    }
    return kind * weeks + week
  }

  /// The cell of a kind over all weeks.
  func total(_ kind: Int) -> TimeCell {
    guard kind < kindCount else { return TimeCell() }
    return cells[kind * weeks..<(kind + 1) * weeks].reduce(into: TimeCell()) { $0 += $1 }
  }

  /// Adds the cells of another tally, whose kinds are at `slots` here.
  mutating func merge(_ other: KindTimes, slots: [Int]) {
    for kind in 0..<other.kindCount {
      for week in 0..<weeks {
        cells[place(slots[kind], week)] += other.cells[kind * weeks + week]
      }
    }
  }

  /// Whether any time is missing.
  var hasMissing: Bool { cells.contains { $0.missing > 0 } }
}

import PolicingDomain

/// What the queue of calls shows, of community calls to which a unit went.
struct QueueCells: Sendable {
  /// Calls with 1, 2, … units, in millionths, by priority and district.
  var callsByUnits: [Int]
  /// Calls whose wait is known, by priority, district and hour received.
  var waits: [Int]
  /// The seconds that they waited.
  var secondsWaited: [Int]
  /// Waits by length, by priority and district.
  var lengths: [Int]
  static let bins = WaitDistribution.ends.count + 1

  init(rows: Int) {
    let places = Level.count * rows
    callsByUnits = [Int](repeating: 0, count: places * UnitsPerCall.most)
    waits = [Int](repeating: 0, count: places * HourOfWeek.count)
    secondsWaited = waits
    lengths = [Int](repeating: 0, count: places * Self.bins)
  }

  /// Counts a call that drew `units`, in millionths, at a place (priority × rows + row).
  ///
  /// A call whose units are no whole number counts as the two beside it, in parts.
  mutating func count(units: Int, at place: Int) {
    let whole = max(1, units / Millionths.one)
    let rest = max(0, units - whole * Millionths.one)
    let cell = place * UnitsPerCall.most
    accumulate(&callsByUnits[cell + min(whole, UnitsPerCall.most) - 1], Millionths.one - rest)
    if rest > 0 { accumulate(&callsByUnits[cell + min(whole, UnitsPerCall.most - 1)], rest) }
  }

  /// Counts a wait at a place and an hour.
  mutating func count(wait seconds: Int, at place: Int, hour: Int) {
    waits[place * HourOfWeek.count + hour] += 1
    accumulate(&secondsWaited[place * HourOfWeek.count + hour], seconds)
    lengths[place * Self.bins + WaitDistribution.bin(seconds: seconds)] += 1
  }

  static func += (lhs: inout QueueCells, rhs: QueueCells) {
    add(rhs.callsByUnits, to: &lhs.callsByUnits)
    add(rhs.waits, to: &lhs.waits)
    add(rhs.secondsWaited, to: &lhs.secondsWaited)
    add(rhs.lengths, to: &lhs.lengths)
  }
}

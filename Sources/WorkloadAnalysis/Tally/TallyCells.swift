import PolicingDomain

/// Calls of one week, origin, district and priority; work is in millionths of unit-seconds.
struct GroupCell: Sendable, Equatable {
  var calls = 0
  var callsWithUnit = 0
  /// Units sent, in millionths.
  var units = 0
  /// Known work.
  var work = 0

  static func += (lhs: inout GroupCell, rhs: GroupCell) {
    lhs.calls += rhs.calls
    lhs.callsWithUnit += rhs.callsWithUnit
    accumulate(&lhs.units, rhs.units)
    accumulate(&lhs.work, rhs.work)
  }
}

/// Numbers by district and hour of the week.
struct HourlyCells: Sendable {
  /// Community calls, by priority, district and hour received.
  var calls: [Int]
  /// Those to which a unit went.
  var callsWithUnit: [Int]
  /// Their known work, booked on the hour received.
  var workByArrival: [Int]
  /// Known work in the hour that it covers, by origin, district and hour.
  var work: [Int]
  let rows: Int

  init(rows: Int) {
    self.rows = rows
    calls = [Int](repeating: 0, count: Level.count * rows * HourOfWeek.count)
    callsWithUnit = calls
    workByArrival = calls
    work = [Int](repeating: 0, count: 2 * rows * HourOfWeek.count)
  }

  @inline(__always)
  func position(priority: Int, row: Int, hour: Int) -> Int {
    (priority * rows + row) * HourOfWeek.count + hour
  }

  static func += (lhs: inout HourlyCells, rhs: HourlyCells) {
    add(rhs.calls, to: &lhs.calls)
    add(rhs.callsWithUnit, to: &lhs.callsWithUnit)
    add(rhs.workByArrival, to: &lhs.workByArrival)
    add(rhs.work, to: &lhs.work)
  }
}

/// Adds numbers one by one.
func add(_ amounts: [Int], to sums: inout [Int]) {
  for index in amounts.indices { accumulate(&sums[index], amounts[index]) }
}

/// Calls of one category and origin.
struct CategoryCell: Sendable {
  var calls = 0
  var callsWithUnit = 0
  var units = 0
  var work = 0
  var observed = 0

  static func += (lhs: inout CategoryCell, rhs: CategoryCell) {
    lhs.calls += rhs.calls
    lhs.callsWithUnit += rhs.callsWithUnit
    accumulate(&lhs.units, rhs.units)
    accumulate(&lhs.work, rhs.work)
    lhs.observed += rhs.observed
  }
}

/// Calls of one beat.
struct BeatCell: Sendable {
  var calls = 0
  var observed = 0
  var work = 0

  static func += (lhs: inout BeatCell, rhs: BeatCell) {
    lhs.calls += rhs.calls
    lhs.observed += rhs.observed
    accumulate(&lhs.work, rhs.work)
  }
}

/// Work of one class of units and origin.
struct ClassCell: Sendable {
  var units = 0
  var work = 0
  var observed = 0
  /// Known work × officers, and the known work of which the officers are known.
  var officerWork = 0
  var workWithCrew = 0

  static func += (lhs: inout ClassCell, rhs: ClassCell) {
    accumulate(&lhs.units, rhs.units)
    accumulate(&lhs.work, rhs.work)
    lhs.observed += rhs.observed
    accumulate(&lhs.officerWork, rhs.officerWork)
    accumulate(&lhs.workWithCrew, rhs.workWithCrew)
  }
}

/// Unmet calls of one kind, priority and district.
struct UnmetCell: Sendable {
  var calls = 0
  var callsWithWait = 0
  var seconds = 0

  static func += (lhs: inout UnmetCell, rhs: UnmetCell) {
    lhs.calls += rhs.calls
    lhs.callsWithWait += rhs.callsWithWait
    accumulate(&lhs.seconds, rhs.seconds)
  }
}

/// Totals of a tally.
struct Counts: Sendable {
  var calls = 0
  var outsidePeriod = 0
  var duplicates = 0
  var duplicateWork = 0
  var withoutUnit = 0
  var onlyCleared = 0
  var reversed = 0
  var tooLong = 0
  var tooManyUnits = 0
  var unbeatedWork = 0
  var backUpWork = 0
  /// The most work that community calls without a sign of a unit can have brought.
  var unseenWork = 0
  var hasResponses = false

  static func += (lhs: inout Counts, rhs: Counts) {
    lhs.calls += rhs.calls
    lhs.outsidePeriod += rhs.outsidePeriod
    lhs.duplicates += rhs.duplicates
    accumulate(&lhs.duplicateWork, rhs.duplicateWork)
    lhs.withoutUnit += rhs.withoutUnit
    lhs.onlyCleared += rhs.onlyCleared
    lhs.reversed += rhs.reversed
    lhs.tooLong += rhs.tooLong
    lhs.tooManyUnits += rhs.tooManyUnits
    accumulate(&lhs.unbeatedWork, rhs.unbeatedWork)
    accumulate(&lhs.backUpWork, rhs.backUpWork)
    accumulate(&lhs.unseenWork, rhs.unseenWork)
    lhs.hasResponses = lhs.hasResponses || rhs.hasResponses
  }
}

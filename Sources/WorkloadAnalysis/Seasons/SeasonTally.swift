public import PolicingDomain

/// Adds up calls by hour and district, and their work by hour, for what they tell about the year.
///
///     var tally = SeasonTally(period: period, districts: districts)
///     tally.add(batch)                 // on each thread, to a tally of its own
///     tally.merge(other)               // in any order: the sums are whole numbers
///     let findings = tally.finish(seed: seed)
///
/// Memory is 4 bytes for each hour and district: 0.9 MB for a year of 25 districts.
public struct SeasonTally: Sendable {
  /// The longest time of a unit on a call that is believed; a longer one counts as unknown.
  static let longestUnitSeconds = 24 * 3600

  let period: StudyPeriod
  let districts: [District.ID]
  /// Calls by row and hour since the first midnight; the last row is for calls elsewhere.
  private(set) var calls: [Int32]
  /// Seconds of units busy, by hour; the last entry is for what lies after the period.
  private(set) var unitSeconds: [Int]
  /// Seconds of units by row of the call and day of its receipt.
  private(set) var unitSecondsByDay: [Int]
  /// Calls of any kind by day, by which missing days are known.
  private(set) var anyCalls: [Int32]
  private(set) var counts = Season.Counts()
  private let rows: [District.ID: Int]

  /// The number of hours of the wall clock in the period.
  var hourCount: Int { period.dayCount * 24 }

  /// Creates an empty tally.
  ///
  /// - Parameters:
  ///   - period: Calls received outside it, or on a day that it lacks, are counted and left out.
  ///   - districts: The districts of the study; calls elsewhere count for the city only.
  public init(period: StudyPeriod, districts: [District.ID]) {
    self.period = period
    self.districts = districts
    let hours = period.dayCount * 24
    calls = [Int32](repeating: 0, count: (districts.count + 1) * hours)
    unitSeconds = [Int](repeating: 0, count: hours + 1)
    unitSecondsByDay = [Int](repeating: 0, count: (districts.count + 1) * period.dayCount)
    anyCalls = [Int32](repeating: 0, count: period.dayCount)
    rows = Dictionary(districts.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  /// Counts the calls of `batch`.
  ///
  /// - Complexity: O(rows × hours that a call covers).
  public mutating func add(_ batch: CallBatch) {
    let elsewhere = districts.count
    let places = batch.names.texts.map { rows[District.ID($0)] ?? elsewhere }
    for index in batch.rows.indices {
      let row = batch.rows[index]
      let place = row.district < 0 ? elsewhere : places[Int(row.district)]
      guard let hour = book(row, place: place) else { continue }
      let responses = batch.responseRange(at: index)
      if responses.isEmpty {
        let units = max(1, Int(row.unitCount))
        if row.dispatched.isKnown || row.enroute.isKnown || row.arrived.isKnown
          || row.unitCount > 0
        {
          spend(from: row.dispatched, to: row.cleared, units: units, place: place, hour: hour)
        }
      }
      for response in batch.responses[responses] {
        spend(
          from: response.dispatched, to: response.cleared, units: 1, place: place, hour: hour)
      }
    }
  }

  /// Counts one call, as a batch of one.
  public mutating func add(_ call: CallForService) {
    var batch = CallBatch()
    batch.append(call)
    add(batch)
  }

  /// Adds what `other` has counted.
  ///
  /// - Precondition: Both have the same period and districts.
  public mutating func merge(_ other: SeasonTally) {
    precondition(
      period == other.period && districts == other.districts, "Tallies of one study only")
    for index in calls.indices { calls[index] += other.calls[index] }
    for index in unitSeconds.indices { unitSeconds[index] += other.unitSeconds[index] }
    for index in anyCalls.indices { anyCalls[index] += other.anyCalls[index] }
    for index in unitSecondsByDay.indices {
      unitSecondsByDay[index] += other.unitSecondsByDay[index]
    }
    counts.add(other.counts)
  }

  /// Counts the call itself; returns its hour when its work counts as well.
  private mutating func book(_ row: CallBatch.Row, place: Int) -> Int? {
    guard period.contains(row.received) else {
      counts.outside += 1
      return nil
    }
    let hour = row.received.hourNumber - period.first.dayNumber * 24
    anyCalls[hour / 24] += 1
    if row.outcome == .duplicate {
      counts.duplicates += 1
      return nil
    }
    if row.origin == .officer {
      counts.officerInitiated += 1
      return nil
    }
    counts.calls += 1
    if place == districts.count { counts.unplaced += 1 }
    calls[place * hourCount + hour] += 1
    return hour
  }

  /// Books the time of units on the hours that it covers, and on the day of the call.
  private mutating func spend(
    from start: CallBatch.Stamp, to end: CallBatch.Stamp, units: Int, place: Int, hour: Int
  ) {
    let seconds = Self.seconds(from: start, to: end, period.clockChanges)
    guard let seconds, seconds >= 0, seconds <= Self.longestUnitSeconds else {
      counts.unknownTimes += units
      return
    }
    counts.knownTimes += units
    unitSecondsByDay[place * period.dayCount + hour / 24] += units * seconds
    if seconds != end.raw - start.raw {
      spread(from: start, to: end, units: units)
      return
    }
    let origin = period.first.dayNumber * 86_400
    var moment = start.raw - origin
    let last = end.raw - origin
    while moment < last {
      // A unit sent before the period began, by its stamps, is booked on the first hour.
      let slot = max(0, min(moment < 0 ? 0 : moment / 3600, hourCount))
      let until = slot == hourCount ? last : min(last, (slot + 1) * 3600)
      unitSeconds[slot] += units * (until - moment)
      moment = until
    }
  }

  /// The real seconds between two stamps, if both are known.
  @inline(__always)
  private static func seconds(
    from start: CallBatch.Stamp, to end: CallBatch.Stamp, _ changes: [StudyPeriod.ClockChange]
  ) -> Int? {
    guard start.isKnown, end.isKnown else { return nil }
    return changes.isEmpty
      ? end.raw &- start.raw
      : changes.realSeconds(
        from: LocalTime(seconds: start.raw), to: LocalTime(seconds: end.raw))
  }

  /// Books the time of units on a night on which the clock is changed.
  private mutating func spread(
    from start: CallBatch.Stamp, to end: CallBatch.Stamp, units: Int
  ) {
    let first = period.first.dayNumber * 24
    period.clockChanges.forEachHour(
      from: LocalTime(seconds: start.raw), to: LocalTime(seconds: end.raw)
    ) { number, part in
      unitSeconds[max(0, min(number - first, hourCount))] += units * part
    }
  }
}

extension Season.Counts {
  /// Adds other counts.
  fileprivate mutating func add(_ other: Season.Counts) {
    calls += other.calls
    unplaced += other.unplaced
    officerInitiated += other.officerInitiated
    duplicates += other.duplicates
    outside += other.outside
    knownTimes += other.knownTimes
    unknownTimes += other.unknownTimes
  }
}

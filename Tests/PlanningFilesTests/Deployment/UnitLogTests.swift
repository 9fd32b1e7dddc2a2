import PlanningFiles
import PolicingDomain
import TestSupport
import Testing

@Suite("Unit logs")
struct UnitLogTests {
  /// Source of truth: by hand.
  ///
  /// 6 March 2023 is a Monday.
  @Test func `a session is spread over the hours that it covers`() throws {
    let found = try Records.deployment(
      Records.log, Records.logHeader + "A,2023-03-06 08:30,2023-03-06 10:15,1,beat,2\n")
    #expect(found.units("1", .beat, .monday, 8)?.mean == 0.5)
    #expect(found.units("1", .beat, .monday, 9)?.mean == 1)
    #expect(found.units("1", .beat, .monday, 10)?.mean == 0.25)
    #expect(found.officers("1", .beat, .monday, 8)?.mean == 1)
    #expect(found.units("1", .beat, .monday, 11) == .init(stated: 0).observed(1))
    #expect(found.observed.units == UnitHours(1.75))
    #expect(found.observed.officers == OfficerHours(3.5))
    #expect(found.units("1", .beat, .tuesday, 8)?.occurrences == 0)
    #expect(found.ledger.balances)
  }

  /// Source of truth: by hand.
  ///
  /// Units stay on until 06:00, so that the first six hours of a day need
  /// the log of the day before: those of Monday are not observed, nor are those of Wednesday.
  @Test func `a night belongs to two days`() throws {
    let rows = """
      A,2023-03-06 22:00,2023-03-07 06:00,1,beat,2
      A,2023-03-07 22:00,2023-03-08 06:00,1,beat,2

      """
    let found = try Records.deployment(Records.log, Records.logHeader + rows)
    #expect(found.units("1", .beat, .monday, 23)?.mean == 1)
    #expect(found.units("1", .beat, .tuesday, 5)?.mean == 1)
    #expect(found.units("1", .beat, .tuesday, 6)?.mean == 0)
    #expect(found.units("1", .beat, .monday, 5)?.occurrences == 0)
    #expect(found.units("1", .beat, .monday, 6)?.occurrences == 1)
    #expect(found.observed.units == UnitHours(2 + 6 + 2))
    #expect(found.unobserved.units == UnitHours(6))
    #expect(found.observedDays == 2)
  }

  /// Source of truth: by hand.
  ///
  /// On the night to 12 March 2023 the clock goes from 02:00 to 03:00, on
  /// that to 5 November from 02:00 back to 01:00: 22:00 to 06:00 is seven and nine hours.
  @Test func `a night of a clock change has its real length`() throws {
    let yaml = Records.chicago + Records.log
    let spring = try Records.deployment(
      yaml, Records.logHeader + "A,2023-03-11 22:00,2023-03-12 06:00,1,beat,2\n")
    #expect(spring.unitHours == 7)
    let autumn = try Records.deployment(
      yaml,
      Records.logHeader + "A,2023-11-04 22:00,2023-11-05 06:00,1,beat,2\n"
        + "B,2023-11-05 08:00,2023-11-05 09:00,1,beat,2\n")
    #expect(autumn.unitHours == 10)
    let twice = try #require(autumn.units("1", .beat, .sunday, 1))
    #expect(twice.occurrences == 2 && twice.mean == 1)
    let naive = try Records.deployment(
      Records.log, Records.logHeader + "A,2023-11-04 22:00,2023-11-05 06:00,1,beat,2\n")
    #expect(naive.unitHours == 8)
  }

  /// Source of truth: by hand.
  ///
  /// Of the hour that comes twice, the shorter reading counts; an end before
  /// its start is right there, and nowhere else.
  @Test func `times within the hour that comes twice`() throws {
    let yaml = Records.chicago + Records.log
    let rows = """
      A,2023-11-05 01:30,2023-11-05 03:00,1,beat,1
      B,2023-11-05 00:00,2023-11-05 01:30,1,beat,1
      C,2023-11-05 01:50,2023-11-05 01:10,1,beat,1
      D,2023-11-05 02:50,2023-11-05 02:10,1,beat,1

      """
    let found = try Records.deployment(yaml, Records.logHeader + rows)
    // 1.5 + 1.5 + 20 minutes; the fourth is set aside.
    #expect(agrees(found.unitHours, 3 + 20.0 / 60))
    #expect(found.rows("a log-off before the log-on") == 1)
    #expect(found.rows("on or off while the clock shows the hour twice") == 3)
    #expect(found.ledger.balances)
  }

  /// Source of truth: by hand.
  ///
  /// 08:00–12:00 and 10:00–14:00 of one unit are six hours, with 2 officers
  /// for two, 3 for four hours.
  @Test func `overlapping sessions of a unit are one`() throws {
    let rows = """
      A,2023-03-06 08:00,2023-03-06 12:00,1,beat,2
      A,2023-03-06 10:00,2023-03-06 14:00,1,beat,3
      B,2023-03-06 10:00,2023-03-06 14:00,1,beat,1
      B,2023-03-06 14:00,2023-03-06 15:00,1,beat,1

      """
    let found = try Records.deployment(Records.log, Records.logHeader + rows)
    #expect(found.observed.units == UnitHours(6 + 5))
    #expect(found.observed.officers == OfficerHours(2 * 2 + 3 * 4 + 5))
    #expect(found.rows("overlaps a session") == 1)
    let officers = try Records.deployment(
      Records.log + "sessions: {rows: officer}\n", Records.logHeader + rows)
    #expect(officers.observed.units == UnitHours(11))
    #expect(officers.observed.officers == OfficerHours(2 * 4 + 3 * 4 + 5))
  }

  private static let odd = """
    A,2023-03-06 08:00,,1,beat,2
    A,2023-03-06 12:00,2023-03-06 13:00,1,beat,2
    B,2023-03-06 08:00,2023-03-07 08:00,1,beat,2
    C,2023-03-06 12:00,2023-03-06 08:00,1,beat,2
    D,2023-03-06 12:00,soon,1,beat,2
    ,2023-03-06 12:00,2023-03-06 13:00,1,beat,2
    E,2023-03-06 12:00,2023-03-06 12:00,1,beat,2

    """

  /// Source of truth: by hand.
  @Test func `sessions that cannot be right are set aside, each with its reason`() throws {
    let found = try Records.deployment(Records.log, Records.logHeader + Self.odd)
    #expect(
      found.ledger.setAside.map(\.what) == [
        "no unit", "no log-off", "a log-off that cannot be read", "a log-off before the log-on",
        "a session longer than the longest",
      ])
    #expect(found.ledger.setAside.map(\.lines) == [[7], [2], [6], [5], [4]])
    #expect(found.ledger.rowsRead == 7 && found.ledger.rowsUsed == 2 && found.ledger.balances)
    #expect(found.unitHours == 1)
  }

  /// Source of truth: by hand.
  ///
  /// A from 08:00 to its next log-on at 12:00, B 16 hours.
  @Test func `or cut, where the profile says so`() throws {
    let found = try Records.deployment(
      Records.log + "sessions: {forgotten: cut, longest_hours: 16}\n",
      Records.logHeader + Self.odd)
    #expect(found.unitHours == 4 + 1 + 16)
    #expect(found.rows("no log-off: cut") == 1 && found.rows("longer than") == 1)
    let next = try Records.deployment(
      Records.log + "sessions: {log_off_date: log-on}\n",
      Records.logHeader + "A,2023-03-06 22:00,2023-03-06 06:00,1,beat,2\n")
    #expect(next.unitHours == 8)
  }

  /// Source of truth: conservation.
  ///
  /// Made-up sessions, seeded: every unit-hour is in the table or
  /// beside it, and no order of the rows changes a bit.
  @Test(arguments: [1, 2, 3])
  func `hours are conserved, in any order of the rows`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let start = try Records.day(2023, 10, 30).dayNumber * 86_400
    var rows: [String] = []
    var expected = 0
    for unit in 0..<60 {
      var time = start + random.integer(below: 40_000)
      for _ in 0..<20 {
        let on = LocalTime(seconds: time / 60 * 60)
        let length = 60 * (1 + random.integer(below: 900))
        let off = on.advanced(bySeconds: length)
        let classes = ["beat", "rapid", "tactical"]
        let words = [on, off].map { "\($0)".replacing("T", with: " ").dropLast(3) }
        rows.append(
          "U\(unit),\(words[0]),\(words[1]),\(unit % 4),\(classes[unit % 3]),\(1 + unit % 2)")
        expected += length
        time = off.seconds + 3600 + random.integer(below: 30_000)
      }
    }
    let found = try Records.deployment(
      Records.log, Records.logHeader + rows.joined(separator: "\n"))
    #expect(agrees(found.unitHours, Double(expected) / 3600, within: 1e-12))
    #expect(agrees(found.unitHoursOfTable, found.observed.units?.value ?? 0, within: 1e-9))
    #expect(agrees(found.officerHoursOfTable, found.observed.officers?.value ?? 0, within: 1e-9))
    let shuffled = random.shuffled(rows.count).map { rows[$0] }
    let other = try Records.deployment(
      Records.log, Records.logHeader + shuffled.joined(separator: "\n"))
    #expect(other.series == found.series)
    #expect(other.observed == found.observed && other.unobserved == found.unobserved)
  }
}

extension Deployment.Level {
  /// The level, observed `count` times.
  fileprivate func observed(_ count: Int) -> Self {
    Self(mean: mean, least: least, most: most, deviation: deviation, occurrences: count)
  }
}

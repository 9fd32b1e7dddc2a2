import PlanningFiles
import PolicingDomain
import TestSupport
import Testing

@Suite("Rosters and overtime")
struct RosterTests {
  private static let roster = """
    name: roster
    kind: roster
    columns: {district: District, watch: Watch, class: Class, group: Group, weekday: Days, officers: Officers, crew: Crew}
    watches:
      "2": {start: "07:00", hours: 8}
      "1": {start: "23:00", hours: 8}
    rotation: {days_on: 4, days_off: 2, groups: [A, B, C, D, E, F]}
    fixed_groups: {"8": [Sat, Sun]}

    """
  private static let header = "District,Watch,Class,Group,Days,Officers,Crew\n"

  /// Source of truth: by hand.
  ///
  /// Six groups of 6, 6, 6, 6, 6 and 12 officers, four of six on duty each
  /// day: over the six phases the two that are off have 12, 12, 12, 12, 18 and 18, so that 30, 30, 30,
  /// 30, 24 and 24 are on: mean 28 = 42 × 4 / 6, deviation √(48 / 5).
  @Test func `a rotation of four days on and two off meets every weekday in every phase`() throws {
    let groups = ["A", "B", "C", "D", "E", "F"]
    let rows = groups.map { "1,2,beat,\($0),,\($0 == "F" ? 12 : 6),2\n" }.joined()
    let found = try Records.deployment(Self.roster, Self.header + rows)
    #expect(found.observedDays == 42)
    for weekday in Weekday.allCases {
      let level = try #require(found.officers("1", .beat, weekday, 10))
      #expect(level.occurrences == 6)
      #expect(agrees(level.mean, 28) && level.least == 24 && level.most == 30)
      #expect(agrees(level.deviation, (48.0 / 5).squareRoot()))
      #expect(agrees(found.units("1", .beat, weekday, 10)?.mean ?? 0, 14))
      #expect(found.officers("1", .beat, weekday, 16)?.mean == 0)
    }
    #expect(found.observed.officers == OfficerHours(28 * 8 * 42))
    #expect(agrees(found.officerHoursOfTable, 28 * 8 * 42))
    #expect(found.notTold.contains { $0.contains("furlough") })
  }

  /// Source of truth: by hand.
  ///
  /// A watch from 23:00 of Sunday belongs to Monday; group 8 is off on
  /// Saturday and Sunday, so that nobody comes on Friday night.
  @Test func `weekdays and fixed days off`() throws {
    let rows = """
      1,1,beat,8,,10,1
      1,2,rapid,,Mon-Wed,4,2
      1,2,rapid,,Sun,2,1
      1,2,rapid,Z,,2,1
      1,2,rapid,,someday,2,1
      1,2,rapid,,Mon,2,

      """
    let found = try Records.deployment(Self.roster, Self.header + rows)
    #expect(found.observedDays == 7)
    #expect(found.units("1", .beat, .sunday, 23)?.mean == 10)
    #expect(found.units("1", .beat, .friday, 6)?.mean == 10)
    #expect(found.units("1", .beat, .friday, 23)?.mean == 0)
    #expect(found.units("1", .rapid, .tuesday, 8)?.mean == 2)
    #expect(found.units("1", .rapid, .sunday, 8)?.mean == 2)
    #expect(found.units("1", .rapid, .thursday, 8)?.mean == 0)
    #expect(
      found.ledger.setAside.map(\.what) == [
        "a crew that is not a number from 0.1 to 100", "a weekday that cannot be read",
        "a day-off group that no rotation has",
      ])
    #expect(found.ledger.balances)
  }

  /// Source of truth: by hand.
  @Test func `overtime adds up by reason, district and period`() throws {
    let text = """
      date,district,reason,hours
      2023-11-02,1,court,3.5
      2023-11-03,1,court,1.25
      2023-12-03,1,court,2
      2023-11-03,2,late call,1.5
      2023-11-03,2,fishing,1
      2023-11-03,2,court,nan
      2023-11-03,2,court,99999

      """
    let found = try #require(
      try DeploymentImport(
        [.bytes(Array(text.utf8), name: "overtime.csv")], profile: Records.bundled("overtime"),
        frame: DeploymentFrame()
      ).overtime)
    #expect(found.total == OfficerHours(9.25))
    #expect(found.onStreet == OfficerHours(1.5))
    let rows = found.rows.map {
      "\($0.reason) \($0.district?.description ?? "-") \($0.period) \($0.hours.value) \($0.entries)"
    }
    #expect(
      rows == [
        "court 1 2023-11 4.75 2", "court 1 2023-12 2.0 1", "extension of tour 2 2023-11 1.5 1",
        "not listed 2 2023-11 1.0 1",
      ])
    #expect(found.ledger.setAside.map(\.rows) == [2] && found.ledger.balances)
  }

  @Test func `hours of each officer, on a clock, by police period`() throws {
    let yaml = """
      name: o
      kind: overtime
      columns: {date: Day, hours: Time, officers: Officers}
      times: {formats: ["MM/dd/yyyy"]}
      overtime: {written: clock, hours_are: each, periods: police}
      """
    let found = try #require(
      try Records.read(yaml, "Day,Time,Officers\n01/28/2023,01:30,4\n01/29/2023,0:20:00,3\n")
        .overtime)
    #expect(found.rows.map(\.period) == ["2023 period 01", "2023 period 02"])
    #expect(found.rows.map(\.hours.value) == [6, 1])
  }
}

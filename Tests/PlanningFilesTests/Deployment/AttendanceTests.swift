import PlanningFiles
import PolicingDomain
import TestSupport
import Testing

@Suite("Attendance sheets")
struct AttendanceTests {
  /// Source of truth: by hand.
  ///
  /// The second watch is 07:00 to 15:00, on the street from 07:30 to 14:30
  /// less half an hour of meal: 6.5 hours over a window of 7.
  @Test func `those present are spread over the street time of the tour`() throws {
    let found = try Records.deployment(
      Records.sheet, Records.sheetHeader + "2023-03-06,2,1,beat,14,7\n")
    let share = 6.5 / 7
    #expect(agrees(found.officers("1", .beat, .monday, 7)?.mean ?? 0, 7 * share, within: 1e-3))
    #expect(agrees(found.units("1", .beat, .monday, 8)?.mean ?? 0, 7 * share, within: 1e-3))
    #expect(found.observed.officers == OfficerHours(14 * 6.5))
    #expect(found.observed.units == UnitHours(7 * 6.5))
    #expect(found.units("1", .beat, .monday, 16)?.occurrences == 0)
    #expect(agrees(found.officerHoursOfTable, 14 * 6.5))
  }

  /// Source of truth: by hand.
  ///
  /// Three Mondays, the sheet of the second one missing: 10 and 20 are 15 on
  /// average over two, deviation √50, not 10 over three.
  @Test func `a mean divides by the sheets that are there`() throws {
    let rows = "2023-03-06,2,1,beat,10,5\n2023-03-20,2,1,beat,20,10\n"
    let found = try Records.deployment(Records.sheet, Records.sheetHeader + rows)
    let share = 6.5 / 7
    let level = try #require(found.officers("1", .beat, .monday, 10))
    #expect(level.occurrences == 2)
    #expect(agrees(level.mean, 15 * share, within: 1e-3))
    #expect(agrees(level.least, 10 * share, within: 1e-3))
    #expect(agrees(level.most, 20 * share, within: 1e-3))
    #expect(agrees(level.deviation, 50.0.squareRoot() * share, within: 1e-3))
    let nobody = try Records.deployment(
      Records.sheet + "absent_means: nobody\n", Records.sheetHeader + rows)
    #expect(nobody.officers("1", .beat, .monday, 10)?.occurrences == 3)
    #expect(agrees(nobody.officers("1", .beat, .monday, 10)?.mean ?? 0, 10 * share, within: 1e-3))
  }

  /// Source of truth: by hand.
  ///
  /// The first watch of Tuesday is 23:00 on Monday to 07:00; dated by its
  /// start it is that night later.
  @Test func `a night watch is dated by most of it, or by its start`() throws {
    let text = Records.sheetHeader + "2023-03-07,1,1,beat,8,4\n"
    let most = try Records.deployment(Records.sheet, text)
    #expect(most.units("1", .beat, .tuesday, 0)?.mean == 4)
    #expect(most.units("1", .beat, .tuesday, 6)?.mean == 4)
    #expect(most.units("1", .beat, .wednesday, 0)?.occurrences == 0)
    let start = try Records.deployment(Records.sheet + "night_belongs_to: start\n", text)
    #expect(start.units("1", .beat, .wednesday, 6)?.mean == 4)
    #expect(start.units("1", .beat, .tuesday, 6)?.occurrences == 0)
  }

  /// Source of truth: by hand.
  ///
  /// 4 cars from 00:00 to 07:00: six hours in spring, eight in autumn.
  @Test func `a night watch of a clock change has its real length`() throws {
    let yaml = Records.chicago + Records.sheet
    let spring = try Records.deployment(
      yaml, Records.sheetHeader + "2023-03-12,1,1,beat,8,4\n")
    let autumn = try Records.deployment(
      yaml, Records.sheetHeader + "2023-11-05,1,1,beat,8,4\n")
    #expect(spring.observed.units == UnitHours(4 * 6))
    #expect(autumn.observed.units == UnitHours(4 * 8))
    #expect(spring.units("1", .beat, .sunday, 2)?.occurrences == 0)
    #expect(autumn.units("1", .beat, .sunday, 1)?.occurrences == 2)
    #expect(autumn.units("1", .beat, .sunday, 1)?.mean == 4)
  }

  private static let people = """
    date,watch,district,class,unit,status,star
    2023-03-06,2,1,beat,0111,present,4711
    2023-03-06,2,1,beat,0111,present,4712
    2023-03-06,2,1,beat,0112,present,4713
    2023-03-06,2,1,beat,,sick,4714
    2023-03-06,2,1,desk,,present,4715
    2023-03-06,2,1,beat,0113,lost,4716

    """

  /// Source of truth: by hand.
  ///
  /// Three present in two cars, one sick, one at the desk, one unknown.
  @Test func `rows of people are counted, and cars by their call signs`() throws {
    var frame = DeploymentFrame()
    frame.watches = [Watch(id: .init("2"), startHour: 7, length: 8, oneOfficerShare: .none)]
    let found = try #require(
      try DeploymentImport(
        [.bytes(Array(Self.people.utf8), name: "people.csv")],
        profile: Records.bundled("attendance-people"), frame: frame
      ).deployment)
    #expect(found.officers("1", .beat, .monday, 9)?.mean == 3)
    #expect(found.units("1", .beat, .monday, 9)?.mean == 2)
    #expect(found.ledger.absences.map(\.what) == ["sick"])
    #expect(found.rows("an assignment off the street") == 1)
    #expect(found.rows("a status that the profile does not know") == 1)
    #expect(found.ledger.rowsUsed == 4 && found.ledger.balances)
    // A word of one row could be a name, so that no report quotes it.
    #expect(!found.ledger.setAside.contains { $0.what.contains("lost") })
  }

  @Test func `a file with a personal column is refused unless the profile drops it`() throws {
    let text = Records.sheetHeader.replacing("\n", with: ",Star No\n")
    let row = "2023-03-06,2,1,beat,14,7,12345\n"
    let error = try #require(throws: FileError.self) {
      try Records.read(Records.sheet, text + row)
    }
    #expect(error.issues.map(\.code) == ["E171"])
    #expect(error.issues[0].message == "the column `Star No` looks personal (star)")
    #expect(error.issues[0].column == 7)
    let dropped = try Records.deployment(
      Records.sheet + "never_read: [Star No]\n", text + row)
    #expect(dropped.observed.officers == OfficerHours(14 * 6.5))
  }

  @Test(arguments: [
    "Officer Name", "OFFICERS_NAME", "Star", "badge", "EMPLOYEE_ID", "E-Mail", "Phone", "Member",
    "Officers Star No", "PC Login",
  ])
  func `a personal column cannot be mapped, not even as a count`(column: String) throws {
    let yaml = Records.sheet.replacing("Officers Present", with: column)
    let error = try #require(throws: FileError.self) {
      try DeploymentProfile(yaml: yaml, file: "profile.yaml")
    }
    #expect(error.issues.map(\.code) == ["E124"])
  }

  @Test func `a value that looks personal is set aside`() throws {
    let rows = """
      2023-03-06,2,1,beat,14,7
      2023-03-06,2,a.b@city.gov,beat,14,7
      2023-03-06,2,(312) 555-0100,beat,14,7

      """
    let found = try Records.deployment(Records.sheet, Records.sheetHeader + rows)
    #expect(found.rows("a value that looks like") == 2)
    #expect(found.districts == [District.ID("1")])
  }

  @Test func `numbers and dates that make no sense never crash and are never lost`() throws {
    let counts = ["nan", "inf", "-3", "1e999", "99999999999999999999", "3.5", "", "0x10", "9999"]
    let dates = [
      "0001-01-01", "9999-12-31", "2023-02-30", "", "1900-01-01", "2023-03-06",
    ]
    var rows = 0
    var text = Records.sheetHeader
    for count in counts {
      for date in dates {
        text += "\(date),2,1,beat,\(count),\(count)\n"
        rows += 1
      }
    }
    text += "2023-03-06\n2023-03-06,2,1,beat,1,1,1,1,1\n,,,,,\n"
    let found = try Records.deployment(
      Records.sheet + "absent_means: nobody\n", text)
    #expect(found.ledger.rowsRead == rows + 3 && found.ledger.balances)
    #expect(found.observed.officers == OfficerHours(6.5 * 10_000))
    let far = try #require(throws: FileError.self) {
      try Records.read(
        Records.sheet, Records.sheetHeader + "1960-01-01,2,1,beat,1,1\n2023-03-06,2,1,beat,1,1\n")
    }
    #expect(far.issues.map(\.code) == ["E174"])
  }
}

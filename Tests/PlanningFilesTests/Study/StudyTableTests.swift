import PlanningFiles
import PolicingDomain
import Testing

@Suite("Tables of a study")
struct StudyTableTests {
  private static let columns: [Damage] = [
    Damage(
      "tours.csv", ",relief_hours,", ",releif_hours,", .missingColumn,
      "the column `relief_hours` is missing"),
    Damage(
      "sections.csv", ",bureau_basis,", ",buro_basis,", .unknownColumn,
      "unknown column `buro_basis`", help: "did you mean `bureau_basis`?", at: "1:5"),
    Damage(
      "districts.csv", ",source,date", ",population_2020,date", .repeatedColumn,
      "`population_2020` stands there twice"),
  ]

  @Test(arguments: columns)
  func `a wrong column is found`(damage: Damage) throws {
    try damage.check(allowingOthers: true)
  }

  @Test func `the columns of a table may stand in any order`() throws {
    let copy = try StudyCopy()
    try copy.write(
      "date,source,positions,employment,scope\n2026,x,142,sworn,department\n",
      to: "authorized.csv")
    let study = try StudyFolder.read(at: copy.path).study
    #expect(study.organization.authorized.map(\.positions.value) == [142])
  }

  @Test func `a census year is no part of the column's name`() throws {
    let copy = try StudyCopy()
    try copy.replace(",population,", with: ",population_2020,", in: "districts.csv")
    #expect(copy.issues.isEmpty)
  }

  /// Source of truth: the format: the column may be absent, and its fields empty.
  @Test func `a district may name its radio zone`() throws {
    let copy = try StudyCopy()
    #expect(try StudyFolder.read(at: copy.path).study.geography.zones.isEmpty)
    try copy.replace(",assumption", with: ",assumption,radio_zone", in: "districts.csv")
    try copy.replace(",yes", with: ",yes,", in: "districts.csv")
    #expect(try StudyFolder.read(at: copy.path).study.geography.zones.isEmpty)
    try copy.replace(",yes,", with: ",yes, 10 ", in: "districts.csv")
    let zones = try StudyFolder.read(at: copy.path).study.geography.zones
    #expect(
      zones == [
        RadioZone(id: RadioZone.ID("10"), districts: [District.ID("1"), District.ID("2")])
      ])
  }

  @Test func `a table without rows is an error`() throws {
    let copy = try StudyCopy()
    try copy.write("id,statement,value,unit,low,high,reason,owner,date\n", to: "assumptions.csv")
    #expect(copy.issues.map(\.code) == [StudyIssueCode.emptyTable.rawValue])
  }

  private static let strength = "strength.csv"
  private static let values: [Damage] = [
    Damage(
      strength, "officer,sworn,60,56,2,", "officer,sworn,60,56 people,2,", .unreadableNumber,
      "`assigned` is not a number: `56 people`", at: "4:5"),
    Damage(strength, "clerk,civilian,6,5,0", "clerk,civilian,6,nan,0", .unreadableNumber, "`nan`"),
    Damage(strength, "clerk,civilian,6,5,0", "clerk,civilian,6,0x5,0", .unreadableNumber),
    Damage(strength, "clerk,civilian,6,5,0", "clerk,civilian,6,1e999,0", .unreadableNumber),
    Damage(
      strength, "clerk,civilian,6,5,0", "clerk,civilian,6,-5,0", .outOfRange,
      "`assigned` is -5, but may be from 0 to 1000000"),
    Damage(strength, "clerk,civilian,6,5,0", "clerk,civilian,6,,0", .missingValue, "`assigned`"),
    Damage(
      "budget.csv", "2026-01-01", "2026-13-01", .unreadableTime, "`2026-13-01`",
      help: "2023-01-31"),
    Damage("budget.csv", "2026-01-01", "", .missingValue, "`date`"),
    Damage("budget.csv", "invented example data", "", .missingValue, "`source`"),
    Damage("budget.csv", "17000000", "\"17,000,000\"", .unreadableNumber, help: "separator"),
    Damage(
      "ranks.csv", "clerk,civilian,4", "clerk,civilian,4.5", .outOfRange, "whole number",
      at: "5:4"),
    Damage(
      "ranks.csv", "clerk,civilian,4", "clerk,civilian,3", .duplicate, "same order 3 as `officer`"),
    Damage(
      "positions.csv", ",fixed_count,1", ",fixd_count,1", .unknownWord,
      "`basis` cannot be `fixd_count`", help: "did you mean `fixed_count`?"),
    Damage("positions.csv", "desk,study author", "Desk,study author", .unknownWord, "`Desk`"),
    Damage("sections.csv", "data,2026-01-01,yes", "data,2026-01-01,true", .unknownWord, "`true`"),
    Damage(
      "tours.csv", "night,23:00", "night,23.00", .unreadableTime, "not a time of day: `23.00`"),
  ]

  @Test(arguments: values)
  func `a wrong value is found where it stands`(damage: Damage) throws { try damage.check() }

  private static let duplicates: [Damage] = [
    Damage(
      "geography.csv", "\n102,1-A,1,north", "\n102,1-A,1,north\n102,1-A,1,north", .duplicate,
      "the beat `102` is listed twice", at: "4:1"),
    Damage("ranks.csv", "\nclerk,", "\nclerk,x,civilian,9,1,s,2026,yes\nclerk,", .duplicate),
    Damage("sections.csv", "\nrecords,", "\nrecords,x,y,,,s,2026,yes\nrecords,", .duplicate),
    Damage(
      "categories.csv", "\ntheft,", "\ntheft,1,1,s,2026,yes\ntheft,", .duplicate,
      "the category `theft`"),
    Damage("assumptions.csv", "EX-02", "EX-01", .duplicate, "the assumption `EX-01`"),
    Damage(
      "rules.csv", "\nwatch_lieutenant,1,1,directive,example directive 2",
      "\nspan_of_control,1,1,directive,example policy 1", .duplicate),
    Damage(
      "tours.csv", "\nnight-tour,", "\nnight-tour,night,22:00,8,8,0,0,0,0,,s,2026\nnight-tour,",
      .duplicate, "the tour `night-tour`"),
    Damage(
      "standards.csv", "mean_wait,,3,20", "mean_wait,,2,20", .duplicate, "`mean_wait 2`"),
    Damage(
      "seniority.csv", "officer,5+,69", "officer,0-4,69", .duplicate, "`officer 0-4`"),
    Damage("authorized.csv", ",civilian,", ",sworn,", .duplicate),
  ]

  @Test(arguments: duplicates)
  func `the same thing may not be stated twice`(damage: Damage) throws { try damage.check() }

  @Test func `a section has one row of strength for each rank`() throws {
    let copy = try StudyCopy()
    try copy.append("records,clerk,civilian,6,1,0,,s,2026-01-01", to: "strength.csv")
    let issue = try #require(copy.issues.first)
    #expect(issue.message == "the pair of section and rank `records clerk` is listed twice")
    #expect(issue.line == 12)
  }
}

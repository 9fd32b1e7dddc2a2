import PlanningFiles
import PolicingDomain
import Testing

@Suite("Schedule, standards and ledgers of a study")
struct StudyScheduleTests {
  private static let file = "availability.csv"
  private static let absences: [Damage] = [
    Damage(
      file, "long_medical,whole_person", "sick,whole_person", .bothLedgers,
      "the absence `sick` is booked in both ledgers", at: "9:2"),
    Damage(
      file, "0.03,share_of_strength", "3,tours", .wholePersonUnit,
      "a whole-person absence cannot be counted in `tours`", at: "8:6"),
    Damage(
      file, "*,,7,tours", "*,,0.7,share_of_strength", .wholePersonUnit,
      "a recurring absence cannot be a share of strength"),
    Damage(
      file, "sworn,,0.03", "sworn,,0.99", .sharesOverOne,
      "whole-person absences take 1.01 of the strength of `lieutenant`"),
    Damage(file, "sworn,,0.03", "sworn,,1.03", .outOfRange, "from 0 to 1"),
    Damage(file, "*,,7,tours", "*,,367,tours", .outOfRange, "from 0 to 366"),
    Damage(
      file, "officer|sergeant", "officer|sargeant", .unknownReference, "no rank `sargeant`",
      help: "did you mean `sergeant`?"),
    Damage(
      file, "officer|sergeant", "officer|officer", .duplicate,
      "the list in `ranks` holds `officer` twice"),
    Damage(file, "sworn,5+", "sworn,5-9", .unknownReference, "no band of seniority `5-9`"),
    Damage(
      file, "vacation,recurring,sworn,5+", "vacation,recurring,sworn,0-4", .duplicate,
      "the absence `vacation` is stated twice for the rank `lieutenant`"),
  ]

  @Test(arguments: absences)
  func `an absence is booked once`(damage: Damage) throws {
    try damage.check(allowingOthers: true)
  }

  @Test func `bands need a table that says who is in them`() throws {
    let copy = try StudyCopy()
    try copy.replace("  seniority: seniority.csv\n", with: "", in: "study.yaml")
    #expect(copy.issues.map(\.message).first?.contains("no table that says who") == true)
  }

  private static let tours: [Damage] = [
    Damage(
      "tours.csv", "night-tour,night", "night-tour,nigth", .unknownReference,
      "there is no watch `nigth`", help: "did you mean `night`?"),
    Damage("tours.csv", "night-tour,night", "night-tour,", .missingValue, "belongs to no watch"),
    Damage("tours.csv", "night-tour,night", "night-tour,day", .incompleteList, "`night`"),
    Damage(
      "study.yaml", "office: {tour: office", "office: {tour: ofice", .unknownReference,
      "there is no tour `ofice`", help: "did you mean `office`?"),
    Damage("tours.csv", "08:00,8.5,8,", "08:00,8.5,9,", .brokenTour, "paid for more", at: "5:5"),
    Damage("tours.csv", "08:00,8.5,8,0.5", "08:00,8.5,8,9", .brokenTour, "leaves no time"),
    Damage("tours.csv", "08:00,8.5,8,", "08:00,8.5,0,", .brokenTour, "no paid hours"),
    Damage("tours.csv", "23:00,8.5,8,0.5,0.5", "23:00,8.5,8,0.5,-1", .outOfRange, "`roll_call"),
    Damage("tours.csv", "officer|sergeant|lieutenant", "oficer", .unknownReference, "`oficer`"),
  ]

  @Test(arguments: tours)
  func `tours belong to watches and keep their books`(damage: Damage) throws {
    try damage.check(allowingOthers: true)
  }

  private static let standards: [Damage] = [
    Damage("standards.csv", "proactive_time,,,0.4", "proactive_time,,,40", .outOfRange, "0.95"),
    Damage("standards.csv", "1,0.9,3", "1,1,3", .outOfRange, "`value` is 1"),
    Damage("standards.csv", "1,0.9,3", "1,0.9,", .incompleteStandard, "needs `within_minutes`"),
    Damage("standards.csv", "1,0.9,3", ",0.9,3", .incompleteStandard, "needs `priority`"),
    Damage(
      "standards.csv", "response_speed,,,30,,km per hour", "one_officer_share,day,,0.5,,share",
      .incompleteStandard, "`mean_response` needs a speed"),
    Damage(
      "standards.csv", "mean_response,,1,9,,minutes", "response_share_within,,1,0.9,0,share",
      .outOfRange, "`within_minutes` is 0"),
    Damage("standards.csv", "1,0.9,3", "10,0.9,3", .outOfRange, "`priority` is 10"),
    Damage("standards.csv", "mean_wait,,2,5,,", "mean_wait,,2,5,9,", .incompleteStandard, "has no"),
    Damage(
      "standards.csv", "mean_wait,,2,5,,minutes", "mean_wait,,2,5,,hours", .unknownWord,
      "cannot be stated in `hours`", help: "`minutes`"),
    Damage(
      "standards.csv", "proactive_time", "proactive_tim", .unknownWord, "`proactive_tim`",
      help: "did you mean `proactive_time`?"),
    Damage("standards.csv", "share,night", "share,nite", .unknownReference, "no watch `nite`"),
    Damage("standards.csv", "share,,,0.6", "share,day,,0.6", .incompleteList, "`evening`"),
  ]

  @Test(arguments: standards)
  func `a standard is complete and possible`(damage: Damage) throws { try damage.check() }

  private static let ledgers: [Damage] = [
    Damage("categories.csv", "alarm,2,1.6", "alarm,2,0.6", .outOfRange, "`units_per_call` is 0.6"),
    Damage("categories.csv", "alarm,2,1.6", "alarm,1.5,1.6", .outOfRange, "whole number"),
    Damage("rules.csv", "control,10,0.95", "control,10,1.95", .outOfRange, "`share_of_tours`"),
    Damage("rules.csv", "control,10,", "control,nan,", .unreadableNumber, "`nan`"),
    Damage("rules.csv", "all districts,2026-01-01,no", "all districts,2026-01-01,", .missingValue),
    Damage("budget.csv", "17000000", "-1", .outOfRange, "`annual_dollars`"),
    Damage(
      "study.yaml", "civilian: {tour", "budget: {items: [limmit]}\ncivilian: {tour",
      .unknownReference, "no budget item `limmit`", help: "did you mean `limit`?"),
    Damage("authorized.csv", ",civilian,6", ",civil,6", .unknownWord, "`civil`"),
  ]

  @Test(arguments: ledgers)
  func `the short tables are checked too`(damage: Damage) throws { try damage.check() }

  /// Source of truth: worked by hand.
  @Test func `the budget is the sum of the items named, the row called limit, or none`() throws {
    let copy = try StudyCopy()
    try copy.append("pay,1000,s,2026\nfuel,20,t,2027", to: "budget.csv")
    #expect(try StudyFolder.read(at: copy.path).study.budget?.limit.value == 17_000_000)
    try copy.append("budget: {items: [pay, fuel]}", to: "study.yaml")
    let budget = try #require(try StudyFolder.read(at: copy.path).study.budget)
    #expect(budget.limit.value == 1020)
    #expect(budget.provenance.source == "s; t")
    #expect(budget.provenance.date == "2027")
    let other = try StudyCopy()
    try other.replace("limit,", with: "pay,", in: "budget.csv")
    #expect(try StudyFolder.read(at: other.path).study.budget == nil)
  }

  @Test func `of the authorized totals the newest of the department count`() throws {
    let copy = try StudyCopy()
    try copy.append(
      "department,sworn,150,s,2026-06\ndepartment,all,160,s,2027", to: "authorized.csv")
    try copy.append("grants,sworn,9,s,2028\ndepartment,sworn,99,s,2020", to: "authorized.csv")
    let study = try StudyFolder.read(at: copy.path).study
    #expect(study.organization.authorized.map(\.positions.value) == [150, 6])
  }
}

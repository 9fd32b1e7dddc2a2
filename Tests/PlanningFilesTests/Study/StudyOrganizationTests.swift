import PlanningFiles
import PolicingDomain
import Testing

@Suite("Places and organization of a study")
struct StudyOrganizationTests {
  private static let places: [Damage] = [
    Damage(
      "geography.csv", "202,2-A,2,south", "202,1-B,2,south", .contradictingPlace,
      "the sector `1-B` is in district `2` here, but in `1` above", at: "6:2"),
    Damage(
      "geography.csv", "202,2-A,2,south", "202,2-A,2,north", .contradictingPlace,
      "the district `2` is in area `north` here, but in `south`", at: "6:4"),
    Damage("districts.csv", ",24.0,", ",-24.0,", .outOfRange, "`area_km2`"),
    Damage("districts.csv", ",60000,", ",6e4.5,", .unreadableNumber, "`population`"),
  ]

  @Test(arguments: places)
  func `places agree with one another`(damage: Damage) throws { try damage.check() }

  @Test func `a beat lies in a district that there is`() throws {
    let copy = try StudyCopy()
    try copy.replace("202,2-A,2,south", with: "202,3-A,3,south", in: "geography.csv")
    let issues = copy.issues
    #expect(issues.map(\.message) == ["there is no district `3`"])
    #expect(issues.first?.line == 6)
  }

  @Test func `a district has beats`() throws {
    let copy = try StudyCopy()
    try copy.append("3,Lake,south,9,100,,s,2026,yes", to: "districts.csv")
    #expect(
      copy.issues.map(\.message) == [
        "the district `3` has no beats",
        "the district `3` has 0 groups with the driver `coverage`",
      ])
  }

  private static let strength: [Damage] = [
    Damage(
      "strength.csv", "sworn,10,9,1,8", "sworn,10,9,2,8", .strengthBooks,
      "2 work elsewhere and 8 are deployable, but only 9 are assigned", at: "9:7"),
    Damage(
      "strength.csv", "sworn,60,56,2,", "sworn,60,56,57,", .strengthBooks,
      "57 work elsewhere, but only 56 are assigned", at: "4:6"),
    Damage(
      "strength.csv", "sworn,60,56,2,", "sworn,50,56,2,", .overAuthorized,
      "56 people are assigned to 50 authorized positions of `officer`"),
    Damage(
      "strength.csv", "clerk,civilian,6", "clerk,sworn,6", .employmentMismatch,
      "the rank `clerk` is sworn here, but civilian in the table of ranks"),
    Damage(
      "strength.csv", "\nrecords,clerk", "\ndetectives,clerk", .homelessStrength,
      "section `detectives` has no position group for its `clerk`", help: "`also_fits`"),
    Damage(
      "strength.csv", "\nrecords,clerk", "\nrecord,clerk", .unknownReference,
      "there is no section `record`", help: "did you mean `records`?"),
  ]

  @Test(arguments: strength)
  func `everybody is counted once and has a home`(damage: Damage) throws {
    try damage.check(allowingOthers: true)
  }

  /// Source of truth: worked by hand; of two groups that fit, the first in the file is home.
  @Test func `the first group of the section that fits is home`() throws {
    let copy = try StudyCopy()
    try copy.replace(
      "records,officer,sworn,2,2,0,", with: "records,officer,sworn,2,2,0,2", in: "strength.csv")
    try copy.replace(
      "evidence room,officer,,sworn_only,fixed_count,1,,,,0.7,no,deployable",
      with: "evidence room,officer,,sworn_only,fixed_count,1,,,,0.7,no,held", in: "positions.csv")
    #expect(copy.issues.isEmpty)
    try copy.replace(
      "calls_priority_5,,0.7,no,deployable", with: "calls_priority_5,,0.7,no,held",
      in: "positions.csv")
    #expect(copy.issues.map(\.code) == [StudyIssueCode.heldButDeployable.rawValue])
  }

  private static let file = "positions.csv"
  private static let positions: [Damage] = [
    Damage(
      file, "evidence room,officer,,sworn_only", "evidence room,officer,clerk,sworn_only",
      .holdersMismatch, "holders are `sworn_only`, but the rank `clerk` is civilian"),
    Damage(
      file, "evidence room,officer,,sworn_only", "evidence room,officer,,civilian_only",
      .holdersMismatch, "the rank `officer` is sworn"),
    Damage(
      file, "detectives,10,1,no", "detectivs,10,1,no", .unknownReference,
      "there is no position group `detectivs`", help: "did you mean `detectives`?"),
    Damage(file, "detectives,10,1,no", "detectives,0,1,no", .outOfRange, "`per` is 0"),
    Damage(file, "detectives,10,1,no", "detectives,,1,no", .missingValue, "`per`"),
    Damage(file, "detectives,10,1,no", "detectives,10,0,no", .outOfRange, "`weight` is 0"),
    Damage(
      file, "detectives,10,1,no", "detective-sergeant,10,1,no", .circularDrivers,
      "the number of `detective-sergeant` follows from itself"),
    Damage(file, ",sworn,120,", ",sworm,120,", .unknownReference, help: "did you mean `sworn`?"),
    Damage(
      file, ",sworn,120,", ",rank:oficer,120,", .unknownReference, "there is no rank `oficer`"),
    Damage(
      file, "calls_priority_5", "calls_priority_x", .unknownWord, "`calls_priority_x`",
      help: "did you mean"),
    Damage(file, "0.5,,calls_priority_5", "-1,,calls_priority_5", .outOfRange, "`quantity`"),
    Damage(
      file, "either,fixed_post,1,112", "either,fixed_post,1,169", .outOfRange,
      "`hours_per_week` is 169"),
    Damage(
      file, "fixed_count,1,,,,", "fixed_count,1,40,,,", .unusedValue,
      "the basis `fixed_count` makes no use of the field `hours_per_week`"),
    Damage(
      file, "13000,,hours,,1", "13000,,coverage,,1", .coverageGroups,
      "the section `detectives` is sized by tours, but is not a district"),
    Damage(
      file, ",workload,,,coverage,,1,no,deployable,street",
      ",policy_set,9,,,,1,no,deployable,street",
      .coverageGroups, "the district `1` has 0 groups with the driver `coverage`"),
  ]

  @Test(arguments: positions)
  func `positions make sense`(damage: Damage) throws {
    try damage.check(allowingOthers: true)
  }

  @Test func `a circle of groups is told, what hangs on it is not`() throws {
    let copy = try StudyCopy()
    let end = "1,no,deployable,desk,a,s,2026,yes"
    try copy.append("x,records,f,officer,,sworn_only,span_of_control,,,y,10,\(end)", to: Self.file)
    try copy.append("y,records,f,officer,,sworn_only,ratio,2,,x|z,10,\(end)", to: Self.file)
    try copy.append("z,records,f,officer,,sworn_only,fixed_count,1,,,,\(end)", to: Self.file)
    try copy.append("w,records,f,officer,,sworn_only,ratio,,,x,10,\(end)", to: Self.file)
    #expect(
      copy.issues.map(\.message) == [
        "the number of `x` follows from itself", "the number of `y` follows from itself",
      ])
  }

  /// Source of truth: worked by hand: 2 positions for each 10 are one for each 5.
  @Test func `a ratio of several positions is one for fewer`() throws {
    let copy = try StudyCopy()
    try copy.replace("ratio,1,,sworn,120", with: "ratio,2,,sworn,10", in: Self.file)
    let study = try StudyFolder.read(at: copy.path).study
    let group = study.organization.positions.first { $0.id.description == "training-officer" }
    #expect(group?.basis == .ratio(of: .swornStrength, per: 5))
  }
}

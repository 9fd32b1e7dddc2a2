import PolicingDomain
import StaffingRequirements
import Testing

@Suite("Custody")
struct CustodyTests {
  static func work(_ arrests: [Int: Double], hours: Double) -> CustodyWork {
    CustodyWork(
      arrestsByHour: (0..<168).map { arrests[$0] ?? 0 }, hoursPerArrest: hours)
  }

  static func lockup(
    _ posts: Double, _ hoursPerWeek: Double, _ work: CustodyWork
  ) throws(RequirementsError) -> CustodyHours {
    try CustodyHours(posts: posts, hoursPerWeek: hoursPerWeek, work: work)
  }

  /// Source of truth: by hand: ten arrests at any moment of hour 0, two hours each: half of the
  /// first hour, all of the second, half of the third: 5, 10 and 5 people.
  @Test func `an arrest is work from its moment on`() throws {
    let lockup = try Self.lockup(0, 0, Self.work([0: 10], hours: 2))
    #expect(near(lockup.busy[0], 5) && near(lockup.busy[1], 10) && near(lockup.busy[2], 5))
    #expect(near(lockup.hoursPerWeek.value, 20))
    let short = try Self.lockup(0, 0, Self.work([167: 8], hours: 0.5))
    #expect(near(short.busy[167], 3) && near(short.busy[0], 1), "the week wraps")
  }

  /// Source of truth: by hand: two people always, 336 h a week; the arrests above add 3, 8 and 3 in
  /// the three hours in which they need more: 350 h a week × 365/7 ÷ 1,600 = 11.406.
  @Test func `the larger of post and arrests counts in each hour`() throws {
    let work = Self.work([0: 10], hours: 2)
    let lockup = try Self.lockup(2, 168, work)
    #expect(near(lockup.hoursPerWeek.value, 350))
    #expect(lockup.hoursAboveThePost == 3)
    let found = try PositionRequirementsTests.all([
      PositionRequirementsTests.group(
        "lockup", .custody(posts: 2, hoursPerWeek: 168, work: work))
    ])
    #expect(near(found[0].positions.value, 350 * 365 / 7 / 1600))
    #expect(found[0].basis == "fixed post")
    #expect(found[0].reason.contains("more than the post in 3 of 168"))
  }

  /// Source of truth: by hand: the four busiest hours are covered by two people: 5, 10, 5 and one
  /// hour at 2; half an hour less takes half of that hour away.
  @Test func `a post that is not always covered is covered when most arrests come`() throws {
    let work = Self.work([0: 10], hours: 2)
    #expect(near(try Self.lockup(2, 4, work).hoursPerWeek.value, 22))
    #expect(near(try Self.lockup(2, 3.5, work).hoursPerWeek.value, 21))
  }

  /// Source of truth: FORMULATION 12: without arrests the post is a fixed post.
  @Test func `without arrests custody is a fixed post`() throws {
    let found = try PositionRequirementsTests.all([
      PositionRequirementsTests.group(
        "lockup", .custody(posts: 2, hoursPerWeek: 168, work: Self.work([:], hours: 3))),
      PositionRequirementsTests.group("desk", .fixedPost(posts: 2, hoursPerWeek: 168)),
    ])
    #expect(near(found[0].positions.value, found[1].positions.value))
  }

  /// Source of truth: conservation: hours of all arrests stay, whatever their length.
  @Test(arguments: [0, 0.25, 1, 1.5, 7.3, 200])
  func `no hour of an arrest is lost`(hours: Double) throws {
    let lockup = try Self.lockup(0, 0, Self.work([0: 3, 50: 1.5, 166: 2], hours: hours))
    #expect(near(lockup.hoursPerWeek.value, 6.5 * hours, 1e-9))
  }

  @Test func `custody that makes no sense is refused`() {
    #expect(throws: RequirementsError.self) { try Self.lockup(-1, 168, Self.work([:], hours: 1)) }
    #expect(throws: RequirementsError.self) { try Self.lockup(1, 169, Self.work([:], hours: 1)) }
    #expect(throws: RequirementsError.self) {
      try Self.lockup(1, .nan, Self.work([:], hours: 1))
    }
    #expect(throws: RequirementsError.self) {
      try Self.lockup(1, 168, Self.work([3: .infinity], hours: 1))
    }
    #expect(throws: RequirementsError.self) { try Self.lockup(1, 168, Self.work([:], hours: 1e9)) }
  }
}

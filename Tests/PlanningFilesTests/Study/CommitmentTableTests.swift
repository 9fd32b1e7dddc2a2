import Foundation
import PlanningFiles
import PolicingDomain
import Testing

@Suite("Commitments and growth of a study")
struct CommitmentTableTests {
  private static let name = "commitments.csv"

  private static let faults: [Damage] = [
    Damage(
      name, "harbour foot beat,foot_beat,", "harbour foot beat,foot_beats,", .unknownWord,
      "`kind` cannot be `foot_beats`", help: "`foot_beat`", at: "2:2"),
    Damage(name, "foot_beat,1,", "foot_beat,7,", .unknownReference, "no district `7`", at: "2:3"),
    Damage(name, "fri|sat", "fri|sta", .unknownWord, "`sta`", help: "daily", at: "2:4"),
    Damage(name, "fri|sat", "fri|fri", .duplicate, "`fri` twice", at: "2:4"),
    Damage(name, "sat,18:00", "sat,18", .unreadableTime, "not a time of day", at: "2:5"),
    Damage(name, "sat,18:00,02:00", "sat,24:00,02:00", .unreadableTime, "24:00", at: "2:5"),
    Damage(
      name, "2025-03-04,2025-03-04", "2025-03-04,2025-03-03", .brokenWindow, "before the first",
      at: "5:8"),
    Damage(name, "2025-03-04,2025-03-04", "2025-03,2025-03-04", .unreadableTime, "not a day"),
    Damage(name, ",6,2,no,district_detail", ",-6,2,no,district_detail", .outOfRange, "-6"),
    Damage(
      name, ",6,2,no,district_detail", ",6,2,perhaps,district_detail", .unknownWord,
      "`interruptible` cannot be `perhaps`", at: "6:11"),
    Damage(name, "district_detail", "detail", .unknownWord, "`supply`", at: "6:12"),
    Damage(
      name, "citywide_team,invented example data", "citywide_team,", .missingValue, "`source`",
      at: "7:13"),
    Damage(name, "officers_per_post", "officers", .unknownColumn, "`officers`"),
    Damage("study.yaml", "low: 0, high: 0.02", "low: 0.02, high: 0.03", .brokenGrowth, "0.01"),
    Damage("study.yaml", "rate_per_year: 0.01", "rate_per_year: 3", .outOfRange, "3"),
    Damage("study.yaml", "growth: {rate_per_year", "growth: {rate", .unknownKey, "`rate`"),
  ]

  @Test(arguments: faults)
  func `a fault of a commitment or of growth is found where it is`(damage: Damage) throws {
    try damage.check(allowingOthers: ["`officers`", "`rate`"].contains(damage.says))
  }

  /// Source of truth: the file of the bundled study, read by hand.
  @Test func `commitments are read as they stand`() throws {
    let study = try StudyFolder.read(at: BundledStudy.path("generic-two-districts")).study
    #expect(study.commitments.count == 6)
    let foot = study.commitments[0]
    #expect(foot.kind == .footBeat && foot.place == .district(District.ID("1")))
    #expect(foot.window.weekdays == [.friday, .saturday])
    #expect(foot.window.startMinute == 1080 && foot.window.minutes == 480)
    #expect(foot.interruptibility == CallPriority(2).map { .interruptible(by: $0) })
    #expect(study.commitments[1].place == .eachDistrict)
    #expect(study.commitments[1].interruptibility == .free)
    let event = study.commitments[4]
    #expect(event.supply == .districtDetail && event.window.from == event.window.through)
    #expect(study.commitments[5].place == .city && study.commitments[5].window.minutes == 1440)
    let growth = try #require(study.growth)
    #expect(growth.ratePerYear == 0.01 && growth.low == 0 && growth.high == 0.02)
    #expect(growth.provenance.isAssumption)
    #expect(study.planYear == nil && study.missingDays == [])
  }

  @Test func `a study may state its year and the days without data`() throws {
    let copy = try StudyCopy()
    try copy.append("plan_year: 2026\nmissing_days: [2025-03-05, 2025-03-06]", to: "study.yaml")
    let study = try StudyFolder.read(at: copy.path).study
    #expect(study.planYear == 2026)
    #expect(study.missingDays.map(\.description) == ["2025-03-05", "2025-03-06"])
  }

  @Test func `a study needs no commitments and no growth`() throws {
    let copy = try StudyCopy()
    try copy.replace("  commitments: commitments.csv\n", with: "", in: "study.yaml")
    let lines = try String(contentsOfFile: copy.file("study.yaml"), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    try copy.write(
      lines.filter { !$0.hasPrefix("growth:") }.joined(separator: "\n"), to: "study.yaml")
    let study = try StudyFolder.read(at: copy.path).study
    #expect(study.commitments == [] && study.growth == nil)
  }
}

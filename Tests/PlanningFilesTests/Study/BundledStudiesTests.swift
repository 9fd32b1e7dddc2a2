import Foundation
import PlanningFiles
import PolicingDomain
import Testing

@Suite("Bundled studies")
struct BundledStudiesTests {
  private func assigned(_ study: Study, _ rank: String) -> Double {
    study.organization.strength.filter { $0.rank.description == rank }.total(\.assigned).value
  }

  @Test(arguments: ["generic-two-districts", "chicago"])
  func `a bundled study has nothing to complain about`(name: String) throws {
    #expect(StudyFolder.issues(at: BundledStudy.path(name)) == [])
  }

  /// Source of truth: the tables of the example, counted by hand.
  @Test func `the example holds what its tables say`() throws {
    let reading = try StudyFolder.read(at: BundledStudy.path("generic-two-districts"))
    let study = reading.study
    #expect(reading.timezone == "America/Chicago")
    #expect(study.geography.areas.map(\.id.description) == ["north", "south"])
    #expect(study.geography.sectors.map(\.id.description) == ["1-A", "1-B", "2-A"])
    #expect(study.geography.beats.count == 5)
    #expect(study.geography.districts.map(\.population) == [60_000, 40_000])
    #expect(study.organization.sections.count == 4)
    #expect(
      study.organization.ranks.map(\.id.description) == [
        "lieutenant", "sergeant", "officer", "clerk",
      ])
    #expect(assigned(study, "officer") == 109)
    #expect(study.organization.authorized.map(\.positions.value) == [142, 6])
    #expect(
      study.schedule.patrolTours.map(\.id.description) == [
        "day-tour", "evening-tour", "night-tour",
      ])
    #expect(study.schedule.watches.map(\.crew) == [1.4, 1.4, 2])
    #expect(study.schedule.rotation.scheduledTours.rounded() == 243)
    #expect(study.budget?.limit.value == 17_000_000)
    #expect(study.rule("unity_of_command")?.statement == "same sergeant, same tour, same days off")
    let calls = BundledStudy.path("generic-two-districts") + "/calls.csv"
    #expect(study.calls == .export(file: calls, profile: "canonical"))
  }

  @Test func `every invented call of the example is read`() throws {
    let profile = BundledStudy.path("../Profiles/canonical.yaml")
    let calls = try CallImport(
      files: [BundledStudy.path("generic-two-districts/calls.csv")],
      profile: ColumnProfile(contentsOf: profile))
    #expect(calls.ledger.rowsRead == 300)
    #expect(calls.ledger.rowsUsed == 300)
    #expect(calls.ledger.orderViolations == [])
    let study = try StudyFolder.read(at: BundledStudy.path("generic-two-districts")).study
    let categories = Set(study.categories.map(\.category))
    let districts = Set(study.geography.districts.map(\.id))
    #expect(calls.calls.allSatisfy { study.period.contains($0.received) })
    #expect(calls.calls.allSatisfy { categories.contains($0.category) })
    #expect(calls.calls.allSatisfy { $0.district.map(districts.contains) == true })
  }

  /// Source of truth: the positions of the example, read by hand.
  @Test func `every basis is read`() throws {
    let study = try StudyFolder.read(at: BundledStudy.path("generic-two-districts")).study
    func basis(_ id: String) -> PositionBasis? {
      study.organization.positions.first { $0.id.description == id }?.basis
    }
    let fifth = try #require(CallPriority(5))
    #expect(basis("1-patrol") == .coverage)
    #expect(basis("1-patrol-sergeant") == .spanOverTours(span: 10))
    #expect(basis("2-desk") == .fixedPost(posts: 1, hoursPerWeek: 112))
    #expect(basis("detectives") == .workload(hoursPerYear: 13_000))
    #expect(
      basis("detective-sergeant") == .spanOfControl(over: [.init("detectives")], span: 10))
    #expect(basis("telephone-reports") == .callWorkload(priority: fifth, hoursPerCall: 0.5))
    #expect(basis("evidence-room") == .fixedCount(positions: 1))
    #expect(basis("training-officer") == .ratio(of: .swornStrength, per: 120))
    #expect(basis("records-clerk") == .policySet(positions: 4))
  }

  /// Source of truth: the rule of the United States since 2007: the clock skips 02:00 on the
  /// second Sunday of March and shows 01:00 twice on the first Sunday of November.
  @Test func `the nights on which the clock is changed are known`() throws {
    let study = try StudyCopy()
    try study.replace("through: 2025-03-16", with: "through: 2025-11-30", in: "study.yaml")
    let changes = try StudyFolder.read(at: study.path).study.period.clockChanges
    let times = changes.map { LocalTime(seconds: $0.hourNumber * 3600).description }
    #expect(times == ["2025-03-09T02:00:00", "2025-11-02T01:00:00"])
    #expect(changes.map(\.gain) == [-1, 1])
  }

  @Test func `every file that was read is listed once, in order`() throws {
    let folder = BundledStudy.path("generic-two-districts")
    let inputs = try StudyFolder.read(at: folder).inputs
    #expect(inputs.first?.path == "study.yaml")
    #expect(inputs.last?.path == "calls.csv")
    #expect(inputs.count == 19)
    #expect(Set(inputs.map(\.path)).count == inputs.count)
    #expect(inputs.allSatisfy { FileManager.default.isReadableFile(atPath: $0.absolutePath) })
  }
}

@Suite("The Chicago study")
struct ChicagoStudyTests {
  /// Source of truth: the rosters of 2023-11-02 and 2018-03-15, as counted in the design facts.
  @Test func `the ledgers of Chicago are those of the rosters`() throws {
    let study = try StudyFolder.read(at: BundledStudy.path("chicago")).study
    let strength = study.organization.strength
    func assigned(_ rank: String) -> Double {
      strength.filter { $0.rank.description == rank }.total(\.assigned).value
    }
    let sworn = strength.filter { $0.employment == .sworn }
    #expect(sworn.total(\.assigned).value == 11_721)
    #expect(assigned("police_officer") == 8418)
    #expect(assigned("sergeant") == 1292)
    #expect(assigned("detective") == 1127)
    #expect(assigned("lieutenant") == 254)
    #expect(assigned("field_training_officer") == 252)
    #expect(Set(sworn.filter { $0.assigned.value > 0 }.map(\.section)).count == 124)
    let civilians = strength.filter { $0.employment == .civilian }
    #expect(civilians.total(\.assigned).value == 1882)
    #expect(assigned("crossing_guard") == 516)
    #expect(study.geography.districts.count == 22)
    #expect(study.geography.beats.count == 274)
    #expect(strength.total(\.elsewhere).value == 193)
  }

  /// Source of truth: the files of the study, read by hand.
  @Test func `the calls, tours and money of Chicago are read`() throws {
    let reading = try StudyFolder.read(at: BundledStudy.path("chicago"))
    let study = reading.study
    guard case .synthesis(let synthesis) = study.calls else {
      Issue.record("the calls are not made up")
      return
    }
    #expect(synthesis.callsPerYear == 1_278_000)
    #expect(synthesis.hourShares.count == 168)
    #expect(synthesis.districtShares.count == 22)
    #expect(synthesis.missingArrived == [0.42, 0.49, 0.61, 0.65, 1])
    #expect(study.seed == 20_231_102)
    #expect(study.schedule.patrolTours.count == 6)
    #expect(study.schedule.officeTour.paid.value == 8)
    #expect(study.schedule.civilianTour.paid.value == 7)
    #expect(study.schedule.watches.map(\.startHour) == [23, 7, 15])
    #expect(study.budget?.limit.value == 2_034_244_600)
    #expect(study.period.dayCount == 365)
    #expect(study.period.clockChanges.map(\.gain) == [-1, 1])
    #expect(study.notice?.hasPrefix("DEMONSTRATION") == true)
    #expect(reading.inputs.contains { $0.path == "synthesis-hours.csv" })
  }
}

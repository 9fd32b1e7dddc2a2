import Foundation
import Rollcall
import TestSupport
import Testing

/// The small study with one thing changed, from files to plans.
@Suite("Study variants")
struct StudyVariantTests {
  /// Runs a copy of the small study in which `old` in one of its files is replaced by `new`.
  private func run(
    _ file: String? = nil, replacing old: String = "", with new: String = ""
  ) throws -> StudyResults {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let original = try #require(ReferenceData.study("generic-two-districts"))
    try FileManager.default.copyItem(at: URL(filePath: original), to: folder)
    if let file {
      let path = folder.appending(path: file)
      let text = try String(contentsOf: path, encoding: .utf8)
      try #require(text.contains(old), "\(file) has no \(old)")
      try Data(text.replacing(old, with: new).utf8).write(to: path)
    }
    return try StudyPipeline(studyAt: folder.path).run(to: .allocation, pricing: false)
  }

  private func patrol(_ results: StudyResults, _ basis: (PositionBasis) -> Bool) throws -> Double {
    let groups = Set(results.study.organization.positions.filter { basis($0.basis) }.map(\.id))
    let plan = try #require(results.required?.plan)
    return plan.assignments.filter { groups.contains($0.group) }.total(\.strength).value
  }

  private static let court = "court,recurring,officer|sergeant,,12,"
  private static let span = "span_of_control,10,0.95,"

  private func withSergeants(_ count: Int, _ share: String) -> String {
    "field_sergeants_per_watch,\(count),\(share),policy,example policy 3,all districts,"
      + "2026-01-01,no,invented example data\n\(Self.span)"
  }

  private func sergeants(_ results: StudyResults) throws -> Double {
    try patrol(results) { if case .spanOverTours = $0 { true } else { false } }
  }

  /// Source of truth: FORMULATION 12: patrol that tours size grows by the ratio of net hours on the
  /// street, as the ladder by net hours does.
  @Test func `an hour in court is an hour off the street, in the plan as in the ladder`() throws {
    let before = try run()
    let after = try run(
      "availability.csv", replacing: Self.court,
      with: "court,recurring,officer|sergeant,,112,")
    func hours(_ results: StudyResults) throws -> Double {
      let officer = try #require(
        results.study.organization.positions.first { $0.basis == .coverage }?.rank)
      let found = results.availabilities.first { item in
        item.rank == officer && results.study.schedule.patrolTours.contains(item.tour)
      }
      return try #require(found).netHours(.street).value
    }
    #expect(agrees(try hours(before) - hours(after), 100, within: 1e-9))
    let grown = try patrol(after) { $0 == .coverage } / patrol(before) { $0 == .coverage }
    #expect(agrees(grown, try hours(before) / hours(after), within: 1e-6))
  }

  /// Source of truth: metamorphic: a rule that must hold more often never needs fewer sergeants.
  @Test func `a stricter rule for sergeants never needs fewer`() throws {
    let shares = ["0.5", "0.95", "0.999"]
    let counts = try shares.map { share in
      try sergeants(
        run("rules.csv", replacing: Self.span, with: withSergeants(2, share)))
    }
    #expect(counts == counts.sorted())
    #expect(counts[0] < counts[2])
  }

  @Test func `a rule that must hold on every tour when people may be absent is refused`() throws {
    let error = #expect(throws: PlanningError.self) {
      try run("rules.csv", replacing: Self.span, with: withSergeants(2, "1"))
    }
    guard case .requirements(.unreachablePresence) = error else {
      Issue.record("expected unreachablePresence, got \(String(describing: error))")
      return
    }
  }

  /// Source of truth: by construction: made-up calls depend on the district of a beat, so that the
  /// cache must not give one study the calls of the other.
  @Test func `a beat in another district is another set of made-up calls`() throws {
    let folder = try #require(ReferenceData.study("chicago"))
    var study = try StudyFolder.read(at: folder).study
    guard case .synthesis(let synthesis) = study.calls else {
      Issue.record("the bundled study makes up its calls")
      return
    }
    let before = CallStore.key(study, synthesis)
    let beats = study.geography.beats
    let moved = Beat(
      id: beats[0].id, sector: beats[0].sector, district: study.geography.districts[1].id)
    study.geography = Geography(
      areas: study.geography.areas, districts: study.geography.districts,
      sectors: study.geography.sectors, beats: [moved] + beats.dropFirst())
    #expect(CallStore.key(study, synthesis) != before)
  }
}

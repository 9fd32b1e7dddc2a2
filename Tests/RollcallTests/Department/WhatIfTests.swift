import Rollcall
import Testing

/// What would be different if something were different.
@Suite("What if")
struct WhatIfTests {
  /// The first stage that differs: negative for a gain.
  ///
  /// People beyond what is authorized are placed
  /// nowhere, however many there are; that stage counts them and is passed over.
  private func firstChange(_ difference: PlanDifference) -> Double {
    for line in difference.objectives.prefix(6) where !line.name.hasPrefix("pay of deployable") {
      guard let before = line.before, let after = line.after else { continue }
      if abs(after - before) > 1e-5 * max(1, abs(before)) { return after - before }
    }
    return 0
  }

  /// Source of truth: metamorphic: with the money for them, more people never worsen the vector of
  /// objectives; dropping a rule never does.
  @Test(arguments: [
    ["officer=+20", "budget=+50%"], ["rule:field_sergeants_per_watch=off"],
    ["rule:span_of_control=off"], ["budget=+10%"],
  ])
  func `what adds people or takes rules away never makes it worse`(
    _ words: [String]
  ) async throws {
    let results = try await DepartmentRun.results("generic")
    let pipeline = try DepartmentRun.pipeline("generic")
    let answer = try pipeline.whatIf(StudyChange.changes(words), of: results)
    #expect(answer.results.recommended?.status == .optimal)
    #expect(firstChange(answer.difference) <= 0, "\(words)")
    for check in answer.results.ledgers { #expect(check.closes, "\(check.name)") }
  }

  /// Source of truth: identity: a change that changes nothing gives the same plan.
  @Test func `no change, no difference`() async throws {
    let results = try await DepartmentRun.results("generic")
    let pipeline = try DepartmentRun.pipeline("generic")
    let answer = try pipeline.whatIf([.people(rank: "chief", more: 0)], of: results)
    #expect(answer.difference.staffing.isEmpty && answer.difference.districts.isEmpty)
    #expect(answer.difference.objectives.allSatisfy { $0.before == $0.after })
    #expect(answer.results.findings == results.findings)
  }

  /// Source of truth: monotony: fewer responders leave police more work; more calls too.
  @Test func `without responders, and with more calls, police have more to do`() async throws {
    let results = try await DepartmentRun.results("generic")
    let pipeline = try DepartmentRun.pipeline("generic")
    func busy(_ words: [String]) throws -> Double {
      let scenario = try Scenario(results.study, changedBy: StudyChange.changes(words))
      let answer = try pipeline.answer(results, under: scenario, to: .requirement)
      return answer.units.reduce(0) { $0 + $1.busyUnits }
    }
    let usual = results.units.reduce(0) { $0 + $1.busyUnits }
    let without = results.study.responders.map { "responder:\($0.id)=off" }
    try #require(!without.isEmpty)
    #expect(try busy(without) > usual)
    #expect(try busy(["calls=+10%"]) > usual * 1.05)
  }

  @Test(arguments: [
    ("oficer=+1", "`officer`"), ("rule:span_of_contrl=8", "span_of_control"),
    ("proactive_tim=0.5", "proactive_time"), ("responder:crisis=off", "no responder"),
    ("officer=many", "cannot be read"), ("chief=-500", "cannot leave"),
    ("proactive_time=1.5", "below 1"), ("budget=-200%", "cannot be read"),
  ])
  func `a change that means nothing says what would`(_ words: String, _ says: String) async throws {
    let results = try await DepartmentRun.results("generic")
    let pipeline = try DepartmentRun.pipeline("generic")
    let error = #expect(throws: PlanningError.self) {
      try pipeline.whatIf(StudyChange.changes([words]), of: results)
    }
    #expect(error?.description.contains(says) == true, "\(error?.description ?? "")")
  }

  /// Source of truth: monotony: more proactive time never needs fewer positions.
  @Test func `alternatives of a target cost in their order`() async throws {
    var results = try await DepartmentRun.results("generic")
    let pipeline = try DepartmentRun.pipeline("generic")
    results.study.targets = results.study.targets.filter { $0.name == "proactive_time" }
    let lines = try pipeline.alternatives(of: results)
    try #require(lines.count >= 2)
    let ordered = lines.sorted { $0.value < $1.value }
    for (less, more) in zip(ordered, ordered.dropFirst()) {
      let (few, many) = (try #require(less.required), try #require(more.required))
      #expect(few <= many + 1e-3, "\(less.value) → \(more.value)")
    }
  }

  /// Source of truth: one plan is never worse than one made in stages, in the order of objectives.
  @Test func `planning in stages is never better`() async throws {
    let results = try await DepartmentRun.results("generic")
    let staged = try #require(try DepartmentRun.pipeline("generic").staged(results))
    let first = staged.lines.first { abs($0.difference) > 1e-4 * max(1, abs($0.integrated)) }
    #expect((first?.difference ?? 0) >= 0, "\(first?.objective ?? "")")
  }
}

import LinearProgramming
import PolicingDomain
import StaffAllocation
import TestSupport
import Testing

/// Conversions, overtime, fairness, tolerances and the order of objectives.
@Suite("Preferences of the allocation")
struct AllocationPreferenceTests {
  private func plan(
    _ question: AllocationQuestion, _ mode: StaffingPlan.Mode = .allocate
  ) throws -> StaffingPlan {
    try #require(try StaffingPlan.answer(question, mode: mode).plan)
  }

  private func strength(_ plan: StaffingPlan, _ group: String) -> Double {
    plan.assignments.filter { $0.group.description == group }.total(\.strength).value
  }

  /// Source of truth: by hand.
  ///
  /// Two desk positions pass to civilians, but one of the two holders is not fit for full duty and
  /// stays: one officer goes on patrol, which then has 15 instead of 14. Two positions take 2.5
  /// civilians. A limit of 1.25 hires halves it.
  @Test(arguments: [(nil, 2.0), (1.25, 1.0)])
  func `a conversion moves a position, and an officer only where one is freed`(
    limit: Double?, positions: Double
  ) throws {
    var question = try TinyDepartment.question()
    question.conversions = [
      CivilianConversion(
        group: .init("001-desk"), eligible: FullTimeEquivalents(2),
        convertible: FullTimeEquivalents(2), officersFreed: FullTimeEquivalents(1),
        civilianRank: TinyDepartment.clerk, civiliansPerPosition: 1.25, reason: "by hand",
        provenance: TinyDepartment.provenance)
    ]
    question.preferences.conversions = limit
    let plan = try plan(question)
    let found = try #require(plan.conversions.first)
    #expect(agrees(found.positions.value, positions, within: 1e-5))
    #expect(agrees(found.hired.value, 1.25 * positions, within: 1e-5))
    #expect(agrees(found.officersFreed.value, positions / 2, within: 1e-5))
    #expect(agrees(found.reserved.value, positions / 2, within: 1e-5))
    #expect(agrees(strength(plan, "001-patrol"), 14 + positions / 2, within: 1e-5))
    #expect(agrees(strength(plan, "001-desk"), 2 - positions / 2, within: 1e-5))
  }

  /// Source of truth: by hand.
  ///
  /// 14 officers on patrol are 14 · 2/3 · 0.825 = 7.7 on the street in all, of 16 required. 8,760
  /// hours of overtime a year are two more in every hour of one watch: 6.3 are short.
  @Test func `overtime puts officers on the street, within its hours`() throws {
    var question = try TinyDepartment.question()
    question.preferences.overtime = .init(hours: Hours(8760), dollarsPerHour: 0.01)
    let plan = try plan(question)
    #expect(agrees(plan.overtime.total(\.hoursPerYear).value, 8760, within: 1e-5))
    let short = plan.coverageShortages.reduce(0) { $0 + $1.short }
    #expect(agrees(short, 6.3, within: 1e-5))
  }

  /// Source of truth: the worst mean wait of the table by district, worked out hour by hour.
  @Test func `fairness by waiting makes the worst mean wait small`() throws {
    var question = try AllocationLawTests.question()
    question.preferences.fairness = .waiting
    question.preferences.order = [.minimums, .fairness, .weightedShortage, .cost, .movement]
    let plan = try plan(question)
    let stage = try #require(
      plan.stages.first {
        $0.objective == "mean wait of urgent calls in the worst-off district"
      })
    let worst = try #require(plan.waits.map(\.meanWait.value).max())
    #expect(agrees(worst, stage.value, within: 1e-5))
  }

  /// Source of truth: metamorphic: room in an earlier objective never worsens a later one.
  @Test func `a tolerance leaves room for what comes later`() throws {
    let strict = try plan(TinyDepartment.question())
    var question = try TinyDepartment.question()
    question.preferences.tolerances = [.weightedShortage: 0.2]
    let loose = try plan(question)
    let name = "people who change sections"
    let before = try #require(strict.stages.first { $0.objective == name })
    let after = try #require(loose.stages.first { $0.objective == name })
    #expect(after.value <= before.value + 1e-6)
    #expect(strict.stages.map(\.objective) == loose.stages.map(\.objective))
  }

  @Test func `the order is the study's`() throws {
    var question = try TinyDepartment.question()
    question.preferences.order = [.weightedShortage, .minimums, .movement, .cost]
    let names = try plan(question).stages.prefix(5).map(\.objective)
    #expect(
      names == [
        "pay of deployable people placed nowhere", "weighted shortage",
        "shortage of minimums by rule",
        "people who change sections", "cost of the plan",
      ])
  }

  @Test func `mode what-if answers as allocate does, under its own name`() throws {
    let question = try TinyDepartment.question()
    let whatIf = try plan(question, .whatIf)
    #expect(whatIf.mode == .whatIf)
    #expect(try whatIf.teams == plan(question).teams)
  }

  /// Source of truth: by hand.
  ///
  /// 14 officers of section 001, of whom two are at the desk; nobody may leave or come: records lack
  /// one of three, and with no limit nobody comes either, because patrol counts more.
  @Test func `a limit on movement holds`() throws {
    var question = try TinyDepartment.question(officersRequired: 1)
    let free = try plan(question)
    let name = "people who change sections"
    let moved = try #require(free.stages.first { $0.objective == name })
    #expect(agrees(moved.value, 1, within: 1e-5))
    question.preferences.movementLimit = 0.25
    let held = try plan(question)
    #expect(agrees(strength(held, "100-records"), 2.25, within: 1e-5))
  }

  /// Source of truth: by hand: three of four clerks and officers of section 100 must stay.
  @Test func `no section loses more than the largest cut`() throws {
    var question = try TinyDepartment.question(budget: 2500, offStrength: 0)
    question.preferences.largestCut = Share(1, of: 20)
    let outcome = try StaffingPlan.answer(question, mode: .allocate)
    guard case .infeasible(_, let rows, _, _, let wayOut) = outcome else {
      Issue.record("expected infeasible, got \(outcome)")
      return
    }
    #expect(rows.contains("budget"))
    #expect(!wayOut.isEmpty)
  }
}

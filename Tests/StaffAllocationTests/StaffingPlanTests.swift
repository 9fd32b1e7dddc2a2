import LinearProgramming
import PolicingDomain
import StaffAllocation
import TestSupport
import Testing

@Suite("Staffing plan")
struct StaffingPlanTests {
  private func plan(
    _ question: AllocationQuestion, _ mode: StaffingPlan.Mode, pricing: Bool = false
  ) throws -> StaffingPlan {
    try #require(try StaffingPlan.answer(question, mode: mode, pricing: pricing).plan)
  }

  private func strength(_ plan: StaffingPlan, _ group: String) -> Double {
    plan.assignments.filter { $0.group.description == group }.total(\.strength).value
  }

  /// Source of truth: by hand.
  ///
  /// On any day two of the three groups of a tour work, each present with 0.9 and on the street
  /// 11/12 of the watch: (2/3) · X · 0.825 ≥ 8 for even groups, so that X = 14.545 on each of two
  /// tours, 29.091 officers. Ten to a sergeant needs 2.909, but a sergeant scheduled on every watch
  /// and day needs 1.5 on each tour, which is 3.
  @Test func `what is required covers every watch and day with even groups`() throws {
    let plan = try plan(TinyDepartment.question(), .require)
    #expect(agrees(strength(plan, "001-patrol"), 2 * 8 / 0.825 * 1.5, within: 1e-6))
    #expect(agrees(strength(plan, "001-sergeants"), 3, within: 1e-6))
    #expect(agrees(strength(plan, "001-desk"), 2, within: 1e-6))
    #expect(agrees(strength(plan, "100-records"), 3, within: 1e-6))
    #expect(strength(plan, "100-recruits") == 5)
    for team in plan.teams { #expect(agrees(team.officers.value, 8 / 0.825 / 2, within: 1e-6)) }
  }

  /// Source of truth: by hand.
  ///
  /// Veterans who are there count first: 2 of the 29.091.
  @Test func `in mode require, other ranks count as far as they are there`() throws {
    let plan = try plan(TinyDepartment.question(), .require)
    let veterans = plan.assignments.filter { $0.rank == TinyDepartment.veteran }
    #expect(veterans.total(\.strength).value <= 2 + 1e-6)
  }

  /// Source of truth: by hand.
  ///
  /// 14 officers and 2 veterans: two at the desk by minimum, the other 14 on patrol (weight 1)
  /// rather than in records (0.5), where two clerks leave one position short.
  @Test func `scarce people go where a missing one counts most`() throws {
    let plan = try plan(TinyDepartment.question(), .allocate)
    #expect(agrees(strength(plan, "001-desk"), 2, within: 1e-5))
    #expect(agrees(strength(plan, "001-patrol"), 14, within: 1e-5))
    #expect(agrees(strength(plan, "100-records"), 2, within: 1e-5))
    #expect(plan.stages.map(\.objective).first == "shortage of minimums by rule")
    #expect(
      plan.shortages.contains { $0.what == "100-records" && agrees($0.amount, 1, within: 1e-4) })
  }

  /// Source of truth: conservation: Σ teams = patrol group, placed ≤ deployable for each rank.
  @Test func `people are neither made nor lost`() throws {
    let question = try TinyDepartment.question()
    let plan = try plan(question, .allocate)
    #expect(agrees(plan.teams.total(\.officers).value, strength(plan, "001-patrol"), within: 1e-5))
    for rank in question.ranks {
      let placed = plan.assignments.filter {
        $0.rank == rank.id && $0.group.description != "100-recruits"
      }
      let there = question.strength.filter { $0.rank == rank.id }
      #expect(placed.total(\.strength).value <= there.total(\.deployable).value + 1e-5)
    }
  }

  /// Source of truth: unity of command: no team has more officers than its sergeants may lead.
  @Test(arguments: [3.0, 5, 10])
  func `no sergeant leads more than the span`(span: Double) throws {
    let plan = try plan(TinyDepartment.question(span: span), .require)
    for team in plan.teams {
      #expect(team.officers.value <= span * team.sergeants.value + 1e-6)
    }
  }

  /// Source of truth: metamorphic: a plan for twice the need and twice the rest is twice the plan.
  @Test func `doubling what is required doubles the patrol strength`() throws {
    let single = try plan(TinyDepartment.question(officersRequired: 8), .require)
    let double = try plan(TinyDepartment.question(officersRequired: 16), .require)
    #expect(
      agrees(strength(double, "001-patrol"), 2 * strength(single, "001-patrol"), within: 1e-6))
  }

  /// Source of truth: metamorphic: more people never leave more unfilled.
  @Test func `one more officer never hurts`() throws {
    let fewer = try plan(TinyDepartment.question(officers: 14), .allocate)
    let more = try plan(TinyDepartment.question(officers: 15), .allocate)
    let stage = "weighted shortage"
    let before = try #require(fewer.stages.first { $0.objective == stage })
    let after = try #require(more.stages.first { $0.objective == stage })
    #expect(after.value <= before.value + 1e-9)
  }

  /// Source of truth: the price of one more officer is the difference of two solves.
  @Test func `the price of one more officer is what solving again gives`() throws {
    let priced = try plan(TinyDepartment.question(officers: 14), .allocate, pricing: true)
    let more = try plan(TinyDepartment.question(officers: 15), .allocate)
    let price = try #require(
      priced.prices.first { $0.rule == "one more officer" && $0.unit.hasSuffix("weighted shortage") })
    let stage = "weighted shortage"
    let before = try #require(priced.stages.first { $0.objective == stage })
    let after = try #require(more.stages.first { $0.objective == stage })
    #expect(agrees(price.amount, after.value - before.value, within: 1e-6))
  }

  /// Source of truth: with one district there is nothing to share out, so that fairness costs nothing
  /// beyond what the tolerance of the held stages leaves.
  @Test func `fairness among one district has no price`() throws {
    let priced = try plan(TinyDepartment.question(officers: 14), .allocate, pricing: true)
    let prices = priced.prices.filter { $0.rule.hasPrefix("fairness between districts left out") }
    #expect(prices.count == 2)
    for price in prices { #expect(abs(price.amount) < 1e-2, "\(price.rule) \(price.amount)") }
  }

  /// Source of truth: by hand: five recruits at 100 cost 500, more than the budget of 400.
  @Test func `a budget below what is already held is infeasible, with the row named`() throws {
    let outcome = try StaffingPlan.answer(TinyDepartment.question(budget: 400), mode: .allocate)
    guard case .infeasible(_, let rows, _, _, _) = outcome else {
      Issue.record("expected infeasible, got \(outcome)")
      return
    }
    #expect(rows.contains("budget"))
  }

  /// Source of truth: by hand.
  ///
  /// 14 officers, 2 veterans, 4 sergeants and 2 clerks cost 1,400 + 220 + 480 + 100, the five
  /// recruits 500, and an officer off strength 100: 2,800. One dollar less leaves somebody unplaced.
  @Test func `people off strength are paid, and a budget that pays all but a dollar binds`() throws
  {
    let whole = try plan(TinyDepartment.question(budget: 2800, offStrength: 1), .allocate)
    #expect(whole.unplaced.isEmpty)
    let short = try plan(TinyDepartment.question(budget: 2790, offStrength: 1), .allocate)
    let unpaid = short.unplaced.map { unplaced in
      unplaced.strength.value * (unplaced.rank == TinyDepartment.clerk ? 50 : 120)
    }
    #expect(unpaid.reduce(0, +) >= 10 - 1e-3)
  }

  /// Source of truth: conservation: whoever can be deployed is placed once or counted as unplaced.
  @Test func `nobody is dropped in silence`() throws {
    let question = try TinyDepartment.question(officers: 60)
    let plan = try plan(question, .allocate)
    for rank in question.ranks {
      let placed = plan.assignments.filter {
        $0.rank == rank.id && $0.group.description != "100-recruits"
      }
      let unplaced = plan.unplaced.filter { $0.rank == rank.id }
      let there = question.strength.filter { $0.rank == rank.id }.total(\.deployable)
      let counted = placed.total(\.strength) + unplaced.total(\.strength)
      #expect(agrees(counted.value, there.value, within: 1e-4), "\(rank.id)")
    }
  }

  /// Source of truth: by hand: a tour that starts with an hour of roll call leaves that hour of its
  /// watch empty, so that no number of its officers covers the watch.
  @Test func `an hour in which nobody is on the street is a shortage, not an average`() throws {
    let question = try TinyDepartment.question(rollCall: 1)
    let outcome = try StaffingPlan.answer(question, mode: .require)
    guard case .infeasible(_, let rows, _, _, _) = outcome else {
      Issue.record("expected infeasible, got \(outcome)")
      return
    }
    #expect(rows.contains { $0.contains("hour 6") || $0.contains("hour 18") })
  }

  @Test func `equal questions give equal plans`() throws {
    let first = try plan(TinyDepartment.question(), .allocate)
    let second = try plan(TinyDepartment.question(), .allocate)
    #expect(first == second)
  }

  @Test(arguments: [-1, .nan, .infinity])
  func `refuses a strength that is not a count`(officers: Double) throws {
    let question = try TinyDepartment.question(officers: officers)
    let error = #expect(throws: AllocationError.self) {
      try StaffingPlan.answer(question, mode: .allocate)
    }
    #expect(error?.description.contains("Deployable officer of section 001") == true)
  }

  @Test func `zero demand leaves fixed posts and nothing on the street`() throws {
    let plan = try plan(
      TinyDepartment.question(officersRequired: 0, fieldSergeants: 0), .require)
    #expect(strength(plan, "001-patrol") == 0)
    #expect(agrees(strength(plan, "001-desk"), 2, within: 1e-6))
  }
}

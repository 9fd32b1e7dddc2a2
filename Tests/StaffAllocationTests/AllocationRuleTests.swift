import LinearProgramming
import PolicingDomain
import StaffAllocation
import TestSupport
import Testing

/// Rules by authority, what they cost, and what happens when they cannot be met together.
@Suite("Rules of the allocation")
struct AllocationRuleTests {
  private func plan(_ question: AllocationQuestion, pricing: Bool = false) throws -> StaffingPlan {
    try #require(
      try StaffingPlan.answer(question, mode: .allocate, pricing: pricing).plan)
  }

  private func value(_ plan: StaffingPlan, _ stage: String) throws -> Double {
    try #require(plan.stages.first { $0.objective == stage }).value
  }

  private func spanRows(_ rules: [PatrolRule]) throws -> [String] {
    var question = try TinyDepartment.question()
    question.rules = rules
    let text = try AllocationModel(question, mode: .allocate).program.description
    return text.split(separator: "\n").map(String.init).filter { $0.contains("span[001,day,A]:") }
  }

  /// Source of truth: by hand: the strictest of the rules that are on in the district counts.
  @Test func `the strictest rule of a district counts`() throws {
    func rule(_ name: String, _ span: Double, _ districts: [String], isOn: Bool = true) -> PatrolRule
    {
      PatrolRule(
        name: name, authority: .policy, districts: districts.map { District.ID($0) }, isOn: isOn,
        demand: .span(span))
    }
    let rules = [
      rule("city", 10, []), rule("here", 8, ["001"]), rule("elsewhere", 5, ["002"]),
      rule("off", 3, [], isOn: false),
    ]
    #expect(try spanRows(rules).first?.contains("8 sergeants[001,day,A] <= 0") == true)
  }

  /// Source of truth: the price of a rule is the difference of two plans.
  @Test func `what a rule costs is what solving again gives`() throws {
    let question = try TinyDepartment.question(span: 3)
    let priced = try plan(question, pricing: true)
    let price = try #require(priced.rulePrices.first { $0.rule == "span_of_control" })
    #expect(price.label == "cost of compliance")
    let stage = "weighted shortage"
    let change = try #require(price.changes.first { $0.stage == stage })
    for (amount, changed) in [(change.lifted, nil), (change.tightened, 2.0)] {
      var other = question
      if let changed {
        other.rules[0].demand = .span(changed)
      } else {
        other.rules[0].isOn = false
      }
      let difference = try value(plan(other), stage) - value(priced, stage)
      #expect(agrees(try #require(amount), difference, within: 1e-5))
    }
    #expect(try #require(change.lifted) < 0)
    #expect(try #require(change.tightened) > 0)
    let other = try #require(priced.rulePrices.first { $0.rule == "field_sergeants" })
    #expect(other.label == "price")
  }

  /// Source of truth: by hand: a rule that the plan keeps with room to spare costs nothing.
  @Test func `a rule that does not bind has no price`() throws {
    let priced = try plan(TinyDepartment.question(span: 100, fieldSergeants: 0), pricing: true)
    for price in priced.rulePrices {
      for change in price.changes where change.stage != "people who change sections" {
        #expect(change.lifted == 0, "\(price.rule) \(change.stage)")
      }
    }
  }

  /// Source of truth: duality: where the range has room on both sides, a shadow price is the rate of
  /// change, and one clerk more fills half a weight of a position in records.
  @Test func `a shadow price names its stage, its unit and its range`() throws {
    let priced = try plan(TinyDepartment.question(), pricing: true)
    let clerk = try #require(
      priced.shadowPrices.first { $0.row == "supply[clerk]" && $0.stage == "weighted shortage" })
    #expect(agrees(clerk.price, -0.5, within: 1e-6))
    #expect(clerk.unit == "full-time equivalents")
    #expect(clerk.range.contains(2))
    #expect(clerk.words == "deployable people of rank clerk")
  }

  /// Source of truth: by hand: five recruits at 100 cost 500; a budget of 400 must rise by 100.
  @Test func `an infeasible budget comes with words and a way out`() throws {
    let outcome = try StaffingPlan.answer(TinyDepartment.question(budget: 400), mode: .allocate)
    guard case .infeasible(_, _, _, let conflicts, let wayOut) = outcome else {
      Issue.record("expected infeasible, got \(outcome)")
      return
    }
    #expect(conflicts.contains { $0.hasPrefix("the budget") })
    #expect(wayOut.count == 1)
    #expect(wayOut.first?.hasSuffix("raise by 100.0") == true)
  }

  @Test func `what stands in law is never a way out`() throws {
    var question = try TinyDepartment.question(budget: 400)
    question.limits.budgetAuthority = .statute
    let outcome = try StaffingPlan.answer(question, mode: .allocate)
    guard case .infeasible(_, _, _, let conflicts, let wayOut) = outcome else {
      Issue.record("expected infeasible, got \(outcome)")
      return
    }
    #expect(!conflicts.isEmpty)
    #expect(wayOut.isEmpty)
  }

  /// Source of truth: by hand: nobody is on the street in the hour of roll call, so the eight officers
  /// required there must give.
  @Test func `a requirement that no tour can meet is named with what would have to give`() throws {
    let outcome = try StaffingPlan.answer(TinyDepartment.question(rollCall: 1), mode: .require)
    guard case .infeasible(_, _, _, let conflicts, let wayOut) = outcome else {
      Issue.record("expected infeasible, got \(outcome)")
      return
    }
    #expect(conflicts.contains { $0.hasPrefix("officers required on the street: 001") })
    #expect(wayOut.contains { $0.contains("officers required") && $0.hasSuffix("lower by 8.0") })
  }

  @Test func `rules with one name, or on a watch that is none, are refused`() throws {
    var question = try TinyDepartment.question()
    question.rules.append(question.rules[0])
    #expect(throws: AllocationError.repeatedRule("span_of_control")) {
      try AllocationModel(question, mode: .allocate)
    }
    question.rules[2] = PatrolRule(
      name: "late", authority: .policy,
      demand: .minimums([
        WatchMinimum(
          district: TinyDepartment.district, watch: .init("late"), members: .officers, amount: 1)
      ]))
    #expect(throws: AllocationError.self) { try AllocationModel(question, mode: .allocate) }
  }

  @Test func `delays that are not convex are refused`() throws {
    var question = try TinyDepartment.question()
    let hour = HourOfWeek(.monday, hour: 8)
    question.curves = [
      DelayCurve(
        district: TinyDepartment.district, hour: hour, calls: 2, hoursWaited: [6, 5, 2],
        keepsUp: 1, required: 1)
    ]
    #expect(throws: AllocationError.notConvex(TinyDepartment.district, hour)) {
      try AllocationModel(question, mode: .allocate)
    }
  }
}

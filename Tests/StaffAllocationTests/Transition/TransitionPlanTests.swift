import PolicingDomain
import StaffAllocation
import TestSupport
import Testing

@Suite("Transition over several years")
struct TransitionPlanTests {
  private func plan(_ question: TransitionQuestion) throws -> TransitionPlan {
    let answer = try TransitionPlan.answer(question)
    return try #require(answer.plan, "\(answer)")
  }

  private func book(
    _ plan: TransitionPlan, _ year: Int, _ rank: Rank.ID
  ) throws -> TransitionPlan.RankYear {
    try #require(plan.years[year - 1].ranks.first { $0.rank == rank })
  }

  /// Source of truth: conservation: the end of a year is its start with hires and promotions in, without
  /// promotions out and exits; the next year starts there; promotions leave one rank for another.
  @Test(arguments: [0.0, 6, 18])
  func `the books of every rank and year close`(months: Double) throws {
    let plan = try plan(
      TransitionFixture.question(years: 4, months: months, limit: 12, converting: true))
    for rank in TransitionFixture.ranks {
      var end: Double?
      for number in 1...4 {
        let line = try book(plan, number, rank.id)
        #expect(
          line.end
            == line.start + line.hires + line.promotedIn - line.promotedOut - line.exits)
        if let end { #expect(line.start == end) }
        end = line.end
      }
    }
    for year in plan.years {
      let into = year.ranks.reduce(0) { $0 + $1.promotedIn }
      let out = year.ranks.reduce(0) { $0 + $1.promotedOut }
      #expect(agrees(into, out, within: 1e-6))
      for line in year.ranks {
        let groups = year.assignments.filter { $0.rank == line.rank }.total(\.strength).value
        let civilians = year.conversions.filter { $0.rank == line.rank }
          .reduce(0) { $0 + $1.civilians }
        #expect(
          agrees(
            line.end - line.training, groups + civilians + line.unplaced, within: 1e-3))
      }
    }
  }

  /// Source of truth: by hand.
  ///
  /// 65 positions and 53 people: with 10 % leaving, 45 officers and 2.7 sergeants stay; 2.3 are
  /// promoted and 17.3 hired for 60 officers. Nothing is short in any year.
  @Test func `without limits hires and promotions fill everything in the first year`() throws {
    let plan = try plan(TransitionFixture.question())
    for year in plan.years { #expect(year.short < 1e-3) }
    let officers = try book(plan, 1, TransitionFixture.officer)
    #expect(agrees(officers.exits, 5))
    #expect(agrees(officers.promotedOut, 2.3, within: 1e-4))
    #expect(agrees(officers.hires, 17.3, within: 1e-4))
    let sergeants = try book(plan, 2, TransitionFixture.sergeant)
    #expect(agrees(sergeants.promotedIn, 0.5, within: 1e-4))
  }

  /// Source of truth: metamorphic.
  @Test func `without exits and limits the shortage is zero from the first year on`() throws {
    let plan = try plan(TransitionFixture.question(exits: 0))
    for year in plan.years {
      #expect(year.short < 1e-3)
      #expect(year.ranks.allSatisfy { $0.exits == 0 })
    }
  }

  /// Source of truth: by hand.
  ///
  /// With eighteen months to solo a hire works for half of the second year and all of the third; hires
  /// of the first year are in training for the whole of it.
  @Test func `hires work from the month on in which they work alone`() throws {
    let plan = try plan(TransitionFixture.question(exits: 0, months: 18, limit: 12))
    let first = try book(plan, 1, TransitionFixture.officer)
    #expect(agrees(first.training, first.hires, within: 1e-4))
    let second = try book(plan, 2, TransitionFixture.officer)
    #expect(agrees(second.training, second.hires + 0.5 * first.hires, within: 1e-4))
    #expect(plan.years[0].short > plan.years[2].short)
  }

  /// Source of truth: metamorphic: the objectives before cost, in their order, never get worse.
  @Test func `more money never worsens anything that comes before cost`() throws {
    var before = [Double](repeating: .infinity, count: 3)
    for budget in [5000.0, 5400, 5800, 6200, 6600] {
      let plan = try plan(TransitionFixture.question(budget: budget))
      let values = plan.stages.prefix(3).map(\.value)
      let differing = zip(values, before).first { abs($0 - $1) > 1e-4 }
      if let (now, earlier) = differing { #expect(now < earlier) }
      for year in plan.years { #expect(year.cost.value <= budget + 1e-3) }
      before = values
    }
  }

  /// Source of truth: metamorphic: twice the people, needs and limits give twice of everything.
  @Test func `doubling everything doubles`() throws {
    let once = try plan(TransitionFixture.question(months: 6, limit: 8, budget: 6000))
    let twice = try plan(TransitionFixture.question(scale: 2, months: 6, limit: 8, budget: 6000))
    for (one, two) in zip(once.stages, twice.stages) {
      let factor = one.unit == "share-years" ? 1.0 : 2
      #expect(agrees(two.value, factor * one.value, within: 1e-4), "\(one.objective)")
    }
    for number in 1...3 {
      for rank in TransitionFixture.ranks {
        let one = try book(once, number, rank.id)
        let two = try book(twice, number, rank.id)
        #expect(agrees(two.end, 2 * one.end, within: 1e-3))
      }
    }
  }

  /// Source of truth: by hand: ten hires a year in all, so that 55 are left after the first year of the
  /// 65 wanted: 53 less 5.3 who leave, and ten.
  @Test func `the academy and the rank take no more than their limit`() throws {
    for question in [
      TransitionFixture.question(limit: 10), TransitionFixture.question(seats: 10),
    ] {
      let plan = try plan(question)
      #expect(agrees(try book(plan, 1, TransitionFixture.officer).hires, 10, within: 1e-4))
      #expect(agrees(plan.years[0].short, 65 - 57.7, within: 1e-3))
      #expect(plan.years[1].short < plan.years[0].short)
    }
  }

  /// Source of truth: by hand.
  ///
  /// Six of ten desk positions can be converted, 1.25 clerks each. No officer can be hired, so that
  /// clerks come in and six officers go to patrol.
  @Test func `conversions free officers through civilian hires`() throws {
    let plan = try plan(
      TransitionFixture.question(exits: 0, converting: true, seats: 0))
    let conversion = try #require(plan.years[0].conversions.first)
    #expect(agrees(conversion.total, 6, within: 1e-3))
    #expect(agrees(conversion.civilians, 7.5, within: 1e-3))
    #expect(agrees(conversion.added, 6, within: 1e-3))
    #expect(agrees(try book(plan, 1, TransitionFixture.clerk).hires, 7.5, within: 1e-3))
    #expect(plan.years[1].conversions.first.map { $0.added < 1e-3 } ?? false)
    #expect(agrees(plan.years[0].short, 65 - 53 - 6, within: 1e-3))
  }

  /// Source of truth: by hand: patrol counts twice, so that desk officers would move; none may, and six
  /// may.
  @Test func `no more people change sections than may`() throws {
    for limit in [0.0, 6] {
      let plan = try plan(TransitionFixture.question(exits: 0, seats: 0, moves: limit))
      #expect(agrees(plan.years[0].moves, limit, within: 1e-3))
    }
  }

  /// Source of truth: by hand: the desk keeps at least 80 % of its ten people.
  @Test func `no section loses more than the largest cut`() throws {
    let plan = try plan(TransitionFixture.question(exits: 0, seats: 0, cut: 0.2))
    for year in plan.years {
      let desk = year.assignments.filter { $0.group.description == "100-desk" }
      #expect(agrees(desk.total(\.strength).value, 8, within: 1e-3))
    }
  }

  /// Source of truth: by hand: nobody can be let go, and 53 people cost 5,360 dollars a year at least.
  @Test func `a budget below the people there is infeasible, in words`() throws {
    let answer = try TransitionPlan.answer(
      TransitionFixture.question(exits: 0, budget: 4000))
    guard case .infeasible(_, let rules, _) = answer else {
      Issue.record("\(answer)")
      return
    }
    #expect(rules.contains("year 1: the year costs no more than its budget"))
    #expect(rules.contains { $0.contains("those who stayed") })
  }

  /// Source of truth: by hand: 65 wanted, 55 authorized.
  @Test func `authorized positions limit the plan`() throws {
    let plan = try plan(TransitionFixture.question(authorized: 55))
    for year in plan.years {
      let sworn = year.ranks.filter { $0.rank != TransitionFixture.clerk }
      #expect(sworn.reduce(0) { $0 + $1.end } <= 55 + 1e-4)
      #expect(agrees(year.short, 10, within: 1e-3))
    }
  }

  /// Source of truth: constructed: a need that falls leaves conversions in place and people unplaced or
  /// beyond the need, and breaks nothing.
  @Test func `needs may fall and rise`() throws {
    let groups = TransitionFixture.groups(converting: true).map { group in
      TransitionQuestion.Group(
        id: group.id, section: group.section, ranks: group.ranks,
        needs: [group.needs[0], group.needs[0] / 5, group.needs[0] * 2], weight: group.weight,
        isMinimum: group.isMinimum, isDistrictPatrol: group.isDistrictPatrol,
        conversion: group.conversion)
    }
    let plan = try plan(TransitionFixture.question(limit: 10, needs: groups))
    for year in plan.years.dropFirst() {
      for conversion in year.conversions { #expect(conversion.added >= 0) }
    }
    #expect(plan.years[1].short < 1e-3)
  }

  @Test(arguments: [Double.nan, -1, .infinity])
  func `numbers that make no sense are refused`(value: Double) {
    for question in [
      TransitionFixture.question(budget: value), TransitionFixture.question(limit: value),
      TransitionFixture.question(months: value), TransitionFixture.question(moves: value),
    ] {
      #expect(throws: AllocationError.self) { try TransitionPlan.answer(question) }
    }
    #expect(throws: AllocationError.self) {
      try TransitionPlan.answer(TransitionFixture.question(years: 0))
    }
  }

  @Test func `the same question has the same answer`() throws {
    let question = TransitionFixture.question(months: 6, limit: 8, budget: 6000, converting: true)
    #expect(try TransitionPlan.answer(question) == TransitionPlan.answer(question))
  }
}

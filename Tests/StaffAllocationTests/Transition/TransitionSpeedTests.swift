import PolicingDomain
import StaffAllocation
import TestSupport
import Testing

@Suite("Speed of a transition", .tags(.slow), .enabled(if: runsSlowTests))
struct TransitionSpeedTests {
  /// A department of 124 sections, 800 groups and 41 ranks, made up from a seed.
  static func department(years: Int) -> TransitionQuestion {
    var generator = SeededGenerator(seed: 41)
    let ranks = (0..<41).map { position in
      TransitionFixture.rank(
        Rank.ID("rank-\(position)"), position < 27 ? .sworn : .civilian, position + 1,
        300_000 - 6000 * Double(position))
    }
    // Ranks 20 to 26 and the civilian ones are hired into, the others promoted into from below.
    let flows = ranks.enumerated().map { position, rank in
      TransitionFixture.flow(
        rank.id, from: position < 20 ? ranks[min(26, position + 7)].id : nil, exits: 0.06,
        months: position < 20 ? 3 : 18, limit: position < 20 ? nil : 200)
    }
    var groups: [TransitionQuestion.Group] = []
    var strength: [DeployableStrength] = []
    for number in 0..<800 {
      let section = Section.ID("section-\(number % 124)")
      let rank = generator.integer(below: 41)
      let need = Double(2 + generator.integer(below: 30))
      let also = rank < 26 && number.isMultiple(of: 2) ? [ranks[rank + 1].id] : []
      let converts = rank >= 20 && rank < 27 && number.isMultiple(of: 3)
      let id = PositionGroup.ID("group-\(number)")
      groups.append(
        .init(
          id: id, section: section, ranks: [ranks[rank].id] + also,
          needs: (0..<years).map { need * (1 + 0.02 * Double($0)) },
          weight: 1 + Double(number % 5), isMinimum: number.isMultiple(of: 7),
          isDistrictPatrol: number < 22,
          conversion: converts
            ? CivilianConversion(
              group: id, eligible: FullTimeEquivalents(need),
              convertible: FullTimeEquivalents(need / 2), officersFreed: .zero,
              civilianRank: ranks[30].id, civiliansPerPosition: 1.14, reason: "",
              provenance: TransitionFixture.source) : nil))
      strength.append(
        TransitionFixture.strength(
          section.description, ranks[rank].id, need * generator.uniform(in: 0.6...1.05)))
    }
    let cost = strength.reduce(0.0) { sum, line in
      sum + line.deployable.value
        * (ranks.first { $0.id == line.rank }?.annualCost.value ?? 0)
    }
    return TransitionQuestion(
      ranks: ranks, groups: groups, strength: strength, flows: flows,
      years: (0..<years).map { year in
        .init(
          budget: DollarsPerYear(cost * (1.02 + 0.02 * Double(year))), academySeats: 900,
          moves: 400)
      })
  }

  /// Source of truth: measured: a department of the size of Chicago's, five years, a few seconds.
  @Test func `five years of eight hundred groups take seconds`() throws {
    let clock = ContinuousClock()
    var answer: TransitionAnswer?
    let time = try clock.measure {
      answer = try TransitionPlan.answer(Self.department(years: 5))
    }
    let plan = try #require(answer?.plan, "\(String(describing: answer))")
    print("transition of 800 groups, 41 ranks, 5 years: \(time)")
    for stage in plan.stages { print("  \(stage.objective): \(stage.value), \(stage.check)") }
    #expect(time < .seconds(60))
  }
}

import LinearProgramming
import PolicingDomain
import StaffAllocation
import TestSupport
import Testing

/// What must hold whatever the figures: doubling, dropping rules, order of districts, conservation.
@Suite("Laws of the allocation")
struct AllocationLawTests {
  /// A department of two districts and six sections, with every family of constraints.
  static func question(scarce: Double = 0.7) throws -> AllocationQuestion {
    var department = LargeDepartment(
      districts: 2, sections: 6, groupsPerSection: 3, mostUnits: 8)
    var question = try department.question()
    question.strength = question.strength.map { line in
      DeployableStrength(
        section: line.section, rank: line.rank, assigned: line.assigned,
        deployable: line.deployable * scarce, authorized: nil)
    }
    question.limits = .init(budget: DollarsPerYear(8e7), authorized: [])
    let open = question.groups.first { $0.function == "desk" }
    let group = try #require(open).id
    question.conversions = [
      CivilianConversion(
        group: group, eligible: FullTimeEquivalents(8), convertible: FullTimeEquivalents(6),
        officersFreed: FullTimeEquivalents(4), civilianRank: LargeDepartment.rank(39),
        civiliansPerPosition: 1.2, reason: "made up", provenance: LargeDepartment.provenance)
    ]
    question.preferences.conversions = 5
    question.preferences.largestCut = Share(1, of: 2)
    question.preferences.movementLimit = 80
    question.preferences.overtime = .init(hours: Hours(9000), dollarsPerHour: 80)
    return question
  }

  static func doubled(_ program: LinearProgram) -> LinearProgram {
    var double = program
    for part in program.rows.map(ProgramPart.row) + program.variables.map(ProgramPart.variable) {
      let bounds = program.bounds(of: part)
      double.setBounds(of: part, to: 2 * bounds.lowerBound...2 * bounds.upperBound)
    }
    return double
  }

  /// Source of truth: an LP is homogeneous in its right-hand sides and bounds: no constant hides in an
  /// objective or a coefficient. Even the worst-off share doubles, whose need is a coefficient.
  @Test func `doubling every right-hand side and every bound doubles the optimum`() throws {
    let model = try AllocationModel(Self.question(), mode: .allocate)
    let objectives: [LinearExpression] = [
      model.minimumShortage(), model.urgentWaiting(), model.weightedShortage(),
      model.annualCost(), LinearExpression(model.worstOff),
    ]
    for (position, objective) in objectives.enumerated() {
      var program = model.program
      program.minimize(objective)
      let single = try #require(try program.solve().solution).objective
      let double = try #require(try Self.doubled(program).solve().solution).objective
      #expect(position == 0 || single > 0)
      #expect(agrees(double, 2 * single, within: 1e-7), "objective \(position + 1)")
    }
  }

  /// Source of truth: metamorphic: a plan that keeps a rule is still there without it.
  @Test func `dropping any rule never worsens the lexicographic vector`() throws {
    let question = try Self.question()
    let base = try #require(try StaffingPlan.answer(question, mode: .allocate).plan)
    for position in question.rules.indices {
      var without = question
      without.rules[position].isOn = false
      let free = try #require(try StaffingPlan.answer(without, mode: .allocate).plan)
      for (before, after) in zip(base.stages, free.stages) {
        let dust = 1e-6 * max(1, abs(before.value))
        #expect(
          after.value <= before.value + dust, "\(question.rules[position].name) \(before.objective)")
        // Once better, the stages after it may be worse.
        if after.value < before.value - dust { break }
      }
    }
  }

  /// Source of truth: metamorphic: names, not the order of the file, decide between equal plans.
  @Test func `districts in another order give the same plan in that order`() throws {
    let question = try Self.question()
    var turned = AllocationQuestion(
      districts: question.districts.reversed(), ranks: question.ranks,
      groups: question.groups.reversed(), positions: question.positions, units: question.units,
      strength: question.strength, patrol: question.patrol, limits: question.limits)
    turned.rules = question.rules
    turned.curves = question.curves
    turned.conversions = question.conversions
    turned.preferences = question.preferences
    let plan = try #require(try StaffingPlan.answer(question, mode: .allocate).plan)
    let other = try #require(try StaffingPlan.answer(turned, mode: .allocate).plan)
    let found = Dictionary(
      other.assignments.map { ("\($0.group) \($0.rank)", $0.strength.value) },
      uniquingKeysWith: { $1 })
    for assignment in plan.assignments {
      let value = try #require(found["\(assignment.group) \(assignment.rank)"])
      #expect(
        agrees(value, assignment.strength.value, within: 1e-4), "\(assignment.group)")
    }
    let teams = Dictionary(
      other.teams.map { ("\($0.district) \($0.tour) \($0.dayOffGroup)", $0.officers.value) },
      uniquingKeysWith: { $1 })
    for team in plan.teams where team.officers.value > 1e-3 {
      let value = try #require(teams["\(team.district) \(team.tour) \(team.dayOffGroup)"])
      #expect(agrees(value, team.officers.value, within: 1e-4), "\(team.district) \(team.tour)")
    }
  }

  /// Source of truth: conservation: deployable = placed + unplaced, rank by rank; hires apart.
  @Test func `everybody is placed once, hires apart`() throws {
    let question = try Self.question()
    let plan = try #require(try StaffingPlan.answer(question, mode: .allocate).plan)
    for rank in question.ranks {
      let placed = plan.assignments.filter { $0.rank == rank.id }.total(\.strength)
      let unplaced = plan.unplaced.filter { $0.rank == rank.id }.total(\.strength)
      let there = question.strength.filter { $0.rank == rank.id }.total(\.deployable)
      #expect(agrees((placed + unplaced).value, there.value, within: 2e-3), "\(rank.id)")
    }
    for conversion in plan.conversions {
      #expect(agrees(conversion.hired.value, 1.2 * conversion.positions.value, within: 1e-5))
      let whole = conversion.officersFreed + conversion.reserved
      #expect(agrees(whole.value, conversion.positions.value, within: 1e-5))
    }
  }

  /// Source of truth: the waiting of the stage and that of the table by district are worked out on
  /// two ways, by steps and hour by hour.
  @Test func `waiting by steps is waiting by hours`() throws {
    let plan = try #require(try StaffingPlan.answer(Self.question(), mode: .allocate).plan)
    let stage = try #require(plan.stages.first { $0.objective == "waiting of urgent calls" })
    #expect(agrees(plan.waits.total(\.hoursWaited).value, stage.value, within: 1e-5))
  }

  /// Source of truth: an integrated plan is the best of all, the staged one among them.
  @Test func `the staged plan is never better than the integrated one`() throws {
    let question = try Self.question()
    let plan = try #require(try StaffingPlan.answer(question, mode: .allocate).plan)
    let found = try #require(try StagedComparison.comparing(plan, of: question))
    #expect(found.lines.count == 7)
    for line in found.lines {
      let dust = 1e-4 * max(1, abs(line.integrated))
      #expect(line.difference >= -dust, "\(line.objective)")
      if line.difference > dust { break }
    }
  }
}

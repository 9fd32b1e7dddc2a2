/// From requirements and strength to plans.
struct AllocationStage {
  private let study: Study
  private let requirement: RequirementStage
  private let rules: PatrolRules

  init(_ results: StudyResults, _ requirement: RequirementStage) throws(PlanningError) {
    study = results.study
    self.requirement = requirement
    do {
      rules = try PatrolRules(of: results.study, requirement.availabilities)
    } catch {
      throw .requirements(error)
    }
  }

  /// Asks what is required, and adds the answer.
  func recordRequired(in results: inout StudyResults) throws(PlanningError) {
    do {
      let required = try StaffingPlan.answer(question(authorized: []), mode: .require)
      results.required = StudyResults.Answer(required, mode: .require)
    } catch {
      throw .allocation(error)
    }
  }

  /// Returns the stages of the best use when a group needs more positions, or fewer; nothing where
  /// there is no plan, or fewer than none would be needed.
  func stages(
    needing more: Double, in group: PositionGroup.ID
  ) throws(PlanningError) -> [StaffingPlan.Stage]? {
    var question = question(authorized: study.authorizedLimits)
    guard let position = question.positions.firstIndex(where: { $0.group == group }) else {
      return nil
    }
    let need = question.positions[position]
    let positions = need.positions + FullTimeEquivalents(more)
    guard positions >= .zero else { return nil }
    question.positions[position] = PositionRequirement(
      group: need.group, positions: positions, basis: need.basis, reason: need.reason,
      isSizedByTours: need.isSizedByTours)
    do {
      return try StaffingPlan.answer(question, mode: .allocate).plan?.stages
    } catch {
      throw .allocation(error)
    }
  }

  /// Compares the recommended plan with one that sizes tours first and places people afterwards.
  func recordStaged(in results: inout StudyResults) throws(PlanningError) {
    guard let plan = results.recommended?.plan else { return }
    do {
      results.staged = try StagedComparison.comparing(
        plan, of: question(authorized: study.authorizedLimits))
    } catch {
      throw .allocation(error)
    }
  }

  /// Asks both questions, what is required and what is recommended, and adds the answers.
  func record(
    in results: inout StudyResults, pricing: Bool, progress: (String) -> Void = { _ in }
  ) throws(PlanningError) {
    let authorized = applicableLimits(&results.findings)
    results.findings += rules.findings
    results.department.rules = rules.effects
    let question = question(authorized: authorized)
    do {
      let required = try StaffingPlan.answer(question, mode: .require)
      results.required = StudyResults.Answer(required, mode: .require)
      progress("best use of the strength")
      let recommended = try StaffingPlan.answer(question, mode: .allocate, pricing: pricing)
      results.recommended = StudyResults.Answer(recommended, mode: .allocate)
    } catch {
      throw .allocation(error)
    }
    if let plan = results.required?.plan {
      results.positions = rules.explained(results.positions, by: plan, study)
    }
    if let plan = results.recommended?.plan {
      results.teamSpans = rules.spans(of: plan.teams)
      results.findings += rules.findings(about: results.teamSpans) + findings(about: plan)
      results.department.rules = rules.effects(after: plan, results.teamSpans)
    }
  }

  private func question(authorized: [AuthorizedTotal]) -> AllocationQuestion {
    let schedule = study.schedule
    var question = AllocationQuestion(
      districts: study.geography.districts.map(\.id), ranks: study.organization.ranks,
      groups: study.organization.positions, positions: requirement.positions,
      units: requirement.units, strength: requirement.strength,
      patrol: AllocationQuestion.Patrol(
        watches: schedule.watches,
        rosters: [
          AllocationQuestion.Roster(tours: schedule.patrolTours, rotation: schedule.rotation)
        ], presence: rules.officers.streetPresence,
        netStreetHours: rules.officers.netHours(.street)),
      limits: AllocationQuestion.Limits(budget: study.budget?.limit, authorized: authorized))
    question.strengthToday = requirement.strengthToday
    question.rules = rules.demands
    question.curves = requirement.curves
    question.conversions = requirement.conversions.filter { $0.convertible > .zero }
    question.preferences = study.preferences
    return question
  }

  /// The authorized totals that can be a limit.
  ///
  /// One that is below the strength it is published for belongs to another date or another count of
  /// people; it is shown, not imposed.
  private func applicableLimits(_ findings: inout [String]) -> [AuthorizedTotal] {
    let limits = study.authorizedLimits
    for total in study.organization.authorized where !limits.contains(total) {
      let assigned = study.organization.strength.filter { $0.employment == total.employment }
        .total(\.assigned)
      findings.append(
        "\(Int(total.positions.value)) authorized \(total.employment.rawValue) positions "
          + "(\(total.provenance.source), \(total.provenance.date)) are fewer than the "
          + "\(Int(assigned.value)) people on the roster: shown, not imposed as a limit")
    }
    return limits
  }

  private func findings(about plan: StaffingPlan) -> [String] {
    guard !plan.unplaced.isEmpty else { return [] }
    let words = plan.unplaced.map { "\($0.rank) \(Self.tenths($0.strength.value))" }
    return [
      "deployable people whom the plan places nowhere, because of the budget or of authorized "
        + "positions: \(words.joined(separator: ", "))"
    ]
  }

  private static func tenths(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
}

extension StudyResults.Answer {
  init(_ outcome: AllocationOutcome, mode: StaffingPlan.Mode) {
    switch outcome {
    case .plan(let plan):
      self.init(mode: mode, status: .optimal, plan: plan, reason: "every stage verified")
    case .infeasible(let stage, _, let proof, let conflicts, let wayOut):
      self.init(
        mode: mode, status: .infeasible, plan: nil,
        reason: "no plan meets these together (stage \(stage)): "
          + "\(conflicts.joined(separator: "; ")). "
          + (wayOut.isEmpty
            ? "No change of targets and policies alone makes a plan possible."
            : "The cheapest way out: \(wayOut.joined(separator: "; ")).") + " Proof: \(proof)")
    case .unbounded(let stage, let proof):
      self.init(
        mode: mode, status: .unbounded, plan: nil,
        reason: "the objective \(stage) has no limit. Proof: \(proof)")
    case .limit(let stage, let report):
      self.init(mode: mode, status: .limit, plan: nil, reason: "stage \(stage): \(report)")
    case .notProven(let stage, let report):
      self.init(mode: mode, status: .notProven, plan: nil, reason: "stage \(stage): \(report)")
    }
  }
}

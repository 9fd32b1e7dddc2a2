/// From requirements and strength to plans.
struct AllocationStage {
  private let study: Study
  private let requirement: RequirementStage

  init(_ results: StudyResults, _ requirement: RequirementStage) {
    study = results.study
    self.requirement = requirement
  }

  /// Asks both questions, what is required and what is recommended, and adds the answers.
  func record(in results: inout StudyResults, pricing: Bool) throws(PlanningError) {
    let authorized = applicableLimits(&results.findings)
    let question = try question(authorized: authorized)
    do {
      let required = try StaffingPlan.answer(question, mode: .require)
      results.required = StudyResults.Answer(required, mode: .require)
      let recommended = try StaffingPlan.answer(question, mode: .allocate, pricing: pricing)
      results.recommended = StudyResults.Answer(recommended, mode: .allocate)
    } catch {
      throw .allocation(error)
    }
  }

  private func question(
    authorized: [AuthorizedTotal]
  ) throws(PlanningError) -> AllocationQuestion {
    AllocationQuestion(
      districts: study.geography.districts.map(\.id), ranks: study.organization.ranks,
      groups: study.organization.positions, positions: requirement.positions,
      units: requirement.units, strength: requirement.strength, patrol: try patrol(),
      limits: AllocationQuestion.Limits(budget: study.budget?.limit, authorized: authorized))
  }

  private func patrol() throws(PlanningError) -> AllocationQuestion.Patrol {
    let groups = study.organization.positions
    let officer = groups.first { $0.basis == .coverage }?.rank
    let sergeant = groups.first { if case .spanOverTours = $0.basis { true } else { false } }?.rank
    let street = officer.flatMap { requirement.availabilities.availability(of: $0, .street) }
    let supervisors = sergeant.flatMap { requirement.availabilities.availability(of: $0, .street) }
    let span = study.rule("span_of_control")?.value ?? 10
    return AllocationQuestion.Patrol(
      watches: study.schedule.watches, tours: study.schedule.patrolTours,
      rotation: study.schedule.rotation, presence: street?.presence ?? 1,
      netStreetHours: street?.netHours(.street) ?? Hours(1), span: span,
      fieldSergeants: try fieldSergeants(presence: supervisors?.presence ?? 1))
  }

  /// The sergeants to schedule so that the rule's number is present on its share of tours.
  private func fieldSergeants(presence: Double) throws(PlanningError) -> Double {
    guard let rule = study.rule("field_sergeants_per_watch") else { return 0 }
    guard let share = rule.shareOfTours, share < .whole else { return rule.value }
    do {
      return Double(
        try FieldMinimum.scheduled(
          present: Int(rule.value.rounded(.up)), presence: presence, shareOfTours: share))
    } catch {
      throw .requirements(error)
    }
  }

  /// The authorized totals that can be a limit.
  ///
  /// One that is below the strength it is published for belongs to another date or another count of
  /// people; it is shown, not imposed.
  private func applicableLimits(_ findings: inout [String]) -> [AuthorizedTotal] {
    study.organization.authorized.filter { total in
      let assigned = study.organization.strength.filter { $0.employment == total.employment }
        .total(\.assigned)
      guard total.positions < assigned else { return true }
      findings.append(
        "\(Int(total.positions.value)) authorized \(total.employment.rawValue) positions "
          + "(\(total.provenance.source), \(total.provenance.date)) are fewer than the "
          + "\(Int(assigned.value)) people on the roster: shown, not imposed as a limit")
      return false
    }
  }
}

extension StudyResults.Answer {
  init(_ outcome: AllocationOutcome, mode: StaffingPlan.Mode) {
    switch outcome {
    case .plan(let plan):
      self.init(mode: mode, status: .optimal, plan: plan, reason: "every stage verified")
    case .infeasible(let stage, let rows, let proof):
      self.init(
        mode: mode, status: .infeasible, plan: nil,
        reason: "no plan meets these together (stage \(stage)): "
          + "\(rows.joined(separator: "; ")). Proof: \(proof)")
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

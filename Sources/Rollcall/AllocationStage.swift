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
    if let finding = conflictingSpans { results.findings.append(finding) }
    let question = try question(authorized: authorized)
    do {
      let required = try StaffingPlan.answer(question, mode: .require)
      results.required = StudyResults.Answer(required, mode: .require)
      let recommended = try StaffingPlan.answer(question, mode: .allocate, pricing: pricing)
      results.recommended = StudyResults.Answer(recommended, mode: .allocate)
      results.teamSpans = spans(of: recommended.plan?.teams ?? [], span: question.patrol.span)
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
    let street = presenceOnStreet(of: \.officers)
    let supervisors = presenceOnStreet(of: \.sergeants)
    return AllocationQuestion.Patrol(
      watches: study.schedule.watches, tours: study.schedule.patrolTours,
      rotation: study.schedule.rotation, presence: street?.presence ?? 1,
      netStreetHours: street?.netHours(.street) ?? Hours(1), span: strictestSpan,
      fieldSergeants: try fieldSergeants(presence: supervisors?.presence ?? 1))
  }

  /// The ranks of patrol: those whose groups the tours size.
  private var patrolRanks: (officers: Rank.ID?, sergeants: Rank.ID?) {
    let groups = study.organization.positions
    let supervising = groups.first { if case .spanOverTours = $0.basis { true } else { false } }
    return (groups.first { $0.basis == .coverage }?.rank, supervising?.rank)
  }

  private func presenceOnStreet(
    of rank: KeyPath<(officers: Rank.ID?, sergeants: Rank.ID?), Rank.ID?>
  ) -> Availability? {
    patrolRanks[keyPath: rank].flatMap { requirement.availabilities.availability(of: $0, .street) }
  }

  /// Every span that the study states for tours: by rules, and in the table of positions.
  private var statedSpans: [Double] {
    let ofGroups = study.organization.positions.compactMap { group -> Double? in
      if case .spanOverTours(let span) = group.basis { span } else { nil }
    }
    return study.rules.filter { $0.name == "span_of_control" }.map(\.value) + ofGroups
  }

  /// The span that teams must keep: the strictest that the study states.
  private var strictestSpan: Double { statedSpans.min() ?? 10 }

  private var conflictingSpans: String? {
    let spans = Set(statedSpans).sorted()
    guard spans.count > 1 else { return nil }
    let words = spans.map { "\($0)" }.joined(separator: ", ")
    return "rules and positions state different spans of control for tours (\(words)): the "
      + "strictest is kept"
  }

  /// How often each team is within its span.
  private func spans(of teams: [StaffingPlan.Team], span: Double) -> [StudyResults.TeamSpan] {
    let presence = (
      officers: presenceOnStreet(of: \.officers)?.presence ?? 1,
      sergeants: presenceOnStreet(of: \.sergeants)?.presence ?? 1
    )
    return teams.map { team in
      let sergeants = team.sergeants.value * presence.sergeants
      return StudyResults.TeamSpan(
        present: sergeants > 0 ? team.officers.value * presence.officers / sergeants : 0,
        shareOfTours: SpanOnTours.shareWithin(
          span: span, officers: team.officers, sergeants: team.sergeants, presence: presence))
    }
  }

  /// The sergeants to schedule so that the rule's number is present on its share of tours.
  private func fieldSergeants(presence: Double) throws(PlanningError) -> Double {
    let rules = study.rules.filter { $0.name == "field_sergeants_per_watch" }
    guard let rule = rules.max(by: { $0.value < $1.value }) else { return 0 }
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

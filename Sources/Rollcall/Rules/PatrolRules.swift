/// The rules of supervision that a study states, and how often people of patrol are present.
struct PatrolRules {
  private let study: Study
  /// The availability of officers on patrol tours.
  let officers: Availability
  /// The availability of sergeants on patrol tours.
  let sergeants: Availability
  /// The demands of the rules on the teams, with those that are switched off.
  let demands: [PatrolRule]
  /// What each rule does.
  let effects: [RuleEffect]
  /// The share of tours on which the span is to be kept by those present.
  let spanShare: Share
  /// What a reader should know about these rules.
  let findings: [String]

  init(of study: Study, _ availabilities: AvailabilityTable) throws(RequirementsError) {
    self.study = study
    let groups = study.organization.positions
    let leading = groups.first { if case .spanOverTours = $0.basis { true } else { false } }
    let patrol = groups.first { $0.basis == .coverage }
    officers = try Self.onStreet(patrol, availabilities, study)
    sergeants = try Self.onStreet(leading, availabilities, study)
    let reading = RuleReading(
      study: study, presence: (officers.presence, sergeants.presence))
    demands = try reading.rules()
    effects = RuleEffects(study, availabilities).all()
    spanShare =
      study.rules.filter { $0.name == "span_of_control" && $0.isOn }.compactMap(\.shareOfTours)
      .max() ?? RuleReading.regularShare
    findings = Self.findings(effects, study)
  }

  /// The availability of the rank of a group on the street; of the first rank where a study has no
  /// such group, because it then has no patrol to schedule.
  private static func onStreet(
    _ group: PositionGroup?, _ availabilities: AvailabilityTable, _ study: Study
  ) throws(RequirementsError) -> Availability {
    let rank = group?.rank ?? study.organization.ranks.first { $0.employment == .sworn }?.id
    guard let rank, let found = availabilities.availability(of: rank, .street) else {
      throw .missingAvailability(rank: rank ?? Rank.ID("sworn"), working: .street)
    }
    return found
  }

  private static func findings(_ effects: [RuleEffect], _ study: Study) -> [String] {
    effects.compactMap { effect in
      let rule = study.rules[effect.rule]
      switch effect.state {
      case .unknown: return "rule \(rule.name) has no effect: \(effect.words)"
      case .notMet: return "rule \(rule.name) is not met: \(effect.words)"
      case .off: return "rule \(rule.name) (\(rule.authority.rawValue)) is switched off"
      case .held, .met, .stated: return nil
      }
    }
  }

  /// The officers for each sergeant that teams of `district` must keep: the strictest in force.
  func span(in district: District.ID) -> Double {
    demands.compactMap { rule -> Double? in
      guard rule.isOn, rule.districts.isEmpty || rule.districts.contains(district),
        case .span(let span) = rule.demand
      else { return nil }
      return span
    }.min() ?? .infinity
  }

  private func spanWords(in district: District.ID) -> String {
    let span = span(in: district)
    return span.isFinite
      ? "one for \(span.written()) officers of the same tour and day-off group"
      : "no span of control is in force"
  }

  /// The sergeants whom the rules want scheduled on each watch of `district`.
  func scheduledSergeants(in district: District.ID) -> Double {
    demands.flatMap { rule -> [Double] in
      guard rule.isOn, case .minimums(let minimums) = rule.demand else { return [] }
      return minimums.filter { $0.district == district && $0.members == .sergeants }.map(\.amount)
    }.max() ?? 0
  }

  /// Returns what each rule does once there is a plan: whether teams keep the span as often as the
  /// rule wants, and which minimums are short.
  func effects(
    after plan: StaffingPlan, _ spans: [StudyResults.TeamSpan]
  ) -> [RuleEffect] {
    let short = plan.shortages.filter { $0.unit != "positions" }
    return effects.map { effect in
      let rule = study.rules[effect.rule]
      guard effect.state == .held else { return effect }
      if rule.name == "span_of_control" {
        let wanted = (rule.shareOfTours ?? .none).value
        let own = zip(plan.teams, spans).filter { rule.applies(in: $0.0.district) }.map(\.1)
        let failing = own.filter { $0.shareOfTours < wanted }
        guard let worst = failing.map(\.shareOfTours).min() else { return effect }
        return RuleEffect(
          rule: effect.rule, state: .notMet,
          words: "kept by every team on average; counted in whole people present, "
            + "\(failing.count) of \(own.count) teams keep it on fewer than "
            + "\((wanted * 100).written(1)) % of tours, the worst on \((worst * 100).written(1)) %")
      }
      let lacking = short.filter { $0.what.contains(rule.name) }
      guard let most = lacking.first else { return effect }
      return RuleEffect(
        rule: effect.rule, state: .notMet,
        words: "short in \(lacking.count) places, most: \(most.what) "
          + "\(most.amount.written()) \(most.unit)")
    }
  }

  /// How often each team is within its span.
  func spans(of teams: [StaffingPlan.Team]) -> [StudyResults.TeamSpan] {
    let presence = (officers: officers.presence, sergeants: sergeants.presence)
    return teams.map { team in
      let present = team.sergeants.value * presence.sergeants
      return StudyResults.TeamSpan(
        present: present > 0 ? team.officers.value * presence.officers / present : 0,
        shareOfTours: SpanOnTours.shareWithin(
          span: span(in: team.district), officers: team.officers, sergeants: team.sergeants,
          presence: presence))
    }
  }

  /// What a reader should know about the spans of a plan: a plan in full-time equivalents keeps the
  /// span on the roster, and whole people who are sometimes absent keep it less often.
  func findings(about spans: [StudyResults.TeamSpan]) -> [String] {
    let failing = spans.filter { $0.shareOfTours < spanShare.value }
    guard let worst = failing.map(\.shareOfTours).min() else { return [] }
    return [
      "\(failing.count) of \(spans.count) teams are within the span of control on fewer than "
        + "\(Int(spanShare.value * 100)) % of tours (worst \(Int(worst * 100)) %), counted in whole "
        + "people: sergeants required are a lower bound until teams are planned in whole numbers"
    ]
  }

  /// Returns `positions` with the reason of each group that tours size in full, now that they have:
  /// what the tours decided and why, then the cross-check by net hours.
  func explained(
    _ positions: [PositionRequirement], by plan: StaffingPlan, _ study: Study
  ) -> [PositionRequirement] {
    positions.map { need in
      guard need.isSizedByTours,
        let group = study.organization.positions.first(where: { $0.id == need.group })
      else { return need }
      let count = plan.assignments.filter { $0.group == need.group }.total(\.strength).value
      let district = District.ID(group.section.description)
      let words =
        group.basis == .coverage
        ? "so many that the officers required are on the street in every hour of every watch on "
          + "every day of the rotation, each present there \(Self.percent(officers.streetPresence)) "
          + "of the scheduled time"
        : "\(spanWords(in: district)), and "
          + "\(scheduledSergeants(in: district).written()) scheduled on each watch and day, so that the minimum of the "
          + "rules is present on its share of tours (presence \(Self.percent(sergeants.presence)))"
      return PositionRequirement(
        group: need.group, positions: need.positions, basis: need.basis,
        reason: "tours decide \((count * 100).rounded() / 100): \(words). \(need.reason)",
        isSizedByTours: true)
    }
  }

  private static func percent(_ share: Double) -> String { "\((share * 1000).rounded() / 10) %" }
}

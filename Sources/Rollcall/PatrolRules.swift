/// The rules of supervision that a study states, and how often people of patrol are present.
struct PatrolRules {
  /// The share of tours on which a rule must hold that states none: "regularly" (FORMULATION 7.3).
  private static let regularShare = Share(19, of: 20)
  /// The most sergeants that a rule may want on a watch; more is a slip of the pen.
  private static let mostSergeants = 1000.0

  /// The availability of officers on patrol tours.
  let officers: Availability
  /// The availability of sergeants on patrol tours.
  let sergeants: Availability
  /// The officers for each sergeant that teams must keep: the strictest that the study states.
  let span: Double
  /// The share of tours on which the span is to be kept by those present.
  let spanShare: Share
  /// The sergeants to schedule so that those whom the rules want are present.
  let scheduledSergeants: Double
  /// What a reader should know about these rules.
  let findings: [String]

  init(of study: Study, _ availabilities: AvailabilityTable) throws(RequirementsError) {
    let groups = study.organization.positions
    let leading = groups.first { if case .spanOverTours = $0.basis { true } else { false } }
    let patrol = groups.first { $0.basis == .coverage }
    officers = try Self.onStreet(patrol, availabilities, study)
    sergeants = try Self.onStreet(leading, availabilities, study)
    let spanRules = study.rules.filter { $0.name == "span_of_control" }
    let stated =
      spanRules.map(\.value)
      + groups.compactMap { group -> Double? in
        if case .spanOverTours(let span) = group.basis { span } else { nil }
      }
    span = stated.min() ?? 10
    spanShare = spanRules.compactMap(\.shareOfTours).max() ?? Self.regularShare
    scheduledSergeants = try Self.scheduled(study.rules, presence: sergeants.presence)
    findings = Self.findings(spans: stated) + Self.findings(rules: study.rules)
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

  /// The largest number of sergeants that any rule needs scheduled.
  private static func scheduled(
    _ rules: [StaffingRule], presence: Double
  ) throws(RequirementsError) -> Double {
    var most = 0
    for rule in rules where rule.name == "field_sergeants_per_watch" {
      guard rule.value <= mostSergeants else {
        throw .invalidFigure(what: "The number of field sergeants on a watch", value: rule.value)
      }
      most = max(
        most,
        try FieldMinimum.scheduled(
          present: Int(rule.value.rounded(.up)), presence: presence,
          shareOfTours: rule.shareOfTours ?? regularShare))
    }
    return Double(most)
  }

  private static func findings(spans: [Double]) -> [String] {
    let distinct = Set(spans).sorted()
    if distinct.isEmpty {
      return ["no span of control is stated: ten officers for each sergeant is assumed"]
    }
    guard distinct.count > 1 else { return [] }
    let words = distinct.map { "\($0)" }.joined(separator: ", ")
    return [
      "rules and positions state different spans of control for tours (\(words)): the strictest "
        + "is kept"
    ]
  }

  /// Names of rules whose numbers enter the program.
  private static let programRules = ["span_of_control", "field_sergeants_per_watch"]

  /// Names of rules that the study carries out elsewhere.
  ///
  /// They act in the form of the teams, in positions, in absences and in the rotation; their rows
  /// state the authority.
  private static let statedRules = [
    "unity_of_command", "watch_lieutenant", "training_hours", "day_off_rotation",
  ]

  private static func findings(rules: [StaffingRule]) -> [String] {
    let unknown = rules.map(\.name).filter { !(programRules + statedRules).contains($0) }
    var found = unknown.map { "rule \($0) has no effect: no stage knows a rule of this name" }
    for rule in rules where programRules.contains(rule.name) {
      let everywhere = rules.contains { other in
        other.name == rule.name && (other.scope.isEmpty || other.scope.hasPrefix("all"))
      }
      guard !everywhere else { continue }
      found.append(
        "rule \(rule.name) is in force in \(rule.scope); it is applied to every district here")
    }
    return found
  }

  /// How often each team is within its span.
  func spans(of teams: [StaffingPlan.Team]) -> [StudyResults.TeamSpan] {
    let presence = (officers: officers.presence, sergeants: sergeants.presence)
    return teams.map { team in
      let present = team.sergeants.value * presence.sergeants
      return StudyResults.TeamSpan(
        present: present > 0 ? team.officers.value * presence.officers / present : 0,
        shareOfTours: SpanOnTours.shareWithin(
          span: span, officers: team.officers, sergeants: team.sergeants, presence: presence))
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
      let words =
        group.basis == .coverage
        ? "so many that the officers required are on the street in every hour of every watch on "
          + "every day of the rotation, each present there \(Self.percent(officers.streetPresence)) "
          + "of the scheduled time"
        : "one for \(span) officers of the same tour and day-off group, and "
          + "\(Int(scheduledSergeants)) scheduled on each watch and day, so that the minimum of the "
          + "rules is present on its share of tours (presence \(Self.percent(sergeants.presence)))"
      return PositionRequirement(
        group: need.group, positions: need.positions, basis: need.basis,
        reason: "tours decide \((count * 100).rounded() / 100): \(words). \(need.reason)",
        isSizedByTours: true)
    }
  }

  private static func percent(_ share: Double) -> String { "\((share * 1000).rounded() / 10) %" }
}

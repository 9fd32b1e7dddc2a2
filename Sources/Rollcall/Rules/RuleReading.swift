/// Turns the rules of a study into demands on the teams of patrol (FORMULATION 7.3 and 7.10).
struct RuleReading {
  /// The share of tours on which a rule must hold that states none: "regularly" (FORMULATION 7.3).
  static let regularShare = Share(19, of: 20)
  /// The names of rules that the program holds.
  static let planned = [
    "span_of_control", "field_sergeants_per_watch", "beat_complement", "rapid_units_per_sector",
    "crisis_certified_officers_per_watch", "crisis_certified_share",
  ]
  /// The most people that a rule may want on a watch; more is a slip of the pen.
  private static let mostPeople = 1000.0

  let study: Study
  /// The share of scheduled tours that officers and sergeants work.
  let presence: (officers: Double, sergeants: Double)

  /// Returns the demand of every rule that the program holds; two of the same name and authority
  /// are told apart by their citation.
  func rules() throws(RequirementsError) -> [PatrolRule] {
    var rules: [PatrolRule] = []
    for rule in study.rules {
      guard let demand = try demand(of: rule) else { continue }
      var name = "\(rule.name) (\(rule.authority.rawValue), \(rule.citation))"
      if rules.contains(where: { $0.name == name }) { name += ", \(rule.scope)" }
      if rules.contains(where: { $0.name == name }) { name += " #\(rules.count + 1)" }
      rules.append(
        PatrolRule(
          name: name, authority: rule.authority, districts: rule.districts, isOn: rule.isOn,
          demand: demand))
    }
    return Self.withoutRepeated(rules) + spansOfPositions()
  }

  private func demand(of rule: StaffingRule) throws(RequirementsError) -> PatrolRule.Demand? {
    switch rule.name {
    case "span_of_control": return .span(rule.value)
    case "field_sergeants_per_watch":
      let count = try Self.scheduled(rule, Self.whole(rule), presence: presence.sergeants)
      return minimums(rule, .sergeants, factor: 1) { _, _ in count }
    case "beat_complement":
      return minimums(rule, .officers, factor: presence.officers) { district, watch in
        beatOfficers(rule.value, district, watch)
      }
    case "rapid_units_per_sector":
      return minimums(rule, .officers, factor: presence.officers) { district, watch in
        // Beat cars are other people: where both rules are in force, both are on duty.
        let beat = study.rules.filter { $0.name == "beat_complement" && $0.applies(in: district) }
          .map { beatOfficers($0.value, district, watch) }.max()
        return rapidOfficers(rule.value, district) + (beat ?? 0)
      }
    case "crisis_certified_officers_per_watch":
      guard let share = certifiedShare, share > 0 else { return nil }
      let count = try Self.scheduled(
        rule, Self.whole(rule), presence: presence.officers * share)
      return minimums(rule, .officers, factor: 1) { _, _ in count }
    default: return nil
    }
  }

  /// The share of officers who are certified for crisis intervention, as the study states it.
  var certifiedShare: Double? {
    study.rules.first { $0.name == "crisis_certified_share" && $0.isOn }?.value
  }

  private func minimums(
    _ rule: StaffingRule, _ members: WatchMinimum.Members, factor: Double,
    _ amount: (District.ID, Watch) -> Double
  ) -> PatrolRule.Demand {
    .minimums(
      study.geography.districts.map(\.id).filter { district in
        rule.districts.isEmpty || rule.districts.contains(district)
      }.flatMap { district in
        study.schedule.watches.map { watch in
          WatchMinimum(
            district: district, watch: watch.id, members: members, factor: factor,
            amount: amount(district, watch))
        }
      })
  }

  /// One-officer units are the stated share of all, and beat cars as far as there are any.
  private func beatOfficers(_ each: Double, _ district: District.ID, _ watch: Watch) -> Double {
    let beats = each * Double(study.geography.beatCount(in: district))
    let rapid =
      (study.standards.complement?.rapidUnitsPerSector ?? 0)
      * Double(study.geography.sectorCount(in: district))
    return 2 * beats - min(beats, watch.oneOfficerShare.value * (beats + rapid))
  }

  /// Rapid-response cars always have two officers.
  private func rapidOfficers(_ each: Double, _ district: District.ID) -> Double {
    2 * each * Double(study.geography.sectorCount(in: district))
  }

  /// Leaves out spans that a rule of at least the same authority asks for as strictly in the same
  /// districts, so that lifting a rule lifts what it demands.
  private static func withoutRepeated(_ rules: [PatrolRule]) -> [PatrolRule] {
    let order = RuleAuthority.allCases
    func covers(_ other: PatrolRule, _ rule: PatrolRule) -> Bool {
      guard other.isOn, rule.isOn, case .span(let strict) = other.demand,
        case .span(let span) = rule.demand, strict <= span, other.name != rule.name,
        let first = order.firstIndex(of: other.authority),
        let second = order.firstIndex(of: rule.authority), first < second
      else { return false }
      return other.districts.isEmpty
        || (!rule.districts.isEmpty && rule.districts.allSatisfy(other.districts.contains))
    }
    return rules.filter { rule in !rules.contains { covers($0, rule) } }
  }

  /// Spans that positions state in districts for which the study has no rule of its own, on or off.
  private func spansOfPositions() -> [PatrolRule] {
    let stated = study.rules.filter { $0.name == "span_of_control" }
    let groups = study.organization.positions.filter { group in
      let district = District.ID(group.section.description)
      return !stated.contains { $0.districts.isEmpty || $0.districts.contains(district) }
    }
    var spans: [(span: Double, districts: [District.ID])] = []
    for group in groups {
      guard case .spanOverTours(let span) = group.basis else { continue }
      let district = District.ID(group.section.description)
      if let position = spans.firstIndex(where: { $0.span == span }) {
        spans[position].districts.append(district)
      } else {
        spans.append((span, [district]))
      }
    }
    return spans.map { item in
      PatrolRule(
        name: "span of \(item.span.written()) of the position groups",
        authority: .policy, districts: item.districts,
        demand: .span(item.span))
    }
  }

  private static func whole(_ rule: StaffingRule) throws(RequirementsError) -> Int {
    guard rule.value <= mostPeople else {
      throw .invalidFigure(what: "The number of people of rule \(rule.name)", value: rule.value)
    }
    return Int(rule.value.rounded(.up))
  }

  private static func scheduled(
    _ rule: StaffingRule, _ present: Int, presence: Double
  ) throws(RequirementsError) -> Double {
    Double(
      try FieldMinimum.scheduled(
        present: present, presence: presence, shareOfTours: rule.shareOfTours ?? regularShare))
  }
}

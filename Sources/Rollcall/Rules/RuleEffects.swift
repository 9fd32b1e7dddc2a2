/// What each rule of a study does in a run, so that none is carried silently.
struct RuleEffects {
  private let study: Study
  private let availabilities: AvailabilityTable

  init(_ study: Study, _ availabilities: AvailabilityTable) {
    self.study = study
    self.availabilities = availabilities
  }

  /// Returns the effect of every rule, in the order of the study.
  func all() -> [RuleEffect] {
    study.rules.enumerated().map { position, rule in
      let (state, words) = effect(of: rule)
      return RuleEffect(rule: position, state: rule.isOn ? state : .off, words: words)
    }
  }

  private func effect(of rule: StaffingRule) -> (RuleEffect.State, String) {
    if RuleReading.planned.contains(rule.name), rule.name != "crisis_certified_share" {
      if rule.name == "crisis_certified_officers_per_watch", !statesCertifiedShare {
        return (.unknown, "needs a rule `crisis_certified_share`: the share of officers certified")
      }
      return (.held, "a constraint on the teams of every district in which it is applied")
    }
    switch rule.name {
    case "unity_of_command":
      return (.stated, "teams share a tour and a day-off group, and spans hold for each team")
    case "day_off_rotation":
      return (.stated, "the rotation of study.yaml")
    case "crisis_certified_share":
      return (.stated, "the share of officers counted as certified")
    case "watch_lieutenant": return lieutenants(rule)
    case "training_hours": return training(rule)
    case "field_training_ratio": return fieldTraining(rule)
    default: return (.unknown, "no stage knows a rule of this name")
    }
  }

  private var statesCertifiedShare: Bool {
    study.rules.contains { $0.name == "crisis_certified_share" && $0.isOn && $0.value > 0 }
  }

  /// A fixed post at all hours in every district.
  private func lieutenants(_ rule: StaffingRule) -> (RuleEffect.State, String) {
    let lacking = study.geography.districts.filter { district in
      guard rule.districts.isEmpty || rule.districts.contains(district.id) else { return false }
      return !study.organization.positions.contains { group in
        guard group.section.description == district.id.description else { return false }
        guard group.rank.description == "lieutenant",
          case .fixedPost(let posts, let hours) = group.basis
        else { return false }
        return posts >= rule.value && hours >= 168
      }
    }
    return lacking.isEmpty
      ? (.met, "every district has a fixed post for a lieutenant at 168 hours a week")
      : (
        .notMet,
        "no fixed post for a lieutenant at 168 hours a week in: "
          + lacking.map(\.id.description).joined(separator: ", ")
      )
  }

  /// The hours of the item `training` in the recurring ledger of sworn ranks.
  private func training(_ rule: StaffingRule) -> (RuleEffect.State, String) {
    let sworn = study.organization.ranks.filter { $0.employment == .sworn }
    let stated = study.schedule.absences.filter { item in
      item.name == "training" && sworn.contains(where: item.concerns)
    }
    guard !stated.isEmpty else {
      return (.notMet, "no absence `training` takes hours from sworn members")
    }
    let paid = study.schedule.patrolTours.first?.paid.value ?? 0
    let least =
      sworn.map { rank -> Double in
        let own = stated.filter { $0.concerns(rank) }
        func hours(_ band: String?) -> Double {
          own.filter { $0.band == band }.reduce(0) { sum, item in
            sum + (item.measure == .tours ? item.amount * paid : item.amount)
          }
        }
        let bands = Set(own.compactMap(\.band)).sorted()
        return hours(nil) + (bands.map { hours($0) }.min() ?? 0)
      }.min() ?? 0
    let words = "\(least.written()) h a year in the recurring ledger of every sworn rank"
    return least >= rule.value ? (.met, words) : (.notMet, words)
  }

  /// Officers who train against those in their first year.
  private func fieldTraining(_ rule: StaffingRule) -> (RuleEffect.State, String) {
    let trainers = study.organization.strength.filter {
      $0.rank.description == "field_training_officer"
    }.total(\.assigned).value
    let first = study.schedule.seniority.filter {
      $0.rank.description == "police_officer" && $0.band == "<1"
    }.reduce(0) { $0 + $1.members }
    let inTraining = study.schedule.absences.filter { item in
      item.name == "field_training" && item.measure == .shareOfStrength && item.band == "<1"
    }.map(\.amount).max()
    guard first > 0, let inTraining, rule.value > 0 else {
      return (
        .unknown,
        "needs the band `<1` of police_officer and the whole-person absence `field_training`"
      )
    }
    let wanted = first * inTraining / rule.value
    let words =
      "\(trainers.written()) field training officers for \((first * inTraining).written(1)) "
      + "probationers in field training at a time"
    return trainers >= wanted ? (.met, words) : (.notMet, words)
  }
}

extension Study {
  /// Gives a standard, rule or commitment another value, by the name that `targets.csv` has for it.
  ///
  /// Standards are `proactive_time`, `mean_wait_priority_K`, `wait_share_within_priority_K`,
  /// `complement_beat_units_per_beat` and `complement_rapid_units_per_sector`; a rule goes by its name,
  /// and a commitment too, whose posts then change.
  ///
  /// - Throws: ``PlanningError/question(reason:)`` for a name that the study does not have, or a value
  ///   that makes no sense for it.
  public mutating func change(value name: String, to value: Double) throws(PlanningError) {
    guard value >= 0, value.isFinite else {
      throw .question(reason: "`\(name)` cannot be \(value.written(4))")
    }
    if try changeStandard(name, to: value) { return }
    let rule = rules.indices.filter { rules[$0].name == name }
    for position in rule { rules[position].value = value }
    let work = commitments.indices.filter { commitments[$0].name == name }
    for position in work { commitments[position] = commitments[position].with(posts: value) }
    guard rule.isEmpty, work.isEmpty else { return }
    throw Self.unknown(
      "standard, rule or commitment", name,
      standardNames + rules.map(\.name) + commitments.map(\.name))
  }

  /// The value that a name of `targets.csv` has now; nothing for a name that means nothing here.
  public func value(named name: String) -> Double? {
    switch name {
    case "proactive_time": return standards.proactiveTime?.value
    case "complement_beat_units_per_beat": return standards.complement?.unitsPerBeat
    case "complement_rapid_units_per_sector": return standards.complement?.rapidUnitsPerSector
    default: break
    }
    for standard in standards.waiting where standard.name == name { return standard.value }
    return rules.first { $0.name == name }?.value
      ?? commitments.first { $0.name == name }?.posts
  }

  private var standardNames: [String] {
    [
      "proactive_time", "complement_beat_units_per_beat", "complement_rapid_units_per_sector",
    ] + standards.waiting.map(\.name)
  }

  private mutating func changeStandard(
    _ name: String, to value: Double
  ) throws(PlanningError) -> Bool {
    switch name {
    case "proactive_time":
      guard let share = Share(value), value < 1, standards.proactiveTime != nil else {
        throw .question(
          reason: "`proactive_time` is a share below 1 and needs a row in the table of standards")
      }
      standards.proactiveTime = share
    case "complement_beat_units_per_beat", "complement_rapid_units_per_sector":
      guard let old = standards.complement else { return false }
      let isBeat = name == "complement_beat_units_per_beat"
      standards.complement = ServiceStandards.Complement(
        unitsPerBeat: isBeat ? value : old.unitsPerBeat,
        rapidUnitsPerSector: isBeat ? old.rapidUnitsPerSector : value, provenance: old.provenance)
    default:
      guard let position = standards.waiting.firstIndex(where: { $0.name == name }) else {
        return false
      }
      guard let changed = standards.waiting[position].with(value: value) else {
        throw .question(reason: "`\(name)` cannot be \(value.written(4))")
      }
      standards.waiting[position] = changed
    }
    return true
  }

  static func unknown(_ what: String, _ name: String, _ known: [String]) -> PlanningError {
    let near = nearest(to: name, in: known).map { "; did you mean `\($0)`?" } ?? ""
    return .question(reason: "the study has no \(what) `\(name)`\(near)")
  }
}

extension ServiceStandards.Waiting {
  /// The name in `targets.csv`.
  fileprivate var name: String {
    switch limit {
    case .mean: "mean_wait_priority_\(priority.level)"
    case .share: "wait_share_within_priority_\(priority.level)"
    }
  }

  /// The mean wait in minutes, or the share of calls.
  fileprivate var value: Double {
    switch limit {
    case .mean(let wait): wait.minutes
    case .share(let share, _): share.value
    }
  }

  /// The standard with another value; nothing for a value that is none.
  fileprivate func with(value: Double) -> Self? {
    switch limit {
    case .mean:
      guard value > 0 else { return nil }
      return Self(
        priority: priority, limit: .mean(Hours(value / 60)), provenance: provenance)
    case .share(_, let within):
      guard let share = Share(value), value < 1 else { return nil }
      return Self(priority: priority, limit: .share(share, within: within), provenance: provenance)
    }
  }
}

extension Commitment {
  fileprivate func with(posts: Double) -> Commitment {
    Commitment(
      name: name, kind: kind, place: place, window: window, posts: posts,
      officersPerPost: officersPerPost, interruptibility: interruptibility, supply: supply,
      provenance: provenance)
  }
}

import PolicingDomain

/// What `study.yaml` says about the plan: limits of the schedule, and what the plan should be good at.
enum ManifestPlan {
  /// Reads `schedule_limits`.
  static func limits(_ value: YAMLValue) -> ScheduleLimits {
    guard let keys = value.mapping(StudyKeys.limits) else { return ScheduleLimits() }
    return ScheduleLimits(
      consecutiveDays: keys.integer("max_consecutive_days"),
      rest: keys.number("min_rest_hours").map { Hours($0) },
      paidHours: keys.number("paid_hours_per_year").map { Hours($0) },
      startsPerWatch: keys.integer("starts_per_watch"), vehicles: keys.number("vehicles"))
  }

  /// Reads `allocation`; what it does not say is as the method has it.
  static func preferences(_ value: YAMLValue, log: IssueLog) -> AllocationPreferences? {
    guard let keys = value.mapping(StudyKeys.allocation) else { return nil }
    var preferences = AllocationPreferences()
    if let order = keys["order"] { preferences.order = objectives(order, log: log) }
    if let tolerances = keys["tolerances"]?.mapping(StudyKeys.tolerances) {
      for objective in AllocationPreferences.Objective.allCases {
        preferences.tolerances[objective] = tolerances.number(objective.rawValue)
      }
    }
    if let flag = keys.flag("waiting_beyond_standard_only") {
      preferences.waitingBeyondStandardOnly = flag
    }
    if let urgent = keys["urgent_priorities"]?.list() {
      preferences.urgentPriorities = urgent.compactMap { $0.integer(in: 1...5) }
        .compactMap { CallPriority($0) }
    }
    if let fairness = keys.word("fairness", as: AllocationPreferences.Fairness.self) {
      preferences.fairness = fairness
    }
    preferences.movementLimit = keys.number("movement_limit")
    preferences.largestCut = keys.number("largest_cut").flatMap { Share($0) }
    preferences.conversions = keys.number("conversions")
    if let overtime = keys["overtime"]?.mapping(StudyKeys.overtime),
      let hours = overtime.number("hours_per_year"),
      let dollars = overtime.number("dollars_per_hour")
    {
      preferences.overtime = .init(hours: Hours(hours), dollarsPerHour: dollars)
    }
    preferences.provenance = Provenance(
      source: keys["source"]?.text() ?? "", date: keys["date"]?.text() ?? "",
      isAssumption: keys.flag("assumption") == true,
      place: value.place.line.map { RowPlace(file: value.place.shortFile, line: $0) })
    return preferences
  }

  private static func objectives(
    _ value: YAMLValue, log: IssueLog
  ) -> [AllocationPreferences.Objective] {
    var order: [AllocationPreferences.Objective] = []
    for member in value.list() ?? [] {
      guard let objective = member.word(as: AllocationPreferences.Objective.self) else { continue }
      if order.contains(objective) {
        log.add(
          .duplicate, at: member.place,
          "the objective \(objective.rawValue.quoted) is named twice", remedy: "name it once")
      } else {
        order.append(objective)
      }
    }
    if order.isEmpty, value.isSequence {
      log.add(
        .missingValue, at: value.place, "`allocation.order` names no objective",
        remedy: "name at least one, or take the key out")
    }
    return order
  }
}

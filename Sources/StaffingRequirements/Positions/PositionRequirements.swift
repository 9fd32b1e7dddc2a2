public import PolicingDomain

/// Positions by group, each with the calculation behind it (FORMULATION 6).
public enum PositionRequirements {
  /// Returns the positions of every group, in the order of the organization.
  ///
  /// A group that counts positions of others is computed after them, whatever the order. Groups
  /// whose number the tours decide (coverage, and one supervisor for each share of the officers on
  /// tours) get the relief-factor ladder instead: officer-hours a year required on the street ÷ net
  /// hours, as a cross-check. A group whose people are held in it needs the same number as any
  /// other. Nothing is rounded.
  ///
  /// - Throws: A ``RequirementsError`` for a figure that makes no sense, a rank without
  ///   availability, a group that does not exist, groups that depend on one another in a circle, a
  ///   ratio to residents who are not stated, or coverage of a section that is not a district.
  /// - Complexity: O(groups + references + strength records).
  public static func all(
    of organization: Organization, availabilities: AvailabilityTable, drivers: PositionDrivers
  ) throws(RequirementsError) -> [PositionRequirement] {
    try checkCoverage(organization.positions)
    var resolution = Resolution(organization, availabilities, drivers)
    var requirements: [PositionRequirement] = []
    for group in organization.positions {
      requirements.append(try resolution.requirement(of: group.id, namedBy: group.id))
    }
    return requirements
  }

  /// Throws when two groups of one section would both cover all units of the district.
  private static func checkCoverage(_ groups: [PositionGroup]) throws(RequirementsError) {
    var covering: [Section.ID: PositionGroup.ID] = [:]
    for group in groups where group.basis == .coverage {
      if let other = covering[group.section] { throw .repeatedCoverage(other, group.id) }
      covering[group.section] = group.id
    }
  }
}

/// The groups that are computed already, and the way to those that are not.
private struct Resolution {
  private let groups: [PositionGroup.ID: PositionGroup]
  private let assigned: AssignedStrength
  private let titles: [Rank.ID: String]
  private let availabilities: AvailabilityTable
  private let drivers: PositionDrivers
  private var done: [PositionGroup.ID: PositionRequirement] = [:]
  private var path: [PositionGroup.ID] = []

  init(
    _ organization: Organization, _ availabilities: AvailabilityTable, _ drivers: PositionDrivers
  ) {
    groups = Dictionary(organization.positions.map { ($0.id, $0) }) { first, _ in first }
    titles = Dictionary(organization.ranks.map { ($0.id, $0.title) }) { first, _ in first }
    assigned = AssignedStrength(organization.strength)
    self.availabilities = availabilities
    self.drivers = drivers
  }

  /// Returns the requirement of a group, computing first what it depends on.
  mutating func requirement(
    of id: PositionGroup.ID, namedBy other: PositionGroup.ID
  ) throws(RequirementsError) -> PositionRequirement {
    if let known = done[id] { return known }
    guard let group = groups[id] else { throw .unknownGroup(id, namedBy: other) }
    if let start = path.firstIndex(of: id) { throw .circularGroups(path[start...] + [id]) }
    path.append(id)
    let result = try requirement(of: group)
    path.removeLast()
    done[id] = result
    return result
  }

  private mutating func requirement(
    of group: PositionGroup
  ) throws(RequirementsError) -> PositionRequirement {
    switch group.basis {
    case .coverage, .spanOverTours: try tours(group)
    case .workload(let hoursPerYear): try workload(Hours(hoursPerYear), group)
    case .callWorkload(let priority, let hoursPerCall):
      try callWorkload(priority, hoursPerCall: hoursPerCall, group)
    case .custody(let posts, let hoursPerWeek, _):
      try fixedPost(posts, hoursPerWeek: hoursPerWeek, group)
    case .caseload: try workload(.zero, group)
    case .fixedPost(let posts, let hoursPerWeek):
      try fixedPost(posts, hoursPerWeek: hoursPerWeek, group)
    case .ratio(let driver, let per):
      try proportion(of: driver, per: per, "one for every \(per.written())", group)
    case .spanOfControl(let supervised, let span):
      try proportion(of: .groups(supervised), per: span, "a span of \(span.written())", group)
    case .fixedCount(let positions), .policySet(let positions): try given(positions, group)
    }
  }

  private func requirement(
    _ group: PositionGroup, _ positions: FullTimeEquivalents, _ reason: String
  ) -> PositionRequirement {
    PositionRequirement(
      group: group.id, positions: positions, basis: group.basis.name, reason: reason,
      isSizedByTours: group.basis.isSizedByTours)
  }

  // MARK: The bases

  private func given(
    _ positions: Double, _ group: PositionGroup
  ) throws(RequirementsError) -> PositionRequirement {
    let number = try Figure("The number of positions of \(group.id)", positions).checked()
    let words = number.counted("position", "positions")
    let source = group.provenance
    let authority = source.authority.isEmpty ? source.source : source.authority
    let reason: String
    if case .policySet = group.basis {
      reason = "decided, not required: \(words) (\(authority))"
    } else {
      reason = "a fixed count of \(words) (\(authority))"
    }
    return requirement(group, FullTimeEquivalents(number), reason)
  }

  private func workload(
    _ hours: Hours, _ group: PositionGroup
  ) throws(RequirementsError) -> PositionRequirement {
    let net = try availabilities.netHours(of: group.rank, group.workingHours)
    let positions = try PositionFormula.workload(hoursPerYear: hours, netHours: net)
    return requirement(group, positions, "\(hours.value.written(1)) h a year", over: net)
  }

  private func callWorkload(
    _ priority: CallPriority, hoursPerCall: Double, _ group: PositionGroup
  ) throws(RequirementsError) -> PositionRequirement {
    let net = try availabilities.netHours(of: group.rank, group.workingHours)
    let calls = drivers.calls(of: priority)
    let positions = try PositionFormula.workload(
      hoursPerYear: Hours(calls * hoursPerCall), netHours: net)
    let words = "\(calls.written(0)) \(priority) calls a year × \(hoursPerCall.written()) h"
    return requirement(group, positions, words, over: net)
  }

  private func fixedPost(
    _ posts: Double, hoursPerWeek: Double, _ group: PositionGroup
  ) throws(RequirementsError) -> PositionRequirement {
    let net = try availabilities.netHours(of: group.rank, group.workingHours)
    _ = try Figure("The hours a week of \(group.id)", hoursPerWeek).checked()
    let positions = try PositionFormula.fixedPost(
      posts: posts, hoursPerYear: Hours(hoursPerWeek * Year.weeks), netHours: net)
    let words =
      "\(posts.counted("post", "posts")) × \(hoursPerWeek.written()) h a week × "
      + "\(Year.weeks.written()) weeks"
    return requirement(group, positions, words, over: net)
  }

  /// The requirement of a group that counts hours, which `work` names.
  private func requirement(
    _ group: PositionGroup, _ positions: FullTimeEquivalents, _ work: String, over net: Hours
  ) -> PositionRequirement {
    requirement(group, positions, "\(work) ÷ \(divisor(net, group)) = \(positions.words)")
  }

  private mutating func proportion(
    of driver: RatioDriver, per divisor: Double, _ ending: String, _ group: PositionGroup
  ) throws(RequirementsError) -> PositionRequirement {
    let driver = try count(driver, for: group)
    let positions = try PositionFormula.ratio(of: driver.count, per: divisor)
    return requirement(group, positions, "\(driver.words) ÷ \(ending) = \(positions.words)")
  }

  private func tours(_ group: PositionGroup) throws(RequirementsError) -> PositionRequirement {
    guard let required = drivers.streetHours(of: group.section) else {
      throw .sectionWithoutDistrict(group: group.id, section: group.section)
    }
    let net = try availabilities.netHours(of: group.rank, .street)
    var hours = try Figure("The street hours of \(group.section)", required.value).checked()
    var words = "\(hours.written(0)) officer-hours a year required on the street"
    if case .spanOverTours(let span) = group.basis {
      hours /= try Figure("The span of \(group.id)", span).positive()
      words += " ÷ a span of \(span.written())"
    }
    let positions = try PositionFormula.workload(hoursPerYear: Hours(hours), netHours: net)
    let divisor = divisor(net, group, working: .street)
    return requirement(
      group, positions,
      "cross-check, the tours decide: \(words) ÷ \(divisor) = \(positions.words)")
  }

  // MARK: What they count

  private mutating func count(
    _ driver: RatioDriver, for group: PositionGroup
  ) throws(RequirementsError) -> (count: Double, words: String) {
    switch driver {
    case .groups(let ids):
      var sum = FullTimeEquivalents.zero
      for id in ids { sum += try requirement(of: id, namedBy: group.id).positions }
      let names = ids.map(\.description).joined(separator: ", ")
      return (sum.value, "\(sum.value.counted("position", "positions")) (\(names))")
    case .rank(let rank):
      let people = assigned.byRank[rank] ?? 0
      return (people, "\(people.written()) assigned of the rank \(title(rank))")
    case .swornStrength:
      return (assigned.sworn, "\(assigned.sworn.written()) assigned sworn members")
    case .civilianStrength, .headcount, .band, .entries, .arrestsPerYear, .districts, .beats:
      return (0, "not counted yet")
    case .population:
      guard let residents = drivers.population else { throw .unstatedPopulation(group: group.id) }
      return (Double(residents), "\(Double(residents).written(0)) residents")
    case .callsPerYear:
      return (drivers.allCalls, "\(drivers.allCalls.written(0)) community calls a year")
    }
  }

  private func title(_ rank: Rank.ID) -> String {
    (titles[rank] ?? rank.description).lowercased()
  }

  private func divisor(
    _ net: Hours, _ group: PositionGroup, working: PositionGroup.WorkingHours? = nil
  ) -> String {
    let title = title(group.rank)
    let article = title.first.map { "aeiou".contains($0) } == true ? "an" : "a"
    let kind = (working ?? group.workingHours).rawValue
    return "\(net.value.written(1)) net hours (\(kind)) of \(article) \(title)"
  }
}

/// Assigned people by rank, and the sworn ones.
private struct AssignedStrength {
  private(set) var byRank: [Rank.ID: Double] = [:]
  private(set) var sworn = 0.0

  init(_ records: [StrengthRecord]) {
    for record in records {
      byRank[record.rank, default: 0] += record.assigned.value
      if record.employment == .sworn { sworn += record.assigned.value }
    }
  }
}

extension FullTimeEquivalents {
  fileprivate var words: String { value.written() }
}

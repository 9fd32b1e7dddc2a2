import PolicingDomain

/// The groups that are computed already, and the way to those that are not.
struct PositionResolution {
  private let groups: [PositionGroup.ID: PositionGroup]
  private let cases: [PositionGroup.ID: [CaseType]]
  private let titles: [Rank.ID: String]
  private let availabilities: AvailabilityTable
  let drivers: PositionDrivers
  let assigned: AssignedStrength
  let organization: Organization
  private var done: [PositionGroup.ID: PositionRequirement] = [:]
  private var path: [PositionGroup.ID] = []

  init(
    _ organization: Organization, _ availabilities: AvailabilityTable, _ drivers: PositionDrivers
  ) {
    self.organization = organization
    cases = Dictionary(grouping: organization.caseloads, by: \.group)
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
    case .custody(let posts, let hoursPerWeek, let work):
      try custody(
        CustodyHours(posts: posts, hoursPerWeek: hoursPerWeek, work: work), group)
    case .caseload(let onCall): try caseload(onCall, group)
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

  private func custody(
    _ custody: CustodyHours, _ group: PositionGroup
  ) throws(RequirementsError) -> PositionRequirement {
    let net = try availabilities.netHours(of: group.rank, group.workingHours)
    let weekly = custody.hoursPerWeek.value
    let positions = try PositionFormula.workload(
      hoursPerYear: Hours(weekly * Year.weeks), netHours: net)
    let words =
      "\(weekly.written(1)) h a week (\(custody.post.counted("post", "posts")), and what arrests "
      + "keep busy in each hour, more than the post in \(custody.hoursAboveThePost) of 168) × "
      + "\(Year.weeks.written()) weeks"
    return requirement(group, positions, words, over: net)
  }

  private func caseload(
    _ onCall: OnCallMinimum?, _ group: PositionGroup
  ) throws(RequirementsError) -> PositionRequirement {
    let net = try availabilities.netHours(of: group.rank, group.workingHours)
    let hours = try CaseloadHours(
      of: group.id, types: cases[group.id] ?? [], onCall: onCall, netHours: net)
    return requirement(group, hours.positions, hours.words(over: divisor(net, group)))
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

  func title(_ rank: Rank.ID) -> String {
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

extension FullTimeEquivalents {
  fileprivate var words: String { value.written() }
}

public import PolicingDomain

extension PolicyAlternatives {
  /// The changes of a decided level that are shown: a quarter less, none, a quarter more.
  public static let usualChanges = [-0.25, 0, 0.25]

  /// Works out what other levels of every decided group would mean, in the order of the
  /// organization (FORMULATION 6).
  ///
  /// A change of the group changes the groups that are a span or ratio of it, and so on up the
  /// chain. Sworn people come from the districts and go back to them, each with the net street hours
  /// of their rank; civilians take nothing from the districts.
  ///
  /// - Parameters:
  ///   - organization: The groups.
  ///   - availabilities: Net hours by rank.
  ///   - changes: The changes against the level decided; −1 abolishes the group.
  /// - Returns: The alternatives of each decided group.
  /// - Throws: A ``RequirementsError`` for a negative level or ratio, a change below −1, or a sworn
  ///   rank without street hours.
  /// - Complexity: O(decided groups × groups that follow from them).
  public static func all(
    of organization: Organization, availabilities: AvailabilityTable,
    changes: [Double] = usualChanges
  ) throws(RequirementsError) -> [PolicyAlternatives] {
    for change in changes where !(change >= -1 && change.isFinite) {
      throw .invalidFigure(what: "A change of a decided level", value: change)
    }
    let followers = PositionFollowers(organization.positions)
    let ranks = Dictionary(organization.ranks.map { ($0.id, $0) }) { first, _ in first }
    var all: [PolicyAlternatives] = []
    for group in organization.positions {
      guard case .policySet(let decided) = group.basis else { continue }
      let level = try Figure("The number of positions of \(group.id)", decided).checked()
      let parts = try followers.positionsForOne(more: group)
      var each = OnePosition()
      for part in parts { try each.add(part.share, of: part.group.rank, ranks, availabilities) }
      var own = OnePosition()
      try own.add(1, of: group.rank, ranks, availabilities)
      let following = parts.dropFirst().reduce(0) { $0 + $1.share }
      all.append(
        PolicyAlternatives(
          group: group.id, section: group.section, function: group.function, rank: group.rank,
          decided: FullTimeEquivalents(level),
          patrolHoursPerWeek: OfficerHours(own.patrolHours * level),
          provenance: group.provenance,
          levels: changes.sorted().map { each.level($0, decided: level, following: following) }))
    }
    return all
  }
}

/// What one more position of a group takes, those that follow from it included.
private struct OnePosition {
  var sworn = 0.0
  var patrolHours = 0.0
  var cost = 0.0

  mutating func add(
    _ share: Double, of rank: Rank.ID, _ ranks: [Rank.ID: Rank],
    _ availabilities: AvailabilityTable
  ) throws(RequirementsError) {
    guard let rank = ranks[rank] else { throw .missingAvailability(rank: rank, working: nil) }
    cost += share * rank.annualCost.value
    guard rank.employment == .sworn else { return }
    sworn += share
    patrolHours += share * (try availabilities.netHours(of: rank.id, .street).value) / Year.weeks
  }

  func level(
    _ change: Double, decided: Double, following: Double
  ) -> PolicyAlternatives.Level {
    let more = change * decided
    return .init(
      change: change, positions: FullTimeEquivalents(decided + more),
      following: FullTimeEquivalents(more * following),
      takenFromDistricts: FullTimeEquivalents(more * sworn),
      patrolHoursPerWeek: OfficerHours(more * patrolHours), cost: DollarsPerYear(more * cost))
  }
}

/// Which groups count the positions of which others.
struct PositionFollowers {
  private let groups: [PositionGroup]
  /// For each group, those that count it and the share of a position that each of its positions
  /// brings them.
  private var following: [PositionGroup.ID: [(position: Int, per: Double)]] = [:]

  init(_ groups: [PositionGroup]) {
    self.groups = groups
    for (position, group) in groups.enumerated() {
      let counted: ([PositionGroup.ID], Double)
      switch group.basis {
      case .spanOfControl(let others, let span): counted = (others, span)
      case .ratio(.groups(let others), let per): counted = (others, per)
      default: continue
      }
      for other in counted.0 { following[other, default: []].append((position, counted.1)) }
    }
  }

  /// Returns the group itself with 1, then the groups that follow from it with the positions that
  /// one more of it brings them, each path of counting by itself.
  func positionsForOne(
    more group: PositionGroup
  ) throws(RequirementsError) -> [(group: PositionGroup, share: Double)] {
    var found: [(group: PositionGroup, share: Double)] = [(group, 1)]
    var next = 0
    while next < found.count {
      let (group, share) = found[next]
      for (position, per) in following[group.id] ?? [] {
        let divisor = try Figure("The ratio of \(groups[position].id)", per).positive()
        found.append((groups[position], share / divisor))
      }
      next += 1
      // A chain that is longer than there are groups, path by path, goes round.
      guard found.count <= groups.count * groups.count + 1 else {
        throw .circularGroups([group.id, group.id])
      }
    }
    return found
  }
}

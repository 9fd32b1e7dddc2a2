import PolicingDomain

/// What must hold between position groups, strength and districts.
struct PositionChecks {
  /// The position groups.
  let positions: PositionTable
  /// The strength.
  let organization: OrganizationTables
  /// The names of the districts.
  let districts: ReferenceList
  /// Where problems go.
  let log: IssueLog

  /// A rank in a section.
  private struct Post: Hashable {
    let section: Section.ID
    let rank: Rank.ID
  }

  /// Looks at everything.
  func run() {
    checkHomes()
    checkCoverage()
    checkCircles()
  }

  /// Every strength record has a home: the first group of its section that its rank fits.
  private func checkHomes() {
    var homes: [Post: PositionGroup] = [:]
    for group in positions.groups {
      for rank in group.fittingRanks {
        let post = Post(section: group.section, rank: rank)
        homes[post] = homes[post] ?? group
      }
    }
    for (record, row) in zip(organization.strength, organization.strengthRows) {
      guard !record.section.description.isEmpty, !record.rank.description.isEmpty else { continue }
      guard let home = homes[Post(section: record.section, rank: record.rank)] else {
        row.complain(
          .homelessStrength, "rank",
          "section \(record.section.description.quoted) has no position group for its "
            + record.rank.description.quoted,
          remedy: "add a group with this rank, or list the rank under `also_fits` of one")
        continue
      }
      guard home.supply == .held, let deployable = record.deployable, deployable.value > 0 else {
        continue
      }
      row.complain(
        .heldButDeployable, "deployable",
        "\(shortText(deployable.value)) people are deployable, but their home "
          + "\(home.id.description.quoted) is held",
        remedy: "write 0 deployable, or make the supply of the group `deployable`")
    }
  }

  /// Every district is the section of exactly one group that is sized by coverage.
  private func checkCoverage() {
    var counts: [String: Int] = [:]
    for (group, row) in zip(positions.groups, positions.rows) {
      let section = group.section.description
      switch group.basis {
      case .coverage where row.text("driver") == "coverage": counts[section, default: 0] += 1
      case .spanOverTours: break
      default: continue
      }
      guard !districts.contains(section), !section.isEmpty, !districts.names.isEmpty else {
        continue
      }
      row.complain(
        .coverageGroups, "section",
        "the section \(section.quoted) is sized by tours, but is not a district",
        remedy: "use another basis, or give section and district the same number")
    }
    guard let file = positions.rows.first?.file else { return }
    for district in districts.names where counts[district] != 1 {
      let count = counts[district] ?? 0
      log.add(
        .coverageGroups, at: FilePlace(file: file),
        "the district \(district.quoted) has \(count) groups with the driver `coverage`",
        remedy: "give the section of each district one group of patrol officers with it")
    }
  }

  /// No group's number may follow from itself.
  private func checkCircles() {
    var positionOf: [PositionGroup.ID: Int] = [:]
    for (position, group) in positions.groups.enumerated() where positionOf[group.id] == nil {
      positionOf[group.id] = position
    }
    let drivers = positions.groups.map { group in
      Self.drivers(of: group).compactMap { positionOf[$0] }
    }
    for position in DriverOrder(drivers).circular {
      positions.rows[position].complain(
        .circularDrivers, "driver",
        "the number of \(positions.groups[position].id.description.quoted) follows from itself",
        remedy: "break the circle: let one of its groups be driven by something else")
    }
  }

  private static func drivers(of group: PositionGroup) -> [PositionGroup.ID] {
    switch group.basis {
    case .spanOfControl(let over, _): over
    case .ratio(.groups(let groups), _): groups
    default: []
    }
  }
}

/// The groups from which no order of counting can start.
private struct DriverOrder {
  /// The positions of the groups in a circle, or between two, in order.
  private(set) var circular: [Int] = []

  /// Takes away, again and again, the groups that have no driver left, then those that drive none.
  init(_ drivers: [[Int]]) {
    var driven = [[Int]](repeating: [], count: drivers.count)
    for (group, list) in drivers.enumerated() {
      for driver in list { driven[driver].append(group) }
    }
    var isOpen = [Bool](repeating: true, count: drivers.count)
    Self.peel(drivers, backwards: driven, &isOpen)
    Self.peel(driven, backwards: drivers, &isOpen)
    circular = isOpen.indices.filter { isOpen[$0] }
  }

  private static func peel(_ links: [[Int]], backwards: [[Int]], _ isOpen: inout [Bool]) {
    var counts = links.map { list in list.count { isOpen[$0] } }
    var settled = links.indices.filter { isOpen[$0] && counts[$0] == 0 }
    var next = 0
    while next < settled.count {
      isOpen[settled[next]] = false
      for group in backwards[settled[next]] where isOpen[group] {
        counts[group] -= 1
        if counts[group] == 0 { settled.append(group) }
      }
      next += 1
    }
  }
}

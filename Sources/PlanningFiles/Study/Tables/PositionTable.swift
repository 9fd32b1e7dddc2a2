import PolicingDomain

/// The position groups of a study.
struct PositionTable {
  /// The groups, in the order of the file.
  private(set) var groups: [PositionGroup] = []
  /// The rows of ``groups``.
  private(set) var rows: [StudyRow] = []
  /// The names of the groups.
  private(set) var names = ReferenceList(of: "position group")

  /// Reads the table `positions`.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - organization: The sections and ranks.
  ///   - drivers: What else drives bases: arrests and bands of seniority.
  init(_ table: StudyTable?, organization: OrganizationTables, drivers: BasisDrivers) {
    rows = table?.rows ?? []
    for row in rows { names.insert(row.needed("group"), from: row, "group") }
    for row in rows { groups.append(group(row, organization, drivers)) }
  }

  private func group(
    _ row: StudyRow, _ organization: OrganizationTables, _ drivers: BasisDrivers
  ) -> PositionGroup {
    let section = row.needed("section")
    organization.sectionNames.check(section, from: row, "section")
    let rank = row.needed("rank")
    organization.rankNames.check(rank, from: row, "rank")
    let alsoFits = row.list("also_fits")
    for other in alsoFits { organization.rankNames.check(other, from: row, "also_fits") }
    let holders = row.choice(
      "holders",
      of: ["sworn_only": .swornOnly, "either": .either, "civilian_only": .civilianOnly]
        as KeyValuePairs<String, PositionGroup.Holders>)
    if let holders { check(holders, [rank] + alsoFits, row, organization) }
    let reader = BasisReader(
      row: row, groups: names, ranks: organization.rankNames, drivers: drivers)
    return PositionGroup(
      id: PositionGroup.ID(row.text("group")), section: Section.ID(section),
      function: row.needed("function"), rank: Rank.ID(rank), alsoFits: alsoFits.map(Rank.ID.init),
      holders: holders ?? .swornOnly, basis: reader.basis(),
      weight: weight(row), isMinimum: row.flag("minimum_rule"),
      supply: row.choice("supply", of: ["deployable": .deployable, "held": .held]) ?? .deployable,
      workingHours: row.choice("working_hours", of: ["street": .street, "desk": .desk]) ?? .desk,
      provenance: row.provenance())
  }

  private func weight(_ row: StudyRow) -> Double {
    row.text("weight").isEmpty ? 1 : row.number("weight")
  }

  private func check(
    _ holders: PositionGroup.Holders, _ ranks: [String], _ row: StudyRow,
    _ organization: OrganizationTables
  ) {
    for name in ranks {
      guard let rank = organization.rank(name) else { continue }
      switch (holders, rank.employment) {
      case (.either, _), (.swornOnly, .sworn), (.civilianOnly, .civilian): continue
      case (.swornOnly, .civilian), (.civilianOnly, .sworn): break
      }
      row.complain(
        .holdersMismatch, "holders",
        "holders are \(holders.rawValue.quoted), but the rank \(name.quoted) is "
          + rank.employment.rawValue,
        remedy: "write `either`, or leave only ranks that may hold the position")
    }
  }
}

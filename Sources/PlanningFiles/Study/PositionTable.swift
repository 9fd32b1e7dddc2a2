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
  init(_ table: StudyTable?, organization: OrganizationTables) {
    rows = table?.rows ?? []
    for row in rows { names.insert(row.needed("group"), from: row, "group") }
    for row in rows { groups.append(group(row, organization)) }
  }

  private func group(_ row: StudyRow, _ organization: OrganizationTables) -> PositionGroup {
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
    let reader = BasisReader(row: row, groups: names, ranks: organization.rankNames)
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
    row.text("weight").isEmpty ? 1 : row.number("weight", in: 0.000_001...1_000_000)
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

/// Reads why so many positions of a group are needed.
private struct BasisReader {
  let row: StudyRow
  let groups: ReferenceList
  let ranks: ReferenceList

  /// The words of the column `basis`.
  private enum Word {
    case workload
    case ratio
    case spanOfControl
    case fixedPost
    case fixedCount
    case policySet
  }

  /// The basis; a fixed count of none after a problem was noted.
  func basis() -> PositionBasis {
    let word = row.choice(
      "basis",
      of: [
        "workload": .workload, "ratio": .ratio, "span_of_control": .spanOfControl,
        "fixed_post": .fixedPost, "fixed_count": .fixedCount, "policy_set": .policySet,
      ] as KeyValuePairs<String, Word>)
    switch word {
    case .workload: return workload()
    case .ratio: return ratio()
    case .spanOfControl: return span()
    case .fixedPost:
      unused("driver", "per")
      let hours = row.number("hours_per_week", in: 0.01...168)
      return .fixedPost(posts: quantity(), hoursPerWeek: hours)
    case .fixedCount:
      unused("driver", "per", "hours_per_week")
      return .fixedCount(positions: quantity())
    case .policySet:
      unused("driver", "per", "hours_per_week")
      return .policySet(positions: quantity())
    case nil: return .fixedCount(positions: 0)
    }
  }

  private func quantity() -> Double { row.number("quantity", in: 0...1_000_000_000) }

  private func per() -> Double { row.number("per", in: 0.000_001...1_000_000_000) }

  private func unused(_ columns: String...) {
    for column in columns where !row.text(column).isEmpty {
      row.complain(
        .unusedValue, column,
        "the basis \(row.text("basis").quoted) makes no use of the field \(column.quoted)",
        remedy: "empty the field, or choose the basis that was meant")
    }
  }

  private func workload() -> PositionBasis {
    unused("per", "hours_per_week")
    let driver = row.needed("driver")
    let stem = "calls_priority_"
    switch driver {
    case "coverage":
      unused("quantity")
      return .coverage
    case "hours": return .workload(hoursPerYear: quantity())
    case "": return .coverage
    default:
      if driver.hasPrefix(stem), let level = Int(driver.dropFirst(stem.count)),
        let priority = CallPriority(level)
      {
        return .callWorkload(priority: priority, hoursPerCall: row.number("quantity", in: 0...1000))
      }
      row.complain(
        .unknownWord, "driver", "work cannot be driven by \(driver.quoted)",
        remedy: advice(for: driver, among: ["coverage", "hours"] + (1...5).map { "\(stem)\($0)" }))
      return .coverage
    }
  }

  private func span() -> PositionBasis {
    unused("quantity", "hours_per_week")
    if row.needed("driver") == "tours" { return .spanOverTours(span: per()) }
    return .spanOfControl(over: drivers(or: ["tours"]), span: per())
  }

  /// A quantity q with a `per` of n means q positions for each n, that is one for each n ÷ q.
  private func ratio() -> PositionBasis {
    unused("hours_per_week")
    let driver = row.needed("driver")
    let each = row.text("quantity").isEmpty ? 1 : row.number("quantity", in: 0.000_001...1_000_000)
    let per = per() / each
    switch driver {
    case "sworn": return .ratio(of: .swornStrength, per: per)
    case "population": return .ratio(of: .population, per: per)
    case "calls": return .ratio(of: .callsPerYear, per: per)
    default: break
    }
    guard driver.hasPrefix("rank:") else {
      return .ratio(of: .groups(drivers(or: ["sworn", "population", "calls"])), per: per)
    }
    let rank = trimmed(String(driver.dropFirst(5)))
    if rank.isEmpty {
      row.complain(
        .missingValue, "driver", "`rank:` names no rank", remedy: "write the rank after it")
    }
    ranks.check(rank, from: row, "driver")
    return .ratio(of: .rank(Rank.ID(rank)), per: per)
  }

  /// The groups in the column `driver`; `words` are what else could stand there.
  private func drivers(or words: [String]) -> [PositionGroup.ID] {
    let names = row.list("driver")
    for name in names where !groups.contains(name) {
      row.complain(
        .unknownReference, "driver", "there is no position group \(name.quoted)",
        remedy: advice(for: name, among: words + groups.names))
    }
    return names.map(PositionGroup.ID.init)
  }
}

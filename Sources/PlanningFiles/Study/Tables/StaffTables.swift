import PolicingDomain

/// The tables that follow from positions and people: conversions, flows, and a second count.
struct StaffTables {
  /// Which sworn positions civilians could hold.
  private(set) var civilianization: [Civilianization] = []
  /// How people enter and leave ranks.
  private(set) var flows: [RankFlow] = []
  /// Strength as a second source counts it.
  private(set) var secondCount: [SecondCount] = []
  /// Why the second source differs.
  private(set) var differences: [CountDifference] = []

  private let organization: OrganizationTables
  private let positions: PositionTable

  /// Reads the tables `civilianization`, `flows`, `second_count` and `differences`.
  init(
    _ tables: [StudyTableKind: StudyTable], organization: OrganizationTables,
    positions: PositionTable
  ) {
    self.organization = organization
    self.positions = positions
    var groups = ReferenceList(of: "group of the table of conversions")
    for row in tables[.civilianization]?.rows ?? [] { readConversion(row, &groups) }
    var ranks = ReferenceList(of: "rank of the table of flows")
    for row in tables[.flows]?.rows ?? [] { readFlow(row, &ranks) }
    checkCircles(tables[.flows]?.rows ?? [])
    var pairs = ReferenceList(of: "pair of section and rank")
    for row in tables[.secondCount]?.rows ?? [] { readCount(row, &pairs) }
    for row in tables[.differences]?.rows ?? [] { readDifference(row) }
    if let table = tables[.differences], tables[.secondCount] == nil {
      table.rows.first?.complain(
        .unusedValue, "people", "there is no second count whose differences could be explained",
        remedy: "add the table `second_count`, or take the table `differences` out")
    }
  }

  private mutating func readConversion(_ row: StudyRow, _ seen: inout ReferenceList) {
    let group = row.needed("group")
    positions.names.check(group, from: row, "group")
    seen.insert(group, from: row, "group")
    let title = row.needed("civilian_rank")
    organization.rankNames.check(title, from: row, "civilian_rank")
    if let rank = organization.rank(title), rank.employment == .sworn {
      row.complain(
        .employmentMismatch, "civilian_rank", "the rank \(title.quoted) is sworn",
        remedy: "name the civilian title that would hold the positions")
    }
    if let found = positions.groups.first(where: { $0.id.description == group }),
      found.holders == .civilianOnly
    {
      row.complain(
        .holdersMismatch, "group", "only civilians hold the positions of \(group.quoted) already",
        remedy: "take the row out, or correct `holders` in the table of positions")
    }
    let fails = row.list("fails").compactMap { word in
      let test = Civilianization.Test(rawValue: word)
      if test == nil {
        row.refuse(word, "fails", among: Civilianization.Test.allCases.map(\.rawValue))
      }
      return test
    }
    civilianization.append(
      Civilianization(
        group: PositionGroup.ID(group), fails: fails,
        limitedDutySeats: row.number("limited_duty_seats"),
        fitForFullDuty: row.share("fit_for_full_duty_share"), civilianRank: Rank.ID(title),
        provenance: row.provenance()))
  }

  private mutating func readFlow(_ row: StudyRow, _ seen: inout ReferenceList) {
    let rank = row.needed("rank")
    organization.rankNames.check(rank, from: row, "rank")
    seen.insert(rank, from: row, "rank")
    let below = row.text("promoted_from")
    organization.rankNames.check(below, from: row, "promoted_from")
    flows.append(
      RankFlow(
        rank: Rank.ID(rank), promotedFrom: below.isEmpty ? nil : Rank.ID(below),
        exits: row.share("exits_share_per_year"), monthsToSolo: row.number("months_to_solo"),
        entriesLimit: row.number(ifAny: "entries_limit_per_year"), provenance: row.provenance()))
  }

  /// Nobody is promoted into the rank from which he came.
  private func checkCircles(_ rows: [StudyRow]) {
    let below = Dictionary(flows.map { ($0.rank, $0.promotedFrom) }) { first, _ in first }
    for (flow, row) in zip(flows, rows) {
      var rank = flow.promotedFrom
      var steps = 0
      while let next = rank, next != flow.rank, steps < flows.count {
        rank = below[next] ?? nil
        steps += 1
      }
      guard rank == flow.rank else { continue }
      row.complain(
        .circularRanks, "promoted_from",
        "the rank \(flow.rank.description.quoted) is promoted from itself, directly or in a circle",
        remedy: "name the rank below it")
    }
  }

  private mutating func readCount(_ row: StudyRow, _ pairs: inout ReferenceList) {
    let section = row.needed("section")
    let rank = row.needed("rank")
    organization.sectionNames.check(section, from: row, "section")
    organization.rankNames.check(rank, from: row, "rank")
    pairs.insert("\(section) \(rank)", from: row, "rank")
    secondCount.append(
      SecondCount(
        section: Section.ID(section), rank: Rank.ID(rank),
        people: FullTimeEquivalents(row.number("people")), provenance: row.provenance()))
  }

  private mutating func readDifference(_ row: StudyRow) {
    let section = row.text("section")
    let rank = row.text("rank")
    organization.sectionNames.check(section, from: row, "section")
    organization.rankNames.check(rank, from: row, "rank")
    differences.append(
      CountDifference(
        section: section.isEmpty ? nil : Section.ID(section),
        rank: rank.isEmpty ? nil : Rank.ID(rank), cause: row.needed("cause"),
        people: row.text("people").isEmpty
          ? missing(row) : row.number(ifAny: "people") ?? 0, provenance: row.provenance()))
  }

  private func missing(_ row: StudyRow) -> Double {
    _ = row.needed("people")
    return 0
  }
}

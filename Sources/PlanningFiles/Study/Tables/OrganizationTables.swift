import PolicingDomain

/// The ranks, sections and strength of a study.
struct OrganizationTables {
  /// The ranks, highest first.
  private(set) var ranks: [Rank] = []
  /// The sections, in the order of the file.
  private(set) var sections: [Section] = []
  /// The strength, in the order of the file.
  private(set) var strength: [StrengthRecord] = []
  /// The rows of ``strength``.
  private(set) var strengthRows: [StudyRow] = []
  /// The published totals of authorized positions.
  private(set) var authorized: [AuthorizedTotal] = []
  /// The names of the ranks.
  private(set) var rankNames = ReferenceList(of: "rank")
  /// The names of the sections.
  private(set) var sectionNames = ReferenceList(of: "section")
  private var rankByName: [String: Rank] = [:]

  /// Reads the tables `ranks`, `sections`, `strength` and `authorized`.
  init(_ tables: [StudyTableKind: StudyTable]) {
    for row in tables[.ranks]?.rows ?? [] { readRank(row) }
    ranks.sort { $0.order < $1.order }
    for row in tables[.sections]?.rows ?? [] { readSection(row) }
    var pairs = ReferenceList(of: "pair of section and rank")
    for row in tables[.strength]?.rows ?? [] { readStrength(row, &pairs) }
    authorized = AuthorizedReader(tables[.authorized]).totals
  }

  /// Returns the rank called `name`, if there is one.
  func rank(_ name: String) -> Rank? { rankByName[name] }

  private mutating func readRank(_ row: StudyRow) {
    let name = row.needed("rank")
    rankNames.insert(name, from: row, "rank")
    let order = row.integer(ifAny: "order") ?? 0
    if row.text("order").isEmpty { _ = row.needed("order") }
    if order > 0, let other = ranks.first(where: { $0.order == order }) {
      row.complain(
        .duplicate, "order",
        "the rank \(name.quoted) has the same order \(order) as \(other.id.description.quoted)",
        remedy: "number the ranks from the highest, each with a number of its own")
    }
    let rank = Rank(
      id: Rank.ID(name), title: row.needed("title"), employment: row.employment() ?? .sworn,
      order: order,
      annualCost: DollarsPerYear(row.number("annual_cost_dollars")),
      provenance: row.provenance())
    ranks.append(rank)
    if rankByName[name] == nil { rankByName[name] = rank }
  }

  private mutating func readSection(_ row: StudyRow) {
    let name = row.needed("section")
    sectionNames.insert(name, from: row, "section")
    sections.append(
      Section(
        id: Section.ID(name), name: row.needed("name"), bureau: Bureau(row.needed("bureau")),
        provenance: row.provenance()))
  }

  private mutating func readStrength(_ row: StudyRow, _ pairs: inout ReferenceList) {
    let section = row.needed("section")
    let rank = row.needed("rank")
    sectionNames.check(section, from: row, "section")
    rankNames.check(rank, from: row, "rank")
    pairs.insert("\(section) \(rank)", from: row, "rank")
    let employment = row.employment()
    if let employment, let known = self.rank(rank), known.employment != employment {
      row.complain(
        .employmentMismatch, "employment",
        "the rank \(rank.quoted) is \(employment.rawValue) here, but "
          + "\(known.employment.rawValue) in the table of ranks",
        remedy: "correct one of the two tables")
    }
    let record = StrengthRecord(
      section: Section.ID(section), rank: Rank.ID(rank), employment: employment ?? .sworn,
      authorized: row.number(ifAny: "authorized").map { FullTimeEquivalents($0) },
      assigned: FullTimeEquivalents(row.number("assigned")),
      elsewhere: FullTimeEquivalents(row.number(ifAny: "elsewhere") ?? 0),
      deployable: row.number(ifAny: "deployable").map { FullTimeEquivalents($0) },
      provenance: row.provenance())
    checkBooks(record, row)
    strength.append(record)
    strengthRows.append(row)
  }

  private func checkBooks(_ record: StrengthRecord, _ row: StudyRow) {
    guard let stated = NumberReader.plainNumber(row.text("assigned")), stated >= 0 else { return }
    let assigned = record.assigned.value
    let elsewhere = record.elsewhere.value
    let deployable = record.deployable?.value ?? 0
    if elsewhere + deployable > assigned + 1e-9 {
      let parts =
        elsewhere > assigned || deployable == 0
        ? "\(shortText(elsewhere)) work elsewhere"
        : "\(shortText(elsewhere)) work elsewhere and \(shortText(deployable)) are deployable"
      row.complain(
        .strengthBooks, elsewhere > assigned ? "elsewhere" : "deployable",
        "\(parts), but only \(shortText(assigned)) are assigned",
        remedy: "count everybody once: elsewhere + deployable may be at most assigned")
    }
    if let authorized = record.authorized?.value, authorized < assigned {
      row.complain(
        .overAuthorized, "assigned",
        "\(shortText(assigned)) people are assigned to \(shortText(authorized)) authorized "
          + "positions of \(record.rank.description.quoted)",
        remedy: "check both figures; if they are right, say so in the assumptions")
    }
  }
}

/// Reads the authorized totals of a department.
///
/// A study carries, for sworn members and for civilians, the newest row whose scope is
/// `department`. Rows of other scopes and rows about `all` are there for the reader of the file.
private struct AuthorizedReader {
  private(set) var totals: [AuthorizedTotal] = []

  init(_ table: StudyTable?) {
    let kinds: KeyValuePairs<String, Employment?> = [
      "sworn": .sworn, "civilian": .civilian, "all": nil,
    ]
    var newest: [Employment: (date: CalendarDay, total: AuthorizedTotal)] = [:]
    var seen = ReferenceList(of: "total")
    for row in table?.rows ?? [] {
      let scope = row.needed("scope")
      let positions = row.number("positions")
      let provenance = row.provenance()
      let key = [scope, row.text("employment"), provenance.date].joined(separator: " ")
      seen.insert(key, from: row, "scope")
      guard let kind = row.choice("employment", of: kinds), let employment = kind,
        scope == "department", let date = StudyDate(provenance.date)?.start
      else { continue }
      if let other = newest[employment], other.date >= date { continue }
      let total = AuthorizedTotal(
        employment: employment, positions: FullTimeEquivalents(positions),
        provenance: provenance)
      newest[employment] = (date, total)
    }
    totals = Employment.allCases.compactMap { newest[$0]?.total }
  }
}

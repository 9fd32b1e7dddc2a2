import PolicingDomain

/// The short tables of a study: categories of calls, rules, money and assumptions.
struct LedgerTables {
  /// What calls of each category need.
  private(set) var categories: [CategoryNeed] = []
  /// The names of the categories.
  private(set) var categoryNames = ReferenceList(of: "category")
  /// The rules.
  private(set) var rules: [StaffingRule] = []
  /// The limit on money, if there is one.
  private(set) var budget: Budget?
  /// The assumptions.
  private(set) var assumptions: [Assumption] = []

  /// Reads the tables `categories`, `rules`, `budget` and `assumptions`.
  init(
    _ tables: [StudyTableKind: StudyTable], manifest: StudyManifest, districts: ReferenceList,
    log: IssueLog
  ) {
    for row in tables[.categories]?.rows ?? [] { readCategory(row) }
    var keys = ReferenceList(of: "rule")
    for row in tables[.rules]?.rows ?? [] { readRule(row, &keys, districts) }
    budget = BudgetReader(tables[.budget], items: manifest.budgetItems, log: log).budget
    var names = ReferenceList(of: "assumption")
    for row in tables[.assumptions]?.rows ?? [] { readAssumption(row, &names) }
  }

  private mutating func readCategory(_ row: StudyRow) {
    let name = row.needed("category")
    categoryNames.insert(name, from: row, "category")
    categories.append(
      CategoryNeed(
        category: CallCategory(name), officers: row.integer(ifAny: "officers_needed"),
        unitsPerCall: row.number("units_per_call"), provenance: row.provenance()))
  }

  /// A rule without a number, such as unity of command, has the number 1: it is in force.
  private mutating func readRule(
    _ row: StudyRow, _ keys: inout ReferenceList, _ districts: ReferenceList
  ) {
    let name = row.needed("rule")
    if !name.isEmpty, !StaffingRule.knownNames.contains(name) {
      row.complain(
        .unusedValue, "rule", "no stage knows a rule \(name.quoted): it has no effect",
        remedy: advice(for: name, among: StaffingRule.knownNames))
    }
    let citation = row.needed("citation")
    keys.insert([name, citation, row.text("where")].joined(separator: " "), from: row, "rule")
    let value = row.needed("value")
    let startsLikeNumber = value.first.map { $0.isNumber || "+-.".contains($0) } ?? true
    let isNoNumber = ["nan", "inf", "infinity"].contains(value.lowercased())
    // A rule that enters the program is a number; words there would be taken for one.
    let isNumeric = ["span_of_control", "field_sergeants_per_watch"].contains(name)
    let isWords =
      !isNumeric && !isNoNumber && (value.contains(" ") || !startsLikeNumber)
    let share = row.number(ifAny: "share_of_tours")
    _ = row.provenance()
    let places = row.list("districts")
    for district in places { districts.check(district, from: row, "districts") }
    let smallest = name == "span_of_control" ? 0.1 : 0
    rules.append(
      StaffingRule(
        name: name, value: isWords ? 1 : row.number("value", in: smallest...1_000_000_000),
        shareOfTours: share.flatMap { Share($0) },
        authority: row.word("authority", as: RuleAuthority.self) ?? .target,
        citation: citation, scope: row.text("where"), districts: places.map(District.ID.init),
        isVerified: row.needed("verified").isEmpty ? false : row.flag("verified"),
        statement: isWords ? value : "", isOn: row.text("on").isEmpty || row.flag("on")))
  }

  private mutating func readAssumption(_ row: StudyRow, _ names: inout ReferenceList) {
    let id = row.needed("id")
    names.insert(id, from: row, "id")
    _ = row.date()
    assumptions.append(
      Assumption(
        id: id, statement: row.needed("statement"), value: row.text("value"),
        unit: row.text("unit"), low: row.text("low"), high: row.text("high"),
        reason: row.needed("reason"), owner: row.needed("owner")))
  }
}

/// Reads the limit on money.
///
/// The limit is the sum of the rows that `study.yaml` lists under `budget: {items: […]}`; without
/// that list it is the row `limit`. A table without either sets no limit: its rows may be parts
/// of one another, so that their sum would mean nothing.
private struct BudgetReader {
  private(set) var budget: Budget?

  init(_ table: StudyTable?, items: [StudyManifest.FileReference], log: IssueLog) {
    var names = ReferenceList(of: "budget item")
    var rows: [String: (dollars: Double, provenance: Provenance)] = [:]
    for row in table?.rows ?? [] {
      let name = row.needed("item")
      names.insert(name, from: row, "item")
      rows[name] = (row.number("annual_dollars"), row.provenance())
    }
    for item in items where !names.contains(item.name) {
      log.add(
        .unknownReference, at: item.place, "there is no budget item \(item.name.quoted)",
        remedy: advice(for: item.name, among: names.names))
    }
    let wanted = items.isEmpty ? ["limit"] : items.map(\.name)
    let found = wanted.compactMap { rows[$0] }
    guard let first = found.first?.provenance else { return }
    let sources = found.map(\.provenance.source)
    budget = Budget(
      limit: DollarsPerYear(found.reduce(0) { $0 + $1.dollars }),
      provenance: Provenance(
        source: sources.enumerated().filter { sources.firstIndex(of: $1) == $0 }.map(\.element)
          .joined(separator: "; "),
        date: found.map(\.provenance.date).max() ?? first.date,
        isAssumption: found.contains { $0.provenance.isAssumption }))
  }
}

public import PolicingDomain

extension DataQuality {
  /// The report as it may be made public.
  ///
  /// Types of call whose counts may not be shown stand together in one group, so that text, JSON and
  /// page say the same; where that would still tell, calls are not told by type at all. Far
  /// times of such types, and values of the export that name them, are left out. Shares of calls
  /// that lack a stamp describe records, not persons, and are shown for every group.
  ///
  /// - Parameter rule: What is withheld.
  /// - Returns: The report; itself when nothing has to be withheld.
  /// - Complexity: See ``PublicTables/init(_:by:)``.
  public func published(by rule: SmallCounts = SmallCounts()) -> DataQuality {
    let tables = [typeTable, farTable, ResultTable.callLedger(ledger)]
    let page = PublicTables(tables, by: rule)
    let veiled = page.tables.map { table in
      Set(table.rows.indices.filter { table.rows[$0].contains(ResultTable.withheld) })
    }
    guard veiled.contains(where: { !$0.isEmpty }) else { return self }
    var quality = DataQuality(
      export: export, ledger: published(ledger, page.tables[2]), standards: standards)
    let gone = Set(veiled[0].map { types[$0].label })
    quality.copy(self)
    quality.groupings = groupings.compactMap { grouping in
      guard grouping.key == Self.typeKey else { return grouping }
      return page.isSafe ? grouping.folding(gone) : nil
    }
    let far = oddTimes.filter { $0.interval == .unitTime }
    let hidden = Set(veiled[1].map { far[$0].label }).union(gone)
    quality.oddTimes.removeAll { odd in
      odd.interval == .unitTime && (!page.isSafe || hidden.contains(odd.label))
    }
    let unnamed = Set(ledger.remarks.map(\.what)).subtracting(quality.ledger.remarks.map(\.what))
    quality.findings.removeAll { unnamed.contains($0.what) }
    if page.withheld.contains(Self.farKey) {
      quality.findings.removeAll { $0.key == "unit-time-far" }
    }
    quality.findings.append(
      Finding(
        key: "withheld", severity: .note,
        what: "types of call whose counts are withheld, or stand together", count: hidden.count,
        of: types.count, counted: "types",
        remedy: "counts under \(Format.number(rule.minimum, decimals: 0)) of sensitive types, and "
          + "others from which they would follow, are not made public"))
    return quality
  }

  private static let typeKey = "category"
  private static let farKey = FigureKey("far unit times")

  private var types: [Grouping.Group] { grouping(Self.typeKey)?.groups ?? [] }

  /// Calls by type, with totals that the report tells in many places.
  private var typeTable: ResultTable {
    var shared = SharedFigures()
    let sums: [(String, Int)] = [
      ("calls", types.reduce(0) { $0 + $1.counts.calls }),
      ("calls with a unit", types.reduce(0) { $0 + $1.counts.sent }),
    ]
    for (position, sum) in sums.enumerated() {
      let key = FigureKey(sum.0)
      shared.figures.append(.init(key, value: Double(sum.1), standing: .known))
      shared.cellSums.append(
        .init(key, ofColumn: position + 1, rows: Array(types.indices)))
    }
    return ResultTable(
      name: "types", title: "",
      columns: [
        .init("type", "", privacy: .callType), .init("calls", "", privacy: .countOfCalls),
        .init("sent", "", privacy: .countOfCalls),
      ],
      rows: types.map { [.text($0.label), .count($0.counts.calls), .count($0.counts.sent)] },
      shared: shared)
  }

  /// Far unit times by type; a finding tells how many there are.
  private var farTable: ResultTable {
    let far = oddTimes.filter { $0.interval == .unitTime }
    var shared = SharedFigures()
    shared.figures = [.init(Self.farKey, value: Double(far.reduce(0) { $0 + $1.high }))]
    shared.cellSums = [.init(Self.farKey, ofColumn: 3, rows: Array(far.indices))]
    return ResultTable(
      name: "far", title: "",
      columns: [.init("type", "", privacy: .callType)]
        + ["known", "low", "high"].map { .init($0, "", privacy: .countOfCalls) },
      rows: far.map { [.text($0.label), .count($0.known), .count($0.low), .count($0.high)] },
      shared: shared)
  }

  /// The books without the values that name types whose counts are withheld.
  private func published(_ ledger: CallLedger, _ table: ResultTable) -> CallLedger {
    guard let rows = table.columns.firstIndex(where: { $0.key == "rows" }),
      let what = table.columns.firstIndex(where: { $0.key == "what" })
    else { return ledger }
    let hidden = Set(
      table.rows.filter { $0[rows] == ResultTable.withheld }.map { $0[what] })
    func kept(_ entries: [CallLedger.Entry]) -> [CallLedger.Entry] {
      entries.filter { !hidden.contains(.text($0.what)) }
    }
    return CallLedger(
      source: ledger.source, profile: ledger.profile, grain: ledger.grain,
      rowsRead: ledger.rowsRead, rowsUsed: ledger.rowsUsed, setAside: ledger.setAside,
      missing: ledger.missing, orderViolations: ledger.orderViolations,
      remarks: kept(ledger.remarks), refusals: ledger.refusals, grouping: ledger.grouping,
      cleaning: ledger.cleaning)
  }

  private mutating func copy(_ other: DataQuality) {
    calls = other.calls
    officerCalls = other.officerCalls
    responses = other.responses
    span = other.span
    stamps = other.stamps
    all = other.all
    cells = other.cells
    tests = other.tests
    disorder = other.disorder
    equals = other.equals
    times = other.times
    oddTimes = other.oddTimes
    values = other.values
    work = other.work
    costs = other.costs
    findings = other.findings
    verdicts = other.verdicts
  }
}

extension DataQuality.Grouping {
  /// Puts the groups with the `labels` together into one, which comes last.
  fileprivate func folding(_ labels: Set<String>) -> DataQuality.Grouping {
    guard !labels.isEmpty else { return self }
    var counts = DataQuality.MissingCounts()
    for group in groups where labels.contains(group.label) { counts.add(group.counts) }
    return DataQuality.Grouping(
      key: key, title: title,
      groups: groups.filter { !labels.contains($0.label) }
        + [.init("withheld: \(labels.count) types together", counts)])
  }
}

extension NamedQuery {
  /// Returns the answer of the query as it may be made public.
  ///
  /// The header of the query says what its columns count. Totals over all rows, and over the rows
  /// of each group, are taken to be known, because other queries tell them. Rows of which something
  /// is withheld come last, in the order of their texts: where they stood would tell their size.
  ///
  /// An answer stands for itself. Two answers to one query with other parameters, such as a
  /// period and the same without its last day, can tell more than each.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - values: The parameters that were set.
  ///   - rule: What is withheld.
  /// - Returns: The answer with the word `withheld` in place of what may not be shown.
  /// - Throws: ``PlanningError/files(_:)`` with `E185` when nobody can say what must be withheld.
  /// - Complexity: See `PublicTables`.
  public func published(
    _ answer: StoreQuery.Answer, values: [(name: String, text: String)],
    by rule: SmallCounts = SmallCounts()
  ) throws(PlanningError) -> StoreQuery.Answer {
    let privacy = try requiredPrivacy
    if let column = answer.columns.first(where: { privacy.columns[$0] == nil }) {
      throw refusal(
        "its header does not say what the column `\(column)` counts",
        "add `-- privacy \(column): …` to \(name).sql")
    }
    let chosen = values.filter { privacy.typeParameters.contains($0.name) }.map(\.text)
    let table = table(answer, privacy, types: chosen)
    let page = PublicTables([table], by: rule)
    guard page.isSafe else {
      throw refusal(
        "so few calls have so few types that what must be withheld follows from their number",
        "ask for a longer period or a larger district")
    }
    let rows = page.tables[0].rows.map { $0.prefix(answer.columns.count) }
    var open: [[StoreQuery.Value]] = []
    var veiled: [[StoreQuery.Value]] = []
    for (row, cells) in zip(answer.rows, rows) {
      if cells.contains(ResultTable.withheld) {
        veiled.append(
          zip(row, cells).map { $1 == ResultTable.withheld ? .text("withheld") : $0 })
      } else {
        open.append(row)
      }
    }
    let ordered = veiled.sorted { Self.texts($0).lexicographicallyPrecedes(Self.texts($1)) }
    return StoreQuery.Answer(
      columns: answer.columns, rows: open + ordered, isCut: answer.isCut)
  }

  /// Refuses a query whose answer can never be made public, before it is asked.
  ///
  /// - Throws: ``PlanningError/files(_:)`` with `E185`.
  public func requirePrivacy() throws(PlanningError) { _ = try requiredPrivacy }

  private var requiredPrivacy: QueryPrivacy {
    get throws(PlanningError) {
      guard let privacy else {
        throw refusal(
          "its header does not say what its columns count",
          "add a line `-- privacy COLUMN: …` for each column to \(name).sql")
      }
      if privacy.isOfSingleCalls {
        throw refusal("each of its rows is one call", "ask for counts, such as calls-by-category")
      }
      return privacy
    }
  }

  private func refusal(_ why: String, _ remedy: String) -> PlanningError {
    .files(
      FileError([
        FileIssue(
          code: "E185", "the answer of `\(name)` is not made public: \(why)", file: "the query",
          remedy: remedy)
      ]))
  }

  private static func texts(_ row: [StoreQuery.Value]) -> [String] {
    row.compactMap { value in
      if case .text(let text) = value { text } else { nil }
    }
  }

  /// The answer as a table; the types that parameters chose stand in further columns.
  private func table(
    _ answer: StoreQuery.Answer, _ privacy: QueryPrivacy, types: [String]
  ) -> ResultTable {
    let columns = answer.columns.map { name in
      ResultTable.Column(name, name, privacy: privacy.columns[name] ?? .none)
    }
    let chosen = types.indices.map { number in
      ResultTable.Column("type \(number)", "", privacy: .callType)
    }
    var shared = SharedFigures()
    let all = Array(answer.rows.indices)
    // The number of calls of one type is withheld itself where it is small.
    let standing: SharedFigures.Standing = types.isEmpty ? .known : .spare
    func addTotals(_ rows: [Int], _ what: String) {
      for (position, column) in columns.enumerated()
      where column.privacy == .countOfCalls || column.privacy == .countOfPeople {
        let key = FigureKey("\(column.key), \(what)")
        let sum = rows.reduce(0.0) { $0 + (Self.number(answer.rows[$1][position]) ?? 0) }
        shared.figures.append(.init(key, value: sum, standing: standing))
        shared.cellSums.append(.init(key, ofColumn: position, rows: rows))
      }
    }
    addTotals(all, "all")
    for (position, name) in answer.columns.enumerated() where privacy.groups.contains(name) {
      let values = Dictionary(grouping: all) { answer.rows[$0][position] }
      for rows in values.values.sorted(by: { $0[0] < $1[0] }) {
        addTotals(rows, "\(name) of row \(rows[0])")
      }
    }
    return ResultTable(
      name: name, title: title, columns: columns + chosen,
      rows: answer.rows.map { $0.map(Self.cell) + types.map(ResultTable.Cell.text) },
      shared: shared)
  }

  private static func number(_ value: StoreQuery.Value) -> Double? {
    switch value {
    case .integer(let number): Double(number)
    case .number(let number): number
    case .null, .text, .bytes: nil
    }
  }

  private static func cell(_ value: StoreQuery.Value) -> ResultTable.Cell {
    switch value {
    case .null: .missing
    case .integer(let number): .count(number)
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    case .bytes: .missing
    }
  }
}

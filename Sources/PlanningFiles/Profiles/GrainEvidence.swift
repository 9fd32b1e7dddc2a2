internal import PolicingDomain

/// What a sample shows of what one row of an export stands for.
package struct GrainEvidence: Sendable {
  /// What a row stands for, as far as the sample shows.
  package let grain: ColumnProfile.Grain
  /// The column by which rows belong to calls, if there is one.
  package let idColumn: Int?
  /// The column that seems to tell the units of one call apart, if there is one.
  package let unitColumn: Int?
  /// How many rows have a number that an earlier row has.
  package let repeatedRows: Int
  /// Why, in words.
  package let reasons: [String]

  private static let unitWords = [
    "unit", "callsign", "vehicle", "radioname", "squad", "resource", "apparatus",
  ]
  /// Words too short to be looked for within a name.
  private static let unitNames: Set<String> = ["car", "cars", "rig", "asset", "radio", "resp"]
  private static let statusWords = ["transtype", "status", "transaction", "statuscode"]

  /// Looks at the columns of `sample`.
  package init(_ sample: ExportSample, columns: [ColumnFinding]) {
    let id = Self.idColumn(of: columns, rows: sample.rows.count)
    idColumn = id?.position
    var seen: Set<String> = []
    var repeated = 0
    if let id {
      for value in sample.values(id.position) where !seen.insert(value).inserted { repeated += 1 }
    }
    repeatedRows = repeated
    let named = columns.filter { Self.unitNames.contains(HeaderMatch.folded($0.header)) }
    let units = (Self.columns(columns, named: Self.unitWords) + named).filter {
      !$0.isNumeric || $0.distinct > 1
    }
    let unit = units.first ?? id.flatMap { Self.unitByValues(sample, columns, id: $0) }
    let statuses = Self.columns(columns, named: Self.statusWords)
      .filter { (2...60).contains($0.distinct) && !$0.holdsMoments }
    let moments = columns.filter(\.holdsMoments)
    var reasons: [String] = []
    let share = id.map { Double(repeated) / Double(max(1, $0.filled)) } ?? 0
    if let id {
      reasons.append(
        repeated == 0
          ? "no `\(id.header)` comes twice in \(id.filled) rows"
          : "\(repeated) of \(id.filled) rows repeat a `\(id.header)`")
    } else {
      reasons.append("no column numbers the calls")
    }
    if share >= 0.2, let status = statuses.first, moments.count <= 3 {
      grain = .status
      unitColumn = unit?.position
      reasons.append(
        "`\(status.header)` has \(status.distinct) codes, and few columns hold moments")
    } else if share >= 0.02, let unit {
      grain = .unit
      unitColumn = unit.position
      reasons.append(
        units.isEmpty
          ? "`\(unit.header)` differs between the rows of one call as units do; look at it"
          : "`\(unit.header)` seems to name units")
    } else {
      grain = .call
      unitColumn = nil
      if share >= 0.02 { reasons.append("no column names units, so repeats are second records") }
    }
    self.reasons = reasons
  }

  private static func columns(_ columns: [ColumnFinding], named words: [String]) -> [ColumnFinding]
  {
    columns.filter { column in
      let name = HeaderMatch.folded(column.header)
      return column.filled > 0 && words.contains { name.contains($0) }
        && !name.contains("count") && !name.hasPrefix("numberof")
    }
  }

  /// The first column of repeated texts that hardly ever comes twice with the same number of a call,
  /// and differs wherever a number comes again, as the names of units do.
  private static func unitByValues(
    _ sample: ExportSample, _ columns: [ColumnFinding], id: ColumnFinding
  ) -> ColumnFinding? {
    columns.first { column in
      guard column.position != id.position, !column.holdsMoments, !column.isTimeOfDay,
        !column.isPersonal, column.distinct >= 3, column.distinct * 2 <= column.filled,
        column.filled * 10 >= sample.rows.count * 9
      else { return false }
      var seen: [String: Set<String>] = [:]
      var again = 0
      var differing = 0
      for row in sample.rows {
        let number = row[id.position]
        let isNew = seen[number, default: []].insert(row[column.position]).inserted
        guard (seen[number]?.count ?? 0) > 1 || !isNew else { continue }
        again += 1
        if isNew { differing += 1 }
      }
      return again >= 10 && differing * 100 >= again * 98
    }
  }

  /// The column that numbers the calls: by its name, else the first text or whole number that is
  /// almost never repeated.
  static func idColumn(of columns: [ColumnFinding], rows: Int) -> ColumnFinding? {
    let numbers = ["number", "num", "no", "id", "#", "nopditem", "item", "key", "eid"]
    let calls = [
      "event", "incident", "call", "cad", "inci", "record", "master", "case", "cfs", "item",
    ]
    func rank(_ column: ColumnFinding) -> Int? {
      let name = HeaderMatch.folded(column.header)
      guard column.filled * 10 >= rows * 9, column.filled > 0, !column.isPersonal,
        !column.holdsMoments, !column.isTimeOfDay
      else { return nil }
      let isNumber = numbers.contains { name.hasSuffix($0) }
      let isCall = calls.contains { name.contains($0) }
      let isDispatch = name.contains("dispatch") || name.contains("unit") || name.contains("type")
      if isNumber, isCall, !isDispatch, column.distinct * 20 >= column.filled {
        return ["event", "incident", "callnum", "nopditem"].contains { name.contains($0) } ? 0 : 1
      }
      if name == "id" || name == "num1", column.distinct * 20 >= column.filled { return 1 }
      guard column.distinct * 100 >= column.filled * 95, isWhole(column) else { return nil }
      return isNumber ? 2 : 3
    }
    let ranked = columns.compactMap { column in rank(column).map { (column, $0) } }
    return ranked.min { ($0.1, $0.0.position) < ($1.1, $1.0.position) }?.0
  }

  private static func isWhole(_ column: ColumnFinding) -> Bool {
    column.common.allSatisfy { !$0.text.contains(".") && !$0.text.contains(" ") }
  }
}

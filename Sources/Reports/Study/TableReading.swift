package import PolicingDomain

/// Cells of a table by the key of their column.
///
///     let units = TableReading(table)
///     for row in units.rows where units.text(row, "district") == "007" {
///       print(units.number(row, "units_required") ?? 0)
///     }
package struct TableReading: Sendable {
  /// The table.
  package let table: ResultTable

  /// Creates a reading.
  package init(_ table: ResultTable) { self.table = table }

  /// The positions of the rows.
  package var rows: Range<Int> { table.rows.indices }

  /// The position of a column, if the table has it.
  package func column(_ key: String) -> Int? { table.columns.firstIndex { $0.key == key } }

  /// The words of a cell; empty where there are none.
  package func text(_ row: Int, _ key: String) -> String {
    guard let column = column(key) else { return "" }
    switch table.rows[row][column] {
    case .text(let text): return text
    case .count(let count): return "\(count)"
    case .number(let number): return Format.number(number, decimals: table.columns[column].decimals)
    case .missing: return ""
    }
  }

  /// The number of a cell; nothing where there is none, or where it is withheld.
  package func number(_ row: Int, _ key: String) -> Double? {
    guard let column = column(key) else { return nil }
    switch table.rows[row][column] {
    case .count(let count): return Double(count)
    case .number(let number): return number
    case .text, .missing: return nil
    }
  }

  /// The different words of a column, in the order in which they first occur.
  package func values(_ key: String) -> [String] {
    var seen: Set<String> = []
    return rows.map { text($0, key) }.filter { seen.insert($0).inserted }
  }

  /// The first row whose cells read as stated.
  package func row(where cells: KeyValuePairs<String, String>) -> Int? {
    rows.first { row in cells.allSatisfy { text(row, $0.key) == $0.value } }
  }

  /// The sum of a column over some rows; nothing where a cell of them is withheld or other words, or
  /// where there is no such column.
  ///
  /// Missing cells count nothing, as in ``sum(_:where:)``.
  package func total(_ key: String, where isIn: (Int) -> Bool = { _ in true }) -> Double? {
    guard let column = column(key) else { return nil }
    var total = 0.0
    for row in rows where isIn(row) {
      switch table.rows[row][column] {
      case .count(let count): total += Double(count)
      case .number(let number): total += number
      case .text(let text) where text.isEmpty: continue
      case .text: return nil
      case .missing: continue
      }
    }
    return total
  }

  /// The sum of a column over some rows; unknown cells count nothing.
  package func sum(_ key: String, where isIn: (Int) -> Bool = { _ in true }) -> Double {
    rows.filter(isIn).reduce(0) { $0 + (number($1, key) ?? 0) }
  }
}

extension ResultTable {
  /// The table with some of its columns only, in the order stated, and some of its rows.
  ///
  /// Sums of rows stay where all their rows do; keys that the table does not have are passed over.
  package func showing(
    _ keys: [String]? = nil, named name: String? = nil, titled title: String? = nil,
    notes: [String]? = nil, where isIn: (Int) -> Bool = { _ in true }
  ) -> ResultTable {
    let positions =
      keys.map { keys in keys.compactMap { key in columns.firstIndex { $0.key == key } } }
      ?? Array(columns.indices)
    let kept = rows.indices.filter(isIn)
    let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    let sums = rowSums.compactMap { sum -> Sum? in
      guard let total = places[sum.total] else { return nil }
      let parts = sum.parts.compactMap { places[$0] }
      return parts.count == sum.parts.count ? Sum(total, of: parts) : nil
    }
    return ResultTable(
      name: name ?? self.name, title: title ?? self.title,
      columns: positions.map { columns[$0] },
      rows: kept.map { row in positions.map { rows[row][$0] } }, rowSums: sums,
      notes: notes ?? self.notes)
  }
}

package import PolicingDomain

/// Rows that stand out, and cells as they are.
extension TableReading {
  /// The cell itself, so that what is withheld stays withheld; missing where there is no such column.
  package func cell(_ row: Int, _ key: String) -> ResultTable.Cell {
    column(key).map { table.rows[row][$0] } ?? .missing
  }

  /// The positions of the rows whose cells read as stated.
  package func rows(where cells: KeyValuePairs<String, String>) -> [Int] {
    rows.filter { row in cells.allSatisfy { text(row, $0.key) == $0.value } }
  }

  /// The row with the largest number of a column, the first of several.
  package func largest(_ key: String, among chosen: [Int]? = nil) -> Int? {
    var best: (row: Int, value: Double)?
    for row in chosen ?? Array(rows) {
      guard let value = number(row, key) else { continue }
      if best.map({ value > $0.value }) ?? true { best = (row, value) }
    }
    return best?.row
  }

  /// The row with the smallest number of a column, the first of several.
  package func smallest(_ key: String, among chosen: [Int]? = nil) -> Int? {
    var best: (row: Int, value: Double)?
    for row in chosen ?? Array(rows) {
      guard let value = number(row, key) else { continue }
      if best.map({ value < $0.value }) ?? true { best = (row, value) }
    }
    return best?.row
  }

  /// Whether any row has a number in the column.
  package func hasNumbers(_ key: String) -> Bool { rows.contains { number($0, key) != nil } }

  /// A number as a page writes it; the words of the cell where it holds none.
  package func written(_ row: Int, _ key: String, decimals: Int? = nil) -> String {
    guard let column = column(key) else { return "–" }
    guard let value = number(row, key) else {
      let words = text(row, key)
      return words.isEmpty ? "–" : words
    }
    return Format.number(value, decimals: decimals ?? table.columns[column].decimals)
  }
}

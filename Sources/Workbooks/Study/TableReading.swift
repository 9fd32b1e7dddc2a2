import PolicingDomain

extension ResultTable {
  /// Returns the position of the column of a key, if the table has it.
  func position(of key: String) -> Int? { columns.firstIndex { $0.key == key } }

  /// Returns the cells of one column; nothing where the table does not have it.
  func cells(_ key: String) -> [Cell]? {
    position(of: key).map { column in rows.map { $0[column] } }
  }

  /// Returns the words of one column, empty where a cell holds none.
  func words(_ key: String) -> [String]? {
    cells(key).map { cells in
      cells.map { cell in
        if case .text(let words) = cell { return words }
        if case .count(let count) = cell { return "\(count)" }
        return ""
      }
    }
  }

  /// Returns the numbers of one column, with nothing where a cell holds none.
  func numbers(_ key: String) -> [Double?]? { cells(key).map { $0.map(\.asNumber) } }
}

extension ResultTable.Cell {
  /// The number, if it is one.
  var asNumber: Double? {
    switch self {
    case .number(let number): number
    case .count(let count): Double(count)
    case .text, .missing: nil
    }
  }
}

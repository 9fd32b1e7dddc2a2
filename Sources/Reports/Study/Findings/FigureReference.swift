package import PolicingDomain

/// A number of a run by its name: `TABLE | key=value; key=value | column`.
///
/// | Reference | Meaning |
/// |---|---|
/// | `equity \| district=007 \| residents` | one cell: the row whose cells read so |
/// | `districts-by-watch \| watch=third \| sum officers_required` | the sum over all rows that fit |
/// | `rules \| state=not met \| count` | how many rows fit |
/// | `districts-by-watch \| \| max officers_short` | the largest of all rows |
/// | `figure \| strength recommended` | a key figure |
///
/// Cells are compared as a table prints them, without regard to case.
package struct FigureReference: Hashable, Sendable {
  /// What is done with the rows that fit.
  package enum Operation: String, CaseIterable, Sendable {
    /// The one cell.
    case only
    /// The sum of the cells.
    case sum
    /// The largest.
    case max
    /// The smallest.
    case min
    /// The number of rows.
    case count
  }

  /// Why a reference has no number.
  package struct Failure: Error, Hashable, Sendable {
    /// The kind of fault.
    package let kind: Statement.Issue.Kind
    /// What is wrong, in one sentence.
    package let message: String
    /// The word that is not known, if that is the fault.
    package var word: String?
    /// The words that are known in its place.
    package var known: [String] = []
  }

  private let table: String
  private let cells: [(key: String, value: String)]
  private let operation: Operation
  private let column: String

  /// Reads a reference, without its braces.
  ///
  /// - Throws: ``Failure`` when it does not have the parts of one.
  package init(_ text: String) throws(Failure) {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(Self.trimmed)
    guard let first = parts.first, !first.isEmpty, parts.count == (first == "figure" ? 2 : 3) else {
      throw Failure(
        kind: .unreadable,
        message: "`\(text)` is no reference: write TABLE | key=value; key=value | column, "
          + "or figure | name")
    }
    table = first
    if first == "figure" {
      cells = []
      operation = .only
      column = parts[1]
      return
    }
    var cells: [(key: String, value: String)] = []
    for pair in parts[1].split(separator: ";") {
      let sides = pair.split(separator: "=", maxSplits: 1).map(Self.trimmed)
      guard sides.count == 2 else {
        throw Failure(
          kind: .unreadable, message: "`\(Self.trimmed(pair))` is no condition: write key=value")
      }
      cells.append((sides[0], sides[1]))
    }
    self.cells = cells
    let words = parts[2].split(separator: " ").map(String.init)
    if let first = words.first, let operation = Operation(rawValue: first),
      words.count == (operation == .count ? 1 : 2)
    {
      self.operation = operation
      column = operation == .count ? "" : words[1]
    } else {
      operation = .only
      column = parts[2]
    }
  }

  package static func == (lhs: FigureReference, rhs: FigureReference) -> Bool {
    lhs.words == rhs.words
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(words) }

  private var words: [String] {
    [table, operation.rawValue, column] + cells.flatMap { [$0.key, $0.value] }
  }

  /// Returns the number as people read it.
  ///
  /// - Throws: ``Failure`` when the run does not have it, or has several.
  package func text(in record: RunRecord) throws(Failure) -> String {
    if table == "figure" { return try figure(in: record) }
    guard let found = record.table(table) else {
      throw Failure(
        kind: .unknown, message: "the run has no table `\(table)`", word: table,
        known: record.tables.map(\.name))
    }
    let reading = TableReading(found)
    for name in cells.map(\.key) + (operation == .count ? [] : [column])
    where reading.column(name) == nil {
      throw Failure(
        kind: .unknown, message: "the table `\(table)` has no column `\(name)`", word: name,
        known: found.columns.map(\.key))
    }
    let rows = reading.rows.filter { row in
      cells.allSatisfy { reading.text(row, $0.key).lowercased() == $0.value.lowercased() }
    }
    if operation == .count { return Format.number(Double(rows.count), decimals: 0) }
    guard !rows.isEmpty else { throw nothing(in: reading) }
    return try value(of: rows, in: reading)
  }

  private func value(of rows: [Int], in reading: TableReading) throws(Failure) -> String {
    if operation == .only {
      guard rows.count == 1 else {
        throw Failure(
          kind: .ambiguous,
          message: "\(rows.count) rows of `\(table)` fit: name one by more cells, or write sum, "
            + "max or min before `\(column)`")
      }
      let text = reading.text(rows[0], column)
      guard !text.isEmpty else {
        throw Failure(kind: .unknown, message: "the cell of `\(column)` is empty in this run")
      }
      return text
    }
    // What rests on a withheld cell is withheld with it, as the cell itself is.
    guard !rows.contains(where: { reading.text($0, column) == RunRecord.withheldWord }) else {
      return RunRecord.withheldWord
    }
    let numbers = rows.compactMap { reading.number($0, column) }
    guard numbers.count == rows.count, let largest = numbers.max(), let smallest = numbers.min()
    else {
      throw Failure(
        kind: .unknown,
        message:
          "\(rows.count - numbers.count) of \(rows.count) cells of `\(column)` have no number")
    }
    let decimals = reading.column(column).map { reading.table.columns[$0].decimals } ?? 0
    let value =
      switch operation {
      case .max: largest
      case .min: smallest
      case .sum, .only, .count: numbers.reduce(0, +)
      }
    return Format.number(value, decimals: decimals)
  }

  /// Says which condition no row meets.
  private func nothing(in reading: TableReading) -> Failure {
    for (key, value) in cells {
      let known = reading.values(key)
      guard !known.contains(where: { $0.lowercased() == value.lowercased() }) else { continue }
      return Failure(
        kind: .unknown, message: "no row of `\(table)` has \(key) = \(value)", word: value,
        known: known)
    }
    return Failure(
      kind: .unknown, message: "no row of `\(table)` meets all conditions of the reference")
  }

  private func figure(in record: RunRecord) throws(Failure) -> String {
    guard let figure = record.figures.first(where: { $0.name == column }) else {
      throw Failure(
        kind: .unknown, message: "the run has no key figure `\(column)`", word: column,
        known: record.figures.map(\.name))
    }
    return record.value(of: figure).map { Format.number($0, decimals: 0) } ?? RunRecord.withheldWord
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}

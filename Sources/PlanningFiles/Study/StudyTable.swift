import PolicingDomain

/// A table of a study whose columns are those expected.
struct StudyTable {
  /// The path as the user named it.
  let file: String
  /// The rows, in the order of the file.
  let rows: [StudyRow]

  /// Checks the columns of `table` and gives its rows their names.
  init(_ table: Table, required: [String], optional: [String], rowLimit: Int, log: IssueLog) {
    file = table.file
    let place = FilePlace(file: table.file, line: 1)
    var columns: [String: Int] = [:]
    let header = Set(table.header.map(Self.columnName))
    let unused = (required + optional).filter { !header.contains($0) }
    for (position, title) in table.header.enumerated() {
      let name = Self.columnName(title)
      let place = FilePlace(file: table.file, line: 1, column: position + 1)
      if columns[name] != nil {
        log.add(
          .repeatedColumn, at: place, "the column \(title.quoted) stands there twice",
          remedy: "remove one of the two")
      } else if !required.contains(name), !optional.contains(name) {
        log.add(
          .unknownColumn, at: place, "unknown column \(title.quoted)",
          remedy: unused.isEmpty ? "remove it" : advice(for: name, among: unused))
      }
      columns[name] = columns[name] ?? position
    }
    for name in required where columns[name] == nil {
      log.add(
        .missingColumn, at: place, "the column \(name.quoted) is missing",
        remedy: "add it to the header; leave its fields empty where nothing is known")
    }
    Self.checkLength(table, rowLimit, log)
    rows = table.rows.prefix(rowLimit).map { row in
      StudyRow(
        file: table.file, line: row.line, fields: row.fields, columns: columns, log: log)
    }
  }

  private static func checkLength(_ table: Table, _ rowLimit: Int, _ log: IssueLog) {
    let place = FilePlace(file: table.file, line: 1)
    if table.rows.count > rowLimit {
      log.add(
        .fileTooLarge, at: place,
        "the table has \(table.rows.count) rows; at most \(rowLimit) are read",
        remedy: "name the right file, or merge rows")
    }
    if table.rows.isEmpty {
      log.add(
        .emptyTable, at: place, "the table has no rows", remedy: "add a row below the header")
    }
  }

  /// The name of a column; a census year is not part of it.
  private static func columnName(_ title: String) -> String {
    let name = trimmed(title)
    let stem = "population_"
    guard name.hasPrefix(stem), name.dropFirst(stem.count).allSatisfy(\.isNumber) else {
      return name
    }
    return "population"
  }
}

/// A row of a table, read field by field.
struct StudyRow {
  /// The path of the table as the user named it.
  let file: String
  /// The line, counted from 1.
  let line: Int
  /// The fields.
  let fields: [String]
  /// The position of each column.
  let columns: [String: Int]
  /// Where problems go.
  let log: IssueLog

  /// The file without the folder of the study.
  private var name: String { file.split(separator: "/").last.map(String.init) ?? file }

  /// The place of the row, or of its field in `column`.
  func place(_ column: String? = nil) -> FilePlace {
    let position = column.flatMap { columns[$0] }
    return FilePlace(file: file, line: line, column: position.map { $0 + 1 })
  }

  /// Takes note of a problem of the field in `column`.
  func complain(
    _ code: StudyIssueCode, _ column: String, _ message: String, remedy: @autoclosure () -> String
  ) {
    log.add(code, at: place(column), message, remedy: remedy())
  }

  /// Whether the table has `column`.
  func has(_ column: String) -> Bool { columns[column] != nil }

  /// The field in `column`; empty if there is none.
  func text(_ column: String) -> String {
    guard let position = columns[column], position < fields.count else { return "" }
    return trimmed(fields[position])
  }

  /// The field in `column`, which must not be empty.
  func needed(_ column: String) -> String {
    let text = text(column)
    if text.isEmpty, has(column) {
      complain(
        .missingValue, column, "the field \(column.quoted) is empty",
        remedy: "write a value into it")
    }
    return text
  }

  /// The number in `column`; nothing if the field is empty or wrong.
  func number(ifAny column: String, in range: ClosedRange<Double>) -> Double? {
    let text = text(column)
    guard !text.isEmpty else { return nil }
    let reader = NumberReader(name: column, place: place(column), log: log)
    return reader.number(text, in: range)
  }

  /// The number in `column`, which must be there; the least number allowed if it is wrong.
  func number(_ column: String, in range: ClosedRange<Double>) -> Double {
    guard !needed(column).isEmpty else { return range.lowerBound }
    return number(ifAny: column, in: range) ?? range.lowerBound
  }

  /// The whole number in `column`; nothing if the field is empty or wrong.
  func integer(ifAny column: String, in range: ClosedRange<Int>) -> Int? {
    let text = text(column)
    guard !text.isEmpty else { return nil }
    return NumberReader(name: column, place: place(column), log: log).integer(text, in: range)
  }

  /// The members of the list in `column`, which are separated by bars, each once.
  func list(_ column: String) -> [String] {
    var seen: Set<String> = []
    return text(column).split(separator: "|").map { trimmed(String($0)) }.filter { name in
      if !name.isEmpty, seen.insert(name).inserted { return true }
      if !name.isEmpty {
        complain(
          .duplicate, column, "the list in \(column.quoted) holds \(name.quoted) twice",
          remedy: "name it once")
      }
      return false
    }
  }

  /// The word in `column` as one of `choices`.
  func choice<Choice>(_ column: String, of choices: KeyValuePairs<String, Choice>) -> Choice? {
    let word = needed(column)
    if let choice = choices.first(where: { $0.key == word }) { return choice.value }
    guard !word.isEmpty else { return nil }
    complain(
      .unknownWord, column, "\(column.quoted) cannot be \(word.quoted)",
      remedy: advice(for: word, among: choices.map(\.key)))
    return nil
  }

  /// Whether the field in `column` says yes; an empty field or no such column says no.
  func flag(_ column: String) -> Bool {
    guard !text(column).isEmpty else { return false }
    return choice(column, of: ["yes": true, "no": false]) ?? false
  }

  /// Sworn or civilian.
  func employment() -> Employment? {
    choice("employment", of: ["sworn": .sworn, "civilian": .civilian])
  }

  /// The date in `column`, which must be one.
  func date(_ column: String = "date") -> StudyDate? {
    let text = needed(column)
    guard !text.isEmpty else { return nil }
    if let date = StudyDate(text) { return date }
    complain(
      .unreadableTime, column, "\(column.quoted) is not a date: \(text.quoted)",
      remedy: "write a day as 2023-01-31, a month as 2023-01 or a year as 2023")
    return nil
  }

  /// The source, date and authority of the row, and whether it is an assumption.
  func provenance(authority column: String = "authority") -> Provenance {
    _ = date()
    return Provenance(
      source: needed("source"), date: text("date"), authority: text(column),
      isAssumption: flag("assumption"), place: RowPlace(file: name, line: line))
  }
}

/// The names that one column of a table may refer to.
struct ReferenceList {
  /// What the names stand for, such as `rank`.
  let what: String
  /// The names, in the order of their table.
  private(set) var names: [String] = []
  private var known: Set<String> = []

  /// Creates an empty list.
  init(of what: String) { self.what = what }

  /// Whether `name` is in the list.
  func contains(_ name: String) -> Bool { known.contains(name) }

  /// Adds the name in `column` of `row` and complains if it stands there twice.
  mutating func insert(_ name: String, from row: StudyRow, _ column: String) {
    guard !name.isEmpty else { return }
    if known.insert(name).inserted {
      names.append(name)
    } else {
      row.complain(
        .duplicate, column, "the \(what) \(name.quoted) is listed twice",
        remedy: "merge its rows into one, or correct the name")
    }
  }

  /// Complains unless `name`, from `column` of `row`, is in the list; an empty name was noted
  /// before.
  func check(_ name: String, from row: StudyRow, _ column: String) {
    guard !name.isEmpty, !known.contains(name), !known.isEmpty else { return }
    row.complain(
      .unknownReference, column, "there is no \(what) \(name.quoted)",
      remedy: advice(for: name, among: names))
  }
}

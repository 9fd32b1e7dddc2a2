import PolicingDomain

/// A table of a study whose columns are those expected; its rows may come from several files.
struct StudyTable {
  /// The path of the first file as the user named it.
  let file: String
  /// The rows in force, in the order of the files.
  private(set) var rows: [StudyRow]

  /// Checks the columns of `table` and gives its rows their names.
  init(_ table: Table, required: [String], optional: [String], rowLimit: Int, log: IssueLog) {
    self.init(
      [table], required: required, optional: optional, rowLimit: rowLimit, declared: [:],
      assumptions: nil, log: log)
  }

  /// Checks the columns of `tables`, the files of one table of the study, at least one.
  ///
  /// - Parameters:
  ///   - tables: The files, in the order in which they are named.
  ///   - kind: The table that they make.
  ///   - assumptions: The names of the assumptions to which a row may point.
  ///   - asOf: The day on which rows are in force, if the study names it.
  ///   - log: Takes note of every problem.
  init(
    _ tables: [Table], kind: StudyTableKind, assumptions: ReferenceList?, asOf: CalendarDay?,
    log: IssueLog
  ) {
    let declared = Dictionary(kind.columns.map { ($0.name, $0) }) { first, _ in first }
    self.init(
      tables, required: kind.required, optional: kind.optional, rowLimit: kind.rowLimit,
      declared: declared, assumptions: assumptions, log: log)
    guard kind.isDated else { return }
    rows = RowsInForce(of: self, asOf: asOf, log: log).rows
  }

  private init(
    _ tables: [Table], required: [String], optional: [String], rowLimit: Int,
    declared: [String: StudyColumn], assumptions: ReferenceList?, log: IssueLog
  ) {
    file = tables.first?.file ?? ""
    rows = []
    let names = tables.first?.header.map(Self.columnName) ?? []
    for table in tables {
      let columns = Self.columns(of: table, required, optional, log)
      guard table.header.map(Self.columnName) == names else {
        log.add(
          .unequalHeaders, at: FilePlace(file: table.file, line: 1),
          "the columns are not those of \(file.quoted)",
          remedy: "give the files of one table the same columns in the same order")
        continue
      }
      let room = rowLimit - rows.count
      Self.checkLength(table, room: room, rowLimit, log)
      let header = StudyHeader(columns: columns, declared: declared, assumptions: assumptions)
      rows += table.rows.prefix(room).map { row in
        StudyRow(file: table.file, line: row.line, fields: row.fields, header: header, log: log)
      }
    }
  }

  private static func columns(
    of table: Table, _ required: [String], _ optional: [String], _ log: IssueLog
  ) -> [String: Int] {
    var columns: [String: Int] = [:]
    let header = Set(table.header.map(Self.columnName))
    let known = Set(required + optional)
    let unused = (required + optional).filter { !header.contains($0) }
    for (position, title) in table.header.enumerated() {
      let name = Self.columnName(title)
      let place = FilePlace(file: table.file, line: 1, column: position + 1)
      if columns[name] != nil {
        log.add(
          .repeatedColumn, at: place, "the column \(title.quoted) stands there twice",
          remedy: "remove one of the two")
      } else if !known.contains(name) {
        log.add(
          .unknownColumn, at: place, "unknown column \(title.quoted)",
          remedy: unused.isEmpty ? "remove it" : advice(for: name, among: unused))
      }
      columns[name] = columns[name] ?? position
    }
    for name in required where columns[name] == nil {
      log.add(
        .missingColumn, at: FilePlace(file: table.file, line: 1),
        "the column \(name.quoted) is missing",
        remedy: "add it to the header; leave its fields empty where nothing is known")
    }
    return columns
  }

  private static func checkLength(_ table: Table, room: Int, _ rowLimit: Int, _ log: IssueLog) {
    let place = FilePlace(file: table.file, line: 1)
    if table.rows.count > room {
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

  /// Adds `name` without a check.
  mutating func insert(_ name: String) {
    if known.insert(name).inserted { names.append(name) }
  }

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

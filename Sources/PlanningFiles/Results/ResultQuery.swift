internal import Foundation
public import PolicingDomain
internal import Yams

/// A named question to the tables of a run: which table answers it, which of its columns are shown,
/// and by which of them it can be narrowed.
///
/// ```yaml
/// - query: staffing
///   title: Units and officers required and planned
///   about: By district and watch; with --weekday, the need of that day.
///   tables:
///     - table: districts-by-watch
///       columns: [district, watch, units_required, governs]
///   options: {district: district, watch: watch}
/// ```
public struct ResultQuery: Hashable, Sendable {
  /// A table that can answer, with the columns that are shown.
  public struct Source: Hashable, Sendable, Decodable {
    /// The name of the table.
    public let table: String
    /// The keys of the columns, in the order in which they are shown.
    public let columns: [String]
  }

  /// An option that keeps the rows with certain values.
  public struct Option: Hashable, Sendable {
    /// Its name, without dashes.
    public let name: String
    /// The key of the column that it looks at.
    public let column: String
  }

  /// The name.
  public let name: String
  /// What it tells, in a few words.
  public let title: String
  /// What it tells, in a sentence or two.
  public let about: String
  /// The tables, the one that answers where nothing else is asked first.
  public let sources: [Source]
  /// The options, in the order of their names.
  public let options: [Option]

  private struct Entry: Decodable {
    let query: String
    let title: String
    let about: String
    let tables: [Source]
    let options: [String: String]
  }

  private init(_ entry: Entry) {
    name = entry.query
    title = entry.title
    about = entry.about
    sources = entry.tables
    options = entry.options.sorted { $0.key < $1.key }.map {
      Option(name: $0.key, column: $0.value)
    }
  }

  /// Reads the queries of a file.
  ///
  /// - Parameter path: The path of the file.
  /// - Returns: The queries, in the order of the file.
  /// - Throws: A ``FileError`` with `E184` when they cannot be understood.
  public static func all(at path: String) throws(FileError) -> [ResultQuery] {
    do {
      let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
      return try YAMLDecoder().decode([Entry].self, from: text).map(ResultQuery.init)
    } catch {
      throw FileError([
        FileIssue(
          code: "E184", "the queries on results cannot be understood: \(error)", file: path,
          remedy: "give each of them query, title, about, tables and options")
      ])
    }
  }

  /// Answers from the tables of a run.
  ///
  /// - Parameters:
  ///   - tables: The tables.
  ///   - values: The options that were given, by name; several values are parted by commas.
  /// - Returns: The rows with these values, in the order of the table.
  /// - Throws: A ``FileError``: `E168` for an option that there is not, `E542` for a value that stands
  ///   nowhere in its column, or when the run lacks the table.
  public func answer(
    from tables: [ResultTable], _ values: [(name: String, text: String)]
  ) throws(FileError) -> ResultTable {
    var wanted: [(option: Option, text: String)] = []
    for (name, text) in values {
      guard let option = options.first(where: { $0.name == name }) else { throw unknown(name) }
      wanted.append((option, text))
    }
    let (table, source) = try table(among: tables, for: wanted.map(\.option))
    var rows = Array(table.rows.indices)
    for (option, text) in wanted {
      guard let position = table.columns.firstIndex(where: { $0.key == option.column }) else {
        continue
      }
      let words = table.rows.map { FilterValue.word($0[position]) }
      let kept = try FilterValue.matches(of: text, for: option, among: words)
      rows.removeAll { !kept.contains(words[$0]) }
    }
    let shown = source.columns.compactMap { key in table.columns.firstIndex { $0.key == key } }
    let given = wanted.map { "--\($0.option.name) \($0.text)" }.joined(separator: " ")
    return ResultTable(
      name: name, title: title + (given.isEmpty ? "" : " (\(given))"),
      columns: shown.map { table.columns[$0] },
      rows: rows.map { row in shown.map { table.rows[row][$0] } },
      notes: table.notes + [
        "\(rows.count) of \(table.rows.count) rows of the table \(table.name), which has more columns"
      ])
  }

  /// The first table that has every column that was asked for; where none has all of them, the one
  /// that was meant first.
  private func table(
    among tables: [ResultTable], for options: [Option]
  ) throws(FileError) -> (ResultTable, Source) {
    let known = sources.compactMap { source in
      tables.first { $0.name == source.table }.map { ($0, source) }
    }
    let fitting = known.first { table, _ in
      options.allSatisfy { option in table.columns.contains { $0.key == option.column } }
    }
    if let fitting { return fitting }
    if let table = known.first?.0,
      let option = options.first(where: { option in
        !table.columns.contains { $0.key == option.column }
      })
    {
      throw problem(
        "`\(name)` cannot be narrowed by `--\(option.name)` together with the other options",
        "leave it out")
    }
    throw problem(
      "the run has no table \(sources.map(\.table).joined(separator: " or ")), from which `\(name)` is "
        + "answered",
      "a study without these figures has no answer; `--table list` of `rollcall run` names its tables"
    )
  }

  private func unknown(_ option: String) -> FileError {
    let names = options.map(\.name)
    return FileError([
      FileIssue(
        code: "E168", "the query `\(name)` has no option `--\(option)`", file: "the query",
        remedy: NearestMatch.question(option, in: names) + "it takes "
          + names.map { "--\($0)" }.joined(separator: ", "))
    ])
  }

  private func problem(_ message: String, _ remedy: String) -> FileError {
    FileError([FileIssue(code: "E542", message, file: "the query", remedy: remedy)])
  }
}

internal import Dispatch
internal import Foundation
internal import GRDB
internal import Synchronization

/// One question to a store in SQL: it can read, and nothing else.
///
///     let answer = try StoreQuery("SELECT count(*) AS calls FROM calls").run(on: "calls.sqlite")
///
/// The connection is opened for reading, refuses every statement that would write, and trusts
/// nothing that the file defines. Only one statement runs, and it must be `SELECT`, `WITH`, `VALUES`,
/// `EXPLAIN` or one of the pragmas that describe tables. A busy import does not keep it waiting.
public struct StoreQuery: Sendable {
  /// What a query may take.
  public struct Limits: Sendable {
    /// The most rows that are returned; the answer says when there are more.
    public var rows = 10_000
    /// The most seconds that it may take.
    public var seconds = 60.0
    /// The most bytes that SQLite may use in this process from now on, if there is a limit.
    public var memory: Int?

    /// Creates the usual limits.
    public init() {}
  }

  /// A value of an answer, or of a parameter.
  public enum Value: Hashable, Sendable {
    /// Nothing.
    case null
    /// A whole number.
    case integer(Int)
    /// Any number.
    case number(Double)
    /// A text.
    case text(String)
    /// So many bytes.
    case bytes(Int)
  }

  /// What came of a query.
  public struct Answer: Hashable, Sendable {
    /// The names of the columns.
    public let columns: [String]
    /// The rows.
    public let rows: [[Value]]
    /// Whether there are more rows than the limit.
    public let isCut: Bool

    /// Creates an answer.
    public init(columns: [String], rows: [[Value]], isCut: Bool) {
      self.columns = columns
      self.rows = rows
      self.isCut = isCut
    }
  }

  /// The statement.
  public let sql: String
  /// The values of its named parameters.
  public let parameters: [String: Value]

  /// Creates a query.
  public init(_ sql: String, parameters: [String: Value] = [:]) {
    self.sql = sql
    self.parameters = parameters
  }

  /// Asks the store at `path`.
  ///
  /// - Throws: A ``FileError``: `E165` for SQL that is wrong, `E166` for a statement that may not
  ///   run, `E167` when it takes too long, `E160` to `E164` for the store.
  public func run(on path: String, limits: Limits = Limits()) throws(FileError) -> Answer {
    if let fault = StatementCheck(sql).fault { throw refused(fault) }
    return try StoreProblem.explaining(path) {
      let queue = try StoredCalls.open(path) { db in
        try db.execute(sql: "PRAGMA query_only = ON; PRAGMA trusted_schema = OFF")
        if let memory = limits.memory {
          _ = try Int.fetchOne(db, sql: "PRAGMA hard_heap_limit = \(memory)")
        }
      }
      let isLate = Mutex(false)
      let alarm = DispatchWorkItem {
        isLate.withLock { $0 = true }
        queue.interrupt()
      }
      DispatchQueue.global().asyncAfter(deadline: .now() + limits.seconds, execute: alarm)
      defer { alarm.cancel() }
      return try queue.read { db in
        try StoredCalls.check(db, path)
        do {
          return try answer(db, limits)
        } catch let error as DatabaseError {
          if isLate.withLock({ $0 }) { throw late(limits) }
          throw explain(error, db)
        }
      }
    }
  }

  private func answer(_ db: Database, _ limits: Limits) throws -> Answer {
    let statement = try db.makeStatement(sql: sql)
    guard statement.isReadonly else { throw refused("it would write") }
    var arguments: [String: (any DatabaseValueConvertible)?] = [:]
    for (name, value) in parameters { arguments[name] = value.databaseValue }
    let cursor = try Row.fetchCursor(
      statement, arguments: StatementArguments(arguments))
    var rows: [[Value]] = []
    while let row = try cursor.next() {
      if rows.count == limits.rows {
        return Answer(columns: statement.columnNames, rows: rows, isCut: true)
      }
      rows.append(row.databaseValues.map(Value.init))
    }
    return Answer(columns: statement.columnNames, rows: rows, isCut: false)
  }
}

extension StoreQuery.Value {
  fileprivate init(_ value: DatabaseValue) {
    switch value.storage {
    case .null: self = .null
    case .int64(let number): self = .integer(Int(number))
    case .double(let number): self = .number(number)
    case .string(let text): self = .text(text)
    case .blob(let bytes): self = .bytes(bytes.count)
    }
  }

  fileprivate var databaseValue: DatabaseValue {
    switch self {
    case .null, .bytes: .null
    case .integer(let number): number.databaseValue
    case .number(let number): number.databaseValue
    case .text(let text): text.databaseValue
    }
  }
}

extension StoreQuery {
  private func refused(_ why: String) -> FileError {
    FileError([
      FileIssue(
        code: "E166", "the statement is not run: \(why)", file: "the query",
        remedy: "ask with one SELECT or WITH; to change a study, change its exports and import them"
      )
    ])
  }

  private func late(_ limits: Limits) -> FileError {
    FileError([
      FileIssue(
        code: "E167", "the query took longer than \(Int(limits.seconds.rounded())) seconds",
        file: "the query", remedy: "ask for less, or allow more by --seconds")
    ])
  }

  /// Says where SQL is wrong, and which table or column was probably meant.
  private func explain(_ error: DatabaseError, _ db: Database) -> any Error {
    let words = error.message ?? ""
    if words.hasPrefix("Multiple statements") { return refused("it is more than one statement") }
    if error.resultCode == .SQLITE_TOOBIG || error.resultCode == .SQLITE_NOMEM {
      return issue("the answer is too large", nil, "ask for fewer rows or shorter texts")
    }
    guard
      [.SQLITE_ERROR, .SQLITE_AUTH, .SQLITE_MISUSE, .SQLITE_READONLY].contains(
        error.resultCode)
    else { return error }
    let finder = NameFinder(sql)
    for (start, candidates) in [
      ("no such table: ", tables(db)), ("no such column: ", columns(db)),
    ] where words.hasPrefix(start) {
      let name = String(words.dropFirst(start.count).prefix { $0 != " " })
      let last = name.split(separator: ".").last.map(String.init) ?? name
      return issue(
        words, finder.place(of: last),
        NearestMatch.question(last, in: candidates)
          + "`rollcall query STORE --list` names queries that are there; the tables are "
          + tables(db).joined(separator: ", "))
    }
    if words.hasPrefix("near \""), let end = words.lastIndex(of: "\"") {
      let token = String(words[words.index(words.startIndex, offsetBy: 6)..<end])
      return issue(words, finder.place(of: token), "look at and before this place")
    }
    return issue(words, nil, "correct the statement")
  }

  private func issue(
    _ words: String, _ place: (line: Int, column: Int)?, _ remedy: String
  ) -> FileError {
    FileError([
      FileIssue(
        code: "E165", words, file: "the query", line: place?.line, column: place?.column,
        remedy: remedy)
    ])
  }

  private func tables(_ db: Database) -> [String] {
    let sql = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name"
    return (try? String.fetchAll(db, sql: sql)) ?? []
  }

  private func columns(_ db: Database) -> [String] {
    let sql = """
      SELECT DISTINCT c.name FROM sqlite_master AS t, pragma_table_info(t.name) AS c
      WHERE t.type IN ('table', 'view') ORDER BY c.name
      """
    return (try? String.fetchAll(db, sql: sql)) ?? []
  }
}

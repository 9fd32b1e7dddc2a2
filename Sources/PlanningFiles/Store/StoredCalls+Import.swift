internal import Foundation
internal import GRDB
package import PolicingDomain

extension StoredCalls {
  /// Reads files as one stream into the store at `path`, in place of what older readings of them
  /// left there.
  ///
  /// - Parameters:
  ///   - path: The file of the store, which is made where it is not there yet.
  ///   - recipe: How the calls are made.
  ///   - sources: The files.
  ///   - replacing: The numbers of the imports that the new one takes the place of.
  ///   - options: How to go about it.
  ///   - read: Hands over the batches of calls, finished, in order, and returns what became of
  ///     every row.
  /// - Returns: The import, as the store now has it.
  /// - Throws: A ``FileError``: `E160` to `E164` of the store, which is then as it was, and what `read`
  ///   throws.
  @discardableResult
  package static func add(
    to path: String, recipe: StoreRecipe, sources: [StoreSource], replacing: [Int] = [],
    options: StoreChange.Options = .init(),
    read: ((CallBatch) throws(FileError) -> Void) throws(FileError) -> CallLedger
  ) throws(FileError) -> StoreImport {
    let started = Date().formatted(.iso8601)
    return try StoreChange.perform(at: path, options) { db in
      for id in replacing { try remove(id, db) }
      var appender = try CallAppender(db)
      let first = appender.nextCall
      let ledger = try read { batch throws(FileError) in
        try StoreProblem.explaining(path) { try appender.add(batch) }
      }
      let last = try Int.fetchOne(db, sql: "SELECT max(id) FROM imports") ?? 0
      let record = StoreImport(
        id: last + 1, recipe: recipe, sources: sources, calls: first..<appender.nextCall,
        responses: appender.responseCount, ledger: ledger,
        times: .init(started: started, finished: Date().formatted(.iso8601)))
      try record.insert(db)
      return record
    }
  }

  /// Takes out what the imports of these numbers left.
  package static func remove(
    _ imports: [Int], from path: String, options: StoreChange.Options = .init()
  ) throws(FileError) {
    try StoreChange.perform(at: path, options) { db in
      for id in imports { try remove(id, db) }
    }
  }

  private static func remove(_ id: Int, _ db: Database) throws {
    let row = try Row.fetchOne(
      db, sql: "SELECT first_call, last_call FROM imports WHERE id = ?", arguments: [id])
    guard let first = row?[0] as Int?, let last = row?[1] as Int? else { return }
    for (table, column) in [("calls", "id"), ("unit_responses", "call")] {
      try db.execute(
        sql: "DELETE FROM \(table) WHERE \(column) BETWEEN ? AND ?", arguments: [first, last])
    }
    try db.execute(sql: "DELETE FROM sources WHERE import = ?", arguments: [id])
    try db.execute(sql: "DELETE FROM imports WHERE id = ?", arguments: [id])
  }
}

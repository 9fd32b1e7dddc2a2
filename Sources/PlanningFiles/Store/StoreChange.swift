internal import Foundation
internal import GRDB

/// One change of a store: it happens whole or not at all.
///
/// A store that is not there yet is made beside its place and then moved there; one that is there is
/// changed in one transaction of its write-ahead log, so that readers go on reading what was there.
package enum StoreChange {
  /// How a store is changed.
  package struct Options: Sendable {
    /// How many seconds to wait for another import.
    package var wait = 600.0
    /// The most pages that the store may have, for tests of a full disk.
    package var pageLimit: Int?
    /// Called once when there is another import to wait for.
    package var onWait: @Sendable () -> Void = {}

    /// Creates the usual options.
    package init() {}
  }

  /// Lets `body` change the store at `path`.
  static func perform<Value>(
    at path: String, _ options: Options, _ body: (Database) throws -> Value
  ) throws(FileError) -> Value {
    try StoreLock.holding(path, wait: options.wait, onWait: options.onWait) {
      () throws(FileError) in
      try StoreProblem.explaining(path) {
        if StoredCalls.isThere(path) { return try change(path, options, body) }
        return try make(path, options, body)
      }
    }
  }

  /// Changes the store at `path` in one transaction.
  private static func change<Value>(
    _ path: String, _ options: Options, _ body: (Database) throws -> Value
  ) throws -> Value {
    let queue = try DatabaseQueue(path: path, configuration: settings(options))
    var outcome: Value?
    try queue.writeWithoutTransaction { db in
      try StoredCalls.check(db, path)
      try tune(db, options)
      try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
      try db.inTransaction(.immediate) {
        outcome = try body(db)
        return .commit
      }
    }
    try queue.close()
    guard let outcome else { throw StoreProblem.cannotWrite(path, "it gives no reason") }
    return outcome
  }

  /// Makes a new store beside `path` and moves it there.
  private static func make<Value>(
    _ path: String, _ options: Options, _ body: (Database) throws -> Value
  ) throws -> Value {
    let target = URL(filePath: path).resolvingSymlinksInPath()
    Replacement.sweep(besides: target)
    let replacement = Replacement(of: target)
    defer { replacement.discard() }
    let fresh = replacement.fresh.path
    _ = FileManager.default.createFile(
      atPath: fresh, contents: nil, attributes: [.posixPermissions: 0o600])
    let queue = try DatabaseQueue(path: fresh, configuration: settings(options))
    var outcome: Value?
    try queue.writeWithoutTransaction { db in
      try db.execute(
        sql: "PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
      try tune(db, options)
      try db.inTransaction(.exclusive) {
        try db.execute(
          sql: """
            PRAGMA application_id = \(StoreSchema.applicationID);
            PRAGMA user_version = \(StoreSchema.version)
            """)
        for statement in StoreSchema.statements { try db.execute(sql: statement) }
        outcome = try body(db)
        return .commit
      }
      // Readers and a later import then do not keep one another waiting.
      try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA journal_mode = WAL")
    }
    try queue.close()
    guard let outcome else { throw StoreProblem.cannotWrite(path, "it gives no reason") }
    let handle = try FileHandle(forUpdating: replacement.fresh)
    try handle.synchronize()
    try handle.close()
    try replacement.commit()
    return outcome
  }

  /// References hold by construction; to look each one up would take longer than to write it.
  private static func settings(_ options: Options) -> Configuration {
    var settings = Configuration()
    settings.busyMode = .timeout(min(10, options.wait))
    settings.foreignKeysEnabled = false
    return settings
  }

  private static func tune(_ db: Database, _ options: Options) throws {
    try db.execute(sql: "PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY")
    guard let limit = options.pageLimit else { return }
    try db.execute(sql: "PRAGMA max_page_count = \(limit)")
  }
}

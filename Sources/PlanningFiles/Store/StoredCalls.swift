internal import Foundation
internal import GRDB
package import PolicingDomain

/// A store of calls: one SQLite file with the calls of a study, made from exports.
///
/// What is in it was grouped and cleaned before; the fields are those of ``CallField`` that a
/// profile maps, without call signs. Any SQL tool can look at it; the article *The store of calls*
/// has its tables.
///
///     let store = try StoredCalls(at: "calls.sqlite")
///     print(store.imports.map(\.sources))
///
/// An import changes the store whole or not at all, also when the process is killed or the disk is
/// full. Reading goes on while another process imports.
public struct StoredCalls: Sendable {
  /// The path of the file.
  public let path: String
  /// What was read, in the order of reading.
  public let imports: [StoreImport]

  /// Opens the store at `path` for reading.
  ///
  /// - Throws: A ``FileError``: `E160` where the file is no store, `E161` where it is damaged, `E162`
  ///   where it is of another version, `E164` where it cannot be opened.
  public init(at path: String) throws(FileError) {
    self.path = path
    imports = try Self.reading(path) { db in try StoreImport.all(db, file: path) }
  }

  /// Runs `body` on a connection that cannot write.
  static func reading<Value>(
    _ path: String, _ body: (Database) throws -> Value
  ) throws(FileError) -> Value {
    try StoreProblem.explaining(path) {
      let queue = try open(path)
      return try queue.read { db in
        try check(db, path)
        return try body(db)
      }
    }
  }

  /// Opens a connection that cannot write.
  static func open(
    _ path: String, prepare: @escaping @Sendable (Database) throws -> Void = { _ in }
  )
    throws -> DatabaseQueue
  {
    guard FileManager.default.fileExists(atPath: path) else {
      throw FileError([
        FileIssue(
          code: "E164", "there is no such store", file: path,
          remedy: "make it with `rollcall import FILE --into \(path)`")
      ])
    }
    var settings = Configuration()
    settings.readonly = true
    settings.busyMode = .timeout(10)
    settings.label = "store of calls"
    settings.prepareDatabase(prepare)
    return try DatabaseQueue(path: path, configuration: settings)
  }

  /// Throws unless the database is a store of this version.
  static func check(_ db: Database, _ path: String) throws {
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id")
    guard application == StoreSchema.applicationID else { throw StoreProblem.notAStore(path) }
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard version == StoreSchema.version else { throw StoreProblem.otherVersion(path, version) }
  }
}

extension StoredCalls {
  /// Reads the calls of some imports one batch after the other, in their order.
  ///
  /// - Throws: A ``FileError``: `E161` where the store is damaged, `E163` where it changed meanwhile,
  ///   and what `each` throws.
  package func batches(
    of imports: [StoreImport], each: (CallBatch) throws -> Void
  ) throws(FileError) {
    try Self.reading(path) { db in
      try requireUnchanged(db)
      var reader = try StoredCallReader(db, file: path)
      for part in imports {
        try reader.read(part.calls, hasResponses: part.responses > 0, each: each)
      }
    }
  }

  /// Throws where the imports are no longer those with which the store was opened.
  func requireUnchanged(_ db: Database) throws {
    guard try StoreImport.all(db, file: path) == imports else { throw StoreProblem.busy(path) }
  }
}

extension StoredCalls {
  /// Whether a file that is not empty is at `path`.
  package static func isThere(_ path: String) -> Bool {
    let found = try? FileManager.default.attributesOfItem(atPath: path)
    return ((found?[.size] as? NSNumber)?.intValue ?? 0) > 0
  }

  /// Deletes the store at `path` with what belongs to it, such as one that is damaged.
  package static func delete(_ path: String) {
    for ending in ["", "-wal", "-shm", "-journal"] {
      try? FileManager.default.removeItem(atPath: path + ending)
    }
  }
}

internal import Foundation
internal import GRDB

/// Turns what SQLite says into what a user can do about it.
enum StoreProblem {
  /// Runs `body` on the store in `file`, and explains its errors.
  ///
  /// - Throws: A `FileError`: one of `body`'s own, or `E160` to `E164` for one of SQLite.
  static func explaining<Value>(
    _ file: String, _ body: () throws -> Value
  ) throws(FileError) -> Value {
    do {
      return try body()
    } catch let error as FileError {
      throw error
    } catch let error as DatabaseError {
      throw explain(error, file)
    } catch {
      throw cannotWrite(file, error.localizedDescription)
    }
  }

  private static func explain(_ error: DatabaseError, _ file: String) -> FileError {
    let words = error.message ?? "it gives no reason"
    switch error.resultCode {
    case .SQLITE_NOTADB:
      return notAStore(file)
    case .SQLITE_CORRUPT, .SQLITE_FORMAT, .SQLITE_MISMATCH:
      return damaged(file, words)
    case .SQLITE_ERROR where words.hasPrefix("no such"), .SQLITE_SCHEMA:
      return damaged(file, words)
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return busy(file)
    case .SQLITE_CANTOPEN:
      return FileError([
        FileIssue(
          code: "E164", "the store cannot be opened: \(words)", file: file,
          remedy: "check that it exists, and that it and its folder may be read and written")
      ])
    default:
      return cannotWrite(file, words)
    }
  }

  static func cannotWrite(_ file: String, _ words: String) -> FileError {
    FileError([
      FileIssue(
        code: "E164", "the store cannot be read or written: \(words)", file: file,
        remedy: "check that its folder may be written and has room; the store is as it was before")
    ])
  }

  static func notAStore(_ file: String) -> FileError {
    FileError([
      FileIssue(
        code: "E160", "this is not a store of calls", file: file,
        remedy: "name a file that `rollcall import --into` made, or a new one")
    ])
  }

  static func damaged(_ file: String, _ words: String) -> FileError {
    FileError([
      FileIssue(
        code: "E161", "the store is damaged: \(words)", file: file,
        remedy: "delete it and import the exports again; they are all that it was made from")
    ])
  }

  static func otherVersion(_ file: String, _ version: Int) -> FileError {
    FileError([
      FileIssue(
        code: "E162",
        "the store is of version \(version); this version reads \(StoreSchema.version)",
        file: file,
        remedy: "delete it and import the exports again, or use the version that made it")
    ])
  }

  static func busy(_ file: String) -> FileError {
    FileError([
      FileIssue(
        code: "E163", "another import is writing to the store", file: file,
        remedy: "wait until it has ended, then try again")
    ])
  }
}

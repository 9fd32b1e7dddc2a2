internal import Foundation
internal import GRDB
public import PolicingDomain

/// How calls were made from exports: whatever changes them, changes the recipe.
public struct StoreRecipe: Hashable, Sendable {
  /// The version of the importer; calls of another version are read anew.
  public static let importerVersion = 1

  /// The name of the column profile.
  public let profile: String
  /// The SHA-256 of the profile's text.
  public let profileSHA256: String
  /// The name of the preset of cleaning rules.
  public let cleaning: String
  /// What a row of the export stands for.
  public let grain: ColumnProfile.Grain
  /// The version of the importer.
  public let importer: Int

  /// Creates a recipe of this version of the importer.
  public init(
    profile: String, profileSHA256: String, cleaning: String, grain: ColumnProfile.Grain,
    importer: Int = StoreRecipe.importerVersion
  ) {
    self.profile = profile
    self.profileSHA256 = profileSHA256
    self.cleaning = cleaning
    self.grain = grain
    self.importer = importer
  }

  /// Creates the recipe of a profile with a preset of cleaning rules.
  ///
  /// - Throws: ``FileError`` when the file of the profile cannot be read any more.
  public init(_ profile: ColumnProfile, cleaning: String) throws(FileError) {
    self.init(
      profile: profile.name,
      profileSHA256: try Fingerprint.file(at: profile.file, named: "").sha256,
      cleaning: cleaning, grain: profile.grain)
  }
}

/// A file from which calls were read.
public struct StoreSource: Hashable, Sendable {
  /// The name without its folder.
  public let file: String
  /// The number of bytes.
  public let bytes: Int
  /// The SHA-256 of the bytes.
  public let sha256: String
  /// When it was changed last, in microseconds since 1970; 0 where that is not known.
  public let modified: Int
  /// Its number in the file system; 0 where that is not known.
  public let inode: Int

  /// Creates a description of a file.
  public init(file: String, bytes: Int, sha256: String, modified: Int = 0, inode: Int = 0) {
    self.file = file
    self.bytes = bytes
    self.sha256 = sha256
    self.modified = modified
    self.inode = inode
  }

  /// Describes the file at `path`, reading all of it.
  ///
  /// - Throws: ``FileError`` with `E001` when it cannot be read.
  /// - Complexity: O(bytes); about half a gigabyte in a second.
  public init(contentsOf path: String) throws(FileError) {
    let place = SourcePlace(path)
    let whole = try Fingerprint.file(at: path, named: URL(filePath: path).lastPathComponent)
    self.init(
      file: whole.path, bytes: whole.bytes, sha256: whole.sha256, modified: place?.modified ?? 0,
      inode: place?.inode ?? 0)
  }

  /// Whether the file at `path` looks untouched: its name, size, time of change and number in the
  /// file system are the same.
  public func looksLike(_ path: String) -> Bool {
    guard let place = SourcePlace(path), modified != 0, inode != 0 else { return false }
    return place == SourcePlace(bytes: bytes, modified: modified, inode: inode)
      && URL(filePath: path).lastPathComponent == file
  }
}

/// What the file system says of a file without opening it.
private struct SourcePlace: Equatable {
  let bytes: Int
  let modified: Int
  let inode: Int

  init(bytes: Int, modified: Int, inode: Int) {
    self.bytes = bytes
    self.modified = modified
    self.inode = inode
  }

  init?(_ path: String) {
    let target = URL(filePath: path).resolvingSymlinksInPath().path
    guard let found = try? FileManager.default.attributesOfItem(atPath: target),
      found[.type] as? FileAttributeType == .typeRegular,
      let bytes = found[.size] as? NSNumber, let changed = found[.modificationDate] as? Date,
      let inode = found[.systemFileNumber] as? NSNumber
    else { return nil }
    self.init(
      bytes: bytes.intValue,
      modified: Int((changed.timeIntervalSince1970 * 1e6).rounded()), inode: inode.intValue)
  }
}

/// One reading of files into a store: what was read, how, and what came of it.
public struct StoreImport: Hashable, Sendable {
  /// Its number, in the order of reading.
  public let id: Int
  /// How the calls were made.
  public let recipe: StoreRecipe
  /// The files, read as one stream.
  public let sources: [StoreSource]
  /// The calls of the store that came of it, by their `id`.
  public let calls: Range<Int>
  /// The number of their unit responses.
  public let responses: Int
  /// What became of every row.
  public let ledger: CallLedger
  /// When it began and ended, in Coordinated Universal Time; no part of what it is.
  public let times: Times

  /// When a reading was made; all times are equal, so that two readings can be compared.
  public struct Times: Hashable, Sendable {
    /// When it began.
    public let started: String
    /// When it ended.
    public let finished: String

    /// Whether both are times.
    public static func == (lhs: Times, rhs: Times) -> Bool { true }
    /// Hashes nothing.
    public func hash(into hasher: inout Hasher) {}
  }
}

extension StoreImport {
  /// Reads what a store says of its readings.
  static func all(_ db: Database, file: String) throws -> [StoreImport] {
    let sources = try Row.fetchAll(db, sql: "SELECT * FROM sources ORDER BY import, position")
    return try Row.fetchAll(db, sql: "SELECT * FROM imports ORDER BY id").map { row in
      let id = row["id"] as Int? ?? 0
      guard let grain = ColumnProfile.Grain(rawValue: row["grain"] as String? ?? ""),
        let first = row["first_call"] as Int?, let last = row["last_call"] as Int?,
        first > 0, last >= first - 1, last < Int(Int32.max) * 1024,
        let ledger = try? JSONDecoder().decode(
          CallLedger.self, from: Data((row["ledger"] as String? ?? "").utf8))
      else { throw StoreProblem.damaged(file, "an import is not described as it should be") }
      return StoreImport(
        id: id,
        recipe: StoreRecipe(
          profile: row["profile"] as String? ?? "",
          profileSHA256: row["profile_sha256"] as String? ?? "",
          cleaning: row["cleaning"] as String? ?? "", grain: grain,
          importer: row["importer"] as Int? ?? 0),
        sources: sources.filter { $0["import"] as Int? == id }.map(StoreSource.init),
        calls: first..<last + 1, responses: row["responses"] as Int? ?? 0, ledger: ledger,
        times: Times(
          started: row["started"] as String? ?? "", finished: row["finished"] as String? ?? ""))
    }
  }

  /// Adds the description of this reading to a store.
  func insert(_ db: Database) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try db.execute(
      sql: "INSERT INTO imports VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        id, recipe.profile, recipe.profileSHA256, recipe.cleaning, recipe.importer,
        recipe.grain.rawValue, calls.lowerBound, calls.upperBound - 1, responses,
        String(decoding: try encoder.encode(ledger), as: UTF8.self), times.started, times.finished,
      ])
    for (position, source) in sources.enumerated() {
      try db.execute(
        sql: "INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          id, position, source.file, source.bytes, source.sha256, source.modified, source.inode,
        ])
    }
  }
}

extension StoreSource {
  fileprivate init(_ row: Row) {
    self.init(
      file: row["file"] as String? ?? "", bytes: row["bytes"] as Int? ?? 0,
      sha256: row["sha256"] as String? ?? "", modified: row["modified"] as Int? ?? 0,
      inode: row["inode"] as Int? ?? 0)
  }
}

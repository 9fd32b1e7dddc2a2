public import PolicingDomain

/// The calls of one or more dispatch exports, and what became of every row.
///
///     let profile = try ColumnProfile(contentsOf: "Data/Profiles/seattle-call-data.yaml")
///     let found = try CallImport(files: ["calls-2023.csv.gz"], profile: profile)
///     print(found.calls.count, found.ledger.setAside)
///
/// A row is set aside only when it has no number or no readable time of receipt. Every other row
/// becomes a call, with the stamps that are there: a missing stamp stays missing, and stamps in an
/// impossible order stay as they are. Both are counted in the ledger.
public struct CallImport: Hashable, Sendable {
  /// The calls, in the order of the files.
  public let calls: [CallForService]
  /// What became of every row.
  public let ledger: CallLedger

  /// Reads all calls of `files` into memory.
  ///
  /// - Throws: What ``read(files:profile:each:)`` throws.
  /// - Complexity: O(bytes), in time and memory.
  public init(files: [String], profile: ColumnProfile) throws(FileError) {
    try self.init(files.map { .file(path: $0) }, profile: profile)
  }

  /// Reads all calls of `inputs` into memory.
  package init(_ inputs: [DelimitedInput], profile: ColumnProfile) throws(FileError) {
    var calls: [CallForService] = []
    ledger = try Self.read(inputs, profile: profile) { calls.append($0) }
    self.calls = calls
  }

  /// Reads the calls of `files` one by one, in memory that does not grow but for 16 to 32 bytes
  /// per call, by which repeated numbers are noticed.
  ///
  /// An error may come after calls were handed out: a file can be damaged at its end.
  ///
  /// - Parameters:
  ///   - files: The paths of the exports, plain or compressed by gzip, all of one profile.
  ///   - profile: How to read them.
  ///   - each: Called with every call, in the order of the files.
  /// - Returns: What became of every row; its books balance.
  /// - Throws: A ``FileError``: `E101` to `E109` for a file that cannot be read, `E125` for a
  ///   column that the profile maps and the file does not have, `E126` for one that it has twice,
  ///   `E127` when there is no file.
  /// - Complexity: O(bytes) in time; about a million rows in a second.
  public static func read(
    files: [String], profile: ColumnProfile, each: (CallForService) -> Void
  ) throws(FileError) -> CallLedger {
    try read(files.map { .file(path: $0) }, profile: profile, each: each)
  }

  /// Reads the calls of `inputs` one by one.
  package static func read(
    _ inputs: [DelimitedInput], profile: ColumnProfile, each: (CallForService) -> Void
  ) throws(FileError) -> CallLedger {
    var rows = CallRowReader(profile: profile)
    var names: [String] = []
    for (file, input) in inputs.enumerated() {
      var reader = try DelimitedReader.open(
        input, delimiter: profile.delimiter.asciiValue ?? UInt8(ascii: ","))
      names.append(reader.file)
      try rows.read(&reader, file: file, each: each)
    }
    guard !names.isEmpty else {
      throw FileError([
        FileIssue(
          code: "E127", "there is no export to read", file: profile.file,
          remedy: "name at least one file")
      ])
    }
    return rows.tally.ledger(files: names, profile: profile)
  }
}

extension CallImport {
  /// Reads the calls of `inputs` batch by batch, in the order of the files.
  ///
  /// Rows of units and of a log come out grouped to calls.
  package static func batches(
    _ inputs: [DelimitedInput], profile: ColumnProfile,
    each: (CallBatch) throws(FileError) -> Void
  ) throws(FileError) -> CallLedger {
    var batch = CallBatch()
    var full: [CallBatch] = []
    let ledger = try read(inputs, profile: profile) { call in
      batch.append(call)
      guard batch.rows.count == 4096 else { return }
      full.append(batch)
      batch.removeCalls()
    }
    for part in full + [batch] { try each(part) }
    return ledger
  }
}

extension ColumnProfile {
  /// Returns where each field is in a file with this header: by field, −1 where it is not mapped.
  func positions(in header: [String], of file: String) throws(FileError) -> [Int] {
    var positions = [Int](repeating: -1, count: CallField.allCases.count)
    var issues: [FileIssue] = []
    for column in columns {
      let found = header.indices.filter { column.headers == [header[$0]] }
      if let first = found.first, found.count == 1 {
        positions[column.field.rawValue] = first
      } else if found.isEmpty {
        issues.append(
          FileIssue(
            code: "E125", "there is no column `\(column.header)`", file: file, line: 1,
            remedy: NearestMatch.question(column.header, in: header)
              + "change `\(column.field.name)` in \(self.file), or take it out"))
      } else {
        issues.append(
          FileIssue(
            code: "E126", "there are \(found.count) columns `\(column.header)`", file: file,
            line: 1, remedy: "rename all but one"))
      }
    }
    guard issues.isEmpty else { throw FileError(issues) }
    return positions
  }
}

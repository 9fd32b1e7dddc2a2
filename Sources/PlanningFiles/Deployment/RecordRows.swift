internal import PolicingDomain

/// One row of the records of a deployment: the texts of the mapped columns.
struct RecordRow {
  /// The line on which it begins.
  var line = 0
  fileprivate var texts = [String](repeating: "", count: DeploymentField.allCases.count)

  /// Returns the text of `field`; nothing if it is missing or not mapped.
  func text(_ field: DeploymentField) -> String? {
    let text = texts[field.index]
    return text.isEmpty ? nil : text
  }
}

/// The rows of one or more files of a profile.
enum RecordRows {
  /// Hands every row of `inputs` to `body`, in order, and returns the names of the files.
  ///
  /// Only mapped columns are read. A file with a column that looks personal is refused, unless the
  /// profile lists the column under `never_read`.
  static func each(
    _ inputs: [DelimitedInput], profile: DeploymentProfile, tally: inout DeploymentTally,
    _ body: (RecordRow, inout DeploymentTally) -> Void
  ) throws(FileError) -> [String] {
    var names: [String] = []
    let missing = Set(profile.missingTexts)
    let texts = Set(
      [DeploymentField.watch, .district, .unitClass, .status, .group, .reason].map(\.index))
    var row = RecordRow()
    for input in inputs {
      var reader = try DelimitedReader.open(
        input, delimiter: profile.delimiter.asciiValue ?? UInt8(ascii: ","))
      names.append(reader.file)
      let columns = try positions(profile, in: reader.header, of: reader.file)
      while try reader.next() {
        tally.rowsRead += 1
        row.line = reader.line
        var isPersonal = false
        for (field, positions) in columns {
          var text = trimmed(reader.field(positions[0]))
          for position in positions.dropFirst() {
            text = trimmed(text + " " + trimmed(reader.field(position)))
          }
          row.texts[field] = missing.contains(text) ? "" : text
          if texts.contains(field), PersonalRecords.looksPersonal(text) { isPersonal = true }
        }
        if isPersonal {
          tally.setAside(.personal, row.line)
        } else {
          body(row, &tally)
        }
      }
    }
    guard names.isEmpty else { return names }
    throw FileError([
      FileIssue(
        code: "E127", "there is no file to read", file: profile.file,
        remedy: "name at least one file")
    ])
  }

  /// Where each mapped field is in a file with this header.
  private static func positions(
    _ profile: DeploymentProfile, in header: [String], of file: String
  ) throws(FileError) -> [(field: Int, positions: [Int])] {
    var issues: [FileIssue] = []
    var mapped: Set<Int> = []
    var found: [(field: Int, positions: [Int])] = []
    for column in profile.columns {
      var positions: [Int] = []
      for name in column.headers {
        let places = header.indices.filter { header[$0] == name }
        if places.count == 1 { positions.append(places[0]) }
        if let fault = fault(name, places.count, column.field, header, file, profile) {
          issues.append(fault)
        }
      }
      mapped.formUnion(positions)
      found.append((column.field.index, positions))
    }
    for (position, name) in header.enumerated() where !mapped.contains(position) {
      guard let word = PersonalRecords.suspectWord(in: name, nil),
        !profile.neverRead.contains(name)
      else { continue }
      issues.append(
        FileIssue(
          code: "E171", "the column `\(name)` looks personal (\(word))", file: file, line: 1,
          column: position + 1,
          remedy: "take it out of the export, or list it under `never_read` in \(profile.file)"))
    }
    guard issues.isEmpty else { throw FileError(issues) }
    return found
  }

  private static func fault(
    _ name: String, _ count: Int, _ field: DeploymentField, _ header: [String], _ file: String,
    _ profile: DeploymentProfile
  ) -> FileIssue? {
    switch count {
    case 1: nil
    case 0:
      FileIssue(
        code: "E125", "there is no column `\(name)`", file: file, line: 1,
        remedy: NearestMatch.question(name, in: header)
          + "change `\(field.rawValue)` in \(profile.file), or take it out")
    default:
      FileIssue(
        code: "E126", "there are \(count) columns `\(name)`", file: file, line: 1,
        remedy: "rename all but one")
    }
  }
}

/// Reads dates, times and whole numbers of records.
struct RecordValues {
  private let patterns: [TimePattern]
  private let sentinels: Set<Int>
  private let likely: ClosedRange<Int>

  init(_ profile: DeploymentProfile) {
    patterns = profile.timePatterns
    sentinels = Set(profile.sentinelYears)
    likely = 1950...2149
  }

  /// What a text says of a time.
  enum Stamp {
    case moment(LocalTime)
    case sentinel
    case unlikely
    case unreadable
  }

  /// Returns the moment that `text` writes.
  func stamp(_ text: String) -> Stamp {
    let bytes = Array(text.utf8)
    for pattern in patterns {
      guard let moment = pattern.moment(bytes.span) else { continue }
      let year = moment.day.parts.year
      if sentinels.contains(year) { return .sentinel }
      return likely.contains(year) ? .moment(moment) : .unlikely
    }
    return .unreadable
  }

  /// Returns the whole number from 0 to 9,999 that `text` writes, as `12` or `12.0`.
  static func count(_ text: String) -> Int? {
    let number = NumberReader.plainNumber(text).flatMap { Int(exactly: $0) }
    return number.flatMap { (0...9999).contains($0) ? $0 : nil }
  }

  /// Returns the time of day that `07:00`, `0700` or `7:00 AM` writes, in minutes.
  static func minuteOfDay(_ text: String) -> Int? {
    if let time = ClockTime(text) { return time.hour * 60 + time.minutes }
    if text.utf8.count == 4, let number = count(text), number % 100 < 60, number < 2400 {
      return number / 100 * 60 + number % 100
    }
    for (pattern, half) in [(" AM", 0), (" PM", 12)] where text.uppercased().hasSuffix(pattern) {
      guard let time = ClockTime(String(text.dropLast(3))), (1...12).contains(time.hour) else {
        return nil
      }
      return (time.hour % 12 + half) * 60 + time.minutes
    }
    return nil
  }
}

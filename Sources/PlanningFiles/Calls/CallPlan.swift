internal import PolicingDomain

/// What the readers of rows have to know of a profile, worked out once for all threads.
struct CallPlan: Sendable {
  /// The category of a call whose category is missing.
  static let unrecorded = "not recorded"
  /// The stamps of a call, in the order in which they should come, and the end of its record.
  static let stamps: [CallField] = [
    .received, .dispatched, .enroute, .arrived, .cleared, .closed,
  ]

  /// A stamp that is given as the time since another one.
  struct Elapsed: Sendable {
    /// The field, and where it is in ``CallPlan/stamps``.
    let field: CallField
    let target: Int
    /// Where the stamp since which the time is counted is.
    let since: Int
    let unit: ColumnProfile.Elapsed.Unit
    /// Which of the lists of columns of a layout it has.
    let columns: Int
  }

  let profile: ColumnProfile
  let stampReader: StampReader
  let elapsedReader: ElapsedReader
  let elapsed: [Elapsed]
  let signs: UnitSigns
  let missingTexts: [[UInt8]]
  let statuses: [String: Int32]
  /// Whether each row tells of a unit.
  let hasResponses: Bool
  /// Whether the same number on several rows is worth a remark.
  let countsRepetitions: Bool

  init(_ profile: ColumnProfile) {
    self.profile = profile
    stampReader = StampReader(profile)
    elapsedReader = ElapsedReader(profile)
    signs = UnitSigns(profile.unitPatterns)
    missingTexts = profile.missingTexts.map { Array($0.utf8) }
    elapsed = ElapsedReader.order(profile.elapsed).compactMap { place in
      let stated = profile.elapsed[place]
      guard let target = Self.stamps.firstIndex(of: stated.field),
        let since = Self.stamps.firstIndex(of: stated.since)
      else { return nil }
      return Elapsed(
        field: stated.field, target: target, since: since, unit: stated.unit,
        columns: CallField.allCases.count + place)
    }
    statuses = profile.statuses.mapValues { status in
      Int32(ColumnProfile.Status.allCases.firstIndex(of: status) ?? 0)
    }
    hasResponses = profile.grain != .call
    countsRepetitions = profile.grain == .call && !profile.usesRowNumber
  }

  /// Throws when times cannot be read for want of a time zone.
  func check() throws(FileError) {
    if stampReader.clock != nil { return }
    if let name = profile.timeZone {
      throw FileError([
        FileIssue(
          code: "E130", "there is no time zone `\(name)`", file: profile.file,
          remedy: "write it as America/Chicago")
      ])
    }
    guard let pattern = profile.timePatterns.first(where: \.isAbsolute) else { return }
    throw FileError([
      FileIssue(
        code: "E130",
        "times are written as `\(pattern)`, and the profile does not tell the agency's time zone",
        file: profile.file, remedy: "add the time zone, such as America/Chicago, to the profile")
    ])
  }

  /// Returns where the values of a row are in a file with this header: the columns of each field,
  /// then those of each stamp that is given as time passed.
  ///
  /// A name is looked for as it is spelled, then without regard to case and to what stands between words.
  func columns(in header: [String], of file: String) throws(FileError) -> [[Int]] {
    var places = [[Int]](
      repeating: [], count: CallField.allCases.count + profile.elapsed.count)
    var issues: [FileIssue] = []
    let finder = ColumnFinder(header: header, file: file, profile: profile.file)
    for column in profile.columns {
      places[column.field.rawValue] = finder.places(
        column.headers, of: column.field, issues: &issues)
    }
    for (place, stamp) in profile.elapsed.enumerated() {
      places[CallField.allCases.count + place] = finder.places(
        stamp.headers, of: stamp.field, issues: &issues)
    }
    guard issues.isEmpty else { throw FileError(issues) }
    return places
  }
}

/// Finds the columns of a header by their names.
private struct ColumnFinder {
  let header: [String]
  let file: String
  let profile: String

  func places(_ names: [String], of field: CallField, issues: inout [FileIssue]) -> [Int] {
    names.compactMap { place($0, of: field, issues: &issues) }
  }

  private func place(_ name: String, of field: CallField, issues: inout [FileIssue]) -> Int? {
    switch HeaderMatch.of(name, in: header) {
    case .found(let position), .foldedTo(let position): return position
    case .absent:
      issues.append(
        FileIssue(
          code: "E125", "there is no column `\(name)`", file: file, line: 1,
          remedy: NearestMatch.question(name, in: header)
            + "change `\(field.name)` in \(profile), or take it out"))
    case .ambiguous(let count):
      issues.append(
        FileIssue(
          code: "E126", "there are \(count) columns `\(name)`", file: file, line: 1,
          remedy: "rename all but one"))
    }
    return nil
  }
}

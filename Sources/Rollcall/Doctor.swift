import Foundation

/// Tells what a dispatch export is fit for.
///
///     let quality = try Doctor().examine(["calls.csv.gz"], profile: "seattle-call-data")
///     print(quality.text)
public struct Doctor: Sendable {
  /// Where good data ends.
  public let standards: DataQualityStandards

  /// Creates a doctor.
  public init(standards: DataQualityStandards = .usual) { self.standards = standards }

  /// Reads `files` as one export and returns its quality.
  ///
  /// - Parameters:
  ///   - files: The paths of the export, plain or compressed by gzip; `-` is standard input.
  ///   - profile: The name of a bundled profile or the path of one.
  ///   - study: The folder of a study against whose districts and beats places are held, if any.
  ///   - cleaning: Rules of which the report says what they would do; it is made before cleaning.
  /// - Throws: ``PlanningError/files(_:)`` when a file cannot be read or does not fit the profile.
  /// - Complexity: O(bytes) in time, in memory that does not grow with the number of calls.
  public func examine(
    _ files: [String], profile: String, study: String? = nil, cleaning: CleaningRules? = nil
  ) throws(PlanningError) -> DataQuality {
    do {
      let columns = try ColumnProfile.named(profile)
      return try examine(files, columns, study, cleaning)
    } catch {
      throw .files(error)
    }
  }

  private func examine(
    _ files: [String], _ profile: ColumnProfile, _ study: String?, _ cleaning: CleaningRules?
  ) throws(FileError) -> DataQuality {
    var export = DataQuality.Export(profile)
    let title = files.map { $0 == "-" ? "standard input" : URL(filePath: $0).lastPathComponent }
      .joined(separator: ", ")
    export.title = title
    var geography: Geography?
    if let study {
      let folder = Self.folder(of: study)
      let reading = try StudyFolder.read(at: folder)
      geography = reading.study.geography
      export.study = reading.study.title
    }
    var tally = QualityTally(of: export, standards: standards, geography: geography)
    var cleaner = cleaning.map { CallCleaner(rules: $0, tellsUnits: export.tellsSending) }
    var ledger = try CallImport.batches(files.map(Self.input), profile: profile) { batch in
      tally.add(batch)
      guard cleaner != nil else { return }
      var copy = batch
      cleaner?.clean(&copy)
    }
    ledger = ledger.renamed(title)
    ledger.cleaning = cleaner?.books
    return tally.quality(ledger: ledger)
  }

  /// A folder that exists, else the bundled study of this name.
  private static func folder(of study: String) -> String {
    if FileManager.default.fileExists(atPath: study) { return study }
    return ReferenceData.study(study) ?? study
  }

  /// Writes a report to a file, which takes its place only when it is whole.
  ///
  /// - Throws: ``PlanningError/files(_:)``: `E190` when the file is one of `exports`, `E092` when it
  ///   cannot be written.
  public static func write(
    _ page: String, to path: String, exports: [String]
  ) throws(PlanningError) {
    let target = URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL
    do {
      for export in exports where export != "-" {
        guard URL(filePath: export).resolvingSymlinksInPath().standardizedFileURL == target else {
          continue
        }
        throw FileError([
          FileIssue(
            code: "E190", "the export cannot be replaced by the report on it", file: path,
            remedy: "name another file with -o")
        ])
      }
      try TextFile.write(to: path) { $0.write(page) }
    } catch {
      throw .files(error)
    }
  }

  private static func input(_ path: String) -> DelimitedInput {
    guard path == "-" else { return .file(path: path) }
    let data = (try? FileHandle.standardInput.readToEnd()) ?? Data()
    return .bytes([UInt8](data), name: "standard input")
  }
}

extension DataQuality.Export {
  /// What an export of `profile` can tell.
  init(_ profile: ColumnProfile) {
    self.init()
    about = profile.source
    isTemplate = profile.isTemplate
    let fields: [CallField] = [.received, .dispatched, .enroute, .arrived, .cleared]
    precision = fields.map { field in
      guard profile.tells(field) else { return .none }
      return profile.precision == .day ? .dates : .times
    }
    tellsPriority = profile.tells(.priority)
    tellsCategory = profile.tells(.category)
    tellsOrigin = profile.tells(.origin)
    tellsDistrict = profile.tells(.district)
    tellsBeat = profile.tells(.beat)
    tellsUnits = profile.tells(.unitCount) || profile.grain != .call
    tellsOutcome = profile.tells(.disposition)
  }
}

extension ColumnProfile {
  /// Whether a column, a time passed or a status tells `field`.
  fileprivate func tells(_ field: CallField) -> Bool {
    if header(of: field) != nil || elapsed.contains(where: { $0.field == field }) { return true }
    let status: Status? =
      switch field {
      case .dispatched: .dispatched
      case .enroute: .enroute
      case .arrived: .arrived
      case .cleared: .cleared
      default: nil
      }
    return grain == .status && status.map { statuses.values.contains($0) } == true
  }
}

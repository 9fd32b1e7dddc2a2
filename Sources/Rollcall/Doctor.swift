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
  /// - Throws: ``PlanningError/files(_:)`` when a file cannot be read or does not fit the profile.
  /// - Complexity: O(bytes) in time, in memory that does not grow with the number of calls.
  public func examine(
    _ files: [String], profile: String, study: String? = nil
  ) throws(PlanningError) -> DataQuality {
    do {
      let columns = try CallStore.profile(named: profile)
      return try examine(files, columns, study)
    } catch {
      throw .files(error)
    }
  }

  private func examine(
    _ files: [String], _ profile: ColumnProfile, _ study: String?
  ) throws(FileError) -> DataQuality {
    var export = DataQuality.Export(profile)
    var geography: Geography?
    if let study {
      let folder = try StudyFolder(contentsOf: study)
      geography = folder.study.geography
      export.study = folder.study.title
    }
    var tally = QualityTally(standards: standards, geography: geography)
    let ledger = try CallImport.batches(files.map(Self.input), profile: profile) { tally.add($0) }
    export.title = files.map { $0 == "-" ? "standard input" : URL(filePath: $0).lastPathComponent }
      .joined(separator: ", ")
    return tally.quality(of: export, ledger: ledger.renamed(export.title))
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

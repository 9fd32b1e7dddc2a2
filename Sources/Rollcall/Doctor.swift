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

  /// Reads `files` as one export.
  ///
  /// - Parameters:
  ///   - files: The paths of the export, plain or compressed by gzip; `-` is standard input.
  ///   - profile: The name of a bundled profile or the path of one; nothing for the bundled profile
  ///     that reads the files.
  ///   - study: The folder of a study against whose districts and beats places are held, if any.
  ///   - cleaning: Rules of which the report says what they would do; it is made before cleaning.
  ///   - threads: How many threads read; the result does not depend on it.
  /// - Returns: What the export is fit for.
  /// - Throws: ``PlanningError/files(_:)`` when a file cannot be read or does not fit the profile:
  ///   `E191` when it is no export that a bundled profile reads, `E192` for files of
  ///   two kinds, `E094` when it has no rows.
  /// - Complexity: O(bytes) in time, in memory that does not grow with the number of calls.
  public func examine(
    _ files: [String], profile: String? = nil, study: String? = nil,
    cleaning: CleaningRules? = nil, threads: Int = CallImport.defaultThreads
  ) throws(PlanningError) -> DataQuality {
    let piped: PipedExports
    do { piped = try PipedExports(files) } catch { throw .files(error) }
    defer { piped.discard() }
    let name: String
    if let profile { name = profile } else { name = try Self.profile(for: piped.paths) }
    do throws(FileError) {
      let columns = try ColumnProfile.named(name)
      let title = files.map { $0 == "-" ? "standard input" : URL(filePath: $0).lastPathComponent }
      return try examine(
        piped.paths, titled: title.joined(separator: ", "), columns, study, cleaning, threads)
    } catch {
      throw .files(error)
    }
  }

  /// What is counted while an export is read.
  private struct Counts: Sendable {
    var tally: QualityTally
    var cleaner: CallCleaner?

    mutating func add(_ batch: CallBatch) {
      tally.add(batch)
      guard cleaner != nil else { return }
      var copy = batch
      cleaner?.clean(&copy)
    }

    mutating func merge(_ other: Counts) {
      tally.merge(other.tally)
      if let cleaner = other.cleaner { self.cleaner?.merge(cleaner) }
    }
  }

  private func examine(
    _ files: [String], titled title: String, _ profile: ColumnProfile, _ study: String?,
    _ cleaning: CleaningRules?, _ threads: Int
  ) throws(FileError) -> DataQuality {
    var export = DataQuality.Export(profile)
    export.title = title
    var geography: Geography?
    if let study {
      let reading = try StudyFolder.read(at: Self.folder(of: study))
      geography = reading.study.geography
      export.study = reading.study.title
    }
    let empty = Counts(
      tally: QualityTally(of: export, standards: standards, geography: geography),
      cleaner: cleaning.map { CallCleaner(rules: $0, tellsUnits: export.tellsSending) })
    let found = try CallImport.fold(
      files: files, profile: profile, threads: threads, into: { empty },
      add: { $0.add($1) }, merge: { $0.merge($1) })
    try found.ledger.requireRows(in: title)
    var ledger = found.ledger.renamed(export.title)
    ledger.cleaning = found.tally.cleaner?.books
    return found.tally.tally.quality(ledger: ledger)
  }

  /// The bundled profile that reads all `files`.
  private static func profile(for files: [String]) throws(PlanningError) -> String {
    var names: [String] = []
    for file in files {
      let found = try Profiles.detection(of: file)
      guard let best = found.best else {
        throw refusal(
          "E191", found.verdict, file,
          "`rollcall profile detect \(file)` says more; name a --profile if there is one")
      }
      names.append(best)
    }
    if let other = names.first(where: { $0 != names[0] }) {
      throw refusal(
        "E192", "the files are of different kinds: `\(names[0])` and `\(other)`",
        files.joined(separator: ", "), "examine them one kind at a time")
    }
    return names.first ?? ""
  }

  private static func refusal(
    _ code: String, _ message: String, _ file: String, _ remedy: String
  ) -> PlanningError {
    .files(FileError([FileIssue(code: code, message, file: file, remedy: remedy)]))
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
    do throws(FileError) {
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
    clockChanges = profile.clockChanges
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

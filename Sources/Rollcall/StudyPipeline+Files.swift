public import Foundation

extension StudyPipeline {
  /// Returns the manifest of a run: the tool, the arguments and the fingerprint of every input.
  ///
  /// - Parameters:
  ///   - arguments: The arguments that shape the results.
  ///   - started: When the run began.
  /// - Returns: A manifest without outputs.
  /// - Throws: ``PlanningError/files(_:)`` when an input cannot be read any more.
  public func manifest(arguments: [String], started: Date) throws(PlanningError) -> Manifest {
    do {
      var inputs: [Manifest.File] = []
      for input in reading.inputs {
        inputs.append(try Fingerprint.file(at: input.absolutePath, named: input.path))
      }
      if case .synthesis = reading.study.calls {
        let source = try store.source(of: reading.study)
        for file in source.files {
          inputs.append(try Fingerprint.file(at: file, named: source.displayName))
        }
      }
      return Manifest(
        notice: reading.study.notice,
        tool: .init(
          name: RunFolder.toolName, version: Version.current, numerics: Version.numerics),
        arguments: arguments, seed: reading.study.seed, inputs: inputs,
        times: .init(
          started: started.formatted(.iso8601),
          seconds: (Date().timeIntervalSince(started) * 1000).rounded() / 1000))
    } catch {
      throw .files(error)
    }
  }

  /// Writes the made-up calls of a demonstration study to a file.
  ///
  /// - Returns: What every page of the study must say.
  /// - Throws: A ``PlanningError`` when the study has calls of its own or the file cannot be written.
  public func synthesize(to path: String) throws(PlanningError) -> String? {
    let study = reading.study
    guard case .synthesis(let synthesis) = study.calls else {
      throw .calls(
        reason: "study \(study.name) has calls of its own; only a study with `synthesis` has "
          + "calls to make up")
    }
    let calls = SyntheticCalls(
      synthesis, during: study.period, in: study.geography, seed: study.seed)
    do {
      try TextFile.write(to: path) { file in
        let writer = CanonicalCalls()
        var marked = MarkedRows(notice: study.notice, header: "notice")
        writer.writeHeader(to: &marked)
        marked.move(to: &file)
        calls.each { call in
          writer.write(call, to: &marked)
          marked.move(to: &file)
        }
      }
    } catch {
      throw .files(error)
    }
    return study.notice
  }
}

extension RunFolder {
  /// Writes a run, whole or not at all.
  ///
  /// - Throws: ``PlanningError/files(_:)`` when the folder cannot be written.
  public static func save(
    _ results: StudyResults, tables: [ResultTable], manifest: Manifest, to path: String
  ) throws(PlanningError) {
    do {
      try write(results, tables: tables, manifest: manifest, to: path)
    } catch {
      throw .files(error)
    }
  }

  /// Writes a run with its record, whole or not at all: the tables are those of the record, and what
  /// the record withholds is withheld in all files.
  ///
  /// - Throws: ``PlanningError/files(_:)`` when the folder cannot be written.
  public static func save(
    _ results: StudyResults, record: RunRecord, reports: [ReportFile] = [], manifest: Manifest,
    to path: String
  ) throws(PlanningError) {
    do {
      try write(
        results.asShown(by: record), tables: record.tables, record: record, reports: reports,
        manifest: manifest, to: path)
    } catch {
      throw .files(error)
    }
  }

  /// Reads the record of the run in the folder at `path`, and checks that nobody changed it since.
  ///
  /// - Throws: ``PlanningError/files(_:)`` with `E401` to `E406`; see `RunFolder.record(at:)`.
  public static func readRecord(at path: String) throws(PlanningError) -> RunRecord {
    do {
      return try record(at: path)
    } catch {
      throw .files(error)
    }
  }
}

extension StudyResults {
  /// The results without what a record of them withholds.
  public func asShown(by record: RunRecord) -> StudyResults {
    var shown = self
    shown.withheld = Set(record.withheld)
    shown.findings = record.findings
    return shown
  }
}

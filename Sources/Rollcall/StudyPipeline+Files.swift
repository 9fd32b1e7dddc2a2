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
      let source = try store.source(of: reading.study)
      if case .synthesis = reading.study.calls {
        inputs.append(try Fingerprint.file(at: source.file, named: source.displayName))
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
}

extension CallStore {
  /// Reads an export and, if asked, writes its calls in the canonical profile.
  ///
  /// - Parameters:
  ///   - files: The files, read as one stream.
  ///   - profile: The bundled name or the file of a profile.
  ///   - target: Where the calls go; nothing only counts them.
  /// - Returns: What became of every row.
  /// - Throws: ``PlanningError/files(_:)`` when a file cannot be read or written.
  public static func imported(
    _ files: [String], profile: String, writingTo target: String?
  ) throws(PlanningError) -> CallLedger {
    if let target, files.contains(where: { isSame($0, target) }) {
      throw .files(
        FileError([
          FileIssue(
            code: "E092", "the export cannot be replaced by the calls read from it", file: target,
            remedy: "name another file with -o")
        ]))
    }
    do {
      let columns = try ColumnProfile.named(profile)
      guard let target else { return try ledger(of: files, columns) { _ in } }
      return try copy(files, columns, to: target)
    } catch {
      throw .files(error)
    }
  }

  private static func copy(
    _ files: [String], _ profile: ColumnProfile, to target: String
  ) throws(FileError) -> CallLedger {
    guard profile.precision != .day else {
      throw FileError([
        FileIssue(
          code: "E095", "this export has dates only, and the canonical profile has times",
          file: files.joined(separator: ", "),
          remedy: "import it without -o: midnight would be taken for the time of every call")
      ])
    }
    var found: [CallLedger] = []
    try TextFile.write(to: target) { (file: inout TextFile) throws(FileError) in
      let writer = CanonicalCalls()
      writer.writeHeader(to: &file)
      found.append(try ledger(of: files, profile) { writer.write($0, to: &file) })
    }
    return found[0]
  }

  private static func ledger(
    of files: [String], _ profile: ColumnProfile, each body: (CallForService) -> Void
  ) throws(FileError) -> CallLedger {
    let ledger = try CallImport.read(files: files, profile: profile, each: body)
    try ledger.requireRows(in: files.joined(separator: ", "))
    return ledger
  }

  private static func isSame(_ path: String, _ other: String) -> Bool {
    URL(filePath: path).resolvingSymlinksInPath() == URL(filePath: other).resolvingSymlinksInPath()
  }
}

import Foundation

/// One import of exports: into a store, to a file in the canonical profile, or only to count.
///
///     var request = ImportRequest(files: ["january.csv", "february.csv"])
///     request.store = "calls.sqlite"
///     let ledger = try request.run()
public struct ImportRequest: Sendable {
  /// The exports; `-` is standard input.
  public var files: [String]
  /// The bundled name or the file of a profile; nothing finds it out.
  public var profile: String?
  /// The name of the cleaning rules.
  public var cleaning = CleaningRules.plain.name
  /// The store to which the calls go, if any.
  public var store: String?
  /// Whether files that changed take the place of what the store has of them.
  public var replaces = false
  /// The file to which the calls go in the canonical profile, if any.
  public var target: String?
  /// How many threads read.
  public var threads = CallImport.defaultThreads
  /// Told what is done.
  public var progress: @Sendable (String) -> Void = { _ in }
  /// Told what a reader should know afterwards: the profile, what the store holds.
  public var noted: @Sendable (String) -> Void = { _ in }
  /// Told now and then how many calls were read.
  public var counted: @Sendable (Int) -> Void = { _ in }

  /// Creates a request that only counts.
  public init(files: [String]) { self.files = files }

  /// Reads the exports.
  ///
  /// - Returns: What became of every row.
  /// - Throws: ``PlanningError/files(_:)`` when a file cannot be read or written, when no profile reads
  ///   the first of them, or when the store has one of them in another form.
  public func run() throws(PlanningError) -> CallLedger {
    do throws(FileError) {
      try checkTargets()
      let piped = try PipedExports(files)
      defer { piped.discard() }
      let paths = piped.paths
      let name: String
      if let profile { name = profile } else { name = try detected(paths.first ?? "-") }
      let columns = try ColumnProfile.named(name)
      var exports = StoreExports(
        files: paths, profile: columns, rules: CleaningRules.named(cleaning) ?? .plain)
      exports.threads = threads
      let ledger: CallLedger
      if let store { ledger = try add(exports, to: store) } else { ledger = try read(exports) }
      return ledger.renamed(PipedExports.title(files))
    } catch {
      throw .files(error)
    }
  }

  private func checkTargets() throws(FileError) {
    var seen: Set<String> = []
    for file in files {
      let path = file == "-" ? file : URL(filePath: file).resolvingSymlinksInPath().path
      if seen.insert(path).inserted { continue }
      throw FileError([
        FileIssue(
          code: "E128", "the export is named twice", file: file, remedy: "name every export once")
      ])
    }
    for place in [target, store].compactMap({ $0 }) where place != "-" { try checkTarget(place) }
  }

  private func checkTarget(_ place: String) throws(FileError) {
    guard files.contains(where: { isSame($0, place) }) else { return }
    throw FileError([
      FileIssue(
        code: "E190", "the export cannot be replaced by the calls read from it", file: place,
        remedy: "name another file with \(place == target ? "-o" : "--into")")
    ])
  }

  private func isSame(_ path: String, _ other: String) -> Bool {
    URL(filePath: path).resolvingSymlinksInPath() == URL(filePath: other).resolvingSymlinksInPath()
  }

  private func detected(_ path: String) throws(FileError) -> String {
    let found: Profiles.Detection
    do {
      found = try Profiles.detection(of: path)
    } catch {
      guard case .files(let issues) = error else { return "canonical" }
      throw issues
    }
    guard let name = found.best else {
      throw FileError([
        FileIssue(
          code: "E191", found.verdict, file: path,
          remedy: "name a profile with --profile; `rollcall profile detect FILE` says more, and "
            + "`rollcall profile new FILE` writes a first one")
      ])
    }
    noted("profile \(name)")
    return name
  }

  /// Adds the exports to the store and, if asked, writes their calls from there.
  private func add(_ exports: StoreExports, to path: String) throws(FileError) -> CallLedger {
    var update = StoredCalls.Update()
    update.difference = replaces ? .replace : .refuse
    update.progress = progress
    update.counted = counted
    let noted = noted
    update.options.onWait = { noted("another import is writing to the store; waiting") }
    let (stored, imports) = try StoredCalls.bring(path, upToDateWith: exports, update)
    let calls = stored.imports.reduce(0) { $0 + $1.calls.count }
    noted("\(path) holds \(calls) calls of \(stored.imports.count) imports")
    if let target {
      try requireTimes(exports.profile)
      try TextFile.write(to: target) { (file: inout TextFile) throws(FileError) in
        let writer = CanonicalCalls()
        writer.writeHeader(to: &file)
        try stored.batches(of: imports) { batch in
          for index in batch.rows.indices { writer.write(batch.call(at: index), to: &file) }
        }
      }
    }
    let ledger = CallLedger.merged(imports.map(\.ledger))
    return try repeatedNumbers(in: stored).map(ledger.remarking) ?? ledger
  }

  /// The remark on calls that come in several imports of a store, if any do.
  private func repeatedNumbers(
    in stored: StoredCalls
  ) throws(FileError) -> CallLedger.Entry? {
    guard stored.imports.count > 1 else { return nil }
    var repeated = RepeatedNumbers()
    for entry in stored.imports {
      var numbers: [UInt64] = []
      try stored.batches(of: [entry]) { batch in StudyTally.note(batch, in: &numbers) }
      repeated.add(numbers)
    }
    return repeated.entry
  }

  /// Reads the exports as one stream and, if asked, writes their calls.
  private func read(_ exports: StoreExports) throws(FileError) -> CallLedger {
    guard let target else {
      let ledger = try exports.read(exports.files) { _ in }
      try ledger.requireRows(in: PipedExports.title(files))
      return ledger
    }
    try requireTimes(exports.profile)
    var found: [CallLedger] = []
    var unwritten = 0
    try TextFile.write(to: target) { (file: inout TextFile) throws(FileError) in
      let writer = CanonicalCalls()
      writer.writeHeader(to: &file)
      var count = 0
      let ledger = try exports.read(exports.files) { batch in
        for index in batch.rows.indices {
          let row = batch.rows[index]
          let isWhole =
            row.outcome == .served && !row.closed.isKnown && batch.responseRange(at: index).isEmpty
          if !isWhole { unwritten += 1 }
          writer.write(batch.call(at: index), to: &file)
        }
        count += batch.rows.count
        counted(count)
      }
      try ledger.requireRows(in: PipedExports.title(files))
      found.append(ledger)
    }
    guard unwritten > 0 else { return found[0] }
    return found[0].remarking(
      CallLedger.Entry(
        what: "outcome, close or parts of units that the canonical profile cannot hold",
        rows: unwritten, remedy: "keep the calls in a store, by --into"))
  }

  private func requireTimes(_ profile: ColumnProfile) throws(FileError) {
    guard profile.precision == .day else { return }
    throw FileError([
      FileIssue(
        code: "E095", "this export has dates only, and the canonical profile has times",
        file: files.joined(separator: ", "),
        remedy: "import it without -o: midnight would be taken for the time of every call; a store "
          + "(--into) remembers what the export cannot tell")
    ])
  }
}

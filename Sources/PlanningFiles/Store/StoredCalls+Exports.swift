package import PolicingDomain

/// Exports to be read into a store, and how.
package struct StoreExports: Sendable {
  /// The paths of the exports, in the order of reading.
  package var files: [String]
  /// How to read them.
  package var profile: ColumnProfile
  /// The rules by which calls are cleaned.
  package var rules: CleaningRules
  /// How many threads read.
  package var threads = CallImport.defaultThreads

  /// Creates a list of exports.
  package init(files: [String], profile: ColumnProfile, rules: CleaningRules) {
    self.files = files
    self.profile = profile
    self.rules = rules
  }

  /// The files as they have to be read: one by one where a row is a call; all as one stream where the
  /// rows of a call may be anywhere.
  package var streams: [[String]] {
    profile.grain == .call ? files.map { [$0] } : [files]
  }

  /// Reads the finished calls of one stream, in order, and returns what became of every row.
  ///
  /// - Throws: What reading and `each` throw.
  package func read(
    _ stream: [String], each: (CallBatch) throws(FileError) -> Void
  ) throws(FileError) -> CallLedger {
    try CallImport.batches(
      stream.map { .file(path: $0) }, profile: profile, cleaning: rules, threads: threads,
      each: each)
  }
}

extension StoredCalls {
  /// What a store does with exports that it has in another form.
  package enum Difference: Sendable {
    /// Puts the new ones in the place of the old ones.
    case replace
    /// Says so, and leaves the store as it is.
    case refuse
  }

  /// How a store is brought up to date.
  package struct Update: Sendable {
    /// Whether every file is read whole to see whether it changed, whatever the file system says.
    package var verifies = false
    /// What to do with a file whose contents, profile or rules are others than those in the store.
    package var difference = Difference.replace
    /// Whether what is from no export of the list is taken out.
    package var removesOthers = false
    /// How the store is changed.
    package var options = StoreChange.Options()
    /// Told what is done, file by file.
    package var progress: @Sendable (String) -> Void = { _ in }
    /// Told now and then how many calls of a stream were read.
    package var counted: @Sendable (Int) -> Void = { _ in }

    /// Creates the usual way.
    package init() {}
  }

  /// Reads into the store at `path` those exports that it does not have yet.
  ///
  /// Each stream is one change of the store, so that what was read stays when a later one fails: the
  /// next attempt goes on from there. A file is known by its size, its time of change and its number
  /// in the file system, and by its SHA-256 where one of these differs.
  ///
  /// - Returns: The store, and its imports in the order of the exports.
  /// - Throws: A ``FileError``: `E169` for an export that differs from what the store has where that is
  ///   refused, and what reading and writing throw.
  package static func bring(
    _ path: String, upToDateWith exports: StoreExports, _ update: Update = Update()
  ) throws(FileError) -> (store: StoredCalls, imports: [StoreImport]) {
    let recipe = try StoreRecipe(exports.profile, cleaning: exports.rules.name)
    var store = isThere(path) ? try StoredCalls(at: path) : nil
    var files = SourceCache(verifies: update.verifies)
    var kept: [Int] = []
    for stream in exports.streams {
      if let known = try files.match(stream, recipe, in: store?.imports ?? []) {
        kept.append(known.id)
        continue
      }
      let sources = try files.sources(stream)
      let older = (store?.imports ?? []).filter { old in
        !kept.contains(old.id)
          && old.sources.contains { was in
            sources.contains { $0.file == was.file || $0.sha256 == was.sha256 }
          }
      }
      if update.difference == .refuse, let other = older.first {
        throw differs(sources, from: other, recipe, in: path)
      }
      update.progress("reading \(sources.map(\.file).joined(separator: ", "))")
      let made = try add(
        to: path, recipe: recipe, sources: sources, replacing: older.map(\.id),
        options: update.options
      ) { each throws(FileError) in
        var count = 0
        let ledger = try exports.read(stream) { batch throws(FileError) in
          try each(batch)
          count += batch.rows.count
          update.counted(count)
        }
        try requireUntouched(stream, sources)
        guard ledger.rowsRead > 0 else {
          throw FileError([
            FileIssue(
              code: "E094", "the export has a header and no rows",
              file: sources.map(\.file).joined(separator: ", "), line: 1,
              remedy: "export the calls again; a period without calls cannot be studied")
          ])
        }
        return ledger.renamed(sources.map(\.file).joined(separator: ", "))
      }
      kept.append(made.id)
      store = try StoredCalls(at: path)
    }
    let others = (store?.imports ?? []).map(\.id).filter { !kept.contains($0) }
    if update.removesOthers, !others.isEmpty {
      try remove(others, from: path, options: update.options)
    }
    let found = try StoredCalls(at: path)
    return (found, kept.compactMap { id in found.imports.first { $0.id == id } })
  }

  private static func differs(
    _ sources: [StoreSource], from old: StoreImport, _ recipe: StoreRecipe, in path: String
  ) -> FileError {
    let same = sources.contains { new in old.sources.contains { $0.sha256 == new.sha256 } }
    let how =
      same
      ? "by profile \(old.recipe.profile) with cleaning \(old.recipe.cleaning), or another version "
        + "of them"
      : "with other contents"
    return FileError([
      FileIssue(
        code: "E169",
        "the store has \(old.sources.map(\.file).joined(separator: ", ")) \(how)", file: path,
        remedy:
          "if it is another export, such as another month, give it another file name; --replace takes "
          + "the \(old.calls.count) calls of the old one out of the store")
    ])
  }

  private static func requireUntouched(
    _ files: [String], _ sources: [StoreSource]
  ) throws(FileError) {
    for (file, source) in zip(files, sources) where source.inode != 0 && !source.looksLike(file) {
      throw FileError([
        FileIssue(
          code: "E169", "the export changed while it was read", file: file,
          remedy: "import it again when it is written whole")
      ])
    }
  }
}

/// The fingerprints of files, each taken once and only when needed.
private struct SourceCache {
  let verifies: Bool
  private var known: [String: StoreSource] = [:]

  init(verifies: Bool) { self.verifies = verifies }

  /// Returns the import of the same files by the same recipe, if there is one.
  mutating func match(
    _ files: [String], _ recipe: StoreRecipe, in imports: [StoreImport]
  ) throws(FileError) -> StoreImport? {
    for candidate in imports
    where candidate.recipe == recipe && candidate.sources.count == files.count {
      var isSame = true
      for (file, was) in zip(files, candidate.sources) where isSame {
        if !verifies, was.looksLike(file) { continue }
        isSame = try source(file).sha256 == was.sha256
      }
      if isSame { return candidate }
    }
    return nil
  }

  mutating func sources(_ files: [String]) throws(FileError) -> [StoreSource] {
    var found: [StoreSource] = []
    for file in files { found.append(try source(file)) }
    return found
  }

  private mutating func source(_ file: String) throws(FileError) -> StoreSource {
    if let source = known[file] { return source }
    let source = try StoreSource(contentsOf: file)
    known[file] = source
    return source
  }
}

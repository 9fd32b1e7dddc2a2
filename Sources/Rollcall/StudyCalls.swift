import Foundation

/// How the calls of a study are reached.
public struct CallAccess: Sendable {
  /// Whether exports are read into a store, so that a second run does not read them again.
  public var usesStore = true
  /// Whether every export is read whole to see whether it changed, whatever the file system says.
  public var verifies = false
  /// How many threads read.
  public var threads = CallImport.defaultThreads
  /// How many bytes exports must have for a store in the cache; smaller ones are read as quickly.
  public var smallestStored = 1 << 20

  /// Creates the usual way: through a store, trusting the file system, on all processors.
  public init() {}
}

/// Adds up the calls of a study, from a store, from exports or from made-up calls: with the same
/// result, because each file, or each stream of files, is added up by itself in the same order.
struct StudyCalls {
  let study: Study
  let folder: String
  let store: CallStore
  let access: CallAccess
  let progress: @Sendable (String) -> Void

  /// Adds up all calls.
  ///
  /// - Returns: The sums, and what became of every row.
  /// - Throws: `FileError` when an export, its profile or a stated store cannot be read.
  func tally() throws(FileError) -> (tally: StudyTally, ledger: CallLedger) {
    switch study.calls {
    case .store(let file):
      let stored = try StoredCalls(at: file)
      guard !stored.imports.isEmpty else { throw Self.empty(file) }
      return try tally(stored, stored.imports)
    case .synthesis:
      return try direct(try exports(), named: "synthetic calls")
    case .exports(let stated):
      let exports = try exports()
      guard access.usesStore, stated.store != nil || isWorthStoring(stated.files) else {
        return try direct(exports)
      }
      guard stated.store == nil else {
        let (stored, imports) = try upToDate(exports)
        return try tally(stored, imports)
      }
      if let cached = try cached(exports) { return try tally(cached.store, cached.imports) }
      return try direct(exports)
    }
  }

  /// Brings the store in the cache up to date; nothing where the cache cannot be used, which is no
  /// reason not to answer.
  private func cached(
    _ exports: StoreExports
  ) throws(FileError) -> (store: StoredCalls, imports: [StoreImport])? {
    do {
      return try upToDate(exports)
    } catch {
      guard Self.isOfStore(error) else { throw error }
      if ["E160", "E161", "E162"].contains(error.issues[0].code) {
        progress("the store in the cache cannot be used; making it anew")
        StoredCalls.delete(path)
        if let again = try? upToDate(exports) { return again }
      }
      progress("no store in the cache: \(error.issues[0].message); reading the exports")
      return nil
    }
  }

  private static func isOfStore(_ error: FileError) -> Bool {
    error.issues.allSatisfy { ("E160"..."E164").contains($0.code) } && !error.issues.isEmpty
  }

  private func tally(
    _ stored: StoredCalls, _ imports: [StoreImport]
  ) throws(FileError) -> (tally: StudyTally, ledger: CallLedger) {
    var sum = StudySum(study, streams: imports.count)
    for part in imports {
      let found = try stored.fold([part], threads: access.threads, into: sum.empty) {
        $0.add($1)
      } merge: {
        $0.merge($1)
      }
      sum.add(found, part.ledger)
    }
    return sum.finished
  }

  private func direct(
    _ exports: StoreExports, named name: String? = nil
  ) throws(FileError) -> (tally: StudyTally, ledger: CallLedger) {
    let streams = exports.streams
    var sum = StudySum(study, streams: streams.count)
    for stream in streams {
      let empty = sum.empty
      let found = try CallImport.fold(
        files: stream, profile: exports.profile, cleaning: exports.rules, threads: access.threads,
        into: { empty }, add: { $0.add($1) }, merge: { $0.merge($1) })
      let names = stream.map { URL(filePath: $0).lastPathComponent }.joined(separator: ", ")
      sum.add(found.tally, found.ledger.renamed(name ?? names))
    }
    return sum.finished
  }

  private static func empty(_ file: String) -> FileError {
    FileError([
      FileIssue(
        code: "E094", "the store holds no calls", file: file,
        remedy: "import exports into it: `rollcall import FILE --into \(file)`")
    ])
  }
}

extension StudyCalls {
  /// Where the store of the study lies.
  var path: String {
    switch study.calls {
    case .store(let file): return file
    case .exports(let exports): if let stated = exports.store { return stated }
    case .synthesis: break
    }
    let place = URL(filePath: folder).standardizedFileURL.resolvingSymlinksInPath().path
    let mark = Fingerprint.sha256(Array(place.utf8)).prefix(12)
    return "\(store.cacheFolder)/\(study.name)-\(mark).sqlite"
  }

  /// The exports of the study with their profile and rules.
  func exports() throws(FileError) -> StoreExports {
    let source = try store.source(of: study)
    var exports = StoreExports(
      files: source.files, profile: try ColumnProfile.named(source.profile),
      rules: CleaningRules.named(source.cleaning) ?? .plain)
    exports.threads = access.threads
    return exports
  }

  /// Brings the store up to date and returns it with the imports of the study, in its order.
  func upToDate(
    _ exports: StoreExports
  ) throws(FileError) -> (store: StoredCalls, imports: [StoreImport]) {
    var update = StoredCalls.Update()
    update.verifies = access.verifies
    update.removesOthers = true
    let progress = progress
    update.progress = progress
    update.options.onWait = { progress("another run is importing these calls; waiting") }
    return try StoredCalls.bring(path, upToDateWith: exports, update)
  }

  private func isWorthStoring(_ files: [String]) -> Bool {
    let bytes = files.reduce(0) { sum, file in
      let target = URL(filePath: file).resolvingSymlinksInPath().path
      let found = try? FileManager.default.attributesOfItem(atPath: target)
      return sum + ((found?[.size] as? NSNumber)?.intValue ?? 0)
    }
    return bytes >= access.smallestStored
  }
}

/// The sums of one stream after the other.
private struct StudySum {
  /// A tally without calls.
  let empty: StudyTally
  private var total: StudyTally
  private var ledgers: [CallLedger] = []
  private var repeated = RepeatedNumbers()
  private let streams: Int

  init(_ study: Study, streams: Int) {
    empty = StudyTally(of: study, comparesNumbers: streams > 1)
    total = empty
    self.streams = streams
  }

  mutating func add(_ tally: StudyTally, _ ledger: CallLedger) {
    var tally = tally
    if streams > 1 { repeated.add(tally.removeNumbers()) }
    total.merge(tally)
    ledgers.append(ledger)
  }

  var finished: (tally: StudyTally, ledger: CallLedger) {
    let ledger = CallLedger.merged(ledgers)
    return (total, repeated.entry.map(ledger.remarking) ?? ledger)
  }
}

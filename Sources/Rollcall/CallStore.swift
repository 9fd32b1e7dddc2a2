import Foundation

/// The calls of a study as a file: its own export, or calls that are made up once and kept.
///
/// Made-up calls are written in the canonical profile to the cache folder and then read back like
/// any export, whether the file was there or not, so that a first run and a later one give the same
/// bytes.
public struct CallStore: Sendable {
  /// The folder for made-up calls.
  public let cacheFolder: String

  /// Creates a store.
  ///
  /// - Parameter cacheFolder: Where made-up calls are kept; the folder is made when needed.
  public init(cacheFolder: String = CallStore.defaultCacheFolder) {
    self.cacheFolder = cacheFolder
  }

  /// The cache folder of the user: `ROLLCALL_CACHE`, or `rollcall` in `XDG_CACHE_HOME`, or
  /// `.cache/rollcall` in the home folder.
  public static var defaultCacheFolder: String {
    let environment = ProcessInfo.processInfo.environment
    if let stated = environment["ROLLCALL_CACHE"], !stated.isEmpty { return stated }
    if let shared = environment["XDG_CACHE_HOME"], !shared.isEmpty { return "\(shared)/rollcall" }
    return FileManager.default.homeDirectoryForCurrentUser.appending(path: ".cache/rollcall").path
  }

  /// Where the calls of a study lie, and by which profile they are read.
  struct Source {
    let files: [String]
    let profile: String
    let cleaning: String
    let displayName: String
  }

  /// Returns the file of the calls of `study`, making it if it is not there yet.
  func source(of study: Study) throws(FileError) -> Source {
    switch study.calls {
    case .exports(let exports):
      let names = exports.files.map { URL(filePath: $0).lastPathComponent }
      return Source(
        files: exports.files, profile: exports.profile, cleaning: exports.cleaning,
        displayName: names.joined(separator: ", "))
    case .store(let file):
      return Source(
        files: [], profile: "canonical", cleaning: CleaningRules.plain.name,
        displayName: URL(filePath: file).lastPathComponent)
    case .synthesis(let synthesis):
      let path = try madeUp(
        SyntheticCalls(
          synthesis, during: study.period, in: study.geography, seed: study.seed),
        named: "calls-\(Self.key(study, synthesis)).csv")
      return Source(
        files: [path], profile: "canonical", cleaning: CleaningRules.plain.name,
        displayName: "synthetic calls")
    }
  }

  /// Returns the path of made-up calls, making them unless they are there and whole.
  ///
  /// Beside the calls lies their fingerprint; a file that does not match it is made anew. Where the
  /// cache cannot be written, the calls go to the temporary folder of the system.
  private func madeUp(_ calls: SyntheticCalls, named name: String) throws(FileError) -> String {
    let path = "\(cacheFolder)/\(name)"
    if isWhole(path) { return path }
    do {
      try make(calls, at: path)
      return path
    } catch {
      // Another run may have made the same calls in the meantime.
      if isWhole(path) { return path }
      let fallback = FileManager.default.temporaryDirectory.appending(path: "rollcall-\(name)").path
      if !isWhole(fallback) { try make(calls, at: fallback) }
      return fallback
    }
  }

  private func make(_ calls: SyntheticCalls, at path: String) throws(FileError) {
    Replacement.sweep(besides: URL(filePath: path))
    try write(calls, to: path)
    let mark = try Fingerprint.file(at: path, named: "").sha256
    try TextFile.write(to: path + ".sha256") { $0.write(mark) }
  }

  private func isWhole(_ path: String) -> Bool {
    guard let mark = try? String(contentsOfFile: path + ".sha256", encoding: .utf8),
      let found = try? Fingerprint.file(at: path, named: "")
    else { return false }
    return found.sha256 == mark
  }

  /// Writes `calls` to a new file that takes its place only when it is whole.
  ///
  /// - Throws: `FileError` when the file cannot be written.
  public func write(_ calls: SyntheticCalls, to path: String) throws(FileError) {
    try TextFile.write(to: path) { file in
      let writer = CanonicalCalls()
      writer.writeHeader(to: &file)
      calls.each { writer.write($0, to: &file) }
    }
  }

  /// A name for the calls that changes whenever anything that shapes them changes.
  package static func key(_ study: Study, _ synthesis: CallSynthesis) -> String {
    let period = study.period
    var parts = ["3", "\(study.seed)", "\(period.first)", "\(period.last)"]
    parts += period.clockChanges.map { "clock \($0.hourNumber) \($0.gain)" }
    parts += study.geography.beats.map { "beat \($0.id) \($0.district)" }
    parts += synthesis.districtShares.map { "district \($0.district) \($0.share)" }
    parts += synthesis.categories.map { category in
      "category \(category.category) \(category.share) \(category.meanMinutes) "
        + "\(category.deviationMinutes) \(category.priorityShares)"
    }
    parts += [
      "\(synthesis.callsPerYear)", "\(synthesis.hourShares)", "\(synthesis.monthFactors)",
      "\(synthesis.dayOverdispersion)", "\(synthesis.travelMinutes)",
      "\(synthesis.dispatchDelayMinutes)", "\(synthesis.missingDispatched)",
      "\(synthesis.missingArrived)", "\(synthesis.missingCleared)",
    ]
    return String(Fingerprint.sha256(Array(parts.joined(separator: "\n").utf8)).prefix(16))
  }
}

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
    let file: String
    let profile: String
    let displayName: String
  }

  /// Returns the file of the calls of `study`, making it if it is not there yet.
  func source(of study: Study) throws(FileError) -> Source {
    switch study.calls {
    case .export(let file, let profile):
      return Source(
        file: file, profile: profile, displayName: URL(filePath: file).lastPathComponent)
    case .synthesis(let synthesis):
      let name = "calls-\(Self.key(study, synthesis)).csv"
      let path = "\(cacheFolder)/\(name)"
      if !FileManager.default.fileExists(atPath: path) {
        let calls = SyntheticCalls(
          synthesis, during: study.period, in: study.geography, seed: study.seed)
        do {
          try write(calls, to: path)
        } catch {
          // Another run may have made the same calls in the meantime.
          guard FileManager.default.fileExists(atPath: path) else { throw error }
        }
      }
      return Source(file: path, profile: "canonical", displayName: "synthetic calls")
    }
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
  private static func key(_ study: Study, _ synthesis: CallSynthesis) -> String {
    let parts = [
      "2", "\(study.seed)", "\(study.period.first)", "\(study.period.last)",
      "\(study.geography.beats.map(\.id.description))", "\(synthesis)",
    ]
    return String(Fingerprint.sha256(Array(parts.joined(separator: "\n").utf8)).prefix(16))
  }
}

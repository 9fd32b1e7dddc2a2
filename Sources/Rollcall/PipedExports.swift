import Foundation

/// Exports that come through a pipe, copied to files of their own, because an export is read more than
/// once: to find its profile, to look for personal data, and for its calls.
struct PipedExports {
  /// The paths from which to read, in the order of the exports.
  let paths: [String]
  private let copies: [URL]

  /// Copies standard input, named `-`, and every other pipe among `files`.
  ///
  /// - Throws: `E102` when a pipe cannot be kept.
  init(_ files: [String]) throws(FileError) {
    var copies: [URL] = []
    var paths: [String] = []
    do throws(FileError) {
      for file in files {
        guard Self.isPipe(file) else {
          paths.append(file)
          continue
        }
        let copy = try Self.copy(file)
        copies.append(copy)
        paths.append(copy.path)
      }
    } catch {
      for copy in copies { try? FileManager.default.removeItem(at: copy) }
      throw error
    }
    self.paths = paths
    self.copies = copies
  }

  /// Removes the copies.
  func discard() {
    for copy in copies { try? FileManager.default.removeItem(at: copy) }
  }

  /// What a reader should see as the source of the calls of `files`.
  static func title(_ files: [String]) -> String {
    files.map { $0 == "-" ? "standard input" : $0 }.joined(separator: ", ")
  }

  private static func isPipe(_ file: String) -> Bool {
    if file == "-" { return true }
    let attributes = try? FileManager.default.attributesOfItem(
      atPath: URL(filePath: file).resolvingSymlinksInPath().path)
    guard let type = attributes?[.type] as? FileAttributeType else {
      return file.hasPrefix("/dev/fd/") || file.hasPrefix("/proc/self/fd/")
    }
    return type != .typeRegular && type != .typeDirectory
  }

  private static func copy(_ file: String) throws(FileError) -> URL {
    let place = FileManager.default.temporaryDirectory.appending(path: "export-\(UUID())")
    do {
      _ = FileManager.default.createFile(
        atPath: place.path, contents: nil, attributes: [.posixPermissions: 0o600])
      let target = try FileHandle(forWritingTo: place)
      let source =
        file == "-"
        ? FileHandle.standardInput : try FileHandle(forReadingFrom: URL(filePath: file))
      while let piece = try source.read(upToCount: 1 << 20), !piece.isEmpty {
        try target.write(contentsOf: piece)
      }
      try target.close()
      return place
    } catch {
      try? FileManager.default.removeItem(at: place)
      throw FileError([
        FileIssue(
          code: "E102", "the pipe cannot be kept: \(error.localizedDescription)",
          file: file == "-" ? "standard input" : file, remedy: "write it to a file, and name that")
      ])
    }
  }
}

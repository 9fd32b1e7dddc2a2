import Foundation

/// A text file that is written piece by piece.
struct TextFile: TextOutputStream {
  private static let pieceLength = 1 << 20

  private let handle: FileHandle
  private var piece: [UInt8] = []
  private var failure: (any Error)?
  private var isPipe = false

  /// A file that goes to standard output; a reader who has gone away, such as `head`, is no error.
  private init() {
    handle = .standardOutput
    isPipe = true
    piece.reserveCapacity(Self.pieceLength + 4096)
  }

  init(creating url: URL) throws {
    try Data().write(to: url)
    handle = try FileHandle(forWritingTo: url)
    piece.reserveCapacity(Self.pieceLength + 4096)
  }

  mutating func write(_ string: String) {
    piece.append(contentsOf: string.utf8)
    if piece.count >= Self.pieceLength { flush() }
  }

  /// Writes what is left and throws the first error that any write met.
  mutating func close() throws {
    flush()
    if let failure { throw failure }
    if !isPipe { try handle.close() }
  }

  private mutating func flush() {
    guard failure == nil else { return }
    do {
      try handle.write(contentsOf: piece)
      piece.removeAll(keepingCapacity: true)
    } catch {
      // Who reads a pipe may have seen enough.
      if isPipe, errno == EPIPE { piece.removeAll() } else { failure = error }
    }
  }
}

extension TextFile {
  /// Lets `body` write a file that takes the place of `path` only when it is whole; `-` is standard
  /// output, which is written piece by piece.
  ///
  /// - Throws: `FileError` when the file cannot be written, and what `body` throws.
  static func write(
    to path: String, _ body: (inout TextFile) throws(FileError) -> Void
  ) throws(FileError) {
    if path == "-" { return try show(body) }
    let target = URL(filePath: path).resolvingSymlinksInPath()
    if (try? target.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true {
      // Replacing would delete the folder with all that it holds.
      throw FileError([
        FileIssue(
          code: "E092", "the file cannot be written: a folder stands there", file: path,
          remedy: "name a file, such as \(path)/calls.csv")
      ])
    }
    let replacement = Replacement(of: target)
    defer { replacement.discard() }
    do {
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      var file = try TextFile(creating: replacement.fresh)
      try body(&file)
      try file.close()
      try replacement.commit()
    } catch let error as FileError {
      throw error
    } catch {
      throw FileError([
        FileIssue(
          code: "E092", "the file cannot be written: \(error.localizedDescription)", file: path,
          remedy: "check that its folder may be written and has room")
      ])
    }
  }

  private static func show(
    _ body: (inout TextFile) throws(FileError) -> Void
  ) throws(FileError) {
    var file = TextFile()
    try body(&file)
    do {
      try file.close()
    } catch {
      throw FileError([
        FileIssue(
          code: "E092", "standard output cannot be written: \(error.localizedDescription)",
          file: "standard output", remedy: "check that the disk has room, or name a file with -o")
      ])
    }
  }
}

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// What a reader of delimited text reads from.
package enum DelimitedInput: Sendable {
  /// A file, plain or compressed by gzip; the path `-` is standard input.
  case file(path: String)
  /// Bytes in memory, plain or compressed by gzip, under a name for messages.
  case bytes([UInt8], name: String)

  /// The name of the file for messages.
  package var name: String {
    switch self {
    case .bytes(_, let name): name
    case .file(let path): path == "-" ? "standard input" : path
    }
  }
}

/// The bytes of a file or of memory, in order, inflated where they are compressed.
///
/// Whether they are is told by the first two bytes, not by the name of the file.
final class ByteSource {
  private static let chunkSize = 1 << 18

  /// The name of the file, as the user gave it.
  let file: String

  private let descriptor: Int32?
  private var chunk: [UInt8]
  private var position = 0
  private var inflater: GzipInflater?

  init(_ input: DelimitedInput) throws(FileError) {
    switch input {
    case .bytes(let bytes, let name):
      file = name
      descriptor = nil
      chunk = bytes
    case .file(let path):
      file = input.name
      let opened =
        unsafe path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
      guard opened >= 0 else { throw Self.unreadable(path, errno) }
      descriptor = opened
      chunk = []
      try loadChunk()
    }
    guard chunk.count >= 2, chunk[0] == 0x1F, chunk[1] == 0x8B else { return }
    do {
      inflater = try GzipInflater()
    } catch {
      throw damaged(error)
    }
  }

  deinit {
    if let descriptor { close(descriptor) }
  }

  /// Fills `target` with the next bytes.
  ///
  /// - Returns: How many there were; 0 at the end.
  func fill(_ target: UnsafeMutableBufferPointer<UInt8>) throws(FileError) -> Int {
    if inflater != nil { return try unsafe inflate(into: target) }
    if position < chunk.count {
      let count = min(target.count, chunk.count - position)
      let start = position
      unsafe chunk.withUnsafeBufferPointer { bytes in
        guard let from = bytes.baseAddress, let to = target.baseAddress else { return }
        unsafe to.update(from: from + start, count: count)
      }
      position += count
      return count
    }
    return try unsafe readFile(into: target)
  }

  /// Returns all bytes that are left, or a little more than `limit` where there are more.
  func readAll(upTo limit: Int = .max) throws(FileError) -> [UInt8] {
    var all: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: Self.chunkSize)
    while all.count < limit {
      let count = try unsafe piece.withUnsafeMutableBufferPointer { bytes throws(FileError) in
        try unsafe fill(bytes)
      }
      if count == 0 { break }
      all += piece[..<count]
    }
    return all
  }

  private func inflate(into target: UnsafeMutableBufferPointer<UInt8>) throws(FileError) -> Int {
    guard let inflater else { return 0 }
    while true {
      if position == chunk.count {
        try loadChunk()
        if chunk.isEmpty {
          guard inflater.isBetweenMembers else { throw truncated() }
          return 0
        }
      }
      do {
        let step = try unsafe chunk.withUnsafeMutableBufferPointer {
          bytes throws(GzipInflater.Failure) in
          let rest = unsafe UnsafeMutableBufferPointer(rebasing: bytes[position...])
          return try unsafe inflater.inflate(rest, into: target)
        }
        position += step.consumed
        if step.produced > 0 { return step.produced }
      } catch {
        throw damaged(error)
      }
    }
  }

  private func loadChunk() throws(FileError) {
    position = 0
    guard descriptor != nil else {
      chunk = []
      return
    }
    var loaded = [UInt8](repeating: 0, count: Self.chunkSize)
    let count = try unsafe loaded.withUnsafeMutableBufferPointer { bytes throws(FileError) in
      try unsafe readFile(into: bytes)
    }
    loaded.removeLast(loaded.count - count)
    chunk = loaded
  }

  private func readFile(into target: UnsafeMutableBufferPointer<UInt8>) throws(FileError) -> Int {
    guard let descriptor else { return 0 }
    while true {
      let count = unsafe read(descriptor, target.baseAddress, target.count)
      if count >= 0 { return count }
      let code = errno
      if code != EINTR { throw Self.unreadable(file, code) }
    }
  }
}

extension ByteSource {
  private static func unreadable(_ path: String, _ code: Int32) -> FileError {
    if code == ENOENT {
      return FileError([
        FileIssue(
          code: "E101", "there is no such file", file: path,
          remedy: "check the path; relative paths start from the working directory")
      ])
    }
    let reason = code == EISDIR ? "it is a folder" : unsafe String(cString: strerror(code))
    return FileError([
      FileIssue(
        code: "E102", "the file cannot be read: \(reason)", file: path,
        remedy: "give a file that the current user may read")
    ])
  }

  private func truncated() -> FileError {
    FileError([
      FileIssue(
        code: "E107", "the compressed file ends in the middle", file: file,
        remedy: "copy or download it again; `gzip -t` tells whether a .gz file is whole")
    ])
  }

  private func damaged(_ failure: GzipInflater.Failure) -> FileError {
    switch failure {
    case .outOfMemory:
      return FileError([
        FileIssue(
          code: "E102", "there is no memory left to decompress the file", file: file,
          remedy: "decompress it first, by `gunzip`")
      ])
    case .damaged:
      return FileError([
        FileIssue(
          code: "E107", "the compressed file is damaged", file: file,
          remedy: "copy or download it again; `gzip -t` tells whether a .gz file is whole")
      ])
    }
  }
}

internal import Foundation

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// A temporary file that nobody else sees: its name is gone as soon as it is open, and so is the
/// file when the program ends in whatever way.
final class ScratchFile: Sendable {
  private let descriptor: Int32

  init() throws(FileError) {
    var path = Array((FileManager.default.temporaryDirectory.path + "/rollcall-XXXXXX").utf8CString)
    let opened = unsafe path.withUnsafeMutableBufferPointer { letters -> Int32 in
      guard let name = letters.baseAddress else { return -1 }
      let opened = unsafe mkstemp(name)
      if opened >= 0 { _ = unsafe unlink(name) }
      return opened
    }
    guard opened >= 0 else { throw Self.failure(errno) }
    descriptor = opened
  }

  deinit { close(descriptor) }

  /// Writes all of `bytes` from `offset` on.
  ///
  /// - Returns: What went wrong, if anything did.
  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> FileError? {
    var done = 0
    while done < bytes.count {
      let count = unsafe pwrite(
        descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done,
        off_t(offset + done))
      if count >= 0 { done += count } else if errno != EINTR { return Self.failure(errno) }
    }
    return nil
  }

  /// Fills `bytes` from `offset` on.
  ///
  /// - Returns: What went wrong, if anything did.
  func read(_ bytes: UnsafeMutableRawBufferPointer, at offset: Int) -> FileError? {
    var done = 0
    while done < bytes.count {
      let count = unsafe pread(
        descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done,
        off_t(offset + done))
      if count > 0 {
        done += count
      } else if count == 0 || errno != EINTR {
        return Self.failure(count == 0 ? EIO : errno)
      }
    }
    return nil
  }

  private static func failure(_ code: Int32) -> FileError {
    FileError([
      FileIssue(
        code: "E131", "a temporary file cannot be used: \(unsafe String(cString: strerror(code)))",
        file: FileManager.default.temporaryDirectory.path,
        remedy: "make room there, or name another folder by the environment variable TMPDIR")
    ])
  }
}

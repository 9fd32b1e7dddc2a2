internal import Foundation

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// Keeps two imports from making or changing one store at once.
///
/// The lock lies in a hidden file beside the store, so that it also holds while the store is not
/// there yet. The system lets go of it when the process ends, however it ends.
enum StoreLock {
  /// Waits for the lock of the store at `path`, for `seconds` at most, then runs `body` with it.
  ///
  /// - Throws: `E163` when another process keeps it, `E164` when the folder cannot be written, and
  ///   what `body` throws.
  static func holding<Value>(
    _ path: String, wait seconds: Double, onWait: () -> Void,
    _ body: () throws(FileError) -> Value
  ) throws(FileError) -> Value {
    let handle = try open(path)
    defer { try? handle.close() }
    let end = Date(timeIntervalSinceNow: seconds)
    var hasTold = false
    while flock(handle.fileDescriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR, Date() < end else {
        throw StoreProblem.busy(path)
      }
      if !hasTold { onWait() }
      hasTold = true
      Thread.sleep(forTimeInterval: 0.05)
    }
    return try body()
  }

  private static func open(_ path: String) throws(FileError) -> FileHandle {
    let target = URL(filePath: path)
    let folder = target.deletingLastPathComponent()
    let file = folder.appending(path: ".\(target.lastPathComponent).lock")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    if !FileManager.default.fileExists(atPath: file.path) {
      _ = FileManager.default.createFile(atPath: file.path, contents: nil)
    }
    guard let handle = FileHandle(forUpdatingAtPath: file.path) else {
      throw StoreProblem.cannotWrite(path, "its folder cannot be written")
    }
    return handle
  }
}

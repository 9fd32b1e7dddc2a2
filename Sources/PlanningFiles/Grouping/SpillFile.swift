internal import Foundation
internal import Synchronization

/// Bytes that are put out of memory into a temporary file and read back.
///
/// The file lies in a fresh folder that only this user may enter. Folder and file lose their names
/// as soon as the file is open, so the room on the disk is free again when the process lets go of
/// it, in whatever way it ends. Bytes are only ever added.
final class SpillFile: Sendable {
  /// Where some bytes lie.
  struct Segment: Sendable {
    let offset: UInt64
    let count: Int
  }

  private struct State {
    let file: FileHandle
    var end: UInt64 = 0
  }

  private let folder: String
  private let state: Mutex<State>

  /// Creates an empty file.
  ///
  /// - Parameter folder: Where; nothing takes the folder of the system for temporary files.
  /// - Throws: `E150` when no file can be made there.
  init(in folder: String?) throws(FileError) {
    let base = folder ?? NSTemporaryDirectory()
    let place = URL(filePath: base, directoryHint: .isDirectory)
      .appending(path: "rollcall-\(UUID().uuidString)", directoryHint: .isDirectory)
    self.folder = base
    do {
      try FileManager.default.createDirectory(
        at: place, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
      defer { try? FileManager.default.removeItem(at: place) }
      let path = place.appending(path: "rows")
      try Data().write(to: path)
      state = Mutex(State(file: try FileHandle(forUpdating: path)))
    } catch {
      throw FileError([
        FileIssue(
          code: "E150", "a temporary file cannot be made for the rows that wait for their call",
          file: base, remedy: "set TMPDIR to a folder that you may write and that has room")
      ])
    }
  }

  /// Adds bytes at the end.
  ///
  /// - Throws: `E151` when there is no room for them.
  func append(_ bytes: [UInt8]) throws(FileError) -> Segment {
    let segment: Segment? = state.withLock { state in
      do {
        try state.file.seek(toOffset: state.end)
        try state.file.write(contentsOf: bytes)
      } catch { return nil }
      defer { state.end += UInt64(bytes.count) }
      return Segment(offset: state.end, count: bytes.count)
    }
    guard let segment else {
      throw FileError([
        FileIssue(
          code: "E151", "the temporary file of rows that wait for their call cannot be written",
          file: folder,
          remedy: "make room there, or set TMPDIR to a folder with as much room as the export takes"
        )
      ])
    }
    return segment
  }

  /// Appends the bytes of `segment` to `bytes`.
  ///
  /// - Throws: `E152` when they cannot be read back.
  func read(_ segment: Segment, into bytes: inout [UInt8]) throws(FileError) {
    let found: [UInt8]? = state.withLock { state in
      var found: [UInt8] = []
      found.reserveCapacity(segment.count)
      do {
        try state.file.seek(toOffset: segment.offset)
        while found.count < segment.count {
          guard let part = try state.file.read(upToCount: segment.count - found.count),
            !part.isEmpty
          else { return nil }
          found.append(contentsOf: part)
        }
      } catch { return nil }
      return found
    }
    guard let found else {
      throw FileError([
        FileIssue(
          code: "E152", "the temporary file of rows that wait for their call cannot be read back",
          file: folder, remedy: "look whether the disk is sound, or set TMPDIR to another one")
      ])
    }
    bytes.append(contentsOf: found)
  }
}

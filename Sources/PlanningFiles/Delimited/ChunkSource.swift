internal import Synchronization

/// The chunks of several files, for several threads.
///
/// Reading is done by one thread at a time, under a lock: a disk and an inflater have one place.
final class ChunkSource: Sendable {
  private let cutter: Mutex<ChunkCutter>

  init(
    _ inputs: [DelimitedInput], delimiter: UInt8, chunkSize: Int,
    columns: @escaping ChunkCutter.Columns
  ) {
    cutter = Mutex(
      ChunkCutter(inputs, delimiter: delimiter, chunkSize: chunkSize, columns: columns))
  }

  /// What the next chunk is.
  enum Next: Sendable {
    case chunk(Chunk)
    /// There is none, because something is wrong; `number` is the one that it would have.
    case failure(FileError, number: Int)
    case end
  }

  /// Puts the next chunk into `buffer`, which each thread has for itself.
  func next(into buffer: inout [UInt8]) -> Next {
    cutter.withLock { cutter in
      do throws(FileError) {
        guard let chunk = try cutter.next(into: &buffer) else { return .end }
        return .chunk(chunk)
      } catch {
        return .failure(error, number: cutter.takeNumber())
      }
    }
  }
}

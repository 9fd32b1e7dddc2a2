internal import CZlib

/// Inflates a gzip stream piece by piece, one member after the other.
@safe final class GzipInflater {
  /// What one step did.
  struct Step {
    /// Bytes taken from the input.
    let consumed: Int
    /// Bytes written to the output.
    let produced: Int
  }

  /// Why a stream cannot be inflated.
  enum Failure: Error {
    case outOfMemory
    /// The bytes are not gzip, or a check sum is wrong.
    case damaged
  }

  /// Whether the last member is complete, so that the stream may end here.
  private(set) var isBetweenMembers = false

  // zlib keeps the address of the stream, so it must not move.
  private let stream: UnsafeMutablePointer<z_stream>

  init() throws(Failure) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    guard unsafe startGzipInflation(stream) == Z_OK else { throw .outOfMemory }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deinitialize(count: 1)
    unsafe stream.deallocate()
  }

  /// Inflates as much of `input` as fits into `output`.
  ///
  /// Zeros after a member are padding, which some archives add, and are skipped.
  func inflate(
    _ input: UnsafeMutableBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
  ) throws(Failure) -> Step {
    if isBetweenMembers {
      let padding = unsafe input.prefix { $0 == 0 }.count
      if padding > 0 { return Step(consumed: padding, produced: 0) }
      guard unsafe inflateReset(stream) == Z_OK else { throw .damaged }
      isBetweenMembers = false
    }
    unsafe stream.pointee.next_in = input.baseAddress
    unsafe stream.pointee.avail_in = uInt(input.count)
    unsafe stream.pointee.next_out = output.baseAddress
    unsafe stream.pointee.avail_out = uInt(output.count)
    let status = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
    switch status {
    case Z_STREAM_END: isBetweenMembers = true
    case Z_OK, Z_BUF_ERROR: break
    case Z_MEM_ERROR: throw .outOfMemory
    default: throw .damaged
    }
    return unsafe Step(
      consumed: input.count - Int(stream.pointee.avail_in),
      produced: output.count - Int(stream.pointee.avail_out))
  }
}

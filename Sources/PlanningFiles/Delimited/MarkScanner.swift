/// Finds the bytes that may end a field: delimiters, quotes and line ends.
///
/// Eight bytes are compared at a time in one word, with exact answers for each of them; the answers
/// become one bit a byte by a multiplication, and the bits become positions. Vectors are not used:
/// their comparisons are compiled byte by byte, a hundred times slower.
enum MarkScanner {
  private static let top: UInt64 = 0x8080_8080_8080_8080
  private static let quote: UInt64 = 0x2222_2222_2222_2222
  private static let lineFeed: UInt64 = 0x0A0A_0A0A_0A0A_0A0A
  private static let carriageReturn: UInt64 = 0x0D0D_0D0D_0D0D_0D0D

  /// Writes the positions of all marks in `bytes[start..<end]` to `marks`, in order.
  ///
  /// - Parameters:
  ///   - bytes: The text, with 64 readable bytes behind `end`.
  ///   - start: Where to begin.
  ///   - end: Where the text ends.
  ///   - delimiter: The letter between two fields.
  ///   - marks: Room for `end - start + 72` positions.
  /// - Returns: How many there are.
  static func find(
    in bytes: UnsafePointer<UInt8>, from start: Int, to end: Int, delimiter: UInt8,
    into marks: UnsafeMutablePointer<UInt32>
  ) -> Int {
    let delimiters = UInt64(delimiter) &* 0x0101_0101_0101_0101
    var count = 0
    var position = start
    while position < end {
      let block = unsafe bytes + position
      var bits: UInt64 = 0
      for part in 0..<8 {
        bits |= unsafe Self.bits(block + part * 8, delimiters) << UInt64(part * 8)
      }
      if end - position < 64 { bits &= (1 << UInt64(end - position)) - 1 }
      let found = bits.nonzeroBitCount
      var target = unsafe marks + count
      let base = UInt32(truncatingIfNeeded: position)
      // Eight at a time without asking whether they are there: most blocks have no more.
      repeat {
        for step in 0..<8 {
          unsafe target[step] = base &+ UInt32(truncatingIfNeeded: bits.trailingZeroBitCount)
          bits &= bits &- 1
        }
        unsafe target += 8
      } while bits != 0
      count += found
      position += 64
    }
    return count
  }

  /// One bit for each of eight bytes: whether it is a mark.
  @inline(__always)
  private static func bits(_ bytes: UnsafePointer<UInt8>, _ delimiter: UInt64) -> UInt64 {
    let word = UInt64(
      littleEndian: unsafe UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
    let isOther =
      other(word ^ delimiter) & other(word ^ quote) & other(word ^ lineFeed)
      & other(word ^ carriageReturn)
    // The product gathers the lowest bits of all bytes on top.
    return (((~isOther & Self.top) >> 7) &* 0x0102_0408_1020_4080) >> 56
  }

  /// A word whose bytes have their top bit where a byte of `difference` is not zero.
  @inline(__always)
  private static func other(_ difference: UInt64) -> UInt64 {
    ((difference & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F) | difference
  }
}

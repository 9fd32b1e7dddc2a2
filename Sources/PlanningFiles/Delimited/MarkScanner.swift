/// Finds the bytes that may end a field: delimiters, quotes and line ends.
///
/// Sixty-four bytes are compared at a time, sixteen in each vector; the answers become one bit a
/// byte by a multiplication, and the bits become positions.
enum MarkScanner {
  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

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
    var count = 0
    var position = start
    while position < end {
      let block = unsafe bytes + position
      var bits = unsafe Self.bits(block, delimiter)
      bits |= unsafe Self.bits(block + 16, delimiter) << 16
      bits |= unsafe Self.bits(block + 32, delimiter) << 32
      bits |= unsafe Self.bits(block + 48, delimiter) << 48
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

  @inline(__always)
  private static func bits(_ bytes: UnsafePointer<UInt8>, _ delimiter: UInt8) -> UInt64 {
    let block = unsafe UnsafeRawPointer(bytes).loadUnaligned(as: SIMD16<UInt8>.self)
    let isMark =
      (block .== SIMD16(repeating: delimiter)) .| (block .== SIMD16(repeating: quote))
      .| (block .== SIMD16(repeating: lineFeed)) .| (block .== SIMD16(repeating: carriageReturn))
    let words = unsafe unsafeBitCast(isMark, to: SIMD2<UInt64>.self)
    // Byte i of a word, all ones or all zeros, keeps bit i; the product gathers them on top.
    let low = ((words[0].littleEndian & 0x8040_2010_0804_0201) &* 0x0101_0101_0101_0101) >> 56
    let high = ((words[1].littleEndian & 0x8040_2010_0804_0201) &* 0x0101_0101_0101_0101) >> 56
    return low | high << 8
  }
}

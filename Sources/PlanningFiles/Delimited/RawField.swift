/// The bytes of one field of the current row of a ``RowCutter``.
///
/// It points into memory that belongs to the cutter or its chunk, so it must not be kept beyond the
/// row. Behind every field there are at least ``slack`` bytes that may be read, so that whole words
/// can be loaded.
@safe struct RawField {
  /// How many bytes behind a field may be read.
  static let slack = 64

  let start: UnsafePointer<UInt8>
  let count: Int

  @inline(__always)
  init(start: UnsafePointer<UInt8>, count: Int) {
    unsafe self.start = unsafe start
    self.count = count
  }

  @inline(__always)
  subscript(position: Int) -> UInt8 { unsafe start[position] }

  /// The eight bytes from `offset` on, the first one lowest; those behind the field mean nothing.
  @inline(__always)
  func word(_ offset: Int) -> UInt64 {
    UInt64(littleEndian: unsafe UnsafeRawPointer(start + offset).loadUnaligned(as: UInt64.self))
  }

  /// The first eight bytes, with zeros behind the end of the field.
  @inline(__always)
  var firstWord: UInt64 {
    count >= 8 ? word(0) : word(0) & ((1 &<< UInt64(truncatingIfNeeded: count &* 8)) &- 1)
  }

  /// The field without spaces and tabs at its ends.
  @inline(__always)
  var trimmed: RawField {
    guard count > 0, Self.isSpace(self[0]) || Self.isSpace(self[count - 1]) else { return self }
    return trimmedSlowly
  }

  @inline(never)
  private var trimmedSlowly: RawField {
    var first = 0
    var end = count
    while first < end, Self.isSpace(self[first]) { first += 1 }
    while end > first, Self.isSpace(self[end - 1]) { end -= 1 }
    return unsafe RawField(start: start + first, count: end - first)
  }

  @inline(__always)
  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  /// Whether all bytes are ASCII.
  @inline(__always)
  var isASCII: Bool {
    var all: UInt64 = 0
    var offset = 0
    while offset &+ 8 < count {
      all |= word(offset)
      offset &+= 8
    }
    let rest = count &- offset
    all |=
      rest >= 8
      ? word(offset) : word(offset) & ((1 &<< UInt64(truncatingIfNeeded: rest &* 8)) &- 1)
    return all & 0x8080_8080_8080_8080 == 0
  }

  /// The text, and whether it was read as Latin-1 because it is not UTF-8.
  var text: (text: String, isLatin1: Bool) {
    let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
    if let text = unsafe String(validating: bytes, as: UTF8.self) { return (text, false) }
    return unsafe (String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })), true)
  }

  /// Whether the bytes are those of `text`.
  func equals(_ text: [UInt8]) -> Bool {
    guard text.count == count else { return false }
    for position in 0..<count where text[position] != self[position] { return false }
    return true
  }

  /// Calls `body` with the bytes.
  @inline(__always)
  func withSpan<Value>(_ body: (Span<UInt8>) -> Value) -> Value {
    let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
    return unsafe body(bytes.span)
  }

  /// Appends the bytes to `letters`.
  @inline(__always)
  func append(to letters: inout [UInt8]) {
    unsafe letters.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
  }

  /// A hash that is the same in every run and on every machine: words are multiplied in by odd
  /// constants, and the finalizer of MurmurHash3 spreads them over all bits.
  @inline(__always)
  var hash: UInt64 {
    var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    var offset = 0
    while offset &+ 8 < count {
      hash = (hash ^ word(offset)) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
      offset &+= 8
    }
    let rest = count &- offset
    let last =
      rest >= 8
      ? word(offset) : word(offset) & ((1 &<< UInt64(truncatingIfNeeded: rest &* 8)) &- 1)
    hash = (hash ^ last) &* 0xC4CE_B9FE_1A85_EC53
    hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    return hash ^ (hash >> 33)
  }
}

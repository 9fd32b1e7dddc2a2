/// Names kept as one buffer of UTF-8 with the place at which each begins.
///
/// A program may have half a million names; as strings they would take several times the memory.
package struct NameList: Sendable, RandomAccessCollection {
  private var bytes: [UInt8] = []
  private var starts: [UInt32] = [0]

  package init() {}

  /// Always zero.
  package var startIndex: Int { 0 }
  /// The number of names.
  package var endIndex: Int { starts.count - 1 }

  /// The name at `index`; bytes that are no UTF-8 show as replacement characters.
  package subscript(index: Int) -> String {
    String(decoding: bytes[Int(starts[index])..<Int(starts[index + 1])], as: UTF8.self)
  }

  /// Adds `name` at the end.
  package mutating func append(_ name: String) {
    bytes.append(contentsOf: name.utf8)
    close()
  }

  /// Adds the name that stands at `range` of `text`.
  mutating func append(_ text: borrowing Span<UInt8>, _ range: Range<Int>) {
    for place in range { bytes.append(text[place]) }
    close()
  }

  /// Adds the name at `index` of `other`.
  mutating func append(_ other: borrowing NameList, _ index: Int) {
    bytes.append(contentsOf: other.bytes[Int(other.starts[index])..<Int(other.starts[index + 1])])
    close()
  }

  /// Whether the name at `index` is the text at `range`.
  func equals(_ index: Int, _ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
    let start = Int(starts[index])
    guard Int(starts[index + 1]) - start == range.count else { return false }
    let own = bytes.span
    for offset in 0..<range.count
    where own[start + offset] != text[range.lowerBound + offset] {
      return false
    }
    return true
  }

  /// A number that equal names share.
  func fingerprint(_ index: Int) -> UInt64 {
    Self.fingerprint(bytes.span, Int(starts[index])..<Int(starts[index + 1]))
  }

  /// A number that equal texts share.
  ///
  /// Source: G. Fowler, L. C. Noll and K.-P. Vo, FNV-1a, with a last mixing step.
  static func fingerprint(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in range { hash = (hash ^ UInt64(text[place])) &* 0x0000_0100_0000_01B3 }
    return hash ^ (hash >> 32)
  }

  private mutating func close() {
    precondition(bytes.count <= Int(UInt32.max), "names of a program have at most 4 GiB together")
    starts.append(UInt32(bytes.count))
  }
}

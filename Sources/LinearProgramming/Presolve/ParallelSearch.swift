/// Finds lines, rows or columns, that are multiples of each other.
///
/// Lines are put into chains by a hash of their normalized entries that does not depend on the
/// order of the entries; what remains is to compare a line with the few of its chain.
struct ParallelSearch {
  private var heads: [Int32]
  private var links: [Int32]
  private var hashes: [UInt64]
  private let mask: UInt64

  /// Prepares a search among `count` lines.
  init(lineCount count: Int) {
    var size = 16
    while size < count { size *= 2 }
    mask = UInt64(size - 1)
    heads = [Int32](repeating: -1, count: size)
    links = [Int32](repeating: -1, count: count)
    hashes = [UInt64](repeating: 0, count: count)
  }

  /// What an entry at `index` adds to the hash of its line; `value` is relative to that at the
  /// line's first index and is rounded, so that rounding errors seldom matter.
  @inline(__always)
  static func hash(index: Int, value: Double) -> UInt64 {
    let bits = (value.bitPattern &+ 0x8000) >> 16
    var z = bits &+ UInt64(truncatingIfNeeded: index) &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// The first line listed with `hash`, or a negative number.
  func first(with hash: UInt64) -> Int { match(Int(heads[Int(hash & mask)]), hash) }

  /// The line that follows among those with the same hash, or a negative number.
  func next(after line: Int) -> Int { match(Int(links[line]), hashes[line]) }

  private func match(_ start: Int, _ hash: UInt64) -> Int {
    var line = start
    while line >= 0 && hashes[line] != hash { line = Int(links[line]) }
    return line
  }

  /// Lists `line` with `hash`.
  mutating func add(_ line: Int, with hash: UInt64) {
    let place = Int(hash & mask)
    hashes[line] = hash
    links[line] = heads[place]
    heads[place] = Int32(truncatingIfNeeded: line)
  }
}

/// Sparse columns, or rows, of a triangular factor, each known by the row of its pivot.
///
/// A line may be made longer at its end if it has space left; else it moves to the end of the
/// storage. Pivots lie apart.
struct SparseLines: ~Copyable, Sendable {
  /// Where each line begins.
  var starts: Storage<Int32>
  /// The number of entries of each line.
  var counts: Storage<Int32>
  /// The number of entries that each line has room for.
  var spaces: Storage<Int32>
  /// For each entry, the pivot row of the line that crosses it.
  var indices: Storage<Int32>
  /// The value of each entry.
  var values: Storage<Double>
  /// Where the same entry lies in the storage of the crossing lines, if those are kept.
  var partners: Storage<Int32>
  /// The number of places in use, abandoned ones included.
  var used = 0

  /// Creates lines without entries for pivots in `order` rows.
  init(order: Int) {
    starts = Storage(repeating: 0, count: order)
    counts = Storage(repeating: 0, count: order)
    spaces = Storage(repeating: 0, count: order)
    indices = Storage(repeating: 0, count: 2 * order)
    values = Storage(repeating: 0, count: 2 * order)
    partners = Storage(repeating: 0, count: 2 * order)
  }

  private init(twinOf other: borrowing SparseLines) {
    starts = other.starts.copy()
    counts = other.counts.copy()
    spaces = other.spaces.copy()
    indices = other.indices.copy()
    values = other.values.copy()
    partners = other.partners.copy()
    used = other.used
  }

  func copy() -> SparseLines { SparseLines(twinOf: self) }

  /// Removes all entries.
  mutating func removeAll(order: Int) {
    used = 0
    let counts = self.counts.lane
    let spaces = self.spaces.lane
    for line in 0..<order {
      counts[line] = 0
      spaces[line] = 0
    }
  }

  /// Makes room for `extra` entries beyond those in use.
  mutating func reserve(_ extra: Int) {
    let needed = used + extra
    if needed <= indices.capacity { return }
    let room = needed + needed / 2
    indices.reserve(room, keeping: used, filler: 0)
    values.reserve(room, keeping: used, filler: 0)
    partners.reserve(room, keeping: used, filler: 0)
  }

  /// Begins a line at the end of the storage; its entries follow by ``push(_:_:)``.
  mutating func begin(_ line: Int) {
    starts.lane[line] = Int32(used)
    counts.lane[line] = 0
  }

  /// Appends an entry at the end of the storage; room must have been reserved.
  @inline(__always)
  mutating func push(_ index: Int32, _ value: Double) {
    indices.lane[used] = index
    values.lane[used] = value
    used += 1
  }

  /// Ends the line begun last.
  mutating func end(_ line: Int) {
    let count = Int32(used) - starts.lane[line]
    counts.lane[line] = count
    spaces.lane[line] = count
  }

  /// Fills this with the transpose of `lines`, with `gap` free places after each line, and
  /// notes in both where partners lie.
  mutating func transpose(_ lines: borrowing SparseLines, order: Int, gap: Int) {
    let counts = self.counts.lane
    let starts = self.starts.lane
    let spaces = self.spaces.lane
    let from = (lines.starts.lane, lines.counts.lane, lines.indices.lane, lines.values.lane)
    for line in 0..<order { counts[line] = 0 }
    var total = 0
    for line in 0..<order {
      let start = Int(from.0[line])
      for entry in start..<start + Int(from.1[line]) {
        counts[from.2[entry]] += 1
        total += 1
      }
    }
    used = 0
    reserve(total + gap * order)
    var next: Int32 = 0
    for line in 0..<order {
      starts[line] = next
      let space = counts[line] == 0 ? 0 : counts[line] + Int32(gap)
      spaces[line] = space
      next += space
      counts[line] = 0
    }
    used = Int(next)
    let (indices, values, partners) = (self.indices.lane, self.values.lane, self.partners.lane)
    let others = lines.partners.lane
    for line in 0..<order {
      let start = Int(from.0[line])
      for entry in start..<start + Int(from.1[line]) {
        let crossing = from.2[entry]
        let place = starts[crossing] + counts[crossing]
        counts[crossing] += 1
        indices[place] = Int32(line)
        values[place] = from.3[entry]
        partners[place] = Int32(entry)
        others[entry] = place
      }
    }
  }
}

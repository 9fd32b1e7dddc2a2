/// The row transformations that Forrest–Tomlin updates leave behind, oldest first.
///
/// Transformation k subtracts from x[pₖ] the product of x with a sparse row. Which of them touch
/// a sparse x is looked up rather than tried: lists lead from each row to the transformations
/// that read it, or that write it.
struct RowEtas: ~Copyable, Sendable {
  /// The number of transformations.
  private(set) var count = 0
  private var targets: Storage<Int32>
  private var starts: Storage<Int32>
  private var indices: Storage<Int32>
  private var values: Storage<Double>
  /// For each entry, its transformation, and the next entry that reads the same row.
  private var owners: Storage<Int32>
  private var nextReaders: Storage<Int32>
  private var firstReader: Storage<Int32>
  /// For each transformation, the next older one with the same target.
  private var nextWriters: Storage<Int32>
  private var firstWriter: Storage<Int32>
  private var pending: Storage<UInt64>
  private var used = 0
  private let order: Int

  init(order: Int) {
    self.order = order
    targets = Storage(repeating: 0, count: 16)
    starts = Storage(repeating: 0, count: 17)
    indices = Storage(repeating: 0, count: 64)
    values = Storage(repeating: 0, count: 64)
    owners = Storage(repeating: 0, count: 64)
    nextReaders = Storage(repeating: 0, count: 64)
    firstReader = Storage(repeating: -1, count: order)
    nextWriters = Storage(repeating: -1, count: 16)
    firstWriter = Storage(repeating: -1, count: order)
    pending = Storage(repeating: 0, count: 64)
  }

  private init(twinOf other: borrowing RowEtas) {
    order = other.order
    count = other.count
    used = other.used
    targets = other.targets.copy()
    starts = other.starts.copy()
    indices = other.indices.copy()
    values = other.values.copy()
    owners = other.owners.copy()
    nextReaders = other.nextReaders.copy()
    firstReader = other.firstReader.copy()
    nextWriters = other.nextWriters.copy()
    firstWriter = other.firstWriter.copy()
    pending = other.pending.copy()
  }

  func copy() -> RowEtas { RowEtas(twinOf: self) }

  /// The number of entries of all transformations.
  var entryCount: Int { used }

  mutating func removeAll() {
    let (readers, writers) = (firstReader.lane, firstWriter.lane)
    for entry in 0..<used { readers[indices.lane[entry]] = -1 }
    for index in 0..<count { writers[targets.lane[index]] = -1 }
    count = 0
    used = 0
  }

  /// Begins a transformation of x[`row`]; entries follow by ``push(_:_:)``.
  mutating func begin(target row: Int, room: Int) {
    targets.reserve(count + 1, keeping: count, filler: 0)
    starts.reserve(count + 2, keeping: count + 1, filler: 0)
    nextWriters.reserve(count + 1, keeping: count, filler: -1)
    indices.reserve(used + room, keeping: used, filler: 0)
    values.reserve(used + room, keeping: used, filler: 0)
    owners.reserve(used + room, keeping: used, filler: 0)
    nextReaders.reserve(used + room, keeping: used, filler: 0)
    pending.reserve(count / 64 + 1, keeping: pending.capacity, filler: 0)
    targets.lane[count] = Int32(row)
    starts.lane[count] = Int32(used)
    nextWriters.lane[count] = firstWriter.lane[row]
    firstWriter.lane[row] = Int32(count)
    count += 1
    starts.lane[count] = Int32(used)
  }

  /// Appends an entry to the transformation begun last.
  mutating func push(_ index: Int32, _ value: Double) {
    indices.lane[used] = index
    values.lane[used] = value
    owners.lane[used] = Int32(count - 1)
    nextReaders.lane[used] = firstReader.lane[index]
    firstReader.lane[index] = Int32(used)
    used += 1
    starts.lane[count] = Int32(used)
  }

  /// Applies all transformations, oldest first.
  mutating func apply(to x: inout SparseVector) {
    if count == 0 || x.count == 0 { return }
    if x.density > 0.05 {
      let total = count
      let (targets, starts) = (self.targets.lane, self.starts.lane)
      let (indices, entries) = (self.indices.lane, self.values.lane)
      x.update { values, pattern, listed in
        var listed = listed
        for eta in 0..<total {
          var entry = starts[eta]
          let end = starts[eta + 1]
          var sum = 0.0
          while entry < end {
            sum += entries[entry] * values[indices[entry]]
            entry += 1
          }
          if sum != 0 { Self.subtract(sum, targets[eta], values, pattern, &listed) }
        }
        return listed
      }
    } else {
      applySparsely(to: &x)
    }
  }

  private mutating func applySparsely(to x: inout SparseVector) {
    let words = (count + 63) / 64
    let (targets, starts, owners) = (self.targets.lane, self.starts.lane, self.owners.lane)
    let (indices, entries) = (self.indices.lane, self.values.lane)
    let (readers, nextReaders) = (firstReader.lane, self.nextReaders.lane)
    let pending = self.pending.lane
    x.update { values, pattern, listed in
      var listed = listed
      var lowest = words
      for entry in 0..<listed {
        var reader = readers[pattern[entry]]
        while reader >= 0 {
          let owner = Int(owners[reader])
          pending[owner >> 6] |= 1 << UInt64(owner & 63)
          lowest = min(lowest, owner >> 6)
          reader = nextReaders[reader]
        }
      }
      var word = lowest
      while word < words {
        let bits = pending[word]
        if bits == 0 {
          word += 1
          continue
        }
        let eta = word << 6 + bits.trailingZeroBitCount
        pending[word] = bits & (bits - 1)
        var sum = 0.0
        var entry = starts[eta]
        let end = starts[eta + 1]
        while entry < end {
          sum += entries[entry] * values[indices[entry]]
          entry += 1
        }
        if sum == 0 { continue }
        let target = targets[eta]
        let isNew = values[target] == 0
        Self.subtract(sum, target, values, pattern, &listed)
        if !isNew { continue }
        var reader = readers[target]
        while reader >= 0 {
          let owner = Int(owners[reader])
          if owner > eta { pending[owner >> 6] |= 1 << UInt64(owner & 63) }
          reader = nextReaders[reader]
        }
      }
      return listed
    }
  }

  /// Applies the transposes of all transformations, newest first.
  mutating func applyTransposed(to x: inout SparseVector) {
    if count == 0 || x.count == 0 { return }
    let total = count
    let isSparse = x.density <= 0.05
    let words = (count + 63) / 64
    let (targets, starts) = (self.targets.lane, self.starts.lane)
    let (indices, entries) = (self.indices.lane, self.values.lane)
    let (writers, nextWriters) = (firstWriter.lane, self.nextWriters.lane)
    let pending = self.pending.lane
    x.update { values, pattern, listed in
      var listed = listed
      func scatter(_ eta: Int, _ value: Double) {
        var entry = starts[eta]
        let end = starts[eta + 1]
        while entry < end {
          let index = indices[entry]
          let isNew = values[index] == 0
          Self.subtract(value * entries[entry], index, values, pattern, &listed)
          if isSparse && isNew {
            var writer = writers[index]
            while writer >= 0 {
              if writer < eta { pending[writer >> 6] |= 1 << UInt64(writer & 63) }
              writer = nextWriters[writer]
            }
          }
          entry += 1
        }
      }
      if !isSparse {
        for back in 1...total {
          let value = values[targets[total - back]]
          if value != 0 { scatter(total - back, value) }
        }
        return listed
      }
      for entry in 0..<listed {
        var writer = writers[pattern[entry]]
        while writer >= 0 {
          pending[writer >> 6] |= 1 << UInt64(writer & 63)
          writer = nextWriters[writer]
        }
      }
      var word = words - 1
      while word >= 0 {
        let bits = pending[word]
        if bits == 0 {
          word -= 1
          continue
        }
        let bit = 63 - bits.leadingZeroBitCount
        pending[word] = bits & ~(1 << UInt64(bit))
        let eta = word << 6 + bit
        let value = values[targets[eta]]
        if value != 0 { scatter(eta, value) }
      }
      return listed
    }
  }

  @inline(__always)
  private static func subtract(
    _ amount: Double, _ index: Int32, _ values: Lane<Double>, _ pattern: Lane<Int32>,
    _ listed: inout Int
  ) {
    let old = values[index]
    if old == 0 {
      pattern[listed] = index
      listed += 1
    }
    let new = old - amount
    values[index] = new == 0 ? 1e-100 : new
  }
}

/// The part of a basis that is not triangular, while it is being eliminated.
///
/// Columns hold their active entries first; entries in rows that have been eliminated, which
/// belong to U, lie at the end of the column's space. Rows hold the pattern only. Rows and
/// columns are numbered within the nucleus.
struct Nucleus: ~Copyable, Sendable {
  /// The order.
  let size: Int
  /// The row and the column of the basis matrix behind each row and column of the nucleus.
  var rows: Storage<Int32>
  var columns: Storage<Int32>

  var columnStarts: Storage<Int32>
  /// The number of active entries of each column, and of those that belong to U.
  var columnCounts: Storage<Int32>
  var upperCounts: Storage<Int32>
  var columnSpaces: Storage<Int32>
  var columnIndices: Storage<Int32>
  var columnValues: Storage<Double>
  var columnsUsed = 0
  /// The least magnitude that a pivot of each column may have.
  var limits: Storage<Double>

  var rowStarts: Storage<Int32>
  var rowCounts: Storage<Int32>
  var rowSpaces: Storage<Int32>
  var rowIndices: Storage<Int32>
  var rowsUsed = 0

  /// The rows and columns left, by their counts.
  let rowLists: CountLists
  let columnLists: CountLists
  /// Marks rows during an elimination step.
  let seen: Storage<UInt8>
  /// The number of active entries in all.
  var activeCount = 0

  /// A pivot must have at least this share of the largest magnitude in its column.
  static let threshold = 0.1
  /// No pivot is smaller than this.
  static let smallestPivot = 1e-10

  /// Creates a nucleus with room for `entryCount` entries and some fill.
  init(size: Int, entryCount: Int) {
    self.size = size
    rows = Storage(repeating: 0, count: size)
    columns = Storage(repeating: 0, count: size)
    columnStarts = Storage(repeating: 0, count: size)
    columnCounts = Storage(repeating: 0, count: size)
    upperCounts = Storage(repeating: 0, count: size)
    columnSpaces = Storage(repeating: 0, count: size)
    let room = 3 * entryCount + 8 * size
    columnIndices = Storage(repeating: 0, count: room)
    columnValues = Storage(repeating: 0, count: room)
    limits = Storage(repeating: 0, count: size)
    rowStarts = Storage(repeating: 0, count: size)
    rowCounts = Storage(repeating: 0, count: size)
    rowSpaces = Storage(repeating: 0, count: size)
    rowIndices = Storage(repeating: 0, count: room)
    seen = Storage(repeating: 0, count: size)
    rowLists = CountLists(size: size)
    columnLists = CountLists(size: size)
  }

  /// Lays out the rows from the columns, and lists both by count.
  mutating func finish() {
    let (starts, counts, spaces) = (rowStarts.lane, rowCounts.lane, rowSpaces.lane)
    for column in 0..<size { count(column) }
    var next: Int32 = 0
    for row in 0..<size {
      starts[row] = next
      spaces[row] = 2 * counts[row] + 4
      next += spaces[row]
      counts[row] = 0
    }
    rowIndices.reserve(Int(next), keeping: 0, filler: 0)
    rowsUsed = Int(next)
    let members = rowIndices.lane
    for column in 0..<size {
      let start = columnStarts.lane[column]
      for entry in start..<start + columnCounts.lane[column] {
        let row = columnIndices.lane[entry]
        members[starts[row] + counts[row]] = Int32(column)
        counts[row] += 1
      }
      measure(column)
      if columnCounts.lane[column] > 0 {
        columnLists.move(column, to: columnCounts.lane[column])
      }
    }
    for row in 0..<size where counts[row] > 0 { rowLists.move(row, to: counts[row]) }
  }

  private mutating func count(_ column: Int) {
    let start = columnStarts.lane[column]
    let end = start + columnCounts.lane[column]
    for entry in start..<end { rowCounts.lane[columnIndices.lane[entry]] += 1 }
    activeCount += Int(end - start)
  }

  /// Finds how large a pivot in `column` must be.
  @inline(__always)
  func measure(_ column: Int) {
    let start = columnStarts.lane[column]
    let end = start + columnCounts.lane[column]
    let values = columnValues.lane
    var largest = 0.0
    var entry = start
    while entry < end {
      largest = max(largest, abs(values[entry]))
      entry += 1
    }
    limits.lane[column] = max(Self.threshold * largest, Self.smallestPivot)
  }

  /// Returns the place of `row` among the active entries of `column`.
  @inline(__always)
  func place(of row: Int, in column: Int) -> Int32 {
    var entry = columnStarts.lane[column]
    let indices = columnIndices.lane
    while indices[entry] != Int32(truncatingIfNeeded: row) { entry += 1 }
    return entry
  }

  /// Takes `column` out of the pattern of `row`.
  @inline(__always)
  func removeFromRow(_ row: Int, _ column: Int) {
    let (starts, counts, members) = (rowStarts.lane, rowCounts.lane, rowIndices.lane)
    var entry = starts[row]
    while members[entry] != Int32(truncatingIfNeeded: column) { entry += 1 }
    counts[row] -= 1
    members[entry] = members[starts[row] + counts[row]]
  }

  /// Appends `column` to the pattern of `row`, moving the row if it is full.
  mutating func appendToRow(_ row: Int, _ column: Int) {
    let count = rowCounts.lane[row]
    if count == rowSpaces.lane[row] {
      let space = 2 * count + 4
      rowIndices.reserve(rowsUsed + Int(space), keeping: rowsUsed, filler: 0)
      let members = rowIndices.lane
      let old = rowStarts.lane[row]
      for offset in 0..<count { members[rowsUsed + Int(offset)] = members[old + offset] }
      rowStarts.lane[row] = Int32(rowsUsed)
      rowSpaces.lane[row] = space
      rowsUsed += Int(space)
    }
    rowIndices.lane[rowStarts.lane[row] + count] = Int32(column)
    rowCounts.lane[row] = count + 1
  }

  /// Makes room for `extra` more active entries in `column`, moving the column if it is full.
  mutating func makeRoom(inColumn column: Int, extra: Int32) {
    let active = columnCounts.lane[column]
    let upper = upperCounts.lane[column]
    let space = columnSpaces.lane[column]
    if active + upper + extra <= space { return }
    let larger = 2 * (active + upper + extra) + 4
    columnIndices.reserve(columnsUsed + Int(larger), keeping: columnsUsed, filler: 0)
    columnValues.reserve(columnsUsed + Int(larger), keeping: columnsUsed, filler: 0)
    let (indices, values) = (columnIndices.lane, columnValues.lane)
    let old = columnStarts.lane[column]
    let new = Int32(columnsUsed)
    for offset in 0..<active {
      indices[new + offset] = indices[old + offset]
      values[new + offset] = values[old + offset]
    }
    for offset in 0..<upper {
      indices[new + larger - 1 - offset] = indices[old + space - 1 - offset]
      values[new + larger - 1 - offset] = values[old + space - 1 - offset]
    }
    columnStarts.lane[column] = new
    columnSpaces.lane[column] = larger
    columnsUsed += Int(larger)
  }

  /// Moves the active entry at `entry` of `column` to the part that belongs to U.
  @inline(__always)
  func retire(_ entry: Int32, of column: Int) {
    let (indices, values) = (columnIndices.lane, columnValues.lane)
    let (index, value) = (indices[entry], values[entry])
    let last = columnStarts.lane[column] + columnCounts.lane[column] - 1
    indices[entry] = indices[last]
    values[entry] = values[last]
    columnCounts.lane[column] -= 1
    let place =
      columnStarts.lane[column] + columnSpaces.lane[column] - 1 - upperCounts.lane[column]
    indices[place] = index
    values[place] = value
    upperCounts.lane[column] += 1
  }
}

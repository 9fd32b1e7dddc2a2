/// Sparse Gaussian elimination on the nucleus of a basis, until what is left is dense.
///
/// Each pivot is one of few nonzeros in its row and column, which bounds the fill-in by
/// (row count − 1)·(column count − 1), and not small compared with its row. See H. M. Markowitz,
/// *Manage. Sci.* 3 (1957), 255–269, and U. H. Suhl and L. M. Suhl, *ORSA J. Comput.* 2 (1990),
/// 325–335. Rows and columns are numbered within the nucleus.
struct NucleusElimination {
  /// One step: a pivot, the multipliers of the other rows, and the rest of the pivot row.
  struct Step {
    let row: Int
    let column: Int
    let pivot: Double
    let multiplierRows: [Int]
    let multipliers: [Double]
  }

  /// The steps taken, in order.
  private(set) var steps: [Step] = []
  /// For each column, the pivot rows above its own pivot in which it has an entry.
  private(set) var upperRows: [[Int]]
  /// The entries that belong to `upperRows`.
  private(set) var upperValues: [[Double]]
  /// The entries not yet eliminated, by rows.
  private(set) var rowColumns: [[Int]]
  private(set) var rowValues: [[Double]]

  private var columnRows: [[Int]]
  private var rowLists: CountLists
  private var columnLists: CountLists
  private var entryCount: Int
  private var leftCount: Int
  private var scattered: [Double]
  private var isScattered: [Bool]

  /// A pivot is at least this times the largest entry of its row.
  private static let threshold = 0.1
  /// Smaller entries are taken as zero.
  private static let drop = 1e-13
  /// How many rows and columns are searched for a better pivot.
  private static let searchLimit = 4
  /// From this share of nonzeros on, dense elimination is faster.
  private static let denseShare = 0.3

  /// Starts with the nucleus given by rows.
  init(rowColumns: [[Int]], rowValues: [[Double]]) {
    let order = rowColumns.count
    self.rowColumns = rowColumns
    self.rowValues = rowValues
    columnRows = [[Int]](repeating: [], count: order)
    for (row, columns) in rowColumns.enumerated() {
      for column in columns { columnRows[column].append(row) }
    }
    upperRows = [[Int]](repeating: [], count: order)
    upperValues = [[Double]](repeating: [], count: order)
    rowLists = CountLists(counts: rowColumns.map(\.count))
    columnLists = CountLists(counts: columnRows.map(\.count))
    entryCount = rowColumns.reduce(0) { $0 + $1.count }
    leftCount = order
    scattered = [Double](repeating: 0, count: order)
    isScattered = [Bool](repeating: false, count: order)
  }

  /// The rows without pivot, in rising order.
  var remainingRows: [Int] { rowLists.members }
  /// The columns without pivot, in rising order.
  var remainingColumns: [Int] { columnLists.members }

  /// Eliminates until the rest is dense, empty or without a usable pivot.
  mutating func run() {
    while leftCount > 0 {
      let dense = Self.denseShare * Double(leftCount) * Double(leftCount)
      if Double(entryCount) >= dense { return }
      guard let (row, column) = findPivot() else { return }
      eliminate(row, column)
    }
  }

  /// Searches short rows and columns for a pivot with the least fill-in.
  private func findPivot() -> (Int, Int)? {
    var best: (Int, Int)?
    var bestCost = Int.max
    var searched = 0
    for count in 1...max(leftCount, 1) {
      if bestCost <= (count - 1) * (count - 1) { return best }
      var column = columnLists.first(count)
      while column >= 0 {
        for row in columnRows[column] where isPivot(row, column) {
          let cost = (count - 1) * (rowColumns[row].count - 1)
          if cost < bestCost { (best, bestCost) = ((row, column), cost) }
        }
        searched += 1
        if searched >= Self.searchLimit && best != nil { return best }
        column = columnLists.next(column)
      }
      var row = rowLists.first(count)
      while row >= 0 {
        let limit = Self.threshold * largest(row)
        for (column, value) in zip(rowColumns[row], rowValues[row]) where abs(value) >= limit {
          let cost = (count - 1) * (columnRows[column].count - 1)
          if cost < bestCost { (best, bestCost) = ((row, column), cost) }
        }
        searched += 1
        if searched >= Self.searchLimit && best != nil { return best }
        row = rowLists.next(row)
      }
    }
    return best
  }

  private func largest(_ row: Int) -> Double {
    var largest = 0.0
    for value in rowValues[row] { largest = max(largest, abs(value)) }
    return largest
  }

  private func isPivot(_ row: Int, _ column: Int) -> Bool {
    guard let place = rowColumns[row].firstIndex(of: column) else { return false }
    return abs(rowValues[row][place]) >= Self.threshold * largest(row)
  }

  /// Takes the pivot and subtracts its row from the others.
  private mutating func eliminate(_ row: Int, _ column: Int) {
    let columns = rowColumns[row]
    let values = rowValues[row]
    var pivot = 0.0
    for (other, value) in zip(columns, values) {
      remove(row: row, fromColumn: other)
      if other == column {
        pivot = value
        continue
      }
      upperRows[other].append(row)
      upperValues[other].append(value)
      scattered[other] = value
    }
    entryCount -= columns.count
    rowColumns[row] = []
    rowValues[row] = []
    rowLists.remove(row)

    let targets = columnRows[column]
    var multipliers: [Double] = []
    multipliers.reserveCapacity(targets.count)
    for target in targets {
      for other in columns where other != column { isScattered[other] = true }
      multipliers.append(
        subtract(columns, from: target, pivotColumn: column, pivot: pivot))
      rowLists.move(target, to: rowColumns[target].count)
    }
    for other in columns {
      scattered[other] = 0
      isScattered[other] = false
      if other != column { columnLists.move(other, to: columnRows[other].count) }
    }
    columnRows[column] = []
    columnLists.remove(column)
    leftCount -= 1
    steps.append(
      Step(
        row: row, column: column, pivot: pivot, multiplierRows: targets, multipliers: multipliers))
  }

  /// Subtracts the scattered pivot row from row `target`; returns the multiplier.
  private mutating func subtract(
    _ columns: [Int], from target: Int, pivotColumn: Int, pivot: Double
  ) -> Double {
    var multiplier = 0.0
    if let place = rowColumns[target].firstIndex(of: pivotColumn) {
      multiplier = rowValues[target][place] / pivot
      removeEntry(of: target, at: place)
    }
    var place = 0
    while place < rowColumns[target].count {
      let other = rowColumns[target][place]
      if isScattered[other] {
        isScattered[other] = false
        let value = rowValues[target][place] - multiplier * scattered[other]
        if abs(value) < Self.drop {
          remove(row: target, fromColumn: other)
          removeEntry(of: target, at: place)
          continue
        }
        rowValues[target][place] = value
      }
      place += 1
    }
    for other in columns where isScattered[other] {
      isScattered[other] = false
      let value = -multiplier * scattered[other]
      if abs(value) < Self.drop { continue }
      rowColumns[target].append(other)
      rowValues[target].append(value)
      columnRows[other].append(target)
      entryCount += 1
    }
    return multiplier
  }

  private mutating func removeEntry(of row: Int, at place: Int) {
    rowColumns[row].swapAt(place, rowColumns[row].count - 1)
    rowColumns[row].removeLast()
    rowValues[row].swapAt(place, rowValues[row].count - 1)
    rowValues[row].removeLast()
    entryCount -= 1
  }

  private mutating func remove(row: Int, fromColumn column: Int) {
    guard let place = columnRows[column].firstIndex(of: row) else { return }
    columnRows[column].swapAt(place, columnRows[column].count - 1)
    columnRows[column].removeLast()
  }
}

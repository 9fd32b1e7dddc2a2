/// A pivot of a nucleus.
struct NucleusPivot {
  let row: Int
  let column: Int
  /// Where the pivot lies in the storage of columns.
  let entry: Int32
}

extension Nucleus {
  /// Chooses the next pivot; nil if no entry left is large enough.
  ///
  /// Among up to eight rows and columns with the fewest entries, takes the entry of least
  /// Markowitz count that is not too small for its column: H. M. Markowitz, *Management
  /// Science* 3 (1957), 255–269; U. H. Suhl and L. M. Suhl, *ORSA J. Comput.* 2 (1990), 325–335.
  func choosePivot() -> NucleusPivot? {
    var best: NucleusPivot?
    var bestMerit = Double.infinity
    var searched = 0
    var count = 1
    while count <= size {
      var column = columnLists.first(count)
      while column >= 0 {
        let following = columnLists.next(column)
        if let (pivot, merit) = bestPivot(inColumn: column), merit < bestMerit {
          (best, bestMerit) = (pivot, merit)
        }
        searched += 1
        if bestMerit <= Double((count - 1) * (count - 1)) || searched >= 8 && best != nil {
          return best
        }
        column = following
      }
      var row = rowLists.first(count)
      while row >= 0 {
        if let (pivot, merit) = bestPivot(inRow: row), merit < bestMerit {
          (best, bestMerit) = (pivot, merit)
        }
        searched += 1
        if bestMerit <= Double(count * (count - 1)) || searched >= 8 && best != nil {
          return best
        }
        row = rowLists.next(row)
      }
      count += 1
    }
    return best
  }

  private func bestPivot(inColumn column: Int) -> (NucleusPivot, Double)? {
    let start = columnStarts.lane[column]
    let count = columnCounts.lane[column]
    let (indices, values) = (columnIndices.lane, columnValues.lane)
    let limit = limits.lane[column]
    let rowCounts = self.rowCounts.lane
    var best: Int32 = -1
    var fewest = Int32.max
    for entry in start..<start + count where abs(values[entry]) >= limit {
      let others = rowCounts[indices[entry]]
      if others < fewest { (best, fewest) = (entry, others) }
    }
    if best < 0 { return nil }
    let pivot = NucleusPivot(row: Int(indices[best]), column: column, entry: best)
    return (pivot, Double(count - 1) * Double(fewest - 1))
  }

  private func bestPivot(inRow row: Int) -> (NucleusPivot, Double)? {
    let start = rowStarts.lane[row]
    let count = rowCounts.lane[row]
    let members = rowIndices.lane
    let columnCounts = self.columnCounts.lane
    var best: NucleusPivot?
    var fewest = Int32.max
    for member in start..<start + count {
      let column = Int(members[member])
      if columnCounts[column] >= fewest { continue }
      let entry = place(of: row, in: column)
      if abs(columnValues.lane[entry]) < limits.lane[column] { continue }
      fewest = columnCounts[column]
      best = NucleusPivot(row: row, column: column, entry: entry)
    }
    return best.map { ($0, Double(count - 1) * Double(fewest - 1)) }
  }

  /// Eliminates `pivot`; `multipliers`, by row and zero throughout, is used and left zero.
  ///
  /// - Parameters:
  ///   - pivot: The pivot.
  ///   - lower: Receives the column of L, for the row of the basis matrix.
  ///   - multipliers: Zeros, one for each row of the nucleus.
  mutating func eliminate(
    _ pivot: NucleusPivot, lower: inout SparseLines, multipliers: Lane<Double>
  ) {
    let (row, column) = (pivot.row, pivot.column)
    let value = columnValues.lane[pivot.entry]
    rowLists.remove(row)
    columnLists.remove(column)
    let start = columnStarts.lane[column]
    let count = columnCounts.lane[column]
    lower.reserve(Int(count))
    let target = Int(rows.lane[row])
    lower.begin(target)
    for entry in start..<start + count where entry != pivot.entry {
      let other = columnIndices.lane[entry]
      let multiplier = columnValues.lane[entry] / value
      multipliers[other] = multiplier
      lower.push(rows.lane[other], multiplier)
      removeFromRow(Int(other), column)
    }
    lower.end(target)
    activeCount -= Int(count)
    removeFromRow(row, column)
    let members = rowStarts.lane[row]..<rowStarts.lane[row] + rowCounts.lane[row]
    for member in members {
      update(
        Int(rowIndices.lane[member]), pivotRow: row, pivotColumn: column, pivot.entry,
        multipliers)
    }
    rowCounts.lane[row] = 0
    columnCounts.lane[column] = 0
    for entry in start..<start + count where entry != pivot.entry {
      let other = Int(columnIndices.lane[entry])
      multipliers[other] = 0
      let left = rowCounts.lane[other]
      if left > 0 { rowLists.move(other, to: left) } else { rowLists.remove(other) }
    }
  }

  /// Subtracts the multiples of the pivot row from `column`.
  private mutating func update(
    _ column: Int, pivotRow: Int, pivotColumn: Int, _ pivotEntry: Int32,
    _ multipliers: Lane<Double>
  ) {
    let place = self.place(of: pivotRow, in: column)
    let factor = columnValues.lane[place]
    retire(place, of: column)
    activeCount -= 1
    let start = columnStarts.lane[pivotColumn]
    let end = start + columnCounts.lane[pivotColumn]
    if end - start > 1 {
      subtract(factor, from: column, multipliers)
      // What is not marked now is fill.
      fill(column, factor, start..<end, pivotEntry, multipliers)
    }
    measure(column)
    let left = columnCounts.lane[column]
    if left > 0 { columnLists.move(column, to: left) } else { columnLists.remove(column) }
  }

  /// Updates the entries that exist, and marks their rows.
  private mutating func subtract(
    _ factor: Double, from column: Int, _ multipliers: Lane<Double>
  ) {
    let (indices, values) = (columnIndices.lane, columnValues.lane)
    let start = columnStarts.lane[column]
    let seen = self.seen.lane
    var entry = start
    while entry < start + columnCounts.lane[column] {
      let row = indices[entry]
      let multiplier = multipliers[row]
      if multiplier == 0 {
        entry += 1
        continue
      }
      seen[row] = 1
      let value = values[entry] - factor * multiplier
      if abs(value) > SparseVector.smallest {
        values[entry] = value
        entry += 1
        continue
      }
      // The entry vanishes.
      let last = start + columnCounts.lane[column] - 1
      indices[entry] = indices[last]
      values[entry] = values[last]
      columnCounts.lane[column] -= 1
      activeCount -= 1
      removeFromRow(Int(row), column)
    }
  }

  /// Adds the entries that did not exist, and clears the marks.
  private mutating func fill(
    _ column: Int, _ factor: Double, _ range: Range<Int32>, _ pivotEntry: Int32,
    _ multipliers: Lane<Double>
  ) {
    let seen = self.seen.lane
    makeRoom(inColumn: column, extra: range.upperBound - range.lowerBound - 1)
    for entry in range where entry != pivotEntry {
      let row = columnIndices.lane[entry]
      if seen[row] != 0 {
        seen[row] = 0
        continue
      }
      let value = -factor * multipliers[row]
      if abs(value) <= SparseVector.smallest { continue }
      let place = columnStarts.lane[column] + columnCounts.lane[column]
      columnIndices.lane[place] = row
      columnValues.lane[place] = value
      columnCounts.lane[column] += 1
      activeCount += 1
      appendToRow(Int(row), column)
    }
  }
}

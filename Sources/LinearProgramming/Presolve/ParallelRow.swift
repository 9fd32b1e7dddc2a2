/// A row that was a multiple of another one and gave it its ends.
struct ParallelRow {
  /// The row that was taken out.
  let row: Int32
  /// The row that stayed.
  let other: Int32
  /// The factor by which the row is a multiple of the one that stayed.
  let factor: Double
  /// Whether the lower end of the row that stayed comes from the one taken out.
  let givesLower: Bool
  /// Whether the upper end of the row that stayed comes from the one taken out.
  let givesUpper: Bool
}

extension ReducibleProgram {
  /// Takes out rows that are multiples of others.
  ///
  /// - Complexity: O(entries) on average.
  mutating func mergeParallelRows() {
    var search = ParallelSearch(lineCount: hasRow.count)
    for row in hasRow.indices where hasRow[row] && entries.count(inRow: row) > 0 {
      let hash = hash(ofRow: row)
      var other = search.first(with: hash)
      while other >= 0 {
        if let factor = factor(ofRow: row, to: other) {
          merge(row, into: other, factor: factor)
          break
        }
        other = search.next(after: other)
      }
      if failure != nil { return }
      if hasRow[row] { search.add(row, with: hash) }
    }
  }

  private func hash(ofRow row: Int) -> UInt64 {
    var entry = entries.first(inRow: row)
    var reference = entry
    while entry >= 0 {
      if entries.column(of: entry) < entries.column(of: reference) { reference = entry }
      entry = entries.next(inRow: entry)
    }
    let scale = 1 / entries.value(of: reference)
    var hash: UInt64 = 0
    entry = entries.first(inRow: row)
    while entry >= 0 {
      hash &+= ParallelSearch.hash(
        index: entries.column(of: entry), value: entries.value(of: entry) * scale)
      entry = entries.next(inRow: entry)
    }
    return hash
  }

  /// The factor by which `row` is a multiple of `other`, if it is one.
  private mutating func factor(ofRow row: Int, to other: Int) -> Double? {
    guard entries.count(inRow: row) == entries.count(inRow: other) else { return nil }
    var entry = entries.first(inRow: other)
    while entry >= 0 {
      columnPlaces[entries.column(of: entry)] = Int32(truncatingIfNeeded: entry)
      entry = entries.next(inRow: entry)
    }
    var factor: Double?
    var isMultiple = true
    entry = entries.first(inRow: row)
    while entry >= 0 && isMultiple {
      let place = Int(columnPlaces[entries.column(of: entry)])
      if place < 0 {
        isMultiple = false
      } else {
        let value = entries.value(of: entry)
        let known = factor ?? value / entries.value(of: place)
        factor = known
        isMultiple = abs(value - known * entries.value(of: place)) <= 2e-15 * abs(value)
      }
      entry = entries.next(inRow: entry)
    }
    entry = entries.first(inRow: other)
    while entry >= 0 {
      columnPlaces[entries.column(of: entry)] = -1
      entry = entries.next(inRow: entry)
    }
    return isMultiple ? factor : nil
  }

  private mutating func merge(_ row: Int, into other: Int, factor: Double) {
    let ends = (rowLower[row] / factor, rowUpper[row] / factor)
    guard
      let merged = Self.intersection(
        rowLower[other], rowUpper[other], factor > 0 ? ends : (ends.1, ends.0),
        slip: max(slip(of: other), slip(of: row) / abs(factor)))
    else {
      let isAbove: Bool = (factor > 0 ? ends.0 : ends.1) > rowUpper[other]
      contradict(row, times: (isAbove ? 1 : -1) / factor)
      contradict(other, times: isAbove ? -1 : 1)
      return
    }
    log.append(
      .parallelRow(
        ParallelRow(
          row: Int32(truncatingIfNeeded: row), other: Int32(truncatingIfNeeded: other),
          factor: factor, givesLower: merged.givesLower, givesUpper: merged.givesUpper)))
    remove(row: row)
    rowLower[other] = merged.lower
    rowUpper[other] = merged.upper
    rowList.add(other)
    listColumns(of: other)
  }
}

extension Restoration {
  mutating func undo(_ step: ParallelRow) {
    let (row, other) = (Int(step.row), Int(step.other))
    release(row: row)
    guard let side = side(ofRow: other), side == .lower ? step.givesLower : step.givesUpper
    else { return }
    prices[row] = prices[other] / step.factor
    rowStatus[row] = side.times(step.factor).status
    release(row: other)
  }
}

extension BasisFactorization {
  /// Exchanges the column paired with `row` for `column`, whose image B⁻¹·a was the last solve
  /// of the kind `entering`; `pivot` is the element of the image in `row`.
  ///
  /// Row `row` of B⁻¹ must have been solved for since the last update. The new diagonal is
  /// computed in two ways; ``isInexact`` is set if they differ by more than a part in 10⁷.
  package mutating func replace(row: Int, by column: Int, pivot: Double) {
    precondition(hasSpike && unitRowIndex == row, "the update lacks its column or its row")
    let oldPivot = pivots.lane[row]
    let newPivot = oldPivot * pivot
    removeRow(row)
    removeColumn(row)
    let computed = spike.values[row] - dotWithSpike(row, oldPivot)
    let difference = abs(computed - newPivot)
    if !(difference <= 1e-7 * max(abs(computed), abs(newPivot))) { isInexact = true }
    appendSpike(row)
    appendEta(row, oldPivot)
    sequence.lane[positions.lane[row]] = -1
    sequence.reserve(length + 1, keeping: length, filler: 0)
    pivots.lane[row] = newPivot
    positions.lane[row] = Int32(length)
    sequence.lane[length] = Int32(row)
    length += 1
    head[row] = column
    updateCount += 1
    hasSpike = false
    unitRowIndex = -1
  }

  /// Exchanges the column paired with `row` for `column`, whose image B⁻¹·a is `image`.
  package mutating func replace(row: Int, by column: Int, image: [Double]) {
    spike.assign(multiplyUpper(image))
    hasSpike = true
    unitRow.clear()
    unitRow.add(1, at: row)
    var unit = SparseVector(length: 0)
    swap(&unit, &unitRow)
    solveTransposedUpper(&unit, 0)
    swap(&unit, &unitRow)
    unitRowIndex = row
    replace(row: row, by: column, pivot: image[row])
  }

  /// Returns U·x.
  private func multiplyUpper(_ x: [Double]) -> [Double] {
    var product = [Double](repeating: 0, count: order)
    let (starts, counts) = (upperColumns.starts.lane, upperColumns.counts.lane)
    for row in 0..<order where x[row] != 0 {
      product[row] += pivots.lane[row] * x[row]
      for entry in starts[row]..<starts[row] + counts[row] {
        product[Int(upperColumns.indices.lane[entry])] += upperColumns.values.lane[entry] * x[row]
      }
    }
    return product
  }

  /// The product of the row transformation to come with the spike.
  private func dotWithSpike(_ row: Int, _ oldPivot: Double) -> Double {
    let pattern = unitRow.pattern.span
    let values = unitRow.values.span
    let spikes = spike.values.span
    var sum = 0.0
    for entry in 0..<unitRow.count {
      let index = Int(pattern[entry])
      if index != row { sum -= values[index] * oldPivot * spikes[index] }
    }
    return sum
  }

  /// Takes row `row` out of U.
  private mutating func removeRow(_ row: Int) {
    let start = upperRows.starts.lane[row]
    for entry in start..<start + upperRows.counts.lane[row] {
      Self.remove(
        upperRows.partners.lane[entry], of: Int(upperRows.indices.lane[entry]), upperColumns,
        partners: upperRows)
    }
    upperRows.counts.lane[row] = 0
  }

  /// Takes column `row` out of U.
  private mutating func removeColumn(_ row: Int) {
    let start = upperColumns.starts.lane[row]
    for entry in start..<start + upperColumns.counts.lane[row] {
      Self.remove(
        upperColumns.partners.lane[entry], of: Int(upperColumns.indices.lane[entry]), upperRows,
        partners: upperColumns)
    }
    upperColumns.counts.lane[row] = 0
  }

  /// Removes the entry at `place` of `line`, moving the line's last entry there.
  @inline(__always)
  private static func remove(
    _ place: Int32, of line: Int, _ lines: borrowing SparseLines,
    partners crossing: borrowing SparseLines
  ) {
    let last = lines.starts.lane[line] + lines.counts.lane[line] - 1
    lines.counts.lane[line] -= 1
    if place == last { return }
    lines.indices.lane[place] = lines.indices.lane[last]
    lines.values.lane[place] = lines.values.lane[last]
    lines.partners.lane[place] = lines.partners.lane[last]
    crossing.partners.lane[lines.partners.lane[last]] = place
  }

  /// Makes the spike the column of `row`.
  private mutating func appendSpike(_ row: Int) {
    upperColumns.reserve(spike.count)
    upperColumns.begin(row)
    for entry in 0..<spike.count {
      let index = spike.pattern[entry]
      let value = spike.values[Int(index)]
      if Int(index) == row || abs(value) <= SparseVector.smallest { continue }
      let place = Int32(upperColumns.used)
      upperColumns.push(index, value)
      appendToRow(Int(index), Int32(row), value, partner: place)
    }
    upperColumns.end(row)
  }

  private mutating func appendToRow(
    _ row: Int, _ column: Int32, _ value: Double, partner: Int32
  ) {
    let count = upperRows.counts.lane[row]
    if count == upperRows.spaces.lane[row] { moveRow(row) }
    let place = upperRows.starts.lane[row] + count
    upperRows.indices.lane[place] = column
    upperRows.values.lane[place] = value
    upperRows.partners.lane[place] = partner
    upperRows.counts.lane[row] = count + 1
    upperColumns.partners.lane[partner] = place
  }

  /// Moves a row of U to the end of the storage, with twice the space.
  private mutating func moveRow(_ row: Int) {
    let count = upperRows.counts.lane[row]
    let space = 2 * count + 4
    upperRows.reserve(Int(space))
    let old = upperRows.starts.lane[row]
    let new = Int32(upperRows.used)
    let (indices, values) = (upperRows.indices.lane, upperRows.values.lane)
    let partners = upperRows.partners.lane
    for offset in 0..<count {
      indices[new + offset] = indices[old + offset]
      values[new + offset] = values[old + offset]
      partners[new + offset] = partners[old + offset]
      upperColumns.partners.lane[partners[old + offset]] = new + offset
    }
    upperRows.starts.lane[row] = new
    upperRows.spaces.lane[row] = space
    upperRows.used += Int(space)
  }

  /// Records the row transformation that clears row `row` of U.
  private mutating func appendEta(_ row: Int, _ oldPivot: Double) {
    etas.begin(target: row, room: unitRow.count)
    for entry in 0..<unitRow.count {
      let index = unitRow.pattern[entry]
      if Int(index) == row { continue }
      let value = -unitRow.values[Int(index)] * oldPivot
      if abs(value) > SparseVector.smallest { etas.push(index, value) }
    }
  }
}

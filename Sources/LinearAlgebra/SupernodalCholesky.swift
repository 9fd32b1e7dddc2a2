/// The factorization L·Lᵀ of a sparse symmetric positive (semi)definite matrix, by supernodes.
///
/// Each supernode is a dense panel. Left-looking: a panel is assembled, the products of the panels
/// to its left are subtracted, and it is factored. Large pieces go to BLAS and LAPACK, small ones to
/// plain loops. A row that depends on rows before it is dropped; see ``GuardedPanel``.
///
/// Source: E. G. Ng and B. W. Peyton, "Block sparse Cholesky algorithms on advanced uniprocessor
/// computers", *SIAM J. Sci. Comput.* 14 (1993), 1034–1056.
package struct SupernodalCholesky: Sendable {
  /// The pattern.
  package let structure: SupernodalStructure
  /// The panels.
  var panels: [Double]
  /// The number of rows dropped by the last factorization.
  package private(set) var droppedCount = 0

  // Work arrays.
  private var map: [Int32]
  private var product: [Double]
  private var heads: [Int32]
  private var links: [Int32]
  private var progress: [Int]
  private var guarded = GuardedPanel()
  var permuted: [Double]
  var gathered: [Double]

  /// Prepares the factorization of matrices with the given pattern.
  package init(_ structure: SupernodalStructure) {
    BLASThreads.limit
    self.structure = structure
    let count = structure.count
    panels = [Double](repeating: 0, count: structure.storedCount)
    map = [Int32](repeating: 0, count: structure.order)
    heads = [Int32](repeating: -1, count: count)
    links = [Int32](repeating: -1, count: count)
    progress = [Int](repeating: 0, count: count)
    permuted = [Double](repeating: 0, count: structure.order)
    var tallest = 0
    var widest = 0
    for supernode in 0..<count {
      tallest = max(tallest, structure.rowStarts[supernode + 1] - structure.rowStarts[supernode])
      widest = max(
        widest, structure.firstColumns[supernode + 1] - structure.firstColumns[supernode])
    }
    gathered = [Double](repeating: 0, count: tallest)
    product = [Double](repeating: 0, count: tallest * min(tallest, max(widest, 1)))
  }

  /// Factors the matrix whose lower triangle, rows and columns by place, is given in compressed
  /// columns, the diagonal first in each; `diagonal` is what pivots are compared with.
  package mutating func factor(lower: LowerTriangle) {
    guarded.droppedCount = 0
    let structure = self.structure
    for supernode in 0..<structure.count { heads[supernode] = -1 }
    // The panels leave this value for a moment, so that the work arrays may be changed meanwhile.
    var panels: [Double] = []
    swap(&panels, &self.panels)
    unsafe panels.withUnsafeMutableBufferPointer { panels in
      guard let base = panels.baseAddress else { return }
      for supernode in 0..<structure.count {
        unsafe factor(supernode, of: structure, lower, base)
      }
    }
    swap(&panels, &self.panels)
    droppedCount = guarded.droppedCount
  }

  private mutating func factor(
    _ supernode: Int, of structure: SupernodalStructure, _ lower: LowerTriangle,
    _ base: UnsafeMutablePointer<Double>
  ) {
    let first = structure.firstColumns[supernode]
    let width = structure.firstColumns[supernode + 1] - first
    let rowStart = structure.rowStarts[supernode]
    let height = structure.rowStarts[supernode + 1] - rowStart
    let panel = unsafe base + structure.panelStarts[supernode]
    unsafe Self.assemble(
      panel, first, width, structure.panelRows, rowStart, height, lower, &map)
    var source = Int(heads[supernode])
    while source >= 0 {
      let next = Int(links[source])
      unsafe subtract(source, from: panel, supernode, height, base)
      source = next
    }
    unsafe lower.diagonal.withUnsafeBufferPointer { diagonal in
      guard let diagonal = diagonal.baseAddress else { return }
      unsafe guarded.factor(panel, height: height, width: width, diagonal: diagonal + first)
    }
    progress[supernode] = width
    if height > width { pass(supernode, rowStart + width) }
  }

  /// Registers `supernode` with the supernode of the row at `entry`, which it updates next.
  private mutating func pass(_ supernode: Int, _ entry: Int) {
    let target = Int(structure.supernodeOfColumn[Int(structure.panelRows[entry])])
    links[supernode] = heads[target]
    heads[target] = Int32(supernode)
  }

  /// Sets the panel to the columns of the matrix, and `map` to the panel's rows.
  private static func assemble(
    _ panel: UnsafeMutablePointer<Double>, _ first: Int, _ width: Int, _ panelRows: [Int32],
    _ rowStart: Int, _ height: Int, _ lower: LowerTriangle, _ mapStore: inout [Int32]
  ) {
    var map = mapStore.mutableSpan
    let panelRows = panelRows.span
    for row in 0..<height { map[Int(panelRows[rowStart + row])] = Int32(row) }
    unsafe panel.update(repeating: 0, count: height * width)
    let starts = lower.starts.span
    let rows = lower.rows.span
    let values = lower.values.span
    for column in 0..<width {
      let target = unsafe panel + column * height
      for entry in starts[first + column]..<starts[first + column + 1] {
        unsafe target[Int(map[Int(rows[entry])])] = values[entry]
      }
    }
  }

  /// Subtracts what the supernode `source` contributes to the panel of `supernode`.
  private mutating func subtract(
    _ source: Int, from panel: UnsafeMutablePointer<Double>, _ supernode: Int, _ height: Int,
    _ base: UnsafeMutablePointer<Double>
  ) {
    let end = structure.firstColumns[supernode + 1]
    let rowStart = structure.rowStarts[source]
    let stride = structure.rowStarts[source + 1] - rowStart
    let depth = structure.firstColumns[source + 1] - structure.firstColumns[source]
    let begin = progress[source]
    var stop = begin
    while stop < stride && Int(structure.panelRows[rowStart + stop]) < end { stop += 1 }
    let (wide, tall) = (stop - begin, stride - begin)
    let block = unsafe UnsafePointer(base + structure.panelStarts[source] + begin)
    let first = structure.firstColumns[supernode]
    unsafe structure.panelRows.withUnsafeBufferPointer { rows in
      unsafe map.withUnsafeBufferPointer { map in
        unsafe product.withUnsafeMutableBufferPointer { product in
          guard let rows = rows.baseAddress, let map = map.baseAddress,
            let product = product.baseAddress
          else { return }
          unsafe Update(
            block: block, stride: stride, depth: depth, wide: wide, tall: tall,
            rows: rows + rowStart + begin, map: map, panel: panel, height: height, first: first
          ).apply(product)
        }
      }
    }
    progress[source] = stop
    if stop < stride { pass(source, rowStart + stop) }
  }
}

/// The lower triangle of a symmetric matrix in compressed columns, rows and columns by place.
package struct LowerTriangle: Sendable {
  /// Where each column begins.
  package var starts: [Int]
  /// The row of each entry; the first of each column is the column itself.
  package var rows: [Int32]
  /// The value of each entry.
  package var values: [Double]
  /// The diagonal.
  package var diagonal: [Double]
}

extension LowerTriangle {
  /// The lower triangle `matrix`, in any order of rows, under the order of `structure`.
  package init(of matrix: SparseMatrix, under structure: SupernodalStructure) {
    let order = matrix.columnCount
    var columns = [[(row: Int32, value: Double)]](repeating: [], count: order)
    diagonal = [Double](repeating: 0, count: order)
    for column in 0..<order {
      for entry in matrix.starts[column]..<matrix.starts[column + 1] {
        let (a, b) = (structure.places[matrix.rows[entry]], structure.places[column])
        if a == b {
          diagonal[Int(a)] += matrix.values[entry]
        } else {
          columns[Int(min(a, b))].append((max(a, b), matrix.values[entry]))
        }
      }
    }
    (starts, rows, values) = ([0], [], [])
    for place in 0..<order {
      rows.append(Int32(place))
      values.append(diagonal[place])
      for entry in columns[place] {
        rows.append(entry.row)
        values.append(entry.value)
      }
      starts.append(rows.count)
    }
  }
}

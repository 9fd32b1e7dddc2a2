extension SupernodalCholesky {
  /// Below this many elements of a panel, plain loops are faster than calls.
  private static let nativeLimit = 1024

  /// Replaces `x` by the solution of L·Lᵀ·x = `x`; rows that were dropped get zero.
  package mutating func solve(_ x: inout [Double]) {
    precondition(x.count == structure.order, "one number for each row")
    if x.isEmpty { return }
    let structure = self.structure
    for place in 0..<x.count { permuted[place] = x[Int(structure.rows[place])] }
    unsafe panels.withUnsafeBufferPointer { panels in
      unsafe permuted.withUnsafeMutableBufferPointer { permuted in
        unsafe gathered.withUnsafeMutableBufferPointer { gathered in
          unsafe structure.panelRows.withUnsafeBufferPointer { rows in
            guard let panels = panels.baseAddress,
              let permuted = permuted.baseAddress,
              let gathered = gathered.baseAddress, let rows = rows.baseAddress
            else { return }
            for supernode in 0..<structure.count {
              unsafe Self.forward(supernode, structure, panels, permuted, gathered, rows)
            }
            for supernode in stride(from: structure.count - 1, through: 0, by: -1) {
              unsafe Self.backward(supernode, structure, panels, permuted, gathered, rows)
            }
          }
        }
      }
    }
    for place in 0..<x.count { x[Int(structure.rows[place])] = permuted[place] }
  }

  private static func forward(
    _ supernode: Int, _ structure: SupernodalStructure, _ panels: UnsafePointer<Double>,
    _ x: UnsafeMutablePointer<Double>, _ gathered: UnsafeMutablePointer<Double>,
    _ rows: UnsafePointer<Int32>
  ) {
    let first = structure.firstColumns[supernode]
    let width = structure.firstColumns[supernode + 1] - first
    let height = structure.rowStarts[supernode + 1] - structure.rowStarts[supernode]
    let panel = unsafe panels + structure.panelStarts[supernode]
    let below = unsafe rows + structure.rowStarts[supernode]
    let own = unsafe x + first
    if width * height <= nativeLimit {
      for column in 0..<width {
        let source = unsafe panel + column * height
        let value = unsafe own[column] / source[column]
        unsafe own[column] = value
        if value == 0 { continue }
        for row in column + 1..<max(width, column + 1) { unsafe own[row] -= value * source[row] }
        for row in width..<height { unsafe x[Int(below[row])] -= value * source[row] }
      }
      return
    }
    unsafe DenseKernels.divide(
      own, by: panel, order: width, stride: height, isTransposed: false)
    if height == width { return }
    unsafe DenseKernels.addProduct(
      of: panel + width, height: height - width, width: width, stride: height,
      isTransposed: false, times: 1, own, to: gathered, keeping: 0)
    for row in width..<height { unsafe x[Int(below[row])] -= gathered[row - width] }
  }

  private static func backward(
    _ supernode: Int, _ structure: SupernodalStructure, _ panels: UnsafePointer<Double>,
    _ x: UnsafeMutablePointer<Double>, _ gathered: UnsafeMutablePointer<Double>,
    _ rows: UnsafePointer<Int32>
  ) {
    let first = structure.firstColumns[supernode]
    let width = structure.firstColumns[supernode + 1] - first
    let height = structure.rowStarts[supernode + 1] - structure.rowStarts[supernode]
    let panel = unsafe panels + structure.panelStarts[supernode]
    let below = unsafe rows + structure.rowStarts[supernode]
    let own = unsafe x + first
    if width * height <= nativeLimit {
      for column in stride(from: width - 1, through: 0, by: -1) {
        let source = unsafe panel + column * height
        var value = unsafe own[column]
        for row in column + 1..<max(width, column + 1) { unsafe value -= own[row] * source[row] }
        for row in width..<height { unsafe value -= x[Int(below[row])] * source[row] }
        unsafe own[column] = value / source[column]
      }
      return
    }
    for row in width..<height { unsafe gathered[row - width] = x[Int(below[row])] }
    if height > width {
      unsafe DenseKernels.addProduct(
        of: panel + width, height: height - width, width: width, stride: height,
        isTransposed: true, times: -1, gathered, to: own, keeping: 1)
    }
    unsafe DenseKernels.divide(own, by: panel, order: width, stride: height, isTransposed: true)
  }
}

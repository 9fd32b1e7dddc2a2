/// The product of some rows of one panel that is subtracted from another.
@safe struct Update {
  /// The first of the rows, in the panel that they come from.
  let block: UnsafePointer<Double>
  /// The height of that panel, and the number of its columns.
  let stride: Int
  let depth: Int
  /// How many columns of the target are reached, and how many rows.
  let wide: Int
  let tall: Int
  /// The rows, as places, and where they lie in the target.
  let rows: UnsafePointer<Int32>
  let map: UnsafePointer<Int32>
  /// The target, its height and its first column.
  let panel: UnsafeMutablePointer<Double>
  let height: Int
  let first: Int

  /// Subtracts the product; `product` has room for `tall` × `wide` numbers.
  func apply(_ product: UnsafeMutablePointer<Double>) {
    if depth == 1 {
      applyColumn()
    } else if wide * tall * depth <= GuardedPanel.nativeLimit {
      unsafe applyNatively(product)
    } else {
      unsafe DenseKernels.addSquare(
        of: block, order: wide, depth: depth, stride: stride, times: 1, to: product,
        stride: tall, keeping: 0)
      if tall > wide {
        unsafe DenseKernels.addProduct(
          of: block + wide, block, height: tall - wide, width: wide, depth: depth,
          stride: stride, times: 1, to: product + wide, stride: tall, keeping: 0)
      }
      for column in 0..<wide { unsafe scatter(product + column * tall, column) }
    }
  }

  private func applyColumn() {
    for column in 0..<wide {
      let weight = unsafe block[column]
      if weight == 0 { continue }
      let target = unsafe panel + (Int(rows[column]) - first) * height
      for row in column..<tall {
        unsafe target[Int(map[Int(rows[row])])] -= weight * block[row]
      }
    }
  }

  private func applyNatively(_ product: UnsafeMutablePointer<Double>) {
    for column in 0..<wide {
      let lead = unsafe block[column]
      for row in column..<tall { unsafe product[row] = lead * block[row] }
      for layer in 1..<depth {
        let source = unsafe block + layer * stride
        let weight = unsafe source[column]
        for row in column..<tall { unsafe product[row] += weight * source[row] }
      }
      unsafe scatter(product, column)
    }
  }

  private func scatter(_ source: UnsafePointer<Double>, _ column: Int) {
    let target = unsafe panel + (Int(rows[column]) - first) * height
    for row in column..<tall { unsafe target[Int(map[Int(rows[row])])] -= source[row] }
  }
}

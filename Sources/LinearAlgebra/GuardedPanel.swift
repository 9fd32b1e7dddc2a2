/// The Cholesky factorization of one dense panel, with guarded pivots.
///
/// A pivot that is at most 1e-15 times the element that stood there before any elimination is
/// nothing but rounding: its row depends on the rows before it. It is replaced by a number so
/// large that the row drops out, and the solution there becomes zero.
struct GuardedPanel {
  /// What replaces a pivot that is nothing but rounding.
  static let dropped = 1e64
  /// How small a pivot may be, relative to the assembled diagonal.
  static let tolerance = 1e-15
  /// Below this many operations, plain loops are faster than calls.
  static let nativeLimit = 4096
  private static let blockSize = 256

  /// The number of pivots dropped so far.
  var droppedCount = 0
  private var saved = [Double](repeating: 0, count: blockSize * blockSize)

  /// Factors the panel of `height` rows and `width` columns; `diagonal` holds the assembled
  /// diagonal of its columns.
  mutating func factor(
    _ panel: UnsafeMutablePointer<Double>, height: Int, width: Int,
    diagonal: UnsafePointer<Double>
  ) {
    if height * width * width <= 4 * Self.nativeLimit {
      unsafe factorNatively(panel, height: height, width: width, stride: height, diagonal)
      return
    }
    var begin = 0
    while begin < width {
      let size = min(Self.blockSize, width - begin)
      let end = begin + size
      let corner = unsafe panel + begin * height + begin
      unsafe factorBlock(corner, size: size, stride: height, diagonal + begin)
      if end < height {
        unsafe DenseKernels.divide(
          panel + begin * height + end, height: height - end, width: size, stride: height,
          by: corner, stride: height)
      }
      if end < width {
        unsafe DenseKernels.addSquare(
          of: panel + begin * height + end, order: width - end, depth: size, stride: height,
          times: -1, to: panel + end * height + end, stride: height, keeping: 1)
        if width < height {
          unsafe DenseKernels.addProduct(
            of: panel + begin * height + width, panel + begin * height + end,
            height: height - width, width: width - end, depth: size, stride: height, times: -1,
            to: panel + end * height + width, stride: height, keeping: 1)
        }
      }
      begin = end
    }
  }

  /// Factors a square block by LAPACK, and again by hand if a pivot is suspicious.
  private mutating func factorBlock(
    _ block: UnsafeMutablePointer<Double>, size: Int, stride: Int,
    _ diagonal: UnsafePointer<Double>
  ) {
    unsafe saved.withUnsafeMutableBufferPointer { saved in
      for column in 0..<size {
        for row in column..<size {
          unsafe saved[column * size + row] = block[column * stride + row]
        }
      }
    }
    var isSound = unsafe DenseKernels.factor(order: size, block, stride: stride) == 0
    for column in 0..<size where isSound {
      let pivot = unsafe block[column * stride + column]
      isSound = unsafe pivot * pivot > Self.tolerance * diagonal[column] && pivot.isFinite
    }
    if isSound { return }
    for column in 0..<size {
      for row in column..<size {
        unsafe block[column * stride + row] = saved[column * size + row]
      }
    }
    unsafe factorNatively(block, height: size, width: size, stride: stride, diagonal)
  }

  private mutating func factorNatively(
    _ panel: UnsafeMutablePointer<Double>, height: Int, width: Int, stride: Int,
    _ diagonal: UnsafePointer<Double>
  ) {
    for column in 0..<width {
      let source = unsafe panel + column * stride
      var pivot = unsafe source[column]
      if unsafe !(pivot > Self.tolerance * diagonal[column]) || !pivot.isFinite {
        droppedCount += 1
        pivot = Self.dropped
        unsafe source[column] = pivot
        for row in column + 1..<max(height, column + 1) { unsafe source[row] = 0 }
        continue
      }
      pivot = pivot.squareRoot()
      unsafe source[column] = pivot
      let inverse = 1 / pivot
      for row in column + 1..<max(height, column + 1) { unsafe source[row] *= inverse }
      for other in column + 1..<max(width, column + 1) {
        let weight = unsafe source[other]
        if weight == 0 { continue }
        let target = unsafe panel + other * stride
        for row in other..<height { unsafe target[row] -= weight * source[row] }
      }
    }
  }
}

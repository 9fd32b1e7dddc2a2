internal import CLAPACK

/// The BLAS and LAPACK routines that the supernodal factorization is made of.
///
/// Matrices are given by a pointer to their first element and their leading dimension; only lower
/// triangles are read and written.
enum DenseKernels {
  private static let lower = CChar(UInt8(ascii: "L"))
  private static let right = CChar(UInt8(ascii: "R"))
  private static let plain = CChar(UInt8(ascii: "N"))
  private static let transposed = CChar(UInt8(ascii: "T"))

  /// Replaces A by its Cholesky factor; returns LAPACK's verdict, zero if all went well.
  static func factor(order: Int, _ a: UnsafeMutablePointer<Double>, stride: Int) -> Int32 {
    var (uplo, n, lda, info) = (lower, Int32(order), Int32(stride), Int32(0))
    unsafe dpotrf_(&uplo, &n, a, &lda, &info, 1)
    return info
  }

  /// Replaces the `height` × `width` matrix B by B·L⁻ᵀ.
  static func divide(
    _ b: UnsafeMutablePointer<Double>, height: Int, width: Int, stride: Int,
    by l: UnsafePointer<Double>, stride strideL: Int
  ) {
    var (side, uplo, trans, diag) = (right, lower, transposed, plain)
    var (m, n, one) = (Int32(height), Int32(width), 1.0)
    var (lda, ldb) = (Int32(strideL), Int32(stride))
    unsafe dtrsm_(&side, &uplo, &trans, &diag, &m, &n, &one, l, &lda, b, &ldb, 1, 1, 1, 1)
  }

  /// C = `weight`·A·Aᵀ + `keep`·C, A having `order` rows and `depth` columns.
  static func addSquare(
    of a: UnsafePointer<Double>, order: Int, depth: Int, stride: Int, times weight: Double,
    to c: UnsafeMutablePointer<Double>, stride strideC: Int, keeping keep: Double
  ) {
    var (uplo, trans) = (lower, plain)
    var (n, k, alpha, beta) = (Int32(order), Int32(depth), weight, keep)
    var (lda, ldc) = (Int32(stride), Int32(strideC))
    unsafe dsyrk_(&uplo, &trans, &n, &k, &alpha, a, &lda, &beta, c, &ldc, 1, 1)
  }

  /// C = `weight`·A·Bᵀ + `keep`·C, C having `height` rows and `width` columns.
  static func addProduct(
    of a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, height: Int, width: Int, depth: Int,
    stride: Int, times weight: Double,
    to c: UnsafeMutablePointer<Double>, stride strideC: Int, keeping keep: Double
  ) {
    var (transA, transB) = (plain, transposed)
    var (m, n, k) = (Int32(height), Int32(width), Int32(depth))
    var (alpha, beta) = (weight, keep)
    var (lda, ldb, ldc) = (Int32(stride), Int32(stride), Int32(strideC))
    unsafe dgemm_(
      &transA, &transB, &m, &n, &k, &alpha, a, &lda, b, &ldb, &beta, c, &ldc, 1, 1)
  }

  /// Replaces x by L⁻¹·x, or L⁻ᵀ·x if `isTransposed`.
  static func divide(
    _ x: UnsafeMutablePointer<Double>, by l: UnsafePointer<Double>, order: Int, stride: Int,
    isTransposed: Bool
  ) {
    var (uplo, diag) = (lower, plain)
    var trans = isTransposed ? transposed : plain
    var (n, lda, step) = (Int32(order), Int32(stride), Int32(1))
    unsafe dtrsv_(&uplo, &trans, &diag, &n, l, &lda, x, &step, 1, 1, 1)
  }

  /// y = `weight`·op(A)·x + `keep`·y, A having `height` rows and `width` columns.
  static func addProduct(
    of a: UnsafePointer<Double>, height: Int, width: Int, stride: Int, isTransposed: Bool,
    times weight: Double, _ x: UnsafePointer<Double>,
    to y: UnsafeMutablePointer<Double>, keeping keep: Double
  ) {
    var trans = isTransposed ? transposed : plain
    var (m, n, lda) = (Int32(height), Int32(width), Int32(stride))
    var (alpha, beta, step, stepY) = (weight, keep, Int32(1), Int32(1))
    unsafe dgemv_(&trans, &m, &n, &alpha, a, &lda, x, &step, &beta, y, &stepY, 1)
  }
}

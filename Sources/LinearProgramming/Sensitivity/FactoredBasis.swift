internal import LinearAlgebra
internal import Synchronization

/// A factored basis that any thread may solve with.
///
/// Solves need scratch space of the factorization, so they wait for one another. What a solve
/// returns does not depend on those before it.
final class FactoredBasis: Sendable {
  /// The basic column of each row.
  let head: [Int]
  private let factorization: Mutex<BasisFactorization>

  /// Factors `columns` of [`matrix` I]; `nil` if they depend on one another.
  init?(of matrix: SparseMatrix, columns: [Int]) {
    var replacements: [Int] = []
    let factored = BasisFactorization(of: matrix, columns: columns, replacements: &replacements)
    head = factored.head
    factorization = Mutex(factored)
    guard replacements.isEmpty else { return nil }
  }

  /// Replaces `x` by B⁻¹·x.
  func solve(_ x: inout [Double]) {
    factorization.withLock { $0.solve(&x) }
  }

  /// Replaces `y` by B⁻ᵀ·y.
  func solveTransposed(_ y: inout [Double]) {
    factorization.withLock { $0.solveTransposed(&y) }
  }
}

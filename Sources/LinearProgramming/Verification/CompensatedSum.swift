/// A sum that carries its rounding error along.
///
/// Source: A. Neumaier, *Z. angew. Math. Mech.* 54 (1974), 39–51.
struct CompensatedSum {
  private var sum = 0.0
  private var correction = 0.0

  /// The sum, rounded once.
  var value: Double { sum.isFinite ? sum + correction : sum }

  /// Adds `term`.
  mutating func add(_ term: Double) {
    // The error of one addition, exactly and without a branch: D. E. Knuth, *The Art of Computer
    // Programming* 2, 3rd edition, 4.2.2, theorem B.
    let next = sum + term
    let rounded = next - sum
    correction += (sum - (next - rounded)) + (term - rounded)
    sum = next
  }
}

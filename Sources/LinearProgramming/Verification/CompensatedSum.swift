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
    let next = sum + term
    correction += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
    sum = next
  }
}

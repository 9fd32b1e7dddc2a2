/// Why a linear program could not be given to the solver.
///
/// A program without a feasible point, or without an optimum, is not an error: the solver
/// reports it as an ``Outcome``.
public enum SolverError: Error, Hashable, Sendable {
  /// A coefficient of the named row is infinite or not a number.
  case invalidCoefficient(row: String, variable: String, value: Double)
  /// An objective coefficient is infinite or not a number.
  case invalidObjective(variable: String, value: Double)
  /// The constant of the objective is infinite or not a number.
  case invalidObjectiveConstant(Double)
  /// The range of the named row holds no number.
  case invalidRowBounds(row: String, lower: Double, upper: Double)
  /// The bounds of the named variable hold no number.
  case invalidVariableBounds(variable: String, lower: Double, upper: Double)
  /// A setting is negative, zero or not a number where that makes no sense.
  case invalidSetting(String)
  /// A price of relaxing the named row or variable is negative, infinite or not a number.
  case invalidRelaxationPrice(name: String, price: Double)
  /// The solution has no basis, because the interior point method found it without crossover.
  case missingBasis
  /// The basis of the solution is no optimal basis of this program.
  case foreignBasis
}

extension SolverError: CustomStringConvertible {
  /// What is wrong, and what to do about it, in one or two sentences.
  public var description: String {
    switch self {
    case .invalidCoefficient(let row, let variable, let value):
      "Row \(row) has the coefficient \(value) for \(variable); give a finite number."
    case .invalidObjective(let variable, let value):
      "The objective has the coefficient \(value) for \(variable); give a finite number."
    case .invalidObjectiveConstant(let value):
      "The objective has the constant \(value); give a finite number."
    case .invalidRowBounds(let row, let lower, let upper):
      """
      Row \(row) must lie between \(lower) and \(upper), which holds no finite number; \
      check its right-hand side.
      """
    case .invalidVariableBounds(let variable, let lower, let upper):
      """
      Variable \(variable) must lie between \(lower) and \(upper), which holds no finite \
      number; check its bounds.
      """
    case .invalidSetting(let name):
      "The solver setting \(name) makes no sense; give a positive number."
    case .invalidRelaxationPrice(let name, let price):
      "Relaxing \(name) has the price \(price); give a number that is not negative, or none."
    case .missingBasis:
      "The solution has no basis; solve with crossover or by a simplex method."
    case .foreignBasis:
      "The basis of the solution is not optimal for this program; solve this program first."
    }
  }
}

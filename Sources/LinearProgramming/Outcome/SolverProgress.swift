/// How far a solve has got: one element of ``SolverRun/progress``.
public struct SolverProgress: Hashable, Sendable {
  /// What the solver is doing.
  public enum Phase: String, CaseIterable, Hashable, Sendable {
    /// The program is being reduced.
    case presolve
    /// The dual simplex method makes a basis primal feasible.
    case dualSimplex
    /// The primal simplex method makes a basis dual feasible.
    case primalSimplex
    /// The interior point method.
    case interiorPoint
    /// The way from a point of the interior point method to a basis.
    case crossover
    /// The answer has passed its check against the original program.
    case check
  }

  /// What the solver is doing.
  public let phase: Phase
  /// The number of iterations done so far, of all kinds.
  public let iterations: Int
  /// The objective in the stated sense, its constant included, if there is one yet.
  ///
  /// It is that of the point at hand, which need be neither feasible nor optimal, and with costs
  /// that the solver may have perturbed a little.
  public let objective: Double?
  /// How far the point lies outside its bounds, as a sum in the solver's scale; in
  /// ``Phase/check`` the largest relative violation.
  public let primalInfeasibility: Double?
  /// How far reduced costs have the wrong sign, as a sum in the solver's scale; in
  /// ``Phase/check`` the largest relative one.
  public let dualInfeasibility: Double?
  /// The time since the start.
  public let elapsed: Duration
}

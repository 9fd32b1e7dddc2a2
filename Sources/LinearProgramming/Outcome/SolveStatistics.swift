/// What it took to answer: the engine that gave the answer, iterations and times.
public struct SolveStatistics: Hashable, Sendable {
  /// The engine that gave the answer; the one asked for where presolve left nothing to do.
  public internal(set) var engine: SolverSettings.Engine
  /// The number of simplex iterations, those of all attempts together.
  public internal(set) var simplexIterations: Int
  /// The number of iterations of the interior point method.
  public internal(set) var interiorIterations: Int
  /// The number of pushes by which crossover came to a vertex.
  public internal(set) var pushes: Int
  /// The time for presolve, solve and postsolve, without checks of numbers and answers.
  public internal(set) var solveTime: Duration
  /// The time that the check of the answer against the original program took.
  public internal(set) var checkTime: Duration

  /// Creates statistics of nothing done yet.
  package init(
    engine: SolverSettings.Engine = .automatic, simplexIterations: Int = 0,
    interiorIterations: Int = 0, pushes: Int = 0, solveTime: Duration = .zero,
    checkTime: Duration = .zero
  ) {
    self.engine = engine
    self.simplexIterations = simplexIterations
    self.interiorIterations = interiorIterations
    self.pushes = pushes
    self.solveTime = solveTime
    self.checkTime = checkTime
  }
}

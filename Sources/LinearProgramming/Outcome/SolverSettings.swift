/// How exactly, and for how long, a linear program is solved.
public struct SolverSettings: Hashable, Sendable {
  /// A method of solving linear programs; every answer passes the same check whichever gave it.
  public enum Engine: String, CaseIterable, Hashable, Sendable {
    /// The dual simplex method, and the interior point method where that gets stuck.
    case automatic = "auto"
    /// The dual simplex method, with the primal one for clean-up.
    case dual
    /// The primal simplex method.
    case primal
    /// The interior point method.
    case interior
  }

  /// The method.
  public var engine: Engine
  /// Whether the program is reduced first; a tiny one, or one with a basis to start from, never is.
  public var isPresolving: Bool
  /// Whether the interior point method goes on to a vertex and its basis.
  public var isCrossingOver: Bool
  /// The number of simplex iterations allowed; the default in effect sets no limit.
  public var iterationLimit: Int
  /// The time allowed, or `nil` for no limit; a limit makes the outcome depend on the machine.
  public var timeLimit: Duration?
  /// How far a scaled row or variable may lie outside its bounds, times max(1, |bound|).
  ///
  /// The default, 1e-9, leaves two digits to the check of the answer at 1e-7.
  public var feasibilityTolerance: Double
  /// How far a scaled reduced cost may have the wrong sign.
  ///
  /// The default, 1e-9, leaves two digits to the check of the answer at 1e-7.
  public var optimalityTolerance: Double

  /// Creates settings; every argument has a default that suits most programs.
  public init(
    engine: Engine = .automatic, isPresolving: Bool = true, isCrossingOver: Bool = true,
    iterationLimit: Int = .max, timeLimit: Duration? = nil,
    feasibilityTolerance: Double = 1e-9, optimalityTolerance: Double = 1e-9
  ) {
    self.engine = engine
    self.isPresolving = isPresolving
    self.isCrossingOver = isCrossingOver
    self.iterationLimit = iterationLimit
    self.timeLimit = timeLimit
    self.feasibilityTolerance = feasibilityTolerance
    self.optimalityTolerance = optimalityTolerance
  }

  func validate() throws(SolverError) {
    guard feasibilityTolerance > 0, feasibilityTolerance < 1 else {
      throw .invalidSetting("feasibilityTolerance")
    }
    guard optimalityTolerance > 0, optimalityTolerance < 1 else {
      throw .invalidSetting("optimalityTolerance")
    }
    guard iterationLimit >= 0 else { throw .invalidSetting("iterationLimit") }
  }
}

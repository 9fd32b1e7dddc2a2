internal import LinearProgramming

/// How, and for how long, the program of a file is solved.
public struct ProgramSettings: Hashable, Sendable {
  /// A method of solving linear programs.
  public enum Engine: String, CaseIterable, Sendable {
    /// The one that suits the program.
    case auto
    /// The dual simplex method.
    case dual
    /// The primal simplex method.
    case primal
    /// The interior point method.
    case interior
  }

  /// The method.
  public var engine: Engine
  /// The seconds allowed; nil for no limit.
  public var timeLimit: Double?
  /// The iterations allowed; nil for no limit.
  public var iterationLimit: Int?
  /// Whether the program is reduced first.
  public var isPresolving: Bool
  /// Whether the interior point method goes on to a vertex.
  public var isCrossingOver: Bool

  /// Creates settings; the defaults suit most programs.
  public init(
    engine: Engine = .auto, timeLimit: Double? = nil, iterationLimit: Int? = nil,
    isPresolving: Bool = true, isCrossingOver: Bool = true
  ) {
    self.engine = engine
    self.timeLimit = timeLimit
    self.iterationLimit = iterationLimit
    self.isPresolving = isPresolving
    self.isCrossingOver = isCrossingOver
  }

  /// The settings as the solver takes them.
  var solver: SolverSettings {
    var settings = SolverSettings()
    switch engine {
    case .auto: settings.engine = .automatic
    case .dual: settings.engine = .dual
    case .primal: settings.engine = .primal
    case .interior: settings.engine = .interior
    }
    settings.isPresolving = isPresolving
    settings.isCrossingOver = isCrossingOver
    if let iterationLimit { settings.iterationLimit = iterationLimit }
    // Longer limits than a thousand years are none.
    if let timeLimit, timeLimit < 3e10 { settings.timeLimit = .seconds(max(0, timeLimit)) }
    return settings
  }
}

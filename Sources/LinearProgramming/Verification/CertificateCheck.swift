/// How well a proof of infeasibility or unboundedness stands up to the original program.
public struct CertificateCheck: Hashable, Sendable {
  /// By how much the contradiction, or the improvement of the objective, differs from nothing.
  public let margin: Double
  /// The size of the data in the proof; a proof must have a margin above 1e-9 times this.
  public let magnitude: Double
  /// The largest relative violation of a condition that the proof must meet.
  public let residual: Double

  /// The least margin, relative to the data, that is taken as more than rounding errors.
  public static let relativeMargin = 1e-9
  /// The largest residual allowed.
  public static let tolerance = 1e-7

  /// Whether the margin is large enough and the residual small enough.
  public var passes: Bool {
    margin > Self.relativeMargin * magnitude && residual <= Self.tolerance && margin.isFinite
  }
}

extension CertificateCheck: CustomStringConvertible {
  /// The figures and the limits.
  public var description: String {
    """
    margin \(margin) (needs more than \(Self.relativeMargin * magnitude)), residual \
    \(residual) (tolerance \(Self.tolerance))
    """
  }
}

public import PolicingDomain

/// How much of the time on the street work takes: workload ÷ deployed, as the Center for Public
/// Safety Management defines it.
///
/// Its rule of sixty asks for at most 60 %, as a starting point. Work beyond the hours gives more
/// than 1.
public struct SaturationIndex: Hashable, Sendable {
  /// Workload ÷ deployed; not negative.
  public let value: Double

  /// Creates an index.
  ///
  /// - Throws: ``RequirementsError/invalidFigure(what:value:)`` unless both are finite, the workload
  ///   not negative and the deployed hours above 0.
  public init(workload: OfficerHours, deployed: OfficerHours) throws(RequirementsError) {
    value = try quotient(
      Figure("The workload", workload.value), over: Figure("The deployed hours", deployed.value))
  }

  /// Whether it is at most 60 %.
  public var keepsRuleOfSixty: Bool { value <= 0.6 + 1e-12 }
}

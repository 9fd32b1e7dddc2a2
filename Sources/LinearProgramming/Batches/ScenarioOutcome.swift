/// What is known about one scenario of a batch.
public struct ScenarioOutcome: Sendable {
  /// The position of the scenario among those that were given, counted from zero.
  public let index: Int
  /// The name of the scenario.
  public let name: String
  /// What is known; an infeasible scenario is an answer like any other.
  public let outcome: Outcome
}

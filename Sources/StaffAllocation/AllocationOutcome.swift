public import PolicingDomain

/// What the allocation found out.
public enum AllocationOutcome: Sendable {
  /// A plan; every stage of it is a verified optimum.
  case plan(StaffingPlan)
  /// No plan exists; these rows of the model contradict one another.
  case infeasible(stage: String, conflicting: [String], proof: String)
  /// The objective of a stage has no limit, which only a mistake in the model can cause.
  case unbounded(stage: String, proof: String)
  /// A limit was reached before a stage was finished.
  case limit(stage: String, report: String)
  /// No answer to a stage stood up to its check.
  case notProven(stage: String, report: String)

  /// The plan, if there is one.
  public var plan: StaffingPlan? {
    guard case .plan(let plan) = self else { return nil }
    return plan
  }
}

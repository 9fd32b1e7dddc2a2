public import PolicingDomain

/// What the allocation found out.
public enum AllocationOutcome: Sendable {
  /// A plan; every stage of it is a verified optimum.
  case plan(StaffingPlan)
  /// No plan exists.
  ///
  /// `conflicting` are rows of the model that contradict one another, none too many where that could
  /// be proven; `conflicts` says the same in words. `wayOut` is the cheapest change of targets and
  /// policies that makes a plan possible; it is empty where decree, statute, contract or the strength
  /// on hand contradict one another.
  case infeasible(
    stage: String, conflicting: [String], proof: String, conflicts: [String], wayOut: [String])
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

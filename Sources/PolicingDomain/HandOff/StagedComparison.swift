/// The integrated plan beside the one that is made in stages: first tours district by district, then
/// positions, with the strength of patrol as one group among others.
public struct StagedComparison: Hashable, Sendable {
  /// One objective of both plans.
  public struct Line: Hashable, Sendable {
    /// The objective.
    public let objective: String
    /// The unit of the values.
    public let unit: String
    /// The value of the integrated plan.
    public let integrated: Double
    /// The value of the staged plan.
    public let staged: Double
    /// By how much the staged plan is worse; negative where it is better in a later objective,
    /// having given up an earlier one.
    public var difference: Double { staged - integrated }

    /// Creates a line.
    public init(objective: String, unit: String, integrated: Double, staged: Double) {
      self.objective = objective
      self.unit = unit
      self.integrated = integrated
      self.staged = staged
    }
  }

  /// The objectives, in their order.
  public let lines: [Line]

  /// Creates a comparison.
  public init(lines: [Line]) { self.lines = lines }
}

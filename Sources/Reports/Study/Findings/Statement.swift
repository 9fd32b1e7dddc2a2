/// Findings that people wrote about a run, with every number that they refer to looked up.
public struct Statement: Hashable, Sendable {
  /// One finding and what should follow from it.
  public struct Finding: Hashable, Sendable {
    /// What was found, as a heading.
    public let title: String
    /// What was found, in words.
    public let text: String
    /// What should be done.
    public let recommendation: String
    /// How soon: a word or number of the people who wrote it.
    public let priority: String
    /// What it costs, in words.
    public let cost: String
    /// Who answers for it.
    public let owner: String

    /// Creates a finding.
    public init(
      title: String, text: String, recommendation: String, priority: String, cost: String,
      owner: String
    ) {
      self.title = title
      self.text = text
      self.recommendation = recommendation
      self.priority = priority
      self.cost = cost
      self.owner = owner
    }
  }

  /// The findings, in the order of the file.
  public let findings: [Finding]

  /// Creates a statement.
  public init(findings: [Finding]) { self.findings = findings }
}

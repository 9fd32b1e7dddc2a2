/// A choice of value that people made, such as the share of proactive time: who set it, where, when,
/// and what else was heard.
public struct ValueTarget: Hashable, Sendable {
  /// What the choice is about: the name of a standard, a rule or a parameter.
  public let name: String
  /// The value chosen.
  public let value: Double
  /// The unit of the value.
  public let unit: String
  /// Who set it.
  public let setBy: String
  /// The meeting or body in which it was set; empty if none decided it.
  public let forum: String
  /// What was said about it.
  public let comment: String
  /// Other values that were heard, for which reports show what they would cost.
  public let alternatives: [Double]
  /// Where the choice is written.
  public let provenance: Provenance

  /// Creates a choice.
  public init(
    name: String, value: Double, unit: String, setBy: String, forum: String, comment: String,
    alternatives: [Double], provenance: Provenance
  ) {
    self.name = name
    self.value = value
    self.unit = unit
    self.setBy = setBy
    self.forum = forum
    self.comment = comment
    self.alternatives = alternatives
    self.provenance = provenance
  }
}

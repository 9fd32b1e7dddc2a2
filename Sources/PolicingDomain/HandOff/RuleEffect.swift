/// What a rule of a study does in a run: where it acts, and whether it is met (FORMULATION 7.10).
public struct RuleEffect: Hashable, Sendable {
  /// Whether a rule is met by the study.
  public enum State: String, Hashable, Sendable {
    /// The plan holds it, or counts what is short of it.
    case held = "held by the plan"
    /// It was compared with the study and is met.
    case met
    /// It was compared with the study and is not met.
    case notMet = "not met"
    /// The study switches it off.
    case off = "switched off"
    /// It acts in the way in which the study is stated.
    case stated = "acts in the study's form"
    /// No stage knows a rule of this name.
    case unknown = "no effect"
  }

  /// The position of the rule among those of the study.
  public let rule: Int
  /// Whether it is met.
  public let state: State
  /// Where it acts and what was compared, in words.
  public let words: String

  /// Creates an effect.
  public init(rule: Int, state: State, words: String) {
    self.rule = rule
    self.state = state
    self.words = words
  }
}

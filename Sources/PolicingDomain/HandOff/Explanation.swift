/// Where a number comes from: its formula, what went into it with the source of each, the rules that
/// bind it, and what one more or one less would change (FORMULATION 9).
public struct Explanation: Hashable, Codable, Sendable {
  /// One thing that went into a number.
  public struct Input: Hashable, Codable, Sendable {
    /// What it is.
    public let name: String
    /// The value with its unit, as people write it.
    public let value: String
    /// Where it comes from; nothing for what was computed on the way.
    public let provenance: Provenance?
    /// The item that explains it further, if there is one.
    public let item: String?

    /// Creates an input.
    public init(
      _ name: String, _ value: String, from provenance: Provenance? = nil, item: String? = nil
    ) {
      self.name = name
      self.value = value
      self.provenance = provenance
      self.item = item
    }
  }

  /// What changes when there is one more, or one less, of the item, by solving again.
  public struct Change: Hashable, Codable, Sendable {
    /// The change, in words.
    public let change: String
    /// What it does to an objective or a wait.
    public let effect: String

    /// Creates a change.
    public init(_ change: String, _ effect: String) {
      self.change = change
      self.effect = effect
    }
  }

  /// The name by which the item is asked for, such as `group:007-patrol`.
  public let item: String
  /// What the item is, for people.
  public let title: String
  /// The number, with its unit in words; nothing where the item is no number.
  public let answer: String?
  /// How sure the number is: n, the interval, the share imputed, or why there is none.
  public var certainty: String
  /// The formula, in words.
  public var formula: String
  /// The calculation with its numbers.
  public var calculation: String
  /// What went into it.
  public var inputs: [Input]
  /// The standards and rules that bind it, with their authority.
  public var binding: [String]
  /// The assumptions that it rests on.
  public var assumptions: [Assumption]
  /// What the data are that it was computed from.
  public var data: [String]
  /// What one more and one less would change.
  public var changes: [Change]
  /// What a reader should know.
  public var notes: [String]
  /// Items to ask for next.
  public var related: [String]

  /// Creates an explanation of an item; the rest is added to it.
  public init(item: String, title: String, answer: String?) {
    self.item = item
    self.title = title
    self.answer = answer
    certainty = ""
    formula = ""
    calculation = ""
    inputs = []
    binding = []
    assumptions = []
    data = []
    changes = []
    notes = []
    related = []
  }
}

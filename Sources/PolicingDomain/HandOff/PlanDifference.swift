/// How two answers to one study differ: a study as it is, and one with changes.
public struct PlanDifference: Hashable, Sendable {
  /// One figure in both answers.
  public struct Line: Hashable, Sendable {
    /// What it is.
    public let name: String
    /// The figure of the study as it is; nothing where it has none.
    public let before: Double?
    /// The figure with the changes; nothing where there is none.
    public let after: Double?
    /// The unit.
    public let unit: String

    /// Creates a line.
    public init(name: String, before: Double?, after: Double?, unit: String) {
      self.name = name
      self.before = before
      self.after = after
      self.unit = unit
    }
  }

  /// The changes, in words.
  public let changes: [String]
  /// The objectives in their order, then money and people.
  public let objectives: [Line]
  /// The recommended strength by bureau and rank, where it differs.
  public let staffing: [Line]
  /// The officers short on the street by district, where they differ.
  public let districts: [Line]

  /// Creates a difference.
  public init(changes: [String], objectives: [Line], staffing: [Line], districts: [Line]) {
    self.changes = changes
    self.objectives = objectives
    self.staffing = staffing
    self.districts = districts
  }
}

/// A choice of value with what each of the alternatives that were heard would need (FORMULATION 9).
public struct TargetAlternative: Hashable, Sendable {
  /// The choice.
  public let target: ValueTarget
  /// The value: the one chosen, or an alternative.
  public let value: Double
  /// Whether it is the one chosen.
  public let isChosen: Bool
  /// Officers whom patrol of all districts needs.
  public let patrolOfficers: Double?
  /// Positions that all standards need, sworn and civilian; nothing where no plan exists.
  public let required: Double?
  /// Dollars a year of these positions.
  public let cost: Double?
  /// Why there is no figure; empty where there is one.
  public let note: String

  /// Creates an alternative.
  public init(
    target: ValueTarget, value: Double, isChosen: Bool, patrolOfficers: Double?,
    required: Double?, cost: Double?, note: String = ""
  ) {
    self.target = target
    self.value = value
    self.isChosen = isChosen
    self.patrolOfficers = patrolOfficers
    self.required = required
    self.cost = cost
    self.note = note
  }
}

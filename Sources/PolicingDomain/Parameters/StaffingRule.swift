/// Who has the power to set a rule, strongest first (FORMULATION 7.10).
public enum RuleAuthority: String, CaseIterable, Hashable, Sendable {
  /// A consent decree, as ordered by a court.
  case decree
  /// A law.
  case statute
  /// A collective agreement.
  case contract
  /// An order of the department in force everywhere.
  case directive
  /// An order in force in some districts only.
  case pilotDirective = "pilot directive"
  /// A practice that the department may change.
  case policy
  /// A target that somebody chose.
  case target

  /// Whether the department cannot lift the rule by itself: such a rule is never offered as a way
  /// out, and its price is the cost of compliance.
  public var isBinding: Bool {
    switch self {
    case .decree, .statute, .contract: true
    case .directive, .pilotDirective, .policy, .target: false
    }
  }
}

/// A rule with its authority (FORMULATION 7.10).
public struct StaffingRule: Hashable, Sendable {
  /// The names of rules that a run knows what to do with.
  public static let knownNames = [
    "span_of_control", "unity_of_command", "field_sergeants_per_watch", "watch_lieutenant",
    "beat_complement", "rapid_units_per_sector", "crisis_certified_officers_per_watch",
    "crisis_certified_share", "training_hours", "field_training_ratio", "day_off_rotation",
  ]

  /// The name of the rule.
  public let name: String
  /// The number in the rule; 1 for a rule in force that has no number.
  public var value: Double
  /// The share of tours on which the rule must hold; nothing means all.
  public let shareOfTours: Share?
  /// Who set it.
  public let authority: RuleAuthority
  /// Where it is written.
  public let citation: String
  /// Where it is in force, as the source says.
  public let scope: String
  /// The districts in which it is applied; empty means all of them.
  public let districts: [District.ID]
  /// Whether the citation was read in the document itself.
  public let isVerified: Bool
  /// What the rule says, if it has no number; otherwise empty.
  public let statement: String
  /// Whether the study applies it; a rule that is switched off is shown and has no effect.
  public var isOn: Bool

  /// Creates a rule.
  public init(
    name: String, value: Double, shareOfTours: Share?, authority: RuleAuthority, citation: String,
    scope: String, districts: [District.ID] = [], isVerified: Bool, statement: String = "",
    isOn: Bool = true
  ) {
    self.name = name
    self.value = value
    self.shareOfTours = shareOfTours
    self.authority = authority
    self.citation = citation
    self.scope = scope
    self.districts = districts
    self.isVerified = isVerified
    self.statement = statement
    self.isOn = isOn
  }

  /// Whether the rule is applied in `district`.
  public func applies(in district: District.ID) -> Bool {
    isOn && (districts.isEmpty || districts.contains(district))
  }
}

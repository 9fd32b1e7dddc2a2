public import PolicingDomain

/// A rule of patrol that the program holds, with its authority (FORMULATION 7.3 and 7.10).
///
/// Several rules may ask for the same thing; in each district the strictest of those that are on
/// counts.
public struct PatrolRule: Hashable, Sendable {
  /// What a rule demands.
  public enum Demand: Hashable, Sendable {
    /// At most so many officers for each sergeant of the same tour and day-off group.
    case span(Double)
    /// People on duty by district and watch.
    case minimums([WatchMinimum])
  }

  /// The name, different from that of every other rule of the question.
  public let name: String
  /// Who set it.
  public let authority: RuleAuthority
  /// The districts in which it is applied; empty means all.
  public let districts: [District.ID]
  /// Whether it is applied.
  public var isOn: Bool
  /// What it demands.
  public var demand: Demand

  /// Creates a rule.
  public init(
    name: String, authority: RuleAuthority, districts: [District.ID] = [], isOn: Bool = true,
    demand: Demand
  ) {
    self.name = name
    self.authority = authority
    self.districts = districts
    self.isOn = isOn
    self.demand = demand
  }

  /// Whether the rule is applied in `district`.
  func applies(in district: District.ID) -> Bool {
    isOn && (districts.isEmpty || districts.contains(district))
  }

  /// The rule one step tighter: one officer fewer for each sergeant, or one more on each watch.
  var tightened: PatrolRule {
    var rule = self
    switch demand {
    case .span(let span): rule.demand = .span(max(1, span - 1))
    case .minimums(let minimums): rule.demand = .minimums(minimums.map(\.tightened))
    }
    return rule
  }
}

/// People whom a rule wants on duty on a watch of a district, on every day of the rotation.
///
/// The scheduled people, each times ``factor``, come to at least ``amount``. A factor of 1 counts
/// people scheduled; presence counts those who are there; presence × share certified counts
/// certified ones.
public struct WatchMinimum: Hashable, Sendable {
  /// Who is counted.
  public enum Members: String, Hashable, Sendable {
    /// Officers on tours.
    case officers
    /// Sergeants on tours.
    case sergeants
  }

  /// The district.
  public let district: District.ID
  /// The watch; people count for the watch to which their tour belongs.
  public let watch: Watch.ID
  /// Who is counted.
  public let members: Members
  /// What each of them counts; positive.
  public let factor: Double
  /// How many at least, counted so.
  public let amount: Double
  /// Whether a shortage counts with the minimums by rule, or else with the weighted shortage.
  public let isMinimum: Bool

  /// Creates a minimum.
  public init(
    district: District.ID, watch: Watch.ID, members: Members, factor: Double = 1, amount: Double,
    isMinimum: Bool = true
  ) {
    self.district = district
    self.watch = watch
    self.members = members
    self.factor = factor
    self.amount = amount
    self.isMinimum = isMinimum
  }

  var tightened: WatchMinimum {
    WatchMinimum(
      district: district, watch: watch, members: members, factor: factor, amount: amount + 1,
      isMinimum: isMinimum)
  }
}

/// What other responders take of the calls, what that needs, and what is left for police
/// (FORMULATION 3).
///
/// Made by `ResponderMix(of:…)` in the module StaffingRequirements. Amounts are a year's, of 365 days. Calls
/// are conserved: calls = those left for police + those taken − those returned.
public struct ResponderMix: Hashable, Sendable {
  /// How the eligible shares of several responders for one category are meant.
  public enum Eligibility: String, CaseIterable, Hashable, Sendable {
    /// Each share is of all calls, and no call is fit for two responders.
    case disjoint
    /// Each share is of the calls that responders named before have left.
    case ordered
  }

  /// What one responder takes of one category in one district.
  public struct Line: Hashable, Sendable {
    /// The responder.
    public let responder: Responder.ID
    /// How it works.
    public let kind: Responder.Kind
    /// The category.
    public let category: CallCategory
    /// The district.
    public let district: District.ID
    /// Calls of the category at all hours.
    public var calls = 0.0
    /// Those that are fit for the responder, at all hours.
    public var eligible = 0.0
    /// Those of them that come in its hours.
    public var inService = 0.0
    /// Those that it takes; for co-response, those to which it goes together with police.
    public var taken = 0.0
    /// Those that go back to police after it took them.
    public var returned = 0.0
    /// Police unit-hours of the calls taken, as they would have been.
    public var policeUnitHours = UnitHours.zero
    /// The part of them that police still spend: on calls that come back, or beside a co-response.
    public var policeUnitHoursKept = UnitHours.zero
    /// The officers' hours of ``policeUnitHours``.
    public var policeOfficerHours = OfficerHours.zero
    /// The officers' hours of ``policeUnitHoursKept``.
    public var policeOfficerHoursKept = OfficerHours.zero

    /// Creates a line without calls.
    public init(
      responder: Responder.ID, kind: Responder.Kind, category: CallCategory, district: District.ID
    ) {
      self.responder = responder
      self.kind = kind
      self.category = category
      self.district = district
    }

    /// Calls that police are spared; none for co-response.
    public var diverted: Double { kind == .coResponse ? 0 : taken - returned }
    /// The share of all calls of the category that the responder takes; nothing without calls.
    public var capture: Double? { calls > 0 ? taken / calls : nil }
  }

  /// The demand that is left for police.
  public let demand: Demand
  /// What each responder takes, in the order of the study, category by category, district by
  /// district; districts that a responder does not serve are left out.
  public let lines: [Line]
  /// What each responder needs, in the order of the study.
  public var teams: [ResponderTeam] = []
  /// What changes for police, by district; empty where it was not asked for.
  public var effects: [ResponderEffect] = []
  /// Positions of officers whose hours the calls taken would have filled.
  public var positionsFreedGross = FullTimeEquivalents.zero
  /// The same less what police still spend on them.
  public var positionsFreed = FullTimeEquivalents.zero
  /// What was assumed, in words.
  public let notes: [String]

  /// Creates a mix.
  public init(demand: Demand, lines: [Line], notes: [String]) {
    self.demand = demand
    self.lines = lines
    self.notes = notes
  }

  /// Officer-hours of police that the responders spare, a year, before what comes back.
  public var officerHoursFreedGross: OfficerHours { lines.total(\.policeOfficerHours) }
  /// Officer-hours of police that the responders spare, a year, net of what comes back.
  public var officerHoursFreed: OfficerHours {
    officerHoursFreedGross - lines.total(\.policeOfficerHoursKept)
  }
}

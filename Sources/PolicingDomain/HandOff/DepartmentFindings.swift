/// What a run finds out about the whole department beside its plans: strength as it is, positions by
/// every basis, hours, responders, community policing and equity.
public struct DepartmentFindings: Hashable, Sendable {
  /// Authorized, filled, assigned, elsewhere and deployable.
  public var vacancies: Vacancies?
  /// Two counts of strength held against each other; nothing without a second count.
  public var reconciliation: Reconciliation?
  /// How many officers of patrol are present over the year; nothing without a calendar.
  public var presence: PresenceCalendar?
  /// The hours of cases by group of investigators.
  public var caseloads: [CaseloadHours] = []
  /// What decided levels take, at other levels too.
  public var policyAlternatives: [PolicyAlternatives] = []
  /// Which positions civilians could hold.
  public var conversions: [CivilianConversion] = []
  /// Exits, entries and seats of the pipeline by rank; nothing without flows.
  public var pipeline: VacancyAllowance?
  /// What other responders take over; nothing without any.
  public var responders: ResponderMix?
  /// Community policing and events as hours that are staffed; nothing without commitments.
  public var community: CommunityWork?
  /// Where the unit-hours required go.
  public var streetUse: StreetUse?
  /// Where each paid hour of an officer of patrol goes, for the department and by district.
  public var hours: [HoursLedger] = []
  /// What calls leave free, by district.
  public var proactiveTime: [ProactiveTime] = []
  /// What share of calls the beat's own unit serves, at the planned units.
  public var beatService: [BeatService] = []
  /// The priority that may be held for the beat's own unit.
  public var heldPriority: CallPriority?
  /// Work, staff, waits and data of the districts side by side.
  public var equity: [EquityLine] = []
  /// What each rule does.
  public var rules: [RuleEffect] = []

  /// Creates findings of nothing.
  public init() {}
}

/// Community policing and other scheduled work as work that is staffed (FORMULATION 2.6).
///
/// Made by `CommunityWork(of:…)` in the module StaffingRequirements. Amounts are a year's, of 365 days.
public struct CommunityWork: Hashable, Sendable {
  /// One kind of work of one district, by source of staff.
  public struct Line: Hashable, Sendable {
    /// What the work is.
    public let kind: Commitment.Kind
    /// The district; `ScheduledWork.cityRow` for work of the whole city.
    public let district: District.ID
    /// Whose officers do it.
    public let supply: Commitment.Supply
    /// Unit-hours a year.
    public let unitHours: UnitHours
    /// Officer-hours a year.
    public let officerHours: OfficerHours
    /// Positions for these hours; nothing where they are worked on top of positions, for overtime pay or
    /// on days off.
    public let positions: FullTimeEquivalents?

    /// Creates a line.
    public init(
      kind: Commitment.Kind, district: District.ID, supply: Commitment.Supply,
      unitHours: UnitHours, officerHours: OfficerHours, positions: FullTimeEquivalents?
    ) {
      self.kind = kind
      self.district = district
      self.supply = supply
      self.unitHours = unitHours
      self.officerHours = officerHours
      self.positions = positions
    }
  }

  /// A special event, or a directed mission, in one district.
  public struct Event: Hashable, Sendable {
    /// The name.
    public let name: String
    /// What the work is.
    public let kind: Commitment.Kind
    /// The district; `ScheduledWork.cityRow` for the whole city.
    public let district: District.ID
    /// Whose officers fill it.
    public let supply: Commitment.Supply
    /// How often it takes place in the period.
    public let occurrences: Int
    /// Officer-hours of one occurrence.
    public let officerHours: OfficerHours
    /// The part of the day's officers on the street that it takes from the district, on the weekdays on
    /// which it takes place: 0 where others fill it; nothing where the officers are not known.
    public let presenceTaken: Double?

    /// Creates an event.
    public init(
      name: String, kind: Commitment.Kind, district: District.ID, supply: Commitment.Supply,
      occurrences: Int, officerHours: OfficerHours, presenceTaken: Double?
    ) {
      self.name = name
      self.kind = kind
      self.district = district
      self.supply = supply
      self.occurrences = occurrences
      self.officerHours = officerHours
      self.presenceTaken = presenceTaken
    }
  }

  /// The work, by kind and source of staff in the order of the study, district by district.
  public let lines: [Line]
  /// Special events and directed missions, in the order of the study.
  public let events: [Event]

  /// Creates community work.
  public init(lines: [Line], events: [Event]) {
    self.lines = lines
    self.events = events
  }
}

extension Commitment.Supply {
  /// Whether the hours are part of those that positions work; else they come on top.
  public var isWithinPositions: Bool {
    switch self {
    case .onDuty, .districtDetail, .citywideTeam: true
    case .overtime, .cancelledDaysOff: false
    }
  }
}

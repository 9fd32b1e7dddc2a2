public import PolicingDomain

/// Everything that the allocation is asked: what is needed, who is there, and by which rules.
public struct AllocationQuestion: Sendable {
  /// How patrol works: its watches, tours and days off, and how often people are present.
  public struct Patrol: Sendable {
    /// The watches, which divide the day.
    public let watches: [Watch]
    /// The tours.
    public let tours: [Tour]
    /// The rotation of days off.
    public let rotation: DayOffRotation
    /// The share of scheduled hours on the street that an officer is there: street presence.
    public let presence: Double
    /// Hours a year that one officer is on the street.
    public let netStreetHours: Hours
    /// Officers for each sergeant on a tour and day-off group, at most.
    public let span: Double
    /// Sergeants to schedule for each watch and day of a district, at least.
    public let fieldSergeants: Double

    /// Creates a description of patrol.
    public init(
      watches: [Watch], tours: [Tour], rotation: DayOffRotation, presence: Double,
      netStreetHours: Hours, span: Double, fieldSergeants: Double
    ) {
      self.watches = watches
      self.tours = tours
      self.rotation = rotation
      self.presence = presence
      self.netStreetHours = netStreetHours
      self.span = span
      self.fieldSergeants = fieldSergeants
    }
  }

  /// The limits on people and money; a plan that only asks what is required has none.
  public struct Limits: Sendable {
    /// Money for a year.
    public let budget: DollarsPerYear?
    /// Authorized positions of the department.
    public let authorized: [AuthorizedTotal]

    /// Creates limits.
    public init(budget: DollarsPerYear?, authorized: [AuthorizedTotal]) {
      self.budget = budget
      self.authorized = authorized
    }
  }

  /// The districts, in order; the station of each is the section of the same number.
  public let districts: [District.ID]
  /// The ranks.
  public let ranks: [Rank]
  /// The position groups.
  public let groups: [PositionGroup]
  /// What each group needs.
  public let positions: [PositionRequirement]
  /// The units that each district needs on the street.
  public let units: [UnitRequirement]
  /// Who is there.
  public let strength: [DeployableStrength]
  /// How patrol works.
  public let patrol: Patrol
  /// The limits on people and money.
  public let limits: Limits

  /// Creates a question.
  public init(
    districts: [District.ID], ranks: [Rank], groups: [PositionGroup],
    positions: [PositionRequirement], units: [UnitRequirement], strength: [DeployableStrength],
    patrol: Patrol, limits: Limits
  ) {
    self.districts = districts
    self.ranks = ranks
    self.groups = groups
    self.positions = positions
    self.units = units
    self.strength = strength
    self.patrol = patrol
    self.limits = limits
  }
}

extension AllocationQuestion {
  /// The groups whose people the allocation places.
  var movableGroups: [PositionGroup] { groups.filter { $0.supply == .deployable } }

  /// The section of `district`: the one of the same number.
  func station(of district: District.ID) -> Section.ID { Section.ID(district.description) }

  /// Officers that `district` needs on the street on `watch`: the largest need of any weekday.
  ///
  /// Day-off groups drift through the week, so the strength of a watch cannot follow the weekday;
  /// the plan must hold on the busiest one (FORMULATION 7.1).
  func officersRequired(_ district: District.ID, _ watch: Watch.ID) -> Double {
    units.reduce(0) { largest, need in
      need.district == district && need.watch == watch ? max(largest, need.officers) : largest
    }
  }

  /// Deployable people of `rank` in `section`.
  func deployable(_ section: Section.ID, _ rank: Rank.ID) -> Double {
    strength.reduce(0) { sum, line in
      line.section == section && line.rank == rank ? sum + line.deployable.value : sum
    }
  }

  /// Deployable people of `rank` in the whole department.
  func deployable(_ rank: Rank.ID) -> Double {
    strength.reduce(0) { $1.rank == rank ? $0 + $1.deployable.value : $0 }
  }
}

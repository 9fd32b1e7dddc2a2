public import PolicingDomain

/// Everything that the allocation is asked: what is needed, who is there, and by which rules.
///
/// Optional parts begin empty and are set on the value: rules, delay curves, conversions and
/// preferences.
public struct AllocationQuestion: Sendable {
  /// The limits on people and money; a plan that only asks what is required has none.
  public struct Limits: Sendable {
    /// Money for a year.
    public let budget: DollarsPerYear?
    /// Authorized positions of the department.
    public let authorized: [AuthorizedTotal]
    /// Who set the budget: whether it may be part of a way out.
    public var budgetAuthority = RuleAuthority.policy
    /// Who set the authorized positions: whether they may be part of a way out.
    public var authorizedAuthority = RuleAuthority.policy

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
  public var positions: [PositionRequirement]
  /// The units that each district needs on the street.
  public let units: [UnitRequirement]
  /// Who is there.
  public var strength: [DeployableStrength]
  /// Who is there today, where ``strength`` has people added or taken away; nothing means the same.
  public var strengthToday: [DeployableStrength]?
  /// How patrol works.
  public let patrol: Patrol
  /// The limits on people and money.
  public var limits: Limits
  /// The rules of patrol, switched off ones included.
  public var rules: [PatrolRule] = []
  /// What urgent calls wait, by district and hour of the week; empty to leave waiting out.
  public var curves: [DelayCurve] = []
  /// Positions that civilians may take over.
  public var conversions: [CivilianConversion] = []
  /// What the plan should be good at, in which order.
  public var preferences = AllocationPreferences()

  /// Creates a question without rules, curves and conversions, with the preferences of the method.
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
  func officersRequired(_ district: District.ID, _ watch: Watch.ID) -> Double {
    units.reduce(0) { largest, need in
      need.district == district && need.watch == watch ? max(largest, need.officers) : largest
    }
  }

  /// Officers that `district` needs on the street in each hour of the week.
  ///
  /// Watches divide the day, so each hour belongs to one watch of one weekday; the watch belongs to
  /// the day on which most of it lies.
  func officersRequiredByHour(_ district: District.ID) -> [Double] {
    var required = [Double](repeating: 0, count: HourOfWeek.count)
    for need in units where need.district == district {
      guard let watch = patrol.watches.first(where: { $0.id == need.watch }) else { continue }
      for hour in watch.hours(on: need.weekday) {
        required[hour.index] = max(required[hour.index], need.officers)
      }
    }
    return required
  }

  /// Officers for each unit, by the hour of the day.
  var crewByHourOfDay: [Double] {
    (0..<24).map { hour in
      patrol.watches.first { $0.contains(hourOfDay: hour) }?.crew ?? 1
    }
  }

  /// Deployable people of `rank` in `section`.
  func deployable(_ section: Section.ID, _ rank: Rank.ID) -> Double {
    strength.reduce(0) { sum, line in
      line.rank == rank && line.section == section ? sum + line.deployable.value : sum
    }
  }

  /// Deployable people of `rank` in the whole department.
  func deployable(_ rank: Rank.ID) -> Double {
    strength.reduce(0) { $1.rank == rank ? $0 + $1.deployable.value : $0 }
  }
}

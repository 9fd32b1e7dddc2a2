extension Workload {
  /// The work of units of one class on calls of one origin (FORMULATION 2.3).
  public struct ClassRow: Hashable, Sendable {
    /// The kind of unit.
    public let unitClass: UnitClass
    /// Who started the calls.
    public let origin: CallOrigin
    /// Units sent, each as often as it was sent.
    public let unitsSent: Double
    /// Their unit-hours.
    public let unitHours: UnitHours
    /// Unit-hours × officers in the unit, where these are known.
    public let officerHours: OfficerHours
    /// The unit-hours of which the officers in the unit are known.
    public let unitHoursWithCrew: UnitHours
    /// Observations, and the share imputed.
    public let reliability: Reliability

    /// Creates a row.
    public init(
      unitClass: UnitClass, origin: CallOrigin, unitsSent: Double, unitHours: UnitHours,
      officerHours: OfficerHours, unitHoursWithCrew: UnitHours, reliability: Reliability
    ) {
      self.unitClass = unitClass
      self.origin = origin
      self.unitsSent = unitsSent
      self.unitHours = unitHours
      self.officerHours = officerHours
      self.unitHoursWithCrew = unitHoursWithCrew
      self.reliability = reliability
    }

    /// Officers in a unit, on average over the time of which they are known.
    public var crew: Double? {
      unitHoursWithCrew.value > 0 ? officerHours.value / unitHoursWithCrew.value : nil
    }
  }

  /// A place of work or of a unit.
  public enum Place: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// A district of the study.
    case district(District.ID)
    /// A district or unit base that is not one of the study.
    case elsewhere
    /// Nothing is told.
    case unknown

    /// The name of the district, or words.
    public var description: String {
      switch self {
      case .district(let district): district.description
      case .elsewhere: "elsewhere"
      case .unknown: "not known"
      }
    }

    /// Districts by name, then elsewhere, then unknown.
    public static func < (lhs: Place, rhs: Place) -> Bool {
      (lhs.order, lhs.description) < (rhs.order, rhs.description)
    }

    private var order: Int {
      switch self {
      case .district: 0
      case .elsewhere: 1
      case .unknown: 2
      }
    }
  }

  /// Unit-hours that units of one home spent on calls of one district.
  public struct MatrixCell: Hashable, Sendable {
    /// The district of the call: where the need is.
    public let need: Place
    /// The home district of the unit: where the supply is from.
    public let supply: Place
    /// Unit-hours on calls of the community.
    public let community: UnitHours
    /// Unit-hours on officer-initiated calls.
    public let officer: UnitHours

    /// Creates a cell.
    public init(need: Place, supply: Place, community: UnitHours, officer: UnitHours) {
      self.need = need
      self.supply = supply
      self.community = community
      self.officer = officer
    }
  }

  /// The community's work that beat and rapid cars did, and what others did for them.
  public struct PatrolCredit: Hashable, Sendable {
    /// The work that one class of others did.
    public struct Credit: Hashable, Sendable {
      /// The class.
      public let unitClass: UnitClass
      /// Its unit-hours on calls of the community.
      public let unitHours: UnitHours
    }
    /// Unit-hours of patrol supply: beat, rapid, wagon and unclassified units.
    public let patrol: UnitHours
    /// What others did, which vanishes in a scenario that removes them; classes without work are
    /// left out.
    public let credits: [Credit]

    /// The share of the community's work that patrol supply did; nothing where there was no work.
    public var patrolShare: Share? {
      let all = patrol + credits.total(\.unitHours)
      return all.value > 0 ? Share(min(1, patrol / all)) : nil
    }
  }

  /// The community's work by who did it.
  public var patrolCredit: PatrolCredit {
    let rows = classes.filter { $0.origin == .community }
    return PatrolCredit(
      patrol: rows.filter(\.unitClass.isPatrolSupply).total(\.unitHours),
      credits: rows.filter { !$0.unitClass.isPatrolSupply && $0.unitHours.value > 0 }.map {
        .init(unitClass: $0.unitClass, unitHours: $0.unitHours)
      })
  }
}

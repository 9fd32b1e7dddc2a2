/// What kind of unit went to a call.
public enum UnitClass: String, CaseIterable, Hashable, Sendable {
  /// The car of a beat.
  case beat
  /// A car of a sector or district without a beat of its own.
  case rapid
  /// A team on missions, often in plain clothes.
  case tactical
  /// A sergeant, lieutenant or captain.
  case supervisor
  /// A transport unit.
  case wagon
  /// A unit of the whole city.
  case citywide
  /// A unit whose call sign fits no pattern, or of which nothing is told.
  case unclassified

  /// Whether the unit is patrol supply: the work of the others is a credit that staffing of beat and
  /// rapid cars cannot count on (FORMULATION 2.3).
  public var isPatrolSupply: Bool {
    switch self {
    case .beat, .rapid, .wagon, .unclassified: true
    case .tactical, .supervisor, .citywide: false
    }
  }
}

/// One unit's part in a call.
///
/// Which unit it was is not kept, only its class and the district that it belongs to.
public struct UnitResponse: Hashable, Sendable {
  /// The kind of unit.
  public let unitClass: UnitClass
  /// The district that the unit belongs to, if known.
  public let home: District.ID?
  /// The officers in the unit, if known.
  public let officers: Int?
  /// When the unit was sent.
  public let dispatched: LocalTime?
  /// When it set out.
  public let enroute: LocalTime?
  /// When it arrived.
  public let arrived: LocalTime?
  /// When it was free again.
  public let cleared: LocalTime?

  /// Creates a response.
  public init(
    unitClass: UnitClass = .unclassified, home: District.ID? = nil, officers: Int? = nil,
    dispatched: LocalTime? = nil, enroute: LocalTime? = nil, arrived: LocalTime? = nil,
    cleared: LocalTime? = nil
  ) {
    self.unitClass = unitClass
    self.home = home
    self.officers = officers
    self.dispatched = dispatched
    self.enroute = enroute
    self.arrived = arrived
    self.cleared = cleared
  }

  /// Cleared − dispatched, travel included (FORMULATION 2.1); nothing when a stamp is missing or
  /// the unit was cleared before it was sent.
  public var unitTime: Hours? {
    guard let dispatched, let cleared, dispatched <= cleared else { return nil }
    return Hours(seconds: cleared.seconds - dispatched.seconds)
  }
}

/// What became of a call, as its disposition tells.
public enum CallOutcome: String, CaseIterable, Hashable, Sendable {
  /// The police dealt with it, or nothing else is told.
  case served
  /// It was cancelled: demand that went away or was let go.
  case cancelled
  /// It was dealt with without sending police, such as by telephone or another agency.
  case elsewhere
  /// It is a second record of another call.
  case duplicate
}

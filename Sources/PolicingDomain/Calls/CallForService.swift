/// One request for police service, as a dispatch export records it.
///
/// The call belongs to the district and beat where the service is needed. Only ``received`` is
/// always known; every later stamp may be missing, and a missing stamp is never invented here.
public struct CallForService: Hashable, Identifiable, Sendable {
  /// The number of the call in the agency's dispatch system.
  public let id: String
  /// When dispatch learned of the call.
  public let received: LocalTime
  /// When the first unit was sent.
  public let dispatched: LocalTime?
  /// When the first unit set out.
  public let enroute: LocalTime?
  /// When the first unit arrived.
  public let arrived: LocalTime?
  /// When the last unit was free again.
  public let cleared: LocalTime?
  /// The dispatch priority, if it was recorded and the profile maps it.
  public let priority: CallPriority?
  /// What the call is about.
  public let category: CallCategory
  /// Who started the call.
  public let origin: CallOrigin
  /// The district where the service is needed, if known.
  public let district: District.ID?
  /// The beat where the service is needed, if known.
  public let beat: Beat.ID?
  /// The number of units that went, if the export tells.
  public let unitCount: Int?
  /// When the record of the call was closed, which may be long after the last unit was free.
  public let closed: LocalTime?
  /// What became of the call.
  public let outcome: CallOutcome
  /// The part of each unit, by the time when it was sent; none where the export has one row per
  /// call.
  public let responses: [UnitResponse]

  /// Creates a call.
  public init(
    id: String, received: LocalTime, dispatched: LocalTime? = nil, enroute: LocalTime? = nil,
    arrived: LocalTime? = nil, cleared: LocalTime? = nil, priority: CallPriority? = nil,
    category: CallCategory, origin: CallOrigin = .community, district: District.ID? = nil,
    beat: Beat.ID? = nil, unitCount: Int? = nil, closed: LocalTime? = nil,
    outcome: CallOutcome = .served, responses: [UnitResponse] = []
  ) {
    self.id = id
    self.received = received
    self.dispatched = dispatched
    self.enroute = enroute
    self.arrived = arrived
    self.cleared = cleared
    self.priority = priority
    self.category = category
    self.origin = origin
    self.district = district
    self.beat = beat
    self.unitCount = unitCount
    self.closed = closed
    self.outcome = outcome
    self.responses = responses
  }
}

extension CallForService {
  /// The time of one unit on the call, travel included: cleared − dispatched (FORMULATION 2.1).
  ///
  /// Where several units went, this is the time from the first one sent to the last one free.
  ///
  /// - Returns: Nothing when a stamp is missing or the call was cleared before it was dispatched.
  public var primaryUnitTime: Hours? {
    guard let dispatched, let cleared, dispatched <= cleared else { return nil }
    return Hours(seconds: cleared.seconds - dispatched.seconds)
  }
}

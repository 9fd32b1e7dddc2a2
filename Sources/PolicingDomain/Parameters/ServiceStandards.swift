/// What the public is promised: the standards that units on the street must meet
/// (FORMULATION 4).
public struct ServiceStandards: Hashable, Sendable {
  /// A standard for the wait of calls of one priority, from receipt to the first unit sent.
  public struct Waiting: Hashable, Sendable {
    /// What is limited.
    public enum Limit: Hashable, Sendable {
      /// At least `share` of the calls wait at most `within`; within no time at all, this limits
      /// the probability of waiting, P(wait) ≤ 1 − share.
      case share(Share, within: Hours)
      /// The calls wait `mean` on average at most.
      case mean(Hours)
    }
    /// The calls concerned.
    public let priority: CallPriority
    /// What is limited.
    public let limit: Limit
    /// Who set it.
    public let provenance: Provenance

    /// Creates a standard.
    public init(priority: CallPriority, limit: Limit, provenance: Provenance) {
      self.priority = priority
      self.limit = limit
      self.provenance = provenance
    }
  }

  /// The complement of a district: the cars that are fielded whatever the calls.
  public struct Complement: Hashable, Sendable {
    /// Cars per beat.
    public let unitsPerBeat: Double
    /// Rapid-response cars per sector, always with two officers.
    public let rapidUnitsPerSector: Double
    /// Who set it.
    public let provenance: Provenance

    /// Creates a complement.
    public init(unitsPerBeat: Double, rapidUnitsPerSector: Double, provenance: Provenance) {
      self.unitsPerBeat = unitsPerBeat
      self.rapidUnitsPerSector = rapidUnitsPerSector
      self.provenance = provenance
    }
  }

  /// A standard for the response to calls of one priority, from receipt to the first arrival:
  /// wait and travel together (FORMULATION 4.3).
  public struct Response: Hashable, Sendable {
    /// The calls concerned.
    public let priority: CallPriority
    /// What is limited.
    public let limit: Waiting.Limit
    /// Who set it.
    public let provenance: Provenance

    /// Creates a standard.
    public init(priority: CallPriority, limit: Waiting.Limit, provenance: Provenance) {
      self.priority = priority
      self.limit = limit
      self.provenance = provenance
    }
  }

  /// How often free units pass every street (FORMULATION 4.4).
  public struct PatrolInterval: Hashable, Sendable {
    /// The time from one pass to the next, at most.
    public let interval: Hours
    /// Who set it.
    public let provenance: Provenance

    /// Creates a standard.
    public init(interval: Hours, provenance: Provenance) {
      self.interval = interval
      self.provenance = provenance
    }
  }

  /// The share of on-street time that calls of the community leave free; nothing when there is no
  /// such standard.
  public var proactiveTime: Share?
  /// Who set the share of proactive time.
  public let proactiveTimeProvenance: Provenance
  /// The limits on waiting.
  public var waiting: [Waiting]
  /// The limits on wait and travel together.
  public let response: [Response]
  /// How often streets are patrolled; nothing when there is no such standard.
  public let patrolInterval: PatrolInterval?
  /// The complement; nothing when there is no such standard.
  public var complement: Complement?
  /// How fast units travel; nothing where the study does not say.
  public let travel: TravelAssumption?

  /// Creates standards.
  public init(
    proactiveTime: Share?, proactiveTimeProvenance: Provenance, waiting: [Waiting],
    response: [Response] = [], patrolInterval: PatrolInterval? = nil, complement: Complement?,
    travel: TravelAssumption? = nil
  ) {
    self.proactiveTime = proactiveTime
    self.proactiveTimeProvenance = proactiveTimeProvenance
    self.waiting = waiting
    self.response = response
    self.patrolInterval = patrolInterval
    self.complement = complement
    self.travel = travel
  }
}

/// How fast units travel, in kilometres an hour.
public struct TravelAssumption: Hashable, Sendable {
  /// The speed on the way to a call, along the streets.
  public let responseSpeed: Double?
  /// The speed on patrol.
  public let patrolSpeed: Double?
  /// Where the figures come from.
  public let provenance: Provenance

  /// Creates an assumption.
  ///
  /// - Precondition: Speeds are above 0.
  public init(responseSpeed: Double?, patrolSpeed: Double?, provenance: Provenance) {
    precondition([responseSpeed, patrolSpeed].allSatisfy { ($0 ?? 1) > 0 }, "Speeds are above 0")
    self.responseSpeed = responseSpeed
    self.patrolSpeed = patrolSpeed
    self.provenance = provenance
  }
}

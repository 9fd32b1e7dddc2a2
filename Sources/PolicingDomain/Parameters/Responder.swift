/// Somebody other than a patrol unit who answers calls, or answers them together with one
/// (FORMULATION 3).
public struct Responder: Hashable, Identifiable, Sendable {
  /// The name of a responder.
  public struct ID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The name, such as `telephone-unit`.
    public let description: String
    /// Creates a name.
    public init(_ description: String) { self.description = description }
    /// Alphabetical order.
    public static func < (lhs: ID, rhs: ID) -> Bool { lhs.description < rhs.description }
  }

  /// How a responder works.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Reports are taken by telephone or online; nobody travels.
    case telephone
    /// A team of clinicians goes in the place of police.
    case crisisTeam = "crisis_team"
    /// A civilian officer goes in the place of police.
    case serviceOfficer = "service_officer"
    /// A civilian investigates what a report needs.
    case investigator
    /// A clinician goes together with police: nothing is diverted.
    case coResponse = "co_response"
  }

  /// People of one rank or title in a team.
  public struct Crew: Hashable, Sendable {
    /// The rank or title.
    public let rank: Rank.ID
    /// How many of them are in one team.
    public let count: Double

    /// Creates a part of a crew.
    public init(rank: Rank.ID, count: Double) {
      self.rank = rank
      self.count = count
    }
  }

  /// What a responder takes of the calls of one category.
  public struct Share: Hashable, Sendable {
    /// The category.
    public let category: CallCategory
    /// The share of its calls that are fit for the responder.
    public let eligible: PolicingDomain.Share
    /// The share of the fit calls offered in its hours that it takes.
    public let accepted: PolicingDomain.Share
    /// The share of the calls taken that go back to police.
    public let returned: PolicingDomain.Share
    /// The time that one call takes a team.
    public let service: Hours
    /// The time that a call that goes back has lost.
    public let returnDelay: Hours
    /// For co-response, the share of the police time of the call that is still spent.
    public let policeTimeKept: PolicingDomain.Share
    /// Where the figures come from.
    public let provenance: Provenance

    /// Creates a share.
    public init(
      category: CallCategory, eligible: PolicingDomain.Share, accepted: PolicingDomain.Share,
      returned: PolicingDomain.Share, service: Hours, returnDelay: Hours,
      policeTimeKept: PolicingDomain.Share, provenance: Provenance
    ) {
      self.category = category
      self.eligible = eligible
      self.accepted = accepted
      self.returned = returned
      self.service = service
      self.returnDelay = returnDelay
      self.policeTimeKept = policeTimeKept
      self.provenance = provenance
    }
  }

  /// The name.
  public let id: ID
  /// How it works.
  public let kind: Kind
  /// The hours and weekdays in service.
  public let window: WeeklyWindow
  /// The districts served; empty means all of them.
  public let districts: [District.ID]
  /// One team.
  public let crew: [Crew]
  /// The longest mean wait of its calls; nothing where the study sets none, and a team is then
  /// staffed by ``busyShare`` alone.
  public let meanWait: Hours?
  /// The largest share of a team's time that calls may take.
  public let busyShare: PolicingDomain.Share
  /// What it takes of each category, in the order in which responders and categories are asked.
  public let shares: [Share]
  /// Whether the calls that it takes today are already missing from the export, so that they are
  /// not taken off again: the stated shares are then on top of those.
  public let isInData: Bool

  /// Creates a responder.
  public init(
    id: ID, kind: Kind, window: WeeklyWindow, districts: [District.ID], crew: [Crew],
    meanWait: Hours?, busyShare: PolicingDomain.Share, shares: [Share], isInData: Bool
  ) {
    self.id = id
    self.kind = kind
    self.window = window
    self.districts = districts
    self.crew = crew
    self.meanWait = meanWait
    self.busyShare = busyShare
    self.shares = shares
    self.isInData = isInData
  }
}

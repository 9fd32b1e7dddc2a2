/// Scheduled work that is no call: posts in a window of the week (FORMULATION 2.6).
public struct Commitment: Hashable, Sendable {
  /// What the work is.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Officers who walk a beat.
    case footBeat = "foot_beat"
    /// Officers who ride a bicycle on a beat.
    case bikeBeat = "bike_beat"
    /// A meeting with the residents of a beat.
    case beatMeeting = "beat_meeting"
    /// Hours for the council of a district.
    case districtCouncil = "district_council"
    /// District coordination officers, who know a beat and stay on it.
    case coordinationOfficer = "coordination_officer"
    /// A mission directed at a place and time.
    case directedMission = "directed_mission"
    /// A special event.
    case specialEvent = "special_event"
    /// Transport of people arrested.
    case transport
    /// Guard of people arrested who are in hospital.
    case hospitalGuard = "hospital_guard"
    /// Anything else.
    case other
  }

  /// Which calls may take a post away from its work.
  public enum Interruptibility: Hashable, Sendable {
    /// None: the posts are no patrol supply while the window lasts.
    case uninterruptible
    /// Calls of this priority and more urgent ones.
    case interruptible(by: CallPriority)
    /// Any call: the work takes nothing from patrol.
    case free
  }

  /// Whose officers fill the posts.
  public enum Supply: String, CaseIterable, Hashable, Sendable {
    /// Officers on their ordinary tours.
    case onDuty = "on_duty"
    /// Officers who stay longer or come in, for pay.
    case overtime
    /// Officers whose day off is cancelled.
    case cancelledDaysOff = "cancelled_days_off"
    /// Officers on duty whom the district sends elsewhere: its presence is lower while they are away.
    case districtDetail = "district_detail"
    /// A team of the whole city.
    case citywideTeam = "citywide_team"

    /// Whether the posts are taken out of the officers that the district has on duty.
    public var lowersPresence: Bool { self == .onDuty || self == .districtDetail }
  }

  /// Where the posts are.
  public enum Place: Hashable, Sendable {
    /// So many posts in each district.
    case eachDistrict
    /// In one district; for a detail, the district that sends it.
    case district(District.ID)
    /// In no district: for the whole city.
    case city
  }

  /// The name.
  public let name: String
  /// What the work is.
  public let kind: Kind
  /// Where the posts are.
  public let place: Place
  /// The hours and days.
  public let window: WeeklyWindow
  /// The number of posts, each a unit; a fraction for what does not happen every week.
  public let posts: Double
  /// Officers in a post.
  public let officersPerPost: Double
  /// Which calls may interrupt it.
  public let interruptibility: Interruptibility
  /// Whose officers fill the posts.
  public let supply: Supply
  /// Where the figures come from.
  public let provenance: Provenance

  /// Creates a commitment.
  ///
  /// - Precondition: posts and officers per post are finite and not negative.
  public init(
    name: String, kind: Kind, place: Place, window: WeeklyWindow, posts: Double,
    officersPerPost: Double, interruptibility: Interruptibility, supply: Supply,
    provenance: Provenance
  ) {
    precondition(posts.isFinite && posts >= 0 && officersPerPost.isFinite && officersPerPost >= 0)
    self.name = name
    self.kind = kind
    self.place = place
    self.window = window
    self.posts = posts
    self.officersPerPost = officersPerPost
    self.interruptibility = interruptibility
    self.supply = supply
    self.provenance = provenance
  }
}

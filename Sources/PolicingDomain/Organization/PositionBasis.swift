/// Why a number of positions is needed (FORMULATION 6).
public enum PositionBasis: Hashable, Sendable {
  /// Units on the street by district and watch, covered by tours.
  case coverage
  /// Work that takes a number of hours a year.
  case workload(hoursPerYear: Double)
  /// Work that comes with calls of one priority, hours each.
  case callWorkload(priority: CallPriority, hoursPerCall: Double)
  /// One supervisor for each tour and day-off group's share of the officers on tours.
  case spanOverTours(span: Double)
  /// One supervisor for so many positions of other groups.
  case spanOfControl(over: [PositionGroup.ID], span: Double)
  /// So many positions for each `per` of a driver.
  case ratio(of: RatioDriver, per: Double)
  /// Posts that are covered for a number of hours a week.
  case fixedPost(posts: Double, hoursPerWeek: Double)
  /// A post at a lockup: never fewer people than the post, and as many as the arrests keep busy in
  /// each hour.
  case custody(posts: Double, hoursPerWeek: Double, work: CustodyWork)
  /// The cases of the study's table of that group, and never fewer people than stand by on call.
  case caseload(onCall: OnCallMinimum?)
  /// A number that follows from the organization, such as one superintendent.
  case fixedCount(positions: Double)
  /// A level that somebody decided; reported as decided, never as required by work.
  case policySet(positions: Double)

  /// Whether tours decide how many positions there are.
  public var isSizedByTours: Bool {
    switch self {
    case .coverage, .spanOverTours: true
    default: false
    }
  }

  /// Whether somebody decided the level, so that work or rules do not require it.
  public var isDecided: Bool {
    if case .policySet = self { true } else { false }
  }

  /// The name of the basis in reports.
  public var name: String {
    switch self {
    case .coverage, .workload, .callWorkload: "workload"
    case .spanOverTours, .spanOfControl: "span of control"
    case .ratio: "ratio"
    case .fixedPost, .custody: "fixed post"
    case .caseload: "caseload"
    case .fixedCount: "fixed count"
    case .policySet: "policy-set"
    }
  }
}

/// What a ratio counts.
public enum RatioDriver: Hashable, Sendable {
  /// Positions of other groups.
  case groups([PositionGroup.ID])
  /// Assigned people of a rank.
  case rank(Rank.ID)
  /// All assigned sworn members.
  case swornStrength
  /// All assigned civilians.
  case civilianStrength
  /// Everybody on the roster.
  case headcount
  /// Assigned members of a rank in one band of seniority, such as probationers.
  case band(rank: Rank.ID, band: String)
  /// People who enter a rank in a year, at the rate at which people leave it and the ranks above.
  case entries(rank: Rank.ID)
  /// Arrests a year, as the study states them.
  case arrestsPerYear
  /// The districts.
  case districts
  /// The beats of all districts.
  case beats
  /// Residents of all districts.
  case population
  /// Community calls a year.
  case callsPerYear
}

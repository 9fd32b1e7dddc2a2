/// Cases of one type that a group of investigators works (FORMULATION 6).
public struct CaseType: Hashable, Sendable {
  /// The hours that a worked case takes while it is of one age.
  public struct Age: Hashable, Sendable {
    /// The age in words, such as `first 30 days`.
    public let name: String
    /// The share of the worked cases that reach this age.
    public let reached: Share
    /// Hours for each case that reaches it.
    public let hours: Hours

    /// Creates an age.
    public init(name: String, reached: Share, hours: Hours) {
      self.name = name
      self.reached = reached
      self.hours = hours
    }
  }

  /// The group of positions.
  public let group: PositionGroup.ID
  /// The type of case.
  public let name: String
  /// New cases a year.
  public let newCases: Double
  /// Hours to decide whether a case can be worked.
  public let triage: Hours
  /// The share of new cases that are worked.
  public let workable: Share
  /// The hours of a worked case by its age.
  public let ages: [Age]
  /// Open cases carried over from earlier years.
  public let carriedOver: Double
  /// Hours a year for each of them.
  public let hoursCarriedOver: Hours
  /// Hours in court and for warrants for each worked case.
  public let court: Hours
  /// Call-outs to scenes a year.
  public let callOuts: Double
  /// Officer-hours of one call-out.
  public let hoursPerCallOut: Hours
  /// Cases a month of one investigator that publications call usual, for a check only.
  public let benchmark: ClosedRange<Double>?
  /// Where the figures come from.
  public let provenance: Provenance

  /// Creates a type of case.
  public init(
    group: PositionGroup.ID, name: String, newCases: Double, triage: Hours, workable: Share,
    ages: [Age], carriedOver: Double, hoursCarriedOver: Hours, court: Hours, callOuts: Double,
    hoursPerCallOut: Hours, benchmark: ClosedRange<Double>?, provenance: Provenance
  ) {
    self.group = group
    self.name = name
    self.newCases = newCases
    self.triage = triage
    self.workable = workable
    self.ages = ages
    self.carriedOver = carriedOver
    self.hoursCarriedOver = hoursCarriedOver
    self.court = court
    self.callOuts = callOuts
    self.hoursPerCallOut = hoursPerCallOut
    self.benchmark = benchmark
    self.provenance = provenance
  }
}

/// Investigators who must be on call, whatever the cases: a team in each area and watch.
public struct OnCallMinimum: Hashable, Sendable {
  /// Teams on call at the same time, such as areas.
  public let teams: Double
  /// People in a team.
  public let size: Double
  /// Hours a week that each team covers.
  public let hoursPerWeek: Double

  /// Creates a minimum.
  public init(teams: Double, size: Double, hoursPerWeek: Double) {
    self.teams = teams
    self.size = size
    self.hoursPerWeek = hoursPerWeek
  }
}

/// Work at a lockup: each person arrested takes hours of custody (FORMULATION 6, fixed post).
public struct CustodyWork: Hashable, Sendable {
  /// Arrests in each hour of a mean week, from Monday 00:00: 168 figures.
  public let arrestsByHour: [Double]
  /// Hours that one arrest keeps one person of the lockup busy, spread over the hours after it.
  public let hoursPerArrest: Double

  /// Creates work.
  ///
  /// - Precondition: there are 168 figures.
  public init(arrestsByHour: [Double], hoursPerArrest: Double) {
    precondition(arrestsByHour.count == 168, "A week has 168 hours")
    self.arrestsByHour = arrestsByHour
    self.hoursPerArrest = hoursPerArrest
  }
}

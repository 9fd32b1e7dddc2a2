/// The hours a year that cases bring to one group of investigators, type by type (FORMULATION 6).
///
/// Made by `CaseloadHours.all(of:availabilities:)` in the module StaffingRequirements. The books
/// close: the hours of the group are the sum of the parts of its types.
public struct CaseloadHours: Hashable, Sendable {
  /// The hours of one type of case.
  public struct Line: Hashable, Sendable {
    /// The type of case.
    public let name: String
    /// New cases a year.
    public let newCases: Double
    /// New cases a year that are worked.
    public let workedCases: Double
    /// Hours to decide whether new cases can be worked.
    public let triage: Hours
    /// Hours on worked cases, by the ages that they reach.
    public let working: Hours
    /// Hours on open cases of earlier years.
    public let carriedOver: Hours
    /// Hours in court and for warrants.
    public let court: Hours
    /// Hours of call-outs to scenes.
    public let callOuts: Hours
    /// Cases a month of one investigator that publications call usual; for a check only.
    public let benchmark: ClosedRange<Double>?
    /// Where the figures come from.
    public let provenance: Provenance

    /// Creates a line.
    public init(
      name: String, newCases: Double, workedCases: Double, triage: Hours, working: Hours,
      carriedOver: Hours, court: Hours, callOuts: Hours, benchmark: ClosedRange<Double>?,
      provenance: Provenance
    ) {
      self.name = name
      self.newCases = newCases
      self.workedCases = workedCases
      self.triage = triage
      self.working = working
      self.carriedOver = carriedOver
      self.court = court
      self.callOuts = callOuts
      self.benchmark = benchmark
      self.provenance = provenance
    }

    /// All hours of the type.
    public var hours: Hours { triage + working + carriedOver + court + callOuts }
  }

  /// What decides how many investigators there are.
  public enum Binding: String, Hashable, Sendable {
    /// The hours of the cases.
    case cases
    /// The teams that must be on call.
    case onCall = "on call"
  }

  /// The group.
  public let group: PositionGroup.ID
  /// The hours by type, in the order of the study.
  public let lines: [Line]
  /// Positions that the hours of the cases need.
  public let forCases: FullTimeEquivalents
  /// Positions that teams on call need; 0 where none are stated.
  public let forOnCall: FullTimeEquivalents

  /// Creates the hours of a group.
  public init(
    group: PositionGroup.ID, lines: [Line], forCases: FullTimeEquivalents,
    forOnCall: FullTimeEquivalents
  ) {
    self.group = group
    self.lines = lines
    self.forCases = forCases
    self.forOnCall = forOnCall
  }

  /// Hours a year of all types.
  public var hours: Hours { lines.total(\.hours) }

  /// The positions needed: the larger of both.
  public var positions: FullTimeEquivalents { max(forCases, forOnCall) }

  /// What decides; the cases where both are equal.
  public var binding: Binding { forOnCall > forCases ? .onCall : .cases }

  /// Worked cases a month of one investigator; nothing without investigators.
  public var casesPerMonth: Double? {
    let cases = lines.reduce(0) { $0 + $1.workedCases }
    return positions > .zero ? cases / positions.value / 12 : nil
  }

  /// What benchmarks would make of the same cases: a check, never a need.
  ///
  /// Positions at the fastest and the slowest usual pace; nothing unless each type with cases has a
  /// benchmark above 0.
  public var benchmarkPositions: ClosedRange<Double>? {
    var most = 0.0
    var fewest = 0.0
    for line in lines where line.workedCases > 0 {
      guard let benchmark = line.benchmark, benchmark.lowerBound > 0 else { return nil }
      most += line.workedCases / 12 / benchmark.lowerBound
      fewest += line.workedCases / 12 / benchmark.upperBound
    }
    return most > 0 ? min(fewest, most)...most : nil
  }
}

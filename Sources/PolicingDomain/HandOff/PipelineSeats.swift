/// The seats that are empty, or held by people who cannot yet do the work alone, while those who
/// leave are replaced (FORMULATION 6).
///
/// Made by `PipelineSeats(of:strength:)` in the module StaffingRequirements. Promotions cascade: a
/// lieutenant who leaves makes a vacancy of a sergeant, and so on down to a hire.
public struct PipelineSeats: Hashable, Sendable {
  /// One rank in a year.
  public struct Row: Hashable, Sendable {
    /// The rank.
    public let rank: Rank.ID
    /// The people, or the positions, that the rates are of.
    public let strength: FullTimeEquivalents
    /// People who leave the department.
    public let exits: Double
    /// People who are promoted out of the rank.
    public let promotedOut: Double
    /// The rank from which people are promoted into it; nothing where people are hired.
    public let promotedFrom: Rank.ID?
    /// Months from a vacancy until its successor does the work alone.
    public let monthsToSolo: Double
    /// Promotions or hires into the rank a year, at most; nothing for no limit.
    public let entriesLimit: Double?
    /// Where the rates come from.
    public let provenance: Provenance

    /// Creates a row.
    public init(
      rank: Rank.ID, strength: FullTimeEquivalents, exits: Double, promotedOut: Double,
      promotedFrom: Rank.ID?, monthsToSolo: Double, entriesLimit: Double?, provenance: Provenance
    ) {
      self.rank = rank
      self.strength = strength
      self.exits = exits
      self.promotedOut = promotedOut
      self.promotedFrom = promotedFrom
      self.monthsToSolo = monthsToSolo
      self.entriesLimit = entriesLimit
      self.provenance = provenance
    }

    /// People who enter the rank in a year so that its strength stays: those who leave it.
    public var entries: Double { exits + promotedOut }
    /// Entries by promotion.
    public var promotedIn: Double { promotedFrom == nil ? 0 : entries }
    /// Entries by hire.
    public var hires: Double { promotedFrom == nil ? entries : 0 }
    /// Seats between a vacancy and solo duty: entries a year × months ÷ 12.
    public var seats: FullTimeEquivalents { FullTimeEquivalents(entries * monthsToSolo / 12) }
    /// Entries a year beyond the limit: by so many the rank shrinks.
    public var entriesBeyondLimit: Double { entriesLimit.map { max(0, entries - $0) } ?? 0 }
  }

  /// The ranks, in the order of the study.
  public let rows: [Row]

  /// Creates seats.
  public init(rows: [Row]) { self.rows = rows }

  /// Returns the row of `rank`, if it has one.
  public func row(of rank: Rank.ID) -> Row? { rows.first { $0.rank == rank } }

  /// Hires a year of all ranks.
  public var hires: Double { rows.reduce(0) { $0 + $1.hires } }
  /// People who leave the department in a year.
  public var exits: Double { rows.reduce(0) { $0 + $1.exits } }
  /// Seats of all ranks.
  public var seats: FullTimeEquivalents { rows.total(\.seats) }
}

/// How a study provides for people who leave (FORMULATION 6 and 7.5): one way or the other.
public enum VacancyRule: String, CaseIterable, Hashable, Sendable {
  /// Positions are grossed up by the seats between a vacancy and solo duty.
  case seats
  /// Expected separations are taken from the supply of the plan.
  case separations
}

/// What a study provides for people who leave, by one rule only.
///
/// The factor of positions is 1 wherever separations enter the plan, and separations are 0 wherever
/// positions are grossed up, so that nobody who leaves is counted twice.
public struct VacancyAllowance: Hashable, Sendable {
  /// The rule.
  public let rule: VacancyRule
  /// The seats and exits by rank.
  public let pipeline: PipelineSeats

  /// Creates an allowance.
  public init(_ rule: VacancyRule, _ pipeline: PipelineSeats) {
    self.rule = rule
    self.pipeline = pipeline
  }

  /// Returns what the positions of `rank` are multiplied by; 1 where separations enter the plan.
  public func factor(of rank: Rank.ID) -> Double {
    guard rule == .seats, let row = pipeline.row(of: rank), row.strength > .zero else { return 1 }
    return 1 + row.seats / row.strength
  }

  /// Returns the people of `rank` who are expected to leave the department in a year; 0 where
  /// positions are grossed up.
  public func separations(of rank: Rank.ID) -> Double {
    rule == .separations ? pipeline.row(of: rank)?.exits ?? 0 : 0
  }
}

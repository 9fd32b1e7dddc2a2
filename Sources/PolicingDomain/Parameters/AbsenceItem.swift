/// One reason for which people are not on duty (FORMULATION 5.2).
///
/// An item is in one of two ledgers, never in both: it takes whole persons off strength, or it
/// takes hours off the year of the persons who stay.
public struct AbsenceItem: Hashable, Sendable {
  /// The ledger that an item is booked in.
  public enum Ledger: String, Hashable, Sendable {
    /// Off strength: limited duty, military, long medical.
    case wholePerson = "whole_person"
    /// Off hours: furlough, sickness, training, court on duty.
    case recurring
  }

  /// What an amount counts.
  public enum Measure: String, Hashable, Sendable {
    /// A share of assigned strength; the only measure of the whole-person ledger.
    case shareOfStrength = "share_of_strength"
    /// Whole tours a year.
    case tours
    /// Consecutive calendar days a year, of which only the scheduled ones cost a tour.
    case calendarDays = "calendar_days"
    /// Paid hours a year that take whole tours, such as training days.
    case hoursOfTours = "hours_of_tours"
    /// Hours a year within tours that are otherwise worked, such as court on duty.
    case streetHours = "street_hours"
  }

  /// The name of the item.
  public let name: String
  /// The ledger.
  public let ledger: Ledger
  /// Whom the item concerns; empty means everybody.
  public let ranks: [Rank.ID]
  /// Whom the item concerns by employment; nothing means both.
  public let employment: Employment?
  /// The band of seniority concerned; nothing means every band.
  public let band: String?
  /// The amount, in the unit of ``measure``.
  public let amount: Double
  /// What ``amount`` counts.
  public let measure: Measure
  /// Where it comes from.
  public let provenance: Provenance

  /// Creates an item.
  public init(
    name: String, ledger: Ledger, ranks: [Rank.ID] = [], employment: Employment? = nil,
    band: String? = nil, amount: Double, measure: Measure, provenance: Provenance
  ) {
    self.name = name
    self.ledger = ledger
    self.ranks = ranks
    self.employment = employment
    self.band = band
    self.amount = amount
    self.measure = measure
    self.provenance = provenance
  }

  /// Whether the item concerns people of `rank`.
  public func concerns(_ rank: Rank) -> Bool {
    if let employment, employment != rank.employment { return false }
    return ranks.isEmpty || ranks.contains(rank.id)
  }
}

/// How the people of a rank divide into bands of seniority.
public struct SeniorityBand: Hashable, Sendable {
  /// The rank.
  public let rank: Rank.ID
  /// The name of the band, such as `4-8`.
  public let band: String
  /// People in the band.
  public let members: Double

  /// Creates a band.
  public init(rank: Rank.ID, band: String, members: Double) {
    self.rank = rank
    self.band = band
    self.members = members
  }
}

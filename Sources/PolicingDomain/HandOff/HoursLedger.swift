/// Where each paid hour of an officer's scheduled year went, once, and each paid minute of a tour
/// (FORMULATION 4.1 and 12).
///
/// Made by `HoursLedger(of:street:)` in the module StaffingRequirements. The books close: paid time
/// is the sum of the lines, in the year, on a scheduled tour and on a worked one.
public struct HoursLedger: Hashable, Sendable {
  /// A part of the ledger.
  public enum Part: String, CaseIterable, Hashable, Sendable {
    /// Whole tours that are not worked.
    case absence
    /// Hours within tours that are otherwise worked, such as court on duty.
    case withinTours = "within tours"
    /// Roll call, relief, check-off and the meal as far as it is paid.
    case offStreet = "off the street"
    /// Hours on the street.
    case street = "on the street"
  }

  /// One line.
  public struct Line: Hashable, Sendable {
    /// The part that it belongs to.
    public let part: Part
    /// What the time went on.
    public let name: String
    /// Paid hours a year.
    public let hours: Hours
    /// Minutes of a scheduled tour, on average over tours that are worked and tours that are not.
    public let minutesOfScheduledTour: Double
    /// Minutes of a tour that is worked, on average; 0 for absences.
    public let minutesOfWorkedTour: Double
    /// Where the figure comes from, for absences.
    public let provenance: Provenance?

    /// Creates a line.
    public init(
      part: Part, name: String, hours: Hours, minutesOfScheduledTour: Double,
      minutesOfWorkedTour: Double, provenance: Provenance?
    ) {
      self.part = part
      self.name = name
      self.hours = hours
      self.minutesOfScheduledTour = minutesOfScheduledTour
      self.minutesOfWorkedTour = minutesOfWorkedTour
      self.provenance = provenance
    }
  }

  /// The rank.
  public let rank: Rank.ID
  /// The tour.
  public let tour: Tour
  /// The district whose street hours are divided; nothing for the department.
  public let district: District.ID?
  /// Paid hours scheduled in a year.
  public let paid: Hours
  /// The lines, in the order of a year: absences, within tours, off the street, on it.
  public let lines: [Line]

  /// Creates a ledger.
  public init(
    rank: Rank.ID, tour: Tour, district: District.ID?, paid: Hours, lines: [Line]
  ) {
    self.rank = rank
    self.tour = tour
    self.district = district
    self.paid = paid
    self.lines = lines
  }

  /// Returns the hours a year of a part.
  public func hours(of part: Part) -> Hours {
    lines.filter { $0.part == part }.total(\.hours)
  }

  /// Paid hours a year less every line: 0 but for rounding of the arithmetic.
  public var difference: Hours { paid - lines.total(\.hours) }
}

public import PolicingDomain

/// Where the scheduled paid hours of a year went, each hour once (FORMULATION 4.1 and 12).
public struct PaidHoursLedger: Hashable, Sendable {
  /// One line of the ledger.
  public struct Line: Hashable, Sendable {
    /// What the hours were spent on.
    public let name: String
    /// Paid hours a year.
    public let hours: Hours

    /// Creates a line.
    public init(name: String, hours: Hours) {
      self.name = name
      self.hours = hours
    }
  }

  /// Paid hours scheduled in a year.
  public let paid: Hours
  /// The deductions: tours lost, hours within tours, and the parts of worked tours that are not on
  /// the street.
  public let deductions: [Line]
  /// Hours on the street.
  public let street: Hours

  init(of availability: Availability) {
    let tour = availability.tour
    let worked = availability.netTours
    paid = availability.paidHours
    street = availability.netHours(.street)
    let parts = [
      Line(name: "roll call", hours: tour.rollCall * worked),
      Line(name: "relief and vehicle inspection", hours: tour.relief * worked),
      Line(name: "check-off", hours: tour.checkOff * worked),
      Line(
        name: "meal, as far as it is paid",
        hours: (tour.paid + tour.meal - tour.length) * worked),
    ]
    let absences = availability.toursLost + availability.withinTours
    deductions =
      absences.map { Line(name: $0.name, hours: $0.hours) }
      + parts.filter { $0.hours.value.magnitude > 1e-9 }
  }

  /// Paid hours less street hours less every deduction: 0 but for rounding of the arithmetic.
  public var difference: Hours { paid - street - deductions.total(\.hours) }
}

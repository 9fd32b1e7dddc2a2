/// The hours of a year that one person of a rank is on duty, and where the others go
/// (FORMULATION 5).
///
/// The books close: scheduled paid hours = hours on the street + every deduction, each once.
public struct Availability: Hashable, Sendable {
  /// One deduction from the year.
  public struct Deduction: Hashable, Sendable {
    /// The item.
    public let name: String
    /// Whole tours lost in a year.
    public let tours: Double
    /// Paid hours lost in a year.
    public let hours: Hours
    /// Where the item comes from.
    public let provenance: Provenance

    /// Creates a deduction.
    public init(name: String, tours: Double, hours: Hours, provenance: Provenance) {
      self.name = name
      self.tours = tours
      self.hours = hours
      self.provenance = provenance
    }
  }

  /// The rank.
  public let rank: Rank.ID
  /// The tour whose lengths are used.
  public let tour: Tour
  /// Scheduled tours a year.
  public let scheduledTours: Double
  /// Whole tours lost, by item.
  public let toursLost: [Deduction]
  /// Hours lost within tours that are otherwise worked, by item.
  public let withinTours: [Deduction]
  /// The share of assigned strength that the whole-person ledger takes.
  public let wholePersonShare: Share

  /// Creates an availability.
  public init(
    rank: Rank.ID, tour: Tour, scheduledTours: Double, toursLost: [Deduction],
    withinTours: [Deduction], wholePersonShare: Share
  ) {
    self.rank = rank
    self.tour = tour
    self.scheduledTours = scheduledTours
    self.toursLost = toursLost
    self.withinTours = withinTours
    self.wholePersonShare = wholePersonShare
  }

  /// Tours worked in a year.
  public var netTours: Double { scheduledTours - toursLost.reduce(0) { $0 + $1.tours } }

  /// The share of scheduled tours that are worked: presence π.
  public var presence: Double { scheduledTours > 0 ? netTours / scheduledTours : 0 }

  /// The share of scheduled hours on the street that are worked: presence π less what is lost within
  /// tours, such as court on duty.
  public var streetPresence: Double {
    let scheduled = tour.onStreet * scheduledTours
    return scheduled > .zero ? netHours(.street) / scheduled : 0
  }

  /// Paid hours scheduled in a year.
  public var paidHours: Hours { tour.paid * scheduledTours }

  /// Hours a year in a position that counts `working` hours (FORMULATION 5.4).
  public func netHours(_ working: PositionGroup.WorkingHours) -> Hours {
    let lost = withinTours.total(\.hours)
    switch working {
    case .street: return tour.onStreet * netTours - lost
    case .desk: return tour.paid * netTours - lost
    }
  }

  /// The relief factor by tours: days to cover ÷ net tours (FORMULATION 5.4).
  public func reliefFactor(daysToCover: Double = 365) -> Double { daysToCover / netTours }
}

public import PolicingDomain

/// The availability of every rank, on the street and at a desk.
public struct AvailabilityTable: Hashable, Sendable {
  /// The availability of one rank in positions of one kind.
  public struct Entry: Hashable, Sendable {
    /// The kind of position.
    public let working: PositionGroup.WorkingHours
    /// The availability.
    public let availability: Availability

    /// Creates an entry.
    public init(working: PositionGroup.WorkingHours, availability: Availability) {
      self.working = working
      self.availability = availability
    }
  }

  private struct Key: Hashable {
    let rank: Rank.ID
    let working: PositionGroup.WorkingHours
  }

  /// The entries, as they were given.
  public let entries: [Entry]
  private let positions: [Key: Int]

  /// Creates a table; of two entries for one rank and kind, the first counts.
  public init(_ entries: [Entry]) {
    self.entries = entries
    var positions: [Key: Int] = [:]
    for (position, entry) in entries.enumerated() {
      let key = Key(rank: entry.availability.rank, working: entry.working)
      if positions[key] == nil { positions[key] = position }
    }
    self.positions = positions
  }

  /// Works out the availability of `ranks` under a schedule.
  ///
  /// Sworn members work patrol tours on the rotation in street positions and the office tour in
  /// desk positions; civilians work the civilian tour in both. Without patrol tours, sworn ranks
  /// have no street entry.
  ///
  /// - Throws: ``RequirementsError/differingPatrolTours(_:_:)`` when the patrol tours differ in
  ///   length or parts, and what `Availability.init(of:on:…)` throws.
  public init(
    of ranks: [Rank], under schedule: WorkSchedule, missingBands: MissingBands = .refuse
  ) throws(RequirementsError) {
    let patrol = try schedule.representativePatrolTour()
    var entries: [Entry] = []
    for rank in ranks {
      let isSworn = rank.employment == .sworn
      let desk = try schedule.availability(
        of: rank, on: isSworn ? schedule.officeTour : schedule.civilianTour,
        tours: isSworn ? schedule.officeToursPerYear : schedule.civilianToursPerYear,
        missingBands: missingBands)
      if !isSworn {
        entries.append(Entry(working: .street, availability: desk))
      } else if let patrol {
        let street = try schedule.availability(
          of: rank, on: patrol, tours: schedule.rotation.scheduledTours,
          missingBands: missingBands)
        entries.append(Entry(working: .street, availability: street))
      }
      entries.append(Entry(working: .desk, availability: desk))
    }
    self.init(entries)
  }

  /// Returns the availability of `rank` in positions of one kind, if it is in the table.
  public func availability(
    of rank: Rank.ID, _ working: PositionGroup.WorkingHours
  ) -> Availability? {
    positions[Key(rank: rank, working: working)].map { entries[$0].availability }
  }

  /// Returns the net available hours a year of `rank` in positions of one kind.
  ///
  /// - Throws: ``RequirementsError/missingAvailability(rank:working:)`` or
  ///   ``RequirementsError/noNetHours(rank:working:hours:)``.
  public func netHours(
    of rank: Rank.ID, _ working: PositionGroup.WorkingHours
  ) throws(RequirementsError) -> Hours {
    guard let availability = availability(of: rank, working) else {
      throw .missingAvailability(rank: rank, working: working)
    }
    let hours = availability.netHours(working)
    guard hours > .zero else {
      throw .noNetHours(rank: rank, working: working, hours: hours.value)
    }
    return hours
  }

  /// Returns the share of the assigned people of `rank` who are off strength.
  ///
  /// - Throws: ``RequirementsError/missingAvailability(rank:working:)``.
  public func wholePersonShare(of rank: Rank.ID) throws(RequirementsError) -> Share {
    guard let found = availability(of: rank, .desk) ?? availability(of: rank, .street) else {
      throw .missingAvailability(rank: rank, working: nil)
    }
    return found.wholePersonShare
  }
}

extension WorkSchedule {
  fileprivate func availability(
    of rank: Rank, on tour: Tour, tours: Double, missingBands: MissingBands
  ) throws(RequirementsError) -> Availability {
    try Availability(
      of: rank, on: tour, scheduledTours: tours, shareOfDaysOn: tours / Year.days,
      absences: absences, seniority: seniority, missingBands: missingBands)
  }

  /// Returns a patrol tour that stands for all of them, or nothing when there is none.
  fileprivate func representativePatrolTour() throws(RequirementsError) -> Tour? {
    guard let first = patrolTours.first else { return nil }
    for tour in patrolTours.dropFirst() where tour.parts != first.parts {
      throw .differingPatrolTours(first.id, tour.id)
    }
    return first
  }
}

extension Tour {
  fileprivate var parts: [Hours] { [length, paid, meal, rollCall, relief, checkOff] }
}

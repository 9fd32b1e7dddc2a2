public import PolicingDomain

extension Availability {
  /// Works out the year of a rank on a schedule, with the absences of a study (FORMULATION 5.1–5.4).
  ///
  /// - Parameters:
  ///   - rank: The rank.
  ///   - schedule: The schedule; its tours must have the same parts.
  ///   - work: The absences and the seniority of the study; its own tours have no part.
  ///   - missingBands: What stands in for the bands of a rank that has none.
  /// - Throws: ``RequirementsError/differingPatrolTours(_:_:)`` when the tours differ in length or
  ///   parts, and what `init(of:on:…)` throws.
  public init(
    of rank: Rank, on schedule: TourSchedule, absencesOf work: WorkSchedule,
    missingBands: MissingBands = .refuse
  ) throws(RequirementsError) {
    guard let tour = schedule.tours.first else {
      throw .invalidFigure(what: "The number of tours of the schedule \(schedule.id)", value: 0)
    }
    func parts(_ tour: Tour) -> [Hours] {
      [tour.length, tour.paid, tour.meal, tour.rollCall, tour.relief, tour.checkOff]
    }
    for other in schedule.tours.dropFirst() where parts(other) != parts(tour) {
      throw .differingPatrolTours(tour.id, other.id)
    }
    try self.init(
      of: rank, on: tour, scheduledTours: schedule.rotation.scheduledTours,
      shareOfDaysOn: schedule.rotation.shareOfDaysOn, absences: work.absences,
      seniority: work.seniority, missingBands: missingBands)
  }

  /// The relief factor by hours of a post on the street that is covered around the clock: the hours
  /// of a year ÷ net hours on the street (FORMULATION 5.4).
  ///
  /// - Throws: ``RequirementsError/invalidFigure(what:value:)`` where no hours are left.
  public func reliefFactorByHours() throws(RequirementsError) -> ReliefFactor {
    try ReliefFactor(hoursToCover: Hours(24 * Year.days), netHours: netHours(.street))
  }
}

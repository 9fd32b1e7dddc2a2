public import PolicingDomain

extension TourComparison.StreetLoad {
  /// Finds the busiest hours of a schedule with given teams, and the vehicles that they need
  /// (FORMULATION 7.9).
  ///
  /// - Parameters:
  ///   - teams: The officers of each tour and group.
  ///   - coverage: When the tours of the schedule are on the street.
  ///   - presence: The share of scheduled hours on the street that an officer is there.
  ///   - crew: Officers per unit in each hour of the week, above 0.
  ///   - vehicles: The vehicles that there are, if known.
  /// - Precondition: There are 168 crews.
  public init(
    of teams: [TourFit.Team], coverage: ScheduleCoverage, presence: Double, crew: [Double],
    vehicles: Double?
  ) {
    let schedule = coverage.schedule
    let officers = schedule.tours.flatMap { tour in
      schedule.rotation.groups.map { group in
        teams.filter { $0.tour == tour.id && $0.group == group }.total(\.officers).value
      }
    }
    var most = (officers: 0.0, hour: HourOfWeek(wrapping: 0))
    var mostVehicles = 0.0
    var beyond = 0
    // The crew stands in for the requirement, so that hours of different crews stay apart.
    for cell in coverage.cells(required: crew) {
      let present = presence * zip(cell.shares, officers).reduce(0) { $0 + $1.0 * $1.1 }
      let units = cell.required > 0 ? present / cell.required : present
      if present > most.officers + 1e-9 { most = (present, cell.hour) }
      mostVehicles = max(mostVehicles, units)
      if let vehicles, units > vehicles + 1e-9 { beyond += cell.occurrences }
    }
    let weeks = Double(coverage.calendarDays) / 7
    self.init(
      mostOfficers: most.officers, hour: most.hour, mostVehicles: mostVehicles,
      hoursBeyondVehicles: vehicles == nil ? nil : Double(beyond) / weeks)
  }
}

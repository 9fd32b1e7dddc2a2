public import PolicingDomain

/// What the fit of a schedule to the demand of a district is asked.
public struct TourFitQuestion: Sendable {
  /// The schedule.
  public let schedule: TourSchedule
  /// The kinds of hours of its calendar, with the officers required.
  public let cells: [CoverageCell]
  /// The days of its calendar, a multiple of seven.
  public let calendarDays: Int
  /// The share of scheduled hours on the street that an officer is there.
  public let presence: Double

  /// Creates a question.
  public init(
    schedule: TourSchedule, cells: [CoverageCell], calendarDays: Int, presence: Double
  ) {
    self.schedule = schedule
    self.cells = cells
    self.calendarDays = calendarDays
    self.presence = presence
  }

  /// The teams: by tour, then by day-off group, as in ``CoverageCell/shares``.
  var teamCount: Int { schedule.tours.count * schedule.rotation.groups.count }

  /// The hours of a week that a kind of hour makes up.
  func hoursPerWeek(_ cell: CoverageCell) -> Double {
    Double(cell.occurrences) * 7 / Double(calendarDays)
  }

  /// Whether any tour is on the street in an hour.
  func isReached(_ cell: CoverageCell) -> Bool { cell.shares.contains { $0 > 1e-9 } }

  /// Throws the first thing that makes no sense.
  func validate() throws(AllocationError) {
    try Self.require(presence, "The presence of officers on \(schedule.id)", positive: true)
    try Self.require(
      Double(calendarDays), "The days of the calendar of \(schedule.id)", positive: true)
    try Self.require(Double(teamCount), "The number of teams of \(schedule.id)", positive: true)
    guard !cells.isEmpty else {
      throw .unusableNumber(what: "The number of hours of \(schedule.id)", value: 0)
    }
    for cell in cells {
      try Self.require(
        cell.required, "The officers required in hour \(cell.hour.index) of the week")
      for share in cell.shares {
        try Self.require(share, "The share of hour \(cell.hour.index) on the street")
      }
      guard cell.shares.count == teamCount, cell.occurrences > 0 else {
        throw .unusableNumber(
          what: "The number of teams in hour \(cell.hour.index) of \(schedule.id)",
          value: Double(cell.shares.count))
      }
    }
  }

  static func require(
    _ value: Double, _ what: String, positive: Bool = false
  ) throws(AllocationError) {
    guard value.isFinite, positive ? value > 0 : value >= 0 else {
      throw .unusableNumber(what: what, value: value)
    }
  }
}

public import PolicingDomain

/// What a study tells about the time and the places of its records.
///
/// Without a study, a profile has to describe its watches itself, and every day of the file counts.
public struct DeploymentFrame: Hashable, Sendable {
  /// The days that count; nothing takes those of the file.
  public var period: StudyPeriod?
  /// The watches.
  public var watches: [Watch] = []
  /// The tours of patrol.
  public var tours: [Tour] = []
  /// The rotation of days off.
  public var rotation: DayOffRotation?
  /// The districts; none means that every district of the file is one.
  public var districts: [District.ID] = []
  /// Where the agency is, as in `America/Chicago`.
  public var timeZone: String?

  /// Creates a frame without a study.
  public init() {}

  /// Creates the frame of `study`, whose clock is that of `timeZone`.
  public init(_ study: Study, timeZone: String) {
    period = study.period
    watches = study.schedule.watches
    tours = study.schedule.patrolTours
    rotation = study.schedule.rotation
    districts = study.geography.districts.map(\.id)
    self.timeZone = timeZone
  }

  /// The changes of the clock from `first` through `last`, with a day on either side.
  func clock(from first: CalendarDay, through last: CalendarDay, _ zone: String?) -> StreetClock {
    guard let zone = timeZone ?? zone else { return StreetClock([]) }
    return StreetClock(
      StudyClock.changes(in: zone, from: first.advanced(by: -2), through: last.advanced(by: 2)))
  }
}

public import PolicingDomain

extension ScheduleCalendar {
  /// Works out the calendar of a schedule.
  ///
  /// - Throws: What `ScheduleFigures.init(of:)` throws.
  /// - Complexity: O(days of the cycle × 24 × teams).
  public init(of schedule: TourSchedule) throws(RequirementsError) {
    let figures = try ScheduleFigures(of: schedule)
    let coverage = ScheduleCoverage(of: schedule)
    let rotation = schedule.rotation
    self.init(
      schedule: schedule, figures: figures,
      days: (0..<rotation.cycleLength).map { phase in
        Day(
          phase: phase, weekday: rotation.followsWeek ? Weekday(wrapping: phase) : nil,
          onStreet: (0..<24).map { hour in
            coverage.shares(hourOfDay: hour, day: phase).reduce(0, +)
          })
      },
      groups: rotation.groups.indices.map { group in
        GroupDays(
          group: rotation.groups[group],
          isOn: (0..<rotation.cycleLength).map { rotation.isOn(groupAt: group, phase: $0) })
      })
  }
}

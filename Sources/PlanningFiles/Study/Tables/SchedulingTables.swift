import PolicingDomain

/// The tables about schedules: the year's calendar, schedules to compare, and teams.
struct SchedulingTables {
  /// When scheduled absences fall in the year.
  let calendar: [ScheduledAbsence]
  /// The schedules to compare.
  let schedules: ScheduleTable
  /// The teams.
  let teams: [TeamRotation]

  /// Reads the tables `calendar`, `schedules` and `teams`.
  init(
    _ tables: [StudyTableKind: StudyTable], manifest: StudyManifest, tours: TourTable,
    absences: [AbsenceItem]
  ) {
    calendar = CalendarTable(tables[.calendar], items: absences).absences
    schedules = ScheduleTable(
      tables[.schedules], listed: tours.ofSchedule, watches: manifest.watches.map(\.name))
    tours.checkSchedules(schedules.names)
    teams =
      TeamTable(
        tables[.teams], own: manifest.rotation, schedules: schedules, tours: tours.names
      ).rotations
  }
}

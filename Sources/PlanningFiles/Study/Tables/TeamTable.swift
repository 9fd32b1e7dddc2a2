import PolicingDomain

/// The teams that cover sectors, and those that relieve them.
struct TeamTable {
  /// The series of teams, in the order in which they are first named.
  private(set) var rotations: [TeamRotation] = []

  /// Reads the table `teams`.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - own: The rotation of the study.
  ///   - schedules: The schedules to compare.
  ///   - tours: The names of the tours.
  init(_ table: StudyTable?, own: DayOffRotation?, schedules: ScheduleTable, tours: ReferenceList) {
    var series = ReferenceList(of: "series of teams")
    var rowsOf: [String: [StudyRow]] = [:]
    for row in table?.rows ?? [] {
      let name = row.needed("series")
      guard !name.isEmpty else { continue }
      series.insert(name)
      rowsOf[name, default: []].append(row)
    }
    for name in series.names {
      guard let rows = rowsOf[name], let first = rows.first else { continue }
      for row in rows.dropFirst() where row.text("schedule") != first.text("schedule") {
        row.complain(
          .contradictingRows, "schedule",
          "the series \(name.quoted) has the schedule \(row.text("schedule").quoted) here, but "
            + "\(first.text("schedule").quoted) in line \(first.line)",
          remedy: "write the same schedule in all rows of a series")
      }
      let wanted = first.text("schedule")
      schedules.names.check(wanted, from: first, "schedule")
      if schedules.names.names.isEmpty, !wanted.isEmpty {
        first.complain(
          .unknownReference, "schedule", "there is no table of schedules",
          remedy: "add the table `schedules`, or empty the field")
      }
      let found = schedules.schedules.first { $0.id.description == wanted }?.rotation
      guard let rotation = wanted.isEmpty ? own : found else { continue }
      rotations.append(
        TeamRotation(
          name: name, teams: Self.teams(rows, rotation, tours), rotation: rotation,
          provenance: first.provenance()))
    }
  }

  private static func teams(
    _ rows: [StudyRow], _ rotation: DayOffRotation, _ tours: ReferenceList
  ) -> [TeamRotation.Team] {
    var names = ReferenceList(of: "team of one series")
    let groups = rotation.groups.map(\.description)
    return rows.map { row in
      let name = row.needed("team")
      names.insert(name, from: row, "team")
      let group = row.needed("group")
      if !group.isEmpty, !groups.contains(group) {
        row.complain(
          .unknownReference, "group", "the rotation has no group \(group.quoted)",
          remedy: advice(for: group, among: groups))
      }
      _ = row.needed("duties")
      let tour = row.text("tour")
      tours.check(tour, from: row, "tour")
      _ = row.provenance()
      return TeamRotation.Team(
        name: name, group: DayOffGroup(group), duties: row.list("duties"),
        tour: tour.isEmpty ? nil : Tour.ID(tour))
    }
  }
}

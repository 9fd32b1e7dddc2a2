public import PolicingDomain

extension TeamRotationCheck {
  /// Assigns the duties of each day of a rotation and checks its rules.
  ///
  /// A duty is covered by its own team when that is on duty, else by a relief team that is on duty
  /// and names it; relief teams are matched so that as many duties as possible are covered.
  ///
  /// - Complexity: O(days × duties × teams).
  public init(of rotation: TeamRotation) {
    let cycle = rotation.rotation
    var duties: [String] = []
    for duty in rotation.teams.flatMap(\.duties) where !duties.contains(duty) {
      duties.append(duty)
    }
    var findings: [String] = []
    for team in rotation.teams where !cycle.groups.contains(team.group) {
      findings.append("team \(team.name) has the group \(team.group), which the rotation lacks")
    }
    let days = (0..<cycle.cycleLength).map { phase in
      Self.day(phase, of: rotation, duties: duties, &findings)
    }
    let teams = rotation.teams.map { team in
      let on = days.count { !$0.off.contains(team.name) }
      return TeamDays(
        team: team.name, on: on, off: days.count - on,
        covering: days.count { $0.cover.contains { $0.contains(team.name) } })
    }
    for team in teams where team.on != cycle.daysOn {
      findings.append(
        "team \(team.team) has \(team.on) days on in a cycle, and the rotation \(cycle.daysOn)")
    }
    self.init(
      name: rotation.name, duties: duties, days: days, teams: teams, findings: findings)
  }

  private static func day(
    _ phase: Int, of rotation: TeamRotation, duties: [String], _ findings: inout [String]
  ) -> Day {
    let cycle = rotation.rotation
    func isOn(_ team: TeamRotation.Team) -> Bool {
      guard let group = cycle.groups.firstIndex(of: team.group) else { return false }
      return cycle.isOn(groupAt: group, phase: phase)
    }
    let onDuty = rotation.teams.indices.filter { isOn(rotation.teams[$0]) }
    var cover = duties.map { duty in
      onDuty.filter { rotation.teams[$0].duties == [duty] }
    }
    let open = duties.indices.filter { cover[$0].isEmpty }
    let reliefs = open.map { duty in
      onDuty.filter { team in
        let named = rotation.teams[team].duties
        return named.count > 1 && named.contains(duties[duty])
      }
    }
    let matching = DutyMatching(choices: reliefs)
    for (duty, team) in zip(open, matching.teamOfDuty) {
      if let team { cover[duty] = [team] }
    }
    findings += problems(
      phase, rotation, duties, cover,
      reliefs: Dictionary(
        uniqueKeysWithValues: zip(open, reliefs)))
    let used = Set(cover.flatMap(\.self))
    return Day(
      phase: phase, groupsOff: groupsOff(cycle, phase),
      cover: cover.map { $0.map { rotation.teams[$0].name } },
      free: onDuty.filter { !used.contains($0) }.map { rotation.teams[$0].name },
      off: rotation.teams.filter { !isOn($0) }.map(\.name))
  }

  private static func problems(
    _ phase: Int, _ rotation: TeamRotation, _ duties: [String], _ cover: [[Int]],
    reliefs: [Int: [Int]]
  ) -> [String] {
    var found: [String] = []
    for (position, duty) in duties.enumerated() {
      let names = cover[position].map { rotation.teams[$0].name }
      if names.count > 1 {
        found.append(
          "day \(phase + 1): \(duty) is covered by several teams: \(names.joined(separator: ", "))")
      }
      guard names.isEmpty else { continue }
      let wanted = (reliefs[position] ?? []).map { rotation.teams[$0].name }
      found.append(
        wanted.isEmpty
          ? "day \(phase + 1): nobody covers \(duty): its team is off, and no relief team for it is on"
          : "day \(phase + 1): nobody covers \(duty): the relief team "
            + "\(wanted.joined(separator: ", ")) is needed twice")
    }
    return found
  }

  /// The groups off on a day, the one whose days off began first leading, as calendars name them.
  private static func groupsOff(_ cycle: DayOffRotation, _ phase: Int) -> [DayOffGroup] {
    let off = cycle.groups.indices.filter { !cycle.isOn(groupAt: $0, phase: phase) }
    func daysOff(_ group: Int) -> Int {
      (1...cycle.cycleLength).first { back in
        let before = ((phase - back) % cycle.cycleLength + cycle.cycleLength) % cycle.cycleLength
        return cycle.isOn(groupAt: group, phase: before)
      } ?? 0
    }
    return off.map { (group: $0, days: daysOff($0)) }
      .sorted { ($1.days, $0.group) < ($0.days, $1.group) }.map { cycle.groups[$0.group] }
  }
}

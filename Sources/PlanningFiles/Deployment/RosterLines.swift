internal import PolicingDomain

/// Lays a roster out over one whole turn of its rotation against the week.
///
/// A rotation of six days meets every weekday after 42 days, in which each hour of the week comes six
/// times, once in each phase; a roster without one needs a single week. The turn begins on a Monday
/// and closes on itself, so that a watch past midnight of its last day falls on its first.
struct RosterLines {
  private struct Line: Hashable {
    let row: StreetCells.Row
    let window: Int
    /// One bit for each weekday on which the line is in force.
    let weekdays: Int
    /// The place of the group in the rotation; nothing for those on duty on all their weekdays.
    let group: Int?
    let crew: Double?
  }

  private let profile: DeploymentProfile
  private let rotation: DayOffRotation?
  private let values: RecordValues
  private var places: RecordPlaces
  private var windows: RecordWindows
  private var lines: [Line: StreetCells.Amount] = [:]
  private let tells: (units: Bool, officers: Bool)

  init(_ profile: DeploymentProfile, _ frame: DeploymentFrame) {
    self.profile = profile
    rotation = profile.rotation ?? frame.rotation
    values = RecordValues(profile)
    places = RecordPlaces(profile, frame)
    windows = RecordWindows(profile, frame)
    tells = (
      profile.tells(.units) || profile.tells(.crew) || profile.tells(.unit),
      profile.tells(.officers)
    )
  }

  /// Reads one row.
  mutating func read(_ row: RecordRow, _ tally: inout DeploymentTally) {
    guard let window = windows.window(row, &tally), let days = days(row, &tally),
      let district = places.district(row, &tally)
    else { return }
    guard case .street(let unitClass) = places.assignment(row, &tally) else {
      return tally.setAside(.offStreet, row.line)
    }
    var amount = StreetCells.Amount()
    if tells.officers {
      guard let count = values.count(.officers, row, &tally) else { return }
      amount.officers = count
    }
    var crew: Double?
    if profile.tells(.units) {
      guard let count = values.count(.units, row, &tally) else { return }
      amount.units = count
    } else if profile.tells(.crew) {
      let stated = row.text(.crew).flatMap(NumberReader.plainNumber)
      guard let stated, (0.1...100).contains(stated) else {
        return tally.setAside(.unreadableCrew, row.line)
      }
      crew = stated
    } else if profile.tells(.unit) {
      amount.units = 1
    }
    let line = Line(
      row: StreetCells.Row(district: district, unitClass: unitClass), window: window,
      weekdays: days.weekdays, group: days.group, crew: crew)
    lines[line, default: StreetCells.Amount()] += amount
  }

  private func days(
    _ row: RecordRow, _ tally: inout DeploymentTally
  ) -> (weekdays: Int, group: Int?)? {
    var weekdays = 127
    if let text = row.text(.weekday) {
      guard let days = WeekdayText.weekdays(text) else {
        tally.setAside(.unreadableWeekday, row.line)
        return nil
      }
      weekdays = days.reduce(0) { $0 | 1 << $1.rawValue }
    }
    guard let text = row.text(.group) else { return (weekdays, nil) }
    if let off = profile.fixedGroups[text] {
      return (off.reduce(weekdays) { $0 & ~(1 << $1.rawValue) }, nil)
    }
    guard let place = rotation?.groups.firstIndex(of: DayOffGroup(text)) else {
      tally.setAside(.unknownGroup, row.line)
      return nil
    }
    return (weekdays, place)
  }

  /// Returns the deployment that the roster plans.
  func finish(_ books: DeploymentBooks) -> Deployment {
    let cycle = lines.keys.contains { $0.group != nil } ? rotation?.cycleLength ?? 1 : 1
    let turn = cycle % 7 == 0 ? cycle : cycle * 7
    // 5 January 1970 was a Monday.
    let monday = 4
    var cells = StreetCells()
    for (line, amount) in lines {
      cells.note(line.row)
      let window = windows.windows[line.window]
      for day in 0..<turn where isOn(line, day: day, cycle: cycle) {
        for hour in window.hours {
          let wrapped = (day * 24 + hour + turn * 24) % (turn * 24)
          var share = StreetCells.Amount(
            units: amount.units * window[hour], officers: amount.officers * window[hour])
          if let crew = line.crew {
            share.units = Int((Double(share.officers) / crew).rounded())
          }
          cells.add(share, to: line.row, realHour: monday * 24 + wrapped)
        }
      }
    }
    let sum = StreetSum(
      cells: cells, clock: StreetClock([]), districts: places.districts, tells: tells)
    return books.deployment(
      sum, days: Array(monday..<monday + turn), notTold: notTold, isObserved: { _, _, _ in true })
  }

  private func isOn(_ line: Line, day: Int, cycle: Int) -> Bool {
    guard line.weekdays & 1 << (day % 7) != 0 else { return false }
    guard let group = line.group else { return true }
    return rotation?.isOn(groupAt: group, phase: day % cycle) ?? false
  }

  private var notTold: [String] {
    var words = [
      "A roster tells what was planned: furlough, sickness, details and court are not taken off."
    ]
    if !windows.spreadWatches.isEmpty {
      words.append(
        "Several tours belong to the watch \(windows.spreadWatches.joined(separator: ", ")): "
          + "officers are spread evenly over them, an assumption.")
    }
    if profile.tells(.crew), !profile.tells(.units) {
      words.append(
        "Units are officers divided by the crew of the roster, not a count of cars.")
    }
    return words
  }
}

internal import PolicingDomain

/// Sums attendance sheets: who was present, by day, watch, district and class.
struct AttendanceSheets {
  private struct Sheet: Hashable {
    let row: StreetCells.Row
    let window: Int
    let day: Int
  }

  /// The sheets that have to be there together: those of one watch, or all of a timed file.
  private struct Group: Hashable {
    let district: Int
    let window: Int
  }

  private struct Line: Hashable {
    let sheet: Sheet
    let assignment: String
    let unit: String
  }

  private let profile: DeploymentProfile
  private let frame: DeploymentFrame
  private let values: RecordValues
  private var places: RecordPlaces
  private var windows: RecordWindows
  private var people: [Sheet: StreetCells.Amount] = [:]
  private var days: [Group: Set<Int>] = [:]
  private var lines: Set<Line> = []
  private let countsCars: Bool
  private let tells: (units: Bool, officers: Bool)

  init(_ profile: DeploymentProfile, _ frame: DeploymentFrame) {
    self.profile = profile
    self.frame = frame
    values = RecordValues(profile)
    places = RecordPlaces(profile, frame)
    windows = RecordWindows(profile, frame)
    countsCars = profile.tells(.unit) && !profile.tells(.units)
    tells = (
      profile.tells(.units) || profile.tells(.unit),
      profile.tells(.officers) || profile.tells(.status)
    )
  }

  /// Reads one row.
  mutating func read(_ row: RecordRow, _ tally: inout DeploymentTally) {
    guard let day = day(row, &tally), isPresent(row, &tally),
      let window = windows.window(row, &tally), let district = places.district(row, &tally)
    else { return }
    let group = Group(district: district, window: windows.areTimed ? -1 : window)
    guard case .street(let unitClass) = places.assignment(row, &tally) else {
      days[group, default: []].insert(day)
      return tally.setAside(.offStreet, row.line)
    }
    guard let amount = amount(row, &tally) else { return }
    days[group, default: []].insert(day)
    let key = StreetCells.Row(district: district, unitClass: unitClass)
    let sheet = Sheet(row: key, window: window, day: day)
    let line = Line(
      sheet: sheet, assignment: row.text(.unitClass) ?? "", unit: row.text(.unit) ?? "")
    let isPerson = profile.tells(.status)
    let isNew = isPerson && line.unit.isEmpty ? false : lines.insert(line).inserted
    if !isPerson, !isNew { tally.remark(.repeated, row.line) }
    var sum = people[sheet] ?? StreetCells.Amount()
    sum += amount
    if countsCars, !line.unit.isEmpty, isNew { sum.units += 1 }
    people[sheet] = sum
  }

  private func day(_ row: RecordRow, _ tally: inout DeploymentTally) -> Int? {
    guard let moment = values.date(row, &tally) else { return nil }
    let day = moment.day
    if let period = frame.period,
      day < period.first.advanced(by: -1) || day > period.last.advanced(by: 1)
    {
      tally.setAside(.outsidePeriod, row.line)
      return nil
    }
    return day.dayNumber
  }

  /// Whether the row is of people who were present; one of an absent person is counted as such.
  private func isPresent(_ row: RecordRow, _ tally: inout DeploymentTally) -> Bool {
    guard profile.tells(.status) else { return true }
    guard let status = row.text(.status) else {
      tally.setAside(.noStatus, row.line)
      return false
    }
    switch profile.statuses[status] {
    case .present: return true
    case .absent: tally.absent(status, row.line)
    case .elsewhere: tally.absent("\(status) (present, on work elsewhere)", row.line)
    case nil: tally.setAside(.unknownStatus, row.line, text: status)
    }
    return false
  }

  private func amount(
    _ row: RecordRow, _ tally: inout DeploymentTally
  ) -> StreetCells.Amount? {
    var amount = StreetCells.Amount()
    if profile.tells(.officers) {
      guard let count = values.count(.officers, row, &tally) else { return nil }
      amount.officers = count
    } else if profile.tells(.status) {
      amount.officers = 1
    }
    if profile.tells(.units) {
      guard let count = values.count(.units, row, &tally) else { return nil }
      amount.units = count
    }
    return amount
  }

  /// Returns the deployment that the sheets tell.
  func finish(_ books: DeploymentBooks) throws(FileError) -> Deployment {
    let all = days.values.reduce(into: Set<Int>()) { $0.formUnion($1) }
    let span = try books.span(of: all)
    let clock = frame.clock(from: span.first, through: span.last, profile.timeZone)
    var cells = StreetCells()
    for (sheet, amount) in people {
      cells.note(sheet.row)
      let window = windows.windows[sheet.window]
      for hour in window.hours {
        let seconds = window[hour]
        let share = StreetCells.Amount(
          units: amount.units * seconds, officers: amount.officers * seconds)
        for real in clock.realHours(ofWallHour: sheet.day * 24 + hour) {
          cells.add(share, to: sheet.row, realHour: real)
        }
      }
    }
    let full =
      profile.absence == .nobody && !all.isEmpty
      ? Set(span.first.dayNumber...span.last.dayNumber) : nil
    let sheets = observation(full)
    let sum = StreetSum(cells: cells, clock: clock, districts: places.districts, tells: tells)
    return books.deployment(
      sum, days: books.near(full ?? all, frame.period), notTold: notTold,
      isObserved: sheets.isWhole)
  }

  /// Which sheets each hour of the day takes, and which are there: those of `full`, if it says that
  /// a day without rows had nobody.
  private func observation(_ full: Set<Int>?) -> SheetObservation {
    var known: [SheetObservation.Group: Set<Int>] = [:]
    var needs: [Int: [[SheetObservation.Need]]] = [:]
    for (group, days) in days {
      let key = SheetObservation.Group(district: group.district, window: group.window)
      known[key] = full ?? days
      var hours = needs[group.district] ?? [[SheetObservation.Need]](repeating: [], count: 24)
      let used = group.window < 0 ? Array(windows.windows.indices) : [group.window]
      for window in used {
        for hour in windows.windows[window].hours {
          let shift = hour >= 0 ? hour / 24 : -1
          hours[hour - shift * 24].append(.init(window: group.window, shift: shift))
        }
      }
      if group.window < 0 {
        for hour in hours.indices { hours[hour].append(.init(window: -1, shift: 0)) }
      }
      needs[group.district] = hours.map { Array(Set($0)) }
    }
    return SheetObservation(days: known, needs: needs)
  }

  private var notTold: [String] {
    var words: [String] = []
    let spread = windows.spreadWatches
    if windows.areTimed {
      words.append(
        "Sheets tell when tours start and end, not when officers are on the street: the whole tour "
          + "counts.")
    } else {
      words.append(
        "Sheets tell the watch, not the hour: those present are spread over the time on the street "
          + "of its tour, the meal evenly.")
    }
    if !spread.isEmpty {
      words.append(
        "Several tours belong to the watch \(spread.joined(separator: ", ")): those present are "
          + "spread evenly over them, an assumption.")
    }
    return words
  }
}

/// Which sheets are there, and which of them each hour of the day takes.
struct SheetObservation {
  /// The sheets of one watch in one district; −1 stands for all watches.
  struct Group: Hashable {
    let district: Int
    let window: Int
  }

  /// A sheet that an hour takes, dated `shift` days before the day of the hour.
  struct Need: Hashable {
    let window: Int
    let shift: Int
  }

  let days: [Group: Set<Int>]
  let needs: [Int: [[Need]]]

  /// Whether every sheet that reaches into the hour is there; an hour that no sheet of the district
  /// ever reaches is not observed.
  func isWhole(_ district: Int, _ day: Int, _ hour: Int) -> Bool {
    guard let needs = needs[district]?[hour], !needs.isEmpty else { return false }
    return needs.allSatisfy { need in
      let group = Group(district: district, window: need.window)
      return days[group]?.contains(day - need.shift) ?? false
    }
  }
}

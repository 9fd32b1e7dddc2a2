internal import PolicingDomain

/// The sessions of units, from log-on to log-off.
struct UnitSessions {
  private static let mostAboard = 99

  /// One session; which unit it was is a number that means nothing outside.
  private struct Session {
    let unit: Int
    let row: StreetCells.Row
    let on: LocalTime
    let off: LocalTime?
    let officers: Int
    let line: Int
  }

  private let profile: DeploymentProfile
  private let frame: DeploymentFrame
  private let values: RecordValues
  private var places: RecordPlaces
  private var units: [String: Int] = [:]
  private var sessions: [Session] = []
  private var days: Set<Int> = []

  init(_ profile: DeploymentProfile, _ frame: DeploymentFrame) {
    self.profile = profile
    self.frame = frame
    values = RecordValues(profile)
    places = RecordPlaces(profile, frame)
  }

  /// Reads one row.
  mutating func read(_ row: RecordRow, _ tally: inout DeploymentTally) {
    guard let sign = row.text(.unit) else { return tally.setAside(.noUnit, row.line) }
    guard let on = logOn(row, &tally) else { return }
    if let period = frame.period,
      on.day < period.first.advanced(by: -4) || on.day > period.last
    {
      return tally.setAside(.outsidePeriod, row.line)
    }
    days.insert(on.day.dayNumber)
    guard let off = logOff(row, on, &tally), let officers = officers(row, &tally),
      let district = places.district(row, &tally)
    else { return }
    guard case .street(let unitClass) = places.assignment(row, &tally) else {
      return tally.setAside(.offStreet, row.line)
    }
    let unit = units[sign] ?? units.count
    units[sign] = unit
    sessions.append(
      Session(
        unit: unit, row: StreetCells.Row(district: district, unitClass: unitClass), on: on,
        off: off.moment, officers: officers, line: row.line))
  }

  private func logOn(_ row: RecordRow, _ tally: inout DeploymentTally) -> LocalTime? {
    guard let text = row.text(.logOn) else {
      tally.setAside(.noLogOn, row.line)
      return nil
    }
    switch values.stamp(text) {
    case .moment(let moment): return moment
    case .sentinel: tally.setAside(.sentinelDate, row.line)
    case .unlikely: tally.setAside(.unlikelyDate, row.line)
    case .unreadable: tally.setAside(.unreadableLogOn, row.line)
    }
    return nil
  }

  /// Returns the log-off, which may be unknown where it is to be cut, or nothing after counting why
  /// the row is set aside.
  private func logOff(
    _ row: RecordRow, _ on: LocalTime, _ tally: inout DeploymentTally
  ) -> (moment: LocalTime?, Void)? {
    let stamp = row.text(.logOff).map { values.stamp($0) } ?? .sentinel
    switch stamp {
    case .moment(let moment):
      guard moment < on, profile.logOffDate == .logOn else { return (moment, ()) }
      return (moment.advanced(bySeconds: 86_400), ())
    case .sentinel:
      if profile.forgotten == .cut { return (nil, ()) }
      tally.setAside(.noLogOff, row.line)
    case .unlikely: tally.setAside(.unlikelyDate, row.line)
    case .unreadable: tally.setAside(.unreadableLogOff, row.line)
    }
    return nil
  }

  private func officers(_ row: RecordRow, _ tally: inout DeploymentTally) -> Int? {
    let missing = profile.logGrain == .officer ? 1 : 0
    guard profile.tells(.officers) else { return missing }
    guard let text = row.text(.officers) else {
      tally.remark(.noOfficers, row.line)
      return missing
    }
    guard let count = RecordValues.count(text), count <= Self.mostAboard else {
      tally.setAside(.unreadableCount, row.line)
      return nil
    }
    if count > 8 { tally.remark(.manyOfficers, row.line) }
    return count
  }

  /// Returns the deployment that the sessions tell.
  mutating func finish(
    files: [String], tally: DeploymentTally
  ) throws(FileError) -> Deployment {
    var tally = tally
    let early = DeploymentBooks(files: files, profile: profile, tally: tally)
    let span = try early.span(of: days)
    let clock = frame.clock(from: span.first, through: span.last, profile.timeZone)
    sessions.sort { first, second in
      (first.unit, first.on, first.off ?? first.on, first.officers, first.row.district)
        < (second.unit, second.on, second.off ?? second.on, second.officers, second.row.district)
    }
    var time = UnitTime(clock: clock, addsOfficers: profile.logGrain == .officer)
    for position in sessions.indices {
      let session = sessions[position]
      guard let span = realSpan(of: position, clock, &tally) else { continue }
      time.add(
        UnitTime.Stay(
          unit: session.unit, row: session.row, start: span.start, end: span.end,
          officers: session.officers, line: session.line, startDay: session.on.day.dayNumber))
    }
    let stayed = time.finish()
    for line in stayed.overlapping where profile.logGrain == .unit {
      tally.remark(.overlapping, line)
    }
    let tellsOfficers = profile.tells(.officers) || profile.logGrain == .officer
    let sum = StreetSum(
      cells: stayed.cells, clock: clock, districts: places.districts,
      tells: (true, tellsOfficers))
    let books = DeploymentBooks(files: files, profile: profile, tally: tally)
    let days = days
    return books.deployment(sum, days: books.near(days, frame.period), notTold: notTold) {
      _, day, hour in
      days.contains(day) && (!stayed.pastMidnight[hour] || days.contains(day - 1))
    }
  }

  /// Returns the real seconds of a session, or nothing after counting why it is set aside.
  private func realSpan(
    of position: Int, _ clock: StreetClock, _ tally: inout DeploymentTally
  ) -> (start: Int, end: Int)? {
    let session = sessions[position]
    let longest = Int((profile.longestSession.value * 3600).rounded())
    let next = position + 1 < sessions.count ? sessions[position + 1] : nil
    let limit =
      next.flatMap { $0.unit == session.unit ? clock.real($0.on) : nil } ?? Int.max
    guard let off = session.off else {
      tally.remark(.cutOpen, session.line)
      let start = clock.real(session.on)
      return (start, max(start, min(start + longest, limit)))
    }
    var span = clock.span(from: session.on, to: off)
    if span.end < span.start {
      tally.setAside(.negative, session.line)
      return nil
    }
    if clock.comesTwice(session.on) || clock.comesTwice(off) {
      tally.remark(.ambiguous, session.line)
    }
    if clock.isSkipped(session.on) || clock.isSkipped(off) {
      tally.remark(.skipped, session.line)
    }
    if span.end - span.start > longest {
      guard profile.forgotten == .cut else {
        tally.setAside(.overlong, session.line)
        return nil
      }
      tally.remark(.cutLong, session.line)
      span.end = max(span.start, min(span.start + longest, limit))
    }
    if span.start == span.end { tally.remark(.instant, session.line) }
    return span
  }

  private var notTold: [String] {
    var words = [
      "A log tells when units were logged on, not whether they were on the street: meals, training "
        + "and time at the station are in it unless the unit logs off for them."
    ]
    if profile.logGrain == .unit, !profile.tells(.officers) {
      words.append("The log does not tell the officers aboard.")
    }
    return words
  }
}

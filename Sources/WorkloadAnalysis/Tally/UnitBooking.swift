import PolicingDomain

/// The time of one unit on a call, or of all of them where an export has one row per call.
struct UnitTime {
  let dispatched: CallBatch.Stamp
  let enroute: CallBatch.Stamp
  let arrived: CallBatch.Stamp
  let cleared: CallBatch.Stamp
  let received: LocalTime
  /// The units, in millionths.
  let units: Int
  let unitClass: Int
  let home: Int
  /// The officers in the unit, or −1.
  let officers: Int
}

/// Units on calls into every table of work.
extension WorkloadTally {
  /// Books every unit of a call with its own time.
  mutating func bookResponses(
    _ responses: ArraySlice<CallBatch.Response>, _ place: CallPlace, received: LocalTime
  ) {
    counts.hasResponses = true
    var sent = 0
    for response in responses where Self.drewUnit(response) {
      sent += 1
      book(
        UnitTime(
          dispatched: response.dispatched, enroute: response.enroute, arrived: response.arrived,
          cleared: response.cleared, received: received, units: Millionths.one,
          unitClass: response.unitClass.row, home: places.homeRow(response.home),
          officers: response.officers > 0 ? Int(response.officers) : -1), place)
    }
    bookCallWithUnit(place, units: sent * Millionths.one)
  }

  /// Books a call of which only the whole is told: its units are taken to stay as long as the call.
  mutating func bookCall(_ row: CallBatch.Row, _ place: CallPlace) {
    var units = Int(row.unitCount) * Millionths.one
    let isBelieved = row.unitCount > 0 && Int(row.unitCount) <= assumptions.mostUnits
    if !isBelieved {
      if row.unitCount > 0 { counts.tooManyUnits += 1 }
      units = factor(category: place.category, hourOfDay: place.hour % 24)
    }
    bookCallWithUnit(place, units: units)
    let beyondFirst = isBelieved ? 0 : units - Millionths.one
    book(
      UnitTime(
        dispatched: row.dispatched, enroute: row.enroute, arrived: row.arrived,
        cleared: row.cleared, received: row.received, units: units,
        unitClass: UnitClass.unclassified.row, home: places.unknownHome, officers: -1), place,
      beyondFirst: beyondFirst)
  }

  /// Units per call of a category at an hour, in millionths, where the export does not tell.
  mutating func factor(category: Int, hourOfDay: Int) -> Int {
    while factors.count <= category * 24 {
      let name = CallCategory(places.categories.texts[factors.count / 24])
      for hour in 0..<24 { factors.append(Millionths.of(backUp.units(for: name, hourOfDay: hour))) }
    }
    return factors[category * 24 + hourOfDay]
  }

  private mutating func bookCallWithUnit(_ place: CallPlace, units: Int) {
    groups[place.group].callsWithUnit += 1
    accumulate(&groups[place.group].units, units)
    let category = place.category * 2 + place.origin
    categories[category].callsWithUnit += 1
    accumulate(&categories[category].units, units)
    if place.origin == 0 {
      let cell = hourly.position(priority: place.priority, row: place.row, hour: place.hour)
      hourly.callsWithUnit[cell] += 1
      queue.count(units: units, at: place.priority * places.rowCount + place.row)
      let kind = kinds.slot(category: place.category, priority: place.priority)
      categoryCells.count(kind: kind, row: place.row, hour: place.hour)
    }
  }

  /// Books what is known of a unit's time, and counts what is missing.
  private mutating func book(_ time: UnitTime, _ place: CallPlace, beyondFirst: Int = 0) {
    let kind = kinds.slot(
      category: place.category, priority: place.priority, unitClass: time.unitClass)
    let travel = clock.span(time.dispatched, time.arrived, longest: longest)
    let onScene = clock.span(time.arrived, time.cleared, longest: longest)
    if case .known(let seconds) = travel {
      times[WorkPart.travel.rawValue].observe(
        kind, week: place.week, weight: time.units, seconds: seconds)
    }
    if case .known(let seconds) = onScene {
      times[WorkPart.onScene.rawValue].observe(
        kind, week: place.week, weight: time.units, seconds: seconds)
    }
    let classCell = place.origin * CallKinds.classes + time.unitClass
    accumulate(&classes[classCell].units, time.units)
    switch clock.span(time.dispatched, time.cleared, longest: longest) {
    case .known(let seconds):
      times[WorkPart.whole.rawValue].observe(
        kind, week: place.week, weight: time.units, seconds: seconds)
      categories[place.category * 2 + place.origin].observed += 1
      classes[classCell].observed += 1
      if place.beat >= 0 { beats[place.beat].observed += 1 }
      bookKnown(
        time, place, from: time.dispatched, to: time.cleared, seconds: seconds,
        beyondFirst: beyondFirst)
      return
    case .missing: break
    case .reversed: counts.reversed += 1
    case .tooLong: counts.tooLong += 1
    }
    // A clearance that is not believed tells nothing of the time on scene either.
    if !time.dispatched.isKnown, case .known(let seconds) = onScene {
      bookKnown(
        time, place, from: time.arrived, to: time.cleared, seconds: seconds,
        beyondFirst: beyondFirst)
      bookMissing(.travel, kind, time, place, end: time.arrived, isLater: true, beyondFirst)
    } else if !time.cleared.isKnown, case .known(let seconds) = travel {
      bookKnown(
        time, place, from: time.dispatched, to: time.arrived, seconds: seconds,
        beyondFirst: beyondFirst)
      bookMissing(.onScene, kind, time, place, end: time.arrived, isLater: false, beyondFirst)
    } else {
      let starts = [time.dispatched, time.enroute, time.arrived]
      let start = starts.first(where: \.isKnown)
      let isLater = start == nil && time.cleared.isKnown
      let end = start ?? (isLater ? time.cleared : CallBatch.Stamp(time.received))
      bookMissing(.whole, kind, time, place, end: end, isLater: isLater, beyondFirst)
    }
  }

  private mutating func bookKnown(
    _ time: UnitTime, _ place: CallPlace, from: CallBatch.Stamp, to: CallBatch.Stamp, seconds: Int,
    beyondFirst: Int
  ) {
    let work = seconds &* time.units
    accumulate(&groups[place.group].work, work)
    accumulate(&categories[place.category * 2 + place.origin].work, work)
    let classCell = place.origin * CallKinds.classes + time.unitClass
    accumulate(&classes[classCell].work, work)
    if time.officers > 0 {
      accumulate(&classes[classCell].officerWork, work &* time.officers)
      accumulate(&classes[classCell].workWithCrew, work)
    }
    accumulate(&homes[homeCell(place, home: time.home)], work)
    if place.beat >= 0 {
      accumulate(&beats[place.beat].work, work)
    } else {
      accumulate(&counts.unbeatedWork, work)
    }
    accumulate(&counts.backUpWork, seconds &* beyondFirst)
    if place.origin == 0 {
      let cell = hourly.position(priority: place.priority, row: place.row, hour: place.hour)
      accumulate(&hourly.workByArrival[cell], work)
      let kind = kinds.slot(category: place.category, priority: place.priority)
      categoryCells.add(work: work, kind: kind, row: place.row)
    }
    spread(from: from, to: to, seconds: seconds, units: time.units, place)
  }

  /// The position of a district, home and origin in ``homes``.
  @inline(__always)
  func homeCell(_ place: CallPlace, home: Int) -> Int {
    (place.origin * places.rowCount + place.row) * (places.rowCount + 1) + home
  }

  /// Spreads work over the hours that it covers (FORMULATION 2.2).
  private mutating func spread(
    from: CallBatch.Stamp, to: CallBatch.Stamp, seconds: Int, units: Int, _ place: CallPlace
  ) {
    let row = (place.origin * places.rowCount + place.row) * HourOfWeek.count
    if seconds != to.raw &- from.raw {
      let start = LocalTime(seconds: from.raw)
      clock.changes.forEachHour(from: start, to: LocalTime(seconds: to.raw)) { number, part in
        let hour = LocalTime(seconds: number * 3600).hourOfWeek.index
        accumulate(&hourly.work[row + hour], part &* units)
      }
      return
    }
    var hour = clock.hourOfWeek(from.raw)
    var left = seconds
    var part = min(left, 3600 - LocalTime.secondsIntoHour(from.raw))
    while left > 0 {
      accumulate(&hourly.work[row + hour], part &* units)
      left -= part
      hour = hour == HourOfWeek.count - 1 ? 0 : hour + 1
      part = min(left, 3600)
    }
  }

  private mutating func bookMissing(
    _ part: WorkPart, _ kind: Int, _ time: UnitTime, _ place: CallPlace, end: CallBatch.Stamp,
    isLater: Bool, _ beyondFirst: Int
  ) {
    times[part.rawValue].miss(kind, week: place.week, weight: time.units)
    let origin = place.origin
    func key(_ first: Int, _ second: Int) -> MissingWork.Key {
      MissingWork.Key(part, kind: kind, origin: origin, first, second)
    }
    let hours = HourPair(
      received: place.hour, known: clock.hourOfWeek(end.raw), isLater: isLater)
    missing.byWeek.add(key(place.row, place.week), time.units)
    missing.byHour.add(key(place.row, hours.packed), time.units)
    missing.byHome.add(key(place.row, time.home), time.units)
    missing.byBeat.add(key(0, place.beat + 1), time.units)
    if beyondFirst > 0 { missing.backUp.add(key(0, 0), beyondFirst) }
    if time.officers > 0 {
      missing.crews.add(key(0, 0), time.units &* time.officers)
      missing.crews.add(key(0, 1), time.units)
    }
  }
}

extension LocalTime {
  /// Seconds since the hour began.
  @inline(__always)
  static func secondsIntoHour(_ seconds: Int) -> Int {
    let rest = seconds % 3600
    return rest < 0 ? rest + 3600 : rest
  }
}

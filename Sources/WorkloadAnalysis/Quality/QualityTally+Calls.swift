import PolicingDomain

extension QualityTally {
  /// Where a call is counted.
  struct Place {
    var level = 0
    var category: Int32 = 0
    /// The aspects of the call, each a bit.
    var mask: UInt32 = 0
  }

  mutating func add(
    _ row: CallBatch.Row, parts: Range<Int>, of batch: CallBatch, _ names: inout QualityPlaces
  ) {
    let showsUnit =
      row.dispatched.isKnown || row.enroute.isKnown || row.arrived.isKnown || row.unitCount > 0
      || !parts.isEmpty
    // Where nothing but a later stamp tells of units, its absence says nothing of them.
    let sent = showsUnit || !export.tellsSending
    let missing = SIMD4<Int>(
      row.dispatched.isKnown ? 0 : 1, row.enroute.isKnown ? 0 : 1, row.arrived.isKnown ? 0 : 1,
      row.cleared.isKnown ? 0 : 1)
    calls += 1
    if row.origin == .officer { officerCalls += 1 }
    var place = Place()
    place.level = row.priority < 0 ? CallPriority.lowest + 1 : Int(row.priority)
    place.mask = aspects(of: row, showsUnit: showsUnit, parts: parts)
    let hour = row.received.hourOfWeek.hourOfDay
    countPlaces(row, batch, &names, &place, hour: hour, missing: missing, sent: sent)
    days[row.received.day.dayNumber, default: .init()].count(missing, sent: sent)
    categories[place.category].missing.count(missing, sent: sent)
    origins[row.origin == .community ? 0 : 1].count(missing, sent: sent)
    outcomes[Self.position(of: row.outcome)].count(missing, sent: sent)
    if row.origin == .community {
      communityPriorities[place.level].count(missing, sent: sent)
    }
    countStamps(row)
    callsByAspect.add(1, mask: place.mask)
    if showsUnit {
      countWork(row, parts: parts, of: batch, place)
    } else if export.tellsSending {
      categories[place.category].kinds[place.level].toImpute
        .add(1, mask: QualityAspect.noSign.bit)
    }
  }

  static func position(of outcome: CallOutcome) -> Int {
    switch outcome {
    case .served: 0
    case .cancelled: 1
    case .elsewhere: 2
    case .duplicate: 3
    }
  }

  private func aspects(of row: CallBatch.Row, showsUnit: Bool, parts: Range<Int>) -> UInt32 {
    var mask: UInt32 = 0
    if showsUnit {
      mask = QualityAspect.work.bit
    } else if export.tellsSending {
      mask = QualityAspect.noSign.bit
    }
    if row.priority < 0 { mask |= QualityAspect.noPriority.bit }
    if row.origin == .officer { mask |= QualityAspect.officerStarted.bit }
    if showsUnit, parts.isEmpty, row.unitCount <= 0 { mask |= QualityAspect.unknownUnits.bit }
    switch row.outcome {
    case .served: break
    case .cancelled: mask |= QualityAspect.cancelled.bit
    case .elsewhere: mask |= QualityAspect.elsewhere.bit
    case .duplicate: mask |= QualityAspect.duplicate.bit
    }
    return mask
  }

  private mutating func countPlaces(
    _ row: CallBatch.Row, _ batch: CallBatch, _ names: inout QualityPlaces, _ place: inout Place,
    hour: Int, missing: SIMD4<Int>, sent: Bool
  ) {
    let district = Self.place(row.district, &names.districts, &districts, batch)
    let beat = Self.place(row.beat, &names.beats, &beats, batch)
    place.category = Self.place(row.category, &names.categories, &categories, batch)
    if batch.names[row.category] == DataQuality.notRecorded {
      place.mask |= QualityAspect.noCategory.bit
    }
    if row.district < 0 {
      place.mask |= QualityAspect.noDistrict.bit
    } else if let knownDistricts, !knownDistricts.contains(batch.names[row.district]) {
      place.mask |= QualityAspect.unknownDistrict.bit
    }
    if row.beat < 0 {
      place.mask |= QualityAspect.noBeat.bit
    } else if let knownBeats, !knownBeats.contains(batch.names[row.beat]) {
      place.mask |= QualityAspect.unknownBeat.bit
    }
    districts[district].calls += 1
    districts[district].hours[place.level * 24 + hour].count(missing, sent: sent)
    beats[beat].calls += 1
  }

  private static func place<Cell>(
    _ name: Int32, _ known: inout [Int32], _ tally: inout NamedTally<Cell>, _ batch: CallBatch
  ) -> Int32 {
    guard name >= 0 else { return NamedTally<Cell>.nameless }
    let position = Int(name)
    if known[position] < 0 { known[position] = tally.position(of: batch.names[name]) }
    return known[position]
  }
}

/// The stamps of a call.
extension QualityTally {
  private mutating func countStamps(_ row: CallBatch.Row) {
    let received = CallBatch.Stamp(row.received)
    let isOfficer = row.origin == .officer
    let first = isOfficer ? 25 : 0
    countPair(received, 0, row.dispatched, 1, first)
    countPair(received, 0, row.enroute, 2, first)
    countPair(received, 0, row.arrived, 3, first)
    countPair(received, 0, row.cleared, 4, first)
    countPair(row.dispatched, 1, row.enroute, 2, first)
    countPair(row.dispatched, 1, row.arrived, 3, first)
    countPair(row.dispatched, 1, row.cleared, 4, first)
    countPair(row.enroute, 2, row.arrived, 3, first)
    countPair(row.enroute, 2, row.cleared, 4, first)
    countPair(row.arrived, 3, row.cleared, 4, first)
    stamps[0].add(row.received)
    if let moment = row.dispatched.time { stamps[1].add(moment) }
    if let moment = row.enroute.time { stamps[2].add(moment) }
    if let moment = row.arrived.time { stamps[3].add(moment) }
    if let moment = row.cleared.time { stamps[4].add(moment) }
    countTime(.waiting, from: received, to: row.dispatched, row, isOfficer)
    countTime(.travel, from: row.dispatched, to: row.arrived, row, isOfficer)
    countTime(.response, from: received, to: row.arrived, row, isOfficer)
    countTime(.onScene, from: row.arrived, to: row.cleared, row, isOfficer)
  }

  private mutating func countPair(
    _ earlier: CallBatch.Stamp, _ first: Int, _ later: CallBatch.Stamp, _ second: Int,
    _ offset: Int
  ) {
    guard earlier.isKnown, later.isKnown else { return }
    let index = offset + first * 5 + second
    pairs[index].known += 1
    if seconds(from: earlier, to: later) < 0 { pairs[index].reversed += 1 }
    if later.raw == earlier.raw { pairs[index].equal += 1 }
  }

  /// Real seconds between two stamps that are known.
  private func seconds(from start: CallBatch.Stamp, to end: CallBatch.Stamp) -> Int {
    let changes = export.clockChanges
    // Changes come twice a year over centuries: only one that lies between the stamps matters.
    let from = LocalTime(seconds: min(start.raw, end.raw)).hourNumber - 1
    let to = LocalTime(seconds: max(start.raw, end.raw)).hourNumber + 1
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].hourNumber < from { low = middle + 1 } else { high = middle }
    }
    guard low < changes.count, changes[low].hourNumber <= to else { return end.raw - start.raw }
    return changes.realSeconds(
      from: LocalTime(seconds: start.raw), to: LocalTime(seconds: end.raw))
  }

  private mutating func countTime(
    _ interval: DataQuality.Interval, from start: CallBatch.Stamp, to end: CallBatch.Stamp,
    _ row: CallBatch.Row, _ isOfficer: Bool
  ) {
    guard start.isKnown, end.isKnown else { return }
    let length = seconds(from: start, to: end)
    let first = isOfficer ? DataQuality.Interval.allCases.count : 0
    times[first + interval.rawValue].add(length, units: 1, standards: standards)
    guard !isOfficer, length >= 0 else { return }
    let level = row.priority < 0 ? CallPriority.lowest + 1 : Int(row.priority)
    switch interval {
    case .waiting: delays[level].add(length)
    case .travel: delays[qualityLevels + level].add(length)
    case .response: delays[2 * qualityLevels + level].add(length)
    case .unitTime, .onScene: break
    }
  }
}

/// The work of a call.
extension QualityTally {
  private mutating func countWork(
    _ row: CallBatch.Row, parts: Range<Int>, of batch: CallBatch, _ place: Place
  ) {
    var reasons: UInt32 = 0
    if parts.isEmpty {
      let units = max(1, Int(row.unitCount))
      reasons = countPart(row.dispatched, row.cleared, units: units, row.origin, place, nil)
    }
    for index in parts {
      let part = batch.responses[index]
      var place = place
      if part.unitClass == .unclassified { place.mask |= QualityAspect.unclassifiedUnit.bit }
      responses += 1
      unitClasses[Self.position(of: part.unitClass)].count(
        SIMD4<Int>(
          part.dispatched.isKnown ? 0 : 1, part.enroute.isKnown ? 0 : 1,
          part.arrived.isKnown ? 0 : 1, part.cleared.isKnown ? 0 : 1), sent: true)
      let crew = part.officers > 0 ? Int(part.officers) : nil
      reasons |= countPart(part.dispatched, part.cleared, units: 1, row.origin, place, crew)
      reasons |= place.mask & QualityAspect.unclassifiedUnit.bit
    }
    callsByAspect.add(1, mask: reasons)
  }

  static func position(of unitClass: UnitClass) -> Int {
    switch unitClass {
    case .beat: 0
    case .rapid: 1
    case .tactical: 2
    case .supervisor: 3
    case .wagon: 4
    case .citywide: 5
    case .unclassified: 6
    }
  }

  /// Counts the time of `units` units alike, and returns why it is not known, as a bit.
  private mutating func countPart(
    _ dispatched: CallBatch.Stamp, _ cleared: CallBatch.Stamp, units: Int, _ origin: CallOrigin,
    _ place: Place, _ crew: Int?
  ) -> UInt32 {
    var reason: QualityAspect?
    var length = 0
    switch (dispatched.isKnown, cleared.isKnown) {
    case (false, false): reason = .noDispatchedNorCleared
    case (false, true): reason = .noDispatched
    case (true, false): reason = .noCleared
    case (true, true):
      length = seconds(from: dispatched, to: cleared)
      let first = origin == .officer ? DataQuality.Interval.allCases.count : 0
      times[first].add(length, units: units, standards: standards)
      if length >= 0 { categories[place.category].unitTimes.add(length, units: units) }
      if length < 0 { reason = .clearedFirst }
      if length > standards.longestSeconds { reason = .tooLong }
    }
    guard let reason else {
      countTold(length, units: units, place, crew)
      return 0
    }
    let mask = place.mask | reason.bit
    unitsByAspect.add(units, mask: mask)
    categories[place.category].kinds[place.level].toImpute.add(units, mask: mask)
    return reason.bit
  }

  private mutating func countTold(_ length: Int, units: Int, _ place: Place, _ crew: Int?) {
    unitsByAspect.add(units, mask: place.mask)
    secondsByAspect.add(units * length, mask: place.mask)
    categories[place.category].kinds[place.level].units += units
    categories[place.category].kinds[place.level].seconds += units * length
    if let crew {
      crewedSeconds += units * length
      crewedOfficerSeconds += units * length * crew
    }
  }
}

import PolicingDomain

/// Where a call is booked: its rows in the tables.
struct CallPlace {
  let row: Int
  let week: Int
  let hour: Int
  let priority: Int
  let origin: Int
  let category: Int
  let beat: Int
  /// The cell of its week, origin, district and priority.
  let group: Int
}

/// One call into every table.
extension WorkloadTally {
  mutating func count(_ row: CallBatch.Row, _ responses: ArraySlice<CallBatch.Response>) {
    guard let offset = clock.offset(of: row.received) else {
      counts.outsidePeriod += 1
      return
    }
    guard row.outcome != .duplicate else {
      countDuplicate(row, responses)
      return
    }
    counts.calls += 1
    let place = place(of: row, offset: offset)
    groups[place.group].calls += 1
    categories[place.category * 2 + place.origin].calls += 1
    if place.beat >= 0 { beats[place.beat].calls += 1 }
    let isCommunity = row.origin == .community
    if isCommunity {
      let cell = hourly.position(priority: place.priority, row: place.row, hour: place.hour)
      hourly.calls[cell] += 1
    }
    let drewByResponse = responses.contains(where: Self.drewUnit)
    let drew = drewByResponse || Self.drewUnit(row)
    if isCommunity { countUnmet(row, place, drewUnit: drew) }
    guard drew else {
      if isCommunity {
        counts.withoutUnit += 1
        countUnseen(row, place)
      }
      if row.cleared.isKnown { counts.onlyCleared += 1 }
      return
    }
    if isCommunity { countTimes(row, place) }
    if drewByResponse {
      bookResponses(responses, place, received: row.received)
    } else {
      bookCall(row, place)
    }
  }

  private mutating func place(of row: CallBatch.Row, offset: Int) -> CallPlace {
    let district = places.districtRow(row.district)
    let category = places.categoryRow(row.category)
    let beat = places.beatRow(row.beat)
    if categories.count < (category + 1) * 2 {
      let added = (category + 1) * 2 - categories.count
      categories.append(contentsOf: repeatElement(CategoryCell(), count: added))
    }
    if beats.count <= beat {
      beats.append(contentsOf: repeatElement(BeatCell(), count: beat + 1 - beats.count))
    }
    let priority = Level.row(row.priority)
    let origin = row.origin == .community ? 0 : 1
    let week = offset / (7 * 86_400)
    return CallPlace(
      row: district, week: week, hour: (offset / 3600 + clock.firstHour) % HourOfWeek.count,
      priority: priority, origin: origin, category: category, beat: beat,
      group: group(week: week, origin: origin, row: district, priority: priority))
  }

  /// The position of a cell in ``groups``.
  @inline(__always)
  func group(week: Int, origin: Int, row: Int, priority: Int) -> Int {
    ((week * 2 + origin) * places.rowCount + row) * Level.count + priority
  }

  /// Whether a unit went to the call, as far as its own stamps tell.
  @inline(__always)
  static func drewUnit(_ row: CallBatch.Row) -> Bool {
    row.dispatched.isKnown || row.enroute.isKnown || row.arrived.isKnown || row.unitCount > 0
  }

  /// Whether a response is more than an empty cell.
  @inline(__always)
  static func drewUnit(_ response: CallBatch.Response) -> Bool {
    response.unit != 0 || response.dispatched.isKnown || response.enroute.isKnown
      || response.arrived.isKnown || response.cleared.isKnown
  }

  private mutating func countDuplicate(
    _ row: CallBatch.Row, _ responses: ArraySlice<CallBatch.Response>
  ) {
    counts.duplicates += 1
    if responses.isEmpty {
      let span = clock.span(row.dispatched, row.cleared, longest: longest)
      accumulate(&counts.duplicateWork, (span.seconds ?? 0) * Millionths.one)
    }
    for response in responses {
      let span = clock.span(response.dispatched, response.cleared, longest: longest)
      accumulate(&counts.duplicateWork, (span.seconds ?? 0) * Millionths.one)
    }
  }

  /// Counts the most that a call without a sign of a unit can have been worth: a call that lost both
  /// the stamp of dispatch and that of arrival looks as if nobody had been sent.
  private mutating func countUnseen(_ row: CallBatch.Row, _ place: CallPlace) {
    guard row.outcome == .served, row.cleared.isKnown else { return }
    let span = clock.span(row.received, row.cleared, longest: longest)
    let units = factor(category: place.category, hourOfDay: place.hour % 24)
    accumulate(&counts.unseenWork, (span.seconds ?? longest) &* units)
  }

  private mutating func countUnmet(
    _ row: CallBatch.Row, _ place: CallPlace, drewUnit drew: Bool
  ) {
    let delay = clock.span(row.received, row.dispatched, longest: longest)
    let kind: UnmetDemand.Kind
    let wait: Int?
    if drew {
      if row.outcome == .cancelled {
        kind = .cancelledAfter
        wait = delay.seconds
      } else if let delay = delay.seconds, delay > holdLimit {
        kind = .held
        wait = delay
      } else {
        return
      }
    } else {
      kind =
        row.outcome == .cancelled
        ? .cancelledBefore : row.outcome == .elsewhere ? .elsewhere : .neverSent
      let end = row.cleared.isKnown ? row.cleared : row.closed
      wait = clock.span(row.received, end, longest: longest).seconds
    }
    let cell = (kind.row * Level.count + place.priority) * places.rowCount + place.row
    unmet[cell].calls += 1
    if let wait {
      unmet[cell].callsWithWait += 1
      accumulate(&unmet[cell].seconds, wait)
    }
  }

  /// The times of a call of the community to which a unit went.
  private mutating func countTimes(_ row: CallBatch.Row, _ place: CallPlace) {
    let kind = kinds.slot(category: place.category, priority: place.priority)
    let delay = clock.span(row.received, row.dispatched, longest: longest)
    countTime(.dispatchDelay, delay, kind, place)
    if case .known(let seconds) = delay {
      let cell = place.priority * places.rowCount + place.row
      queue.count(wait: seconds, at: cell, hour: place.hour)
    }
    countTime(.travel, clock.span(row.dispatched, row.arrived, longest: longest), kind, place)
    countTime(.response, clock.span(row.received, row.arrived, longest: longest), kind, place)
    countTime(.onScene, clock.span(row.arrived, row.cleared, longest: longest), kind, place)
  }

  @inline(__always)
  private mutating func countTime(
    _ time: CallTime, _ span: StudyClock.Span, _ kind: Int, _ place: CallPlace
  ) {
    if case .known(let seconds) = span {
      callTimes[time.rawValue].observe(kind, week: place.week, weight: 1, seconds: seconds)
      histograms.add(time, priority: place.priority, seconds: seconds)
    } else {
      callTimes[time.rawValue].miss(kind, week: place.week, weight: 1)
    }
  }
}

extension StudyClock {
  @inline(__always)
  func span(_ from: LocalTime, _ to: CallBatch.Stamp, longest: Int) -> Span {
    span(CallBatch.Stamp(from), to, longest: longest)
  }
}

extension UnmetDemand.Kind {
  var row: Int {
    switch self {
    case .cancelledBefore: 0
    case .cancelledAfter: 1
    case .neverSent: 2
    case .elsewhere: 3
    case .held: 4
    }
  }
}

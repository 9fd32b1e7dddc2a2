internal import PolicingDomain

/// Merges the sessions of each unit, so that a unit that is logged on twice is one unit.
struct UnitTime {
  /// One session in real seconds.
  struct Stay {
    let unit: Int
    let row: StreetCells.Row
    let start: Int
    let end: Int
    let officers: Int
    let line: Int
    let startDay: Int
  }

  /// What came of the sessions.
  struct Answer {
    var cells = StreetCells()
    /// The lines of sessions that begin while their unit is on.
    var overlapping: [Int] = []
    /// The hours of the day in which units are on that logged on the day before, or earlier.
    var pastMidnight = [Bool](repeating: false, count: 24)
  }

  private struct Event {
    let time: Int
    let isStart: Bool
    let stay: Stay
  }

  private let clock: StreetClock
  private let addsOfficers: Bool
  private var stays: [Stay] = []

  init(clock: StreetClock, addsOfficers: Bool) {
    self.clock = clock
    self.addsOfficers = addsOfficers
  }

  /// Adds a session.
  mutating func add(_ stay: Stay) { stays.append(stay) }

  /// Returns the seconds on the street.
  ///
  /// A merged stay belongs to the district and class of its first session. Of overlapping sessions
  /// of the whole unit the larger number of officers counts; those of single officers add up.
  ///
  /// - Complexity: O(n log n) for n sessions.
  func finish() -> Answer {
    var answer = Answer()
    for stay in stays { notePastMidnight(stay, in: &answer) }
    let sorted = stays.sorted { first, second in
      (first.unit, first.start, first.end, first.row.district, first.row.unitClass.order)
        < (second.unit, second.start, second.end, second.row.district, second.row.unitClass.order)
    }
    var start = 0
    while start < sorted.count {
      var end = start
      while end < sorted.count, sorted[end].unit == sorted[start].unit { end += 1 }
      sweep(sorted[start..<end], into: &answer)
      start = end
    }
    answer.overlapping.sort()
    return answer
  }

  private func sweep(_ stays: ArraySlice<Stay>, into answer: inout Answer) {
    var events = stays.filter { $0.start < $0.end }.flatMap { stay in
      [
        Event(time: stay.start, isStart: true, stay: stay),
        Event(time: stay.end, isStart: false, stay: stay),
      ]
    }
    // Ends come first, so that a session that follows another at once is one of its own.
    events.sort { first, second in
      if first.time != second.time { return first.time < second.time }
      if first.isStart != second.isStart { return !first.isStart }
      return (first.stay.end, first.stay.row.district, first.stay.row.unitClass.order)
        < (second.stay.end, second.stay.row.district, second.stay.row.unitClass.order)
    }
    var active = 0
    var aboard = Aboard()
    var row: StreetCells.Row?
    var time = 0
    for event in events {
      if active > 0, let row, event.time > time {
        let officers = addsOfficers ? aboard.sum : aboard.most
        spread(from: time, to: event.time, officers, row, &answer.cells)
      }
      time = event.time
      if event.isStart {
        if active == 0 { row = event.stay.row } else { answer.overlapping.append(event.stay.line) }
        active += 1
        aboard.add(event.stay.officers)
      } else {
        active -= 1
        aboard.remove(event.stay.officers)
      }
    }
  }

  private func spread(
    from start: Int, to end: Int, _ officers: Int, _ row: StreetCells.Row,
    _ cells: inout StreetCells
  ) {
    var time = start
    while time < end {
      let hour = Self.floorDivide(time)
      let next = min(end, (hour + 1) * 3600)
      cells.add(
        StreetCells.Amount(units: next - time, officers: (next - time) * officers), to: row,
        realHour: hour)
      time = next
    }
  }

  private func notePastMidnight(_ stay: Stay, in answer: inout Answer) {
    guard stay.start < stay.end else { return }
    for hour in Self.floorDivide(stay.start)...Self.floorDivide(stay.end - 1) {
      let wall = LocalTime(seconds: clock.wallHour(ofRealHour: hour) * 3600)
      if wall.day.dayNumber > stay.startDay {
        answer.pastMidnight[wall.hourOfWeek.hourOfDay] = true
      }
    }
  }

  private static func floorDivide(_ seconds: Int) -> Int {
    seconds >= 0 ? seconds / 3600 : (seconds - 3599) / 3600
  }
}

/// The officers of the sessions that are on at a time.
private struct Aboard {
  private(set) var sum = 0
  private(set) var most = 0
  private var sessions = [Int](repeating: 0, count: 100)

  mutating func add(_ officers: Int) {
    sum += officers
    most = max(most, officers)
    sessions[min(officers, sessions.count - 1)] += 1
  }

  mutating func remove(_ officers: Int) {
    sum -= officers
    sessions[min(officers, sessions.count - 1)] -= 1
    while most > 0, sessions[most] == 0 { most -= 1 }
  }
}

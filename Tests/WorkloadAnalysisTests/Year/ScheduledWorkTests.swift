import PolicingDomain
import TestSupport
import Testing
import WorkloadAnalysis

@Suite("Scheduled work")
struct ScheduledWorkTests {
  static let districts = [District.ID("1"), District.ID("2"), District.ID("3")]

  /// Four weeks and a day from Monday, 2 January 2023.
  static func period() throws -> StudyPeriod {
    try #require(
      StudyPeriod(
        from: CalendarDay(dayNumber: 19_359), through: CalendarDay(dayNumber: 19_359 + 28)))
  }

  static func commitment(
    _ window: WeeklyWindow?, kind: Commitment.Kind = .footBeat, place: Commitment.Place = .city,
    posts: Double = 1, officers: Double = 2,
    interruptibility: Commitment.Interruptibility = .uninterruptible,
    supply: Commitment.Supply = .onDuty
  ) throws -> Commitment {
    Commitment(
      name: "x", kind: kind, place: place, window: try #require(window), posts: posts,
      officersPerPost: officers, interruptibility: interruptibility, supply: supply,
      provenance: Provenance(source: "", date: ""))
  }

  /// Source of truth: by hand: 18:30 to 01:00 is half an hour, five hours and an hour of the next
  /// day; Friday comes four times in the period, so each cell has four times that.
  @Test func `a window over midnight lies in the hours that it covers`() throws {
    let friday = WeeklyWindow(on: [.friday], startMinute: 1110, endMinute: 60)
    let work = ScheduledWork(
      of: [try Self.commitment(friday, place: .district(Self.districts[1]), posts: 2)],
      during: try Self.period(), districts: Self.districts)
    let table = try #require(work.streams.first).unitHours
    #expect(table[Self.districts[1], HourOfWeek(.friday, hour: 18)] == 4)
    #expect(table[Self.districts[1], HourOfWeek(.friday, hour: 22)] == 8)
    #expect(table[Self.districts[1], HourOfWeek(.saturday, hour: 0)] == 8)
    #expect(table[Self.districts[0], HourOfWeek(.friday, hour: 22)] == 0)
    #expect(agrees(table.total, 2 * 4 * 6.5))
    #expect(work.lines[0].occurrences == 4)
    let atWork = try #require(work.unitsAtWork { $0.interruptibility == .uninterruptible })
    #expect(agrees(atWork[Self.districts[1], HourOfWeek(.friday, hour: 22)], 2))
  }

  /// Source of truth: by hand: Sunday 22:00 to 02:00 comes round to Monday; Monday comes five times.
  @Test func `a window over the end of the week comes round to its beginning`() throws {
    let sunday = WeeklyWindow(on: [.sunday], startMinute: 1320, endMinute: 120)
    let work = ScheduledWork(
      of: [try Self.commitment(sunday)], during: try Self.period(), districts: Self.districts)
    let table = work.streams[0].unitHours
    #expect(table[ScheduledWork.cityRow, HourOfWeek(.monday, hour: 1)] == 4)
    #expect(work.occurrences[0] == 5 && work.occurrences[167] == 4)
  }

  /// Source of truth: by hand: an event of one day counts once, one outside the period not at all.
  @Test func `dated work counts on its days only`() throws {
    let day = CalendarDay(dayNumber: 19_362)
    let all = Weekday.allCases
    let event = WeeklyWindow(on: all, startMinute: 600, endMinute: 1080, from: day, through: day)
    let later = WeeklyWindow(
      on: all, startMinute: 600, endMinute: 1080, from: day.advanced(by: 300))
    let work = ScheduledWork(
      of: [
        try Self.commitment(event, kind: .specialEvent, posts: 10, supply: .districtDetail),
        try Self.commitment(later, kind: .specialEvent, posts: 10, supply: .overtime),
      ], during: try Self.period(), districts: Self.districts)
    #expect(work.lines.map(\.occurrences) == [1, 0])
    #expect(work.lines.map(\.unitHours.value) == [80, 0])
    #expect(work.lines.map(\.officerHours.value) == [160, 0])
    #expect(work.streams.map(\.supply.lowersPresence) == [true, false])
  }

  /// Source of truth: FORMULATION 12: Σ cells = Σ posts × hours, in units and in officers.
  @Test func `every post-hour is in one cell`() throws {
    var random = SeededGenerator(seed: 8)
    let period = try Self.period()
    let commitments = try (0..<60).map { number -> Commitment in
      let days = Weekday.allCases.filter { _ in random.integer(below: 2) == 0 } + [.tuesday]
      let places: [Commitment.Place] = [.city, .eachDistrict, .district(Self.districts[2])]
      return try Self.commitment(
        WeeklyWindow(
          on: days, startMinute: random.integer(below: 1440),
          endMinute: random.integer(below: 1441)),
        kind: Commitment.Kind.allCases[number % 9], place: places[number % 3],
        posts: Double(1 + random.integer(below: 5)) / 4,
        interruptibility: number % 2 == 0 ? .free : .uninterruptible)
    }
    let work = ScheduledWork(of: commitments, during: period, districts: Self.districts)
    var units = 0.0
    for (number, item) in commitments.enumerated() {
      let starts = item.window.starts(during: period).reduce(0, +)
      let hours = Double(item.window.minutes * starts) / 60
      units += hours * item.posts * [1, 3, 1][number % 3]
    }
    #expect(agrees(work.streams.reduce(0) { $0 + $1.unitHours.total }, units))
    #expect(agrees(work.streams.reduce(0) { $0 + $1.officerHours.total }, 2 * units))
    #expect(agrees(work.lines.total(\.unitHours).value, units))
  }

  @Test func `windows that cannot be are refused`() {
    let day = CalendarDay(dayNumber: 0)
    #expect(WeeklyWindow(on: [], startMinute: 0, endMinute: 60) == nil)
    #expect(WeeklyWindow(on: [.monday], startMinute: 1440, endMinute: 60) == nil)
    #expect(WeeklyWindow(on: [.monday], startMinute: 0, endMinute: 1441) == nil)
    #expect(
      WeeklyWindow(
        on: [.monday], startMinute: 0, endMinute: 60, from: day, through: day.advanced(by: -1))
        == nil)
    #expect(WeeklyWindow(on: [.monday], startMinute: 60, endMinute: 60)?.minutes == 1440)
    #expect(WeeklyWindow(on: [.monday], startMinute: 0, endMinute: 1440)?.minutes == 1440)
  }
}

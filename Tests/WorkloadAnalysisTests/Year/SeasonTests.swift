import PolicingDomain
import TestSupport
import Testing
import WorkloadAnalysis

@Suite("Season")
struct SeasonSuite {
  static let one = District.ID("1")
  static let two = District.ID("2")
  /// Monday, 2 January 2023.
  static let first = CalendarDay(dayNumber: 19_359)

  static func call(
    _ day: Int, hour: Int, minutes: Int? = 30, district: District.ID? = one,
    origin: CallOrigin = .community, outcome: CallOutcome = .served, units: Int? = nil
  ) throws -> CallForService {
    let received = try #require(LocalTime(first.advanced(by: day), hour: hour))
    return CallForService(
      id: "\(day)-\(hour)", received: received, dispatched: received,
      cleared: minutes.map { received.advanced(bySeconds: $0 * 60) },
      category: CallCategory("any"), origin: origin, district: district, unitCount: units,
      outcome: outcome)
  }

  static func period(days: Int, changes: [StudyPeriod.ClockChange] = []) throws -> StudyPeriod {
    try #require(
      StudyPeriod(from: first, through: first.advanced(by: days - 1), clockChanges: changes))
  }

  /// Twelve calls a day at noon and after, on every day but those of `gaps`.
  static func tally(days: Int, gaps: Set<Int> = []) throws -> SeasonTally {
    var tally = SeasonTally(period: try period(days: days), districts: [one, two])
    for day in 0..<days where !gaps.contains(day) {
      for hour in 12..<24 {
        tally.add(try call(day, hour: hour, district: hour % 3 == 0 ? two : one))
      }
    }
    return tally
  }

  /// Source of truth: by hand: twelve calls of half an hour a day are 84 calls and 42 unit-hours a
  /// week; three days without a call are missing, and change neither.
  @Test func `missing days are found and change no mean`() throws {
    let whole = try Self.tally(days: 56).finish(seed: 1).season
    let gaps = try Self.tally(days: 56, gaps: [9, 10, 30])
    #expect(gaps.missingDays == [9, 10, 30].map { Self.first.advanced(by: $0) })
    let season = gaps.finish(seed: 1).season
    for found in [whole, season] {
      #expect(agrees(found.meanWeek.calls, 84))
      #expect(agrees(found.meanWeek.unitHours.value, 42))
      #expect(found.weeks.count == 8)
      #expect(found.weeks.compactMap(\.level).allSatisfy { agrees($0.calls, 84) })
      #expect(found.districts.map { $0.meanWeek.calls.rounded() } == [56, 28])
    }
    #expect(season.weeks[1].days == 5 && season.weeks[1].calls == 60)
    #expect(season.period.observedDayCount == 53)
    #expect(agrees(season.period.occurrences().reduce(0, +), 53 * 24))
  }

  /// Source of truth: by hand: a department with two calls a day has quiet days.
  @Test func `a quiet day of a small department is not missing`() throws {
    var tally = SeasonTally(period: try Self.period(days: 14), districts: [Self.one])
    for day in 0..<13 {
      for hour in [3, 15] { tally.add(try Self.call(day, hour: hour)) }
    }
    #expect(tally.missingDays == [])
  }

  @Test func `days that the study says are missing count nowhere`() throws {
    let stated = try Self.period(days: 14).without([Self.first.advanced(by: 3)])
    var tally = SeasonTally(period: stated, districts: [Self.one])
    for day in 0..<14 { tally.add(try Self.call(day, hour: 12)) }
    let season = tally.finish(seed: 1).season
    #expect(season.counts.calls == 13 && season.counts.outside == 1)
    #expect(agrees(season.meanWeek.calls, 7))
    #expect(stated.contains(try #require(LocalTime(Self.first, hour: 0))))
    #expect(!stated.contains(try #require(LocalTime(Self.first.advanced(by: 3), hour: 5))))
  }

  /// Source of truth: FORMULATION 12: what is counted in is counted in every table.
  @Test func `calls and unit-hours are the same in every part`() throws {
    var tally = try Self.tally(days: 400)
    tally.add(try Self.call(399, hour: 23, minutes: 600, units: 3))
    tally.add(try Self.call(5, hour: 1, origin: .officer))
    tally.add(try Self.call(5, hour: 1, outcome: .duplicate))
    tally.add(try Self.call(5, hour: 1, minutes: nil, district: nil))
    tally.add(try Self.call(900, hour: 1))
    let season = tally.finish(seed: 1).season
    let counts = season.counts
    #expect(counts.calls == 4802)
    #expect(counts.officerInitiated == 1 && counts.duplicates == 1 && counts.outside == 1)
    #expect(counts.unplaced == 1 && counts.unknownTimes == 1)
    #expect(season.weeks.reduce(0) { $0 + $1.calls } == counts.calls)
    #expect(season.periods.reduce(0) { $0 + $1.calls } == counts.calls)
    // Of the last call, one hour of three units lies within the period.
    #expect(agrees(season.weeks.total(\.unitHours).value, 4800 * 0.5 + 3))
    #expect(season.periods.map(\.policePeriod.number) == Array(1...13))
  }

  /// Source of truth: by hand: half the calls in the first half of a year of two levels.
  @Test func `the peak period and the busy week are found`() throws {
    var tally = try Self.tally(days: 364)
    for day in 168..<196 {
      for hour in 0..<6 { tally.add(try Self.call(day, hour: hour, district: Self.two)) }
    }
    let season = tally.finish(seed: 1).season
    let peak = try #require(season.peak)
    #expect(peak.policePeriod.number == 7)
    let place = try #require(season.districts.last)
    #expect(place.peakPeriod?.number == 7)
    let high = try #require(season.highWeek)
    // Four busy weeks of 52 are fewer than a tenth.
    #expect(agrees(high.calls, 84))
    // Day 168 of the period is day 170 of the year, the second of its police period.
    #expect(peak.callsPerHour[Self.two, HourOfWeek(.tuesday, hour: 3)] > 0.7)
  }

  /// Source of truth: by hand: the hour from two to three comes not at all in one week and twice in
  /// another, so in four weeks as often as it should, and an hour of another week is not touched.
  @Test func `clock changes and hours of a week are counted as they occurred`() throws {
    let skipped = (Self.first.dayNumber + 6) * 24 + 2
    let repeated = (Self.first.dayNumber + 13) * 24 + 1
    let period = try Self.period(
      days: 28,
      changes: [.init(hourNumber: skipped, gain: -1), .init(hourNumber: repeated, gain: 1)])
    let occurrences = period.occurrences()
    #expect(occurrences[HourOfWeek(.sunday, hour: 2).index] == 3)
    #expect(occurrences[HourOfWeek(.sunday, hour: 1).index] == 5)
    #expect(occurrences.reduce(0, +) == 28 * 24)
    var tally = SeasonTally(period: period, districts: [Self.one])
    for day in 0..<28 {
      for hour in 0..<24 where !(day == 6 && hour == 2) {
        tally.add(try Self.call(day, hour: hour))
        if day == 13, hour == 1 { tally.add(try Self.call(day, hour: hour)) }
      }
    }
    let findings = tally.finish(seed: 1)
    #expect(agrees(findings.season.meanWeek.calls, 168))
    #expect(findings.season.weeks.compactMap(\.level).allSatisfy { agrees($0.calls, 168) })
    let dispersion = try #require(findings.dispersion)
    #expect(dispersion.hoursLeftOut == 2)
    #expect(dispersion.city.byHourOfWeek?.chiSquare == 0)
    #expect(dispersion.city.byHourOfWeek?.pValue == 1)
  }

  @Test func `tallies of parts merge to the tally of the whole`() throws {
    var whole = SeasonTally(period: try Self.period(days: 100), districts: [Self.one, Self.two])
    var parts = [whole, whole, whole]
    var random = SeededGenerator(seed: 2)
    for number in 0..<3000 {
      let call = try Self.call(
        random.integer(below: 100), hour: random.integer(below: 24),
        minutes: random.integer(below: 300), district: number % 5 == 0 ? nil : Self.two,
        units: random.integer(below: 4))
      whole.add(call)
      parts[number % 3].add(call)
    }
    var merged = parts[2]
    merged.merge(parts[0])
    merged.merge(parts[1])
    #expect(merged.finish(seed: 4) == whole.finish(seed: 4))
  }

  /// Source of truth: by hand: positions of names differ from batch to batch.
  @Test func `batches with names of their own are told apart`() throws {
    var first = CallBatch()
    first.append(try Self.call(0, hour: 1, district: Self.one))
    var second = CallBatch()
    second.append(try Self.call(0, hour: 1, district: Self.two))
    var tally = SeasonTally(period: try Self.period(days: 7), districts: [Self.one, Self.two])
    tally.add(first)
    tally.add(second)
    #expect(tally.finish(seed: 1).season.districts.map(\.meanWeek.calls) == [1, 1])
  }

  /// Source of truth: by hand: of every three calls of half an hour one has no clearance, and the
  /// third that is imputed makes one and a half of the hours that are known: 12 × 7 × 0.5 hours a
  /// week, and 365 days.
  @Test func `the forecast holds unit-hours of units without times`() throws {
    let days = 370
    var season = SeasonTally(period: try Self.period(days: days), districts: [Self.one])
    var work = WorkloadTally(period: try Self.period(days: days), districts: [Self.one])
    for day in 0..<days {
      for hour in 6..<18 {
        let call = try Self.call(day, hour: hour, minutes: hour % 3 == 0 ? nil : 30)
        season.add(call)
        work.add(call)
      }
    }
    let known = season.knownUnitHours
    let all = work.finish(intervals: nil).matrix.total(\.community)
    #expect(agrees(known.value, Double(days) * 4) && agrees(all / known, 1.5))
    let plain = try #require(season.finish(seed: 1).forecast)
    let forecast = try #require(season.finish(seed: 1, workToKnown: all / known).forecast)
    #expect(agrees(forecast.unitHours.value, 365 * 6))
    #expect(agrees(forecast.unitHours.imputed.value, 1.0 / 3))
    guard case .range(let low, let high, _) = forecast.unitHours.interval,
      case .range(let lower, let higher, _) = plain.unitHours.interval
    else {
      Issue.record("no interval")
      return
    }
    #expect(agrees(low, lower * 1.5) && agrees(high, higher * 1.5))
    #expect(low <= 365 * 6.0001 && high >= 365 * 5.9999)
    #expect(forecast.notInIntervals.contains { $0.hasSuffix("by the factor 1.5") })
    #expect(forecast.calls == plain.calls)
  }

  /// Source of truth: by hand: on the night on which the hour from one to two comes twice, a unit
  /// sent at 00:50 and free at 02:10 is busy for 140 minutes, one sent at 01:50 and free at 01:10
  /// for 20; on the night of spring, from 01:50 to 03:10 is 20 minutes.
  @Test func `unit-hours over a change of the clock are real hours`() throws {
    let night = Self.first.advanced(by: 3)
    let spring = Self.first.advanced(by: 5)
    let period = try Self.period(
      days: 7,
      changes: [
        .init(hourNumber: night.dayNumber * 24 + 1, gain: 1),
        .init(hourNumber: spring.dayNumber * 24 + 2, gain: -1),
      ])
    func minutes(_ day: CalendarDay, _ start: (Int, Int), _ end: (Int, Int)) throws -> Double {
      let sent = try #require(LocalTime(day, hour: start.0, minute: start.1))
      let call = CallForService(
        id: "1", received: sent, dispatched: sent,
        cleared: LocalTime(day, hour: end.0, minute: end.1), category: CallCategory("any"),
        district: Self.one)
      var tally = SeasonTally(period: period, districts: [Self.one])
      tally.add(call)
      let season = tally.finish(seed: 1).season
      #expect(season.counts.knownTimes == 1)
      let weeks = season.weeks.total(\.unitHours)
      #expect(agrees(weeks.value, tally.knownUnitHours.value))
      return weeks.value * 60
    }
    #expect(agrees(try minutes(night, (0, 50), (2, 10)), 140))
    #expect(agrees(try minutes(night, (1, 50), (1, 10)), 20))
    #expect(agrees(try minutes(spring, (1, 50), (3, 10)), 20))
    #expect(agrees(try minutes(night, (10, 0), (11, 10)), 70))
  }

  @Test func `no call at all gives a season of nothing`() throws {
    let tally = SeasonTally(period: try Self.period(days: 7), districts: [Self.one])
    let findings = tally.finish(seed: 1)
    #expect(findings.forecast == nil)
    #expect(findings.season.meanWeek.calls == 0)
    #expect(findings.season.highWeek == nil)
    #expect(findings.season.districts.map(\.peakPeriod) == [nil])
  }
}

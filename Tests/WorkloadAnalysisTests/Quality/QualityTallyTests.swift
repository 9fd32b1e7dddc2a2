import PolicingDomain
import TestSupport
import Testing
import WorkloadAnalysis

@Suite("Quality tally")
struct QualityTallyTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `neither the order of calls nor how they were divided shows`(seed: UInt64) {
    let made = MadeCalls.dirty(700, seed: seed)
    let whole = made.quality()
    var generator = SeededGenerator(seed: seed &+ 100)
    let batches = made.batches(of: 37, order: generator.shuffled(700))
    var parts = [QualityTally](
      repeating: QualityTally(of: DataQuality.Export()), count: 3)
    for (position, batch) in batches.enumerated() { parts[position % 3].add(batch) }
    var merged = parts[2]
    merged.merge(parts[0])
    merged.merge(parts[1])
    #expect(merged.quality(ledger: made.ledger) == whole)
  }

  @Test func `each call is counted once in every grouping, with a stamp or without`() {
    let quality = MadeCalls.dirty(900, seed: 9).quality()
    for grouping in quality.groupings where grouping.key != "unit_class" {
      var sum = DataQuality.MissingCounts()
      for group in grouping.groups { sum.add(group.counts) }
      let isCommunity = grouping.key == "community_priority"
      #expect(sum.calls == (isCommunity ? 900 - quality.officerCalls : 900), "\(grouping.key)")
      if !isCommunity { #expect(sum == quality.all, "\(grouping.key)") }
    }
    var cells = DataQuality.MissingCounts()
    for cell in quality.cells { cells.add(cell.counts) }
    #expect(cells == quality.all)
    for form in quality.stamps {
      #expect(form.known + quality.all.missing(form.stamp) == 900, "\(form.stamp)")
      #expect(form.onMinute <= form.known && form.onFiveMinutes <= form.onMinute)
    }
    let units = quality.grouping("unit_class")?.groups.reduce(0) { $0 + $1.counts.calls }
    #expect(units == quality.responses)
    #expect(quality.work.imputedBy.reduce(0, +) == quality.work.units - quality.work.timedUnits)
    let span = quality.span
    #expect(quality.grouping("month")?.groups.count == 3 || span?.days ?? 0 > 88)
  }

  @Test func `beyond a thousand districts they are one, in whatever order they came`() {
    var made = MadeCalls()
    for district in 0..<1200 { made.add(1, district: "\(district)") }
    made.add(5, district: nil)
    let whole = made.quality()
    var first = QualityTally(of: DataQuality.Export())
    var second = first
    for (position, batch) in made.batches(of: 100).enumerated() {
      if position < 7 { first.add(batch) } else { second.add(batch) }
    }
    second.merge(first)
    #expect(second.quality(ledger: made.ledger) == whole)
    #expect(whole.values.first { $0.field == "district" }?.distinct == nil)
    #expect(whole.grouping("district")?.groups.map(\.counts.calls) == [1200, 5])
    #expect(whole.verdict(.district)?.answer == .no)
  }

  /// Source of truth: by hand: 10 of 100 and 50 of 100 missing: 30 expected in each, so chi-square
  /// is 2 × 400 ÷ 30 + 2 × 400 ÷ 70; the interval is by Wilson's limits 0.4038 to 0.5962 and 0.0552
  /// to 0.1744.
  @Test func `stamps that are missing more often at some priorities are found`() throws {
    var made = MadeCalls()
    made.add(90, priority: 1)
    made.add(10, priority: 1, without: [.arrived])
    made.add(50, priority: 4)
    made.add(50, priority: 4, without: [.arrived])
    made.add(200, priority: 7, without: [.arrived], origin: .officer)
    let quality = made.quality()
    let test = try #require(quality.tests.first { $0.stamp == .arrived })
    #expect(agrees(test.chiSquare, 800.0 / 30 + 800.0 / 70))
    #expect(test.degrees == 1)
    #expect(test.critical == 3.841)
    #expect(test.highest.label == "P4")
    #expect(test.lowest.label == "P1")
    #expect(agrees(test.gapInterval.lowerBound, 0.2784, within: 2e-4))
    #expect(agrees(test.gapInterval.upperBound, 0.5061, within: 2e-4))
    #expect(quality.finding("arrived-missing-by-priority")?.of == 200)
    #expect(quality.tests.count == 1)
  }

  /// Source of truth: by hand.
  @Test func `stamps that were entered together or by hand are found`() {
    var made = MadeCalls()
    made.add(80)
    for minute in 0..<40 {
      let start = LocalTime(seconds: 20_100 * 86_400 + minute * 300)
      let call = MadeCalls.noon
      made.add(1, at: call.advanced(bySeconds: minute))
      made.addEqual(at: start)
    }
    let quality = made.quality()
    let pair = quality.equals.first { $0.earlier == .dispatched && $0.later == .arrived }
    #expect(pair?.count == 40)
    #expect(pair?.known == 160)
    #expect(quality.finding("arrived-equals-dispatched")?.count == 40)
    let dispatched = quality.form(of: .dispatched)
    #expect(dispatched?.onMinute == 40)
    #expect(dispatched?.onFiveMinutes == 40)
    #expect(dispatched?.atMidnight == 1)
    #expect(quality.finding("dispatched-rounded")?.severity == .care)
    #expect(quality.finding("received-before-dispatched") == nil)
  }

  /// Source of truth: by hand: 28 days of 20 calls, but for one day without and a week of one a day.
  @Test func `days without calls and thin weeks are found`() {
    var made = MadeCalls()
    for day in 0..<70 where day != 8 {
      let start = MadeCalls.noon.advanced(bySeconds: day * 86_400)
      made.add((35..<42).contains(day) ? 1 : 20, busy: 1800, at: start)
    }
    let span = made.quality().span
    #expect(span?.days == 70)
    #expect(span?.emptyDays == 1)
    #expect(span?.firstEmptyDays.map(\.description) == ["2025-01-14"])
    #expect(span?.weeks == 10)
    #expect(span?.medianOfWeek == 140)
    #expect(span?.thinWeeks.map(\.calls) == [7])
    #expect(span?.thinWeeks.map(\.monday.description) == ["2025-02-10"])
    let quality = made.quality()
    // Each call is half an hour; 1,247 calls came on 69 days.
    #expect(agrees(quality.finding("days-without-calls")?.unitHours ?? 0, 1247.0 / 69 / 2))
    #expect(agrees(quality.finding("weeks-with-few-calls")?.unitHours ?? 0, 133.0 / 2))
  }

  /// Source of truth: by hand: on 2 November 2025 the hour from one o'clock comes twice.
  @Test func `an hour that comes twice is time on a call`() throws {
    let night = try #require(CalendarDay(year: 2025, month: 11, day: 2))
    let sent = try #require(LocalTime(night, hour: 0, minute: 50))
    var export = DataQuality.Export()
    export.clockChanges = [.init(hourNumber: night.dayNumber * 24 + 1, gain: 1)]
    var batch = CallBatch()
    batch.append(
      CallForService(
        id: "1", received: sent, dispatched: sent, cleared: sent.advanced(bySeconds: 80 * 60),
        category: CallCategory("A"), unitCount: 1))
    batch.append(
      CallForService(
        id: "2", received: sent, dispatched: sent.advanced(bySeconds: 3600),
        cleared: sent.advanced(bySeconds: 20 * 60), category: CallCategory("A"), unitCount: 1))
    var tally = QualityTally(of: export)
    tally.add(batch)
    let quality = tally.quality(ledger: MadeCalls().ledger)
    // From ten to one until ten past two: 140 minutes; from ten to two until ten past one: 20.
    #expect(agrees(quality.work.timedUnitHours, 160.0 / 60))
    #expect(quality.finding("dispatched-before-cleared") == nil)
  }

  /// Source of truth: by hand.
  @Test func `odd lengths of time are counted at the limits`() {
    var made = MadeCalls()
    made.add(1, busy: 0)
    made.add(1, busy: 29)
    made.add(1, busy: 30)
    made.add(1, busy: 8 * 3600)
    made.add(1, busy: 8 * 3600 + 1, units: 3)
    made.add(1, busy: 24 * 3600)
    made.add(1, busy: 24 * 3600 + 1)
    made.add(1, busy: -1)
    let form = made.quality().times.first { $0.interval == .unitTime && $0.origin == .community }
    #expect(form?.known == 8)
    #expect(form?.negative == 1)
    #expect(form?.zero == 1)
    #expect(form?.short == 1)
    #expect(form?.long == 2)
    #expect(form?.tooLong == 1)
    #expect(agrees(form?.longHours ?? 0, 24 + 3 * (8 + 1.0 / 3600)))
  }

  /// Source of truth: by hand: lengths of 600 to 1,200 seconds have a median absolute deviation of
  /// about a quarter of an octave, so that 40,000 seconds are far and 1,200 are not.
  @Test func `times far from the median of their category are found`() throws {
    var made = MadeCalls()
    for step in 0..<100 { made.add(1, "A", busy: 600 + 6 * step) }
    made.add(2, "A", busy: 40_000, units: 2)
    made.add(1, "A", busy: 20)
    made.add(20, "B", busy: 600)
    let odd = made.quality().oddTimes.filter { $0.interval == .unitTime }
    let first = try #require(odd.first)
    #expect(odd.count == 1)
    #expect(first.label == "A")
    #expect(first.known == 103)
    #expect(first.high == 2)
    #expect(first.low == 1)
    #expect(agrees(first.highHours, 4 * 40_000 / 3600.0))
    #expect((860...940).contains(first.median))
  }

  @Test func `an export that does not tell of units makes no statement about them`() {
    var export = DataQuality.Export()
    export.tellsUnits = false
    export.precision = [.times, .none, .none, .times, .none]
    var made = MadeCalls()
    made.add(80, units: nil, without: [.dispatched, .enroute, .cleared])
    made.add(20, units: nil, without: [.dispatched, .enroute, .arrived, .cleared])
    let quality = made.quality(export: export)
    #expect(quality.all.sent == 100)
    #expect(quality.finding("arrived-missing")?.count == 20)
    #expect(quality.finding("no-sign-of-a-unit") == nil)
    #expect(quality.verdict(.response)?.answer == .withCare)
    #expect(quality.verdict(.response)?.usable == 80)
    #expect(quality.verdict(.hoursOfWork)?.answer == .no)
  }

  @Test func `no calls are no data`() {
    let quality = MadeCalls().quality()
    #expect(quality.span == nil)
    #expect(!quality.isClean)
    #expect(quality.verdicts.allSatisfy { $0.answer == .no })
  }
}

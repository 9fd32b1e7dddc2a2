import PlanningFiles
import PolicingDomain
import TestSupport
import Testing

@Suite("Cleaning of calls")
struct CallCleanerTests {
  private func part(_ sent: Int, _ free: Int?, arrived: Int? = nil) -> UnitResponse {
    UnitResponse(
      dispatched: LocalTime(seconds: sent), arrived: arrived.map(LocalTime.init(seconds:)),
      cleared: free.map(LocalTime.init(seconds:)))
  }

  private func call(
    _ id: String, _ sent: Int? = nil, _ free: Int? = nil, arrived: Int? = nil,
    origin: CallOrigin = .community, outcome: CallOutcome = .served, units: Int? = nil,
    parts: [UnitResponse] = []
  ) -> CallForService {
    CallForService(
      id: id, received: LocalTime(seconds: 0), dispatched: sent.map(LocalTime.init(seconds:)),
      arrived: arrived.map(LocalTime.init(seconds:)), cleared: free.map(LocalTime.init(seconds:)),
      category: CallCategory("Alarm"), origin: origin, unitCount: units, outcome: outcome,
      responses: parts)
  }

  private func clean(
    _ calls: [CallForService], _ rules: CleaningRules, tellsUnits: Bool = true
  ) -> (calls: [CallForService], books: CallLedger.Cleaning) {
    var batch = CallBatch()
    for call in calls { batch.append(call) }
    var cleaner = CallCleaner(rules: rules, tellsUnits: tellsUnits)
    cleaner.clean(&batch)
    return (batch.rows.indices.map { batch.call(at: $0) }, cleaner.books)
  }

  private func hours(_ what: String, _ books: CallLedger.Cleaning) -> Double? {
    books.entries.first { $0.what.hasPrefix(what) }?.unitHours?.value
  }

  /// Source of truth: by hand: calls that the plain rules have nothing to say of.
  @Test func `the plain rules keep what is only odd`() {
    let calls = [
      call("none"), call("reversed", 500, 100), call("cancelled", outcome: .cancelled),
      call("stop", 10, 20, origin: .officer), call("long stop", 0, 80_000, origin: .officer),
      call("whole day", 0, 86_400), call("open", 5),
    ]
    let found = clean(calls, .plain)
    #expect(found.calls == calls && found.books.callsKept == 7 && found.books.callsRemoved == 0)
    #expect(found.books.entries.isEmpty)
  }

  /// Source of truth: by hand: two units for an hour are two unit-hours.
  @Test(arguments: CleaningRules.presets)
  func `a second record of a call is removed with its hours`(rules: CleaningRules) {
    let found = clean(
      [
        call("a", 0, 3600), call("b", 0, 3600, outcome: .duplicate, units: 2),
        call("c", 0, 1800, outcome: .duplicate, parts: [part(0, 900), part(0, 1800)]),
      ], rules)
    #expect(found.calls.map(\.id) == ["a"])
    #expect(found.books.callsRemoved == 2 && hours("calls: removed, a second", found.books) == 2.75)
  }

  /// Source of truth: by hand: a second over 24 hours is too long, 24 hours are not.
  @Test func `a clearance after more than a day is taken as missing`() throws {
    let found = clean(
      [
        call("a", 0, 86_401), call("b", 0, 86_400),
        call("c", 0, 90_000, parts: [part(0, 600), part(0, 90_000), part(0, 900)]),
      ], .plain)
    #expect(found.calls.map { $0.cleared?.seconds } == [nil, 86_400, 900])
    #expect(found.calls[2].responses.map { $0.cleared?.seconds } == [600, nil, 900])
    #expect(found.books.callsKept == 3)
    #expect(hours("parts of units: clearance set to missing", found.books) == 176_401.0 / 3600)
  }

  /// Source of truth: the published limits: non-call work of less than 30 seconds or more than 8
  /// hours does not count.
  @Test func `officer-initiated work that is too short or too long is removed`() throws {
    let found = clean(
      [
        call("29 s", 0, 29, origin: .officer), call("30 s", 0, 30, origin: .officer),
        call("8 h", 0, 28_800, origin: .officer), call("over", 0, 28_801, origin: .officer),
        call("community", 0, 28_801), call("open", 0, nil, origin: .officer),
        call("both", 0, 29_000, origin: .officer, parts: [part(0, 29_000), part(0, 10)]),
        call(
          "one", 0, 29_000, origin: .officer, units: 2, parts: [part(0, 29_000), part(60, 100)]),
      ], .cpsm)
    #expect(found.calls.map(\.id) == ["30 s", "8 h", "community", "open", "one"])
    let one = try #require(found.calls.last)
    #expect(one.responses == [part(60, 100)] && one.unitCount == 1)
    #expect(one.dispatched?.seconds == 60 && one.cleared?.seconds == 100)
    #expect(found.books.callsKept == 5 && found.books.callsRemoved == 3)
    #expect(
      Sketches.count("parts of units: removed, officer-initiated and shorter", found.books.entries)
        == 2)
    #expect(
      Sketches.count("parts of units: removed, officer-initiated and longer", found.books.entries)
        == 3)
    #expect(Sketches.count("calls: removed, every", found.books.entries) == 3)
    #expect(
      hours("parts of units: removed, officer-initiated and longer", found.books)
        == Double(28_801 + 29_000 + 29_000) / 3600)
  }

  /// Source of truth: by hand.
  @Test func `a call without activity is removed only where the export tells of activity`() {
    let calls = [
      call("nothing"), call("units", units: 1), call("arrived", arrived: 5),
      call("no units", units: 0),
    ]
    #expect(clean(calls, .cpsm).calls.map(\.id) == ["units", "arrived"])
    #expect(clean(calls, .cpsm).books.callsRemoved == 2)
    #expect(clean(calls, .cpsm, tellsUnits: false).calls == calls)
  }

  /// Source of truth: by hand: 29 seconds at the scene are noticed, 30 are not, and both stay.
  @Test func `a short time at the scene is noticed and kept`() {
    let calls = [
      call("a", 0, 129, arrived: 100), call("b", 0, 130, arrived: 100),
      call(
        "c", 0, 100, arrived: 100, parts: [part(0, 100, arrived: 100), part(0, 90, arrived: 95)]),
    ]
    #expect(clean(calls, .cpsm).calls == calls)
    #expect(clean(calls, .cpsm).books.entries.map(\.rows) == [2])
    #expect(clean(calls, .plain).books.entries.map(\.rows) == [1])
  }

  /// Source of truth: constructed: counts are whole numbers, so any division of the calls agrees;
  /// hours kept + removed + set to missing = hours before.
  @Test(arguments: [1, 2] as [UInt64])
  func `cleaners of several threads add up to one, and no hour is lost`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let calls = (0..<2000).map { place in
      let parts = (0..<random.integer(below: 4)).map { _ in
        part(random.integer(below: 100), 100 + random.integer(below: 120_000))
      }
      return call(
        "\(place)", parts.map { $0.dispatched?.seconds ?? 0 }.min(),
        parts.map { $0.cleared?.seconds ?? 0 }.max(),
        origin: CallOrigin.allCases[random.integer(below: 2)],
        outcome: CallOutcome.allCases[random.integer(below: 4)], parts: parts)
    }
    let whole = clean(calls, .cpsm)
    var merged = CallCleaner(rules: .cpsm)
    var kept: [CallForService] = []
    for start in stride(from: 0, to: calls.count, by: 300) {
      var batch = CallBatch()
      for call in calls[start..<min(calls.count, start + 300)] { batch.append(call) }
      var cleaner = CallCleaner(rules: .cpsm)
      cleaner.clean(&batch)
      merged.merge(cleaner)
      kept += batch.rows.indices.map { batch.call(at: $0) }
    }
    #expect(kept == whole.calls && merged.books == whole.books)
    #expect(
      whole.books.callsKept == kept.count && whole.books.callsRemoved == calls.count - kept.count)
    func hours(_ calls: [CallForService]) -> Double {
      calls.flatMap(\.responses).reduce(0) { $0 + ($1.unitTime?.value ?? 0) }
    }
    let gone = whole.books.entries.reduce(0) { $0 + ($1.unitHours?.value ?? 0) }
    #expect(gone > 1000)
    #expect(abs(hours(calls) - hours(kept) - gone) < 1e-6)
  }
}

import PlanningFiles
import PolicingDomain
import Testing

@Suite("Grouping of unit rows")
struct UnitGroupingTests {
  /// Source of truth: worked by hand.
  @Test func `a call spans from its first unit sent to its last unit free`() throws {
    let found = try Sketches.group([
      RowSketch(received: 2, unit: 7, dispatched: 10, enroute: 11, arrived: 20, cleared: 60),
      RowSketch(
        received: 0, unit: 3, dispatched: 5, enroute: 12, arrived: 15, cleared: 40, closed: 99),
    ])
    let call = try #require(found.calls.first)
    #expect(found.calls.count == 1 && call.id == "E1" && call.unitCount == 2)
    #expect(call.received.seconds == 0)
    let stamps = [call.dispatched, call.enroute, call.arrived, call.cleared, call.closed]
    #expect(stamps.map { $0.map { $0.seconds / 60 } } == [5, 11, 15, 60, 99])
    #expect(Sketches.minutes(call) == [[5, 12, 15, 40], [10, 11, 20, 60]])
    #expect(Sketches.count("calls: rows differ in received", found.books.entries) == 1)
  }

  /// Source of truth: by hand: two rows that differ in nothing are one assignment of 30 minutes.
  @Test func `an equal row of the same unit counts once`() throws {
    let row = RowSketch(dispatched: 10, cleared: 40)
    let found = try Sketches.group([row, RowSketch(unit: 2, dispatched: 10, cleared: 40), row])
    #expect(found.calls.map(Sketches.minutes) == [[[10, -1, -1, 40], [10, -1, -1, 40]]])
    #expect(found.books.rowsGrouped == 2 && found.books.rowsRepeated == 1)
    let entry = try #require(
      found.books.entries.first { $0.what.hasPrefix("rows: equal to another row of the same unit") }
    )
    #expect(entry.rows == 1 && entry.unitHours == UnitHours(0.5))
  }

  /// Source of truth: by hand.
  @Test func `equal rows without a call sign are kept and counted`() throws {
    let row = RowSketch(unit: 0, dispatched: 10, cleared: 40)
    let found = try Sketches.group([row, row])
    #expect(found.calls.first?.unitCount == 2 && found.books.rowsRepeated == 0)
    #expect(Sketches.count("rows: equal to another row of the same call", found.books.entries) == 1)
  }

  /// Source of truth: by hand.
  @Test func `a unit that is sent again after it was free has two parts`() throws {
    let found = try Sketches.group([
      RowSketch(dispatched: 50, arrived: 55, cleared: 70),
      RowSketch(dispatched: 10, arrived: 20, cleared: 40),
    ])
    #expect(found.calls.map(Sketches.minutes) == [[[10, -1, 20, 40], [50, -1, 55, 70]]])
    #expect(found.calls.first?.unitCount == 1)
    #expect(Sketches.count("units: sent to the same call again", found.books.entries) == 1)
    #expect(Sketches.count("calls: taken up again", found.books.entries) == 0)
  }

  /// Source of truth: by hand: the rows agree in the dispatch, and each has what the other lacks.
  @Test func `rows that fill in each other are one assignment`() throws {
    let found = try Sketches.group([
      RowSketch(dispatched: 10, arrived: 20), RowSketch(dispatched: 10, cleared: 40),
      RowSketch(), RowSketch(enroute: 12, unitClass: .beat, officers: 2),
    ])
    let call = try #require(found.calls.first)
    #expect(Sketches.minutes(call) == [[10, 12, 20, 40]])
    #expect(call.responses.first?.unitClass == .beat && call.responses.first?.officers == 2)
    #expect(Sketches.count("rows: another part", found.books.entries) == 3)
  }

  /// Source of truth: by hand: the clearance at 60 completes the dispatch at 50, the latest.
  @Test func `a clearance completes the latest dispatch before it`() throws {
    let found = try Sketches.group([
      RowSketch(dispatched: 10), RowSketch(cleared: 60), RowSketch(dispatched: 50),
    ])
    #expect(found.calls.map(Sketches.minutes) == [[[10, -1, -1, -1], [50, -1, -1, 60]]])
  }

  /// Source of truth: constructed: 60,000 assignments of one unit, a minute apart.
  @Test func `a number that stands for everything does not slow the grouping down`() throws {
    let rows = (0..<60_000).map { RowSketch(dispatched: $0 * 3, cleared: $0 * 3 + 2) }
    let found = try Sketches.group(rows, size: 4096)
    #expect(found.calls.count == 1 && found.books.responses == 60_000)
    #expect(Sketches.count("units: sent to the same call again", found.books.entries) == 59_999)
  }

  /// Source of truth: by hand: 10–40 and 30–60 overlap by 10 minutes; together they are 50 of 60.
  @Test(arguments: [CleaningRules.plain, .cpsm])
  func `overlapping rows of one unit are joined where the rules say so`(rules: CleaningRules) throws
  {
    let found = try Sketches.group(
      [
        RowSketch(dispatched: 30, arrived: 35, cleared: 60),
        RowSketch(dispatched: 10, arrived: 15, cleared: 40),
      ], rules: rules)
    let entry = try #require(found.books.entries.first { $0.what.hasPrefix("rows: the same unit") })
    #expect(entry.rows == 1 && entry.unitHours == UnitHours(600.0 / 3600))
    if rules.joinsOverlappingUnits {
      #expect(found.calls.map(Sketches.minutes) == [[[10, -1, 15, 60]]])
    } else {
      #expect(found.calls.map(Sketches.minutes) == [[[10, -1, 15, 40], [30, -1, 35, 60]]])
    }
  }

  /// Source of truth: by hand.
  @Test func `a unit that never cleared stays without clearance`() throws {
    let found = try Sketches.group([
      RowSketch(unit: 1, dispatched: 10, arrived: 20, closed: 90),
      RowSketch(unit: 2, dispatched: 11, cleared: 50),
      RowSketch(unit: 3, cleared: 50),
    ])
    let call = try #require(found.calls.first)
    #expect(Sketches.minutes(call) == [[10, -1, 20, -1], [11, -1, -1, 50], [-1, -1, -1, 50]])
    #expect(call.cleared == LocalTime(seconds: 3000))
    #expect(Sketches.count("units: never cleared", found.books.entries) == 1)
    #expect(Sketches.count("units: cleared and never dispatched", found.books.entries) == 1)
  }

  /// Source of truth: by hand.
  @Test func `rows without a unit tell of the call only`() throws {
    let found = try Sketches.group([
      RowSketch(number: "A", received: 3, unit: nil, dispatched: 4, cleared: 9),
      RowSketch(number: "B", unit: nil, dispatched: 1, cleared: 90),
      RowSketch(number: "B", unit: 5, dispatched: 2, cleared: 50),
    ])
    #expect(found.calls.map(\.responses.count) == [0, 1])
    #expect(found.calls.map(\.unitCount) == [nil, 1])
    #expect(found.calls.first?.cleared == LocalTime(seconds: 540))
    #expect(found.calls.last?.dispatched == LocalTime(seconds: 120))
    #expect(found.calls.last?.cleared == LocalTime(seconds: 3000))
    #expect(Sketches.count("rows: about the call", found.books.entries) == 2)
    #expect(Sketches.count("calls: without a unit", found.books.entries) == 1)
  }

  /// Source of truth: by hand: the row of unit 1 comes first in time and that of unit 2 last.
  @Test func `a call comes in with its first priority and goes by its last category and place`()
    throws
  {
    let first = RowSketch(
      unit: 1, dispatched: 10, cleared: 20, category: "Noise", district: "1", beat: "0101",
      priority: 3, origin: .officer, outcome: .cancelled)
    let last = RowSketch(
      unit: 2, dispatched: 15, cleared: 40, category: "Assault", district: "2", beat: "0201",
      priority: 1, origin: .community, outcome: .served)
    for rows in [[first, last], [last, first]] {
      let found = try Sketches.group(rows)
      let call = try #require(found.calls.first)
      #expect(call.priority == CallPriority(3) && call.origin == .officer)
      #expect(call.category == CallCategory("Assault") && call.outcome == .served)
      #expect(call.district == District.ID("2") && call.beat == Beat.ID("0201"))
      #expect(Sketches.count("calls: rows differ", found.books.entries) == 6)
    }
  }

  /// Source of truth: by hand.
  @Test func `the priority and place of the only row that tells are taken`() throws {
    let found = try Sketches.group([
      RowSketch(unit: 1, dispatched: 10, cleared: 20, district: "1", beat: "0101", priority: 3),
      RowSketch(unit: 2, dispatched: 5, cleared: 40),
    ])
    let call = try #require(found.calls.first)
    #expect(call.priority == CallPriority(3) && call.beat == Beat.ID("0101"))
    #expect(Sketches.count("calls: rows differ", found.books.entries) == 0)
  }

  /// Source of truth: by hand: class and home are those of the row of the unit.
  @Test func `each part keeps the class and the home of its unit`() throws {
    let found = try Sketches.group([
      RowSketch(unit: 1, dispatched: 1, cleared: 9, unitClass: .wagon, home: "11", officers: 2),
      RowSketch(unit: 2, dispatched: 2, cleared: 9, unitClass: .supervisor, home: "12"),
    ])
    let parts = try #require(found.calls.first?.responses)
    #expect(parts.map(\.unitClass) == [.wagon, .supervisor])
    #expect(parts.map(\.home) == [District.ID("11"), District.ID("12")])
    #expect(parts.map(\.officers) == [2, nil])
  }
}

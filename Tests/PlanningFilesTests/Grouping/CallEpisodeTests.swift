import PlanningFiles
import PolicingDomain
import Testing

@Suite("Calls with one number")
struct CallEpisodeTests {
  /// Source of truth: by hand: the second is received 10 hours after the first was cleared, within
  /// the 12 hours of the rule, and no unit was on it for more than an hour.
  @Test func `a call that is received again soon was reopened`() throws {
    let found = try Sketches.group([
      RowSketch(received: 0, unit: 1, dispatched: 5, cleared: 60),
      RowSketch(received: 660, unit: 2, dispatched: 670, cleared: 700),
    ])
    #expect(found.calls.count == 1 && found.calls.first?.responses.count == 2)
    #expect(Sketches.count("calls: taken up again", found.books.entries) == 1)
  }

  /// Source of truth: by hand: 13 hours and a minute after the last clearance.
  @Test func `a number that comes back much later is another call`() throws {
    let rows = [
      RowSketch(received: 841, unit: 2, dispatched: 850, cleared: 900),
      RowSketch(received: 0, unit: 1, dispatched: 5, cleared: 60),
      RowSketch(received: 0, unit: 2, dispatched: 6, cleared: 50),
    ]
    let found = try Sketches.group(rows)
    #expect(found.calls.map(\.received.seconds) == [841 * 60, 0])
    #expect(found.calls.map(\.id) == ["E1", "E1"])
    #expect(Sketches.count("calls: with the number of one", found.books.entries) == 1)
    var patient = CleaningRules(name: "patient")
    patient.numberReuse = Hours(24)
    #expect(try Sketches.group(rows, rules: patient).calls.count == 1)
  }

  /// Source of truth: by hand: units free at minute 60, the next one sent at 121 and 120.
  @Test(arguments: [(121, 1), (120, 0)])
  func `a unit that is sent long after all were free reopens the call`(sent: Int, often: Int) throws
  {
    let found = try Sketches.group([
      RowSketch(unit: 1, dispatched: 5, cleared: 60),
      RowSketch(unit: 2, dispatched: 6, cleared: 30),
      RowSketch(unit: 3, dispatched: sent, cleared: 200),
    ])
    #expect(Sketches.count("calls: taken up again", found.books.entries) == often)
  }

  /// Source of truth: by hand: four numbers with the same key.
  @Test func `numbers with the same key are told apart by their letters`() throws {
    let numbers = ["B", "A", "AA", "B", "A", "B"]
    let rows = numbers.enumerated().map { place, number in
      RowSketch(number: number, unit: UInt64(place + 1), dispatched: place, cleared: 50)
    }
    let found = try Sketches.group(rows, key: 42)
    #expect(found.calls.map(\.id) == ["B", "A", "AA"])
    #expect(found.calls.map(\.responses.count) == [3, 2, 1])
  }

  @Test func `no rows make no calls`() throws {
    let found = try Sketches.group([])
    #expect(found.calls.isEmpty && found.books.calls == 0 && found.books.entries.isEmpty)
  }
}

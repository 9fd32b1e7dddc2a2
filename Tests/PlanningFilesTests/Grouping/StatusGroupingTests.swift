import PlanningFiles
import PolicingDomain
import Testing

@Suite("Grouping of status logs")
struct StatusGroupingTests {
  private func minutes(_ rows: [RowSketch]) throws -> [[Int]] {
    let forward = try Sketches.group(rows, grain: .status)
    let backward = try Sketches.group(rows.reversed(), grain: .status)
    #expect(forward.calls == backward.calls)
    #expect(forward.calls.count == 1)
    return forward.calls.flatMap(Sketches.minutes)
  }

  /// Source of truth: worked by hand, one case a line: the log and the parts that it means.
  @Test(arguments: [
    ("D10 E12 A20 C40", [[10, 12, 20, 40]]),
    ("D10 C40", [[10, -1, -1, 40]]),
    ("D10 A20 C40 D50 A55 C70", [[10, -1, 20, 40], [50, -1, 55, 70]]),
    ("D10 A20 A25 C40", [[10, -1, 20, 40]]),
    ("D10 D15 A20 C40", [[10, -1, 20, 40]]),
    ("D10 C40 C45", [[10, -1, -1, 40]]),
    ("C40", [[-1, -1, -1, 40]]),
    ("C40 D50", [[-1, -1, -1, 40], [50, -1, -1, -1]]),
    ("D10 C40 A50 C60", [[10, -1, -1, 40], [-1, -1, 50, 60]]),
    ("D10 A20", [[10, -1, 20, -1]]),
    ("A20 C30", [[-1, -1, 20, 30]]),
    ("D10 E10 A10 C10", [[10, 10, 10, 10]]),
    ("D10 C40 D40 A45 C60", [[10, -1, -1, 40], [40, -1, 45, 60]]),
    ("D10 D40 C40", [[10, -1, -1, 40]]),
  ])
  func `a log means these parts, in whatever order its rows come`(
    log: String, parts: [[Int]]
  ) throws {
    let rows = try log.split(separator: " ").map { word in
      RowSketch.status(try #require(word.first), try #require(Int(word.dropFirst())))
    }
    #expect(try minutes(rows) == parts)
  }

  /// Source of truth: by hand.
  @Test func `units of one call are told apart and what is not used is counted`() throws {
    let found = try Sketches.group(
      [
        .status("D", 10, unit: 1), .status("D", 12, unit: 2), .status("A", 20, unit: 1),
        .status("A", 21, unit: 1), .status("A", 20, unit: 1), .status("C", 50, unit: 2),
        .status("C", 40, unit: 1), .status("D", 41, unit: 1),
      ], grain: .status)
    let call = try #require(found.calls.first)
    #expect(
      Sketches.minutes(call) == [[10, -1, 20, 40], [12, -1, -1, 50], [41, -1, -1, -1]])
    #expect(call.unitCount == 2)
    #expect(found.books.rowsRepeated == 1 && found.books.rowsGrouped == 7)
    #expect(Sketches.count("rows: a status", found.books.entries) == 1)
    #expect(Sketches.count("units: sent to the same call again", found.books.entries) == 1)
    #expect(Sketches.count("units: never cleared", found.books.entries) == 1)
  }

  /// Source of truth: by hand: a log that has the time of each status for that of receipt.
  @Test func `a long stay at the scene does not split a call`() throws {
    var rows = [RowSketch.status("D", 0), .status("A", 10), .status("C", 1500)]
    for place in rows.indices {
      rows[place].received =
        [rows[place].dispatched, rows[place].arrived, rows[place].cleared]
        .compactMap { $0 }.first ?? 0
    }
    #expect(try minutes(rows) == [[0, -1, 10, 1500]])
  }
}

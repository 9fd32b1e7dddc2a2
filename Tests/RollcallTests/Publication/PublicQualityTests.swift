import Foundation
import Rollcall
import TestSupport
import Testing

/// Reports on the quality of data, and answers of queries, with small counts withheld.
@Suite("Public reports and answers")
struct PublicQualityTests {
  /// A report on an export with so many calls of each type, all alike in everything else.
  private func quality(
    _ kinds: [(String, Int)], profile: String = "canonical"
  ) throws -> DataQuality {
    var text =
      "id,received,dispatched,enroute,arrived,cleared,priority,category,origin,district,beat,"
      + "unit_count\n"
    var number = 0
    for (kind, count) in kinds {
      for _ in 0..<count {
        number += 1
        let stamp = "2025-03-05T12:"
        text += "\(number),\(stamp)00:00,\(stamp)01:00,,,\(stamp)31:00,2,\(kind),community,1,11,1\n"
      }
    }
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let found = try Doctor().examine([file.path], profile: profile)
    return found
  }

  private static func pages(_ quality: DataQuality) -> [String] {
    [quality.text, quality.json, quality.html].map { page in
      // The name of the file is that of no export.
      page.replacing(quality.export.title, with: "export")
    }
  }

  /// Source of truth: by hand: 4 and 3 are under ten, so they stand together with the smallest type
  /// that gives room, fifteen alarms.
  @Test func `small sensitive types stand together in every format`() throws {
    let found = try quality([("theft", 200), ("domestic", 4), ("child", 3), ("alarm", 15)])
    let shown = found.published()
    let groups = try #require(shown.grouping("category")?.groups)
    #expect(groups.map(\.label) == ["theft", "withheld: 3 types together"])
    #expect(groups.map(\.counts.calls) == [200, 22])
    #expect(shown.finding("withheld")?.count == 3)
    for page in Self.pages(shown) {
      #expect(!page.contains("domestic") && page.contains("theft"))
    }
    let open = try quality([("theft", 200), ("domestic", 40)])
    #expect(open.published() == open)
  }

  /// Source of truth: two worlds with other counts of two withheld types and the same sum.
  @Test func `reports on worlds that differ in withheld counts are the same`() throws {
    let first = try quality([("theft", 200), ("domestic", 4), ("child", 3), ("alarm", 15)])
    let second = try quality([("theft", 200), ("domestic", 1), ("child", 6), ("alarm", 15)])
    #expect(Self.pages(first) != Self.pages(second))
    #expect(Self.pages(first.published()) == Self.pages(second.published()))
  }

  /// Source of truth: by hand: seven calls of two sensitive types are all there is, and their number
  /// is told everywhere, so nothing is told by type.
  @Test func `an export of sensitive types only is not told by type`() throws {
    let shown = try quality([("domestic", 4), ("child", 3)]).published()
    #expect(shown.grouping("category") == nil)
    #expect(shown.calls == 7)
    #expect(Self.pages(shown).allSatisfy { !$0.contains("domestic") })
  }

  private static let header = """
    -- title: By type
    -- privacy category: call-type
    -- privacy origin: group
    -- privacy calls: count-of-calls
    -- privacy percent: mean-per-call
    -- parameter type text: only this type
    -- privacy parameter type: call-type
    SELECT 1
    """

  private static func answer(
    _ rows: [(String, String, Int)]
  ) -> StoreQuery.Answer {
    StoreQuery.Answer(
      columns: ["category", "origin", "calls", "percent"],
      rows: rows.map { [.text($0.0), .text($0.1), .integer($0.2), .number(Double($0.2))] },
      isCut: false)
  }

  /// Source of truth: by hand: the total of each origin is told by other queries, so the companion of
  /// the four must come from its own origin; rows that were in the order of their counts must not
  /// tell by their place.
  @Test func `an answer withholds within groups whose totals are known, and last`() throws {
    let query = try NamedQuery(Self.header, name: "by-type")
    let answer = Self.answer([
      ("theft", "community", 90), ("alarm", "officer", 30), ("noise", "community", 20),
      ("domestic", "officer", 4), ("traffic", "officer", 50),
    ])
    let shown = try query.published(answer, values: [])
    let names = ["theft", "noise", "traffic", "alarm", "domestic"]
    #expect(shown.rows.map { $0[0] } == names.map { .text($0) })
    #expect(shown.rows.suffix(2).allSatisfy { $0[2] == .text("withheld") && $0[3] == $0[2] })
    #expect(shown.rows.prefix(3).map { $0[2] } == [.integer(90), .integer(20), .integer(50)])
  }

  /// Source of truth: by hand: the four are all that an origin has, whose total other queries tell;
  /// and headers that say nothing of a column, or nothing that is understood.
  @Test func `an answer that cannot be guarded is refused`() throws {
    let query = try NamedQuery(Self.header, name: "by-type")
    let exposed = Self.answer([("theft", "community", 90), ("domestic", "officer", 4)])
    #expect(throws: PlanningError.self) { try query.published(exposed, values: []) }
    let bare = try NamedQuery("-- title: x\nSELECT 1 AS calls", name: "bare")
    #expect(throws: PlanningError.self) { try bare.requirePrivacy() }
    let more = StoreQuery.Answer(columns: ["calls", "other"], rows: [], isCut: false)
    #expect(throws: PlanningError.self) { try query.published(more, values: []) }
    #expect(throws: FileError.self) {
      try NamedQuery("-- title: x\n-- privacy calls: all of them\nSELECT 1", name: "x")
    }
  }

  /// Source of truth: by hand: the parameter makes every row one of a sensitive type; the number of
  /// its calls may be known, so 3 takes the smallest count of ten or more with it.
  @Test func `a parameter that chooses a sensitive type guards every row`() throws {
    let query = try NamedQuery(Self.header, name: "by-type")
    let answer = Self.answer([("1", "a", 3), ("2", "a", 40), ("3", "a", 12)])
    let free = try query.published(answer, values: [(name: "type", text: "theft")])
    #expect(free == answer)
    let shown = try query.published(answer, values: [(name: "type", text: "domestic")])
    #expect(shown.rows.map { $0[2] } == [.integer(40), .text("withheld"), .text("withheld")])
  }
}

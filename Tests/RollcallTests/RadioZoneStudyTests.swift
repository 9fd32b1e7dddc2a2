import Foundation
import Rollcall
import TestSupport
import Testing

/// A study whose districts name radio zones, from files to tables.
@Suite("Radio zones of a study")
struct RadioZoneStudyTests {
  /// Runs a copy of the small study whose two districts are in `zones`.
  private func run(
    zones: [String]?, _ pooling: QueueingAssumptions.Pooling = .district
  ) throws -> (results: StudyResults, curves: [PatrolCurve]) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let original = try #require(ReferenceData.study("generic-two-districts"))
    try FileManager.default.copyItem(at: URL(filePath: original), to: folder)
    if let zones {
      let path = folder.appending(path: "districts.csv")
      let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
      let text = zip(lines, ["radio_zone"] + zones).map { "\($0),\($1)\n" }.joined()
      try #require(lines.count == zones.count + 1)
      try Data(text.utf8).write(to: path)
    }
    var pipeline = try StudyPipeline(studyAt: folder.path)
    pipeline.queueing.pooling = pooling
    let results = try pipeline.run(to: .requirement)
    return (results, try pipeline.curves(of: results, district: "1", watch: "day"))
  }

  private func cells(_ table: ResultTable, _ key: String) throws -> [Double] {
    let column = try #require(table.columns.firstIndex { $0.key == key }, "\(key)")
    return table.rows.map { row in
      switch row[column] {
      case .number(let value): value
      default: .nan
      }
    }
  }

  /// Source of truth: the tables themselves: what is said of the other way of pooling is what that way
  /// says of itself, and shares add up to the zone.
  @Test func `both waits stand beside each other`() throws {
    let apart = try run(zones: ["10", "10"]).results
    let together = try run(zones: ["10", "10"], .zone).results
    let tables = (
      apart: ResultTable.unitRequirements(apart), together: ResultTable.unitRequirements(together)
    )
    let own = try cells(tables.apart, "units_for_waiting")
    for table in [tables.apart, tables.together] {
      #expect(try cells(table, "units_for_waiting_alone") == own)
    }
    let shares = try cells(tables.together, "units_for_waiting")
    let zone = try cells(tables.together, "units_for_waiting_in_zone")
    #expect(try cells(tables.apart, "units_for_waiting_in_zone") == zone)
    for place in 0..<21 {
      #expect(agrees(shares[place] + shares[place + 21], zone[place], within: 1e-9))
      #expect(zone[place] == zone[place + 21] && zone[place] == zone[place].rounded())
    }
    #expect(zone.reduce(0, +) / 2 < own.reduce(0, +))
    for (table, key) in [
      (tables.apart, "wait_share_alone"), (tables.together, "wait_share_in_zone"),
    ] {
      #expect(try cells(table, "wait_share") == cells(table, key))
    }
    #expect(tables.together.notes.contains { $0.hasPrefix("Pooled by zone") })
    #expect(!tables.apart.notes.contains { $0.hasPrefix("Pooled by zone") })
    let byWatch = ResultTable.districtsByWatch(together)
    #expect(byWatch.columns.contains { $0.key == "wait_share_in_zone" })
    #expect(byWatch.rows.allSatisfy { $0.count == byWatch.columns.count })
  }

  /// Source of truth: metamorphic: a zone that no other district shares changes no figure, and without
  /// zones no table has a column of them.
  @Test func `a zone that nobody shares changes nothing`() throws {
    let plain = try run(zones: nil).results
    let single = try run(zones: ["10", "11"], .zone).results
    #expect(ResultTable.unitsByHour(single).rows == ResultTable.unitsByHour(plain).rows)
    let (before, after) = (
      ResultTable.unitRequirements(plain), ResultTable.unitRequirements(single)
    )
    #expect(!before.columns.contains { $0.key.contains("zone") })
    #expect(after.rows.map { Array($0.prefix(before.columns.count)) } == before.rows)
    #expect(try run(zones: ["", ""]).results.tables == plain.tables)
  }

  /// Source of truth: by construction.
  @Test func `the curve is that of the zone`() throws {
    let apart = try run(zones: ["10", "10"])
    let together = try run(zones: ["10", "10"], .zone)
    let curve = try #require(together.curves.first)
    #expect(curve.zone?.districts.count == 2 && apart.curves.first?.zone == nil)
    let members = together.results.units.filter { need in
      need.watch == curve.requirement.watch && need.weekday == curve.requirement.weekday
    }
    #expect(agrees(curve.unitsRequired, members.reduce(0) { $0 + $1.units }, within: 1e-9))
    let table = ResultTable.curve(together.curves, together.results)
    #expect(table.columns.last?.key == "zone" && table.rows.first?.last == .text("10"))
    #expect(table.notes.contains { $0.contains("zone 10 (districts 1, 2)") })
    let meets = try #require(table.columns.firstIndex { $0.key == "meets_standards" })
    for (row, point) in zip(table.rows, curve.points) {
      let isEnough = Double(point.units) >= curve.unitsRequired - 1e-9
      #expect(row[meets] == .text(isEnough ? "yes" : "no"))
    }
  }

  @Test func `a study without zones cannot be pooled by zone`() throws {
    let error = #expect(throws: PlanningError.self) { try run(zones: nil, .zone) }
    #expect(error?.description.contains("Fill `radio_zone`") ?? false)
  }
}

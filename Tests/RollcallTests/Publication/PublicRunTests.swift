import Foundation
import Rollcall
import TestSupport
import Testing

/// What a run folder tells that was written with small counts withheld.
@Suite("Public runs")
struct PublicRunTests {
  /// Calls of one kind: all received in one hour of one day, in one place.
  private struct Kind {
    let category: String
    let origin: String
    let count: Int
    let minutes: Int
  }

  private static let theft = Kind(category: "theft", origin: "community", count: 60, minutes: 20)
  private static let crash = Kind(
    category: "traffic_crash", origin: "community", count: 90, minutes: 30)

  private static func rows(of kinds: [Kind]) -> String {
    var text =
      "id,received,dispatched,enroute,arrived,cleared,priority,category,origin,district,beat,"
      + "unit_count\n"
    for (number, kind) in kinds.enumerated() {
      for call in 0..<kind.count {
        let stamp = "2025-03-05T12:00:00"
        text +=
          "K\(number)-\(call),\(stamp),\(stamp),,,2025-03-05T12:\(kind.minutes):00,2,"
          + "\(kind.category),\(kind.origin),1,101,1\n"
      }
    }
    return text
  }

  private struct Published {
    let page: PublicTables
    let results: StudyResults
    /// `results.json` and the tables, by the name of the file.
    let files: [String: String]
    /// The record as it was read back.
    let record: RunRecord

    func table(_ name: String) throws -> ResultTable {
      try #require(page.tables.first { $0.name == name }, "\(name)")
    }
  }

  /// Runs the small study with other calls, and writes it as it may be made public.
  private func published(_ kinds: [Kind]) throws -> Published {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let study = folder.appending(path: "study")
    let original = try #require(ReferenceData.study("generic-two-districts"))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: URL(filePath: original), to: study)
    try Data(Self.rows(of: kinds).utf8).write(to: study.appending(path: "calls.csv"))
    var access = CallAccess()
    access.usesStore = false
    let pipeline = try StudyPipeline(studyAt: study.path, access: access)
    let found = try pipeline.run(to: .allocation, pricing: false)
    let published = found.published()
    let run = folder.appending(path: "run")
    let manifest = try pipeline.manifest(arguments: ["run"], started: Date())
    let own = pipeline.record(of: found, manifest: manifest).published()
    try RunFolder.save(found, record: own, manifest: manifest, to: run.path)
    var files: [String: String] = [:]
    for name in ["results.json"] + published.tables.tables.map({ "tables/\($0.name).csv" }) {
      files[name] = try String(contentsOf: run.appending(path: name), encoding: .utf8)
    }
    let record = try RunFolder.record(at: run.path)
    return Published(page: published.tables, results: found, files: files, record: record)
  }

  private func expectRoom(_ page: PublicTables) {
    let bounds = DisclosureAudit(of: page.tables).bounds
    #expect(!bounds.isEmpty)
    for bound in bounds {
      #expect(
        bound.high - bound.low >= 10,
        "\(page.tables[bound.table].name) \(bound.row) \(bound.column) \(bound.low) \(bound.high)")
    }
  }

  private func expectEqualFiles(_ first: Published, _ second: Published) {
    #expect(first.files.keys.sorted() == second.files.keys.sorted())
    for (name, text) in first.files where text != second.files[name] {
      let lines = zip(
        text.split(separator: "\n"), (second.files[name] ?? "").split(separator: "\n"))
      let differing = lines.first { $0 != $1 }
      Issue.record("\(name): \(differing.map { "\($0) ≠ \($1)" } ?? "length")")
    }
  }

  /// What a record tells but for the fingerprints of the calls, which are those of any file.
  private func expectEqualRecords(_ first: Published, _ second: Published) {
    #expect(first.record.isPublic && second.record.isPublic)
    #expect(first.record.tables == second.record.tables)
    #expect(first.record.figures == second.record.figures)
    #expect(first.record.findings == second.record.findings)
    #expect(first.record.countingFindings == second.record.countingFindings)
    #expect(first.record.withheld == second.record.withheld)
    for (one, other) in zip(first.record.explanations, second.record.explanations) {
      #expect(one == other)
    }
    #expect(first.record.explanations.count == second.record.explanations.count)
  }

  private static func json(_ run: Published) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data((run.files["results.json"] ?? "").utf8))
        as? [String: Any])
  }

  /// Source of truth: two worlds: three domestic calls and forty alarms, or eight and thirty-five, of
  /// equal hours; a public run must not tell which of them it is, in any byte.
  @Test func `worlds that differ in withheld counts look the same`() throws {
    func world(_ domestic: (Int, Int), _ alarm: (Int, Int)) throws -> Published {
      try published([
        Self.theft, Self.crash,
        Kind(category: "domestic", origin: "community", count: domestic.0, minutes: domestic.1),
        Kind(category: "alarm", origin: "community", count: alarm.0, minutes: alarm.1),
      ])
    }
    let first = try world((3, 40), (40, 14))
    let second = try world((8, 15), (35, 16))
    expectEqualFiles(first, second)
    expectEqualRecords(first, second)
    expectRoom(first.page)
    #expect(first.page.withheld.isEmpty, "the types of an origin hide one another")
    let types = try first.table("calls-by-category")
    #expect(types.rows.count { $0[2] == ResultTable.withheld } == 2)
    #expect(first.results.tables != second.results.tables)
  }

  /// Source of truth: two worlds: officers started two domestic calls or eight, of equal hours, and
  /// no others; their total stands in many tables, in notes, findings and figures.
  @Test func `an origin of sensitive types only is told nowhere`() throws {
    func world(_ count: Int, _ minutes: Int) throws -> Published {
      try published([
        Self.theft, Self.crash,
        Kind(category: "domestic", origin: "officer", count: count, minutes: minutes),
      ])
    }
    let first = try world(2, 40)
    let second = try world(8, 10)
    expectEqualFiles(first, second)
    expectEqualRecords(first, second)
    expectRoom(first.page)
    #expect(first.page.withheld.contains(.calls))
    #expect(first.page.withheld.contains(.calls(of: .officer)))
    #expect(!first.page.withheld.contains(.calls(of: .community)), "rates are what a study is for")
    let figures = try #require(try Self.json(first)["figures"] as? [[String: Any]])
    let calls = try #require(figures.first { $0["name"] as? String == "calls" })
    #expect(calls["value"] as? String == "withheld")
    let hours = try #require(figures.first { $0["name"] as? String == "unit-hours" })
    #expect(hours["n"] as? String == "withheld" && hours["value"] is Double)
    let kept = try #require(first.record.figures.first { $0.name == "calls" })
    #expect(first.record.value(of: kept) == nil && first.record.observations(of: kept) == nil)
    let department = try #require(first.record.explanations.first { $0.item == "department" })
    #expect(department.data.contains("calls: withheld"))
    #expect(first.record.published() == first.record, "twice is once")
  }

  /// Source of truth: by hand: four domestic calls are all that the community has, so that each rate
  /// of its calls would tell them; the forty of the officers may be told.
  @Test func `a community of sensitive types only loses its rates`() throws {
    let run = try published([
      Kind(category: "domestic", origin: "community", count: 4, minutes: 30),
      Kind(category: "traffic_crash", origin: "officer", count: 40, minutes: 20),
    ])
    expectRoom(run.page)
    #expect(run.page.withheld.contains(.calls(of: .community)))
    for (name, column) in [
      ("hours-of-week", "calls_per_hour"), ("weeks", "calls"), ("workload-by-district", "calls"),
    ] {
      let table = try run.table(name)
      let position = try #require(table.columns.firstIndex { $0.key.hasSuffix(column) })
      #expect(table.rows.allSatisfy { [.missing, ResultTable.withheld].contains($0[position]) })
    }
    let hours = try run.table("workload-by-district")
    #expect(hours.rows.allSatisfy { $0[2] != ResultTable.withheld })
    for table in run.page.tables + run.record.tables {
      for note in table.notes {
        #expect(
          !note.contains("n = 4 calls") && !note.contains("n = 4 community calls"),
          "\(table.name): \(note)")
      }
    }
  }

  /// Source of truth: by hand: which counts the words of a note tell.
  @Test func `a note that counts calls with a unit tells their number`() throws {
    let results = try published([Self.theft]).results
    let table = ResultTable(
      name: "any", title: "Any", columns: [.init("a", "A")], rows: [[.count(1)]],
      notes: [
        "n = 60 community calls with a unit; 0.0 % of their work is imputed.", "n = 60 calls.",
      ])
    let notes = try #require(results.shared(by: [table]).first).shared.notes
    #expect(notes.map(\.position) == [0, 1])
    #expect(Set(notes[0].keys) == [.callsWithUnit(of: .community), .calls])
    #expect(Set(notes[1].keys) == [.calls])
  }

  /// Source of truth: the names of columns: whatever counts calls says what it shares with others, or
  /// that it is guarded, so that a new table cannot be forgotten.
  @Test func `every column that counts calls is declared`() throws {
    let results = try published([
      Self.theft, Kind(category: "domestic", origin: "officer", count: 2, minutes: 40),
    ]).results
    let exempt: Set = ["minutes_per_unit", "units_busy_with_calls"]
    for table in results.tables where !table.rows.isEmpty {
      for (position, column) in table.columns.enumerated() {
        let words = column.key.split(separator: "_")
        guard words.contains("calls") || words.contains("observed") || words.contains("sent"),
          !exempt.contains(column.key), column.key != "hours_observed",
          !column.key.hasSuffix("_to_mean"),
          !["observed_mean_minutes", "observed_p90_minutes"].contains(column.key),
          !column.key.hasPrefix("busy")
        else { continue }
        let isDeclared =
          column.privacy != .none || table.shared.tells.contains { $0.column == position }
          || table.shared.cells.contains { $0.column == position }
        #expect(isDeclared, "\(table.name) \(column.key)")
      }
    }
  }

  /// Source of truth: conservation: figures with one key have one value in all tables, and declared
  /// sums hold.
  @Test(arguments: ["generic-two-districts", "chicago"])
  func `shared figures agree`(name: String) throws {
    let folder = try #require(ReferenceData.study(name))
    let results = try StudyPipeline(studyAt: folder, store: StudyPipelineTests.cache)
      .run(to: .workload)
    var values: [FigureKey: Double] = [:]
    func value(_ cell: ResultTable.Cell) -> Double {
      switch cell {
      case .count(let count): Double(count)
      case .number(let number): number
      case .text, .missing: 0
      }
    }
    for table in results.tables {
      for figure in table.shared.figures { values[figure.key] = figure.value }
    }
    #expect(values[.calls] == Double(results.workload.callCount))
    var places = 0
    for table in results.tables {
      for place in table.shared.cells {
        places += 1
        #expect(values[place.key] == value(table.rows[place.row][place.column]), "\(place.key)")
      }
      for sum in table.shared.cellSums {
        let parts = sum.rows.reduce(0) { $0 + value(table.rows[$1][sum.column]) }
        #expect(agrees(parts, values[sum.total] ?? -1, within: 1e-6), "\(table.name) \(sum.total)")
      }
      for sum in table.shared.sums {
        let parts = sum.parts.reduce(0) { $0 + (values[$1] ?? 0) }
        #expect(agrees(parts, values[sum.total] ?? -1, within: 1e-9), "\(sum.total)")
      }
    }
    #expect(places >= 4)
  }
}

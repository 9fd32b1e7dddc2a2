import Charts
import PolicingDomain
import Reports

/// Small records written by hand, and what a chapter says of them.
enum ChapterFixture {
  /// Reads a table: the keys of its columns on the first line, then its rows.
  ///
  /// A cell that reads as a number is one, `?` is missing, everything else is words.
  static func table(
    _ name: String, _ text: String, sums: [ResultTable.Sum] = [], notes: [String] = []
  ) -> ResultTable {
    let lines = text.split(separator: "\n").map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmed }
    }
    return ResultTable(
      name: name, title: "Title of \(name)",
      columns: (lines.first ?? []).map { .init($0, $0, decimals: 1) },
      rows: lines.dropFirst().map { row in
        row.map { cell in
          if cell == "?" { return .missing }
          if let count = Int(cell), !cell.hasPrefix("0") || cell == "0" { return .count(count) }
          if let number = Double(cell), cell.contains(".") { return .number(number) }
          return .text(cell)
        }
      }, rowSums: sums, notes: notes)
  }

  /// A record with some tables and no more than it takes.
  static func record(_ tables: [ResultTable], districts: [RunRecord.District] = []) -> RunRecord {
    var record = RunRecord(
      subject: .init(
        name: "test", title: "A test", notice: nil, from: "2026-01-01", through: "2026-12-31",
        calls: "calls.csv"),
      figures: [
        .init(
          name: "unit-hours",
          estimate: Estimate(
            value: 1000, unit: "unit-hours", observations: 500, imputed: Share(0.25) ?? .none,
            interval: .none(reason: "one week")))
      ], answers: [], tables: tables, findings: [], countingFindings: [], booksClose: true,
      explanations: [Explanation(item: "hours:officer", title: "Hours", answer: "1")],
      making: .init(version: "0", numerics: "none", arguments: [], seed: 1, inputs: []))
    record.districts = districts
    return record
  }

  /// The section of a full report that has an identifier.
  static func section(
    _ id: String, _ record: RunRecord, kind: StudyReport.Kind = .full
  ) -> ReportSection? {
    StudyReport(record, kind: kind).pages.first?.sections.first { $0.id == id }
  }

  /// Hours of a week: a row for each weekday and hour, its cells made by `cells`.
  static func week(_ cells: (String, Int) -> String) -> String {
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].flatMap { day in
      (0..<24).map { "\(day)|\($0)|\(cells(day, $0))" }
    }.joined(separator: "\n")
  }
}

extension ReportSection {
  /// All that a reader reads but the tables: words, points, facts, and what figures say.
  var reading: [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .words(let words), .heading(let words), .caution(let words): [words]
      case .list(let points): points
      case .facts(let facts): facts.map { "\($0.name): \($0.value)" }
      case .figure(let figure): [figure.chart.title, figure.caption]
      case .table, .item, .links: []
      }
    }
  }

  /// The tables, those under pictures too.
  var tables: [ResultTable] {
    blocks.compactMap { block in
      switch block {
      case .table(let table): table.table
      case .figure(let figure): figure.table.table
      default: nil
      }
    }
  }

  /// The charts.
  var charts: [any Chart] {
    blocks.compactMap { block in
      if case .figure(let figure) = block { figure.chart } else { nil }
    }
  }

  /// Whether some words contain `text`.
  func says(_ text: String) -> Bool { reading.contains { $0.contains(text) } }
}

extension ResultTable {
  /// The words of a row, as the table holds them.
  func words(_ row: Int) -> [String] {
    rows[row].map { cell in
      switch cell {
      case .text(let text): text
      case .count(let count): "\(count)"
      case .number(let number): "\((number * 100).rounded() / 100)"
      case .missing: "?"
      }
    }
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

import PolicingDomain
import Reports
import Testing

@Suite("What every chapter must keep")
struct ChapterRulesTests {
  private static let hostile = "<script>alert(1)</script>&\"|"

  private static var record: RunRecord {
    let name = "<b>x</b>&"
    let week = ChapterFixture.week { _, hour in "\(Double(hour))" }
    return ChapterFixture.record(
      [
        ChapterFixture.table("hours-of-week", "weekday|hour|busy_units\n" + week, notes: [hostile]),
        ChapterFixture.table(
          "calls-by-category",
          """
          category|origin|calls|calls_with_unit|units_per_call|minutes_per_unit|unit_hours|flag
          \(name)|community|20|20|1.0|60.0|20.0|
          theft|\(name)|20|20|1.0|60.0|20.0|\(name)
          """),
        ChapterFixture.table(
          "calls-read",
          "kind|what|rows|percent_of_rows|unit_hours|first_lines|remedy\n"
            + "rows|read|10|?|?||\nmissing|\(name)|5|50.0|?||\nrefused|\(name)|?|?|?||\(name)"),
        ChapterFixture.table(
          "unmet-demand", "what_became_of_it|priority|district|calls\n\(name)|\(name)|all|5"),
        ChapterFixture.table(
          "hours-ledger",
          "district|rank|tour|part|item|hours_per_year|source\n"
            + "department|\(name)|\(name)|paid|all|100.0|\n"
            + "department|\(name)|\(name)|\(name)|\(name)|40.0|no rate published"),
        ChapterFixture.table(
          "targets",
          "target|value|unit|status|set_by|forum|date|comment\n\(name)|1.0|\(name)|chosen|\(name)|||\(name)"
        ),
      ], districts: [.init(id: name, name: name)])
  }

  /// Source of truth: XML 1.0: text that looks like markup is escaped wherever a chapter puts it.
  @Test func `hostile names stay text in every chapter`() throws {
    let page = try #require(StudyReport(Self.record, kind: .full).pages.first)
    for mark in ["<b>", "<script>alert"] {
      #expect(!page.html.contains(mark))
      #expect(!page.markdown.contains(mark))
    }
    for id in ["quality", "calls", "demand", "hours", "targets"] {
      #expect(page.sections.contains { $0.id == id }, "\(id)")
    }
  }

  /// Source of truth: a chapter that the run has nothing for is left out, and no text is empty.
  @Test func `a run without tables has none of these chapters`() throws {
    let page = try #require(StudyReport(ChapterFixture.record([]), kind: .full).pages.first)
    for id in [
      "quality", "calls", "demand", "deployment", "waits", "hours", "ladder", "targets",
    ] {
      #expect(!page.sections.contains { $0.id == id }, "\(id)")
    }
  }

  /// Source of truth: a row that is declared a sum is one, in columns that count: hours and calls.
  @Test func `declared sums of pages add up`() throws {
    let page = try #require(StudyReport(Self.record, kind: .full).pages.first)
    let year = try #require(page.tables.first { $0.table.name == "year-of-hours" }?.table)
    let sum = try #require(year.rowSums.first)
    for key in ["hours_per_year", "percent_of_paid"] {
      let column = try #require(year.columns.firstIndex { $0.key == key })
      func number(_ row: Int) -> Double {
        if case .number(let number) = year.rows[row][column] { number } else { .nan }
      }
      #expect(abs(number(sum.total) - sum.parts.reduce(0) { $0 + number($1) }) < 1e-9, "\(key)")
    }
  }
}

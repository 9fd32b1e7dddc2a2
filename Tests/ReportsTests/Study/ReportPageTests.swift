import Foundation
import PolicingDomain
import Reports
import Testing

@Suite("Pages of a report")
struct ReportPageTests {
  /// Source of truth: XML 1.0; a page of ours is well-formed, so that text cannot become markup.
  @Test func `names that look like markup stay text`() throws {
    let record = Self.record(name: "<script>alert(1)</script> & \"co\"")
    for kind in StudyReport.Kind.allCases {
      for page in StudyReport(record, kind: kind).pages {
        #expect(!page.html.contains("<script>alert"))
        #expect(!page.markdown.contains("<script>alert"))
      }
    }
    let page = try #require(StudyReport(record, kind: .full).pages.first)
    #expect(page.html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;co&quot;"))
  }

  /// Source of truth: a page opens from disk with no network, so it may name no address to load from.
  @Test func `a page loads nothing`() throws {
    let page = try #require(StudyReport(Self.record(name: "A"), kind: .full).pages.first)
    for mark in ["http://", "https://", " src=", "@import", "url("] {
      #expect(!page.html.contains(mark), "\(mark)")
    }
  }

  /// Source of truth: the rule of the house that equal input gives equal bytes.
  @Test func `equal records give equal pages`() {
    let first = StudyReport(Self.record(name: "A"), kind: .full).pages.map(\.html)
    let second = StudyReport(Self.record(name: "A"), kind: .full).pages.map(\.html)
    #expect(first == second)
    #expect(!first.isEmpty)
  }

  /// Source of truth: the summary says what a run could not answer, before any number.
  @Test func `an infeasible plan is said at the top`() throws {
    var record = Self.record(name: "A")
    record.answers = [
      .init(mode: "require", status: "infeasible", reason: "the budget is too small")
    ]
    record.booksClose = false
    let page = try #require(StudyReport(record, kind: .executive).pages.first)
    #expect(page.html.contains("the budget is too small"))
    #expect(page.html.contains("The books of this run do not close"))
  }

  private static func record(name: String) -> RunRecord {
    let hours = ResultTable(
      name: "hours-of-week", title: "Hours of \(name)",
      columns: [
        .init("weekday", "Weekday"), .init("hour", "Hour"),
        .init("busy_units", "Busy", decimals: 1),
      ],
      rows: (0..<168).map { hour in
        [
          .text(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][hour / 24]), .count(hour % 24),
          .number(Double(hour % 24) / 2),
        ]
      }, notes: [name])
    var record = RunRecord(
      subject: .init(
        name: name, title: name, notice: name, from: "2026-01-01", through: "2026-01-31",
        calls: name),
      figures: [
        .init(
          name: "calls",
          estimate: Estimate(
            value: 1234, unit: "calls", observations: 1234, imputed: .none,
            interval: .none(reason: name)))
      ], answers: [], tables: [hours], findings: [name], countingFindings: [], booksClose: true,
      explanations: [Explanation(item: "department", title: name, answer: name)],
      making: .init(version: "0", numerics: "none", arguments: [name], seed: 1, inputs: []))
    record.districts = [.init(id: name, name: name)]
    return record
  }
}

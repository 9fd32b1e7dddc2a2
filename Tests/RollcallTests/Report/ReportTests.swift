import Charts
import Foundation
import Rollcall
import Testing

/// The whole report of bundled studies, as a reader gets it.
@Suite("Reports of bundled studies")
struct ReportTests {
  static let studies = ["generic", "chicago"]

  /// Source of truth: arithmetic; what a table declares to be a sum must be one as it is printed.
  @Test(arguments: studies)
  func `every table that declares a sum adds up as it is printed`(study: String) async throws {
    let record = try await ReportRun.record(of: study)
    var checked = 0
    for page in try await ReportRun.pages(of: study) {
      for table in page.tables.map(\.table) { checked += Self.expectSums(of: table) }
    }
    for table in record.tables { checked += Self.expectSums(of: table) }
    #expect(checked > 50)
  }

  /// Source of truth: the limit of five megabytes that mail and slow lines bear.
  @Test(arguments: studies)
  func `a page is small, and its parts have names of their own`(study: String) async throws {
    for page in try await ReportRun.pages(of: study) {
      let text = page.html
      #expect(text.utf8.count < 5_000_000, "\(page.name): \(text.utf8.count)")
      let names = text.matches(of: #/ id="([^"]+)"/#).map { String($0.output.1) }
      let repeated = Dictionary(grouping: names, by: \.self).filter { $1.count > 1 }.keys
      #expect(repeated.isEmpty, "\(page.name): \(repeated.sorted().prefix(5))")
    }
  }

  /// Source of truth: a link leads somewhere: to a part of the page, an explanation, or a page.
  @Test(arguments: studies)
  func `every link leads somewhere`(study: String) async throws {
    let pages = try await ReportRun.pages(of: study)
    let files = Set(pages.map { "\($0.name).html" })
    let items = Set(try await ReportRun.record(of: study).explanations.map(\.item))
    var links = 0
    for page in pages {
      let text = page.html
      let names = Set(text.matches(of: #/ id="([^"]+)"/#).map { String($0.output.1) })
      for match in text.matches(of: #/ href="([^"]+)"/#) {
        let link = String(match.output.1)
        links += 1
        if link.hasPrefix("#why-") {
          #expect(items.contains(String(link.dropFirst(5))), "\(page.name): \(link)")
        } else if link.hasPrefix("#") {
          #expect(names.contains(String(link.dropFirst())), "\(page.name): \(link)")
        } else {
          #expect(files.contains(link), "\(page.name): \(link)")
        }
      }
    }
    #expect(links > 50)
  }

  /// Source of truth: the rule that every figure says what to see, how sure it is, and has its table.
  @Test(arguments: studies)
  func `every figure has a caption, a certainty and a table`(study: String) async throws {
    var count = 0
    for page in try await ReportRun.pages(of: study) {
      for block in page.sections.flatMap(\.blocks) {
        guard case .figure(let figure) = block else { continue }
        count += 1
        #expect(figure.caption.count > 20, "\(figure.chart.title)")
        #expect(!figure.chart.title.isEmpty && !figure.chart.summary.isEmpty)
        #expect(figure.certainty.line.hasPrefix("n = "))
        #expect(!figure.table.table.rows.isEmpty, "\(figure.chart.title)")
        let isExplained =
          !figure.items.isEmpty || figure.table.items.contains { $0 != nil }
          || !figure.table.table.notes.isEmpty
        #expect(isExplained, "\(figure.chart.title): nothing explains its numbers")
      }
    }
    #expect(count > 8)
  }

  /// Checks the sums of one table and returns how many there were.
  private static func expectSums(of table: ResultTable) -> Int {
    var checked = 0
    for sum in table.rowSums {
      for (position, column) in table.columns.enumerated() {
        let parts = sum.parts.compactMap { number(table.rows[$0][position]) }
        guard let total = number(table.rows[sum.total][position]), parts.count == sum.parts.count,
          adds(column.key)
        else { continue }
        let added = parts.reduce(0, +)
        checked += 1
        #expect(
          abs(added - total) <= max(1e-3, 1e-6 * abs(total)),
          "\(table.name): \(column.key): \(added) ≠ \(total)")
      }
    }
    for sum in table.columnSums {
      for (place, row) in table.rows.enumerated() {
        let parts = sum.parts.compactMap { number(row[$0]) }
        guard let total = number(row[sum.total]), parts.count == sum.parts.count else { continue }
        checked += 1
        #expect(
          abs(parts.reduce(0, +) - total) <= 1e-6 * max(1, abs(total)), "\(table.name):\(place)")
      }
    }
    return checked
  }

  /// Whether a column of this key holds amounts, which add up, and not shares, rates or means.
  private static func adds(_ key: String) -> Bool {
    let others = [
      "percent", "share", "saturation", "mean", "median", "p90", "wait", "factor", "ratio", "span",
    ]
    let isRate = key.contains("per_") && !key.contains("per_year")
    return !isRate && !others.contains(where: key.contains)
  }

  private static func number(_ cell: ResultTable.Cell) -> Double? {
    switch cell {
    case .count(let count): Double(count)
    case .number(let number) where number.isFinite: number
    default: nil
    }
  }
}

package import PolicingDomain

/// What chapters are written from.
package struct ReportSource: Sendable {
  /// The run.
  package let record: RunRecord
  /// The shapes of the districts, if they are known.
  package let map: PlaceShapes?
  /// Findings that people wrote, if they did.
  package let statement: Statement?

  /// Returns a table of the run to read, if it is there and has rows.
  package func table(_ name: String) -> TableReading? {
    guard let table = record.table(name), !table.rows.isEmpty else { return nil }
    return TableReading(table)
  }

  /// Whether an item can be explained on the page.
  package func explains(_ item: String) -> Bool { items.contains(item) }

  /// The items that are explained.
  private let items: Set<String>

  init(record: RunRecord, map: PlaceShapes?, statement: Statement?) {
    self.record = record
    self.map = map
    self.statement = statement
    items = Set(record.explanations.map(\.item))
  }

  /// Returns a page of the chapters for which the run has what they need.
  func page(
    named name: String, of kind: StudyReport.Kind, _ chapters: [Chapters.Chapter]
  ) -> ReportPage {
    ReportPage(
      name: name, title: record.subject.title, kind: kind, record: record,
      sections: chapters.compactMap { $0(self) })
  }
}

import Foundation
public import PolicingDomain

/// The layout of `report.json`: the pages of a report as data.
public struct ReportDocument: Encodable {
  private struct Page: Encodable {
    let name: String
    let title: String
    let tables: [Table]
  }

  private struct Table: Encodable {
    let name: String
    let table: ResultsDocument.Table
  }

  private let schema = 1
  private let subject: RunRecord.Subject
  private let isPublic: Bool
  private let booksClose: Bool
  private let findings: [String]
  private let figures: [ResultsDocument.Figure]
  private let answers: [RunRecord.Answer]
  private let pages: [Page]

  /// Creates a document.
  ///
  /// - Parameters:
  ///   - record: The run.
  ///   - pages: The pages with their tables.
  public init(
    _ record: RunRecord, pages: [(name: String, title: String, tables: [ResultTable])]
  ) {
    subject = record.subject
    isPublic = record.isPublic
    booksClose = record.booksClose
    findings = record.findings
    let withheld = Set(record.withheld)
    figures = record.figures.map {
      ResultsDocument.Figure($0, withheld: withheld, ofPublicRecord: record.isPublic)
    }
    answers = record.answers
    self.pages = pages.map { page in
      Page(
        name: page.name, title: page.title,
        tables: page.tables.map { Table(name: $0.name, table: ResultsDocument.Table($0)) })
    }
  }

  /// The document as JSON with sorted keys.
  public func text() throws(FileError) -> String { try JSONText.text(of: self) }
}

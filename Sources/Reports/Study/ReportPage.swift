import PolicingDomain

/// One page of a report: a file of its own that opens from disk, needs no network and prints.
public struct ReportPage: Sendable {
  /// The name of its file, without what says the kind of file.
  public let name: String
  /// The title.
  public let title: String
  let kind: StudyReport.Kind
  let record: RunRecord
  /// The sections, in order.
  package let sections: [ReportSection]

  init(
    name: String, title: String, kind: StudyReport.Kind, record: RunRecord,
    sections: [ReportSection]
  ) {
    self.name = name
    self.title = title
    self.kind = kind
    self.record = record
    self.sections = sections
  }

  /// Every table of the page, in order.
  package var tables: [ReportTable] {
    sections.flatMap(\.blocks).compactMap { block in
      switch block {
      case .figure(let figure): figure.table
      case .table(let table): table
      default: nil
      }
    }
  }

  /// The page as HTML.
  public var html: String { ReportHTML(self).text }

  /// The page as Markdown, with tables and without pictures.
  public var markdown: String { ReportMarkdown(self).text }
}

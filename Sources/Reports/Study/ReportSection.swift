package import Charts
import PolicingDomain

/// A part of a report under one heading.
package struct ReportSection: Sendable {
  /// The name by which links reach it, lower case with hyphens.
  package let id: String
  /// The heading.
  package let title: String
  /// What stands in it.
  package let blocks: [ReportBlock]

  /// Creates a section.
  package init(id: String, title: String, _ blocks: [ReportBlock]) {
    self.id = id
    self.title = title
    self.blocks = blocks
  }
}

/// One piece of a section.
package enum ReportBlock: Sendable {
  /// A paragraph.
  case words(String)
  /// A heading within the section.
  case heading(String)
  /// Points, one under the other.
  case list([String])
  /// Key figures side by side.
  case facts([ReportFact])
  /// A picture with its caption and the table that it is drawn from.
  case figure(ReportFigure)
  /// A table by itself.
  case table(ReportTable)
  /// What must be noticed before reading on.
  case caution(String)
  /// A point with a heading: a finding, a recommendation.
  case item(ReportItem)
  /// Other pages of the same report.
  case links([ReportLink])
}

/// A way to another page of the same report.
package struct ReportLink: Sendable {
  /// The words that lead there.
  package let title: String
  /// The name of the page, without what says the kind of file.
  package let page: String

  /// Creates a link.
  package init(_ title: String, to page: String) {
    self.title = title
    self.page = page
  }
}

/// A key figure: what it is, its value, and what a reader needs to trust it.
package struct ReportFact: Sendable {
  /// What it is.
  package let name: String
  /// The value with its unit.
  package let value: String
  /// n, the interval, the share imputed, or what it is compared with.
  package let note: String
  /// The item that explains it, if there is one.
  package let item: String?

  /// Creates a fact.
  package init(_ name: String, _ value: String, note: String, item: String? = nil) {
    self.name = name
    self.value = value
    self.note = note
    self.item = item
  }
}

/// A picture of a table.
package struct ReportFigure: Sendable {
  /// The picture.
  package let chart: any Chart
  /// What a reader should see in it.
  package let caption: String
  /// How sure its numbers are.
  package let certainty: Certainty
  /// The table that it is drawn from.
  package let table: ReportTable
  /// Items that explain its numbers.
  package let items: [String]

  /// Creates a figure.
  package init(
    _ chart: any Chart, caption: String, certainty: Certainty, table: ReportTable,
    items: [String] = []
  ) {
    self.chart = chart
    self.caption = caption
    self.certainty = certainty
    self.table = table
    self.items = items
  }
}

/// A point with a heading, such as a finding.
package struct ReportItem: Sendable {
  /// How a point is marked.
  package enum Mark: String, Sendable {
    /// Something is missing or broken.
    case grave
    /// Something should be looked at.
    case care
    /// Something is as it should be.
    case good
    /// Something to know.
    case note
  }
  /// The mark.
  package let mark: Mark
  /// The word of the mark, such as `priority 1` or `draft`.
  package let label: String
  /// The heading.
  package let title: String
  /// Lines, each with a name where it has one: `Recommendation`, `Cost`.
  package let lines: [(name: String, text: String)]

  /// Creates a point.
  package init(
    _ mark: Mark, label: String, title: String, lines: [(name: String, text: String)]
  ) {
    self.mark = mark
    self.label = label
    self.title = title
    self.lines = lines
  }
}

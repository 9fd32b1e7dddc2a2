package import PolicingDomain

/// A table as a page shows it: which rows link to their explanation, by which columns a reader may
/// filter, and how much is shown at first.
package struct ReportTable: Sendable {
  /// The table.
  package let table: ResultTable
  /// The item that explains each row; empty where rows have none.
  package var items: [String?]
  /// The keys of columns that a reader may filter by.
  package var filters: [String]
  /// How many of the first columns say what a row is.
  package var rowHeads: Int
  /// The keys of columns of percentages that get a bar.
  package var bars: [String]
  /// Whether the table is folded until a reader opens it, as the one under a picture is.
  package var isFolded: Bool

  /// Creates a table.
  package init(
    _ table: ResultTable, items: [String?] = [], filters: [String] = [], rowHeads: Int = 1,
    bars: [String] = [], isFolded: Bool = false
  ) {
    self.table = table
    self.items = items
    self.filters = filters
    self.rowHeads = rowHeads
    self.bars = bars
    self.isFolded = isFolded
  }
}

import PolicingDomain

/// A spreadsheet file of sheets with formatted tables, live formulas and charts.
public struct Workbook: Sendable {
  /// Creates an empty workbook.
  public init() {}
}

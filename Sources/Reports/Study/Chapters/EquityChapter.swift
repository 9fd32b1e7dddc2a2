import PolicingDomain

/// Equity.
enum EquityChapter {
  static func section(_ source: ReportSource) -> ReportSection? { nil }
}

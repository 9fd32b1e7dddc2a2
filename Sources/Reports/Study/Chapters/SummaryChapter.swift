import PolicingDomain

/// Summary.
enum SummaryChapter {
  static func section(_ source: ReportSource) -> ReportSection? { nil }
}

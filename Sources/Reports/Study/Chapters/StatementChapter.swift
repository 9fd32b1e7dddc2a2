import PolicingDomain

/// Findings.
enum StatementChapter {
  static func section(_ source: ReportSource) -> ReportSection? { nil }
}

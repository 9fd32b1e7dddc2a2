import PolicingDomain

/// Calls.
enum CallsChapter {
  static func section(_ source: ReportSource) -> ReportSection? { nil }
}

import PolicingDomain

/// Waits.
enum WaitsChapter {
  static func section(_ source: ReportSource) -> ReportSection? { nil }
}

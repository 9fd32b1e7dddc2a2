import PolicingDomain

/// Limits.
enum LimitsChapter {
  static func section(_ source: ReportSource) -> ReportSection? { nil }
}

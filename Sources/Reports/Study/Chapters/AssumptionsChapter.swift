import PolicingDomain

/// Assumptions.
enum AssumptionsChapter {
  static func section(_ source: ReportSource) -> ReportSection? { nil }
}

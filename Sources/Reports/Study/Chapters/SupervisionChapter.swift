import PolicingDomain

/// Supervision.
enum SupervisionChapter {
  static func section(_ source: ReportSource) -> ReportSection? { nil }
}

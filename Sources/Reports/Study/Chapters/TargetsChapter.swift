import PolicingDomain

/// Targets.
enum TargetsChapter {
  static func section(_ source: ReportSource) -> ReportSection? { nil }

  static func short(_ source: ReportSource) -> ReportSection? { nil }
}

import PolicingDomain

/// Making.
enum MakingChapter {
  static func section(_ source: ReportSource) -> ReportSection? { nil }
}

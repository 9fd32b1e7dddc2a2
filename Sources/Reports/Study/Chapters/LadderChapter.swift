import PolicingDomain

/// Ladder.
enum LadderChapter {
  static func section(_ source: ReportSource) -> ReportSection? { nil }
}

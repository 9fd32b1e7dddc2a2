import PolicingDomain

/// Rules.
enum RulesChapter {
  static func section(_ source: ReportSource) -> ReportSection? { nil }
}

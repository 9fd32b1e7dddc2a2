import PolicingDomain

/// Responders.
enum RespondersChapter {
  static func section(_ source: ReportSource) -> ReportSection? { nil }
}

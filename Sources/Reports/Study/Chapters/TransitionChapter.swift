import PolicingDomain

/// Transition.
enum TransitionChapter {
  static func section(_ source: ReportSource) -> ReportSection? { nil }
}

import PolicingDomain

/// Need.
enum NeedChapter {
  static func section(_ source: ReportSource) -> ReportSection? { nil }

  static func short(_ source: ReportSource) -> ReportSection? { nil }
}

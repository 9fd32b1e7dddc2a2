import PolicingDomain

/// Quality.
enum QualityChapter {
  static func section(_ source: ReportSource) -> ReportSection? { nil }
}

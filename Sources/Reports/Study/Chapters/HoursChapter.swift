import PolicingDomain

/// Hours.
enum HoursChapter {
  static func section(_ source: ReportSource) -> ReportSection? { nil }
}

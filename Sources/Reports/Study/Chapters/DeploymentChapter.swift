import PolicingDomain

/// Deployment.
enum DeploymentChapter {
  static func section(_ source: ReportSource) -> ReportSection? { nil }
}

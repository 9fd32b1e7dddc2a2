import PolicingDomain

/// A page for each district in plain language, and an index of them.
struct DistrictPages {
  /// The pages: the index, then the districts in the order of the study.
  let pages: [ReportPage]

  init(_ source: ReportSource) { pages = [] }
}

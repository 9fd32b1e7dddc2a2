import PolicingDomain

/// What `study.yaml` says about the year for which the study plans, and about days without data.
enum ManifestYear {
  /// Reads the growth of calls from year to year.
  static func growth(_ value: YAMLValue, log: IssueLog) -> GrowthAssumption? {
    let range = -0.5...1.0
    guard
      let keys = value.mapping(
        required: ["rate_per_year", "low", "high", "source", "date"], optional: ["assumption"]),
      let rate = keys["rate_per_year"]?.number(in: range),
      let low = keys["low"]?.number(in: range), let high = keys["high"]?.number(in: range),
      let source = keys["source"]?.text(), let date = keys["date"]?.text()
    else { return nil }
    let provenance = Provenance(
      source: source, date: date, isAssumption: keys["assumption"]?.text() == "yes")
    let growth = GrowthAssumption(
      ratePerYear: rate, low: low, high: high, provenance: provenance)
    if growth == nil {
      log.add(
        .brokenGrowth, at: value.place,
        "the growth of \(rate) a year is not within \(low) to \(high)",
        remedy: "let `low` be at most, and `high` at least, `rate_per_year`")
    }
    return growth
  }

  /// Reads days that the export does not cover.
  static func days(_ value: YAMLValue) -> [CalendarDay] {
    (value.list() ?? []).compactMap { $0.day() }
  }
}

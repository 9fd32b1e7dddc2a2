import PolicingDomain

/// What `study.yaml` says about the year for which the study plans, and about days without data.
enum ManifestYear {
  /// Reads the growth of calls from year to year.
  static func growth(_ value: YAMLValue, log: IssueLog) -> GrowthAssumption? {
    guard let keys = value.mapping(StudyKeys.growth), let rate = keys.number("rate_per_year"),
      let low = keys.number("low"), let high = keys.number("high"),
      let source = keys["source"]?.text(), let date = keys["date"]?.text()
    else { return nil }
    let provenance = Provenance(
      source: source, date: date, isAssumption: keys.flag("assumption") == true)
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

/// What a file is, where it is no export of calls.
enum ExportKind {
  /// Returns why `sample` is no export of calls, or nothing when it may be one.
  static func reasonAgainst(_ sample: ExportSample, columns: [ColumnFinding]) -> String? {
    if sample.header.count == 1 { return "it has one column, and calls need several" }
    if sample.rows.isEmpty { return "it has a header and no rows" }
    if columns.contains(where: { $0.holdsMoments }) {
      return offenseReason(columns)
    }
    let why = "no column holds dates or times"
    if let pair = linkedPair(sample, columns) {
      return
        "\(why); `\(pair.0)` and `\(pair.1)` hold the same numbers, so it seems to be a list of "
        + "neighbours or links between places, one row for each pair"
    }
    if let key = columns.first(where: { $0.distinct == sample.rows.count && $0.distinct > 1 }),
      let total = columns.first(where: { isTotal($0) })
    {
      return
        "\(why); each `\(key.header)` comes once and `\(total.header)` counts, so it seems to be a "
        + "table of totals, one row for each area, not for each call"
    }
    return why
  }

  /// Two columns of few, whose values are the same set, each many times.
  private static func linkedPair(
    _ sample: ExportSample, _ columns: [ColumnFinding]
  ) -> (String, String)? {
    guard columns.count <= 6 else { return nil }
    for first in columns {
      let left = Set(sample.values(first.position))
      guard left.count >= 3, left.count < sample.rows.count else { continue }
      for second in columns where second.position > first.position {
        let right = Set(sample.values(second.position))
        let shared = left.intersection(right).count
        if shared * 10 >= max(left.count, right.count) * 8 { return (first.header, second.header) }
      }
    }
    return nil
  }

  private static func isTotal(_ column: ColumnFinding) -> Bool {
    let words = ["calls", "count", "total", "workload", "minutes", "hours", "sum", "incidents"]
    let name = HeaderMatch.folded(column.header)
    return column.isNumeric && words.contains { name.contains($0) }
  }

  /// Records of offenses have dates too, but nobody is dispatched in them.
  private static func offenseReason(_ columns: [ColumnFinding]) -> String? {
    let names = columns.map { HeaderMatch.folded($0.header) }
    let marks = ["iucr", "fbicode", "nibrs", "ucr", "offensecode", "arrestdate", "victim"]
    let mark = columns.first { column in
      marks.contains { HeaderMatch.folded(column.header).contains($0) }
    }
    let work = [
      "dispatch", "enroute", "arriv", "onscene", "atscene", "queued", "unitcode", "callsign",
    ]
    let hasWork = names.contains { name in work.contains { name.contains($0) } }
    guard let mark, !hasWork else { return nil }
    return "`\(mark.header)` is a column of crime records, and nothing tells that a unit was sent"
  }
}

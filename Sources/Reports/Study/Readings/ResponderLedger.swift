import PolicingDomain

/// The table `responders`, one line for each responder and category, so that no call counts twice.
struct ResponderLedger {
  /// The lines, all districts of a responder together.
  let taken: TableReading
  private let lines: TableReading

  init?(_ lines: TableReading) {
    var seen: Set<String> = []
    let rows = lines.rows.filter { row in
      // The total comes before its districts; where there is no total, there is one district alone.
      let key = lines.text(row, "responder") + "\u{1F}" + lines.text(row, "category")
      return seen.insert(key).inserted
    }
    guard !rows.isEmpty else { return nil }
    let kept = Set(rows)
    self.lines = lines
    taken = TableReading(
      lines.table.showing(
        [
          "responder", "kind", "category", "calls", "eligible_calls", "calls_in_service",
          "calls_taken", "calls_returned", "calls_spared", "capture_percent",
          "officer_hours_gross", "officer_hours_net",
        ], named: "responders-by-category", titled: "Calls that other responders take, a year",
        where: { kept.contains($0) }
      ).inPlainWords(["kind", "category"]))
  }

  /// What all responders come to; nothing where a part of it is withheld.
  ///
  /// No call is taken twice, so that what is taken, returned, spared and freed adds up.
  func total(_ key: String) -> Double? { taken.total(key) }

  /// Whether some category has several responders.
  var hasShared: Bool { taken.values("category").count < taken.rows.count }

  /// The calls of the categories, each counted once; nothing where some are withheld.
  ///
  /// Every responder's line tells all calls of its category, so that lines do not add up.
  var calls: Double? {
    guard hasShared else { return taken.total("calls") }
    var counted: [String: Double] = [:]
    var sum = 0.0
    for category in lines.values("category") {
      let rows = lines.rows(where: ["category": category])
      let districts = rows.filter { lines.text($0, "district") != "all" }
      for row in districts.isEmpty ? rows : districts {
        guard let calls = lines.number(row, "calls") else { return nil }
        let key = category + "\u{1F}" + lines.text(row, "district")
        if counted.updateValue(calls, forKey: key) == nil { sum += calls }
      }
    }
    return sum
  }
}

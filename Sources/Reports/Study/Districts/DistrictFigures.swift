import PolicingDomain

/// What a run knows of one district, read from its tables.
struct DistrictFigures {
  /// The wait of one priority, in minutes.
  struct Wait {
    /// The number of the priority; 1 is most urgent.
    let priority: Int
    /// The calls whose wait was measured.
    let calls: Double?
    /// The mean that was measured.
    let measured: Double?
    /// The mean that the model makes of the units of today.
    let predicted: Double?
    /// The mean at the units required.
    let required: Double?
    /// The mean as planned; infinite where it has no end.
    let planned: Double?
  }

  /// Time that calls leave free, in percent, and in hours a week.
  struct Free {
    let required: Double?
    let planned: Double?
    let hours: Double?
    let target: Double?
  }

  /// The waits, the most urgent priority first.
  let waits: [Wait]
  /// What the planned waits are: as planned, or where there is no plan, as required.
  let level: String
  /// The free time.
  let proactive: Free?

  init(_ id: String, _ source: ReportSource) {
    let equity = source.table("equity")
    let observed = source.table("waits-predicted-and-observed")
    let row = equity?.row(where: ["district": id])
    let keys = equity?.table.columns.map(\.key) ?? []
    let waitLevel = equity.map { WaitLevel($0, source) }
    level = waitLevel?.name ?? "required"
    let suffix = "_\(level)_minutes"
    var priorities = keys.filter { $0.hasPrefix("wait_p") && $0.hasSuffix(suffix) }.compactMap {
      Int($0.dropFirst("wait_p".count).dropLast(suffix.count))
    }
    for name in observed?.values("priority") ?? [] {
      if let number = Int(name.dropFirst()), !priorities.contains(number) {
        priorities.append(number)
      }
    }
    waits = priorities.sorted().map { priority in
      let own = observed.map { Observed($0, id, priority) }
      return Wait(
        priority: priority, calls: own?.calls, measured: own?.measured, predicted: own?.predicted,
        required: row.flatMap { equity?.number($0, "wait_p\(priority)_required_minutes") },
        planned: row.flatMap { waitLevel?.minutes($0, priority) })
    }
    proactive = source.table("proactive-time").flatMap { Self.free(id, $0) }
  }

  private static func free(_ id: String, _ table: TableReading) -> Free? {
    let required = table.row(where: ["district": id, "units": "required"])
    let planned = table.row(where: ["district": id, "units": "planned"]) ?? required
    guard let planned else { return nil }
    return Free(
      required: required.flatMap { table.number($0, "proactive_percent") },
      planned: table.number(planned, "proactive_percent"),
      hours: table.number(planned, "free_unit_hours"),
      target: table.number(planned, "target_percent"))
  }

  /// Waits of today over the watches of a district, each weighted with its calls.
  private struct Observed {
    var calls: Double?
    var measured: Double?
    var predicted: Double?

    init(_ table: TableReading, _ id: String, _ priority: Int) {
      let rows = table.rows.filter {
        table.text($0, "district") == id && table.text($0, "priority") == "P\(priority)"
      }
      let counted = rows.filter { (table.number($0, "calls_with_known_wait") ?? 0) > 0 }
      guard !counted.isEmpty, counted.count == rows.count else { return }
      let all = counted.reduce(0) { $0 + (table.number($1, "calls_with_known_wait") ?? 0) }
      calls = all
      func mean(_ key: String) -> Double? {
        var sum = 0.0
        for row in counted {
          guard let value = table.number(row, key), value.isFinite,
            let calls = table.number(row, "calls_with_known_wait")
          else { return nil }
          sum += value * calls
        }
        return sum / all
      }
      measured = mean("observed_mean_minutes")
      predicted = mean("predicted_mean_minutes")
    }
  }
}

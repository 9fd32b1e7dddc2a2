import Charts
import PolicingDomain

/// The table `target-ladder`, read from the lowest target to the highest.
struct TargetRungs {
  /// One target with its need.
  struct Rung {
    let row: Int
    let target: Double
    let need: Double
  }

  /// What the need is measured in.
  let measure: String
  /// The targets that have a need, the lowest first.
  let rungs: [Rung]
  /// The chosen one.
  let chosen: Rung?
  private let ladder: TableReading
  private let noun: String

  init?(_ ladder: TableReading) {
    let measures = [
      ("patrol_officers_required", "Officers of patrol", "officers of patrol"),
      ("positions_required", "Positions", "positions"),
      ("unit_hours_a_week", "Unit-hours on the street a week", "unit-hours a week"),
    ]
    guard let measure = measures.first(where: { ladder.hasNumbers($0.0) }) else { return nil }
    self.ladder = ladder
    self.measure = measure.1 + " needed"
    noun = measure.2
    rungs = ladder.rows.compactMap { row in
      guard let target = ladder.number(row, "target_percent"),
        let need = ladder.number(row, measure.0)
      else { return nil }
      return Rung(row: row, target: target, need: need)
    }.sorted { $0.target < $1.target }
    chosen = rungs.first { ladder.text($0.row, "is_chosen") == "yes" }
  }

  var points: [LineChart.Point] { rungs.map { .init($0.target, $0.need) } }

  var title: String {
    guard let chosen else { return "What each target of proactive time needs" }
    return
      "A target of \(percent(chosen)) needs \(number(chosen.need)) \(noun) under these assumptions"
  }

  var summary: String {
    guard let first = rungs.first, let last = rungs.last else { return title }
    return "\(measure) by target, from \(number(first.need)) at \(percent(first)) to "
      + "\(number(last.need)) at \(percent(last))."
  }

  /// The table in the order of the targets; columns of blocks stay in files.
  var table: ResultTable {
    let keys = ladder.table.columns.map(\.key).filter {
      !["blocks_governed_by_work", "blocks"].contains($0)
    }
    return ladder.table.showing(keys)
  }

  /// What a reader should see.
  var observations: [String] {
    var points: [String] = []
    guard let chosen else { return ["The table has no row for the chosen target."] }
    if let lower = rungs.last(where: { $0.target < chosen.target }) { points.append(step(lower)) }
    if let higher = rungs.first(where: { $0.target > chosen.target }) {
      points.append(step(higher))
    }
    if let reached = ladder.number(chosen.row, "proactive_percent_reached") {
      points.append(
        "At the units required by the chosen target, \(Phrase.percent(reached)) of the time on the "
          + "street is free of calls"
          + (reached > chosen.target + 0.5
            ? ": more than the target, because waits, fixed cars or whole numbers of units decide in "
              + "many hours." : "."))
    }
    let waits = ladder.table.columns.filter {
      $0.key.hasPrefix("mean_wait_") && ladder.number(chosen.row, $0.key) != nil
    }
    if let urgent = waits.first, let last = rungs.last, let lowest = rungs.first,
      let high = ladder.number(lowest.row, urgent.key),
      let low = ladder.number(last.row, urgent.key)
    {
      let name = urgent.key.split(separator: "_").dropFirst(2).first.map { $0.uppercased() } ?? ""
      let ends = [high, low].map { Format.number($0, decimals: 1) }
      points.append(
        ends[0] == ends[1]
          ? "The mean wait of \(name) calls is \(ends[0]) minutes from \(percent(lowest)) to "
            + "\(percent(last)): the target hardly changes it."
          : "The mean wait of \(name) calls goes from \(ends[0]) minutes at \(percent(lowest)) to "
            + "\(ends[1]) minutes at \(percent(last)).")
    }
    return points
  }

  private func step(_ other: Rung) -> String {
    guard let chosen else { return "" }
    let change = other.need - chosen.need
    var words = "At \(percent(other)) instead of \(percent(chosen)) the need is "
    guard abs(change) >= 0.5 else { return words + "the same: something else decides." }
    words +=
      "\(number(other.need)) \(noun), \(number(abs(change))) \(change > 0 ? "more" : "fewer")"
    if let cost = ladder.number(other.row, "dollars_change"), abs(cost) >= 0.5 {
      words +=
        ", and \(Format.number(abs(cost) / 1e6, decimals: 1)) million dollars a year "
        + (cost > 0 ? "more" : "less")
    }
    return words + "."
  }

  private func percent(_ rung: Rung) -> String {
    Phrase.percent(rung.target, decimals: rung.target == rung.target.rounded() ? 0 : 1)
  }

  private func number(_ value: Double) -> String { Format.number(value, decimals: 0) }
}

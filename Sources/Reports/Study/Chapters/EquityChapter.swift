import Charts
import PolicingDomain

/// Who brings the work, who gets the staff, and how long people wait, district by district.
enum EquityChapter {
  static func section(_ source: ReportSource) -> ReportSection? {
    guard let table = source.table("equity") else { return nil }
    let staff = staff(table)
    var blocks: [ReportBlock] = [.words(definition)]
    if let figure = shares(table, staff, source) { blocks.append(figure) }
    if let map = gapMap(table, staff, source) { blocks.append(map) }
    if let map = waitMap(table, source) { blocks.append(map) }
    let points = observations(table, staff, source)
    if !points.isEmpty { blocks += [.heading("What stands out"), .list(points)] }
    blocks.append(.table(ReportTable(rest(table))))
    blocks.append(.caution(limits))
    return ReportSection(id: "equity", title: "Work, staff and service by district", blocks)
  }

  private static let definition =
    "Equity here means two things that can be counted: whether a district’s share of the patrol staff "
    + "matches its share of the work of calls, and whether people wait about as long wherever they "
    + "live. The share of work is that of unit-hours on calls of the community; what officers begin "
    + "themselves follows from where they are sent, and is left out."

  private static let limits =
    "Not judged here: whether people are treated alike, whether calls mirror need, or what is fair. "
    + "Calls are not need: people who trust the police less, or reach them less easily, call less. "
    + "Equal shares are not the aim either: a quiet district needs a minimum of cars whatever its "
    + "share of the work."

  /// What no picture shows: proactive time, people and what the records hold.
  private static func rest(_ table: TableReading) -> ResultTable {
    table.table.showing(
      [
        "district", "proactive_hours_per_1000_residents", "proactive_hours_per_violent_crime",
        "residents", "daytime_population", "violent_crimes", "calls_per_1000_residents",
        "stamps_recorded_percent",
      ], named: "equity-people", titled: "Proactive time, people and records by district")
  }

  /// One level of staff that a table of equity has: its column and its name.
  struct Staff {
    let key: String
    let name: String
  }

  /// The levels, in the order in which plans come: assigned, required, recommended.
  static func staff(_ table: TableReading) -> [Staff] {
    table.table.columns.filter { column in
      column.key.hasSuffix("_percent") && column.key != "workload_percent"
        && column.key != "stamps_recorded_percent"
        && table.rows.contains { table.number($0, column.key) != nil }
    }.map { Staff(key: $0.key, name: Wording.plain(String($0.key.dropLast("_percent".count)))) }
  }

  private static func names(_ source: ReportSource) -> [String: String] {
    Dictionary(
      source.record.districts.map { ($0.id, "\($0.id) \($0.name)") }, uniquingKeysWith: { $1 })
  }

  private static func label(_ id: String, _ source: ReportSource) -> String {
    guard let district = source.record.districts.first(where: { $0.id == id }) else { return id }
    return district.name.isEmpty || district.name == id ? id : "\(id) \(district.name)"
  }

  // MARK: Shares

  private static func shares(
    _ table: TableReading, _ staff: [Staff], _ source: ReportSource
  ) -> ReportBlock? {
    let levels = staff.filter { ["assigned_percent", "recommended_percent"].contains($0.key) }
    guard table.rows.count > 1, !levels.isEmpty,
      table.rows.contains(where: { table.number($0, "workload_percent") != nil })
    else { return nil }
    let order = table.rows.sorted {
      (table.number($0, "workload_percent") ?? 0, $1) > (
        table.number($1, "workload_percent") ?? 0, $0
      )
    }
    let rows = order.map { row in
      DotChart.Row(
        label(table.text(row, "district"), source),
        [table.number(row, "workload_percent")] + levels.map { table.number(row, $0.key) })
    }
    let chart = DotChart(
      title: title(table, levels),
      summary: "Shares of work and of patrol staff in "
        + "\(Wording.count(rows.count, "district", "districts")), in percent of the department.",
      axis: Axis("Share of all districts, %", style: NumberStyle(decimals: 1)),
      series: ["Work of calls"] + levels.map { "Staff \($0.name)" }, rows: rows)
    let shown = table.table.showing(
      ["district", "workload_percent"] + staff.map(\.key), named: "equity-shares",
      titled: "Share of work and share of staff by district")
    return .figure(
      ReportFigure(
        chart,
        caption:
          "Where the dot of the work lies right of the dots of the staff, a district has more "
          + "of the work than of the people.",
        certainty: source.record.certainty(), table: ReportTable(shown)))
  }

  private static func title(_ table: TableReading, _ levels: [Staff]) -> String {
    guard let level = levels.last, table.rows.count > 1 else {
      return "Share of work and share of staff"
    }
    guard let gap = widest(table, level) else { return "Share of work and share of staff" }
    let points = Format.number(abs(gap.gap), decimals: 1)
    return "The widest gap is in district \(table.text(gap.row, "district")): its share of staff "
      + "\(level.name) is \(points) points \(gap.gap < 0 ? "below" : "above") its share of the work"
  }

  /// The district whose share of staff is farthest from its share of the work.
  private static func widest(_ table: TableReading, _ level: Staff) -> (row: Int, gap: Double)? {
    let gaps = table.rows.compactMap { row -> (row: Int, gap: Double)? in
      gap(table, row, level).map { (row, $0) }
    }
    return gaps.max { abs($0.gap) < abs($1.gap) }
  }

  private static func gap(_ table: TableReading, _ row: Int, _ level: Staff) -> Double? {
    guard let staff = table.number(row, level.key),
      let work = table.number(row, "workload_percent")
    else { return nil }
    return staff - work
  }

  // MARK: Maps

  private static func gapMap(
    _ table: TableReading, _ staff: [Staff], _ source: ReportSource
  ) -> ReportBlock? {
    guard let level = staff.last(where: { $0.key == "recommended_percent" }) ?? staff.last else {
      return nil
    }
    let ids = table.rows.map { table.text($0, "district") }
    let gaps = table.rows.map { gap(table, $0, level) }
    guard ids.count > 1, gaps.contains(where: { $0 != nil }) else { return nil }
    let values = Dictionary(zip(ids, gaps), uniquingKeysWith: { $1 })
    let map = DistrictMap(of: ids, from: source)
    let below = gaps.count { ($0 ?? 0) < -0.05 }
    let above = gaps.count { ($0 ?? 0) > 0.05 }
    let chart = PlaceMap(
      title: "Share of staff \(level.name) is below the share of work in "
        + "\(Wording.count(below, "district", "districts")) and above it in \(above)",
      summary: "A map of \(Wording.count(ids.count, "district", "districts")): share of staff less "
        + "share of work, in points.",
      places: map.places(ids, named: names(source)) { values[$0] ?? nil },
      style: NumberStyle(decimals: 1, isSigned: true), scale: .diverging(at: 0),
      measure: "share of staff \(level.name) less share of work, points")
    let columns = [
      ResultTable.Column("district", "District"),
      ResultTable.Column("workload_percent", "Work (% of all)", decimals: 1),
      ResultTable.Column(level.key, "Staff \(level.name) (% of all)", decimals: 1),
      ResultTable.Column("gap_points", "Staff less work (points)", decimals: 1),
    ]
    let rows = table.rows.map { row -> [ResultTable.Cell] in
      [
        .text(table.text(row, "district")), .optional(table.number(row, "workload_percent")),
        .optional(table.number(row, level.key)), .optional(gap(table, row, level)),
      ]
    }
    let shown = ResultTable(
      name: "equity-gap", title: "Share of staff less share of work", columns: columns, rows: rows,
      notes: ["The last column is the difference of the two before it."])
    return .figure(
      ReportFigure(
        chart,
        caption:
          "One colour marks districts with more of the staff than of the work, the other those "
          + "with less. " + map.basis(of: ids, from: source),
        certainty: source.record.certainty(), table: ReportTable(shown)))
  }

  private static func waitMap(_ table: TableReading, _ source: ReportSource) -> ReportBlock? {
    let level = WaitLevel(table, source)
    let ids = table.rows.map { table.text($0, "district") }
    let waits = table.rows.map { level.minutes($0, 1) }
    let known = waits.compactMap { $0 }
    guard known.count > 1, let span = WaitLevel.span(known) else { return nil }
    let values = Dictionary(zip(ids, waits), uniquingKeysWith: { $1 })
    let finite = known.filter(\.isFinite)
    let map = DistrictMap(of: ids, from: source)
    let chart = PlaceMap(
      title: extremes(ids, waits) ?? "The most urgent calls would wait \(span)",
      summary:
        "A map of \(Wording.count(ids.count, "district", "districts")): mean wait of priority "
        + "1, as \(level.name), in minutes.",
      places: map.places(ids, named: names(source)) { id in
        (values[id] ?? nil).flatMap { $0.isFinite ? $0 : nil }
      },
      style: NumberStyle(decimals: (finite.max() ?? 0) < 1 ? 2 : 1),
      measure: "mean wait of priority 1, as \(level.name), minutes")
    return .figure(
      ReportFigure(
        chart,
        caption: "Deeper is longer. A wait is the time from the call until a unit is free to be "
          + "sent; travel comes on top. "
          + (finite.count < known.count
            ? "Hatched districts have no mean: see the table for those whose waits have no end. "
            : "")
          + map.basis(of: ids, from: source),
        certainty: source.record.certainty(),
        table: ReportTable(
          level.table(named: "equity-waits", titled: "Mean wait by district and priority"))))
  }

  /// The shortest and the longest wait with their districts; nothing where some have no end.
  private static func extremes(_ ids: [String], _ waits: [Double?]) -> String? {
    let known = zip(ids, waits).compactMap { id, wait in wait.map { (id, $0) } }
    guard let most = known.max(by: { $0.1 < $1.1 }), most.1.isFinite,
      let least = known.min(by: { $0.1 < $1.1 })
    else { return nil }
    return "The most urgent calls would wait \(Wording.minutes(least.1)) on average in district "
      + "\(least.0), \(Wording.minutes(most.1)) in district \(most.0)"
  }

  // MARK: Words

  private static func observations(
    _ table: TableReading, _ staff: [Staff], _ source: ReportSource
  ) -> [String] {
    var points: [String] = []
    let assigned = staff.first { $0.key == "assigned_percent" }
    let recommended = staff.first { $0.key == "recommended_percent" }
    if table.rows.count > 1, let assigned, let recommended {
      let now = table.rows.compactMap { gap(table, $0, assigned).map(abs) }
      let then = table.rows.compactMap { gap(table, $0, recommended).map(abs) }
      if !now.isEmpty, !then.isEmpty {
        points.append(
          "The mean gap between shares of staff and of work is "
            + "\(Format.number(now.reduce(0, +) / Double(now.count), decimals: 2)) points as assigned "
            + "and \(Format.number(then.reduce(0, +) / Double(then.count), decimals: 2)) points as "
            + "recommended (unsigned, over \(Wording.count(then.count, "district", "districts"))).")
      }
    }
    if table.rows.count > 1, let level = recommended ?? staff.last, let gap = widest(table, level) {
      points.append(
        "Widest gap as \(level.name): district \(table.text(gap.row, "district")) with "
          + "\(Wording.number(table.number(gap.row, "workload_percent"), decimals: 1)) % of the work and "
          + "\(Wording.number(table.number(gap.row, level.key), decimals: 1)) % of the staff.")
    }
    points += waits(table, source)
    let recorded = table.rows.compactMap { table.number($0, "stamps_recorded_percent") }
    if let least = recorded.min() {
      points.append(
        "Times are recorded for at least \(Format.number(least, decimals: 1)) % of calls in every "
          + "district that has the figure.")
    }
    return points
  }

  private static func waits(_ table: TableReading, _ source: ReportSource) -> [String] {
    let level = WaitLevel(table, source)
    guard table.column(level.key(1)) != nil else { return [] }
    let waits = table.rows.map { (row: $0, minutes: level.minutes($0, 1)) }
    func named(_ isMeant: (Double?) -> Bool) -> [String] {
      waits.filter { isMeant($0.minutes) }.map { table.text($0.row, "district") }
    }
    var points: [String] = []
    let finite = waits.compactMap(\.minutes).filter(\.isFinite)
    let endless = named { $0?.isFinite == false }
    if finite.count > 1, let most = finite.max(), let least = finite.min() {
      points.append(
        "Mean wait of priority 1, as \(level.name)\(endless.isEmpty ? "" : ", where it has an end"): "
          + "from \(Wording.minutes(least)) to \(Wording.minutes(most)).")
    }
    if !endless.isEmpty {
      points.append(
        "As \(level.name), waits of priority 1 have no end in "
          + "\(Wording.count(endless.count, "district", "districts")) "
          + "(\(Wording.list(endless, atMost: 5))): in some hour of the week, calls bring more work "
          + "than the units can do.")
    }
    let unknown = named { $0 == nil }
    if !unknown.isEmpty, unknown.count < waits.count {
      points.append(
        "No wait can be stated for \(Wording.list(unknown, atMost: 5)): there is no such call, or "
          + "more work than units in some hour.")
    }
    return points
  }
}

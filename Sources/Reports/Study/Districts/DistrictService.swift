import Charts
import PolicingDomain

/// What else a run knows of one district: its own cars, its free time, its officers and its gaps.
struct DistrictService {
  private let id: String
  private let figures: DistrictFigures
  private let source: ReportSource

  init(_ id: String, _ figures: DistrictFigures, _ source: ReportSource) {
    self.id = id
    self.figures = figures
    self.source = source
  }

  /// How sure numbers of this district are.
  var certainty: Certainty {
    let whole = source.record.certainty()
    guard let table = source.table("workload-by-district"),
      let row = table.row(where: ["district": id])
    else { return whole }
    let calls =
      table.number(row, "community_calls").map { Format.number($0, decimals: 0) }
      ?? table.text(row, "community_calls")
    return Certainty(
      observations: "\(calls) calls of this district",
      interval: "none for single districts, by the model",
      imputed: whole.imputed + " of the work in all districts")
  }

  private func rows(_ table: TableReading) -> [Int] {
    table.rows.filter { table.text($0, "district") == id }
  }

  // MARK: The beat's own car

  private var own: TableReading? {
    source.table("beat-service").flatMap { table in
      let kept = Set(rows(table))
      guard !kept.isEmpty, table.column("own_unit_percent") != nil else { return nil }
      return TableReading(
        table.table.showing(
          ["watch", "beats", "units", "beats_with_unit", "busy_percent", "own_unit_percent"],
          named: "own-car-by-watch", titled: "Calls that the beat’s own car takes, by watch",
          notes: [
            "An approximation for a system of cars that help one another, without driving times. Blank: "
              + "more work than cars."
          ],
          where: { kept.contains($0) }))
    }
  }

  /// The mean over the watches of the share that the beat's own car takes.
  var ownCarShare: Double? {
    guard let own else { return nil }
    let shares = own.rows.compactMap { own.number($0, "own_unit_percent") }
    return shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count)
  }

  var ownCar: [ReportBlock] {
    guard let own else { return [] }
    let known = own.rows.compactMap { row in
      own.number(row, "own_unit_percent").map { (row, $0) }
    }
    guard let least = known.min(by: { $0.1 < $1.1 }) else { return [] }
    let chart = BarChart(
      title: "On watch \(own.text(least.0, "watch")), the beat’s own car takes "
        + "\(Format.number(least.1, decimals: 0)) of 100 calls, the fewest of all watches",
      summary: "Share of calls that the beat's own car takes, by watch.",
      axis: Axis("Calls by the beat’s own car, %", from: 0, to: 100), series: ["By own car"],
      rows: own.rows.map {
        BarChart.Row(
          Wording.capitalized(own.text($0, "watch")), [own.number($0, "own_unit_percent")])
      })
    return [
      .words(
        "A beat is the small area that one car looks after. Officers who answer on their own beat know "
          + "its people and streets. The busier the cars are, the more often another beat’s car must "
          + "come."),
      .figure(
        ReportFigure(
          chart,
          caption: "Of 100 calls of a beat, so many are answered by its own car, by the model.",
          certainty: certainty, table: ReportTable(own.table, bars: ["own_unit_percent"]))),
    ]
  }

  // MARK: Free time and community work

  var freeTime: [ReportBlock] {
    var blocks: [ReportBlock] = []
    if let table = source.table("proactive-time") {
      let kept = Set(rows(table))
      if !kept.isEmpty {
        blocks.append(.words(freeWords))
        blocks.append(
          .table(
            ReportTable(
              table.table.showing(
                [
                  "units", "unit_hours", "free_unit_hours", "proactive_percent", "target_percent",
                  "is_met",
                ], named: "free-hours", titled: "Hours that calls leave free, a week",
                notes: [
                  "Hours of units on the street, and those that calls of the community leave free. "
                    + "Officers’ own work happens in what is free."
                ],
                where: { kept.contains($0) }), bars: ["proactive_percent"])))
      }
    }
    if let table = source.table("community-work") {
      let kept = Set(rows(table))
      if !kept.isEmpty {
        blocks += [
          .words(
            "Beat meetings, foot and bike patrol, schools and other fixed work are planned as hours "
              + "of their own:"),
          .table(
            ReportTable(
              table.table.showing(
                ["kind", "supply", "unit_hours", "officer_hours"], named: "community",
                titled: "Community and other planned work, hours a year",
                notes: [
                  "Staff from: officers on duty, overtime, cancelled days off or citywide teams."
                ],
                where: { kept.contains($0) }
              ).inPlainWords(["kind", "supply"]))),
        ]
      }
    }
    return blocks
  }

  private var freeWords: String {
    var words =
      "Time that calls leave free is time in which officers can be seen: on patrol, with shopkeepers, at "
      + "schools, or following up on a problem."
    if let free = figures.proactive, let hours = free.hours {
      words +=
        " As \(figures.level), that is \(Format.number(hours, decimals: 0)) hours of cars a week"
      if let percent = free.planned {
        words += ", \(Format.number(percent, decimals: 0)) of every 100 hours"
      }
      words += "."
      if let target = free.target, let percent = free.planned {
        words +=
          percent >= target - 0.05
          ? " The aim of \(Format.number(target, decimals: 0)) is met over the week."
          : " The aim of \(Format.number(target, decimals: 0)) is not met."
      }
    }
    return words
  }

  // MARK: Officers

  var officers: [ReportBlock] {
    guard let table = source.table("districts-by-watch") else { return [] }
    let own = rows(table)
    let series = [
      ("Required on the street", "officers_required"),
      ("Planned on the street", "officers_planned"),
    ].filter { part in own.contains { table.number($0, part.1) != nil } }
    guard !own.isEmpty, !series.isEmpty else { return [] }
    let short = own.filter { (table.number($0, "officers_short") ?? 0) >= 0.5 }
    let names = short.map { table.text($0, "watch") }
    let chart = BarChart(
      title: short.isEmpty
        ? "Hour by hour, no watch is short of as much as half an officer on average"
        : "Hour by hour, at least half an officer is short on average on \(names.count == 1 ? "watch" : "watches") "
          + Wording.list(names),
      summary: "Officers on the street by watch: "
        + Wording.list(series.map { $0.0.lowercased() }) + ".",
      axis: Axis("Officers on the street at a time", style: NumberStyle(decimals: 1), from: 0),
      series: series.map(\.0),
      rows: own.map { row in
        BarChart.Row(
          Wording.capitalized(table.text(row, "watch")), series.map { table.number(row, $0.1) })
      })
    let kept = Set(own)
    let shown = table.table.showing(
      [
        "watch", "peak_weekday", "units_required", "officers_required", "officers_planned",
        "officers_in_weakest_hour", "officers_short", "governs",
      ], named: "district-officers", titled: "Officers on the street by watch",
      notes: [
        "Required: on the weekday with the largest need. Planned and short: means over the hours and "
          + "days of the plan. Weakest: the hour and day with fewest officers. Governs: what sets the "
          + "number of units: work, waiting, or a minimum of cars (complement)."
      ], where: { kept.contains($0) })
    return [
      .words(
        "These are officers on the street at a time. The roster needs more people, because of days off, "
          + "leave, court and training."),
      .figure(
        ReportFigure(
          chart, caption: "Compare the two bars of each watch.", certainty: certainty,
          table: ReportTable(shown, items: items(table, own)))),
    ]
  }

  private func items(_ table: TableReading, _ rows: [Int]) -> [String?] {
    let days = [
      "Mon": "monday", "Tue": "tuesday", "Wed": "wednesday", "Thu": "thursday", "Fri": "friday",
      "Sat": "saturday", "Sun": "sunday",
    ]
    let items = rows.map { row -> String? in
      let day = table.text(row, "peak_weekday")
      let item = "units:\(id)/\(table.text(row, "watch"))/\(days[day] ?? day)"
      return source.explains(item) ? item : nil
    }
    return items.contains { $0 != nil } ? items : []
  }

  // MARK: Gaps

  var gaps: [ReportBlock] {
    var points: [String] = []
    if let equity = source.table("equity"), let row = equity.row(where: ["district": id]) {
      if let share = equity.number(row, "stamps_recorded_percent") {
        points.append(
          "Of 100 calls to which a unit went, \(Format.number(share, decimals: 1)) have both times: "
            + "when the call came and when a unit was sent.")
      } else if !equity.text(row, "stamps_recorded_percent").isEmpty {
        points.append("The share of calls with both times is withheld.")
      }
      let blanks = [
        ("residents", "residents"), ("daytime_population", "people by day"),
        ("violent_crimes", "violent crimes"),
      ].filter { equity.column($0.0) != nil && equity.number(row, $0.0) == nil }
      if !blanks.isEmpty {
        points.append("Not stated for this district: \(Wording.list(blanks.map(\.1))).")
      }
    }
    if figures.waits.allSatisfy({ $0.predicted == nil }) {
      points.append(
        "How many units are out in this district today was not part of the data of this run, or "
          + "cannot be compared with its calls.")
    }
    if source.record.isPublic {
      points.append("Small counts of sensitive calls are withheld on this page.")
    }
    return (points.isEmpty ? [] : [.list(points)]) + unmet
  }

  private var unmet: [ReportBlock] {
    guard let table = source.table("unmet-demand") else { return [] }
    let kept = Set(rows(table))
    guard !kept.isEmpty else { return [] }
    return [
      .words(
        "Some calls got no unit, or only after a long time. The records do not say whether these people "
          + "were helped otherwise:"),
      .table(
        ReportTable(
          table.table.showing(
            ["what_became_of_it", "priority", "calls", "mean_minutes"], named: "unmet",
            titled: "Calls that no unit answered, or not soon, in the period of the study",
            where: { kept.contains($0) }), rowHeads: 2)),
    ]
  }
}

import Charts
import PolicingDomain

/// When the work of calls comes, and from where: hour and weekday, season and district.
enum DemandChapter {
  static func section(_ source: ReportSource) -> ReportSection? {
    guard let hours = source.table("hours-of-week") else { return nil }
    let blocks = week(hours, source) + seasons(source) + places(source)
    guard !blocks.isEmpty else { return nil }
    return ReportSection(
      id: "demand", title: "When and where the work comes",
      [
        .words(
          "Work is the time that units spend on calls of the community, from being sent until they are "
            + "free again, whatever hour of the clock it falls in. A unit is one car with its crew. "
            + "Officers' own activity is not in it: it follows from where officers are sent.")
      ] + blocks)
  }

  private static func week(_ hours: TableReading, _ source: ReportSource) -> [ReportBlock] {
    let isWork = hours.hasNumbers("busy_units")
    let key = isWork ? "busy_units" : "calls_per_hour"
    guard let grid = WeekGrid(hours, key), let most = grid.most, let least = grid.least else {
      return []
    }
    let measure = isWork ? "units busy with calls" : "calls an hour"
    func number(_ value: Double) -> String {
      Format.number(value, decimals: most.value < 20 ? 1 : 0)
    }
    let map = grid.map(
      title: isWork
        ? "Calls keep most units busy on \(most.words)"
        : "Most calls come on \(most.words)",
      summary: "\(Phrase.sentence(measure)) by hour of the day and day of the week, from "
        + "\(number(least.value)) on \(least.words) to \(number(most.value)) on \(most.words).",
      style: NumberStyle(decimals: most.value < 20 ? 1 : 0), measure: measure)
    let table = grid.table(
      named: "hours-by-weekday", titled: "\(Phrase.sentence(measure)), hour by weekday",
      decimals: 1, notes: hours.table.notes)
    return [
      .heading("Hour of the day and day of the week"),
      .figure(
        ReportFigure(
          map,
          caption: "Each cell is the mean number of \(measure) in that hour over the period. "
            + "Deep cells are when patrol must be there; pale cells are when less is asked of it.",
          certainty: source.record.certainty(), table: ReportTable(table))),
      .list(points(grid, most, least, measure, number)),
    ]
  }

  private static func points(
    _ grid: WeekGrid, _ most: WeekGrid.Place, _ least: WeekGrid.Place, _ measure: String,
    _ number: (Double) -> String
  ) -> [String] {
    var points = [
      "The peak is \(most.words) with \(number(most.value)) \(measure); the low is \(least.words) with "
        + "\(number(least.value))."
    ]
    if least.value > 0 {
      points[0] +=
        " The peak is \(Format.number(most.value / least.value, decimals: 1)) times the low."
    }
    if let busy = grid.busiestDay, let quiet = grid.quietestDay, busy.name != quiet.name {
      points.append(
        "By weekday the mean hour goes from \(number(quiet.mean)) on \(Phrase.weekday(quiet.name)) to "
          + "\(number(busy.mean)) on \(Phrase.weekday(busy.name)).")
    }
    let evening = grid.places.filter { (16..<24).contains($0.hour) }.reduce(0) { $0 + $1.value }
    let all = grid.places.reduce(0) { $0 + $1.value }
    if all > 0 {
      points.append(
        "The eight hours from 16:00 to midnight hold \(Phrase.percent(100 * evening / all, decimals: 0)) "
          + "of the week's total; a third of the day would be 33 %.")
    }
    return points
  }

  private static func seasons(_ source: ReportSource) -> [ReportBlock] {
    guard let seasons = source.table("seasons"), seasons.rows.count > 1,
      let most = seasons.largest("calls_per_week"), let least = seasons.smallest("calls_per_week"),
      let top = seasons.number(most, "calls_per_week"),
      let low = seasons.number(least, "calls_per_week")
    else { return [] }
    let above = seasons.number(most, "calls_to_mean").map { 100 * ($0 - 1) }
    let name = "Period \(seasons.text(most, "police_period"))"
    let points = seasons.rows.compactMap { row -> LineChart.Point? in
      guard let period = seasons.number(row, "police_period"),
        let calls = seasons.number(row, "calls_per_week")
      else { return nil }
      return LineChart.Point(period, calls)
    }
    let chart = LineChart(
      title: above.map { "\(name) brings \(Phrase.percent($0)) more calls than the mean week" }
        ?? "\(name) brings most calls",
      summary: "Calls a week by period of 28 days, from \(Format.number(low, decimals: 0)) to "
        + "\(Format.number(top, decimals: 0)).",
      x: Axis("Period of 28 days"), y: Axis("Calls a week", from: 0),
      lines: [LineChart.Line("Calls a week", points)])
    return [
      .heading("Season"),
      .figure(
        ReportFigure(
          chart,
          caption:
            "Calls of the community a week in each period of 28 days, partial weeks scaled to "
            + "whole ones.",
          certainty: source.record.certainty(of: "calls"), table: ReportTable(seasons.table))),
      .list(
        [
          "Between the quietest period (\(seasons.text(least, "police_period"))) and the busiest "
            + "(\(seasons.text(most, "police_period"))) calls a week rise from "
            + "\(Format.number(low, decimals: 0)) to \(Format.number(top, decimals: 0))."
        ]
          + (seasons.rows.count > 13
            ? []
            : [
              "One year shows one season: it cannot tell a habit of every summer from an accident of this one."
            ])),
    ]
  }

  private static func places(_ source: ReportSource) -> [ReportBlock] {
    guard let places = source.table("workload-by-district") else { return [] }
    let districts = places.rows.filter { places.text($0, "district") != "all" }
    let hasWork = places.hasNumbers("community_unit_hours")
    let key = hasWork ? "community_unit_hours" : "community_calls"
    guard districts.count > 1, let most = places.largest(key, among: districts),
      let top = places.number(most, key)
    else { return [] }
    let measure = hasWork ? "unit-hours on calls" : "calls"
    let total = districts.reduce(0) { $0 + (places.number($1, key) ?? 0) }
    let share = total > 0 ? 100 * top / total : 0
    let name = source.districtName(places.text(most, "district"))
    let chart = BarChart(
      title: "\(name) has \(Phrase.percent(share)) of the \(measure)",
      summary: "\(Phrase.sentence(measure)) by district.",
      axis: Axis("\(Phrase.sentence(measure)) in the period"), series: [Phrase.sentence(measure)],
      rows: districts.map { .init(places.text($0, "district"), [places.number($0, key)]) })
    let even = 100 / Double(districts.count)
    return [
      .heading("District"),
      .figure(
        ReportFigure(
          chart,
          caption: "Where the calls are, whichever unit went. An even split among "
            + "\(districts.count) districts would give each \(Phrase.percent(even)).",
          certainty: source.record.certainty(), table: ReportTable(places.table))),
      .caution(
        "Calls are not need. Where people trust the police less, or reach them less easily, they call "
          + "less; and work whose times were not recorded is estimated or missing."),
    ]
  }
}

extension ReportSource {
  /// A district as sentences name it: `District 007 (Englewood)`.
  func districtName(_ id: String) -> String {
    let name = record.districts.first { $0.id == id }?.name ?? ""
    return name.isEmpty || name == id ? "District \(id)" : "District \(id) (\(name))"
  }
}

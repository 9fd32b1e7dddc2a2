import Charts
import PolicingDomain

/// Proactive time: by hour of the week, and by district.
enum ProactivePart {
  static func blocks(_ source: ReportSource) -> [ReportBlock] {
    let blocks = week(source) + districts(source)
    return blocks.isEmpty ? [] : [.heading("Proactive time")] + blocks
  }

  private static func week(_ source: ReportSource) -> [ReportBlock] {
    guard let hours = source.table("proactive-by-hour") else { return [] }
    let isPlanned = hours.hasNumbers("proactive_percent_planned")
    let key = isPlanned ? "proactive_percent_planned" : "proactive_percent_required"
    let level = isPlanned ? "planned" : "required"
    guard let grid = WeekGrid(hours, key), let least = grid.least, let most = grid.most else {
      return []
    }
    let target = hours.rows.compactMap { hours.number($0, "target_percent") }.first
    let below = target.map { target in grid.places.filter { $0.value < target - 1e-9 }.count }
    let count = grid.places.count
    let title: String
    if let below, let target {
      title =
        below == 0
        ? "Every hour of the week keeps \(Phrase.percent(target, decimals: 0)) of its time free"
        : "In \(below) of \(count) hours of the week less than "
          + "\(Phrase.percent(target, decimals: 0)) of time is free"
    } else {
      title = "Least time is free on \(least.words)"
    }
    let map = grid.map(
      title: title,
      summary: "Proactive time in percent by hour and weekday at the units \(level), from "
        + "\(Phrase.percent(least.value, decimals: 0)) on \(least.words) to "
        + "\(Phrase.percent(most.value, decimals: 0)) on \(most.words).",
      style: NumberStyle(decimals: 0), scale: target.map { .diverging(at: $0) } ?? .sequential,
      measure: "% of time free of calls, units \(level)", hasMeans: false)
    return [
      .figure(
        ReportFigure(
          map,
          caption:
            "Each cell is the share of time on the street that calls of the community leave free, "
            + "at the units \(level)"
            + (target.map {
              "; the colours part at the target of \(Phrase.percent($0, decimals: 0))."
            }
              ?? "."),
          certainty: source.record.certainty(),
          table: ReportTable(
            grid.table(
              named: "proactive-hours",
              titled: "Proactive time in %, hour by weekday, units \(level)",
              decimals: 1, notes: hours.table.notes, hasMeans: false)),
          items: ["target:proactive_time"].filter(source.explains))),
      .list(points(grid, target)),
    ]
  }

  private static func points(_ grid: WeekGrid, _ target: Double?) -> [String] {
    guard let least = grid.least, let most = grid.most else { return [] }
    let count = grid.places.count
    let below = target.map { target in grid.places.count { $0.value < target - 1e-9 } }
    var points = [
      "Least is free on \(least.words), \(Phrase.percent(least.value)); most on \(most.words), "
        + "\(Phrase.percent(most.value))."
    ]
    if let below, let target {
      points.append(
        below == 0
          ? "No hour falls below the target of \(Phrase.percent(target, decimals: 0))."
          : "\(below) of \(count) hours fall below the target of "
            + "\(Phrase.percent(target, decimals: 0)): units are the same for a whole watch, so its "
            + "busiest hours have less time free than its mean.")
    }
    if least.value < 0 {
      points.append(
        "Below zero: calls bring more work in that hour than all units can do, so calls wait.")
    }
    return points
  }

  private static func districts(_ source: ReportSource) -> [ReportBlock] {
    guard let time = source.table("proactive-time"), time.hasNumbers("proactive_percent") else {
      return []
    }
    let levels = time.values("units")
    let names = time.values("district")
    func row(_ district: String, _ level: String) -> Int? {
      time.row(where: ["district": district, "units": level])
    }
    let last = levels.last ?? ""
    let of = time.rows(where: ["units": last])
    let missed = of.filter { time.text($0, "is_met") == "no" }
    let least = time.smallest("proactive_percent", among: of)
    let target = time.rows.compactMap { time.number($0, "target_percent") }.first
    let title =
      missed.isEmpty && target != nil
      ? "At the units \(last), every district meets the target of proactive time"
      : (least.map {
        "\(source.districtName(time.text($0, "district"))) has least time free: "
          + Phrase.percent(time.number($0, "proactive_percent") ?? 0)
      } ?? "Proactive time by district")
    let chart = DotChart(
      title: title,
      summary: "Proactive time in percent by district at the units \(Phrase.list(levels)).",
      axis: Axis("Time free of calls", style: NumberStyle(suffix: " %"), from: 0, to: 100),
      series: levels.map { "Units \($0)" },
      rows: names.map { name in
        .init(
          name,
          levels.map { level in row(name, level).flatMap { time.number($0, "proactive_percent") } })
      },
      targets: target.map { [Reference($0, "target")] } ?? [])
    var points: [String] = []
    for level in levels {
      let rows = time.rows(where: ["units": level])
      let met = rows.filter { time.text($0, "is_met") == "yes" }.count
      let judged = rows.filter { !time.text($0, "is_met").isEmpty }.count
      if judged > 0 {
        points.append(
          "At the units \(level), \(met) of \(judged) districts meet the target over the week.")
      }
    }
    if let least, let low = time.number(least, "proactive_percent") {
      points.append(
        "Least at the units \(last): \(source.districtName(time.text(least, "district"))) with "
          + "\(Phrase.percent(low)).")
    }
    return [
      .figure(
        ReportFigure(
          chart,
          caption:
            "Time that calls leave free over the whole week, by district. A district may meet the "
            + "target over the week and miss it in its busiest hours.",
          certainty: source.record.certainty(),
          table: ReportTable(time.table, filters: ["units", "district"], rowHeads: 2))),
      .list(points),
    ]
  }
}

import Charts
import PolicingDomain

/// Predicted waits against the number of units: the department as a whole, and its busiest districts.
enum WaitCurves {
  private static let districtsShown = 3
  /// Means above it are left out of pictures, which they would flatten; tables have them.
  private static let longestShown = 60.0

  static func department(_ source: ReportSource) -> [ReportBlock] {
    guard let curve = source.table("wait-curve-department") else { return [] }
    let rows = curve.rows.sorted {
      (curve.number($0, "mean_units") ?? 0) < (curve.number($1, "mean_units") ?? 0)
    }
    let lines = lines(curve, rows, x: "mean_units")
    guard !lines.isEmpty else { return [] }
    let required = curve.rows.first {
      curve.number($0, "percent_of_required").map { abs($0 - 100) < 0.05 } ?? false
        && curve.text($0, "units") != "planned"
    }
    let planned = curve.row(where: ["units": "planned"])
    let markers = [(required, "required"), (planned, "planned")].compactMap { row, name in
      row.flatMap { curve.number($0, "mean_units") }.map { Reference($0, name) }
    }
    let urgent = waits(curve).first
    let title =
      required.flatMap { row in
        urgent.flatMap { curve.number(row, $0.key) }.map {
          "At the units required, \(urgent?.name ?? "") calls wait "
            + "\(Format.number($0, decimals: 1)) minutes on average"
        }
      } ?? "More units, shorter waits"
    let chart = LineChart(
      title: title,
      summary: "Predicted mean waits by priority against the mean number of units on the street.",
      x: Axis("Units on the street, mean of the week"), y: Axis("Mean wait, minutes", from: 0),
      lines: lines, markers: markers)
    var points: [String] = []
    for (row, name) in [(required, "required"), (planned, "planned")] {
      guard let row else { continue }
      let words = waits(curve).compactMap { wait in
        curve.number(row, wait.key).map { "\(wait.name) \(Format.number($0, decimals: 1))" }
      }
      if !words.isEmpty {
        points.append(
          "At the units \(name) (\(curve.written(row, "mean_units", decimals: 0)) on average) calls wait, "
            + "in minutes: \(Phrase.list(words)).")
      }
    }
    if let fewest = rows.first, let urgent {
      points.append(
        "At \(curve.written(fewest, "percent_of_required", decimals: 0)) % of the units required, "
          + (curve.number(fewest, urgent.key).map {
            "\(urgent.name) calls would wait \(Format.number($0, decimals: 1)) minutes on average."
          } ?? "work exceeds the units in some hours, so that waits there have no end."))
    }
    return [
      .heading("Waits predicted for numbers of units"),
      .figure(
        ReportFigure(
          chart,
          caption:
            "Where a line is steep, one unit more shortens waits; where it is flat, further units "
            + "buy free time and hardly shorter waits.",
          certainty: source.record.certainty(), table: ReportTable(curve.table))),
      .list(points),
    ]
  }

  static func districts(_ source: ReportSource) -> [ReportBlock] {
    guard let curves = source.table("wait-curves") else { return [] }
    let busiest = curves.values("district").map { district -> (id: String, load: Double) in
      let rows = curves.rows(where: ["district": district])
      let load = rows.first.flatMap { row in
        curves.number(row, "units").flatMap { units in
          curves.number(row, "busy_share").map { units * $0 }
        }
      }
      return (district, load ?? 0)
    }.enumerated().sorted {
      $0.element.load != $1.element.load
        ? $0.element.load > $1.element.load : $0.offset < $1.offset
    }.prefix(districtsShown).map(\.element.id)
    let figures = busiest.enumerated().compactMap { place, district in
      figure(district, curves, source, isFirst: place == 0)
    }
    guard !figures.isEmpty else { return [] }
    return [
      .heading("The busiest districts, each in its busiest watch"),
      .words(
        "These are the districts whose calls keep most units busy, on the watch and weekday with the "
          + "largest load. Tables and workbook have the curve of every district."),
    ] + figures.map(ReportBlock.figure)
  }

  private static func figure(
    _ district: String, _ curves: TableReading, _ source: ReportSource, isFirst: Bool
  ) -> ReportFigure? {
    let rows = curves.rows(where: ["district": district])
    let lines = lines(curves, rows, x: "units")
    guard let first = rows.first, !lines.isEmpty else { return nil }
    let when =
      "\(Phrase.weekday(curves.text(first, "weekday"))), \(curves.text(first, "watch")) watch"
    let markers = [("units_required", "required"), ("units_planned", "planned")].compactMap {
      key, name in curves.number(first, key).map { Reference($0, name) }
    }
    let chart = LineChart(
      title: "\(source.districtName(district)), \(when): "
        + "\(curves.written(first, "units_required", decimals: 1)) units required, "
        + "\(curves.text(first, "governs")) decides",
      summary: "Predicted mean waits by priority against units on the street.",
      x: Axis("Units on the street"), y: Axis("Mean wait, minutes", from: 0), lines: lines,
      markers: markers)
    let item =
      "units:\(district)/\(curves.text(first, "watch"))/"
      + Phrase.weekday(curves.text(first, "weekday")).lowercased()
    return ReportFigure(
      chart,
      caption:
        "Mean waits until the first unit is sent. A planned number right of the required one gives "
        + "shorter waits than asked for; left of it, longer ones.",
      certainty: source.record.certainty(),
      table: ReportTable(
        curves.table.showing(
          named: "wait-curve-" + district,
          titled: "Units and waits in district \(district), \(when)",
          notes: isFirst ? nil : ["Notes: those of the first of these tables."],
          where: { rows.contains($0) })),
      items: [item].filter(source.explains))
  }

  /// The columns of mean waits with the priority of each.
  private static func waits(_ table: TableReading) -> [(key: String, name: String)] {
    table.table.columns.map(\.key).filter { $0.hasPrefix("mean_wait_") }.map { key in
      (key, key.split(separator: "_").dropFirst(2).first.map { $0.uppercased() } ?? key)
    }
  }

  private static func lines(
    _ table: TableReading, _ rows: [Int], x: String
  ) -> [LineChart.Line] {
    waits(table).compactMap { wait in
      let points = rows.compactMap { row -> LineChart.Point? in
        guard let place = table.number(row, x), let minutes = table.number(row, wait.key),
          minutes <= longestShown
        else { return nil }
        return LineChart.Point(place, minutes)
      }
      return points.isEmpty ? nil : LineChart.Line(wait.name, points)
    }
  }
}

import Charts
import PolicingDomain

/// When the work of calls comes: hour of the day by day of the week.
enum DemandChapter {
  static func section(_ source: ReportSource) -> ReportSection? {
    guard let hours = source.table("hours-of-week") else { return nil }
    let days = hours.values("weekday")
    let values = (0..<24).map { hour in
      days.map { day -> Double? in
        hours.row(where: ["weekday": day, "hour": "\(hour)"]).flatMap {
          hours.number($0, "busy_units")
        }
      }
    }
    let all = values.flatMap { $0 }.compactMap { $0 }
    guard let most = all.max(), let least = all.min() else { return nil }
    let peak = hours.rows.max {
      (hours.number($0, "busy_units") ?? 0) < (hours.number($1, "busy_units") ?? 0)
    }
    let when = peak.map { "\(hours.text($0, "weekday")) at \(hours.text($0, "hour")):00" } ?? ""
    let map = GridMap(
      title: "Calls keep most units busy on \(when)",
      summary: "Units busy with calls, by hour of the day and day of the week: from "
        + "\(Format.number(least, decimals: 0)) to \(Format.number(most, decimals: 0)).",
      rows: (0..<24).map { $0 < 10 ? "0\($0)" : "\($0)" }, columns: days, values: values,
      measure: "units busy with calls")
    return ReportSection(
      id: "demand", title: "When the work comes",
      [
        .figure(
          ReportFigure(
            map,
            caption:
              "Each cell is the mean number of units that calls keep busy in that hour. Deep "
              + "cells are when patrol must be there.",
            certainty: source.record.certainty(), table: ReportTable(hours.table)))
      ])
  }
}

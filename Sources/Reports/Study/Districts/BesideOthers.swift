import Charts
import PolicingDomain

/// The waits of one district beside the shortest, the middle and the longest of all.
struct BesideOthers {
  /// The waits of one priority in minutes; infinite where they have no end.
  private struct Row {
    let priority: Int
    /// Here, shortest, middle, longest.
    let waits: [Double]
    /// The districts that these are of.
    let districts: Int
    /// How many of them have waits without end.
    let endless: Int
  }

  private let level: String
  private let rows: [Row]
  private static let names = ["This district", "Shortest", "Middle", "Longest"]

  /// Creates a comparison; nothing where there are not three districts to compare.
  init?(_ figures: DistrictFigures, _ source: ReportSource) {
    guard let equity = source.table("equity") else { return nil }
    let level = WaitLevel(equity, source)
    self.level = level.name
    rows = figures.waits.compactMap { wait in
      guard let own = wait.planned else { return nil }
      let all = equity.rows.compactMap { level.minutes($0, wait.priority) }.sorted()
      guard all.count > 2, let least = all.first, least.isFinite, let most = all.last else {
        return nil
      }
      let half = all.count / 2
      let middle = all.count % 2 == 1 ? all[half] : (all[half - 1] + all[half]) / 2
      return Row(
        priority: wait.priority, waits: [own, least, middle, most], districts: all.count,
        endless: all.count { !$0.isFinite })
    }
    if rows.isEmpty { return nil }
  }

  /// The picture and its table.
  func figure(_ certainty: Certainty) -> ReportBlock {
    let longest = rows.flatMap(\.waits).filter(\.isFinite).max() ?? 0
    let chart = DotChart(
      title: title,
      summary:
        "Mean waits as \(level): this district, and the shortest, the middle and the longest "
        + "of all districts.",
      axis: Axis("Mean wait, minutes", style: NumberStyle(decimals: longest < 1 ? 2 : 1), from: 0),
      series: Self.names,
      rows: rows.map { row in
        DotChart.Row("Priority \(row.priority)", row.waits.map { $0.isFinite ? $0 : nil })
      })
    return .figure(
      ReportFigure(
        chart,
        caption:
          "The other dots are other districts, without their names: districts differ in what "
          + "people call for, and this is no contest." + endless,
        certainty: certainty, table: ReportTable(table)))
  }

  private var table: ResultTable {
    ResultTable(
      name: "beside-others", title: "Mean wait in minutes as \(level), beside all districts",
      columns: [
        ResultTable.Column("priority", "Priority"),
        ResultTable.Column("districts", "Districts compared"),
      ]
        + Self.names.enumerated().map {
          ResultTable.Column("wait_\($0)_minutes", $1 + " (min)", decimals: 2)
        },
      rows: rows.map { row in
        [.count(row.priority), .count(row.districts)] + row.waits.map(WaitLevel.cell)
      },
      notes: [
        "Shortest, middle and longest of the districts compared: those with such calls, each priority "
          + "for itself. Middle: half of the districts wait no longer."
      ] + (rows.contains { $0.endless > 0 } ? [WaitLevel.meaning] : []))
  }

  private var endless: String {
    let places = rows.filter { $0.endless > 0 }.map { row in
      "\(Wording.count(row.endless, "district", "districts")) for priority \(row.priority)"
    }
    return places.isEmpty
      ? "" : " Waits without end have no dot: in \(Wording.list(places))."
  }

  private var title: String {
    guard let first = rows.first else { return "Mean waits beside other districts" }
    let (own, middle) = (first.waits[0], first.waits[2])
    let here = own.isFinite ? Wording.minutes(own) : "without end"
    let there = middle.isFinite ? Wording.minutes(middle) : WaitLevel.noEnd
    let start = "Priority \(first.priority) waits \(here) here, "
    guard own.isFinite || middle.isFinite else {
      return start + "as in the district in the middle"
    }
    return start + "\(own > middle ? "longer" : "not longer") than in the district in the middle "
      + "(\(there))"
  }
}

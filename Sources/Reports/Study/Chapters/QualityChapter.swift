import Charts
import PolicingDomain

/// How far the calls can be trusted: what was read, what is missing, how it was filled, and what was
/// not served.
enum QualityChapter {
  static func section(_ source: ReportSource) -> ReportSection? {
    let blocks =
      RowsRead.blocks(source) + MissingTimes.blocks(source) + UnmetDemandPart.blocks(source)
      + sureness(source)
    guard !blocks.isEmpty else { return nil }
    return ReportSection(
      id: "quality", title: "Quality of the data",
      [
        .words(
          "All that follows rests on records of calls: \(source.record.subject.calls), from "
            + "\(source.record.subject.from) through \(source.record.subject.through). This part comes "
            + "first so that a reader knows how many records there are, what they lack, what was put "
            + "in the place of what is missing, and which questions they cannot answer.")
      ] + blocks)
  }

  /// Calls and work a week with their intervals, or why there are none.
  private static func sureness(_ source: ReportSource) -> [ReportBlock] {
    guard let estimates = source.table("workload-estimates") else { return [] }
    var blocks: [ReportBlock] = [.heading("How sure the totals are")]
    let districts = estimates.rows(where: ["of": "district"])
    let bounded = districts.filter { estimates.number($0, "unit_hours_low") != nil }
    if bounded.isEmpty {
      blocks.append(.words(estimates.table.notes.first ?? "No interval was made."))
      blocks.append(.table(ReportTable(estimates.table, filters: ["of"], isFolded: true)))
    } else {
      let widest = bounded.max { width(estimates, $0) < width(estimates, $1) }
      let name = widest.map { source.districtName(estimates.text($0, "part")) } ?? ""
      let chart = DotChart(
        title: "The work of \(name) is known least exactly",
        summary: "Unit-hours a week by district with their intervals.",
        axis: Axis("Unit-hours a week"), series: ["Unit-hours a week"],
        rows: districts.map { row in
          .init(
            estimates.text(row, "part"), [estimates.number(row, "unit_hours_a_week")],
            interval: interval(estimates, row))
        })
      blocks.append(
        .figure(
          ReportFigure(
            chart,
            caption:
              "Each dot is the mean week of a district; the line through it is its interval. "
              + "Where lines overlap, districts may not differ.",
            certainty: source.record.certainty(),
            table: ReportTable(estimates.table, filters: ["of"]))))
    }
    let marked = estimates.rows.filter { row in
      ![.missing, .text(""), ResultTable.withheld].contains(estimates.cell(row, "flag"))
        && estimates.number(row, "calls") != 0
    }
    if !marked.isEmpty {
      let names = marked.prefix(8).map {
        "\(estimates.text($0, "of")) \(estimates.text($0, "part")) (\(estimates.text($0, "flag")))"
      }
      blocks.append(
        .caution(
          "Marked as weak: \(Phrase.list(names))"
            + (marked.count > 8 ? " and \(marked.count - 8) more rows." : ".")))
    }
    return blocks
  }

  private static func interval(_ table: TableReading, _ row: Int) -> ClosedRange<Double>? {
    guard let low = table.number(row, "unit_hours_low"),
      let high = table.number(row, "unit_hours_high"), low <= high
    else { return nil }
    return low...high
  }

  private static func width(_ table: TableReading, _ row: Int) -> Double {
    guard let mean = table.number(row, "unit_hours_a_week"), mean > 0,
      let range = interval(table, row)
    else { return 0 }
    return (range.upperBound - range.lowerBound) / mean
  }
}

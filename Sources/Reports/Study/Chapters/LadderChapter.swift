import Charts
import PolicingDomain

/// From the work of calls to positions of patrol, line by line.
enum LadderChapter {
  static func section(_ source: ReportSource) -> ReportSection? {
    guard let ladder = source.table("staffing-ladder") else { return nil }
    var blocks: [ReportBlock] = [
      .words(
        "This is the whole calculation of patrol, from the hours that calls take to the positions that "
          + "follow. Each line says how it is made; a letter in brackets names a line in the formulas "
          + "of others. A full-time equivalent is the work of one person who works all paid hours.")
    ]
    if let figure = steps(ladder, unit: "unit-hours a year", source) { blocks.append(figure) }
    if let figure = steps(ladder, unit: "positions", source) { blocks.append(figure) }
    blocks.append(.table(ReportTable(ladder.table, rowHeads: 2)))
    let points = points(ladder)
    if !points.isEmpty { blocks.append(.list(points)) }
    blocks.append(
      .caution(
        "The lines are a department's sums; where officers are needed, at what hour and with how many "
          + "sergeants stands in the other parts. A change of an assumption changes every line below it."
      ))
    return ReportSection(
      id: "ladder", title: "From calls to positions, line by line", blocks)
  }

  /// The lines of one unit as steps; lines that are added to the one before are changes.
  private static func steps(
    _ ladder: TableReading, unit: String, _ source: ReportSource
  ) -> ReportBlock? {
    let rows = ladder.rows.filter { row in
      ladder.text(row, "unit") == unit && ladder.number(row, "value") != nil
        && !isBeside(ladder.text(row, "step"))
    }
    let steps = rows.compactMap { row -> StepChart.Step? in
      let name = ladder.text(row, "step")
      guard let value = ladder.number(row, "value") else { return nil }
      return StepChart.Step(bare(name), value, name.hasPrefix("added ") ? .change : .level)
    }
    guard steps.count > 1 else { return nil }
    let chart = StepChart(
      title: title(ladder, unit),
      summary: "Lines of the calculation in \(unit), one after the other.",
      axis: Axis(Phrase.sentence(unit)), steps: steps)
    return .figure(
      ReportFigure(
        chart, caption: "Full bars are levels, floating ones are what is added to the level above.",
        certainty: source.record.certainty(),
        table: ReportTable(
          ladder.table.showing(
            ["line", "step", "value", "unit"], named: "ladder-" + unit.prefix(4),
            titled: "Lines in \(unit)",
            notes: ["Lines of the table staffing-ladder, which says how each is made."],
            where: { rows.contains($0) }), rowHeads: 2)))
  }

  private static func title(_ ladder: TableReading, _ unit: String) -> String {
    func number(_ value: Double) -> String { Format.number(value, decimals: 0) }
    if unit == "positions", let required = line("i", of: ladder) {
      return "Patrol needs \(number(required)) positions under these assumptions"
    }
    if unit != "positions", let work = line("a", of: ladder), let staffed = line("d", of: ladder) {
      return "Calls take \(number(work)) unit-hours a year; \(number(staffed)) are to be staffed"
    }
    return "The calculation in \(unit)"
  }

  /// The value of the line that a letter names.
  private static func line(_ letter: String, of ladder: TableReading) -> Double? {
    ladder.rows.first { ladder.text($0, "step").hasSuffix("(\(letter))") }.flatMap {
      ladder.number($0, "value")
    }
  }

  /// Lines that stand beside the ladder and change no level of it.
  private static func isBeside(_ step: String) -> Bool {
    step.hasPrefix("left unfilled") || step.hasPrefix("seats of the pipeline")
  }

  /// The name of a line without its letter, as a sentence begins.
  private static func bare(_ step: String) -> String {
    guard let bracket = step.lastIndex(of: "("), step.hasSuffix(")"),
      step.distance(from: bracket, to: step.endIndex) <= 4
    else { return Phrase.sentence(step) }
    return Phrase.sentence(String(step[..<bracket].drop { $0 == " " }).trimmed)
  }

  private static func points(_ ladder: TableReading) -> [String] {
    var points: [String] = []
    if let work = line("a", of: ladder), let staffed = line("d", of: ladder), work > 0 {
      points.append(
        "For each hour that calls keep a unit busy, "
          + "\(Format.number(staffed / work, decimals: 2)) hours are to be staffed.")
    }
    let added = ladder.rows.filter {
      ladder.text($0, "step").hasPrefix("added ") && ladder.text($0, "unit").hasPrefix("unit-hours")
    }
    if let most = ladder.largest("value", among: added), let value = ladder.number(most, "value"),
      let staffed = line("d", of: ladder), staffed > 0, value > 0
    {
      points.append(
        "The most that is not work is \(ladder.text(most, "step")): "
          + "\(Phrase.percent(100 * value / staffed)) of the hours to staff.")
    }
    if let need = line("h", of: ladder), let required = line("i", of: ladder) {
      points.append(
        "Net hours alone would give \(Format.number(need, decimals: 0)) positions; tours ask for "
          + "\(Format.number(required, decimals: 0)), because people come in whole tours and weeks."
      )
    }
    if let required = line("i", of: ladder), let filled = line("j", of: ladder) {
      points.append(
        "The recommended plan fills \(Format.number(filled, decimals: 0)) of the "
          + "\(Format.number(required, decimals: 0)) positions required.")
    }
    return points
  }
}

extension String {
  /// The text without spaces at its end.
  fileprivate var trimmed: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}

import Charts
public import PolicingDomain

extension DataQuality {
  /// The report as one HTML page that needs no other file: what the export can answer, what was
  /// found, pictures of what is missing, and every table.
  public var html: String {
    HTMLPage(title: "Data quality: \(ledger.source)", body: QualityPage(quality: self).body).text
  }
}

private struct QualityPage {
  let quality: DataQuality

  var body: [Markup] {
    [header, verdicts, findings] + [section("missing", "What is missing", missing)]
      + [
        section(
          "times", "Order and length of times",
          tables([
            .stampPairs(quality), .times(quality), .oddTimes(quality),
          ])),
        section("hours", "Hours that rest on each weakness", tables([.costs(quality)])),
        section("values", "Places and categories", tables([.values(quality)])),
        section(
          "rows", "What became of the rows",
          tables([.callLedger(quality.ledger), .treatment(quality)])),
        section("thresholds", "Thresholds", tables([.standards(quality)])),
      ]
  }

  private func section(_ id: String, _ title: String, _ content: [Markup]) -> Markup {
    .element("section", ["id": id], [.element("h2", title)] + content)
  }

  private func tables(_ tables: [ResultTable]) -> [Markup] {
    let shares = [
      "percent_missing", "percent_missing_though_sent", "percent_on_minute",
      "percent_on_five_minutes", "percent_at_midnight", "percent", "percent_of_hours",
      "percent_reversed",
    ]
    let later = DataQuality.Stamp.later.flatMap {
      ["percent_without_\($0.name)", "percent_sent_without_\($0.name)"]
    }
    return tables.filter { !$0.rows.isEmpty }.map { HTMLTable($0, bars: shares + later).node }
  }

  private func number(_ count: Int) -> String { Format.number(Double(count), decimals: 0) }

  private var header: Markup {
    let contents = [
      ("#verdicts", "What it can answer"), ("#findings", "What was found"),
      ("#missing", "What is missing"), ("#times", "Times"), ("#hours", "Hours"),
      ("#values", "Values"), ("#rows", "Rows"), ("#thresholds", "Thresholds"),
    ].map { Markup.element("a", ["href": $0.0], $0.1) }
    let title = quality.export.title.isEmpty ? quality.ledger.source : quality.export.title
    var pieces: [Markup] = [
      .element("h1", "Data quality of a dispatch export"), .element("p", [:], title),
    ]
    pieces += quality.heading.map { .element("p", ["class": "quiet"], $0) }
    if !quality.export.about.isEmpty {
      pieces.append(.element("p", ["class": "quiet"], quality.export.about))
    }
    return .element("header", [:], pieces + [facts, .element("nav", [:], contents)])
  }

  private var facts: Markup {
    let answers = quality.verdicts
    let work = quality.work
    let facts: [(String, String, String)] = [
      ("Rows", number(quality.ledger.rowsRead), "\(number(quality.ledger.rowsUsed)) used"),
      ("Calls", number(quality.calls), "\(number(quality.officerCalls)) by officers"),
      ("With a unit", number(quality.all.sent), "of \(number(quality.calls)) calls"),
      (
        "Hours told",
        work.timedUnits > 0 ? Format.number(work.timedUnitHours, decimals: 0) : "none",
        "unit-hours of \(number(work.timedUnits)) units"
      ),
      (
        "Hours imputed",
        work.timedUnits > 0 ? Format.number(work.imputedUnitHours ?? 0, decimals: 0) : "none",
        "unit-hours of \(number(work.units - work.timedUnits)) units"
      ),
      (
        "Questions answered", number(answers.count { $0.answer == .yes }),
        "\(number(answers.count { $0.answer == .withCare })) with care, "
          + "\(number(answers.count { $0.answer == .no })) not"
      ),
    ]
    return .element(
      "dl", ["class": "facts"],
      facts.map { name, value, detail in
        .element(
          "div", [:],
          [
            .element("dt", name), .element("dd", [:], [.text(value), .element("small", detail)]),
          ])
      })
  }

  private var verdicts: Markup {
    let items = quality.verdicts.map { verdict in
      let look =
        switch verdict.answer {
        case .yes: "good"
        case .withCare: "care"
        case .no: "grave"
        }
      let counts = "\(number(verdict.usable)) of \(number(verdict.of)) usable"
      let lines = verdict.reasons.map { Markup.element("p", $0) }
      let remedies = verdict.remedies.map { Markup.element("p", ["class": "quiet"], "→ " + $0) }
      return item(
        look, mark: verdict.answer.rawValue, title: verdict.question.rawValue, figure: counts,
        lines + remedies)
    }
    return section(
      "verdicts", "What this export can answer", [.element("div", ["class": "items"], items)])
  }

  private var findings: Markup {
    let items = quality.findings.map { finding in
      let share = finding.share.map { ", " + Format.percent($0) } ?? ""
      let counts =
        "\(number(finding.count)) of \(number(finding.of)) \(finding.counted)\(share)"
        + quality.words(of: finding)
      return item(
        finding.severity.rawValue, mark: finding.severity.rawValue, title: finding.what,
        figure: counts,
        finding.remedy.isEmpty
          ? [] : [.element("p", ["class": "quiet"], "→ " + finding.remedy)])
    }
    let none = Markup.element("p", "Nothing that a study must take care of.")
    return section(
      "findings", "What was found, and the hours that rest on it",
      (items.isEmpty ? [none] : [Markup.element("div", ["class": "items"], items)])
        + [.element("p", ["class": "quiet"], quality.hoursNote)])
  }

  private func item(
    _ look: String, mark: String, title: String, figure: String, _ content: [Markup]
  ) -> Markup {
    .element(
      "div", ["class": "item \(look)"],
      [
        .element(
          "h3", [:], [.element("span", ["class": "mark \(look)"], mark), .text(title)]),
        .element("p", ["class": "figure"], figure),
      ] + content)
  }
}

/// Pictures and tables of what is missing.
extension QualityPage {
  private var missing: [Markup] {
    var pieces = tables([.stampForms(quality)])
    let stamps = DataQuality.Stamp.later.filter { stamp in
      quality.export.precision(of: stamp) == .times && quality.all.missingThoughSent(stamp) > 0
    }
    for stamp in stamps { pieces += picture(of: stamp) }
    let groupings = quality.tellsLaterTimes ? ResultTable.missing(quality) : []
    let shown: Set = ["quality-missing-by-priority", "quality-missing-by-district"]
    pieces += tables(groupings.filter { shown.contains($0.name) })
    pieces += tables([.worstCells(quality), .priorityTests(quality)])
    for table in groupings where !shown.contains(table.name) {
      pieces.append(
        .element(
          "details", [:], [.element("summary", table.title)] + tables([table])))
    }
    return pieces
  }

  /// The share of calls with a unit that lack a stamp, by priority and hour of the day.
  private func picture(of stamp: DataQuality.Stamp) -> [Markup] {
    let levels = Set(quality.cells.filter { $0.counts.sent > 0 }.map(\.priorityLabel)).sorted()
    var sums = [HeatMap.Cell](
      repeating: HeatMap.Cell(count: 0, total: 0), count: levels.count * 24)
    for cell in quality.cells {
      guard let level = levels.firstIndex(of: cell.priorityLabel) else { continue }
      let old = sums[level * 24 + cell.hour]
      sums[level * 24 + cell.hour] = HeatMap.Cell(
        count: old.count + cell.counts.missingThoughSent(stamp),
        total: old.total + cell.counts.sent)
    }
    let rows = levels.indices.map { level in
      let row = sums[level * 24..<level * 24 + 24]
      return "\(levels[level])"
        + " n \(number(row.reduce(0) { $0 + $1.total }))"
    }
    let calls = quality.export.tellsSending ? "Calls with a unit" : "Calls"
    let title =
      "\(calls) that lack \(stamp.name), in percent, by priority and hour received"
    let map = HeatMap(
      title: title, rows: rows, columns: (0..<24).map { "\($0)" },
      cells: levels.indices.map { Array(sums[$0 * 24..<$0 * 24 + 24]) },
      fewest: quality.standards.fewestOfCell)
    let count = number(quality.all.missingThoughSent(stamp))
    return [
      .element("h3", title),
      .element(
        "p", ["class": "quiet"],
        "\(count) of \(number(quality.all.sent)) \(calls.lowercased()). Cells of fewer than "
          + "\(quality.standards.fewestOfCell) calls have a frame and no colour; n stands beside "
          + "each row, and the calls of a cell in its tip."),
      map.node,
    ]
  }
}

import PolicingDomain

/// The first sheet: what was studied, the key figures with what is known about them, what to know first.
struct SummarySheet {
  let record: RunRecord

  private static let headings = [
    "Figure", "Value", "Unit", "n", "Low", "High", "Interval", "% imputed",
  ]

  /// Returns the sheet.
  func sheet(_ name: String, _ head: SheetHead) -> Sheet {
    var sheet = head.start(name, title: record.subject.title)
    sheet.tabColour = 0x1F3864
    sheet.widths = [0: 40, 1: 15, 2: 26, 3: 13, 4: 13, 5: 13, 6: 60, 7: 11]
    var row = addSubject(to: &sheet, at: SheetHead.rows)
    row = addFigures(to: &sheet, at: row + 1)
    row = addLines(
      "What to know before using a figure",
      record.findings.isEmpty ? ["Nothing was noted."] : record.findings, to: &sheet, at: row + 1)
    if let statement = record.statement {
      let lines = statement.text.split(separator: "\n").map(String.init)
      row = addLines("Findings of \(statement.file)", lines, to: &sheet, at: row + 1)
    }
    return sheet
  }

  private func addSubject(to sheet: inout Sheet, at start: Int) -> Int {
    let subject = record.subject
    var lines = [
      ("Study", subject.name), ("Period of the calls", "\(subject.from) to \(subject.through)"),
      ("Calls", subject.calls),
    ]
    lines += record.answers.map { answer in
      let reason = answer.reason.isEmpty ? "" : ": \(answer.reason)"
      return ("Plan “\(answer.mode)”", "\(answer.status)\(reason)")
    }
    lines.append(("Ledgers of the run", record.booksClose ? "all close" : "NOT ALL CLOSE"))
    if record.isPublic { lines.append(("Publication", "small counts are withheld")) }
    for (position, line) in lines.enumerated() {
      sheet.put(.text(line.0), start + position, 0, .bold)
      sheet.put(.text(line.1), start + position, 1)
    }
    return start + lines.count
  }

  private func addFigures(to sheet: inout Sheet, at start: Int) -> Int {
    sheet.headings(Self.headings, start, numbers: [1, 3, 4, 5, 7])
    for (position, figure) in record.figures.enumerated() {
      let row = start + 1 + position
      let estimate = figure.estimate
      let whole = CellStyle.number(decimals: abs(estimate.value) < 1000 ? 1 : 0)
      sheet.put(.text(figure.name), row, 0, .bold)
      if let key = figure.key, record.withheld.contains(key) {
        sheet.put(.text("withheld"), row, 1, .plain.with { $0.alignment = .right })
        continue
      }
      sheet.put(.number(estimate.value), row, 1, whole.with { $0.isBold = true })
      sheet.put(.text(estimate.unit), row, 2, .plain.with { $0.indent = 1 })
      sheet.put(.number(Double(estimate.observations)), row, 3, .number(decimals: 0))
      switch estimate.interval {
      case .none(let reason):
        let words = "none: \(reason)"
        sheet.put(.text(words), row, 6, .wrapped.with { $0.indent = 1 })
        sheet.fit(words, row, 6)
      case .range(let low, let high, let components):
        sheet.put(.number(low), row, 4, whole)
        sheet.put(.number(high), row, 5, whole)
        let words = "holds \(components.joined(separator: ", "))"
        sheet.put(.text(words), row, 6, .wrapped.with { $0.indent = 1 })
        sheet.fit(words, row, 6)
      }
      sheet.put(.number(estimate.imputed.value), row, 7, .plain.with { $0.numberFormat = "0.0%" })
    }
    return start + 1 + record.figures.count
  }

  private func addLines(
    _ heading: String, _ lines: [String], to sheet: inout Sheet, at start: Int
  ) -> Int {
    sheet.put(.text(heading), start, 0, .section)
    for (position, line) in lines.enumerated() {
      let row = start + 1 + position
      sheet.paragraph("• \(line)", row, through: 6, .plain)
    }
    return start + 1 + lines.count
  }
}

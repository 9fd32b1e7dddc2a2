import PolicingDomain

/// The first sheet: what was studied, the key figures with what is known about them, what to know first.
struct SummarySheet {
  let record: RunRecord
  let findings: [StudyWorkbook.Finding]

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
    addFindings(to: &sheet, at: row + 1)
    return sheet
  }

  /// What people found, each with what should follow from it.
  private func addFindings(to sheet: inout Sheet, at start: Int) {
    guard !findings.isEmpty else { return }
    sheet.put(.text("Findings and recommendations"), start, 0, .section)
    var row = start + 1
    for finding in findings {
      sheet.paragraph(finding.title, row, through: 6, .bold)
      row += 1
      for words in finding.text where !words.isEmpty {
        sheet.paragraph(words, row, through: 6, .plain)
        row += 1
      }
      for (name, words) in finding.parts where !words.isEmpty {
        sheet.paragraph("\(name): \(words)", row, through: 6, .plain)
        row += 1
      }
      row += 1
    }
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
      let withheld = CellStyle.plain.with { $0.alignment = .right }
      guard let value = record.value(of: figure) else {
        sheet.put(.text(RunRecord.withheldWord), row, 1, withheld)
        continue
      }
      sheet.put(.number(value), row, 1, whole.with { $0.isBold = true })
      sheet.put(.text(estimate.unit), row, 2, .plain.with { $0.indent = 1 })
      if let observations = record.observations(of: figure) {
        sheet.put(.number(Double(observations)), row, 3, .number(decimals: 0))
      } else {
        sheet.put(.text(RunRecord.withheldWord), row, 3, withheld)
      }
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

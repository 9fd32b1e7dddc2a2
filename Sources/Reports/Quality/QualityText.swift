public import PolicingDomain

extension DataQuality {
  /// The report as text, at most a hundred letters wide but for long names.
  ///
  /// First what the export can answer, then what was found with the hours that rest on it, then the
  /// counts behind both.
  public var text: String {
    var page = QualityText(width: 96)
    page.title("Data quality of \(export.title.isEmpty ? ledger.source : export.title)")
    for line in heading { page.paragraph(line, indent: 0) }
    page.title("What this export can answer")
    for verdict in verdicts { write(verdict, to: &page) }
    page.title("What was found, and the hours that rest on it")
    if findings.isEmpty { page.paragraph("Nothing that a study must take care of.", indent: 0) }
    for finding in findings { write(finding, to: &page) }
    page.paragraph(hoursNote, indent: 0)
    for table in ResultTable.tables(of: self).dropFirst(2) where !table.rows.isEmpty {
      page.table(table)
    }
    return page.text
  }

  /// What was read, in lines.
  var heading: [String] {
    var lines = [
      "Profile \(ledger.profile); one row is one \(ledger.grain)."
        + (export.isTemplate ? " The profile is a template: its header was never seen." : "")
    ]
    lines.append(
      "\(number(ledger.rowsRead)) rows read, \(number(ledger.rowsUsed)) used, "
        + "\(number(calls)) calls (\(number(officerCalls)) started by an officer), "
        + "\(number(responses)) parts of units.")
    if let span {
      let week = span.medianOfWeek.map {
        ", \(Format.number($0, decimals: 0)) calls in the middle one"
      }
      lines.append(
        "\(span.first) through \(span.last): \(number(span.days)) days, "
          + "\(number(span.emptyDays)) of them without a call; \(number(span.weeks)) full "
          + "weeks\(week ?? "").")
      if !span.firstEmptyDays.isEmpty, span.emptyDays <= 20 {
        lines.append(
          "Without a call: " + span.firstEmptyDays.map(\.description).joined(separator: ", ") + ".")
      }
      if !span.thinWeeks.isEmpty {
        let weeks = span.thinWeeks.prefix(10).map { "\($0.monday) (\(number($0.calls)))" }
        lines.append(
          "Weeks with few calls, by their Monday: " + weeks.joined(separator: ", ") + ".")
      }
    }
    if let study = export.study { lines.append("Places were held against \(study).") }
    return lines
  }

  private func number(_ count: Int) -> String { Format.number(Double(count), decimals: 0) }

  private func write(_ verdict: Verdict, to page: inout QualityText) {
    let answer = verdict.answer.rawValue.uppercased()
    page.dotted(
      verdict.question.rawValue, "\(answer)  (\(number(verdict.usable)) of \(number(verdict.of)))")
    for reason in verdict.reasons { page.paragraph("– " + reason, indent: 4) }
    for remedy in verdict.remedies { page.paragraph("→ " + remedy, indent: 4) }
  }

  private func write(_ finding: Finding, to page: inout QualityText) {
    let share = finding.share.map { ", " + Format.percent($0) } ?? ""
    page.paragraph("[\(finding.severity.rawValue)] \(finding.what)", indent: 0)
    page.paragraph(
      "\(number(finding.count)) of \(number(finding.of)) \(finding.counted)\(share)"
        + words(of: finding), indent: 4)
    if !finding.remedy.isEmpty { page.paragraph("→ " + finding.remedy, indent: 4) }
  }

  /// The hours of a finding and what becomes of them, after a semicolon.
  func words(of finding: Finding) -> String {
    guard let hours = finding.unitHours, let fate = finding.fate else { return "" }
    var words = "; \(Format.number(hours, decimals: 1)) unit-hours"
    if let officers = officerHours(hours) {
      words += " (\(Format.number(officers, decimals: 1)) officer-hours)"
    }
    return words + ", \(fate.rawValue)"
  }
}

/// A page of text of a certain width.
struct QualityText {
  private let width: Int
  private(set) var text = ""

  init(width: Int) { self.width = width }

  /// Writes a heading with a line under it.
  mutating func title(_ words: String) {
    if !text.isEmpty { text += "\n" }
    text += words + "\n" + String(repeating: "─", count: min(width, words.count)) + "\n"
  }

  /// Writes a paragraph, broken between words; later lines are indented a little more.
  mutating func paragraph(_ words: String, indent: Int) {
    let hanging = indent > 0 ? indent + 2 : 0
    for (position, line) in Self.wrapped(words, at: width - hanging).enumerated() {
      text += String(repeating: " ", count: position == 0 ? indent : hanging) + line + "\n"
    }
  }

  /// Writes two texts with dots between them.
  mutating func dotted(_ left: String, _ right: String) {
    let dots = max(3, 45 - left.count)
    text += "\(left) " + String(repeating: ".", count: dots) + " \(right)\n"
  }

  /// Writes a table whose columns of words are narrowed until it fits, as far as they can be.
  mutating func table(_ table: ResultTable) {
    title(table.title)
    let cells = table.rows.map { row in zip(row, table.columns).map { Self.words($0, $1) } }
    let isNumeric = table.columns.indices.map { position in
      table.rows.contains { if case .text = $0[position] { false } else { true } }
    }
    let heads = table.columns.indices.map { position in
      let heading = Self.shortened(table.columns[position].heading)
      let longest = heading.split(separator: " ").map(\.count).max() ?? 0
      return Self.wrapped(heading, at: isNumeric[position] ? max(longest, 6) : 24)
    }
    var widths = table.columns.indices.map { position in
      max(
        heads[position].map(\.count).max() ?? 0, cells.map { $0[position].count }.max() ?? 0)
    }
    while widths.reduce(2 * (widths.count - 1), +) > width,
      let widest = widths.indices.filter({ !isNumeric[$0] && widths[$0] > 12 })
        .max(by: { widths[$0] < widths[$1] })
    {
      widths[widest] -= 1
    }
    let headLines = heads.map(\.count).max() ?? 0
    row(
      heads.map { [String](repeating: "", count: headLines - $0.count) + $0 }, widths, isNumeric)
    text += widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ") + "\n"
    for cell in cells {
      row(cell.indices.map { Self.wrapped(cell[$0], at: widths[$0]) }, widths, isNumeric)
    }
    for note in table.notes { paragraph(note, indent: 2) }
  }

  /// Heads of shares name stamps in short, because eight of them stand side by side.
  private static func shortened(_ heading: String) -> String {
    guard heading.hasPrefix("no ") else { return heading }
    let short = [
      ("dispatched", "disp."), ("enroute", "enr."), ("arrived", "arr."), ("cleared", "clr."),
    ]
    return short.reduce(heading) { $0.replacing($1.0, with: $1.1) }
  }

  private mutating func row(_ cells: [[String]], _ widths: [Int], _ isNumeric: [Bool]) {
    for line in 0..<(cells.map(\.count).max() ?? 0) {
      var words = ""
      for position in cells.indices {
        let cell = line < cells[position].count ? cells[position][line] : ""
        let space = String(repeating: " ", count: max(0, widths[position] - cell.count))
        words += (position > 0 ? "  " : "") + (isNumeric[position] ? space + cell : cell + space)
      }
      while words.last == " " { words.removeLast() }
      text += words + "\n"
    }
  }

  private static func words(_ cell: ResultTable.Cell, _ column: ResultTable.Column) -> String {
    switch cell {
    case .text(let text): text
    case .number(let value): Format.number(value, decimals: column.decimals)
    case .count(let value): Format.number(Double(value), decimals: 0)
    case .missing: ""
    }
  }

  /// Returns `words` in lines of at most `width` letters; a longer word is cut.
  static func wrapped(_ words: String, at width: Int) -> [String] {
    guard words.count > width, width > 0 else { return [words] }
    var lines: [String] = []
    var line = ""
    for word in words.split(separator: " ") {
      var rest = Substring(word)
      if !line.isEmpty, line.count + 1 + rest.count <= width {
        line += " " + rest
        continue
      }
      if !line.isEmpty { lines.append(line) }
      while rest.count > width {
        lines.append(String(rest.prefix(width)))
        rest = rest.dropFirst(width)
      }
      line = String(rest)
    }
    return lines + (line.isEmpty ? [] : [line])
  }
}

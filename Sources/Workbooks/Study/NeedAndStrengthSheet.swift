import PolicingDomain

/// What every bureau has and needs, with a chart.
struct NeedAndStrengthSheet {
  private struct Line {
    let bureau: String
    var values: [Double?]
  }

  private static let keys = ["deployable", "required", "decided", "recommended"]
  private static let headings = [
    "Bureau", "Deployable", "Required by work and rule", "Decided by policy", "Recommended",
  ]

  private let lines: [Line]

  /// Reads the bureaus; nothing where the table is not there or numbers are withheld.
  init?(_ table: ResultTable?) {
    guard let table, let groups = table.words("group"), !groups.isEmpty else { return nil }
    let columns = Self.keys.compactMap { table.numbers($0) }
    guard columns.count == Self.keys.count else { return nil }
    var lines: [Line] = []
    for (row, group) in groups.enumerated() {
      if group.hasPrefix("Rank: ") || group == "Department" { continue }
      let values = columns.map { $0[row] }
      if let known = lines.firstIndex(where: { $0.bureau == group }) {
        lines[known].values = zip(lines[known].values, values).map(Self.sum)
      } else {
        lines.append(Line(bureau: group, values: values))
      }
    }
    guard !lines.isEmpty else { return nil }
    self.lines = lines
  }

  /// The sum of what is known; nothing where neither is.
  private static func sum(_ first: Double?, _ second: Double?) -> Double? {
    first == nil && second == nil ? nil : (first ?? 0) + (second ?? 0)
  }

  /// Returns the sheet.
  func sheet(_ name: String, _ head: SheetHead) -> Sheet {
    var sheet = head.start(name, title: "Need against strength, by bureau")
    sheet.widths = [0: 44, 1: 14, 2: 16, 3: 16, 4: 16]
    sheet.paragraph(
      "Full-time equivalents, sworn and civilian. The whole need is required and decided; people "
        + "of the plan are counted under their own rank.", 3, through: 4)
    sheet.headings(Self.headings, 4, numbers: [1, 2, 3, 4])
    for (position, line) in lines.enumerated() {
      sheet.put(.text(line.bureau), 5 + position, 0)
      for (column, value) in line.values.enumerated() {
        guard let value else { continue }
        sheet.put(.number(value), 5 + position, 1 + column, .number(decimals: 1))
      }
    }
    let last = 4 + lines.count
    let total = CellStyle.number(decimals: 1).with { ($0.isBold, $0.hasLineAbove) = (true, true) }
    sheet.put(.text("Department"), last + 1, 0, total)
    for column in 0..<Self.keys.count {
      let letter = CellPlace.letters(column + 1)
      let known = lines.compactMap { $0.values[column] }
      guard !known.isEmpty else {
        sheet.put(.blank, last + 1, column + 1, total)
        continue
      }
      let sum = known.reduce(0, +)
      sheet.put(
        .formula("SUM(\(letter)6:\(letter)\(last + 1))", gives: .number(sum)), last + 1,
        column + 1, total)
    }
    addChart(to: &sheet, last: last)
    return sheet
  }

  private func addChart(to sheet: inout Sheet, last: Int) {
    let colours: [UInt32] = [0x7F7F7F, 0x1F77B4, 0xF6B26B]
    var chart = SheetChart(
      .bar, at: CellPlace(last + 4, 0),
      title: "What bureaus have, and what they need by work and rule and by decision",
      categories: CellRange(CellPlace(5, 0), CellPlace(last, 0)),
      series: (0..<3).map { column in
        SheetChart.Series(
          Self.headings[column + 1],
          CellRange(CellPlace(5, column + 1), CellPlace(last, column + 1)),
          colour: colours[column])
      })
    chart.valueTitle = "Full-time equivalents"
    (chart.width, chart.height) = (860, 130 + 30 * Double(lines.count))
    sheet.charts.append(chart)
  }
}

import PolicingDomain

/// One table of the run as a sheet: headings that stay, a filter, widths, formats, notes beneath.
struct TableSheet {
  /// A column that the table itself does not have.
  struct Extra {
    let heading: String
    let words: (Int) -> String
  }

  /// The widest column, in characters.
  static let widest = 52.0
  /// The row of the headings.
  static let headingRow = SheetHead.rows

  private let table: ResultTable
  private let extra: Extra?
  /// Whether each column holds numbers.
  private let isNumeric: [Bool]

  init(_ table: ResultTable, extra: Extra? = nil) {
    self.table = table
    self.extra = extra
    isNumeric = table.columns.indices.map { column in
      table.rows.contains { $0[column].asNumber != nil }
    }
  }

  /// Returns the sheet.
  func sheet(_ name: String, _ head: SheetHead) -> Sheet {
    var sheet = head.start(name, title: table.title)
    let headings = Self.unique(table.columns.map(\.heading) + (extra.map { [$0.heading] } ?? []))
    let first = Self.headingRow
    for (column, heading) in headings.enumerated() {
      sheet.widths[column] = width(column, heading)
    }
    sheet.headings(
      headings, first, numbers: Set(isNumeric.indices.filter { isNumeric[$0] }))
    let totals = Set(table.rowSums.map(\.total))
    for (position, row) in table.rows.enumerated() {
      for (column, cell) in row.enumerated() {
        let isTotal = totals.contains(position)
        put(cell, first + 1 + position, column, isTotal: isTotal, into: &sheet)
      }
      if let extra {
        sheet.put(
          .text(extra.words(position)), first + 1 + position, row.count,
          .note.with { $0.indent = 1 })
      }
    }
    let last = first + table.rows.count
    if !table.rows.isEmpty, !headings.isEmpty {
      sheet.tables.append(
        Sheet.Table(
          range: CellRange(CellPlace(first, 0), CellPlace(last, headings.count - 1)),
          headings: headings))
    }
    sheet.frozen = CellPlace(first + 1, keyColumns)
    sheet.repeatedRow = first
    addNotes(to: &sheet, at: last + 2, columns: headings.count)
    return sheet
  }

  private func addNotes(to sheet: inout Sheet, at start: Int, columns: Int) {
    var row = start
    if table.rows.isEmpty {
      sheet.put(.text("This run has no rows for this table."), row - 1, 0, .note)
      row += 1
    }
    for note in table.notes {
      sheet.paragraph(note, row, through: sheet.lastColumnOfPage(of: columns))
      row += 1
    }
    guard !table.notes.isEmpty, table.rows.count > 20 else { return }
    sheet.put(
      .link("Notes in row \(start + 1)", sheet: sheet.name, cell: CellPlace(start, 0)), 2, 2, .link)
  }

  private func put(
    _ cell: ResultTable.Cell, _ row: Int, _ column: Int, isTotal: Bool, into sheet: inout Sheet
  ) {
    let total =
      isTotal ? CellStyle.plain.with { ($0.isBold, $0.hasLineAbove) = (true, true) } : .plain
    switch cell {
    case .missing: if isTotal { sheet.put(.blank, row, column, total) }
    case .count(let count):
      sheet.put(
        .number(Double(count)), row, column, total.with { $0.numberFormat = "#,##0" })
    case .number(let number):
      let format = CellStyle.format(decimals: table.columns[column].decimals)
      sheet.put(
        .number(number), row, column,
        total.with {
          $0.numberFormat = format
          $0.alignment = .right
        })
    case .text(let words):
      sheet.put(
        .text(words), row, column,
        total.with {
          $0.wraps = Double(words.count) > Self.widest
          $0.alignment = isNumeric[column] ? .right : .left
          $0.indent = column > 0 && !isNumeric[column] ? 1 : 0
        })
      if Double(words.count) > Self.widest { sheet.fit(words, row, column) }
    }
  }

  /// The number of columns that name a row, of which at most two stay when a reader scrolls.
  private var keyColumns: Int {
    let words = isNumeric.prefix { !$0 }.count
    let room = table.columns.indices.prefix(words).prefix {
      width($0, table.columns[$0].heading) <= 24
    }
    return min(room.count, 2)
  }

  private func width(_ column: Int, _ heading: String) -> Double {
    let longestWord = heading.split(separator: " ").map(\.count).max() ?? 4
    var width = Double(longestWord) + 3.5
    if table.columns.indices.contains(column) {
      for row in table.rows {
        width = max(width, Self.length(of: row[column], table.columns[column].decimals) + 1.5)
      }
    } else if let extra {
      for row in table.rows.indices { width = max(width, Double(extra.words(row).count) + 1) }
    }
    return min(max(width, column == 0 ? 12 : 8), Self.widest)
  }

  private static func length(of cell: ResultTable.Cell, _ decimals: Int) -> Double {
    switch cell {
    case .missing: 0
    case .text(let words): Double(words.count)
    case .count(let count): digits(Double(count))
    case .number(let number): digits(number) + (decimals > 0 ? Double(decimals) + 1 : 0)
    }
  }

  /// The characters of a whole number with thousands set apart.
  private static func digits(_ number: Double) -> Double {
    guard number.isFinite, abs(number) < 1e15 else { return 14 }
    let count = "\(Int(abs(number)))".count
    return Double(count + (count - 1) / 3 + (number < 0 ? 1 : 0))
  }

  /// Returns headings of which no two are the same and none is empty, as tables of spreadsheets want.
  static func unique(_ headings: [String]) -> [String] {
    var taken: Set<String> = []
    return headings.map { heading in
      let base = heading.isEmpty ? "Column" : heading
      var name = base
      var number = 2
      while !taken.insert(name.lowercased()).inserted {
        name = "\(base) (\(number))"
        number += 1
      }
      return name
    }
  }
}

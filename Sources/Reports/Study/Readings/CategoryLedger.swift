import PolicingDomain

/// The table `calls-by-category`, read category by category with its origins side by side.
struct CategoryLedger {
  /// One category with its unit-hours by origin.
  struct Bar {
    let category: String
    let hours: [Double?]
    /// The unit-hours of all origins; nothing where none is known.
    var total: Double? {
      let known = hours.compactMap { $0 }
      return known.isEmpty ? nil : known.reduce(0, +)
    }
  }

  /// The origins that the table has, officers first.
  let origins: [String]
  /// The categories, in alphabetical order.
  let categories: [String]
  private let reading: TableReading

  init(_ reading: TableReading) {
    self.reading = reading
    origins = reading.values("origin").sorted { $0 != "community" && $1 == "community" }
    categories = reading.values("category").filter { $0 != "all" }.sorted {
      $0.lowercased() < $1.lowercased()
    }
  }

  /// The table of the run.
  var table: ResultTable { reading.table }

  /// An origin as people say it.
  static func words(_ origin: String) -> String { origin + "-initiated" }

  /// The categories by their unit-hours, most first.
  var byWork: [Bar] {
    let bars = categories.map { category in
      Bar(
        category: category,
        hours: origins.map { origin in
          row(category, origin).flatMap { reading.number($0, "unit_hours") }
        })
    }
    return bars.filter { $0.total != nil }.enumerated().sorted { first, second in
      let totals = (first.element.total ?? 0, second.element.total ?? 0)
      return totals.0 != totals.1 ? totals.0 > totals.1 : first.offset < second.offset
    }.map(\.element)
  }

  /// The unit-hours of all categories.
  var work: Double { byWork.reduce(0) { $0 + ($1.total ?? 0) } }

  /// The category with most calls of all origins; nothing where a count is withheld.
  var mostCalls: String? {
    let rows = reading.rows.filter { reading.text($0, "category") != "all" }
    guard rows.allSatisfy({ reading.number($0, "calls") != nil }) else { return nil }
    var most: (category: String, calls: Double)?
    for category in categories {
      let calls = reading.sum("calls") { reading.text($0, "category") == category }
      if most.map({ calls > $0.calls }) ?? true { most = (category, calls) }
    }
    return most?.category
  }

  /// The categories whose figures are marked as weak.
  var weak: [String] {
    reading.rows.compactMap { row in
      let flag = reading.text(row, "flag")
      guard !flag.isEmpty, reading.cell(row, "flag") != ResultTable.withheld,
        reading.text(row, "category") != "all"
      else {
        return nil
      }
      return "\(Phrase.plain(reading.text(row, "category"))), "
        + "\(Self.words(reading.text(row, "origin"))) (\(flag))"
    }
  }

  private func row(_ category: String, _ origin: String) -> Int? {
    reading.row(where: ["category": category, "origin": origin])
  }

  /// Categories down, origins across: calls, those with a unit, units per call, minutes, unit-hours.
  var sideBySide: ResultTable {
    let keys = ["calls", "calls_with_unit", "units_per_call", "minutes_per_unit", "unit_hours"]
    let headings = ["calls", "with a unit", "units per call", "minutes", "unit-hours"]
    let groups = origins.flatMap { origin in
      keys.indices.compactMap {
        place -> (origin: String, key: String, column: ResultTable.Column)? in
        guard let position = reading.column(keys[place]) else { return nil }
        let column = reading.table.columns[position]
        return (
          origin, keys[place],
          ResultTable.Column(
            "\(origin)_\(column.key)",
            origins.count > 1 || place == 0
              ? "\(Phrase.sentence(origin)): \(headings[place])"
              : Phrase.sentence(headings[place]),
            decimals: column.decimals, privacy: column.privacy)
        )
      }
    }
    let rows = (categories + ["all"]).map { category -> [ResultTable.Cell] in
      [.text(category == "all" ? "Total" : Phrase.plain(category))]
        + groups.map { group in
          row(category, group.origin).map { reading.cell($0, group.key) } ?? .missing
        }
    }
    let last = rows.count - 1
    return ResultTable(
      name: "calls-side-by-side", title: "Calls for service by category and who began them",
      columns: [ResultTable.Column("category", "Category", privacy: .callType)]
        + groups.map(\.column),
      rows: rows, rowSums: [.init(last, of: Array(0..<last))],
      notes: [
        "A dash: no such calls, or not known. Units and minutes of the total are means over calls, so "
          + "they add up to nothing by themselves. A unit-hour is one unit busy for one hour."
      ] + reading.table.notes.prefix(1))
  }

  /// Whether calls × units × minutes ÷ 60 of the total give its unit-hours, in words.
  func check(of origin: String) -> String? {
    guard let row = row("all", origin), let calls = reading.number(row, "calls_with_unit"),
      let units = reading.number(row, "units_per_call"),
      let minutes = reading.number(row, "minutes_per_unit"),
      let hours = reading.number(row, "unit_hours"), hours > 0
    else { return nil }
    let product = calls * units * minutes / 60
    let difference = 100 * (hours / product - 1)
    let words =
      "Check, \(Self.words(origin)): \(Format.number(calls, decimals: 0)) calls with a unit × "
      + "\(Format.number(units, decimals: 2)) units × \(Format.number(minutes, decimals: 1)) minutes "
      + "÷ 60 = \(Format.number(product, decimals: 0)) unit-hours"
    guard abs(difference) > 0.5 else {
      return words + ", which is what the categories add up to."
    }
    return words + ". The categories add up to \(Format.number(hours, decimals: 0)), "
      + "\(Phrase.percent(abs(difference))) \(difference > 0 ? "more" : "less"): calls that draw more "
      + "units also \(difference > 0 ? "keep each of them longer" : "keep each of them shorter") than "
      + "the mean call does. The sum is the one used."
  }
}

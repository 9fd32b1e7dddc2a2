import PolicingDomain

/// Numbers and names in running text.
enum Wording {
  /// A number, or what stands for one that is not there.
  static func number(_ value: Double?, decimals: Int = 0) -> String {
    value.map { Format.number($0, decimals: decimals) } ?? "not known"
  }

  /// A number with its noun in the form that fits: `1 team`, `12 teams`.
  static func count(_ count: Int, _ one: String, _ several: String) -> String {
    "\(Format.number(Double(count), decimals: 0)) \(count == 1 ? one : several)"
  }

  /// Names with commas, and a word before the last: `a, b and c`.
  static func list(_ names: [String], _ word: String = "and") -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " \(word) " + last
  }

  /// The first names, and how many more there are.
  static func list(_ names: [String], atMost most: Int) -> String {
    guard names.count > most else { return list(names) }
    return names.prefix(most).joined(separator: ", ")
      + " and \(Format.number(Double(names.count - most), decimals: 0)) more"
  }

  /// A share of a whole as a percentage; nothing where there is no whole.
  static func share(_ part: Double?, of whole: Double?) -> String? {
    guard let part, let whole, whole > 0 else { return nil }
    return Format.percent(part / whole)
  }

  /// A name of files as people read it: `police_officer` becomes `police officer`.
  static func plain(_ name: String) -> String {
    String(name.map { $0 == "_" ? " " : $0 })
  }

  /// The text with a capital at its beginning.
  static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// The figure as minutes a reader can picture: seconds where it is less than one minute.
  static func minutes(_ minutes: Double?) -> String {
    guard let minutes, minutes.isFinite, minutes > -1e9 else { return "not known" }
    if minutes < 0.95 {
      let seconds = (minutes * 60).rounded()
      return seconds < 1 ? "less than a second" : count(Int(seconds), "second", "seconds")
    }
    return "\(Format.number(minutes, decimals: minutes < 10 ? 1 : 0)) minutes"
  }
}

extension ResultTable {
  /// The table with the names of some columns as people read them.
  func inPlainWords(_ keys: Set<String>) -> ResultTable {
    let positions = Set(columns.indices.filter { keys.contains(columns[$0].key) })
    return ResultTable(
      name: name, title: title, columns: columns,
      rows: rows.map { row in
        row.enumerated().map { position, cell in
          guard positions.contains(position), case .text(let text) = cell else { return cell }
          return .text(Wording.plain(text))
        }
      }, rowSums: rowSums, columnSums: columnSums, notes: notes)
  }

  /// The table with those of `sums` declared that add up in every column of numbers, so that totals
  /// are set apart only where a reader may check them.
  func declaring(_ sums: [Sum]) -> ResultTable {
    ResultTable(
      name: name, title: title, columns: columns, rows: rows,
      rowSums: rowSums + sums.filter { sum in columns.indices.allSatisfy { adds(sum, in: $0) } },
      columnSums: columnSums, notes: notes)
  }

  private func adds(_ sum: Sum, in column: Int) -> Bool {
    var total = 0.0
    var isNumber = false
    for part in sum.parts {
      switch rows[part][column] {
      case .number(let value):
        total += value
        isNumber = true
      case .count(let value):
        total += Double(value)
        isNumber = true
      case .text, .missing: break
      }
    }
    switch rows[sum.total][column] {
    case .number(let value): return abs(value - total) < 1e-3
    case .count(let value): return abs(Double(value) - total) < 1e-3
    case .missing: return !isNumber
    case .text: return !isNumber
    }
  }
}

extension ResultTable {
  /// Returns `value` rounded to a millionth, as files hold numbers: the dust of floating-point
  /// arithmetic differs between processors.
  public static func inMillionths(_ value: Double) -> Double {
    guard value.isFinite else { return value }
    let rounded = (value * 1e6).rounded() / 1e6
    guard rounded.isFinite else { return value }
    return rounded == 0 ? 0 : rounded
  }

  /// The table with its numbers rounded to millionths, and the figures that it shares too.
  public var inMillionths: ResultTable {
    var shared = shared
    shared.figures = shared.figures.map {
      SharedFigures.Figure($0.key, value: Self.inMillionths($0.value), standing: $0.standing)
    }
    let rows = rows.map { row in
      row.map { cell in
        if case .number(let value) = cell { return Cell.number(Self.inMillionths(value)) }
        return cell
      }
    }
    return ResultTable(
      name: name, title: title, columns: columns, rows: rows, rowSums: rowSums,
      columnSums: columnSums, notes: notes, shared: shared)
  }
}

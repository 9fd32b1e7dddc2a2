public import PolicingDomain

extension ResultTable {
  /// The table as comma-separated values, with a header row of column keys.
  ///
  /// Numbers are written in full to six digits after the point. When there is a notice, it stands
  /// in a last column of every row, so that no part of the table can be quoted without it. Words that a
  /// spreadsheet would take for a formula get an apostrophe in front.
  public func csv(notice: String?) -> String {
    var text = ""
    let writer = DelimitedWriter()
    writer.write(columns.map(\.key) + (notice == nil ? [] : ["notice"]), to: &text)
    for row in rows {
      writer.write(row.map(Self.words) + (notice.map { [InertText($0).text] } ?? []), to: &text)
    }
    return text
  }

  /// The value of a number in files: rounded to a millionth, so that files do not differ in the
  /// dust of floating-point arithmetic.
  static func rounded(_ value: Double) -> Double { inMillionths(value) }

  private static func words(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): return InertText(text).text
    case .count(let count): return "\(count)"
    case .missing: return ""
    case .number(let value):
      guard value.isFinite else { return value.isNaN ? "" : (value > 0 ? "inf" : "-inf") }
      return plain(value)
    }
  }

  /// A finite number in full, to six digits after the point.
  static func plain(_ value: Double) -> String {
    let rounded = rounded(value)
    return rounded == rounded.rounded() && abs(rounded) < 1e15
      ? "\(Int(rounded))" : "\(rounded)"
  }
}

/// A piece of JSON whose keys keep their order, so that the figures that matter come first.
package enum JSONPiece {
  case text(String)
  /// A number as short as it can be without loss; null where it is infinite or none.
  case number(Double?)
  case count(Int)
  case flag(Bool)
  case missing
  case list([JSONPiece])
  case object([(key: String, value: JSONPiece)])

  package static func optional(_ text: String?) -> JSONPiece {
    text.map(JSONPiece.text) ?? .missing
  }

  /// The text, with a line feed at its end.
  package var page: String {
    var page = ""
    write(to: &page, indent: "")
    return page + "\n"
  }

  /// The text in one line, without a blank that it could do without.
  package var line: String {
    var page = ""
    writeLine(to: &page)
    return page
  }

  private func writeLine(to page: inout String) {
    switch self {
    case .list(let pieces):
      page += "["
      for (index, piece) in pieces.enumerated() {
        if index > 0 { page += "," }
        piece.writeLine(to: &page)
      }
      page += "]"
    case .object(let entries):
      page += "{"
      for (index, entry) in entries.enumerated() {
        if index > 0 { page += "," }
        Self.write(entry.key, to: &page)
        page += ":"
        entry.value.writeLine(to: &page)
      }
      page += "}"
    default: write(to: &page, indent: "")
    }
  }

  private func write(to page: inout String, indent: String) {
    switch self {
    case .text(let text): Self.write(text, to: &page)
    case .number(let number):
      guard let number, number.isFinite else {
        page += "null"
        return
      }
      page += "\(number == 0 ? 0 : number)"
    case .count(let count): page += "\(count)"
    case .flag(let flag): page += flag ? "true" : "false"
    case .missing: page += "null"
    case .list(let pieces):
      let inner = indent + "  "
      for (index, piece) in pieces.enumerated() {
        page += (index == 0 ? "[\n" : ",\n") + inner
        piece.write(to: &page, indent: inner)
      }
      page += pieces.isEmpty ? "[]" : "\n\(indent)]"
    case .object(let entries):
      let inner = indent + "  "
      for (index, entry) in entries.enumerated() {
        page += (index == 0 ? "{\n" : ",\n") + inner
        Self.write(entry.key, to: &page)
        page += ": "
        entry.value.write(to: &page, indent: inner)
      }
      page += entries.isEmpty ? "{}" : "\n\(indent)}"
    }
  }

  private static func write(_ text: String, to page: inout String) {
    page += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": page += "\\\""
      case "\\": page += "\\\\"
      case "\n": page += "\\n"
      case "\t": page += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        page += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: page.unicodeScalars.append(scalar)
      }
    }
    page += "\""
  }
}

/// A JSON value whose keys keep their order, so that a schema reads as it was written.
indirect enum OrderedJSON {
  case text(String)
  case number(Double)
  case flag(Bool)
  case list([OrderedJSON])
  case object([(key: String, value: OrderedJSON)])

  /// The value as a document, with a line feed at the end.
  var document: String { text(indent: "") + "\n" }

  private func text(indent: String) -> String {
    let inner = indent + "  "
    switch self {
    case .text(let text): return Self.quoted(text)
    case .number(let number): return shortText(number)
    case .flag(let flag): return flag ? "true" : "false"
    case .list(let members):
      let parts = members.map { $0.text(indent: inner) }
      let line = "[" + parts.joined(separator: ", ") + "]"
      if !line.contains("\n"), indent.utf8.count + line.utf8.count <= 100 { return line }
      return "[\n" + parts.map { inner + $0 }.joined(separator: ",\n") + "\n\(indent)]"
    case .object(let members):
      guard !members.isEmpty else { return "{}" }
      let parts = members.map { key, value in
        inner + Self.quoted(key) + ": " + value.text(indent: inner)
      }
      return "{\n" + parts.joined(separator: ",\n") + "\n\(indent)}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        if scalar.value < 32 {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}

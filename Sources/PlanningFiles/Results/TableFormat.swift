/// How tables are printed.
public enum TableFormat: String, CaseIterable, Sendable {
  /// Aligned columns.
  case table
  /// One document.
  case json
  /// One object a line, for each row.
  case ndjson
  /// Delimited text.
  case csv
  /// A table for Markdown pages.
  case markdown
}

/// The pieces of which rows are made in the formats that have no writer of their own.
enum RowText {
  /// Returns names with their values, each of them JSON already, as an object on one line.
  static func object(_ members: [(name: String, value: String)]) -> String {
    "{" + members.map { "\(quoted($0.name)): \($0.value)" }.joined(separator: ", ") + "}"
  }

  /// Returns `text` as a text of JSON.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case _ where scalar.value < 32 || scalar.value == 127:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// Returns the rows of a Markdown table: the header, the rule and the body.
  static func markdown(header: [String], numeric: [Bool], rows: [[String]]) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    let rule = numeric.map { $0 ? "---:" : "---" }
    return line(header.map(markdownText)) + line(rule)
      + rows.map { line($0.map(markdownText)) }.joined()
  }

  /// Returns `text` so that nothing in it ends a cell or begins markup.
  static func markdownText(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "|", "`", "*", "[", "]": escaped += "\\" + String(scalar)
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case _ where scalar.value < 32 || scalar.value == 127: escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

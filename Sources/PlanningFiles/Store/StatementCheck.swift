/// Looks at the words of a statement before SQLite does: only some may begin one.
///
/// This is the first of several doors. The connection cannot write either, and SQLite says itself
/// whether a statement would.
struct StatementCheck {
  private static let pragmas = [
    "table_info", "table_xinfo", "table_list", "index_list", "index_info", "foreign_key_list",
    "user_version", "application_id", "compile_options",
  ]

  /// Why the statement may not run; nothing where it may.
  let fault: String?

  init(_ sql: String) {
    let words = NameFinder(sql).words.map { $0.text.lowercased() }
    switch words.first {
    case "select", "with", "values", "explain":
      fault = nil
    case "pragma":
      let name = words.dropFirst().first ?? ""
      if !Self.pragmas.contains(name) {
        fault = "of the pragmas, only those that describe tables are answered"
      } else if sql.contains("=") {
        fault = "a pragma may not set anything"
      } else {
        fault = nil
      }
    case nil:
      fault = "it is empty"
    case let word?:
      fault = "it begins with \(word.uppercased())"
    }
  }
}

/// The names in a statement, and where they stand; comments and texts in quotes hold none.
struct NameFinder {
  /// One name or other word.
  struct Word {
    let text: String
    let line: Int
    let column: Int
  }

  /// The words, in order.
  private(set) var words: [Word] = []

  init(_ sql: String) {
    let letters = Array(sql.unicodeScalars)
    var position = 0
    var line = 1
    var lineStart = 0
    /// Moves to `end`, counting lines.
    func move(to end: Int) {
      for index in position..<min(end, letters.count) where letters[index] == "\n" {
        line += 1
        lineStart = index + 1
      }
      position = min(end, letters.count)
    }
    while position < letters.count {
      let letter = letters[position]
      let next = position + 1 < letters.count ? letters[position + 1] : " "
      if letter == "-", next == "-" {
        move(to: letters[position...].firstIndex(of: "\n") ?? letters.count)
      } else if letter == "/", next == "*" {
        var end = position + 2
        while end + 1 < letters.count, !(letters[end] == "*" && letters[end + 1] == "/") {
          end += 1
        }
        move(to: end + 2)
      } else if letter == "'" {
        move(to: (letters[(position + 1)...].firstIndex(of: "'") ?? letters.count) + 1)
      } else if Self.isWord(letter) {
        var end = position
        while end < letters.count, Self.isWord(letters[end]) { end += 1 }
        let text = String(String.UnicodeScalarView(letters[position..<end]))
        words.append(Word(text: text, line: line, column: position - lineStart + 1))
        move(to: end)
      } else {
        move(to: position + 1)
      }
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.value >= 128 || scalar.properties.isAlphabetic
      || (scalar.value >= 48 && scalar.value <= 57)
  }

  /// Returns where `name` stands first, without regard to case.
  func place(of name: String) -> (line: Int, column: Int)? {
    let name = name.lowercased()
    return words.first { $0.text.lowercased() == name }.map { ($0.line, $0.column) }
  }
}

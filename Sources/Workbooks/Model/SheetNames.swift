/// Names of sheets: at most 31 characters, none of `[]:*?/\`, and no two that differ in case alone.
package struct SheetNames: Hashable, Sendable {
  /// The longest name in characters, as spreadsheets count them (UTF-16).
  package static let longest = 31

  private var taken: Set<String> = []

  /// Creates an empty list of names.
  package init() {}

  /// Returns a valid name near to `wanted` that was not taken yet, and takes it.
  package mutating func take(_ wanted: String) -> String {
    let base = Self.valid(wanted)
    var name = base
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      let ending = " (\(number))"
      name = Self.cut(base, to: Self.longest - ending.utf16.count) + ending
      number += 1
    }
    return name
  }

  /// Returns `wanted` without what no name may have.
  package static func valid(_ wanted: String) -> String {
    let forbidden: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\"]
    let safe = SafeText(wanted).text.map { character -> Character in
      forbidden.contains(character) || character.isNewline || character == "\t" ? " " : character
    }
    var words = String(safe).split(separator: " ").joined(separator: " ")
    while words.first == "'" { words.removeFirst() }
    words = cut(words, to: longest)
    while let last = words.last, last == "'" || last == " " { words.removeLast() }
    let isReserved = words.isEmpty || words.lowercased() == "history"
    return isReserved ? "Sheet \(words)".trimmedEnd : words
  }

  private static func cut(_ text: String, to count: Int) -> String {
    var short = text
    while short.utf16.count > count { short.removeLast() }
    return short.trimmedEnd
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}

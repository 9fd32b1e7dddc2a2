import Charts

/// The part of Markdown that notebooks use, as pieces of a page: headings, paragraphs, lists, blocks
/// of plain text, and within them code, emphasis and links.
enum Prose {
  /// One paragraph.
  enum Paragraph: Hashable {
    case heading(level: Int, String)
    case words(String)
    case items([String])
    case block(String)
  }

  /// Returns the pieces of a page for `text`.
  static func markup(of text: String) -> [Markup] {
    paragraphs(of: text).map { paragraph in
      switch paragraph {
      case .heading(let level, let words): .element("h\(level)", [:], inline(words))
      case .words(let words): .element("p", [:], inline(words))
      case .items(let items):
        .element("ul", [:], items.map { Markup.element("li", [:], inline($0)) })
      case .block(let words): .element("pre", ["class": "figures"], words)
      }
    }
  }

  /// Returns the paragraphs of `text`.
  static func paragraphs(of text: String) -> [Paragraph] {
    var paragraphs: [Paragraph] = []
    var isOpen = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let level = line.prefix { $0 == "#" }.count
      if line.allSatisfy({ $0 == " " }) {
        isOpen = false
        continue
      }
      if (1...3).contains(level), line.dropFirst(level).first == " " {
        paragraphs.append(.heading(level: level, String(line.dropFirst(level + 1))))
        isOpen = false
        continue
      }
      let grown = isOpen ? paragraphs.last.flatMap { extended($0, by: line) } : nil
      if let grown {
        paragraphs[paragraphs.count - 1] = grown
      } else {
        paragraphs.append(opened(by: line))
      }
      isOpen = true
    }
    return paragraphs
  }

  private static func opened(by line: Substring) -> Paragraph {
    if line.hasPrefix("- ") { return .items([String(line.dropFirst(2))]) }
    if line.hasPrefix("    ") { return .block(String(line.dropFirst(4))) }
    return .words(String(line))
  }

  /// Returns a paragraph with one line more, or nothing where the line begins another.
  private static func extended(_ paragraph: Paragraph, by line: Substring) -> Paragraph? {
    switch paragraph {
    case .heading: return nil
    case .words(let words):
      return line.hasPrefix("- ") || line.hasPrefix("    ") ? nil : .words(words + " " + line)
    case .items(var items):
      if line.hasPrefix("- ") { return .items(items + [String(line.dropFirst(2))]) }
      items[items.count - 1] += " " + line.drop { $0 == " " }
      return .items(items)
    case .block(let words):
      return line.hasPrefix("    ") ? .block(words + "\n" + line.dropFirst(4)) : nil
    }
  }

  /// Returns the pieces of one paragraph: `code`, **strong**, *emphasis*, [links](address).
  static func inline(_ text: String) -> [Markup] {
    var pieces: [Markup] = []
    var plain = ""
    var rest = Substring(text)
    while let character = rest.first {
      if let (piece, after) = span(at: rest) {
        if !plain.isEmpty { pieces.append(.text(plain)) }
        plain = ""
        pieces.append(piece)
        rest = after
      } else {
        plain.append(character)
        rest = rest.dropFirst()
      }
    }
    if !plain.isEmpty { pieces.append(.text(plain)) }
    return pieces
  }

  private static func span(at text: Substring) -> (Markup, Substring)? {
    if let found = text.prefixMatch(of: /`([^`]+)`/) {
      return (.element("code", String(found.1)), text[found.range.upperBound...])
    }
    if let found = text.prefixMatch(of: /\*\*([^*]+)\*\*/) {
      return (.element("strong", String(found.1)), text[found.range.upperBound...])
    }
    if let found = text.prefixMatch(of: /\*([^* ][^*]*)\*/) {
      return (.element("em", String(found.1)), text[found.range.upperBound...])
    }
    if let found = text.prefixMatch(of: /\[([^\]]+)\]\(([^)]+)\)/) {
      let link = Markup.element("a", ["href": String(found.2)], String(found.1))
      return (link, text[found.range.upperBound...])
    }
    return nil
  }
}

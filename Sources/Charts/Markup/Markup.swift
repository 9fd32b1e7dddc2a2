/// A piece of an HTML page that cannot be written wrongly: texts and attributes are escaped, and
/// every element is closed, so that a page is well-formed XML too.
///
///     Markup.element("p", ["class": "lead"], [.text("3 < 4 & 5 > 4")])
public enum Markup: Sendable {
  /// Text as a reader sees it.
  case text(String)
  /// An element with its attributes and what it holds.
  indirect case node(String, KeyValuePairs<String, String>, [Markup])
  /// A style sheet, which may hold neither `<` nor `&`.
  case style(String)
  /// A program for the page, which may hold neither `<` nor `&`.
  case script(String)
  /// Data for the page's program as JSON, under an identifier.
  case data(id: String, json: String)

  /// Creates an element that holds other pieces.
  public static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String>, _ content: [Markup]
  ) -> Markup {
    .node(name, attributes, content)
  }

  /// Creates an element that holds text.
  public static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String>, _ text: String
  ) -> Markup {
    .node(name, attributes, [.text(text)])
  }

  /// Creates an element that holds text and has no attributes.
  public static func element(_ name: String, _ text: String) -> Markup {
    .node(name, [:], [.text(text)])
  }

  /// Elements that never hold anything and are closed in themselves.
  private static let void: Set<String> = ["meta", "br", "hr", "col", "img"]

  /// Elements that are closed in themselves where they hold nothing.
  private static let shapes: Set<String> = ["rect", "path", "line", "circle", "polyline"]

  /// Elements that begin a line of the page, so that it can be read and compared.
  private static let breaking: Set<String> = [
    "html", "head", "body", "main", "section", "header", "footer", "h1", "h2", "h3", "p", "div",
    "table", "caption", "thead", "tbody", "tr", "ul", "li", "svg", "g", "details", "summary", "dl",
    "dt", "dd", "meta", "title", "style", "nav",
  ]

  /// Writes the piece to `page`.
  public func write(to page: inout String) {
    switch self {
    case .text(let text): Self.escape(text, to: &page)
    case .style(let sheet):
      precondition(!sheet.contains("<") && !sheet.contains("&"), "A style sheet needs no markup")
      page += "\n<style>\n\(sheet)</style>"
    case .script(let program):
      precondition(!program.contains("<") && !program.contains("&"), "A program needs no markup")
      page += "\n<script>\n\(program)</script>"
    case .data(let id, let json):
      page += "\n<script type=\"application/json\" id=\""
      Self.escape(id, to: &page)
      page += "\">"
      Self.escapeData(json, to: &page)
      page += "</script>"
    case .node(let name, let attributes, let content):
      if Self.breaking.contains(name) { page += "\n" }
      page += "<\(name)"
      for (key, value) in attributes {
        page += " \(key)=\""
        Self.escape(value, to: &page)
        page += "\""
      }
      if Self.void.contains(name) || (content.isEmpty && Self.shapes.contains(name)) {
        page += "/>"
        return
      }
      page += ">"
      for piece in content { piece.write(to: &page) }
      page += "</\(name)>"
    }
  }

  /// Writes JSON so that nothing in it can end the element: characters that mean something in markup
  /// occur within its texts only, where they may be written by their number.
  private static func escapeData(_ json: String, to page: inout String) {
    for scalar in json.unicodeScalars {
      switch scalar {
      case "<": page += "\\u003c"
      case ">": page += "\\u003e"
      case "&": page += "\\u0026"
      case "\u{2028}": page += "\\u2028"
      case "\u{2029}": page += "\\u2029"
      default: page.unicodeScalars.append(scalar)
      }
    }
  }

  /// Escapes what has a meaning in markup; control characters, which no page may hold, become the
  /// replacement character.
  private static func escape(_ text: String, to page: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": page += "&amp;"
      case "<": page += "&lt;"
      case ">": page += "&gt;"
      case "\"": page += "&quot;"
      case "'": page += "&#39;"
      case "\n", "\t": page.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
        page += "\u{FFFD}"
      case "\u{FFFE}", "\u{FFFF}": page += "\u{FFFD}"
      default: page.unicodeScalars.append(scalar)
      }
    }
  }
}

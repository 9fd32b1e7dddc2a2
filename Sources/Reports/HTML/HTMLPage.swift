package import Charts

/// One self-contained page: it needs no network and no other file, and says all it has to say without
/// its program.
package struct HTMLPage: Sendable {
  /// The title of the window.
  package let title: String
  /// What stands on the page.
  package let body: [Markup]
  /// What stands above it, such as a title and links to the parts.
  package let header: [Markup]
  /// Style sheets beside the one of every page.
  package let sheets: [String]
  /// Data and programs, at the end of the page.
  package let programs: [Markup]

  /// Creates a page.
  package init(
    title: String, body: [Markup], header: [Markup] = [], sheets: [String] = [],
    programs: [Markup] = []
  ) {
    self.title = title
    self.body = body
    self.header = header
    self.sheets = sheets
    self.programs = programs
  }

  /// The page as text.
  package var text: String {
    let head = Markup.element(
      "head", [:],
      [
        .element("meta", ["charset": "utf-8"], [Markup]()),
        .element(
          "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"],
          [Markup]()),
        .element("meta", ["name": "color-scheme", "content": "light dark"], [Markup]()),
        .element("title", title),
        .style(HTMLStyle.sheet),
      ] + sheets.map(Markup.style))
    var parts: [Markup] = []
    if !header.isEmpty {
      parts.append(.element("a", ["class": "skip", "href": "#main"], "Skip to the content"))
      parts.append(.element("header", ["class": "top"], header))
    }
    parts.append(.element("main", ["id": "main"], body))
    let page = Markup.element(
      "html", ["lang": "en"], [head, .element("body", [:], parts + programs)])
    var text = "<!DOCTYPE html>"
    page.write(to: &text)
    return text + "\n"
  }
}

package import Charts
/// One self-contained page: it needs no network, no script and no other file.
package struct HTMLPage: Sendable {
  /// The title of the window.
  package let title: String
  /// What stands on the page.
  package let body: [Markup]

  /// Creates a page.
  package init(title: String, body: [Markup]) {
    self.title = title
    self.body = body
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
      ])
    let page = Markup.element(
      "html", ["lang": "en"], [head, .element("body", [:], [.element("main", [:], body)])])
    var text = "<!DOCTYPE html>"
    page.write(to: &text)
    return text + "\n"
  }
}

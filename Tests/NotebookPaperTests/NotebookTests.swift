import Charts
import Foundation
import NotebookPaper
import PolicingDomain
import Testing

@Suite("Notebook paper")
struct NotebookTests {
  private static let program = """
    // # A title with <script>
    //
    // *You will learn* that `a < b` & so on; see [here](https://example.org).

    let answer = 6 * 7  // not prose
    notebook.say("the answer")

    let unused = "a \\("quoted") text"

    func longer() {

      notebook.show(table)
    }
    // - first
    // - second
    //   goes on
    """

  private static func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "notebook-\(UInt64.random(in: 0 ... .max))/01-example")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// Runs a notebook that shows a line, a table and a chart, and returns its page.
  private static func page() throws -> (page: String, index: String) {
    let folder = try folder()
    let shelf = folder.deletingLastPathComponent()
    defer { try? FileManager.default.removeItem(at: shelf) }
    let source = folder.appending(path: "main.swift")
    try Data(program.utf8).write(to: source)
    let pages = shelf.appending(path: "pages")
    var notebook = Notebook(arguments: ["", "--html", pages.path], source: source.path)
    notebook.say("forty-two & <more>", line: 6)
    let table = ResultTable(
      name: "t", title: "A table", columns: [.init("a", "A")], rows: [[.count(1)], [.count(2)]])
    notebook.show(table, rows: 1, line: 12)
    notebook.check(true, "it holds", line: 12)
    notebook.close()
    return (
      try String(contentsOf: pages.appending(path: "01-example.html"), encoding: .utf8),
      try String(contentsOf: pages.appending(path: "index.html"), encoding: .utf8)
    )
  }

  /// Source of truth: by hand: prose, code and what was shown in the order of the program's lines.
  @Test func `what is shown stands beneath the lines that show it`() throws {
    let page = try Self.page().page
    let order = [
      "A title with", "You will learn", "answer", "forty-two", "unused", "longer", "A table",
      "it holds", "first",
    ]
    var rest = Substring(page[(page.range(of: "<main")?.lowerBound ?? page.startIndex)...])
    for words in order {
      let found = try #require(rest.range(of: words), "\(words)")
      rest = rest[found.upperBound...]
    }
    #expect(page.contains("The first 1 of 2 rows."))
    #expect(page.contains("<li>second goes on</li>"))
    #expect(page.contains("<a href=\"https://example.org\">here</a>"))
  }

  /// Source of truth: HTML: text is text, wherever it comes from.
  @Test func `prose, code and what is shown are escaped`() throws {
    let (page, index) = try Self.page()
    for text in [page, index] {
      #expect(!text.contains("<script>"))
      #expect(text.contains("A title with &lt;script&gt;"))
    }
    #expect(page.contains("forty-two &amp; &lt;more&gt;"))
    #expect(page.contains("<code>a &lt; b</code>"))
    #expect(page.contains("<span class=\"remark\">// not prose</span>"))
    #expect(page.contains("<span class=\"quote\">&quot;a \\(&quot;quoted&quot;) text&quot;</span>"))
  }

  /// Source of truth: the promise of the type: a check that fails ends the program, and so does a
  /// notebook without one.
  @Test func `a check that fails ends the program with status 1`() async {
    await #expect(processExitsWith: .exitCode(1)) {
      var notebook = Notebook(arguments: [], source: "main.swift")
      notebook.check(false, "two and two are five")
    }
    await #expect(processExitsWith: .exitCode(1)) {
      Notebook(arguments: [], source: "main.swift").close()
    }
    await #expect(processExitsWith: .exitCode(1)) {
      let value: Int? = nil
      _ = Notebook(arguments: [], source: "main.swift").need(value, "a number")
    }
  }

  /// Source of truth: by hand.
  @Test func `numbers are written as people read them`() {
    #expect(1234.5678.digits(2) == "1,234.57")
    #expect(2.0.digits(1) == "2.0")
  }
}

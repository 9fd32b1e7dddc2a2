import Charts
import Testing

@Suite("Markup")
struct MarkupTests {
  /// Source of truth: the five characters that XML 1.0 (section 2.4) has entities for.
  @Test func `text that looks like markup stays text`() {
    var page = ""
    Markup.element("p", ["title": "\"&'"], "<script>").write(to: &page)
    #expect(page == "\n<p title=\"&quot;&amp;&#39;\">&lt;script&gt;</p>")
  }
}

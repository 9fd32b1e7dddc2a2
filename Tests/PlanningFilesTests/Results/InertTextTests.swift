import PlanningFiles
import PolicingDomain
import Testing

@Suite("Words in CSV files are never formulas")
struct InertTextTests {
  /// Source of truth: OWASP, CSV injection: the characters at which spreadsheets begin a formula.
  @Test(arguments: [
    "=1+1", "+1", "-2+3", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "=HYPERLINK(\"x\")",
  ])
  func `words that begin like a formula get an apostrophe`(words: String) {
    let table = ResultTable(
      name: "t", title: "T", columns: [.init("name", "Name")], rows: [[.text(words)]])
    let lines = table.csv(notice: nil)
    #expect(lines.hasPrefix("name\n'") || lines.hasPrefix("name\n\"'"))
  }

  /// Source of truth: by hand.
  @Test func `numbers keep their minus and other words stay as they are`() {
    let table = ResultTable(
      name: "t", title: "T", columns: [.init("name", "Name"), .init("n", "N"), .init("c", "C")],
      rows: [
        [.text("a=b"), .number(-1.5), .count(-2)], [.text(""), .missing, .missing],
        [.text("'=x"), .number(-.infinity), .count(0)],
      ])
    #expect(table.csv(notice: nil) == "name,n,c\na=b,-1.5,-2\n,,\n''=x,-inf,0\n")
  }

  /// Source of truth: by hand: different words stay different, so that the apostrophe can be dropped.
  @Test func `words that begin with an apostrophe can be told from inert ones`() {
    let words = ["=x", "'=x", "''=x", "'x", "'", "O'Hare"]
    let lines = words.map { word in
      ResultTable(
        name: "t", title: "T", columns: [.init("n", "N")], rows: [[.text(word)]]
      ).csv(notice: nil)
    }
    #expect(
      lines == ["'=x", "''=x", "'''=x", "'x", "'", "O'Hare"].map { "n\n\($0)\n" })
  }

  /// Source of truth: by hand; a notice stands in every row, so it is words of the study too.
  @Test func `a notice that begins like a formula is inert`() {
    let table = ResultTable(
      name: "t", title: "T", columns: [.init("n", "N")], rows: [[.count(1)]])
    #expect(table.csv(notice: "=now()") == "n,notice\n1,'=now()\n")
  }

  /// Source of truth: by hand; the answer of a query holds words of an export.
  @Test func `answers of queries are inert too`() {
    let answer = StoreQuery.Answer(
      columns: ["type", "calls"], rows: [[.text("-ALARM"), .integer(-3)]], isCut: false)
    #expect(answer.text(.csv) == "type,calls\n'-ALARM,-3\n")
    #expect(answer.text(.ndjson).contains("\"-ALARM\""))
  }
}

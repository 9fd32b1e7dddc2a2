import PolicingDomain
import Reports
import TestSupport
import Testing

@Suite("Text tables")
struct TextTableTests {
  private let table = ResultTable(
    name: "example", title: "An example",
    columns: [
      .init("place", "Place"), .init("calls", "Calls"), .init("share", "Share", decimals: 2),
    ],
    rows: [
      [.text("Harrison"), .count(1_234_567), .number(0.456)],
      [.text("Town Hall"), .count(8), .number(-0.004)],
      [.text("Lincoln"), .missing, .number(.infinity)],
    ], notes: ["n = 3"])

  /// Source of truth: by hand: numbers to the right, words to the left, groups of three, no −0.00.
  @Test func `aligns numbers and words and keeps the notice`() {
    #expect(
      table.text(notice: "DEMONSTRATION") == """
        An example
        DEMONSTRATION
        Place          Calls  Share
        ─────────  ─────────  ─────
        Harrison   1,234,567   0.46
        Town Hall          8   0.00
        Lincoln                   ∞
          n = 3

        """)
  }

  @Test func `rows beyond the limit are counted, not lost in silence`() {
    #expect(table.text(notice: nil, limit: 1).contains("… and 2 more rows"))
  }
}

import PolicingDomain
import Reports
import Testing

@Suite("Tables of the books of calls")
struct CallLedgerTableTests {
  private let ledger = CallLedger(
    source: "a.csv", profile: "p", grain: "unit", rowsRead: 10, rowsUsed: 9,
    setAside: [.init(what: "no number of the call", rows: 1, lines: [4])], missing: [],
    orderViolations: [], remarks: [], refusals: [.init(what: "hours of work: none", rows: 0)],
    grouping: .init(
      rowsGrouped: 8, rowsRepeated: 1, calls: 5, responses: 7,
      entries: [.init(what: "rows: equal", rows: 1, unitHours: UnitHours(0.5))]),
    cleaning: .init(rules: "plain", callsKept: 4, callsRemoved: 1, entries: []))

  /// Source of truth: by hand.
  @Test func `the way from rows to calls is shown step by step`() {
    let table = ResultTable.callLedger(ledger)
    #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    #expect(
      table.rows.map { Array($0.prefix(3)) } == [
        [.text("rows"), .text("read"), .count(10)], [.text("rows"), .text("used"), .count(9)],
        [.text("rows"), .text("grouped to calls"), .count(8)],
        [.text("rows"), .text("repeated, counted once"), .count(1)],
        [.text("calls"), .text("grouped"), .count(5)],
        [.text("units"), .text("parts in these calls"), .count(7)],
        [.text("calls"), .text("removed by the rules plain"), .count(1)],
        [.text("calls"), .text("kept"), .count(4)],
        [.text("set aside"), .text("no number of the call"), .count(1)],
        [.text("grouping"), .text("rows: equal"), .count(1)],
        [.text("refused"), .text("hours of work: none"), .missing],
      ])
    #expect(table.rows[8][3] == .number(10) && table.rows[8][5] == .text("4"))
    #expect(table.rows[9][4] == .number(0.5) && table.notes.count == 3)
  }

  @Test func `the cleaning rules are a table`() {
    let table = ResultTable.cleaningRules(.cpsm)
    #expect(table.rows.count == CleaningRules.cpsm.lines.count)
    #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    #expect(table.title.hasSuffix("cpsm"))
  }
}

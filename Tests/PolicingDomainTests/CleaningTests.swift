import PolicingDomain
import Testing

@Suite("Cleaning rules and the books of calls")
struct CleaningTests {
  @Test func `a preset is found by its name`() {
    #expect(CleaningRules.named("cpsm") == .cpsm)
    #expect(CleaningRules.named("plain") == .plain)
    #expect(CleaningRules.named("other") == nil)
    #expect(Set(CleaningRules.presets.map(\.name)).count == CleaningRules.presets.count)
  }

  /// Source of truth: the published limits, 30 seconds and 8 hours.
  @Test func `every rule is shown with its limit, its meaning and its source`() throws {
    let lines = CleaningRules.cpsm.lines
    #expect(lines.allSatisfy { !$0.meaning.isEmpty && !$0.provenance.source.isEmpty })
    #expect(lines.allSatisfy { ($0.limit == nil) == $0.unit.isEmpty })
    let longest = try #require(lines.first { $0.rule == "longest officer-initiated work" })
    #expect(longest.limit == 8 && longest.unit == "h" && longest.action == .removes)
    let scene = try #require(lines.first { $0.rule == "time at the scene" })
    #expect(scene.limit == 30 && scene.action == .notices && !scene.provenance.isAssumption)
    #expect(lines.contains { $0.action == .notApplied })
  }

  @Test func `the plain rules remove second records and nothing else`() {
    let removing = CleaningRules.plain.lines.filter { $0.action == .removes }
    #expect(removing.map(\.rule) == ["second records"])
    #expect(CleaningRules.plain.lines.map(\.rule) == CleaningRules.cpsm.lines.map(\.rule))
  }

  private func ledger(
    used: Int = 9, grouped: Int = 8, repeated: Int = 1, calls: Int = 5, kept: Int = 4,
    removed: Int = 1
  ) -> CallLedger {
    CallLedger(
      source: "a.csv", profile: "p", grain: "unit", rowsRead: 10, rowsUsed: used,
      setAside: [.init(what: "no number of the call", rows: 1)], missing: [], orderViolations: [],
      remarks: [], refusals: [],
      grouping: .init(
        rowsGrouped: grouped, rowsRepeated: repeated, calls: calls, responses: 7, entries: []),
      cleaning: .init(rules: "plain", callsKept: kept, callsRemoved: removed, entries: []))
  }

  /// Source of truth: by hand: 10 = 9 + 1, 9 = 8 + 1, 5 = 4 + 1.
  @Test func `the books balance at every step`() {
    #expect(ledger().balances && ledger().calls == 4 && ledger().callsGrouped == 5)
    #expect(!ledger(used: 8).balances)
    #expect(!ledger(repeated: 0).balances)
    #expect(!ledger(removed: 0).balances)
    #expect(ledger().renamed("b.csv").balances && ledger().renamed("b.csv").calls == 4)
  }

  /// Source of truth: by hand: without grouping every row is a call; without cleaning all stay.
  @Test func `rows that are calls need no grouping`() {
    let plain = CallLedger(
      source: "a.csv", profile: "p", grain: "call", rowsRead: 3, rowsUsed: 3, setAside: [],
      missing: [], orderViolations: [], remarks: [], refusals: [])
    #expect(plain.balances && plain.calls == 3)
    var grouped = plain
    grouped.grouping = .init(rowsGrouped: 3, rowsRepeated: 0, calls: 2, responses: 3, entries: [])
    #expect(grouped.balances && grouped.calls == 2)
  }
}

import PlanningFiles
import PolicingDomain
import TestSupport
import Testing

@Suite("Canonical calls")
struct CanonicalCallsTests {
  private func written(_ calls: [CallForService]) -> String {
    var text = ""
    let writer = CanonicalCalls()
    writer.writeHeader(to: &text)
    for call in calls { writer.write(call, to: &text) }
    return text
  }

  private func read(_ text: String) throws(FileError) -> CallImport {
    try CallImport(
      [.bytes(Array(text.utf8), name: "calls.csv")],
      profile: try Exports.profile("canonical"))
  }

  /// Source of truth: the columns of the canonical profile, written out by hand.
  @Test func `a call is one line`() throws {
    let received = LocalTime(seconds: 0)
    let call = CallForService(
      id: "23-1", received: received, dispatched: received.advanced(bySeconds: 61),
      category: CallCategory("Theft, \"auto\""))
    #expect(
      written([call])
        == """
        id,received,dispatched,enroute,arrived,cleared,priority,category,origin,district,beat,\
        unit_count
        23-1,1970-01-01T00:00:00,1970-01-01T00:01:01,,,,,"Theft, ""auto""\",community,,,

        """)
  }

  /// Source of truth: what was written.
  @Test(arguments: 1...20)
  func `calls are read back identically`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let names = ["Theft", "Fight, large", "\"Shots\"", "two\nlines", "Überfall", "N/A", "警察"]
    let calls = (0..<200).map { number in
      let received = LocalTime(seconds: .random(in: -5_000_000...3_000_000_000, using: &generator))
      let stamps = (0..<4).map { _ in
        Bool.random(using: &generator)
          ? received.advanced(bySeconds: .random(in: -100...9000, using: &generator)) : nil
      }
      return CallForService(
        id: "\(seed)-\(number)", received: received, dispatched: stamps[0], enroute: stamps[1],
        arrived: stamps[2], cleared: stamps[3],
        priority: CallPriority(.random(in: 0...12, using: &generator)),
        category: CallCategory(names.randomElement(using: &generator) ?? "Theft"),
        origin: Bool.random(using: &generator) ? .community : .officer,
        district: Bool.random(using: &generator) ? District.ID("007") : nil,
        beat: Bool.random(using: &generator) ? Beat.ID("0713") : nil,
        unitCount: Bool.random(using: &generator) ? .random(in: 0...9, using: &generator) : nil)
    }
    let found = try read(written(calls))
    #expect(found.calls == calls)
    #expect(found.ledger.refusals.isEmpty)
    #expect(found.ledger.balances)
  }
}

import PlanningFiles
import Testing

@Suite("Nearest match")
struct NearestMatchTests {
  /// Source of truth: worked by hand.
  @Test func `a slip of the fingers finds its word`() {
    let words = ["received", "dispatched", "cleared"]
    #expect(NearestMatch.of("recieved", in: words) == "received")
    #expect(NearestMatch.of("CLEARED", in: words) == "cleared")
    #expect(NearestMatch.of("dispatch", in: words) == "dispatched")
    #expect(NearestMatch.of("zebra", in: words) == nil)
    #expect(NearestMatch.of("", in: words) == nil)
    #expect(NearestMatch.of("received", in: []) == nil)
    #expect(NearestMatch.question("clearde", in: words) == "did you mean `cleared`? ")
  }
}

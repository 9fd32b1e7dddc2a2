import PolicingDomain
import StaffingRequirements
import TestSupport
import Testing

@Suite("Span on tours")
struct SpanOnToursTests {
  private func share(
    _ officers: Double, _ sergeants: Double, span: Double = 10, presence: Double = 0.8
  ) -> Double {
    SpanOnTours.shareWithin(
      span: span, officers: FullTimeEquivalents(officers),
      sergeants: FullTimeEquivalents(sergeants), presence: (presence, presence))
  }

  /// Source of truth: by hand.
  ///
  /// Two officers and one sergeant, each present with 0.8, span 1: the sergeant and at most one
  /// officer, 0.8 · (1 − 0.64) = 0.288, or nobody but perhaps no sergeant, 0.2 · 0.04 = 0.008.
  @Test func `counts the tours on which enough sergeants are there`() {
    #expect(agrees(share(2, 1, span: 1), 0.8 * 0.36 + 0.2 * 0.04))
  }

  /// Source of truth: by hand: with everybody present, ten officers are within a span of ten.
  @Test func `nobody absent is all or nothing`() {
    #expect(share(10, 1, presence: 1) == 1)
    #expect(share(11, 1, presence: 1) == 0)
    #expect(share(0, 0, presence: 1) == 1)
    #expect(share(3, 0, presence: 1) == 0)
  }

  /// Source of truth: metamorphic: a second sergeant never makes it worse.
  @Test func `one more sergeant helps`() {
    #expect(share(8, 2) > share(8, 1))
  }
}

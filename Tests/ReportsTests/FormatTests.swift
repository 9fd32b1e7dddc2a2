import Reports
import Testing

@Suite("Numbers as people read them")
struct FormatTests {
  /// Source of truth: by hand; a damaged file may ask for any number of digits.
  @Test func `any number of digits may be asked for`() {
    #expect(Format.number(1.5, decimals: 2) == "1.50")
    #expect(Format.number(1.5, decimals: -3) == "2")
    for decimals in [13, 19, 400, Int.max] {
      #expect(Format.number(1.5, decimals: decimals) == "1.500000000000")
    }
    #expect(Format.number(.nan, decimals: Int.max) == "–")
    #expect(Format.number(1e300, decimals: Int.max) == "1e+300")
  }
}

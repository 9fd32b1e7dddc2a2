import Charts
import Testing

@Suite("Numbers as charts write them")
struct NumberStyleTests {
  /// Source of truth: worked by hand from the documentation of the style.
  @Test(arguments: [
    (40.25, NumberStyle(decimals: 1, suffix: " %"), "40.3 %"),
    (-1234.5, NumberStyle(), "−1,235"),
    (1_234_567, NumberStyle(prefix: "$"), "$1,234,567"),
    (-12, NumberStyle(prefix: "$", isSigned: true), "−$12"),
    (12, NumberStyle(isSigned: true), "+12"),
    (-0.04, NumberStyle(decimals: 1, isSigned: true), "0.0"),
    (2.675, NumberStyle(decimals: 2), "2.68"),
    (999.95, NumberStyle(decimals: 1), "1,000.0"),
    (0.05, NumberStyle(decimals: 1), "0.1"),
    (.nan, NumberStyle(suffix: " h"), "no data"),
    (-.infinity, NumberStyle(), "−∞"),
    (1.5e21, NumberStyle(), "1.5e21"),
    (100_000_000_000_000, NumberStyle(decimals: 2), "100,000,000,000,000.00"),
  ])
  func `numbers are rounded, grouped and signed`(
    value: Double, style: NumberStyle, expected: String
  ) {
    #expect(style.text(value) == expected)
  }
}

import Charts
import Testing

@Suite("Ticks and scales")
struct TicksTests {
  /// Source of truth: worked by hand; the smallest step of 1, 2, 2.5 or 5 times a power of ten for
  /// which the range holds at most so many.
  @Test(arguments: [
    (0.0...10, 6, [0, 2, 4, 6, 8, 10]),
    (0.0...7.3, 5, [0, 2, 4, 6]),
    (0.0...1, 6, [0, 0.2, 0.4, 0.6, 0.8, 1]),
    (0.0...1, 5, [0, 0.25, 0.5, 0.75, 1]),
    (-3.0...12, 4, [0, 5, 10]),
    (0.07...0.31, 4, [0.1, 0.2, 0.3]),
    (93_000.0...131_000, 5, [100_000, 110_000, 120_000, 130_000]),
    (0.0...0.0003, 4, [0, 0.0001, 0.0002, 0.0003]),
  ])
  func `ticks are round numbers`(range: ClosedRange<Double>, count: Int, expected: [Double]) {
    #expect(Ticks(within: range, atMost: count).values == expected)
  }

  /// Source of truth: worked by hand: quarters cannot be written without decimals.
  @Test func `steps are numbers that the axis can write`() {
    #expect(Ticks(within: 0...1, atMost: 9, decimals: 0).values == [0, 1])
    #expect(Ticks(within: 0...10, atMost: 5, decimals: 0).values == [0, 5, 10])
    #expect(Ticks(within: 0...10, atMost: 5, decimals: 1).values == [0, 2.5, 5, 7.5, 10])
  }

  /// Source of truth: the parts of a day.
  @Test func `hours are counted as clocks do`() {
    #expect(Ticks(within: 0...24, atMost: 5, spacing: .hours).values == [0, 6, 12, 18, 24])
    #expect(
      Ticks(within: 0...24, atMost: 9, spacing: .hours).values
        == Array(stride(from: 0, through: 24, by: 3)))
    #expect(Ticks(within: 0...168, atMost: 8, spacing: .hours).step == 24)
  }

  /// Source of truth: the straight line through its ends, and what the documentation says of others.
  @Test func `a scale maps its ends to its ends, and keeps others on it`() {
    let scale = Scale(10...20, from: 300, to: 100)
    #expect(scale(10) == 300)
    #expect(scale(20) == 100)
    #expect(scale(12.5) == 250)
    #expect(scale(-1e300) == 300)
    #expect(scale(.infinity) == 100)
    #expect(scale(.nan) == 300)
    #expect(Scale(3...3, from: 0, to: 9)(3) == 0)
  }

  /// Source of truth: worked by hand.
  @Test func `an axis ends at round numbers or where it is told to`() {
    #expect(Axis("").ends(of: [3, 97], fromZero: true, ticks: 6).domain == 0...100)
    #expect(Axis("", to: 97).ends(of: [3, 40], fromZero: true, ticks: 6).domain == 0...97)
    #expect(Axis("").ends(of: [61, 64], fromZero: false, ticks: 5).domain == 61...64)
    #expect(Axis("").ends(of: [0, 0], fromZero: true, ticks: 5).domain == 0...1)
    #expect(Axis("").ends(of: [], fromZero: true, ticks: 5).domain.contains(0))
    #expect(Axis("").ends(of: [-8, -2], fromZero: true, ticks: 5).domain == -8...0)
  }

  /// Source of truth: worked by hand.
  @Test func `ticks of millions are written as millions`() {
    let axis = Axis("", style: NumberStyle(prefix: "$"))
    let (_, ticks) = axis.ends(of: [0, 5_000_000], fromZero: true, ticks: 6)
    #expect(
      ticks.values.map { axis.text(ofTick: $0, in: ticks) } == [
        "$0", "$1 M", "$2 M", "$3 M", "$4 M", "$5 M",
      ])
  }
}

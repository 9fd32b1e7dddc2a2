import Charts
import TestSupport
import Testing

@Suite("Sums and places")
struct ConservationTests {
  /// Source of truth: worked by hand: what is positive lies to the right of zero, one after the
  /// other, what is negative to the left.
  @Test func `parts of a bar lie end to end`() {
    let row = BarChart.Row("r", [3, nil, -2, 4, .nan, -1])
    #expect(row.parts == [0...3, nil, -2...0, 3...7, nil, -3...(-2)])
    #expect(row.total == 4)
    #expect(row.stackEnds.low == -3 && row.stackEnds.high == 7)
  }

  /// Source of truth: conservation: the lengths of the parts add up to the reach of the whole.
  @Test func `parts of a bar add up`() {
    var numbers = SeededGenerator(seed: 8)
    for _ in 0..<200 {
      let values = (0..<6).map { _ in Optional(numbers.uniform(in: -50...100)) }
      let row = BarChart.Row("r", values)
      let length = row.parts.compactMap { $0 }.map { $0.upperBound - $0.lowerBound }.reduce(0, +)
      #expect(agrees(length, row.stackEnds.high - row.stackEnds.low))
      #expect(agrees(row.total, row.stackEnds.high + row.stackEnds.low))
    }
  }

  /// Source of truth: worked by hand; above a layer that is not known nothing can lie.
  @Test func `layers of an area lie on one another`() {
    let chart = AreaChart(
      title: "t", summary: "s", x: Axis("x"), y: Axis("y"),
      layers: [
        AreaChart.Series("a", [1, 2, nil]), AreaChart.Series("b", [10, nil, 5]),
        AreaChart.Series("c", [100, 100, 100]),
      ])
    #expect(chart.stacks == [[0...1, 0...2, nil], [1...11, nil, nil], [11...111, nil, nil]])
  }

  /// Source of truth: worked by hand: 100 − 30 + 5 = 75.
  @Test func `steps go on from where the last one ended`() {
    let chart = StepChart(
      title: "t", summary: "s", axis: Axis("x"),
      steps: [
        StepChart.Step("start", 100, .level), StepChart.Step("less", -30, .change),
        StepChart.Step("more", 5, .change), StepChart.Step("?", .nan, .change),
        StepChart.Step("end", 75, .level),
      ])
    #expect(chart.spans.map(\.from) == [0, 100, 70, 75, 0])
    #expect(chart.spans.map(\.to) == [100, 70, 75, 75, 75])
  }

  /// Source of truth: worked by hand: (1 + 3) / 2, 5; columns (1 + 5) / 2, 3; of all (1 + 3 + 5) / 3.
  @Test func `means are of what is known`() {
    let map = GridMap(
      title: "t", summary: "s", rows: ["a", "b", "c"], columns: ["d", "e"],
      values: [[1, 3], [5, nil], [nil, .nan]], measure: "m")
    let means = map.valuesWithMeans
    #expect(means.map(\.last) == [2, 5, .some(nil), 3])
    #expect(means.last == [3, 3, 3])
  }

  /// Source of truth: worked by hand: the least round step of which three reach 35 is 12, a bound
  /// belongs to the deeper step, and the target to the side above.
  @Test func `steps of colour part at the target`() {
    let steps = ColorSteps([5, 40, 75], .diverging(at: 40), style: NumberStyle())
    #expect(steps.bounds == [4, 16, 28, 40, 52, 64, 76])
    #expect(
      [5, 15, 20, 36, 40, 44, 45, 75, 1000].map(steps.look) == [
        "d1", "d1", "d2", "d3", "d5", "d5", "d5", "d7", "d7",
      ])
    #expect(steps.side(of: 40.4) == nil)
    #expect(steps.side(of: 40.6) == .above)
    #expect(steps.side(of: 12) == .below)
  }

  /// Source of truth: worked by hand.
  @Test func `steps of colour have round bounds`() {
    let steps = ColorSteps([1.3, 14.3], .sequential, style: NumberStyle(decimals: 1))
    #expect(steps.bounds == [0, 2.5, 5, 7.5, 10, 12.5, 15])
    #expect(steps.look(of: 0) == "s1")
    #expect(steps.look(of: 2.5) == steps.look(of: 4.9))
    #expect(steps.look(of: 14.3) == "s7")
    #expect(ColorSteps([3, 3], .sequential, style: NumberStyle()).looks.count == 1)
    #expect(ColorSteps([], .sequential, style: NumberStyle()).bounds.isEmpty)
    #expect(ColorSteps([70, 99], .sequential, style: NumberStyle()).bounds.first == 70)
  }

  /// Source of truth: the documentation: a value that leaves the axis ends at it with a mark that
  /// points on, and no position lies beyond the plot.
  @Test func `a curve that leaves the axis is cut with a mark`() throws {
    let chart = LineChart(
      title: "t", summary: "s", x: Axis("x"), y: Axis("y", from: 0, to: 10),
      lines: [
        LineChart.Line(
          "wait", [LineChart.Point(1, 1e9), LineChart.Point(2, 8), LineChart.Point(3, 2)])
      ])
    var text = ""
    chart.picture.write(to: &text)
    #expect(text.contains("data-label=\"wait goes on off the scale\""))
    #expect(text.contains("data-value=\"to 1,000,000,000\""))
    let heights = text.matches(of: /class="c-l1" d="M\S+ (-?[\d.]+)L/).compactMap { Double($0.1) }
    #expect(!heights.isEmpty && heights.allSatisfy { $0 > 0 })
  }

  /// Source of truth: the documentation, worked by hand: of 1 … 9 and 1000 the upper quartile is the
  /// eighth value, 8, so that the axis ends at 40.
  @Test func `a curve that rises without end does not press the others down`() {
    let chart = LineChart(
      title: "t", summary: "s", x: Axis("x"), y: Axis("y"),
      lines: [
        LineChart.Line("wait", (1...9).map { LineChart.Point(Double($0), Double($0)) }),
        LineChart.Line("end", [LineChart.Point(9, 1000)]),
      ])
    let words = chart.drawing(.wide).texts.map(\.words)
    #expect(words.contains("40") && !words.contains("1,000"))
  }

  /// Source of truth: a circle of ten thousand points needs few to a third of a pixel, and a square
  /// its corners.
  @Test func `outlines keep their shape in few points`() {
    let square = Self.place([(0, 0), (0, 1), (1, 1), (1, 0), (0, 0)])
    let fine = Self.place(
      (0..<4000).map { step in
        let side = step / 1000
        let share = Double(step % 1000) / 1000
        return [(0, share), (share, 1), (1, 1 - share), (1 - share, 0)][side]
      })
    #expect(Self.path(of: fine) == Self.path(of: square))
  }

  private static func place(_ ring: [(Double, Double)]) -> PlaceMap {
    PlaceMap(
      title: "t", summary: "s",
      places: [
        PlaceMap.Place(
          label: "a", name: "a",
          shape: .polygons([[ring.map { PlaceMap.Coordinate(longitude: $0.0, latitude: $0.1) }]]),
          value: 1)
      ], measure: "m")
  }

  private static func path(of map: PlaceMap) -> [Substring] {
    var text = ""
    map.picture.write(to: &text)
    let path = text.firstMatch(of: /c-place" d="([^"]+)"/)?.1 ?? ""
    return path.split { "ML Z".contains($0) }.sorted()
  }
}

import Charts
import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite("Pictures")
struct DrawingTests {
  /// Source of truth: the definition; the room of each text is computed from the widths of a wide
  /// face, and the browser tests compare that with what a browser makes of it.
  @Test(arguments: 0..<8) func `no two texts overlap and none leaves its picture`(seed: Int) {
    var charts = RandomCharts(seed: UInt64(seed))
    for chart in (0..<(runsSlowTests ? 250 : 30)).map({ _ in charts.next() })
      + (seed == 0 ? Gallery.all : [])
    {
      for width in ChartWidth.allCases {
        let drawing = chart.drawing(width)
        for (place, text) in drawing.texts.enumerated() {
          let box = text.box
          let isInside =
            box.left >= -1.5 && box.right <= drawing.width + 1.5 && box.top >= -1.5
            && box.bottom <= drawing.height + 1.5
          #expect(
            isInside, "\(type(of: chart)) \(width) \(seed): \(text.words) \(box) \(drawing.height)")
          for other in drawing.texts[(place + 1)...] where box.overlaps(other.box, by: 0.6) {
            Issue.record(
              "\(type(of: chart)) \(width) \(seed): “\(text.words)” over “\(other.words)”")
          }
        }
      }
    }
  }

  /// Source of truth: XML 1.0, as Foundation's parser reads it.
  @Test(arguments: 0..<4) func `every picture is well-formed`(seed: Int) {
    var charts = RandomCharts(seed: 100 + UInt64(seed))
    for chart in (0..<40).map({ _ in charts.next() }) + (seed == 0 ? Gallery.all : []) {
      var text = ""
      chart.picture.write(to: &text)
      for document in [text, chart.standalone] {
        let parser = XMLParser(data: Data(document.utf8))
        #expect(parser.parse(), "\(type(of: chart)): \(String(describing: parser.parserError))")
      }
      #expect(!text.contains("nan") || text.contains("<desc") && !text.contains("\"nan"))
      #expect(!text.contains("<script"))
      #expect(!text.contains("inf\""))
    }
  }

  /// Source of truth: the rule of the house that equal input gives equal bytes.
  @Test func `equal charts give equal bytes`() {
    #expect(Gallery.page() == Gallery.page())
    var (one, other) = (RandomCharts(seed: 3), RandomCharts(seed: 3))
    for _ in 0..<40 { #expect(one.next().standalone == other.next().standalone) }
  }

  /// Source of truth: WAI-ARIA 1.2: an image is named by the elements that its label points to.
  @Test func `each layout is an image with a name, a description and ids of its own`() {
    let chart = Gallery.steps[0]
    var text = ""
    chart.picture.write(to: &text)
    #expect(text.matches(of: /role="img"/).count == 2)
    let named = text.matches(of: /aria-labelledby="(\S+) (\S+)"/)
    #expect(named.count == 2)
    for match in named {
      #expect(text.contains("<title id=\"\(match.1)\">\(chart.title)</title>"))
      #expect(text.contains("<desc id=\"\(match.2)\">\(chart.summary)</desc>"))
    }
    let ids = Gallery.page().matches(of: /\sid="([^"]+)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    var other = ""
    chart.picture(id: "mine").write(to: &other)
    #expect(other.contains("aria-labelledby=\"mine-wide-t mine-wide-d\""))
  }

  /// Source of truth: the precondition of `Markup.style`, and the prefix that keeps charts from
  /// changing the rest of a page.
  @Test func `the style sheet needs no markup and names only its own classes`() {
    #expect(!ChartStyle.sheet.contains { $0 == "<" || $0 == "&" })
    #expect(ChartStyle.sheet.count { $0 == "{" } == ChartStyle.sheet.count { $0 == "}" })
    for line in ChartStyle.sheet.split(separator: "\n") {
      for match in line.matches(of: /(?:^|[\s,}])\.([a-z]\S*)/) {
        #expect(match.1.hasPrefix("c-"), "\(line)")
      }
    }
  }

  /// Source of truth: the wish of readers: what is not known is said in words.
  @Test func `nothing to draw says so`() {
    let charts: [any Chart] = [
      LineChart(title: "t", summary: "s", x: Axis("x"), y: Axis("y"), lines: []),
      AreaChart(title: "t", summary: "s", x: Axis("x"), y: Axis("y"), layers: []),
      BarChart(title: "t", summary: "s", axis: Axis("x"), series: [], rows: []),
      StepChart(title: "t", summary: "s", axis: Axis("x"), steps: []),
      DotChart(title: "t", summary: "s", axis: Axis("x"), series: ["a"], rows: []),
      GridMap(title: "t", summary: "s", rows: [], columns: [], values: [], measure: "m"),
      PlaceMap(title: "t", summary: "s", places: [], measure: "m"),
    ]
    for chart in charts {
      for width in ChartWidth.allCases {
        #expect(chart.drawing(width).texts.map(\.words) == ["no data"])
      }
    }
  }
}

import Charts
import Foundation
import TestSupport

/// Charts of every kind, plain and difficult, on one page.
enum Gallery {
  static let hours = (0..<24).map { ($0 < 10 ? "0" : "") + "\($0):00" }
  static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  static let long = "A very long name of a unit that nobody would ever print on one line of a page"

  static var all: [any Chart] { lines + areas + bars + steps + dots + grids + places }

  /// A page with charts.
  static func page(of charts: [any Chart] = all) -> String {
    var page = "<!DOCTYPE html>"
    Markup.element(
      "html", ["lang": "en"],
      [
        .element(
          "head", [:],
          [
            .node("meta", ["charset": "utf-8"], []),
            .node(
              "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"], []),
            .element("title", "Gallery"), .style(frame + ChartStyle.sheet),
          ]),
        .element(
          "body", [:],
          [
            .element(
              "main", [:],
              charts.map { chart in
                .element(
                  "figure", [:], [.element("figcaption", chart.title), chart.picture])
              })
          ]),
      ]
    ).write(to: &page)
    return page
  }

  private static let frame = """
    :root { color-scheme: light dark; --ground: #ffffff; --ink: #1b232b; }
    @media (prefers-color-scheme: dark) { :root { --ground: #12171c; --ink: #e4e9ee; } }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--ground); color: var(--ink);
      font: 16px/1.5 system-ui, sans-serif; }
    main { max-width: 72rem; margin: 0 auto; padding: 1rem .9rem; }
    figure { margin: 0 0 2.2rem; } figcaption { font-weight: 600; overflow-wrap: anywhere;
      max-width: 46rem; }
    @media print { figure { break-inside: avoid; } }

    """

  static var lines: [any Chart] {
    let curve = { (load: Double) in
      (12...32).map { units -> LineChart.Point in
        let spare = Double(units) - load
        return LineChart.Point(Double(units), spare > 0 ? 30 / spare : .nan)
      }
    }
    let years = (0..<14).map { 1_250_000 + 9000 * Double($0) }
    return [
      LineChart(
        title: "22 units keep the mean wait below ten minutes", summary: "Wait against units.",
        x: Axis("Units on the street"),
        y: Axis("Mean wait, minutes", style: NumberStyle(suffix: " min"), from: 0, to: 30),
        lines: [
          LineChart.Line("Priority 1", curve(11.7)), LineChart.Line("Priority 2", curve(14.2)),
          LineChart.Line("Priority 3, the calls that wait longest", curve(18.3)),
        ], targets: [Reference(10, "Standard")],
        markers: [Reference(22, "planned 22"), Reference(19, "now 19")]),
      LineChart(
        title: "The forecast widens with the years", summary: "Calls by year with an interval.",
        x: Axis("Year", names: (2019...2032).map { "\($0)" }), y: Axis("Calls a year"),
        lines: [
          LineChart.Line(
            "Calls", years.indices.map { LineChart.Point(Double($0), years[$0]) },
            interval: years.indices.map { place in
              let width = Double(max(0, place - 5)) * 14_000
              return years[place] - width...years[place] + width
            })
        ]),
      LineChart(
        title: "Gaps, and a single point", summary: "Values that are missing leave gaps.",
        x: Axis("Day"),
        y: Axis("Difference, hours", style: NumberStyle(decimals: 1, isSigned: true)),
        lines: [
          LineChart.Line(
            "<script>alert(1)</script>",
            [-2, .nan, 1.5, .infinity, 3, 4, -1.5].enumerated().map {
              LineChart.Point(Double($0.offset), $0.element)
            }), LineChart.Line(long, [LineChart.Point(3, 2)]),
        ], targets: [Reference(0.4, "a"), Reference(0.5, long)]),
    ]
  }

  static var areas: [any Chart] {
    let shape = (0..<24).map { hour -> Double in
      let angle: Double = (Double(hour) - 9) / 24 * 2 * .pi
      return 8 + 6 * sin(angle)
    }
    return [
      AreaChart(
        title: "Between 15:00 and 23:00 the work leaves no time",
        summary: "Work and units by hour.",
        x: Axis("Hour of the day", names: hours), y: Axis("Units"),
        layers: [
          AreaChart.Series("Calls from the public", shape),
          AreaChart.Series("Self-initiated", shape.map { 3 + $0 / 5 }),
          AreaChart.Series("Reports and court", shape.map { _ in 2 }),
        ],
        lines: [
          AreaChart.Series(
            "Units on the street", (0..<24).map { $0 < 6 ? 14.0 : $0 < 15 ? 18 : 20 })
        ]),
      AreaChart(
        title: "Unknown hours stay empty", summary: "A gap.", x: Axis("Hour", names: hours),
        y: Axis("Units"),
        layers: [
          AreaChart.Series(
            "Work",
            (0..<24).map { hour -> Double? in (5...7).contains(hour) ? nil : Double(hour % 7) })
        ], isStepped: false),
    ]
  }

  static var bars: [any Chart] {
    let need = (1...9).map { place -> BarChart.Row in
      let size = Double(place * 17 % 11)
      let interval: ClosedRange<Double>? = place == 5 ? nil : size * 12...size * 15
      return BarChart.Row(
        place == 4 ? long : "District \(place)", [size * 13.4], interval: interval)
    }
    return [
      BarChart(
        title: "District 7 needs the most", summary: "Need by district.",
        axis: Axis("Officers needed", style: NumberStyle(decimals: 1)), series: ["Need"],
        rows: need,
        targets: [
          Reference(100, "of today"), Reference(112, "of the plan"), Reference(60, "floor"),
        ]),
      BarChart(
        title: "Sworn and civilian, side by side", summary: "Two bars a row.",
        axis: Axis("People"), series: ["Sworn", "Civilian", "Detailed"],
        rows: [
          BarChart.Row("Patrol", [8120, 212, nil]), BarChart.Row("Detectives", [1204, 96, 40]),
          BarChart.Row("Technical and administrative services", [310, 644, .nan]),
        ]),
      BarChart(
        title: "A third of the calls could go elsewhere", summary: "Responders by category.",
        axis: Axis("Calls a year"), series: ["Officers", "By telephone", "Clinicians", "Online"],
        rows: [
          BarChart.Row("Disturbance", [120_400, 8000, 14_000, 900]),
          BarChart.Row("Traffic", [88_000, 21_000, nil, 4000]),
          BarChart.Row("Noise & <b>markup</b>", [22_000, 30_000, 0, 18_000]),
        ], arrangement: .stacked),
      BarChart(
        title: "What changes in cost", summary: "Negative and positive.",
        axis: Axis("Change, dollars", style: NumberStyle(prefix: "$", isSigned: true)),
        series: ["Change"],
        rows: [
          BarChart.Row("Overtime", [-2_400_000], interval: -3_000_000...(-1_900_000)),
          BarChart.Row("Salaries", [1_250_000]), BarChart.Row("Cars", [0]),
          BarChart.Row("?", [nil]),
        ]),
      BarChart(
        title: "Forty rows", summary: "Many.",
        axis: Axis("Share", style: NumberStyle(suffix: " %")),
        series: ["Share"],
        rows: (1...40).map { BarChart.Row("Beat \(100 + $0)", [Double($0 * 37 % 101)]) }),
      BarChart(
        title: "Nothing is known", summary: "No data.", axis: Axis("Hours"), series: ["Hours"],
        rows: [BarChart.Row("One", [nil])]),
      BarChart(
        title: "All zero", summary: "Zeros.", axis: Axis("Hours"), series: ["Hours"],
        rows: [BarChart.Row("One", [0]), BarChart.Row("Two", [0])]),
    ]
  }

  static var steps: [any Chart] {
    [
      StepChart(
        title: "Of 2,080 paid hours 1,390 are on the street", summary: "A ladder of hours.",
        axis: Axis("Hours a year"),
        steps: [
          StepChart.Step("Paid hours", 2080, .level), StepChart.Step("Vacation", -160, .change),
          StepChart.Step("Sick leave, injury and other absence", -104, .change),
          StepChart.Step("Training", -56, .change), StepChart.Step("Present", 1760, .level),
          StepChart.Step("Court", -70, .change), StepChart.Step("Breaks", -200, .change),
          StepChart.Step("Overtime worked", 30, .change), StepChart.Step("Net", 1390, .level),
        ])
    ]
  }

  static var dots: [any Chart] {
    [
      DotChart(
        title: "Districts 7 and 11 have more of the work than of the staff",
        summary: "Shares of work and staff.",
        axis: Axis("Share of the city", style: NumberStyle(decimals: 1, suffix: " %")),
        series: ["Work", "Staff now", "Staff planned"],
        rows: (1...8).map {
          BarLike.row("District \($0)", [4 + Double($0 % 4), 5.2, 4.6 + Double($0 % 3) / 2])
        }),
      DotChart(
        title: "Waits with their intervals", summary: "One value.",
        axis: Axis("Minutes", style: NumberStyle(decimals: 1)), series: ["Wait"],
        rows: [
          DotChart.Row("Priority 1", [4.2], interval: 3.9...4.6),
          DotChart.Row("Priority 2", [11.8], interval: 10.1...13.9),
          DotChart.Row("Priority 3", [nil]),
        ], targets: [Reference(10, "standard of ten minutes")]),
    ]
  }

  private enum BarLike {
    static func row(_ label: String, _ values: [Double]) -> DotChart.Row {
      DotChart.Row(label, values, interval: values[0] - 0.4...values[0] + 0.5)
    }
  }

  static var grids: [any Chart] {
    func values(_ scale: Double) -> [[Double?]] {
      days.indices.map { day -> [Double?] in
        (0..<24).map { hour -> Double? in
          if day == 2, hour == 3 { return nil }
          let angle: Double = (Double(hour) - 9) / 24 * 2 * .pi
          let height: Double = 5 + 4 * sin(angle) + Double(day) / 3
          return scale * height
        }
      }
    }
    return [
      GridMap(
        title: "Work peaks on weekend evenings", summary: "Work by hour and weekday.", rows: days,
        columns: (0..<24).map { "\($0)" }, values: values(1.3), style: NumberStyle(decimals: 1),
        measure: "Units busy at once", showsMeans: true),
      GridMap(
        title: "Afternoons fall below the target", summary: "Proactive time.", rows: days,
        columns: hours,
        values: values(-6).map { $0.map { $0.map { $0 + 75 } } }, style: NumberStyle(suffix: " %"),
        scale: .diverging(at: 40), measure: "Proactive time, percent of time on duty"),
      GridMap(
        title: "Long names of columns", summary: "Names break.",
        rows: ["Priority 1", "Priority 2"],
        columns: ["Received", "Sent to the unit", "On its way", "Arrived at the scene", long],
        values: [[1, 4, 9, 40, 3], [2, 6, 12, 61, nil]], style: NumberStyle(suffix: " %"),
        measure: "Calls without the time, percent"),
      GridMap(
        title: "All the same", summary: "One value.", rows: ["a"], columns: ["b", "c"],
        values: [[3, 3]], measure: "Hours"),
      GridMap(
        title: "Large numbers in many columns", summary: "No room.", rows: days, columns: hours,
        values: values(150_000), measure: "Dollars"),
    ]
  }

  static var places: [any Chart] {
    let tiles = (0..<22).map { place -> PlaceMap.Place in
      let row = place / 5
      let value: Double? = place == 7 ? nil : Double(22 + place * 7 % 23)
      return PlaceMap.Place(
        label: "\(place + 1)", name: "District \(place + 1)",
        shape: .tile(row: row, column: place % 5 + row % 2), value: value)
    }
    return [
      PlaceMap(
        title: "The west waits longest", summary: "Tiles.", places: tiles,
        style: NumberStyle(decimals: 1, suffix: " min"), measure: "Mean wait, minutes"),
      PlaceMap(
        title: "Half of the city is below the target", summary: "Tiles.", places: tiles,
        style: NumberStyle(suffix: " %"), scale: .diverging(at: 33),
        measure: "Proactive time, percent"),
      PlaceMap(
        title: "Shapes of made-up districts", summary: "Polygons.", places: shapes,
        style: NumberStyle(suffix: " min"), scale: .diverging(at: 20), measure: "Mean wait"),
    ]
  }

  /// A ring of wedges around a lake, with wiggling borders of many points.
  static var shapes: [PlaceMap.Place] {
    func point(_ angle: Double, _ radius: Double) -> PlaceMap.Coordinate {
      let wave: Double = 0.04 * sin(9 * angle) + 0.004 * sin(191 * angle)
      let wiggle = radius * (1 + wave)
      return PlaceMap.Coordinate(
        longitude: -87.7 + wiggle * cos(angle) * 1.2, latitude: 41.85 + wiggle * sin(angle))
    }
    func wedge(
      _ from: Double, _ to: Double, _ inner: Double, _ outer: Double
    )
      -> [PlaceMap.Coordinate]
    {
      let angles = (0...400).map { from + (to - from) * Double($0) / 400 }
      return angles.map { point($0, outer) } + angles.reversed().map { point($0, inner) }
    }
    var places = (0..<9).map { place -> PlaceMap.Place in
      let ring = wedge(Double(place) * 0.7, Double(place + 1) * 0.7, 0.08, 0.2)
      let value: Double? = place == 3 ? nil : Double(12 + place * 5 % 17)
      return PlaceMap.Place(
        label: place == 4 ? "Harbour front" : "\(place + 1)", name: "District \(place + 1)",
        shape: .polygons([[ring]]), value: value)
    }
    places.append(
      PlaceMap.Place(
        label: "Mid", name: "Middle", shape: .polygons([[wedge(0, 6.28, 0.035, 0.075)]]), value: 25)
    )
    places.append(
      PlaceMap.Place(label: "?", name: "Nowhere", shape: .polygons([]), value: 3))
    return places
  }
}

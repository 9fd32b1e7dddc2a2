import Charts
import TestSupport

/// Charts of every kind with odd data: missing, huge, equal, negative, empty, and odd names.
struct RandomCharts {
  var numbers: SeededGenerator

  init(seed: UInt64) { numbers = SeededGenerator(seed: seed) }

  private static let names = [
    "", "A", "District 7", "<script>alert('x')</script>", "Ω ж 漢字 مرحبا", "tab\tand\nline",
    "A name that goes on and on until no line of any page could ever hold it, and then some",
    "Unbreakableunbreakableunbreakableunbreakableunbreakable", "−5 & \"quotes\"", "Priority 1",
  ]

  private mutating func pick<T>(_ choices: [T]) -> T {
    choices[numbers.integer(below: choices.count)]
  }

  private mutating func name() -> String { pick(Self.names) }

  private mutating func names(_ most: Int) -> [String] {
    (0..<numbers.integer(below: most + 1)).map { _ in name() }
  }

  /// One value of a chart whose values are of a size.
  private mutating func value(_ size: Double) -> Double {
    switch numbers.integer(below: 12) {
    case 0: .nan
    case 1: .infinity
    case 2: 0
    case 3: numbers.uniform(in: -size...0)
    default: numbers.uniform(in: 0...size)
    }
  }

  private mutating func size() -> Double {
    pick([1, 1, 10, 100, 5e4, 2e6, 1e-3, 3e9, 1e18, 1e300, 0])
  }

  private mutating func interval(_ size: Double) -> ClosedRange<Double>? {
    let ends = [value(size), value(size)].filter { !$0.isNaN }
    guard ends.count == 2, numbers.integer(below: 2) == 0 else { return nil }
    return min(ends[0], ends[1])...max(ends[0], ends[1])
  }

  private mutating func style() -> NumberStyle {
    NumberStyle(
      decimals: numbers.integer(below: 4), prefix: pick(["", "$"]),
      suffix: pick(["", " %", " h", " unit-hours a week"]), isSigned: numbers.integer(below: 4) == 0
    )
  }

  private mutating func axis(_ size: Double) -> Axis {
    var axis = Axis(name(), style: style())
    if numbers.integer(below: 4) == 0 { axis.lower = value(size) }
    if numbers.integer(below: 4) == 0 { axis.upper = value(size) }
    if numbers.integer(below: 4) == 0 { axis.spacing = .hours }
    return axis
  }

  private mutating func references(_ size: Double) -> [Reference] {
    (0..<numbers.integer(below: 4)).map { _ in Reference(value(size), name()) }
  }

  private mutating func values(_ count: Int, _ size: Double) -> [Double?] {
    (0..<count).map { _ in numbers.integer(below: 6) == 0 ? nil : value(size) }
  }

  /// The next chart.
  mutating func next() -> any Chart {
    let (title, summary, size) = (name(), name(), size())
    switch numbers.integer(below: 7) {
    case 0: return line(title, summary, size)
    case 1: return area(title, summary, size)
    case 2:
      let series = names(5)
      return BarChart(
        title: title, summary: summary, axis: axis(size), series: series,
        rows: (0..<numbers.integer(below: 14)).map { _ in
          BarChart.Row(name(), values(numbers.integer(below: 6), size), interval: interval(size))
        }, arrangement: pick([.grouped, .stacked]), targets: references(size))
    case 3:
      return StepChart(
        title: title, summary: summary, axis: axis(size),
        steps: (0..<numbers.integer(below: 12)).map { _ in
          StepChart.Step(name(), value(size), pick([.level, .change]))
        })
    case 4:
      let series = names(4)
      return DotChart(
        title: title, summary: summary, axis: axis(size), series: series,
        rows: (0..<numbers.integer(below: 14)).map { _ in
          DotChart.Row(name(), values(numbers.integer(below: 5), size), interval: interval(size))
        }, targets: references(size))
    case 5:
      let (rows, columns) = (names(24), names(24))
      return GridMap(
        title: title, summary: summary, rows: rows, columns: columns,
        values: rows.map { _ in values(columns.count, size) }, style: style(), scale: scale(size),
        measure: name(), showsMeans: numbers.integer(below: 2) == 0)
    default: return places(title, summary, size)
    }
  }

  private mutating func scale(_ size: Double) -> ColorScale {
    numbers.integer(below: 2) == 0 ? .sequential : .diverging(at: value(size))
  }

  private mutating func line(_ title: String, _ summary: String, _ size: Double) -> any Chart {
    let count = numbers.integer(below: 30)
    var x = axis(40)
    if numbers.integer(below: 3) == 0 { x = Axis(name(), names: names(30)) }
    let lines = (0..<numbers.integer(below: 9)).map { _ in
      LineChart.Line(
        name(), (0..<count).map { LineChart.Point(Double($0), value(size)) },
        interval: (0..<count).map { _ in interval(size) ?? 0...1 })
    }
    return LineChart(
      title: title, summary: summary, x: x, y: axis(size), lines: lines, targets: references(size),
      markers: references(30))
  }

  private mutating func area(_ title: String, _ summary: String, _ size: Double) -> any Chart {
    let count = numbers.integer(below: 30)
    let x = numbers.integer(below: 2) == 0 ? axis(30) : Axis(name(), names: names(30))
    return AreaChart(
      title: title, summary: summary, x: x, y: axis(size),
      layers: (0..<numbers.integer(below: 5)).map { _ in
        AreaChart.Series(name(), values(numbers.integer(below: count + 1), size))
      },
      lines: (0..<numbers.integer(below: 3)).map { _ in
        AreaChart.Series(name(), values(count, size))
      },
      isStepped: numbers.integer(below: 2) == 0)
  }

  private mutating func places(_ title: String, _ summary: String, _ size: Double) -> any Chart {
    let places = (0..<numbers.integer(below: 20)).map { _ -> PlaceMap.Place in
      let shape: PlaceMap.Shape =
        numbers.integer(below: 3) > 0
        ? .tile(row: pick([0, 1, 2, 3, 4, -7, .max, .min]), column: numbers.integer(below: 6))
        : .polygons([[ring(), ring()]])
      return PlaceMap.Place(label: name(), name: name(), shape: shape, value: value(size))
    }
    return PlaceMap(
      title: title, summary: summary, places: places, style: style(), scale: scale(size),
      measure: name())
  }

  private mutating func ring() -> [PlaceMap.Coordinate] {
    (0..<numbers.integer(below: 12)).map { _ in
      PlaceMap.Coordinate(longitude: value(180), latitude: value(80))
    }
  }
}

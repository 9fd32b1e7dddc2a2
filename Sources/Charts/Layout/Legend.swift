/// The names of series with what stands for each, in lines from the left.
struct Legend {
  /// What stands for a series.
  enum Swatch {
    /// A filled square of a class.
    case square(String)
    /// A line of a class.
    case line(String)
    /// The shape of a dot of the series of this number.
    case dot(Int)
    /// The pattern of places without data.
    case hatch
  }

  let items: [(name: String, swatch: Swatch)]

  /// Draws the legend with its upper end at `top`, and returns its lower end.
  func draw(on drawing: inout Drawing, x start: Double = 0, top: Double) -> Double {
    guard !items.isEmpty else { return top }
    var x = start
    var y = top
    for item in items {
      let room = drawing.width - start - 26
      let words = TextFit.cut(item.name, to: room, size: Drawing.Look.tick.size)
      let width = 24 + Drawing.Look.tick.width(of: words)
      if x > start, x + width > drawing.width {
        x = start
        y += 19
      }
      draw(item.swatch, on: &drawing, x: x, middle: y + 8)
      drawing.text(
        words, x: x + 20, y: y + 12, .tick, extra: "c-k", full: words == item.name ? nil : item.name
      )
      x += width + 14
    }
    return y + 19
  }

  private func draw(
    _ swatch: Swatch, on drawing: inout Drawing, x: Double, middle: Double
  ) {
    let box = Box(left: x, top: middle - 6, right: x + 14, bottom: middle + 6)
    switch swatch {
    case .square(let style): drawing.path(style, PathText.rectangle(box))
    case .line(let style):
      drawing.line(style, x: x - 1, y: middle, toX: x + 16, toY: middle)
    case .dot(let series): Dot.draw(series, on: &drawing, x: x + 7, y: middle)
    case .hatch: drawing.hatched(PathText.rectangle(box))
    }
  }
}

/// The shapes of dots, one for each series, so that none is told by its colour alone.
enum Dot {
  /// Draws the dot of a series.
  static func draw(
    _ series: Int, on drawing: inout Drawing, x: Double, y: Double, _ info: Drawing.Info? = nil
  ) {
    let number = PathText.number
    let path: String =
      switch series % 4 {
      case 0:
        "M\(number(x - 5)) \(number(y))a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z"
      case 1: "M\(number(x)) \(number(y - 6.5))l6.5 6.5l-6.5 6.5l-6.5 -6.5Z"
      case 2: "M\(number(x - 4.7)) \(number(y - 4.7))h9.4v9.4h-9.4Z"
      default: "M\(number(x)) \(number(y - 6))l6 10.5h-12Z"
      }
    drawing.path("c-f\(series % Palette.count + 1) c-edge", path, info)
  }
}

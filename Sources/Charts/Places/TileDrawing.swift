/// The places of a map that are squares of a grid.
struct TileDrawing {
  let map: PlaceMap
  let steps: ColorSteps

  /// Draws the squares, and returns where they end.
  func draw(on drawing: inout Drawing, top: Double) -> Double {
    let tiles = places
    guard let across = tiles.map(\.column).max(), let down = tiles.map(\.row).max() else {
      return top
    }
    let size = min(drawing.isNarrow ? 62 : 70, drawing.width / Double(across + 1))
    for tile in tiles {
      let box = Box(
        left: Double(tile.column) * size + 1, top: top + Double(tile.row) * size + 1,
        right: Double(tile.column + 1) * size - 1, bottom: top + Double(tile.row + 1) * size - 1)
      draw(tile.place, in: box, on: &drawing)
    }
    return top + Double(down + 1) * size + 2
  }

  private func draw(_ place: PlaceMap.Place, in box: Box, on drawing: inout Drawing) {
    let path = PathText.rectangle(box)
    var extra = "c-halo"
    if let value = place.known {
      let look = steps.look(of: value)
      extra = "c-o\(look)"
      drawing.path("c-\(look)", path, map.info(of: place))
      if let side = steps.side(of: value), box.width >= 24 {
        drawing.path(
          extra, SideMark.path(side, x: box.right - 7, y: box.top + 7, size: 7))
      }
    } else {
      drawing.hatched(path, map.info(of: place))
    }
    PlaceLabel(place, style: map.style, room: box.width - 3, height: box.height - 4)
      .draw(on: &drawing, x: box.center, middle: box.middle, extra: extra)
  }

  /// The squares with rows and columns that begin at 0; wide empty stretches shrink to one row or
  /// column, and a place whose square is taken goes to a row of its own at the end.
  private var places: [(place: PlaceMap.Place, row: Int, column: Int)] {
    let tiles = map.places.compactMap { place -> (place: PlaceMap.Place, row: Int, column: Int)? in
      guard case .tile(let row, let column) = place.shape else { return nil }
      return (place, row, column)
    }
    let rows = Self.ranks(tiles.map(\.row))
    let columns = Self.ranks(tiles.map(\.column))
    let width = (columns.values.max() ?? 0) + 1
    var next = ((rows.values.max() ?? 0) + 1) * width
    var taken: Set<Int> = []
    return tiles.map { tile in
      var square = (rows[tile.row] ?? 0) * width + (columns[tile.column] ?? 0)
      if !taken.insert(square).inserted {
        square = next
        next += 1
      }
      return (tile.place, square / width, square % width)
    }
  }

  private static func ranks(_ numbers: [Int]) -> [Int: Int] {
    var ranks: [Int: Int] = [:]
    var last: (number: Int, rank: Int)?
    for number in Set(numbers).sorted() {
      var rank = 0
      if let last {
        let (gap, isHuge) = number.subtractingReportingOverflow(last.number)
        rank = last.rank + (isHuge ? 2 : min(gap, 2))
      }
      ranks[number] = rank
      last = (number, rank)
    }
    return ranks
  }
}

/// The name and the value of a place, as much of it as there is room for.
struct PlaceLabel {
  let lines: [(words: String, look: Drawing.Look)]

  /// What a label may consist of, the fullest first.
  enum Parts: CaseIterable {
    case nameAndValue
    case name
    case value
  }

  /// Takes the parts asked for, each where it fits into the room.
  init(
    _ place: PlaceMap.Place, _ parts: Parts = .nameAndValue, style: NumberStyle, room: Double,
    height: Double
  ) {
    var bare = style
    (bare.prefix, bare.suffix) = ("", "")
    let values = place.known.map { [style.text($0), bare.text($0)] } ?? [NumberStyle.missing, "–"]
    func fits(_ words: String, _ look: Drawing.Look) -> Bool {
      !words.isEmpty && look.width(of: words) <= room
    }
    var lines: [(words: String, look: Drawing.Look)] = []
    if parts != .value,
      let look = [Drawing.Look.label, .cell].first(where: { fits(place.label, $0) })
    {
      lines.append((place.label, look))
    }
    if parts != .name, let value = values.first(where: { fits($0, .cell) }) {
      lines.append((value, .cell))
    }
    while lines.map(\.look.line).reduce(0, +) > height { lines.removeLast() }
    self.lines = lines
  }

  var width: Double { lines.map { $0.look.width(of: $0.words) }.max() ?? 0 }
  var height: Double { lines.map(\.look.line).reduce(0, +) }

  func draw(on drawing: inout Drawing, x: Double, middle: Double, extra: String) {
    var y = middle - height / 2
    for line in lines {
      drawing.text(
        line.words, x: x, y: y + line.look.line / 2 + line.look.size * 0.345, line.look,
        anchor: .middle, extra: extra)
      y += line.look.line
    }
  }
}

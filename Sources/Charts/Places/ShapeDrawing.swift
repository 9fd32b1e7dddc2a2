import Foundation

/// The places of a map that have the shapes that they have.
///
/// Degrees become lengths by the equirectangular projection, true to scale at the middle latitude,
/// which is within a part in a thousand for anything as large as a city.
struct ShapeDrawing {
  let map: PlaceMap
  let steps: ColorSteps

  /// The names of places that have no shape to draw.
  var absent: [String] {
    map.places.filter {
      guard case .polygons = $0.shape else { return false }
      return rings(of: $0).isEmpty
    }.map(\.name)
  }

  /// Draws the shapes, and returns where they end.
  func draw(on drawing: inout Drawing, top: Double) -> Double {
    let shapes = map.places.map { (place: $0, rings: rings(of: $0)) }.filter { !$0.rings.isEmpty }
    let all = shapes.flatMap(\.rings).flatMap { $0 }
    guard let west = all.map(\.longitude).min(), let east = all.map(\.longitude).max(),
      let south = all.map(\.latitude).min(), let north = all.map(\.latitude).max()
    else { return top }
    let shrink = max(0.01, cos((south + north) / 2 * .pi / 180))
    let width = max((east - west) * shrink, 1e-9)
    let height = max(north - south, 1e-9)
    let factor = min((drawing.width - 4) / width, (drawing.isNarrow ? 400 : 520) / height)
    let left = drawing.isNarrow ? (drawing.width - width * factor) / 2 : 2
    let outlines = shapes.map { shape in
      Outline(
        rings: shape.rings.map { ring in
          Outline.simplified(
            ring.map {
              (
                x: left + ($0.longitude - west) * shrink * factor,
                y: top + 2 + (north - $0.latitude) * factor
              )
            })
        }.filter { $0.count >= 3 })
    }
    for (shape, outline) in zip(shapes, outlines) { draw(shape.place, outline, on: &drawing) }
    var taken: [Box] = []
    for (shape, outline) in zip(shapes, outlines) {
      label(shape.place, outline, &taken, on: &drawing)
    }
    return top + height * factor + 6
  }

  private func draw(
    _ place: PlaceMap.Place, _ outline: Outline, on drawing: inout Drawing
  ) {
    let path = outline.rings.map { PathText.line($0, isClosed: true) }.joined()
    guard !path.isEmpty else { return }
    if let value = place.known {
      drawing.path("c-\(steps.look(of: value)) c-place", path, map.info(of: place))
    } else {
      drawing.hatched(path, map.info(of: place))
    }
  }

  private func label(
    _ place: PlaceMap.Place, _ outline: Outline, _ taken: inout [Box], on drawing: inout Drawing
  ) {
    let extra = place.known.map { "c-o\(steps.look(of: $0))" } ?? "c-halo"
    let side = place.known.flatMap { steps.side(of: $0) }
    for parts in PlaceLabel.Parts.allCases {
      let label = PlaceLabel(place, parts, style: map.style, room: 120, height: 40)
      let top = side == nil ? 0.0 : 9
      guard !label.lines.isEmpty,
        let spot = outline.place(for: label.width + 4, label.height + 2 * top + 2)
      else { continue }
      let box = Box(
        left: spot.x - label.width / 2, top: spot.y - label.height / 2 - top,
        right: spot.x + label.width / 2, bottom: spot.y + label.height / 2 + top)
      guard !taken.contains(where: { $0.overlaps(box) }) else { continue }
      taken.append(box)
      label.draw(on: &drawing, x: spot.x, middle: spot.y, extra: extra)
      if let side {
        let offset = label.height / 2 + 4
        drawing.path(
          extra,
          SideMark.path(
            side, x: spot.x, y: side == .above ? spot.y - offset : spot.y + offset, size: 7))
      }
      return
    }
  }

  /// The rings of a place with their finite points; those of fewer than three are none.
  private func rings(of place: PlaceMap.Place) -> [[PlaceMap.Coordinate]] {
    guard case .polygons(let polygons) = place.shape else { return [] }
    return polygons.flatMap { $0 }.map { ring in
      ring.filter { abs($0.longitude) <= 720 && abs($0.latitude) <= 90 }
    }.filter { $0.count >= 3 }
  }
}

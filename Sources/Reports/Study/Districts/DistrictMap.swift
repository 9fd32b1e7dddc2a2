import Charts
import PolicingDomain

/// A map of the districts: the shapes that are known, squares where there is none.
struct DistrictMap {
  private let shapes: [String: PlaceMap.Shape]

  /// Creates a map of districts.
  ///
  /// - Parameters:
  ///   - ids: The districts, in the order of the study.
  ///   - source: What is known of them.
  init(of ids: [String], from source: ReportSource) {
    var shapes: [String: PlaceMap.Shape] = [:]
    let outlines = Dictionary(
      (source.map?.places ?? []).map { ($0.id, $0.polygons) }, uniquingKeysWith: { $1 })
    let drawn = ids.filter { outlines[$0]?.isEmpty == false }
    if !drawn.isEmpty {
      for id in drawn {
        shapes[id] = .polygons(
          (outlines[id] ?? []).map { polygon in
            polygon.map { ring in
              ring.map {
                PlaceMap.Coordinate(longitude: $0.longitude, latitude: $0.latitude)
              }
            }
          })
      }
    } else {
      let places =
        ChicagoTiles.places(of: ids, in: source.record.subject)
        ?? Self.readingOrder(ids.count)
      for (id, place) in zip(ids, places) {
        shapes[id] = .tile(row: place.row, column: place.column)
      }
    }
    self.shapes = shapes
  }

  /// What the map shows of where places lie, in words.
  func basis(of ids: [String], from source: ReportSource) -> String {
    if shapes.values.contains(where: { if case .polygons = $0 { true } else { false } }) {
      let absent = ids.filter { shapes[$0] == nil }
      let basis = "Shapes are those of the map that was named for this report."
      guard !absent.isEmpty else { return basis }
      return basis + " It has no shape for \(Wording.list(absent, atMost: 8)), and "
        + "\(absent.count == 1 ? "this district is" : "these districts are") in the table alone."
    }
    let unused =
      source.map == nil
      ? "" : "The map that was named for this report has a shape for no district. "
    return unused + squares(ids, source)
  }

  private func squares(_ ids: [String], _ source: ReportSource) -> String {
    ChicagoTiles.places(of: ids, in: source.record.subject) == nil
      ? "Each district is a square; squares are in the order of the study and say nothing of where "
        + "districts lie."
      : "Each district is a square in roughly its position; sizes say nothing."
  }

  /// Returns the places with a value for each.
  func places(
    _ ids: [String], named names: [String: String], _ value: (String) -> Double?
  ) -> [PlaceMap.Place] {
    ids.compactMap { id in
      shapes[id].map {
        PlaceMap.Place(label: id, name: names[id] ?? id, shape: $0, value: value(id))
      }
    }
  }

  /// Squares from left to right and from top to bottom, about as wide as high.
  private static func readingOrder(_ count: Int) -> [(row: Int, column: Int)] {
    var width = 1
    while width * width < count { width += 1 }
    return (0..<count).map { ($0 / width, $0 % width) }
  }
}

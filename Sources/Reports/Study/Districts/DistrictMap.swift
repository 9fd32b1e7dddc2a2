import Charts
import PolicingDomain

/// A map of the districts: their shapes where these are known, otherwise squares.
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
    if !ids.isEmpty, ids.allSatisfy({ outlines[$0]?.isEmpty == false }) {
      for id in ids {
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
      return "Shapes are those of the map that was named for this report."
    }
    return ChicagoTiles.places(of: ids, in: source.record.subject) == nil
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

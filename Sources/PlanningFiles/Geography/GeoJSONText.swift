import Foundation
import PolicingDomain

/// A collection of GeoJSON (RFC 7946), as far as maps need it: polygons with their properties.
struct GeoJSONText: Decodable {
  /// What a property may hold.
  enum Value: Decodable {
    case text(String)
    case number(Double)
    case other

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self = .text(text)
      } else if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .other
      }
    }

    /// The value as a name; whole numbers have no point.
    var name: String? {
      switch self {
      case .text(let text): text
      case .number(let number): Int(exactly: number).map { "\($0)" } ?? "\(number)"
      case .other: nil
      }
    }
  }

  /// One shape with its properties.
  struct Feature: Decodable {
    let polygons: [[[PlaceShapes.Position]]]
    let properties: [String: Value]

    private enum Key: String, CodingKey {
      case geometry
      case properties
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      let geometry = try container.decodeIfPresent(Geometry.self, forKey: .geometry)
      polygons = geometry?.polygons ?? []
      properties =
        try container.decodeIfPresent([String: Value].self, forKey: .properties) ?? [:]
    }
  }

  private struct Geometry: Decodable {
    let polygons: [[[PlaceShapes.Position]]]

    private enum Key: String, CodingKey {
      case type
      case coordinates
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      let rings: [[[[Double]]]]
      switch try container.decode(String.self, forKey: .type) {
      case "Polygon":
        rings = [try container.decode([[[Double]]].self, forKey: .coordinates)]
      case "MultiPolygon":
        rings = try container.decode([[[[Double]]]].self, forKey: .coordinates)
      default: rings = []
      }
      polygons = rings.map { polygon in
        polygon.map { ring in
          ring.filter { $0.count >= 2 }.map {
            PlaceShapes.Position(longitude: $0[0], latitude: $0[1])
          }
        }.filter { $0.count >= 3 }
      }.filter { !$0.isEmpty }
    }
  }

  let type: String
  let features: [Feature]
}

extension PlaceShapes.Position {
  /// Whether it can be degrees of longitude and latitude.
  var isInDegrees: Bool { abs(longitude) <= 180 && abs(latitude) <= 90 }
}

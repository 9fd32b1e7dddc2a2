import Foundation
import PlanningFiles
import PolicingDomain
import Testing

/// Shapes of districts, made up for each test.
@Suite("GeoJSON files")
struct GeoJSONFileTests {
  private static let districts = ["001", "002", "016"].map {
    RunRecord.District(id: $0, name: "District \($0)")
  }

  private static func square(_ longitude: Double, _ latitude: Double) -> String {
    let (east, north) = (longitude + 1, latitude + 1)
    return "[[[\(longitude),\(latitude)],[\(east),\(latitude)],[\(east),\(north)],"
      + "[\(longitude),\(north)],[\(longitude),\(latitude)]]]"
  }

  private static func feature(
    _ properties: String, _ coordinates: String, type: String = "Polygon"
  ) -> String {
    "{\"type\":\"Feature\",\"properties\":{\(properties)},"
      + "\"geometry\":{\"type\":\"\(type)\",\"coordinates\":\(coordinates)}}"
  }

  private static func collection(_ features: String...) -> String {
    "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
  }

  private func read(
    _ text: String, key: String? = nil
  ) throws -> (shapes: PlaceShapes, issues: [FileIssue]) {
    let file = FileManager.default.temporaryDirectory.appending(
      path: "rollcall-map-\(UUID().uuidString).geojson")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    return try GeoJSONFile.shapes(at: file.path, of: Self.districts, key: key)
  }

  private func expectRefusal(_ code: String, _ word: String, _ text: String, key: String? = nil) {
    do {
      _ = try read(text, key: key)
      Issue.record("\(code) was expected")
    } catch let error as FileError {
      #expect(error.issues.map(\.code) == [code])
      #expect(error.description.contains(word), "\(error)")
    } catch {
      Issue.record("\(error)")
    }
  }

  /// Source of truth: three squares drawn here, named with and without zeros, as text and as number.
  @Test func `shapes are found by number, in the order of the study`() throws {
    let found = try read(
      Self.collection(
        Self.feature("\"DIST_NUM\":\"16\"", Self.square(-87, 41)),
        Self.feature("\"DIST_NUM\":1", Self.square(-88, 41)),
        Self.feature("\"DIST_NUM\":\"002\"", Self.square(-89, 41))))
    #expect(found.shapes.places.map(\.id) == ["001", "002", "016"])
    #expect(found.shapes.places[0].polygons[0][0][0] == .init(longitude: -88, latitude: 41))
    #expect(found.issues.isEmpty)
  }

  /// Source of truth: two beats of district 1, one of them of two polygons, one with a hole.
  @Test func `several shapes of a district are one place`() throws {
    let hole = "[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[1,1],[2,1],[2,2],[1,2],[1,1]]]"
    let found = try read(
      Self.collection(
        Self.feature("\"district\":\"01\",\"id\":2", hole),
        Self.feature(
          "\"district\":\"1\",\"id\":2", "[\(Self.square(10, 10)),\(Self.square(20, 20))]",
          type: "MultiPolygon")))
    let place = try #require(found.shapes.places.first)
    #expect(place.polygons.map(\.count) == [2, 1, 1])
    #expect(found.shapes.places.count == 1, "`id` names as many, and `district` comes first")
  }

  /// Source of truth: the property that the caller names.
  @Test func `a property can be named`() throws {
    let text = Self.collection(
      Self.feature("\"district\":\"x\",\"precinct\":\"2\"", Self.square(0, 0)))
    #expect(try read(text, key: "precinct").shapes.places.map(\.id) == ["002"])
    expectRefusal("E425", "did you mean `precinct`", text, key: "precint")
    expectRefusal("E425", "names no district", text, key: "district")
    expectRefusal("E425", "--map-key", text)
  }

  /// Source of truth: one district drawn of three, and a lake.
  @Test func `what does not match is listed`() throws {
    let found = try read(
      Self.collection(
        Self.feature("\"name\":\"1\"", Self.square(0, 0)),
        Self.feature("\"name\":\"Lake\"", Self.square(2, 2))))
    #expect(found.issues.map(\.code) == ["W426", "W427"])
    #expect(found.issues[0].message.contains("002, 016") && found.issues[0].count == 2)
    #expect(found.issues[1].message.contains("Lake"))
    #expect(found.issues.allSatisfy { $0.severity == .warning })
  }

  /// Source of truth: the table of problems in the documentation.
  @Test func `what is no map is refused with a remedy`() {
    expectRefusal("E422", "GeoJSON", "{\"type\":\"FeatureCollection\"")
    expectRefusal("E422", "GeoJSON", "{\"name\":\"web\"}")
    expectRefusal("E422", "Topology", "{\"type\":\"Topology\",\"features\":[]}")
    expectRefusal("E423", "polygon", Self.collection())
    expectRefusal(
      "E423", "points", Self.collection(Self.feature("\"district\":1", "[1,2]", type: "Point")))
    expectRefusal(
      "E423", "polygon", Self.collection(Self.feature("\"district\":1", "[[[1,2],[3,4]]]")))
    expectRefusal(
      "E424", "WGS84",
      Self.collection(Self.feature("\"district\":1", Self.square(356_000, 1_900_000))))
    #expect(throws: FileError.self) {
      try GeoJSONFile.shapes(at: "/nowhere/map.geojson", of: Self.districts)
    }
  }
}

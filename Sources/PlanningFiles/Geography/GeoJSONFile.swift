import Foundation
public import PolicingDomain

/// Reads the shapes of districts from GeoJSON: a `FeatureCollection` of polygons in degrees.
///
/// A property names the district of each shape. Numbers are compared without leading zeros, so that
/// `7`, `07` and `007` are one district; several shapes of one district, such as its beats, become
/// one place. The direction of rings does not matter.
public enum GeoJSONFile {
  /// The largest file, in bytes.
  static let limit = 64 << 20

  /// Properties that are tried for the district, in this order, whatever the case of their letters.
  static let candidates = [
    "district", "dist_num", "distnum", "dist", "district_id", "districtid", "district_number",
    "dist_no", "id", "name", "number", "label", "beat_dist",
  ]

  /// Reads the shapes of `districts`.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - districts: The districts of the study; places are in their order.
  ///   - key: The property that names the district; found by its name if not given.
  /// - Returns: The shapes, and what a reader should know: districts without a shape, shapes of none.
  /// - Throws: `E421` when the file cannot be read, `E422` when it is no collection of GeoJSON, `E423`
  ///   without polygons, `E424` for coordinates that are no degrees, `E425` when no property names the
  ///   districts.
  public static func shapes(
    at path: String, of districts: [RunRecord.District], key: String? = nil
  ) throws(FileError) -> (shapes: PlaceShapes, issues: [FileIssue]) {
    let features = try polygons(try text(at: path), path)
    let name = try property(key, features, districts, path)
    var found: [String: [[[PlaceShapes.Position]]]] = [:]
    let known = Set(districts.map { plain($0.id) })
    var strangers: [String] = []
    for feature in features {
      let own = feature.properties[name]?.name ?? ""
      if known.contains(plain(own)) {
        found[plain(own), default: []] += feature.polygons
      } else {
        strangers.append(own.isEmpty ? "(no name)" : own)
      }
    }
    let places = districts.compactMap { district in
      found[plain(district.id)].map { PlaceShapes.Place(id: district.id, polygons: $0) }
    }
    let missing = districts.map(\.id).filter { found[plain($0)] == nil }
    return (
      PlaceShapes(places: places), warnings(missing: missing, strangers: strangers, name, path)
    )
  }

  private static func text(at path: String) throws(FileError) -> Data {
    let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber
    guard let size else {
      throw problem(
        "E421", "the map cannot be opened", path, "check that it exists and may be read")
    }
    guard size.intValue <= limit else {
      throw problem(
        "E421", "the map has \(size.intValue) bytes; at most \(limit) are read", path,
        "simplify its lines: a map of a page needs no detail under 20 metres")
    }
    do {
      return try Data(contentsOf: URL(filePath: path))
    } catch {
      throw problem(
        "E421", "the map cannot be read: \(error.localizedDescription)", path,
        "name a file that may be read")
    }
  }

  private static func polygons(
    _ bytes: Data, _ path: String
  ) throws(FileError) -> [GeoJSONText.Feature] {
    let collection: GeoJSONText
    do {
      collection = try JSONDecoder().decode(GeoJSONText.self, from: bytes)
    } catch {
      throw problem(
        "E422", "the map is no GeoJSON: \(RecordFile.words(error))", path,
        "export it as GeoJSON (RFC 7946), a FeatureCollection")
    }
    guard collection.type == "FeatureCollection" else {
      throw problem(
        "E422", "the map is a \(collection.type) and no FeatureCollection", path,
        "export it as GeoJSON (RFC 7946), a FeatureCollection")
    }
    let features = collection.features.filter { !$0.polygons.isEmpty }
    guard !features.isEmpty else {
      throw problem(
        "E423", "none of the \(collection.features.count) shapes of the map is a polygon", path,
        "export areas, not points or lines")
    }
    for feature in features {
      for position in feature.polygons.joined().joined() where !position.isInDegrees {
        throw problem(
          "E424",
          "the coordinates \(position.longitude), \(position.latitude) are no degrees; the map seems "
            + "to be projected", path, "convert to WGS84 (EPSG:4326): longitude, then latitude")
      }
    }
    return features
  }

  /// The property that names the districts: the one asked for, else the candidate that knows most of them.
  private static func property(
    _ key: String?, _ features: [GeoJSONText.Feature], _ districts: [RunRecord.District],
    _ path: String
  ) throws(FileError) -> String {
    let names = Set(features.flatMap(\.properties.keys)).sorted()
    let known = Set(districts.map { plain($0.id) })
    func matches(_ name: String) -> Int {
      Set(features.compactMap { $0.properties[name]?.name }.map(plain)).intersection(known).count
    }
    let listed = names.isEmpty ? "it has none" : "it has: \(names.joined(separator: ", "))"
    if let key {
      guard names.contains(key) else {
        throw problem(
          "E425", "the shapes of the map have no property `\(key)`", path,
          (nearest(to: key, in: names).map { "did you mean `\($0)`? " } ?? "") + listed)
      }
      guard matches(key) > 0 else {
        throw problem(
          "E425", "the property `\(key)` names no district of the study", path,
          "districts are \(districts.map(\.id).joined(separator: ", ")); name another property "
            + "with --map-key: \(listed)")
      }
      return key
    }
    let tried = candidates.compactMap { wanted in names.first { $0.lowercased() == wanted } }
    var best: (name: String, count: Int)?
    for name in tried where matches(name) > (best?.count ?? 0) { best = (name, matches(name)) }
    guard let best else {
      throw problem(
        "E425", "no property of the map names the districts of the study", path,
        "say which one does with --map-key NAME; \(listed)")
    }
    return best.name
  }

  private static func warnings(
    missing: [String], strangers: [String], _ name: String, _ path: String
  ) -> [FileIssue] {
    var issues: [FileIssue] = []
    if !missing.isEmpty {
      issues.append(
        FileIssue(
          .warning, code: "W426",
          "the map has no shape for: \(missing.joined(separator: ", "))", file: path,
          count: missing.count,
          remedy: "they are left out of the map; check the property `\(name)` of their shapes"))
    }
    if !strangers.isEmpty {
      let shown = Set(strangers).sorted()
      issues.append(
        FileIssue(
          .warning, code: "W427",
          "shapes of the map are of no district of the study: "
            + shown.prefix(8).joined(separator: ", ") + (shown.count > 8 ? " …" : ""), file: path,
          count: strangers.count,
          remedy: "they are left out; check whether the study lacks these districts"))
    }
    return issues
  }

  /// A name without leading zeros and blanks, in lower case.
  private static func plain(_ name: String) -> String {
    let trimmed = name.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
    let stripped = trimmed.drop { $0 == "0" }
    guard !stripped.isEmpty else { return trimmed.isEmpty ? "" : "0" }
    if let number = Double(stripped), let whole = Int(exactly: number) { return "\(whole)" }
    return String(stripped)
  }

  private static func problem(
    _ code: String, _ what: String, _ path: String, _ remedy: String
  ) -> FileError {
    FileError([FileIssue(code: code, what, file: path, remedy: remedy)])
  }
}

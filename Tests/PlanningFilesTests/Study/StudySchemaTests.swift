import Foundation
import PlanningFiles
import Testing

@Suite("Published schemas")
struct StudySchemaTests {
  private static var folder: URL {
    URL(filePath: BundledStudy.path("../Schemas")).standardizedFileURL
  }

  /// Source of truth: the declarations of the readers; write the files anew by
  /// `rollcall schema --output Data/Schemas`.
  @Test func `the files of the repository are those that the readers declare`() throws {
    for file in StudySchemas.files {
      let written = try String(
        contentsOf: Self.folder.appending(path: file.path), encoding: .utf8)
      #expect(written == file.text, "\(file.path): run rollcall schema --output Data/Schemas")
    }
    let tables = try FileManager.default.contentsOfDirectory(
      atPath: Self.folder.appending(path: "tables").path)
    #expect(tables.count == StudySchemas.files.count - 1)
  }

  private func manifest(_ name: String) throws -> String {
    try String(contentsOfFile: BundledStudy.path("\(name)/study.yaml"), encoding: .utf8)
  }

  private func faults(_ yaml: String) throws -> [String] {
    let text = try #require(StudySchemas.files.first?.text)
    let schema = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let data = try #require(PlainYAML.json(of: yaml))
    let value = try JSONSerialization.jsonObject(with: data)
    return SchemaCheck.faults(of: value, by: schema, at: "")
  }

  @Test(arguments: ["chicago", "generic", "generic-two-districts"])
  func `a bundled study keeps to the schema`(name: String) throws {
    #expect(try faults(manifest(name)) == [])
  }

  @Test(arguments: [
    ("plan_year: 2026", "plan_yaer: 2026"), ("plan_year: 2026", "plan_year: soon"),
    ("plan_year: 2026", "plan_year: 1200"), ("start: \"06:00\"", "start: \"06:15\""),
    ("as_of: 2025-07-01", "as_of: 2025-07"), ("fairness: shortage", "fairness: justice"),
    ("largest_cut: 0.25", "largest_cut: 25"), ("  strength: [", "  strenght: ["),
    ("order: [minimums,", "order: [minimum,"), ("A: 0, B: 7", "A: 0, B: soon"),
    ("  ranks: ranks.csv\n", ""), ("office: {tour: office,", "office: {tours: office,"),
  ])
  func `the schema and the reader refuse the same`(old: String, new: String) throws {
    let text = try manifest("generic") + "plan_year: 2026\n"
    #expect(try faults(text) == [])
    try #require(text.contains(old))
    let damaged = text.replacing(old, with: new)
    #expect(try !faults(damaged).isEmpty)
    let copy = try StudyCopy(of: "generic")
    try copy.write(damaged, to: "study.yaml")
    #expect(copy.issues.contains { $0.severity == .error })
  }

  /// Source of truth: the header of every table of the template, which uses all of them.
  @Test func `every column of the template has a meaning and an example`() throws {
    for file in StudySchemas.files {
      guard file.table != nil else { continue }
      let schema = try JSONSerialization.jsonObject(with: Data(file.text.utf8))
      let fields = (schema as? [String: Any])?["fields"] as? [[String: Any]] ?? []
      #expect(fields.count >= 4, "\(file.path)")
      for field in fields {
        let meaning = field["description"] as? String ?? ""
        #expect(meaning.hasSuffix("."), "\(file.path) \(field["name"] ?? "")")
      }
    }
  }
}

/// A check of a value against the part of JSON Schema that the published schema uses.
private enum SchemaCheck {
  static func faults(of value: Any, by schema: Any, at path: String) -> [String] {
    guard let schema = schema as? [String: Any] else { return ["\(path): no schema"] }
    let known: Set = [
      "$schema", "title", "description", "type", "properties", "additionalProperties", "required",
      "anyOf", "items", "enum", "minimum", "maximum", "pattern",
    ]
    var found = schema.keys.filter { !known.contains($0) }.map { "\(path): unknown keyword \($0)" }
    if let options = schema["anyOf"] as? [Any] {
      let isRight = options.contains { faults(of: value, by: $0, at: path).isEmpty }
      if !isRight { found.append("\(path): fits none") }
    }
    if let words = schema["enum"] as? [Any] {
      let isWord = words.contains { ($0 as? NSObject)?.isEqual(value) == true }
      if !isWord { found.append("\(path): no such word") }
    }
    return found + type(value, schema, path) + limits(value, schema, path)
      + members(value, schema, path)
  }

  /// JSON's true and false come as numbers; only they print as `true` and `false` inside a value.
  private static func isFlag(_ value: Any) -> Bool {
    guard value is NSNumber,
      let data = try? JSONSerialization.data(withJSONObject: [value])
    else { return false }
    return ["[true]", "[false]"].contains(String(decoding: data, as: UTF8.self))
  }

  private static func type(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    let names = (schema["type"] as? [String]) ?? (schema["type"] as? String).map { [$0] } ?? []
    guard !names.isEmpty else { return [] }
    let number = isFlag(value) ? nil : (value as? NSNumber)?.doubleValue
    let isRight = names.contains { name in
      switch name {
      case "object": value is [String: Any]
      case "array": value is [Any]
      case "string": value is String
      case "boolean": isFlag(value)
      case "number": number != nil
      case "integer": number.map { $0 == $0.rounded() } ?? false
      default: false
      }
    }
    return isRight ? [] : ["\(path): is no \(names.joined(separator: " or "))"]
  }

  private static func limits(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    var found: [String] = []
    if let number = value as? NSNumber, !isFlag(value) {
      if let least = schema["minimum"] as? Double, number.doubleValue < least {
        found.append("\(path): too small")
      }
      if let most = schema["maximum"] as? Double, number.doubleValue > most {
        found.append("\(path): too large")
      }
    }
    if let text = value as? String, let pattern = schema["pattern"] as? String,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      found.append("\(path): does not match")
    }
    return found
  }

  private static func members(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    if let list = value as? [Any], let items = schema["items"] {
      return list.enumerated().flatMap { position, member in
        faults(of: member, by: items, at: "\(path)[\(position)]")
      }
    }
    guard let object = value as? [String: Any] else { return [] }
    var found = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }
      .map { "\(path): \($0) is missing" }
    let properties = schema["properties"] as? [String: Any] ?? [:]
    for (key, member) in object.sorted(by: { $0.key < $1.key }) {
      if let property = properties[key] {
        found += faults(of: member, by: property, at: "\(path).\(key)")
      } else if let other = schema["additionalProperties"] as? [String: Any] {
        found += faults(of: member, by: other, at: "\(path).\(key)")
      } else if (schema["additionalProperties"] as? Bool) == false {
        found.append("\(path): unknown key \(key)")
      }
    }
    return found
  }
}

/// The schema of `study.yaml` as JSON Schema of 2020-12.
enum ManifestSchema {
  /// The schema as JSON.
  static var document: String {
    var parts: [(key: String, value: OrderedJSON)] = [
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("title", .text("study.yaml of a staffing study, schema \(StudyFolder.schema)")),
      ("type", .text("object")),
      ("properties", .object(StudyKeys.top.map { ($0.name, property($0)) })),
      ("additionalProperties", .flag(false)), ("required", .list([.text("schema")])),
    ]
    // What an included file states need not be there a second time.
    let names = StudyKeys.top.filter(\.isRequired).map { OrderedJSON.text($0.name) }
    parts.append(
      (
        "anyOf",
        .list([
          .object([("required", .list([.text("include")]))]),
          .object([
            ("required", .list(names)),
            (
              "properties",
              .object([
                ("study", required(StudyKeys.study)), ("tables", required(StudyKeys.tables)),
              ])
            ),
          ]),
        ])
      ))
    return OrderedJSON.object(parts).document
  }

  private static func required(_ keys: [StudyKey]) -> OrderedJSON {
    .object([("required", .list(keys.filter(\.isRequired).map { .text($0.name) }))])
  }

  private static func property(_ key: StudyKey) -> OrderedJSON {
    let isJoined = ["study", "tables"].contains(key.name)
    guard case .object(let parts) = schema(key.form, withRequired: !isJoined) else {
      return .object([])
    }
    return .object([("description", .text(key.meaning))] + parts)
  }

  private static func schema(_ form: StudyKey.Form, withRequired: Bool = true) -> OrderedJSON {
    switch form {
    case .text, .file:
      return .object([("type", .list(["string", "number", "boolean"].map { .text($0) }))])
    case .word(let words): return .object([("enum", .list(words.map { .text($0) }))])
    case .yesNo:
      return .object([("enum", .list([.text("yes"), .text("no"), .flag(true), .flag(false)]))])
    case .number(let range):
      return .object([("type", .text("number"))] + limits(range.lowerBound, range.upperBound))
    case .whole(let range):
      return .object(
        [("type", .text("integer"))] + limits(Double(range.lowerBound), Double(range.upperBound)))
    case .day:
      return .object([
        ("type", .text("string")), ("pattern", .text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")),
      ])
    case .hour:
      return .object([("type", .text("string")), ("pattern", .text("^([01]?[0-9]|2[0-3]):00$"))])
    case .list(let member):
      return .object([("type", .text("array")), ("items", schema(member))])
    case .names(let value):
      return .object([("type", .text("object")), ("additionalProperties", schema(value))])
    case .either(let forms):
      return .object([("anyOf", .list(forms.map { schema($0) }))])
    case .keys(let keys):
      return object(keys, withRequired: withRequired)
    }
  }

  private static func limits(
    _ least: Double, _ most: Double
  ) -> [(key: String, value: OrderedJSON)] {
    [("minimum", .number(least)), ("maximum", .number(most))]
  }

  private static func object(_ keys: [StudyKey], withRequired: Bool) -> OrderedJSON {
    var parts: [(key: String, value: OrderedJSON)] = [
      ("type", .text("object")),
      ("properties", .object(keys.map { ($0.name, property($0)) })),
      ("additionalProperties", .flag(false)),
    ]
    if withRequired {
      parts.append(("required", .list(keys.filter(\.isRequired).map { .text($0.name) })))
    }
    return .object(parts)
  }
}

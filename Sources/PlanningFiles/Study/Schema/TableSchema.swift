/// The schema of one table as a Table Schema of Frictionless Data (specs.frictionlessdata.io).
///
/// Besides the keys of that standard, a field has `unit`, `mayBeAbsent` where the column may be left
/// out, and `listSeparator` where it holds several values.
struct TableSchema {
  /// The table.
  let kind: StudyTableKind

  /// The schema as JSON.
  var document: String {
    OrderedJSON.object(
      [
        ("$schema", .text("https://datapackage.org/profiles/2.0/tableschema.json")),
        ("name", .text(kind.rawValue)), ("description", .text(kind.meaning)),
        ("isOptional", .flag(kind.isOptional)), ("maxRows", .number(Double(kind.rowLimit))),
        ("fields", .list(kind.columns.map(Self.field))),
      ] + foreignKeys + [("missingValues", .list([.text("")]))]
    ).document
  }

  private var foreignKeys: [(key: String, value: OrderedJSON)] {
    let keys: [OrderedJSON] = kind.columns.compactMap { column in
      guard case .reference(let other) = column.form, let target = other.columns.first else {
        return nil
      }
      return .object([
        ("fields", .list([.text(column.name)])),
        (
          "reference",
          .object([
            ("resource", .text(other.rawValue)), ("fields", .list([.text(target.name)])),
          ])
        ),
      ])
    }
    return keys.isEmpty ? [] : [("foreignKeys", .list(keys))]
  }

  private static func field(_ column: StudyColumn) -> OrderedJSON {
    var parts: [(key: String, value: OrderedJSON)] = [
      ("name", .text(column.name)), ("type", .text(type(column))),
      ("description", .text(column.meaning)),
    ]
    if !column.unit.isEmpty { parts.append(("unit", .text(column.unit))) }
    if !column.example.isEmpty { parts.append(("example", .text(column.example))) }
    if case .list = column.form { parts.append(("listSeparator", .text("|"))) }
    if column.form == .yesNo {
      parts.append(("trueValues", .list([.text("yes")])))
      parts.append(("falseValues", .list([.text("no")])))
    }
    if column.presence == .optional { parts.append(("mayBeAbsent", .flag(true))) }
    parts.append(("constraints", .object(constraints(column))))
    return .object(parts)
  }

  private static func type(_ column: StudyColumn) -> String {
    switch column.form {
    case .number: "number"
    case .whole: "integer"
    case .yesNo: "boolean"
    case .day: "date"
    default: "string"
    }
  }

  private static func constraints(
    _ column: StudyColumn
  ) -> [(key: String, value: OrderedJSON)] {
    var limits: [(key: String, value: OrderedJSON)] = [
      ("required", .flag(column.presence == .always))
    ]
    if let range = column.range {
      limits.append(("minimum", .number(range.lowerBound)))
      limits.append(("maximum", .number(range.upperBound)))
    }
    if case .word(let words) = column.form {
      limits.append(("enum", .list(words.map { .text($0) })))
    }
    if let pattern = pattern(column.form) { limits.append(("pattern", .text(pattern))) }
    return limits
  }

  private static func pattern(_ form: StudyColumn.Form) -> String? {
    switch form {
    case .date: "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
    case .monthDay: "^[0-9]{2}-[0-9]{2}$"
    case .time: "^([0-9]|[01][0-9]|2[0-4]):[0-5][0-9]$"
    default: nil
    }
  }
}

/// What the text of a field stands for.
enum FieldReading<Value> {
  /// The column is not mapped.
  case unmapped
  case missing
  case known(Value)
  /// There is a text, and the profile does not tell what it stands for.
  case notUnderstood(String)
}

/// Reads one column of texts, asking only once what each distinct text stands for.
struct ColumnReader<Value> {
  private struct Cached {
    let reading: FieldReading<Value>
    let isLatin1: Bool
  }

  /// What the column tells.
  let field: CallField
  private let missingTexts: [String]
  private let meaning: (String) -> Value?
  private var cache = TextCache<Cached>()

  /// Creates a reader; `meaning` returns what a text stands for, or nothing.
  init(_ field: CallField, _ profile: ColumnProfile, meaning: @escaping (String) -> Value?) {
    self.field = field
    missingTexts = profile.missingTexts
    self.meaning = meaning
  }

  /// Returns what the field at `positions` of the current row stands for.
  mutating func read(
    _ positions: [Int], of reader: inout DelimitedReader
  ) -> FieldReading<Value> {
    let position = positions[field.rawValue]
    guard position >= 0 else { return .unmapped }
    if let known = reader.withBytes(of: position, { cache.value(of: $0) }) {
      if known.isLatin1 { reader.noteLatin1() }
      return known.reading
    }
    let latin1Fields = reader.remarks.latin1Fields.count
    let text = trimmed(reader.field(position))
    let isLatin1 = reader.remarks.latin1Fields.count > latin1Fields
    let reading: FieldReading<Value>
    if text.isEmpty || missingTexts.contains(text) {
      reading = .missing
    } else {
      reading = meaning(text).map { .known($0) } ?? .notUnderstood(text)
    }
    let bytes = reader.withBytes(of: position) { span in span.indices.map { span[$0] } }
    cache.remember(bytes, Cached(reading: reading, isLatin1: isLatin1))
    return reading
  }
}

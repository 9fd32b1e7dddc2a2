import PolicingDomain

/// Keys with their values.
struct YAMLMapping {
  private let values: [(key: String, value: YAMLValue)]
  private let declared: [StudyKey]

  /// Creates a mapping.
  init(entries: [(key: String, value: YAMLValue)], declared: [StudyKey] = []) {
    values = entries
    self.declared = declared
  }

  /// Returns the value of `key`, if it is there.
  subscript(key: String) -> YAMLValue? { values.first { $0.key == key }?.value }

  private func form(_ key: String) -> StudyKey.Form? {
    declared.first { $0.name == key }?.form
  }

  /// The number of `key` within the limits that the format declares.
  func number(_ key: String) -> Double? {
    guard case .number(let range) = form(key) else { return nil }
    return self[key]?.number(in: range)
  }

  /// The whole number of `key` within the limits that the format declares.
  func integer(_ key: String) -> Int? {
    guard case .whole(let range) = form(key) else { return nil }
    return self[key]?.integer(in: range)
  }

  /// Whether `key` says yes; nothing if it is not there.
  func flag(_ key: String) -> Bool? { self[key]?.flag() }

  /// The word of `key` as a case of `Word`.
  func word<Word: RawRepresentable & CaseIterable>(_ key: String, as _: Word.Type) -> Word?
  where Word.RawValue == String {
    self[key]?.word(as: Word.self)
  }
}

extension YAMLValue {
  /// The entries of the value, if it has keys: those of `keys`, and no others.
  func mapping(_ keys: [StudyKey]) -> YAMLMapping? {
    let found = mapping(
      required: keys.filter(\.isRequired).map(\.name),
      optional: keys.filter { !$0.isRequired }.map(\.name))
    guard found != nil, let entries = entries() else { return nil }
    return YAMLMapping(entries: entries, declared: keys)
  }

  /// The value as yes or no.
  func flag() -> Bool? {
    guard let text = text() else { return nil }
    switch text {
    case "yes", "true": return true
    case "no", "false": return false
    default:
      refuse(text, among: ["yes", "no"])
      return nil
    }
  }

  /// The value as a case of `Word`.
  func word<Word: RawRepresentable & CaseIterable>(as _: Word.Type) -> Word?
  where Word.RawValue == String {
    guard let text = text() else { return nil }
    if let word = Word(rawValue: text) { return word }
    refuse(text, among: Word.allCases.map(\.rawValue))
    return nil
  }

  /// The members of the value, if it is a list, or the value itself.
  func members() -> [YAMLValue]? { isScalar ? [self] : list() }

  /// The name of a file that the value holds, inside the folder of the file in which it stands.
  func reference() -> StudyManifest.FileReference? {
    text().map { StudyManifest.FileReference(name: folder + $0, place: place) }
  }
}

import Foundation
import PolicingDomain
import Yams

/// A value of a YAML file that knows its place and how to complain about itself.
struct YAMLValue {
  /// What the value is called in messages, such as `study.period`.
  let name: String
  /// Where the value begins.
  let place: FilePlace
  /// The folder of its file inside the folder of the study: empty, or with a slash at the end.
  let folder: String
  private let node: Node
  private let log: IssueLog
  private var below: YAMLEntries = []

  /// Keys with their values, in order.
  typealias YAMLEntries = [(key: String, value: YAMLValue)]

  private init(_ node: Node, name: String, file: String, folder: String, log: IssueLog) {
    self.node = node
    self.name = name
    self.folder = folder
    self.log = log
    place = FilePlace(file: file, line: node.mark?.line, column: node.mark?.column)
  }

  private func part(_ node: Node, name: String) -> YAMLValue {
    YAMLValue(node, name: name, file: place.file, folder: folder, log: log)
  }

  /// Returns the value with the entries of `base` that it has not; of the keys in `joined`, the
  /// entries are joined in the same way.
  func laid(over base: YAMLValue, joining joined: [String]) -> YAMLValue {
    guard let own = entries(), let others = base.entries() else { return self }
    var result = self
    result.below = own.compactMap { key, value in
      guard joined.contains(key), let other = others.first(where: { $0.key == key }) else {
        return nil
      }
      return (key, value.laid(over: other.value, joining: []))
    }
    result.below += below.filter { entry in !result.below.contains { $0.key == entry.key } }
    result.below += others.filter { entry in !own.contains { $0.key == entry.key } }
    return result
  }

  /// The value as a word, if it is one and not empty.
  func text() -> String? {
    guard let scalar = node.scalar else { return complain("one value") }
    let text = scalar.string.trimmingCharacters(in: .whitespacesAndNewlines)
    let isNull = scalar.style == .plain && ["", "~", "null"].contains(text)
    guard !isNull, !text.isEmpty else {
      log.add(
        .missingValue, at: place, "\(name.quoted) is empty", remedy: "write the value after it")
      return nil
    }
    return text
  }

  /// Whether the value is a single word or number.
  var isScalar: Bool { node.scalar != nil }

  /// Whether the value is a list.
  var isSequence: Bool { node.sequence != nil }

  /// The value as a number within `range`.
  func number(in range: ClosedRange<Double>) -> Double? {
    text().flatMap { NumberReader(name: name, place: place, log: log).number($0, in: range) }
  }

  /// The value as a whole number within `range`.
  func integer(in range: ClosedRange<Int>) -> Int? {
    text().flatMap { NumberReader(name: name, place: place, log: log).integer($0, in: range) }
  }

  /// The value as a day.
  func day() -> CalendarDay? {
    guard let text = text() else { return nil }
    guard let day = StudyDate(text)?.day else {
      log.add(
        .unreadableTime, at: place, "\(name.quoted) is not a day: \(text.quoted)",
        remedy: "write the day as 2023-01-31")
      return nil
    }
    return day
  }

  /// The members of the value, if it is a list.
  func list() -> [YAMLValue]? {
    guard let sequence = node.sequence else { return complain("a list, as [a, b]") }
    return sequence.enumerated().map { position, node in
      part(node, name: "\(name)[\(position + 1)]")
    }
  }

  /// The entries of the value in their order, whatever their keys, if it has keys.
  func entries() -> YAMLEntries? {
    guard let mapping = node.mapping else { return complain("keys with values") }
    let own: YAMLEntries = mapping.compactMap { key, value in
      guard let word = key.scalar?.string else { return nil }
      let path = name.isEmpty ? word : "\(name).\(word)"
      return (word, below.first { $0.key == word }?.value ?? part(value, name: path))
    }
    return own + below.filter { entry in !own.contains { $0.key == entry.key } }
  }

  /// The entries of the value, if it has keys: all of `required`, perhaps some of `optional`, and
  /// no others.
  func mapping(required: [String], optional: [String] = []) -> YAMLMapping? {
    guard let entries = entries(), let mapping = node.mapping else { return nil }
    let known = required + optional
    for (key, _) in mapping {
      let word = key.scalar?.string
      guard word == nil || known.contains(word ?? "") == false else { continue }
      let place = FilePlace(
        file: place.file, line: key.mark?.line, column: key.mark?.column)
      log.add(
        .unknownKey, at: place, "unknown key \((word ?? "?").quoted)\(inside)",
        remedy: advice(for: word ?? "?", among: known))
    }
    for (key, value) in entries where !known.contains(key) && value.place.file != place.file {
      log.add(
        .unknownKey, at: value.place, "unknown key \(key.quoted)\(inside)",
        remedy: advice(for: key, among: known))
    }
    for key in required where !entries.contains(where: { $0.key == key }) {
      log.add(
        .missingKey, at: place, "the key \(key.quoted) is missing\(inside)",
        remedy: "add a line `\(key): …`")
    }
    return YAMLMapping(entries: entries)
  }

  /// Complains of a word that the value cannot be.
  func refuse(_ word: String, among choices: [String]) {
    log.add(
      .unknownWord, at: place, "\(name.quoted) cannot be \(word.quoted)",
      remedy: advice(for: word, among: choices))
  }

  private var inside: String { name.isEmpty ? "" : " in \(name.quoted)" }

  private func complain<Answer>(_ expected: String) -> Answer? {
    let subject = name.isEmpty ? "the file" : name.quoted
    log.add(
      .wrongShape, at: place, "\(subject) does not hold \(expected)",
      remedy: "write \(expected) there")
    return nil
  }
}

extension YAMLValue {
  /// Reads the one document of a YAML file, or returns nothing after noting why it cannot.
  ///
  /// Aliases are refused before anything is built from them: a few lines of them can stand for
  /// more values than a machine can hold.
  init?(document text: String, file: String, folder: String = "", log: IssueLog) {
    if let (name, line) = AnchorScan(text).firstAlias {
      log.add(
        .yamlAlias, at: FilePlace(file: file, line: line),
        "the alias `*\(name)` repeats what the anchor `&\(name)` stands for",
        remedy: "write the values out; anchors and aliases are not read")
      return nil
    }
    do {
      guard let node = try compose(yaml: text, .basic, .default, .utf8) else {
        log.add(
          .missingKey, at: FilePlace(file: file, line: 1), "the file is empty",
          remedy: "begin with `schema: \(StudyFolder.schema)`")
        return nil
      }
      self.init(node, name: "", file: file, folder: folder, log: log)
    } catch {
      let (problem, place) = Self.explain(error, file: file)
      log.add(
        .malformedYAML, at: place, "this is not YAML: \(problem)",
        remedy: "check indentation, colons and quotation marks just before this place")
      return nil
    }
  }

  private static func explain(_ error: any Error, file: String) -> (String, FilePlace) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return (problem, FilePlace(file: file, line: mark.line, column: mark.column))
    case .duplicatedKeysInMapping(let duplicates, let context):
      let place = FilePlace(file: file, line: context.mark.line, column: context.mark.column)
      return ("the key \((duplicates.first ?? "").quoted) stands there twice", place)
    case .reader(let problem, _, _, _):
      return (problem, FilePlace(file: file))
    default:
      return ("it cannot be understood", FilePlace(file: file))
    }
  }
}

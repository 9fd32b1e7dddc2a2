import PolicingDomain

/// The columns of a file, shared by its rows.
struct StudyHeader {
  /// The position of each column.
  let columns: [String: Int]
  /// What the format says about each column.
  let declared: [String: StudyColumn]
  /// The names of the assumptions to which a row may point; nothing where none are listed.
  let assumptions: ReferenceList?
}

/// A row of a table, read field by field.
struct StudyRow {
  /// The path of the table as the user named it.
  let file: String
  /// The line, counted from 1.
  let line: Int
  /// The fields.
  let fields: [String]
  /// The columns.
  let header: StudyHeader
  /// Where problems go.
  let log: IssueLog

  /// The place of the row, or of its field in `column`.
  func place(_ column: String? = nil) -> FilePlace {
    let position = column.flatMap { header.columns[$0] }
    return FilePlace(file: file, line: line, column: position.map { $0 + 1 })
  }

  /// Takes note of a problem of the field in `column`.
  func complain(
    _ code: StudyIssueCode, _ column: String, _ message: String, remedy: @autoclosure () -> String
  ) {
    log.add(code, at: place(column), message, remedy: remedy())
  }

  /// Whether the table has `column`.
  func has(_ column: String) -> Bool { header.columns[column] != nil }

  /// The field in `column`; empty if there is none.
  func text(_ column: String) -> String {
    guard let position = header.columns[column], position < fields.count else { return "" }
    return trimmed(fields[position])
  }

  /// The field in `column`, which must not be empty.
  func needed(_ column: String) -> String {
    let text = text(column)
    if text.isEmpty, has(column) {
      complain(
        .missingValue, column, "the field \(column.quoted) is empty",
        remedy: "write a value into it")
    }
    return text
  }

  /// The members of the list in `column`, which are separated by bars, each once.
  func list(_ column: String) -> [String] {
    var seen: Set<String> = []
    return text(column).split(separator: "|").map { trimmed(String($0)) }.filter { name in
      if !name.isEmpty, seen.insert(name).inserted { return true }
      if !name.isEmpty {
        complain(
          .duplicate, column, "the list in \(column.quoted) holds \(name.quoted) twice",
          remedy: "name it once")
      }
      return false
    }
  }

  /// The word in `column` as one of `choices`.
  func choice<Choice>(_ column: String, of choices: KeyValuePairs<String, Choice>) -> Choice? {
    let word = needed(column)
    if let choice = choices.first(where: { $0.key == word }) { return choice.value }
    refuse(word, column, among: choices.map(\.key))
    return nil
  }

  /// The word in `column` as a case of `Word`.
  func word<Word: RawRepresentable & CaseIterable>(
    _ column: String, as _: Word.Type = Word.self
  ) -> Word? where Word.RawValue == String {
    let text = needed(column)
    if let word = Word(rawValue: text) { return word }
    refuse(text, column, among: Word.allCases.map(\.rawValue))
    return nil
  }

  /// Complains of a word that `column` cannot hold; an empty one was noted before.
  func refuse(_ word: String, _ column: String, among choices: [String]) {
    guard !word.isEmpty else { return }
    complain(
      .unknownWord, column, "\(column.quoted) cannot be \(word.quoted)",
      remedy: advice(for: word, among: choices))
  }

  /// Whether the field in `column` says yes; an empty field or no such column says no.
  func flag(_ column: String) -> Bool {
    guard !text(column).isEmpty else { return false }
    return choice(column, of: ["yes": true, "no": false]) ?? false
  }

  /// Sworn or civilian.
  func employment() -> Employment? {
    choice("employment", of: ["sworn": .sworn, "civilian": .civilian])
  }

  /// The source, date and authority of the row, and whether it is an assumption.
  func provenance(authority column: String = "authority") -> Provenance {
    _ = date()
    return Provenance(
      source: needed("source"), date: text("date"), authority: text(column),
      isAssumption: isAssumption(), place: RowPlace(file: place().shortFile, line: line),
      assumptionID: assumptionID)
  }

  /// The entry of the list of assumptions that the row names, if it names one.
  private var assumptionID: String? {
    let text = text("assumption")
    return ["", "yes", "no"].contains(text) ? nil : text
  }

  /// Whether the row is an assumption: it says yes, or names one.
  private func isAssumption() -> Bool {
    let text = text("assumption")
    guard let assumptions = header.assumptions, !["", "yes", "no"].contains(text) else {
      return flag("assumption")
    }
    guard !assumptions.contains(text) else { return true }
    refuse(text, "assumption", among: ["yes", "no"] + assumptions.names)
    return true
  }
}

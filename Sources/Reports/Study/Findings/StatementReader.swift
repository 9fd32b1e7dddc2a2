import PolicingDomain

/// Reads a file of findings line by line.
struct StatementReader {
  private let record: RunRecord
  private(set) var findings: [Statement.Finding] = []
  private(set) var issues: [Statement.Issue] = []
  private var isInComment = false

  init(_ record: RunRecord) { self.record = record }

  /// The names of the points that follow a finding.
  private static var parts: [(name: String, path: WritableKeyPath<Statement.Finding, String>)] {
    [
      ("Recommendation", \.recommendation), ("Priority", \.priority), ("Cost", \.cost),
      ("Owner", \.owner),
    ]
  }

  mutating func read(_ text: String) {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (position, line) in lines.enumerated() { read(line, at: position + 1) }
    for finding in findings {
      for (name, path) in Self.parts where finding[keyPath: path].isEmpty {
        issues.append(
          Statement.Issue(
            .incomplete, "the finding `\(finding.title)` has no line `- \(name): …`",
            line: finding.line, column: 1))
      }
    }
    issues.sort { ($0.line, $0.column) < ($1.line, $1.column) }
  }

  private mutating func read(_ line: Substring, at number: Int) {
    let trimmed = line.drop { $0 == " " }
    if isInComment || trimmed.hasPrefix("<!--") {
      isInComment = !trimmed.contains("-->")
      return
    }
    if trimmed.hasPrefix("## ") {
      findings.append(
        Statement.Finding(title: resolved(trimmed.dropFirst(3), of: line, number), line: number))
      return
    }
    guard !findings.isEmpty, !trimmed.isEmpty, !trimmed.hasPrefix("# ") else { return }
    let last = findings.count - 1
    if trimmed.hasPrefix("- "), let colon = trimmed.firstIndex(of: ":") {
      let name = trimmed.dropFirst(2)[..<colon]
      if let part = Self.parts.first(where: { $0.name.lowercased() == name.lowercased() }) {
        let value = trimmed[trimmed.index(after: colon)...].drop { $0 == " " }
        findings[last][keyPath: part.path] = resolved(
          value, of: line, number, maySayNumbers: part.name == "Priority")
        return
      }
    }
    findings[last].text.append(resolved(trimmed, of: line, number))
  }

  /// Replaces the references of a piece of a line by their numbers.
  private mutating func resolved(
    _ piece: Substring, of line: Substring, _ number: Int, maySayNumbers: Bool = false
  ) -> String {
    var text = ""
    var rest = piece
    while let start = Self.place(of: "{{", in: rest) {
      let before = rest[..<start]
      if !maySayNumbers { noteTyped(before, of: line, number) }
      text += before
      let inside = rest[rest.index(start, offsetBy: 2)...]
      let column = line.distance(from: line.startIndex, to: start) + 1
      guard let end = Self.place(of: "}}", in: inside) else {
        issues.append(
          Statement.Issue(.unreadable, "a reference has no end `}}`", line: number, column: column))
        return text + rest[start...]
      }
      let reference = String(inside[..<end])
      do {
        text += try FigureReference(reference).text(in: record)
      } catch {
        issues.append(
          Statement.Issue(
            error.kind, error.message, line: number, column: column, word: error.word,
            known: error.known))
        text += "?"
      }
      rest = inside[inside.index(end, offsetBy: 2)...]
    }
    if !maySayNumbers { noteTyped(rest, of: line, number) }
    return text + rest
  }

  /// Notes numbers of two digits or more that are typed; years, parts of words and numbers that begin
  /// with a zero, which are names, may be.
  private mutating func noteTyped(_ text: Substring, of line: Substring, _ number: Int) {
    for word in text.split(whereSeparator: { $0.isWhitespace || "()–-;:".contains($0) }) {
      let digits = word.filter(\.isWholeNumber)
      let isWord = word.contains { $0.isLetter || $0 == "§" }
      guard digits.count >= 2, !isWord, digits.first != "0" else { continue }
      if digits.count == 4, let year = Int(digits), (1900...2100).contains(year) { continue }
      let column = line.distance(from: line.startIndex, to: word.startIndex) + 1
      issues.append(
        Statement.Issue(
          .typed, "the number \(word) is typed, so that nothing keeps it true", line: number,
          column: column, word: String(word)))
    }
  }

  private static func place(of mark: String, in text: Substring) -> Substring.Index? {
    text.indices.first { text[$0...].hasPrefix(mark) }
  }
}

internal import Yams

/// The part of a profile that tells which column is what.
extension ColumnProfile {
  private static let rowNumber = "row number"

  mutating func readColumns(_ root: YAMLSection, _ issues: inout [FileIssue]) {
    let keys = CallField.allCases.map(\.name)
    guard let node = root.node("columns"),
      let section = YAMLSection(node, name: "columns", keys: keys, file: file, issues: &issues)
    else {
      issues.append(
        root.issue(
          "E123", "the profile maps no columns", at: nil, remedy: "add them under `columns:`"))
      return
    }
    for field in CallField.allCases where section.node(field.name) != nil {
      let headers = section.texts(field.name, issues: &issues)
      if field == .id, headers.map(\.text) == [Self.rowNumber] {
        usesRowNumber = true
        continue
      }
      checkHeaders(headers, of: field.name, section, &issues)
      guard !headers.isEmpty else { continue }
      columns.append(Column(field: field, headers: headers.map(\.text)))
    }
    if !tells(.id) {
      issues.append(
        section.issue(
          "E123", "no column tells the number of the call", at: node,
          remedy: "add `id: COLUMN`, or `id: \(Self.rowNumber)` when the export has none"))
    }
    if !tells(.received) {
      issues.append(
        section.issue(
          "E123", "no column tells when the call was received", at: node,
          remedy: "add `received: COLUMN`"))
    }
  }

  /// Complains of columns without a name, of one named twice for a field, and of personal ones.
  private func checkHeaders(
    _ headers: [(text: String, node: Node)], of key: String, _ section: YAMLSection,
    _ issues: inout [FileIssue]
  ) {
    if headers.isEmpty || headers.count > 8 {
      issues.append(
        section.issue(
          "E122", "`\(key)` names \(headers.isEmpty ? "no column" : "more than 8 columns")",
          at: section.node(key), remedy: "write `\(key): COLUMN`, or take the line out"))
    }
    for (position, header) in headers.enumerated() {
      if headers[..<position].contains(where: { $0.text == header.text }) {
        issues.append(
          section.issue(
            "E122", "`\(key)` names the column `\(header.text)` twice", at: header.node,
            remedy: "name it once"))
      }
      if let word = PersonalColumns.suspectWord(in: header.text) {
        issues.append(
          personal(header.text, "looks personal (\(word))", section, header.node))
      } else if neverRead.contains(header.text) {
        issues.append(personal(header.text, "is under `never_read`", section, header.node))
      }
    }
  }

  private func personal(
    _ header: String, _ why: String, _ section: YAMLSection, _ node: Node
  ) -> FileIssue {
    section.issue(
      "E124", "column `\(header)` must not be read: it \(why)", at: node,
      remedy: "take the line out; no staffing question needs personal data")
  }

  mutating func readElapsed(_ root: YAMLSection, _ issues: inout [FileIssue]) {
    let fields: [CallField] = CallField.laterStamps + [.closed]
    guard let node = root.node("elapsed"),
      let section = YAMLSection(
        node, name: "elapsed", keys: fields.map(\.name), file: file, issues: &issues)
    else { return }
    var waiting: [(Elapsed, Node)] = []
    for field in fields {
      guard let node = section.node(field.name),
        let inner = YAMLSection(
          node, name: "elapsed.\(field.name)", keys: ["since", "columns", "unit"], file: file,
          issues: &issues)
      else { continue }
      if header(of: field) != nil {
        issues.append(
          section.issue(
            "E122", "`\(field.name)` is told twice, by a column and by the time passed", at: node,
            remedy: "take one of the two out"))
      }
      let headers = inner.texts("columns", issues: &issues)
      checkHeaders(headers, of: "columns", inner, &issues)
      let unit: Elapsed.Unit? = inner.choice("unit", issues: &issues)
      let since = readSince(inner, among: [.received] + fields, &issues)
      guard let since, let unit else {
        if unit == nil, inner.node("unit") == nil {
          issues.append(
            inner.issue(
              "E123", "the unit of the time passed is missing", at: nil,
              remedy: "add `unit:` seconds, minutes, hours or clock"))
        }
        continue
      }
      waiting.append(
        (Elapsed(field: field, since: since, headers: headers.map(\.text), unit: unit), node))
    }
    orderElapsed(waiting, section, &issues)
  }

  private func readSince(
    _ section: YAMLSection, among fields: [CallField], _ issues: inout [FileIssue]
  ) -> CallField? {
    guard let word = section.text("since", issues: &issues) else { return .received }
    if let field = fields.first(where: { $0.name == word }) { return field }
    issues.append(
      section.issue(
        "E122", "`since` cannot be `\(word)`", at: section.node("since"),
        remedy: NearestMatch.question(word, in: fields.map(\.name))
          + "write one of \(fields.map(\.name).joined(separator: ", "))"))
    return nil
  }

  /// Puts stamps behind those since which they are counted; what leads to no stamp is an issue.
  private mutating func orderElapsed(
    _ stamps: [(Elapsed, Node)], _ section: YAMLSection, _ issues: inout [FileIssue]
  ) {
    var waiting = stamps
    while let position = waiting.firstIndex(where: { tells($0.0.since) }) {
      elapsed.append(waiting.remove(at: position).0)
    }
    for (stamp, node) in waiting {
      issues.append(
        section.issue(
          "E122",
          "`\(stamp.field.name)` is counted since `\(stamp.since.name)`, which nothing tells",
          at: node, remedy: "count it since `received`, or map the other stamp"))
    }
  }
}

extension ColumnProfile {
  mutating func readTimes(_ root: YAMLSection, _ issues: inout [FileIssue]) {
    let keys = ["formats", "precision", "sentinel_years"]
    guard let node = root.node("times"),
      let section = YAMLSection(node, name: "times", keys: keys, file: file, issues: &issues)
    else {
      issues.append(
        root.issue(
          "E123", "the profile does not tell how times are written", at: nil,
          remedy: "add `times:` with `formats: [\"yyyy-MM-dd'T'HH:mm:ss\"]`"))
      return
    }
    precision = section.choice("precision", issues: &issues) ?? .second
    for (text, place) in section.texts("formats", issues: &issues) {
      let pattern = TimePattern(text)
      if let pattern { timePatterns.append(pattern) }
      if pattern == nil || (precision == .second && pattern?.hasTimeOfDay == false) {
        issues.append(
          section.issue(
            "E122", "`\(text)` is not a way to write a \(precision == .day ? "day" : "time")",
            at: place,
            remedy: "use yyyy MM dd HH (or hh and a) mm ss; dates alone need `precision: day`"))
      }
    }
    if section.node("formats") == nil {
      issues.append(
        section.issue(
          "E123", "the way in which times are written is missing", at: node,
          remedy: "add `formats: [\"yyyy-MM-dd'T'HH:mm:ss\"]`"))
    }
    sentinelYears = section.sentinelYears(issues: &issues)
  }

  /// Complains of keys that contradict the grain or one another.
  func checkFields(_ section: YAMLSection, _ issues: inout [FileIssue]) {
    let columns = section.node("columns")
    if grain == .status, usesRowNumber {
      issues.append(
        section.issue(
          "E122", "a log of status changes cannot do without the number of the call", at: columns,
          remedy: "write `id: COLUMN`, the column by which its rows belong together"))
    }
    if grain == .status {
      for field in [CallField.status, .statusTime] where !tells(field) {
        issues.append(
          section.issue(
            "E123", "a log of status changes needs `\(field.name)`", at: columns,
            remedy: "add `\(field.name): COLUMN`"))
      }
      if !statuses.values.contains(where: { $0.field != nil }) {
        issues.append(
          section.issue(
            "E123", "nothing tells which status means that a unit was sent or free again",
            at: section.node("statuses"),
            remedy: "add `statuses:` with lists under dispatched, enroute, arrived, cleared"))
      }
    } else if tells(.status) || tells(.statusTime) || section.node("statuses") != nil {
      issues.append(
        section.issue(
          "E122", "statuses are told, but a row is a \(grain.rawValue)",
          at: section.node("statuses") ?? columns,
          remedy: "write `grain: status`, or take them out"))
    }
    if !outcomes.isEmpty, !tells(.disposition) {
      issues.append(
        section.issue(
          "E122", "`outcomes` has no column to look at", at: section.node("outcomes"),
          remedy: "add `disposition: COLUMN`, or take `outcomes` out"))
    }
    if !unitPatterns.isEmpty, ![CallField.unit, .firstUnit, .primeUnit].contains(where: tells) {
      issues.append(
        section.issue(
          "E122", "`units` has no column of call signs to look at", at: section.node("units"),
          remedy: "add `unit: COLUMN`, or take `units` out"))
    }
  }
}

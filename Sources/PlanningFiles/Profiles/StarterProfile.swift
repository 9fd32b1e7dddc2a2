internal import PolicingDomain

/// A first profile for an unknown export, as YAML that a person goes on from.
///
/// It is guessed from names and values, says where it is in doubt, and lists values with their
/// counts. It can be loaded as it stands and reads the file that it was made of.
package struct StarterProfile: Sendable {
  /// The text of the profile.
  package let yaml: String
  /// What a person must decide, in sentences.
  package let doubts: [String]

  private static let todo = "# TODO: "

  /// Writes the profile called `name` for the file of `detection`.
  ///
  /// - Throws: `E142` where nothing can be guessed: there are no rows, or no column holds moments.
  package init(_ detection: ProfileDetection, name: String) throws(FileError) {
    let sample = detection.sample
    let fields = StarterFields(sample, columns: detection.columns, grain: detection.grain)
    guard let received = fields.guess(.received), !sample.rows.isEmpty else {
      let why = detection.reasonAgainst ?? "no column holds dates or times"
      throw FileError([
        FileIssue(
          code: "E142", "no profile can be made: \(why)", file: sample.file,
          remedy: "name an export of calls, with a header and the time of each call")
      ])
    }
    var text = StarterText()
    var doubts: [String] = []
    text.line("name: \(StarterText.quoted(name))")
    text.line("source: >-")
    text.line("  Guessed from the header and the first \(sample.rows.count) rows of an export.")
    text.line("  Say here where it comes from, and what it can and cannot tell.")
    Self.writeGrain(detection, fields, &text)
    if sample.delimiter != "," {
      text.line("delimiter: \(StarterText.quoted(String(sample.delimiter)))")
    }
    Self.writeTimeZone(fields, &text, &doubts)
    Self.writeColumns(fields, &text, &doubts)
    Self.writeTimes(fields, received, &text, &doubts)
    Self.writePriorities(fields, &text, &doubts)
    Self.writeOrigins(fields, &text, &doubts)
    Self.writeStatuses(fields, &text, &doubts)
    Self.writeOutcomes(fields, &text)
    Self.writeCategories(fields, &text)
    Self.writeUnits(fields, &text)
    Self.writeMissing(fields, &text)
    let personal = detection.columns.filter(\.isPersonal)
    if !personal.isEmpty {
      text.line("never_read:")
      for column in personal {
        let why = column.personalLook?.rawValue ?? "its name says \(column.personalName ?? "")"
        text.line("  - \(StarterText.quoted(column.header))  # \(why)")
      }
    }
    yaml = text.text
    self.doubts = doubts
  }

  private static func writeGrain(
    _ detection: ProfileDetection, _ fields: StarterFields, _ text: inout StarterText
  ) {
    text.comment(
      "A row is a \(fields.grain.rawValue): " + detection.grain.reasons.joined(separator: "; "))
    text.line("grain: \(fields.grain.rawValue)")
  }

  /// Moments with their distance from Greenwich cannot be read without a time zone.
  private static func writeTimeZone(
    _ fields: StarterFields, _ text: inout StarterText, _ doubts: inout [String]
  ) {
    let isAbsolute = fields.guesses.filter { CallField.stamps.contains($0.field) }
      .flatMap { fields.findings($0) }.flatMap { $0.formats?.patterns ?? [] }
      .contains { $0.description.hasSuffix("X") || $0.description.hasPrefix("epoch") }
    text.line("\(todo)say where the agency is, which tells the nights when clocks change.")
    text.line(isAbsolute ? "timezone: \"UTC\"" : "# timezone: America/Chicago")
    if isAbsolute { doubts.append("timezone: times are those of Greenwich until it is stated") }
  }

  private static func writeColumns(
    _ fields: StarterFields, _ text: inout StarterText, _ doubts: inout [String]
  ) {
    text.line("columns:")
    if fields.guess(.id) == nil {
      text.line("  \(todo)no column numbers the calls.")
      text.line("  id: row number")
      doubts.append("no column numbers the calls, so that rows are counted instead")
    }
    for field in CallField.allCases {
      guard let guess = fields.guess(field), !guess.headers.contains("") else { continue }
      if let doubt = guess.doubt {
        text.comment("TODO: \(doubt).", indent: 2)
        doubts.append("\(field.name): \(doubt)")
      }
      let names = guess.headers.map(StarterText.quoted)
      let value = names.count == 1 ? names[0] : "[\(names.joined(separator: ", "))]"
      text.line("  \(field.name): \(value)")
    }
    for column in fields.left where column.filled > 0 {
      text.comment(
        "not read: \(StarterText.quoted(column.header)) (\(column.summary))", indent: 2)
    }
  }

  private static func writeTimes(
    _ fields: StarterFields, _ received: StarterFields.Guess, _ text: inout StarterText,
    _ doubts: inout [String]
  ) {
    var formats: [String] = []
    var years: Set<Int> = []
    for guess in fields.guesses where CallField.stamps.contains(guess.field) {
      let columns = fields.findings(guess)
      for column in columns { years.formUnion(column.sentinelYears) }
      for format in self.formats(of: columns) where !formats.contains(format) {
        formats.append(format)
      }
      if columns.contains(where: { $0.formats?.isAmbiguous == true }) {
        let words = "day and month cannot be told apart in \(guess.headers.joined(separator: ", "))"
        doubts.append(words)
        text.comment("TODO: \(words); the month is taken to come first.")
      }
    }
    text.line("times:")
    text.line("  formats: [\(formats.map(StarterText.quoted).joined(separator: ", "))]")
    text.line("  precision: \(fields.dateOnly ? "day" : "second")")
    if !years.isEmpty {
      text.line("  sentinel_years: [\(years.sorted().map(String.init).joined(separator: ", "))]")
    }
  }

  /// The formats of one column, or of a date and a time with a space between them.
  private static func formats(of columns: [ColumnFinding]) -> [String] {
    let days = columns.first?.formats?.patterns.map(\.description) ?? []
    guard columns.count == 2 else { return days }
    let texts = columns[1].common.map(\.text)
    let times = TimeFormats.timesOfDay.filter { time in
      guard let pattern = TimePattern("yyyy-MM-dd \(time)") else { return false }
      return texts.contains { pattern.moment(Array("2000-01-01 \($0)".utf8).span) != nil }
    }
    return days.flatMap { day in times.prefix(4).map { "\(day) \($0)" } }
  }
}

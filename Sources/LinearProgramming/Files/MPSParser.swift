/// Reads MPS text line by line into an ``MPSBuilder``.
struct MPSParser {
  private enum Section: String {
    case name = "NAME"
    case objectiveSense = "OBJSENSE"
    case objectiveName = "OBJNAME"
    case rows = "ROWS"
    case columns = "COLUMNS"
    case rightHandSides = "RHS"
    case ranges = "RANGES"
    case bounds = "BOUNDS"
    case end = "ENDATA"
  }

  /// Whether fields stand in fixed columns rather than being parted by blanks.
  let isFixed: Bool
  private var line = MPSLine()
  private var builder = MPSBuilder()
  private var section = Section.name
  private var isInteger = false
  private var sideVector = MPSVector()
  private var rangeVector = MPSVector()
  private var boundVector = MPSVector()

  init(isFixed: Bool) { self.isFixed = isFixed }

  /// Reads all lines up to `ENDATA`.
  mutating func parse(_ text: borrowing Span<UInt8>) throws(MPSError) -> MPSDocument {
    while line.advance(text) {
      guard let first = line.fields.first else { continue }
      if line.isFlush {
        if text[first.lowerBound] == UInt8(ascii: "*") {
          readComment(text, from: first.lowerBound + 1)
          continue
        }
        do { try begin(text, first) } catch { throw line.error(error) }
        if section == .end { return try builder.document(notes: vectorNotes) }
      } else {
        do { try read(text, first) } catch { throw line.error(error) }
      }
    }
    throw MPSError(
      line: line.number + 1, "The text ends before ENDATA.",
      remedy: "Check that the file is complete; its last line must be ENDATA.")
  }

  private var vectorNotes: [String] {
    [
      sideVector.note(section: "RHS"), rangeVector.note(section: "RANGES"),
      boundVector.note(section: "BOUNDS"),
    ].compactMap { $0 }
  }

  private mutating func readComment(_ text: borrowing Span<UInt8>, from first: Int) {
    var start = first
    guard let end = line.fields.last?.upperBound else { return }
    while start < end, MPSLine.isBlank(text[start]) { start += 1 }
    if text.equals("percent-encoded names", at: start..<end) { builder.isEncoded = true }
  }

  private mutating func begin(_ text: borrowing Span<UInt8>, _ first: Range<Int>) throws(MPSFault) {
    let word = text.string(at: first)
    guard let next = Section(rawValue: word.uppercased()) else {
      if let sense = Self.sense(of: word), line.rest == nil {
        builder.sense = sense
        section = .objectiveSense
        return
      }
      throw MPSFault(
        "\(word) is not a section that linear programs have.",
        "Remove the section, or indent the line if it is data.", at: first)
    }
    section = next
    guard let rest = line.rest else { return }
    switch next {
    case .name: builder.name = text.string(at: rest)
    case .objectiveSense: try readSense(text, rest)
    case .objectiveName: try readObjectiveName(text, rest)
    default:
      throw MPSFault(
        "Words follow the header \(word).", "Indent the line if it is data, or remove them.",
        at: rest)
    }
  }

  private mutating func read(_ text: borrowing Span<UInt8>, _ first: Range<Int>) throws(MPSFault) {
    switch section {
    case .name, .end:
      throw MPSFault(
        "This line belongs to no section.",
        "Start sections such as ROWS in the first column, and indent data.")
    case .objectiveSense: try readSense(text, first)
    case .objectiveName: try readObjectiveName(text, first)
    case .rows:
      try part(text)
      try expect(line.fields.count == 2, "a row type and a name")
      try builder.addRow(text, type: line.fields[0], name: line.fields[1])
    case .columns:
      if try readMarker(text) { return }
      try part(text)
      try readColumn(text)
    case .rightHandSides, .ranges:
      try part(text)
      try readSides(text)
    case .bounds:
      try part(text)
      try readBound(text)
    }
  }

  /// Parts the line by columns where the layout is fixed.
  private mutating func part(_ text: borrowing Span<UInt8>) throws(MPSFault) {
    guard isFixed, let gap = line.partByColumns(text) else { return }
    throw MPSFault(
      "A letter stands between the columns of two fields.",
      "Put the fields into columns 2–3, 5–12, 15–22, 25–36, 40–47 and 50–61.", at: gap..<gap)
  }

  private mutating func readSense(
    _ text: borrowing Span<UInt8>, _ word: Range<Int>
  ) throws(MPSFault) {
    let word = text.string(at: word)
    guard let sense = Self.sense(of: word) else {
      throw MPSFault("\(word) is not a sense of the objective.", "Write MIN or MAX.")
    }
    builder.sense = sense
  }

  private static func sense(of word: String) -> Sense? {
    switch word.uppercased() {
    case "MAX", "MAXIMIZE", "MAXIMISE": .maximize
    case "MIN", "MINIMIZE", "MINIMISE": .minimize
    default: nil
    }
  }

  private mutating func readObjectiveName(
    _ text: borrowing Span<UInt8>, _ name: Range<Int>
  ) throws(MPSFault) {
    guard builder.places.isEmpty else {
      throw MPSFault("OBJNAME stands after ROWS.", "Move the section before ROWS.")
    }
    builder.objectiveName = text.string(at: name)
  }

  /// Reads a line such as `M1 'MARKER' 'INTORG'`; returns whether it is one.
  private mutating func readMarker(_ text: borrowing Span<UInt8>) throws(MPSFault) -> Bool {
    let isMarker = line.fields.contains {
      $0.count == 8 && text[$0.lowerBound] == UInt8(ascii: "'") && text.equals("'MARKER'", at: $0)
    }
    guard isMarker, let last = line.fields.last else { return false }
    switch text.string(at: last) {
    case "'INTORG'": isInteger = true
    case "'INTEND'": isInteger = false
    default:
      throw MPSFault(
        "The marker \(text.string(at: last)) is not one that linear programs have.",
        "Only 'INTORG' and 'INTEND' are read.", at: last)
    }
    return true
  }

  /// Reads `name row value [row value]`.
  private mutating func readColumn(_ text: borrowing Span<UInt8>) throws(MPSFault) {
    let first = isFixed ? 1 : 0
    let count = line.fields.count - first
    try expect(count == 3 || count == 5, "a name and one or two pairs of row and number")
    let column = try builder.column(text, line.fields[first], isInteger: isInteger)
    for pair in stride(from: first + 1, to: line.fields.count, by: 2) {
      let value = try number(text, line.fields[pair + 1])
      try builder.addEntry(text, row: line.fields[pair], column: column, value: value)
    }
  }

  /// Reads `[name] row value [row value]` as right-hand sides or ranges.
  private mutating func readSides(_ text: borrowing Span<UInt8>) throws(MPSFault) {
    // Without the name of the set, the number of fields is even.
    let isNameless = !isFixed && line.fields.count % 2 == 0
    let first = isFixed ? 2 : isNameless ? 0 : 1
    let count = line.fields.count - first
    try expect(count == 2 || count == 4, "a name and one or two pairs of row and number")
    let name = isNameless ? 0..<0 : line.fields[first - 1]
    let isRange = section == .ranges
    guard isRange ? rangeVector.accepts(text, name) : sideVector.accepts(text, name) else { return }
    for pair in stride(from: first, to: line.fields.count, by: 2) {
      let value = try number(text, line.fields[pair + 1])
      if isRange {
        try builder.setRange(text, row: line.fields[pair], value: value)
      } else {
        try builder.setRightHandSide(text, row: line.fields[pair], value: value)
      }
    }
  }

  /// Reads `type [name] variable [value]`.
  private mutating func readBound(_ text: borrowing Span<UInt8>) throws(MPSFault) {
    let fields = line.fields
    guard let first = fields.first else { return }
    let type = text.string(at: first).uppercased()
    let needsValue = !["FR", "MI", "PL", "BV"].contains(type)
    // The name of the set of bounds may be missing.
    let isNameless = !isFixed && fields.count == (needsValue ? 3 : 2)
    let place = isNameless ? 1 : 2
    try expect(fields.count > place, "a bound type, a set name and a variable")
    try expect(!needsValue || fields.count > place + 1, "a value for the bound")
    guard boundVector.accepts(text, isNameless ? 0..<0 : fields[1]) else { return }
    guard let column = builder.columnIndex.position(text, fields[place]) else {
      throw MPSFault(
        "Variable \(text.string(at: fields[place])) has a bound but no column.",
        "Correct the name, or add the variable to COLUMNS.", at: fields[place])
    }
    let value = needsValue ? try number(text, fields[place + 1]) : 0
    try builder.setBound(type: type, column: column, value: value, line: line.number)
  }

  private func number(
    _ text: borrowing Span<UInt8>, _ field: Range<Int>
  ) throws(MPSFault) -> Double {
    if let number = DecimalNumber.parse(text, field) { return number }
    throw MPSFault(
      "\(field.isEmpty ? "Nothing" : text.string(at: field)) stands where a number must be.",
      "Write a decimal number such as 12.5 or 1e3.", at: field)
  }

  private func expect(_ condition: Bool, _ what: String) throws(MPSFault) {
    guard !condition else { return }
    throw MPSFault(
      "The line must hold \(what).", "Check for missing fields and for blanks inside names.")
  }
}

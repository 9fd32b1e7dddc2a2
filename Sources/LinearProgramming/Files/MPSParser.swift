/// Reads MPS text line by line into an ``MPSBuilder``.
struct MPSParser {
  private enum Section: String {
    case name = "NAME"
    case objectiveSense = "OBJSENSE"
    case rows = "ROWS"
    case columns = "COLUMNS"
    case rightHandSides = "RHS"
    case ranges = "RANGES"
    case bounds = "BOUNDS"
    case end = "ENDATA"
  }

  /// Whether fields stand in fixed columns rather than being parted by blanks.
  let isFixed: Bool
  private var builder: MPSBuilder
  private var section = Section.name
  private var isInteger = false

  init(isFixed: Bool, isEncoded: Bool) {
    self.isFixed = isFixed
    builder = MPSBuilder(isEncoded: isEncoded)
  }

  /// Reads all lines up to `ENDATA`.
  mutating func parse(_ lines: [MPSLine]) throws(MPSError) -> MPSDocument {
    for line in lines where !line.isComment {
      if line.isHeader {
        try begin(line)
        if section == .end { return try builder.document() }
      } else {
        try read(line)
      }
    }
    throw MPSError(
      line: lines.last?.number, "The text ends before ENDATA.",
      remedy: "Check that the file is complete; its last line must be ENDATA.")
  }

  private mutating func begin(_ line: MPSLine) throws(MPSError) {
    let word = line.fields.first ?? ""
    guard let next = Section(rawValue: word) else {
      throw MPSError(
        line: line.number, "\(word) is not a section that linear programs have.",
        remedy: "Remove the section, or indent the line if it is data.")
    }
    section = next
    switch next {
    case .name: builder.setName(line.rest)
    case .objectiveSense where !line.rest.isEmpty: try readSense(line.rest, line)
    default: break
    }
  }

  private mutating func read(_ line: MPSLine) throws(MPSError) {
    let words = line.fields
    if words.isEmpty { return }
    switch section {
    case .name, .end:
      throw MPSError(
        line: line.number, "This line belongs to no section.",
        remedy: "Start sections such as ROWS in the first column, and indent data.")
    case .objectiveSense: try readSense(words[0], line)
    case .rows:
      let fields = isFixed ? Array(line.fixedFields.prefix(2)) : words
      try expect(fields.count == 2, line, "a row type and a name")
      try builder.addRow(type: fields[0].uppercased(), name: fields[1], line: line.number)
    case .columns:
      if words.contains("'MARKER'") {
        isInteger = words.contains("'INTORG'")
        return
      }
      let entries = try self.entries(line, needsName: true)
      for (row, value) in entries.pairs {
        try builder.add(
          row: row, column: entries.name, value: value, isInteger: isInteger, line: line.number)
      }
    case .rightHandSides:
      for (row, value) in try entries(line, needsName: false).pairs {
        try builder.setRightHandSide(row: row, value: value, line: line.number)
      }
    case .ranges:
      for (row, value) in try entries(line, needsName: false).pairs {
        try builder.setRange(row: row, value: value, line: line.number)
      }
    case .bounds: try readBound(line)
    }
  }

  private mutating func readSense(_ word: String, _ line: MPSLine) throws(MPSError) {
    switch word.uppercased() {
    case "MAX", "MAXIMIZE", "MAXIMISE": builder.sense = .maximize
    case "MIN", "MINIMIZE", "MINIMISE": builder.sense = .minimize
    default:
      throw MPSError(
        line: line.number, "\(word) is not a sense of the objective.", remedy: "Write MIN or MAX.")
    }
  }

  /// Reads `name row value [row value]`; the name may be missing in some sections.
  private func entries(
    _ line: MPSLine, needsName: Bool
  ) throws(MPSError) -> (name: String, pairs: [(String, Double)]) {
    var fields = isFixed ? Array(line.fixedFields.dropFirst()) : line.fields
    if !isFixed && !needsName && fields.count % 2 == 0 { fields.insert("", at: 0) }
    try expect(fields.count == 3 || fields.count == 5, line, "a name and one or two pairs")
    var pairs: [(String, Double)] = []
    for index in stride(from: 1, to: fields.count, by: 2) {
      pairs.append((fields[index], try number(fields[index + 1], line)))
    }
    return (fields[0], pairs)
  }

  private mutating func readBound(_ line: MPSLine) throws(MPSError) {
    let fields = isFixed ? line.fixedFields : line.fields
    let type = fields.first?.uppercased() ?? ""
    let needsValue = !["FR", "MI", "PL", "BV"].contains(type)
    // The name of the set of bounds may be missing.
    let isNameless = !isFixed && fields.count == (needsValue ? 3 : 2)
    let column = isNameless ? 1 : 2
    try expect(fields.count > column, line, "a bound type, a set name and a variable")
    try expect(!needsValue || fields.count > column + 1, line, "a value for the bound")
    let value = needsValue ? try number(fields[column + 1], line) : 0
    try builder.setBound(type: type, column: fields[column], value: value, line: line.number)
  }

  private func number(_ text: String, _ line: MPSLine) throws(MPSError) -> Double {
    // Fortran writes exponents with D.
    let plain = String(text.map { $0 == "D" || $0 == "d" ? "e" : $0 })
    guard let number = Double(plain), !number.isNaN else {
      throw MPSError(
        line: line.number, "\(text.isEmpty ? "Nothing" : text) stands where a number must be.",
        remedy: "Write a decimal number such as 12.5 or 1e3.")
    }
    return number
  }

  private func expect(
    _ condition: Bool, _ line: MPSLine, _ what: String
  ) throws(MPSError) {
    guard !condition else { return }
    throw MPSError(
      line: line.number, "The line must hold \(what).",
      remedy: "Check for missing fields and for blanks inside names.")
  }
}

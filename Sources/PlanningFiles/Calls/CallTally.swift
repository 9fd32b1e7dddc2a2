/// Rows that share a property, across several files, with the lines of the first few.
struct PlacedTally {
  private(set) var rows = 0
  private(set) var lines: [Int] = []
  /// The file of the lines: the first in which the property was seen.
  private(set) var file = 0

  mutating func add(line: Int, file: Int) {
    if rows == 0 { self.file = file }
    rows += 1
    if file == self.file, lines.count < LineTally.remembered { lines.append(line) }
  }

  mutating func add(_ tally: LineTally, file: Int) {
    guard tally.count > 0 else { return }
    if rows == 0 {
      self.file = file
      lines = tally.lines
    }
    rows += tally.count
  }
}

/// Rows by the value that they share, in the order in which the values were first seen.
struct ValueTally {
  private static let rememberedValues = 50

  private(set) var entries: [(value: String, tally: PlacedTally)] = []
  /// Rows with values beyond the first fifty.
  private(set) var others = PlacedTally()
  private var positions: [String: Int] = [:]

  mutating func add(_ value: String, line: Int, file: Int) {
    if let position = positions[value] {
      entries[position].tally.add(line: line, file: file)
    } else if entries.count < Self.rememberedValues {
      positions[value] = entries.count
      var tally = PlacedTally()
      tally.add(line: line, file: file)
      entries.append((value, tally))
    } else {
      others.add(line: line, file: file)
    }
  }
}

/// Everything that an import counts while it reads.
struct CallTally {
  /// Why a row did not become a call.
  enum Reason: Int, CaseIterable {
    case noIdentifier, noReceived, sentinelReceived, unreadableReceived
  }

  private static let perField = [PlacedTally](
    repeating: PlacedTally(), count: CallField.allCases.count)

  var rowsRead = 0
  var rowsUsed = 0
  var setAside = [PlacedTally](repeating: PlacedTally(), count: Reason.allCases.count)
  var missing = Self.perField
  var sentinels = Self.perField
  var unreadable = Self.perField
  /// By later stamp times the number of fields, plus earlier stamp.
  var disorder = [PlacedTally](
    repeating: PlacedTally(), count: CallField.allCases.count * CallField.allCases.count)
  var unmappedPriorities = ValueTally()
  var unknownOrigins = ValueTally()
  var repeatedNumbers = PlacedTally()
  var noUnits = PlacedTally()
  var noUnitsThoughDispatched = PlacedTally()
  var tooFewFields = PlacedTally()
  var tooManyFields = PlacedTally()
  var blankLines = PlacedTally()
  var strayText = PlacedTally()
  var rowsOfManyLines = PlacedTally()
  var latin1Fields = PlacedTally()

  /// Adds what the reader of one file noticed.
  mutating func add(_ remarks: DelimitedReader.Remarks, file: Int) {
    tooFewFields.add(remarks.tooFewFields, file: file)
    tooManyFields.add(remarks.tooManyFields, file: file)
    blankLines.add(remarks.blankLines, file: file)
    strayText.add(remarks.strayText, file: file)
    rowsOfManyLines.add(remarks.rowsOfManyLines, file: file)
    latin1Fields.add(remarks.latin1Fields, file: file)
  }

  /// Returns where the rows are counted in which `later` comes before `earlier`.
  static func disorderIndex(_ later: CallField, before earlier: CallField) -> Int {
    later.rawValue * CallField.allCases.count + earlier.rawValue
  }
}

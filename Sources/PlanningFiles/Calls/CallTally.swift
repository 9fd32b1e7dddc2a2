/// Rows that share a property, across several files, with the lines of the first few.
struct PlacedTally: Sendable {
  private(set) var rows = 0
  private(set) var lines: [Int] = []
  /// The file of the lines: the first in which the property was seen.
  private(set) var file = 0

  /// Counts a row of the first file.
  @inline(__always)
  mutating func add(line: Int) {
    rows += 1
    if rows <= LineTally.remembered { lines.append(line) }
  }

  /// Adds rows that come later, all of one file, whose lines count from `line`.
  mutating func append(_ later: PlacedTally, line: Int, file: Int) {
    guard later.rows > 0 else { return }
    if rows == 0 { self.file = file }
    rows += later.rows
    guard file == self.file else { return }
    lines += later.lines.prefix(LineTally.remembered - lines.count).map { $0 + line }
  }

  /// A number of rows with the lines of the first ones.
  init(rows: Int = 0, lines: [Int] = [], file: Int = 0) {
    self.rows = rows
    self.lines = lines
    self.file = file
  }
}

/// Rows by the value that they share, in the order in which the values were first seen.
struct ValueTally: Sendable {
  private static let rememberedValues = 50

  private(set) var entries: [(value: String, tally: PlacedTally)] = []
  /// Rows with values beyond the first fifty.
  private(set) var others = PlacedTally()
  private var positions: [String: Int] = [:]

  /// Counts a row; all values are remembered until the tally is added to another one.
  mutating func add(_ value: String, line: Int) {
    if let position = positions[value] {
      entries[position].tally.add(line: line)
    } else {
      positions[value] = entries.count
      entries.append((value, PlacedTally(rows: 1, lines: [line])))
    }
  }

  /// Adds rows that come later, as ``PlacedTally/append(_:line:file:)`` does; of values that are
  /// new, the first fifty are remembered.
  mutating func append(_ later: ValueTally, line: Int, file: Int) {
    var rest = PlacedTally()
    for (value, tally) in later.entries {
      if let position = positions[value] {
        entries[position].tally.append(tally, line: line, file: file)
      } else if entries.count < Self.rememberedValues {
        positions[value] = entries.count
        var placed = PlacedTally()
        placed.append(tally, line: line, file: file)
        entries.append((value, placed))
      } else {
        rest = PlacedTally(
          rows: rest.rows + tally.rows,
          lines: Array((rest.lines + tally.lines).sorted().prefix(LineTally.remembered)))
      }
    }
    others.append(rest, line: line, file: file)
  }
}

/// Everything that an import counts while it reads.
struct CallTally: Sendable {
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
  var unknownStatuses = ValueTally()
  var unknownDispositions = ValueTally()
  var unmappedCategories = ValueTally()
  /// Rows with stamps that are in order only when one is of the second time round.
  var secondTimeRound = PlacedTally()
  /// Rows with a stamp that the clock skips.
  var skippedHour = PlacedTally()
  var repeatedNumbers = PlacedTally()
  var noUnits = PlacedTally()
  var noUnitsThoughDispatched = PlacedTally()
  var tooFewFields = PlacedTally()
  var tooManyFields = PlacedTally()
  var blankLines = PlacedTally()
  var strayText = PlacedTally()
  var rowsOfManyLines = PlacedTally()
  var latin1Fields = PlacedTally()

  /// Counts rows whose number comes again.
  ///
  /// - Parameters:
  ///   - count: How many there are.
  ///   - places: The first few places, files in the upper bits and lines in the lower ones.
  mutating func noteRepetitions(_ count: Int, _ places: [UInt64]) {
    guard let first = places.first else { return }
    let file = first >> NumberLog.lineBits
    let lines = places.filter { $0 >> NumberLog.lineBits == file }
    repeatedNumbers = PlacedTally(
      rows: count, lines: lines.map { Int($0 & ((1 << NumberLog.lineBits) - 1)) },
      file: Int(file))
  }

  /// Returns where the rows are counted in which `later` comes before `earlier`.
  static func disorderIndex(_ later: CallField, before earlier: CallField) -> Int {
    later.rawValue * CallField.allCases.count + earlier.rawValue
  }
}

/// Gathers the parts of a program in the order in which an MPS text gives them.
///
/// Entries come column by column and are kept so; the rows are made from them at the end.
struct MPSBuilder {
  var sense = Sense.minimize
  var isEncoded = false
  var name = ""
  /// The name of the objective row, if the text states one.
  var objectiveName: String?

  /// All rows, those of type N included.
  private(set) var rowIndex = NameIndex()
  /// For each of them its row in the program, or one of the two marks below.
  private(set) var places: [Int32] = []
  private(set) var rowTypes: [UInt8] = []
  private(set) var sides: [Double?] = []
  private(set) var ranges: [Double?] = []
  private(set) var droppedCount = 0
  private(set) var hasObjective = false
  private(set) var constant: Double?

  private(set) var columnIndex = NameIndex()
  private(set) var columnStarts: [Int] = []
  private(set) var entryRows: [Int32] = []
  private(set) var entryValues: [Double] = []
  private(set) var objective: [LinearExpression.Term] = []
  private(set) var lower: [Double] = []
  private(set) var upper: [Double] = []
  private(set) var isInteger: [Bool] = []
  /// The line of the last bound of each column; zero where there is none.
  private(set) var boundLines: [Int32] = []
  private var hasLower: [Bool] = []
  /// The number of lower bounds that a negative upper bound made −∞.
  private(set) var openedCount = 0
  /// The last column that has an entry in each row.
  private var lastColumns: [Int32] = []

  private static let objectivePlace: Int32 = -1
  private static let droppedPlace: Int32 = -2

  mutating func addRow(
    _ text: borrowing Span<UInt8>, type: Range<Int>, name: Range<Int>
  ) throws(MPSFault) {
    let letter = type.count == 1 ? text[type.lowerBound] & 0xDF : 0
    guard "NLGE".utf8.contains(letter) else {
      throw MPSFault("\(text.string(at: type)) is not a row type.", "Use N, L, G or E.", at: type)
    }
    guard rowIndex.insert(text, name) != nil else {
      throw MPSFault(
        "Row \(text.string(at: name)) is declared twice.", "Give each row a name of its own.",
        at: name)
    }
    lastColumns.append(-1)
    if letter == UInt8(ascii: "N") {
      let isObjective = objectiveName.map { text.equals($0, at: name) } ?? !hasObjective
      places.append(isObjective ? Self.objectivePlace : Self.droppedPlace)
      droppedCount += isObjective ? 0 : 1
      hasObjective = hasObjective || isObjective
      return
    }
    places.append(Int32(rowTypes.count))
    rowTypes.append(letter)
    sides.append(nil)
    ranges.append(nil)
  }

  /// Returns the column named at `name`, which is the last one or a new one.
  mutating func column(
    _ text: borrowing Span<UInt8>, _ name: Range<Int>, isInteger: Bool
  ) throws(MPSFault) -> Int {
    let count = columnIndex.count
    if count > 0, columnIndex.names.equals(count - 1, text, name) { return count - 1 }
    guard let index = columnIndex.insert(text, name) else {
      throw MPSFault(
        "Variable \(text.string(at: name)) comes back after others.",
        "Put all its entries together.", at: name)
    }
    columnStarts.append(entryRows.count)
    lower.append(0)
    upper.append(.infinity)
    hasLower.append(false)
    boundLines.append(0)
    self.isInteger.append(isInteger)
    return index
  }

  mutating func addEntry(
    _ text: borrowing Span<UInt8>, row: Range<Int>, column: Int, value: Double
  ) throws(MPSFault) {
    let index = try self.row(text, row)
    try requireFinite(value)
    guard lastColumns[index] != Int32(column) else {
      throw MPSFault(
        "Row \(text.string(at: row)) has two entries in this column.",
        "Remove one, or write their sum.", at: row)
    }
    lastColumns[index] = Int32(column)
    let place = places[index]
    if value == 0 || place == Self.droppedPlace { return }
    if place == Self.objectivePlace {
      objective.append(LinearExpression.Term(Variable(index: column), weight: value))
    } else {
      entryRows.append(place)
      entryValues.append(value)
    }
  }

  mutating func setRightHandSide(
    _ text: borrowing Span<UInt8>, row: Range<Int>, value: Double
  ) throws(MPSFault) {
    let place = places[try self.row(text, row)]
    if place == Self.droppedPlace { return }
    let isSet = place == Self.objectivePlace ? constant != nil : sides[Int(place)] != nil
    guard !isSet else {
      throw MPSFault(
        "Row \(text.string(at: row)) has two right-hand sides.", "Remove one.", at: row)
    }
    if place == Self.objectivePlace {
      try requireFinite(value)
      constant = 0 - value
    } else {
      sides[Int(place)] = Self.widened(value)
    }
  }

  mutating func setRange(
    _ text: borrowing Span<UInt8>, row: Range<Int>, value: Double
  ) throws(MPSFault) {
    let place = places[try self.row(text, row)]
    if place < 0 { return }
    guard ranges[Int(place)] == nil else {
      throw MPSFault("Row \(text.string(at: row)) has two ranges.", "Remove one.", at: row)
    }
    ranges[Int(place)] = Self.widened(value)
  }

  mutating func setBound(
    type: String, column index: Int, value: Double, line: Int
  ) throws(MPSFault) {
    let value = Self.widened(value)
    boundLines[index] = Int32(clamping: line)
    switch type {
    case "LO", "LI": lower[index] = value
    case "UP", "UI":
      upper[index] = value
      if value < 0 && !hasLower[index] {
        lower[index] = -.infinity
        openedCount += 1
      }
    case "FX": (lower[index], upper[index]) = (value, value)
    case "FR": (lower[index], upper[index]) = (-.infinity, .infinity)
    case "MI": lower[index] = -.infinity
    case "PL": upper[index] = .infinity
    case "BV": (lower[index], upper[index]) = (0, 1)
    case "SC", "SI":
      throw MPSFault(
        "\(type) makes a variable semi-continuous, which linear programs do not have.",
        "State the bound as UP if zero need not be apart from the rest.")
    default:
      throw MPSFault(
        "\(type) is not a type of bound for linear programs.",
        "Use LO, UP, FX, FR, MI, PL, BV, LI or UI.")
    }
    if !["UP", "UI", "PL"].contains(type) { hasLower[index] = true }
    if ["BV", "LI", "UI"].contains(type) { isInteger[index] = true }
  }

  private func row(_ text: borrowing Span<UInt8>, _ name: Range<Int>) throws(MPSFault) -> Int {
    guard let index = rowIndex.position(text, name) else {
      throw MPSFault(
        "Row \(text.string(at: name)) is not declared.", "Correct the name, or add it to ROWS.",
        at: name)
    }
    return index
  }

  private func requireFinite(_ value: Double) throws(MPSFault) {
    guard !value.isFinite else { return }
    throw MPSFault(
      "\(value) stands where a finite number must be.",
      "Only bounds, right-hand sides of rows and ranges may be infinite.")
  }

  private static func widened(_ value: Double) -> Double {
    abs(value) >= 1e30 ? (value < 0 ? -.infinity : .infinity) : value
  }
}

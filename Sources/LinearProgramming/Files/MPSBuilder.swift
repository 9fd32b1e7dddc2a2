/// Gathers the parts of a program in the order in which an MPS text gives them.
struct MPSBuilder {
  var sense = Sense.minimize

  private let isEncoded: Bool
  private var name = ""
  private var rowTypes: [Character] = []
  private var rowNames: [String] = []
  private var places: [String: RowPlace] = [:]
  private var rowTerms: [[LinearExpression.Term]] = []
  private var rightHandSides: [Double] = []
  private var ranges: [Double?] = []
  private var hasObjective = false
  private var dropped = 0
  private var objective: [LinearExpression.Term] = []
  private var constant = 0.0
  private var columns: [String: Int] = [:]
  private var columnNames: [String] = []
  private var lower: [Double] = []
  private var upper: [Double] = []
  private var hasLower: [Bool] = []
  private var isInteger: [Bool] = []

  private enum RowPlace {
    case objective
    case dropped
    case row(Int)
  }

  init(isEncoded: Bool) { self.isEncoded = isEncoded }

  mutating func setName(_ name: String) { self.name = decoded(name) }

  mutating func addRow(type: String, name: String, line: Int) throws(MPSError) {
    guard ["N", "L", "G", "E"].contains(type), let letter = type.first else {
      throw MPSError(
        line: line, "\(type) is not a row type.", remedy: "Use N, L, G or E.")
    }
    guard places[name] == nil else {
      throw MPSError(
        line: line, "Row \(name) is declared twice.", remedy: "Give each row a name of its own.")
    }
    guard letter != "N" else {
      places[name] = hasObjective ? .dropped : .objective
      dropped += hasObjective ? 1 : 0
      hasObjective = true
      return
    }
    places[name] = .row(rowNames.count)
    rowNames.append(decoded(name))
    rowTypes.append(letter)
    rowTerms.append([])
    rightHandSides.append(0)
    ranges.append(nil)
  }

  mutating func add(
    row: String, column: String, value: Double, isInteger: Bool, line: Int
  ) throws(MPSError) {
    let place = try self.place(of: row, line: line)
    try requireFinite(value, line: line)
    let index = columns[column] ?? addColumn(column, isInteger: isInteger)
    let term = LinearExpression.Term(Variable(index: index), weight: value)
    switch place {
    case .objective: objective.append(term)
    case .dropped: break
    case .row(let row): rowTerms[row].append(term)
    }
  }

  private mutating func addColumn(_ column: String, isInteger: Bool) -> Int {
    let index = columnNames.count
    columns[column] = index
    columnNames.append(decoded(column))
    lower.append(0)
    upper.append(.infinity)
    hasLower.append(false)
    self.isInteger.append(isInteger)
    return index
  }

  mutating func setRightHandSide(row: String, value: Double, line: Int) throws(MPSError) {
    switch try place(of: row, line: line) {
    case .objective:
      try requireFinite(value, line: line)
      constant = 0 - value
    case .dropped: break
    case .row(let index): rightHandSides[index] = Self.widened(value)
    }
  }

  mutating func setRange(row: String, value: Double, line: Int) throws(MPSError) {
    if case .row(let index) = try place(of: row, line: line) { ranges[index] = Self.widened(value) }
  }

  mutating func setBound(
    type: String, column: String, value: Double, line: Int
  ) throws(MPSError) {
    guard let index = columns[column] else {
      throw MPSError(
        line: line, "Variable \(column) has a bound but no column.",
        remedy: "Correct the name, or add the variable to COLUMNS.")
    }
    let value = Self.widened(value)
    switch type {
    case "LO", "LI":
      lower[index] = value
      hasLower[index] = true
    case "UP", "UI":
      upper[index] = value
      if value < 0 && !hasLower[index] { lower[index] = -.infinity }
    case "FX": (lower[index], upper[index]) = (value, value)
    case "FR": (lower[index], upper[index]) = (-.infinity, .infinity)
    case "MI":
      lower[index] = -.infinity
      hasLower[index] = true
    case "PL": upper[index] = .infinity
    case "BV": (lower[index], upper[index]) = (0, 1)
    default:
      throw MPSError(
        line: line, "\(type) is not a type of bound for linear programs.",
        remedy: "Use LO, UP, FX, FR, MI, PL, BV, LI or UI.")
    }
    if ["BV", "LI", "UI"].contains(type) { isInteger[index] = true }
  }

  private func place(of row: String, line: Int) throws(MPSError) -> RowPlace {
    guard let place = places[row] else {
      throw MPSError(
        line: line, "Row \(row) is not declared.", remedy: "Correct the name, or add it to ROWS.")
    }
    return place
  }

  private func requireFinite(_ value: Double, line: Int) throws(MPSError) {
    guard !value.isFinite else { return }
    throw MPSError(
      line: line, "\(value) stands where a finite number must be.",
      remedy: "Only bounds, right-hand sides of rows and ranges may be infinite.")
  }

  private static func widened(_ value: Double) -> Double {
    abs(value) >= 1e30 ? (value < 0 ? -.infinity : .infinity) : value
  }

  private func decoded(_ name: String) -> String {
    isEncoded ? MPSNames.decoded(name) : name
  }

  /// Puts the program together.
  func document() throws(MPSError) -> MPSDocument {
    var program = LinearProgram(name: name)
    for (index, name) in columnNames.enumerated() {
      guard lower[index] <= upper[index] else {
        throw MPSError(
          "Variable \(name) has the lower bound \(lower[index]) above its upper bound "
            + "\(upper[index]).", remedy: "Correct its lines in BOUNDS.")
      }
      _ = program.addVariable(name, in: lower[index]...upper[index])
    }
    for (index, name) in rowNames.enumerated() {
      let expression = LinearExpression(terms: rowTerms[index])
      program.require(expression.within(range(of: index)), named: name)
    }
    let goal = LinearExpression(terms: objective, constant: constant)
    if sense == .minimize { program.minimize(goal) } else { program.maximize(goal) }
    return MPSDocument(
      program: program, droppedObjectiveCount: dropped,
      integerVariables: isInteger.indices.filter { isInteger[$0] }.map(Variable.init(index:)))
  }

  private func range(of row: Int) -> ClosedRange<Double> {
    let side = rightHandSides[row]
    let range = ranges[row]
    let width = range.map { abs($0) } ?? .infinity
    switch rowTypes[row] {
    case "L": return (width < .infinity ? side - width : -.infinity)...side
    case "G": return side...(width < .infinity ? side + width : .infinity)
    default:
      guard let range else { return side...side }
      // An infinite side less an infinite range would be no number.
      if width == .infinity { return range < 0 ? -.infinity...side : side ... .infinity }
      return range < 0 ? (side + range)...side : side...(side + range)
    }
  }
}

internal import PolicingDomain

/// The counts of several tables, each figure once, and every sum that ties them.
struct FigureSystem {
  /// A cell of one of the tables.
  struct Place: Hashable {
    let table: Int
    let row: Int
    let column: Int
  }

  /// What is known of a figure.
  struct Figure {
    /// Its value; nothing where it is withheld or not told.
    var value: Double?
    /// Where it stands.
    var places: [Place] = []
    /// Its name, if several tables show it.
    var key: FigureKey?
    /// What withholding it would cost, if it has a name.
    var standing = SharedFigures.Standing.spare
  }

  /// The figures.
  private(set) var figures: [Figure] = []
  /// The sums of these figures, each once.
  private(set) var equations: [SumEquation] = []
  /// The equations in which each figure is.
  private(set) var memberships: [[Int]] = []
  /// Figures that go together: those of a row, unless columns are parts of one another, and groups
  /// of named ones.
  private(set) var companions: [[Int]] = []
  private var positions: [Place: Int] = [:]
  private var named: [FigureKey: Int] = [:]
  private var seen: Set<SumEquation> = []
  private let keepsUntold: Bool

  /// Reads the tables.
  ///
  /// - Parameters:
  ///   - tables: The tables of one run.
  ///   - keepsUntold: Whether sums count of which a member is told nowhere.
  /// - Complexity: O(cells + members of sums).
  init(_ tables: [ResultTable], keepsUntold: Bool = false) {
    self.keepsUntold = keepsUntold
    for table in tables { addNames(table.shared) }
    for (position, table) in tables.enumerated() { addCells(table, position) }
    for (position, table) in tables.enumerated() {
      addSums(table, position)
      addShared(table.shared, position)
    }
    memberships = [[Int]](repeating: [], count: figures.count)
    for (position, equation) in equations.enumerated() {
      for member in equation.members { memberships[member].append(position) }
    }
    companions = [[Int]](repeating: [], count: figures.count)
    for (position, table) in tables.enumerated() { addCompanions(table, position) }
  }

  /// The columns of a table that count calls or people.
  static func counting(_ table: ResultTable) -> [Int] {
    table.columns.indices.filter {
      table.columns[$0].privacy == .countOfPeople || table.columns[$0].privacy == .countOfCalls
    }
  }

  /// The position of a named figure.
  func position(of key: FigureKey) -> Int? { named[key] }

  private mutating func name(_ key: FigureKey) -> Int {
    if let known = named[key] { return known }
    named[key] = figures.count
    figures.append(Figure(key: key))
    return figures.count - 1
  }

  private mutating func addNames(_ shared: SharedFigures) {
    for figure in shared.figures {
      let position = name(figure.key)
      figures[position].value = figure.value
      figures[position].standing = max(figures[position].standing, figure.standing)
    }
  }

  private mutating func addCells(_ table: ResultTable, _ number: Int) {
    func isInside(_ place: SharedFigures.Place) -> Bool {
      table.rows.indices.contains(place.row) && table.columns.indices.contains(place.column)
    }
    for cell in table.shared.cells where isInside(cell) {
      let place = Place(table: number, row: cell.row, column: cell.column)
      let content = table.rows[cell.row][cell.column]
      guard content != .missing else { continue }
      let position = name(cell.key)
      positions[place] = position
      figures[position].places.append(place)
      if let value = Self.number(content) { figures[position].value = value }
    }
    for column in Self.counting(table) {
      for row in table.rows.indices {
        let place = Place(table: number, row: row, column: column)
        let content = table.rows[row][column]
        guard positions[place] == nil, content != .missing else { continue }
        positions[place] = figures.count
        figures.append(Figure(value: Self.number(content), places: [place]))
      }
    }
  }

  private static func number(_ cell: ResultTable.Cell) -> Double? {
    switch cell {
    case .count(let count): Double(count)
    case .number(let value): value.isFinite ? value : nil
    case .text, .missing: nil
    }
  }

  private mutating func addSums(_ table: ResultTable, _ number: Int) {
    let counting = Self.counting(table)
    for sum in table.rowSums {
      for column in counting {
        add(
          positions[Place(table: number, row: sum.total, column: column)],
          sum.parts.map { positions[Place(table: number, row: $0, column: column)] })
      }
    }
    for sum in table.columnSums {
      for row in table.rows.indices {
        add(
          positions[Place(table: number, row: row, column: sum.total)],
          sum.parts.map { positions[Place(table: number, row: row, column: $0)] })
      }
    }
  }

  private mutating func addShared(_ shared: SharedFigures, _ number: Int) {
    for sum in shared.sums { add(named[sum.total], sum.parts.map { named[$0] }) }
    for sum in shared.cellSums {
      add(
        named[sum.total],
        sum.rows.map { positions[Place(table: number, row: $0, column: sum.column)] })
    }
  }

  private mutating func add(_ total: Int?, _ parts: [Int?]) {
    guard let total else { return }
    let parts = parts.compactMap { $0 }.sorted()
    guard parts != [total] else { return }
    let equation = SumEquation(total: total, parts: parts)
    let isTold = equation.members.allSatisfy {
      figures[$0].value != nil || !figures[$0].places.isEmpty
    }
    guard isTold || keepsUntold else { return }
    if seen.insert(equation).inserted { equations.append(equation) }
  }

  private mutating func addCompanions(_ table: ResultTable, _ number: Int) {
    if table.columnSums.isEmpty {
      let counting = Self.counting(table)
      for row in table.rows.indices where counting.count > 1 {
        tie(counting.compactMap { positions[Place(table: number, row: row, column: $0)] })
      }
    }
    for group in table.shared.groups { tie(group.compactMap { named[$0] }) }
  }

  private mutating func tie(_ members: [Int]) {
    for member in members {
      companions[member] += members.filter { $0 != member && !companions[member].contains($0) }
    }
  }
}

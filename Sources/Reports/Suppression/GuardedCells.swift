import PolicingDomain

/// The counts of a table that has something to guard, and which of them are withheld.
struct GuardedCells {
  /// A count with its place.
  struct Cell {
    let row: Int
    let column: Int
    let value: Double
  }

  /// The counts.
  let cells: [Cell]
  /// What sums to what.
  let equations: [SumEquation]
  /// The positions in ``cells`` of those withheld.
  private(set) var hidden: Set<Int> = []
  private let minimum: Double
  /// The cells that go together: those of one row, unless columns are parts of one another.
  private let companions: [[Int]]
  private let meanColumns: [Int]

  init(table: ResultTable, rule: SmallCounts) {
    minimum = rule.minimum
    let columns = table.columns
    let counting = columns.indices.filter {
      columns[$0].privacy == .countOfPeople || columns[$0].privacy == .countOfCalls
    }
    var cells: [Cell] = []
    var positions: [[Int]: Int] = [:]
    for row in table.rows.indices {
      for column in counting {
        guard let value = Self.number(table.rows[row][column]) else { continue }
        positions[[row, column]] = cells.count
        cells.append(Cell(row: row, column: column, value: value))
      }
    }
    var equations: [SumEquation] = []
    func add(_ total: [Int], _ parts: [[Int]]) {
      guard let total = positions[total] else { return }
      equations.append(SumEquation(total: total, parts: parts.compactMap { positions[$0] }))
    }
    for sum in table.rowSums {
      for column in counting { add([sum.total, column], sum.parts.map { [$0, column] }) }
    }
    for sum in table.columnSums {
      for row in table.rows.indices { add([row, sum.total], sum.parts.map { [row, $0] }) }
    }
    self.cells = cells
    self.equations = equations
    companions = cells.map { cell in
      guard table.columnSums.isEmpty else { return [] }
      return counting.compactMap { positions[[cell.row, $0]] }
    }
    meanColumns = columns.indices.filter { columns[$0].privacy == .meanPerCall }
    hidePrimary(table, rule)
  }

  private static func number(_ cell: ResultTable.Cell) -> Double? {
    switch cell {
    case .count(let count): Double(count)
    case .number(let value): value.isFinite ? value : nil
    case .text, .missing: nil
    }
  }

  /// Withholds what is small itself.
  private mutating func hidePrimary(_ table: ResultTable, _ rule: SmallCounts) {
    let typeColumns = table.columns.indices.filter { table.columns[$0].privacy == .callType }
    let sensitive = table.rows.map { row in
      typeColumns.contains { column in
        guard case .text(let name) = row[column] else { return false }
        return rule.isSensitive(name)
      }
    }
    for (position, cell) in cells.enumerated() where cell.value < rule.minimum {
      let isOfPeople = table.columns[cell.column].privacy == .countOfPeople
      if isOfPeople || sensitive[cell.row] { hide(position) }
    }
  }

  private mutating func hide(_ position: Int) {
    hidden.insert(position)
    hidden.formUnion(companions[position])
  }

  /// Withholds further counts until each withheld one could be ``minimum`` larger or smaller.
  mutating func hideWhatFollows() {
    while true {
      let order = hidden.sorted()
      let room = HiddenRoom(hidden: order, values: cells.map(\.value), equations: equations)
      guard let bare = order.first(where: { room.width(of: $0) < minimum }),
        let next = companion(for: bare)
      else { return }
      hide(next)
    }
  }

  /// The next count to withhold so that the one at `position` follows from nothing: from the sum in
  /// which fewest are withheld, one that another sum with withheld counts shares, if there is one;
  /// then the smallest that gives room enough; a total only when nothing else is left.
  private func companion(for position: Int) -> Int? {
    let own = equations.filter { $0.members.contains(position) }.enumerated().sorted { lhs, rhs in
      (lhs.element.count(of: hidden), lhs.offset) < (rhs.element.count(of: hidden), rhs.offset)
    }.map(\.element)
    for equation in own {
      let open = equation.parts.filter { !hidden.contains($0) && cells[$0].value > 0 }
      if let best = open.min(by: { rank($0, equation) < rank($1, equation) }) { return best }
    }
    for equation in own {
      if let rest = equation.parts.first(where: { !hidden.contains($0) }) { return rest }
      if !hidden.contains(equation.total) { return equation.total }
    }
    // Its own sums are all withheld: what else its withheld neighbours are summed with.
    let neighbours = own.flatMap(\.members)
    return equations.filter { sum in neighbours.contains { sum.members.contains($0) } }
      .flatMap { $0.parts + [$0.total] }.first { !hidden.contains($0) }
  }

  private func rank(_ position: Int, _ equation: SumEquation) -> (Int, Int, Double, Int) {
    let closes = equations.contains { other in
      other != equation && other.members.contains(position) && other.count(of: hidden) > 0
    }
    let value = cells[position].value
    let isEnough = value >= minimum
    return (closes ? 0 : 1, isEnough ? 0 : 1, isEnough ? value : -value, position)
  }

  /// The rows and columns of everything withheld, means per call included.
  var hiddenPositions: [(row: Int, column: Int)] {
    let counts = hidden.sorted().map { (row: cells[$0].row, column: cells[$0].column) }
    let rows = Set(counts.map(\.row)).sorted()
    return counts + rows.flatMap { row in meanColumns.map { (row: row, column: $0) } }
  }
}

/// One sum: the parts add up to the total.
package struct SumEquation: Hashable, Sendable {
  /// The position of the total.
  package let total: Int
  /// The positions of the parts.
  package let parts: [Int]

  /// Creates a sum.
  package init(total: Int, parts: [Int]) {
    self.total = total
    self.parts = parts
  }

  /// Total and parts.
  package var members: [Int] { parts + [total] }

  /// How many members are among `positions`.
  func count(of positions: Set<Int>) -> Int { members.count { positions.contains($0) } }
}

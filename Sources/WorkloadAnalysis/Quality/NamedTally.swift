/// Something that is counted in parts, which are then put together in any order.
protocol QualityCell: Sendable {
  init()
  mutating func merge(_ other: Self)
}

/// One cell for each name, in memory that is bounded.
///
/// A column of free text may hold a new value in every row. Beyond ``limit`` names all are counted
/// as one, so that neither the memory nor the result depends on the order of the calls.
struct NamedTally<Cell: QualityCell>: Sendable {
  /// Where calls without a name are counted.
  static var nameless: Int32 { 0 }

  /// How many names are told apart.
  let limit: Int
  /// Whether there were more.
  private(set) var isCollapsed = false

  private var names: [String] = [""]
  private var positions: [String: Int32] = [:]
  private var cells = [Cell()]

  init(limit: Int) { self.limit = limit }

  /// Returns the position of `name`, adding it if it is new.
  mutating func position(of name: String) -> Int32 {
    if isCollapsed { return 1 }
    if let known = positions[name] { return known }
    guard positions.count < limit else {
      collapse()
      return 1
    }
    let position = Int32(names.count)
    positions[name] = position
    names.append(name)
    cells.append(Cell())
    return position
  }

  /// The cell at a position that was handed out before, even if names were put together since.
  subscript(position: Int32) -> Cell {
    get { cells[isCollapsed ? min(1, Int(position)) : Int(position)] }
    _modify { yield &cells[isCollapsed ? min(1, Int(position)) : Int(position)] }
  }

  /// The cell of calls without a name.
  var unnamed: Cell { cells[0] }

  /// The cells in the order of their names; one, under no name, where there were too many.
  var inOrder: [(name: String, cell: Cell)] {
    (1..<max(1, names.count)).map { (names[$0], cells[$0]) }.sorted { $0.name < $1.name }
  }

  /// The number of names; nothing when there were too many to be told apart.
  var count: Int? { isCollapsed ? nil : names.count - 1 }

  mutating func merge(_ other: Self) {
    cells[0].merge(other.cells[0])
    for position in other.names.indices.dropFirst() {
      if other.isCollapsed, !isCollapsed { collapse() }
      self[self.position(of: other.names[position])].merge(other.cells[position])
    }
  }

  private mutating func collapse() {
    var all = Cell()
    for cell in cells.dropFirst() { all.merge(cell) }
    cells = [cells[0], all]
    names = ["", ""]
    positions = [:]
    isCollapsed = true
  }
}

public import PolicingDomain

/// The tables of one run as they may be made public together.
///
/// All counts of all tables are one system: cells that are the same figure by
/// `ResultTable.shared` count once, and every sum of any table holds. What is small itself is
/// withheld, and then as much else as it takes that each withheld count could be at least
/// ``SmallCounts/minimum`` larger or smaller by all that the tables show. Rows of the same total go
/// first; a total is withheld only where all its rows are and there is no room yet, and then other
/// tables withhold it as well, with the means and notes from which it would follow.
///
///     let page = PublicTables(results.tables)
///     print(page.tables.count, page.withheld.count)
public struct PublicTables: Hashable, Sendable {
  /// The tables, in their order.
  public let tables: [ResultTable]
  /// The figures of several tables that are withheld in all of them.
  public let withheld: Set<FigureKey>
  /// Whether every withheld count has the room that it must have; not where a figure that is known
  /// anyhow is itself as small as what must be withheld.
  public let isSafe: Bool

  /// Withholds what may not be made public.
  ///
  /// - Parameters:
  ///   - tables: The tables of one run.
  ///   - rule: What is withheld.
  /// - Complexity: O(cells + h × k), for h withheld figures and k the times that the sums of those
  ///   that hang together are solved, at most h.
  public init(_ tables: [ResultTable], by rule: SmallCounts = SmallCounts()) {
    let guarded = GuardedFigures(tables, rule: rule)
    isSafe = guarded.exposed.isEmpty
    guard !guarded.hidden.isEmpty else {
      self.tables = tables
      withheld = []
      return
    }
    var places = [[FigureSystem.Place]](repeating: [], count: tables.count)
    var keys: Set<FigureKey> = []
    for position in guarded.hidden.sorted() {
      let figure = guarded.system.figures[position]
      for place in figure.places { places[place.table].append(place) }
      if let key = figure.key { keys.insert(key) }
    }
    withheld = keys
    self.tables = tables.indices.map { number in
      Self.veiled(tables[number], places[number].map { ($0.row, $0.column) }, keys, rule)
    }
  }

  private static func veiled(
    _ table: ResultTable, _ places: [(row: Int, column: Int)], _ keys: Set<FigureKey>,
    _ rule: SmallCounts
  ) -> ResultTable {
    let means = table.columns.indices.filter { table.columns[$0].privacy == .meanPerCall }
    let tells = table.shared.tells.filter { keys.contains($0.key) }
    let silenced = Set(
      table.shared.notes.filter { $0.keys.contains(where: keys.contains) }.map(\.position))
    var rows = table.rows
    for (row, column) in places { rows[row][column] = ResultTable.withheld }
    // The mean of a total is made of those of its rows: with their hours it would narrow them down.
    let bare = Set(places.map(\.row))
    let totals = table.rowSums.filter { $0.parts.contains(where: bare.contains) }.map(\.total)
    for row in bare.union(totals) {
      for mean in means { rows[row][mean] = ResultTable.withheld }
    }
    for place in tells
    where rows.indices.contains(place.row) && rows[place.row].indices.contains(place.column)
      && rows[place.row][place.column] != .missing
    {
      rows[place.row][place.column] = ResultTable.withheld
    }
    let kept = table.notes.indices.filter { !silenced.contains($0) }
    var shared = table.shared
    shared.figures.removeAll { keys.contains($0.key) }
    shared.notes = shared.notes.compactMap { note in
      kept.firstIndex(of: note.position).map { SharedFigures.Note($0, tells: note.keys) }
    }
    return ResultTable(
      name: table.name, title: table.title, columns: table.columns, rows: rows,
      rowSums: table.rowSums, columnSums: table.columnSums,
      notes: kept.map { table.notes[$0] }
        + words(counts: places.count, telling: !tells.isEmpty || !silenced.isEmpty, rule),
      shared: shared)
  }

  private static func words(counts: Int, telling: Bool, _ rule: SmallCounts) -> [String] {
    var words: [String] = []
    if counts > 0 {
      words.append(
        "\(counts) counts are withheld: those under \(Format.number(rule.minimum, decimals: 0)) of "
          + "people or of sensitive types of call, and others from which they would follow, in any "
          + "table of the run. Means per call of their rows and totals are withheld too; hours of "
          + "work never are.")
    }
    if telling {
      words.append("Figures and notes from which a withheld count would follow are withheld.")
    }
    return words
  }
}

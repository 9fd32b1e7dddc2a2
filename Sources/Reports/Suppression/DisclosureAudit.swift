public import PolicingDomain

/// What a reader can work out about the figures that published tables withhold.
///
/// It sees what is published alone: the numbers of all tables, their sums, which figures are the same
/// in several tables, and that counts are not negative. The sums are solved for the withheld
/// figures, and then every sum, as printed and as solved, narrows the bounds of its members until
/// nothing changes any more.
public struct DisclosureAudit: Hashable, Sendable {
  /// The bounds of one withheld figure.
  public struct Bounds: Hashable, Sendable {
    /// The position of the table.
    public let table: Int
    /// The row of the table.
    public let row: Int
    /// The column of the table.
    public let column: Int
    /// The least that it can be, as far as the sums tell.
    public let low: Double
    /// The most that it can be; infinite where no sum limits it.
    public let high: Double

    /// Whether the figure follows from what is published.
    public var isDisclosed: Bool { high - low < 0.5 }
  }

  /// The bounds of every withheld count; a figure that several cells show has them all.
  public let bounds: [Bounds]

  /// Audits a published table.
  ///
  /// - Complexity: That of a set of tables.
  public init(of table: ResultTable) { self.init(of: [table]) }

  /// Audits the published tables of one run.
  ///
  /// A named figure that is withheld, and yet told by a cell or note, counts as disclosed.
  ///
  /// - Complexity: O(rounds × terms of the sums).
  public init(of tables: some Sequence<ResultTable>) {
    let tables = Array(tables)
    let system = FigureSystem(tables, keepsUntold: true)
    let told = Self.told(tables)
    let unknowns = system.figures.indices.filter { system.figures[$0].value == nil }
    let limits = Self.limits(
      system.equations, unknowns, system.figures.map { $0.value ?? 0 })
    bounds = zip(unknowns, limits).flatMap { position, limit in
      let figure = system.figures[position]
      let isTold = figure.key.map(told.contains) ?? false
      return figure.places.map { place in
        Bounds(
          table: place.table, row: place.row, column: place.column, low: limit.lowerBound,
          high: isTold ? limit.lowerBound : limit.upperBound)
      }
    }
  }

  /// The figures that cells or notes tell, beside those that show them.
  private static func told(_ tables: [ResultTable]) -> Set<FigureKey> {
    var told: Set<FigureKey> = []
    for table in tables {
      for place in table.shared.tells
      where table.rows.indices.contains(place.row)
        && table.columns.indices.contains(place.column)
      {
        let cell = table.rows[place.row][place.column]
        if cell != ResultTable.withheld, cell != .missing { told.insert(place.key) }
      }
      for note in table.shared.notes { told.formUnion(note.keys) }
    }
    return told
  }

  private struct Relation {
    let terms: [Elimination.Term]
    let side: Double
  }

  private static func limits(
    _ equations: [SumEquation], _ unknowns: [Int], _ values: [Double]
  ) -> [ClosedRange<Double>] {
    var sums: [Relation] = []
    for equation in equations {
      // One sum alone is that sum as printed.
      let printed = Elimination(equations: [equation], unknowns: unknowns, values: values)
      sums += zip(printed.rows, printed.sides).map { Relation(terms: $0, side: $1) }
    }
    let solved = Elimination(equations: equations, unknowns: unknowns, values: values)
    sums += zip(solved.rows, solved.sides).map { Relation(terms: $0, side: $1) }
    var limits = [ClosedRange<Double>](repeating: 0...Double.infinity, count: unknowns.count)
    var changes = true
    var rounds = 0
    while changes, rounds < 1000 {
      changes = false
      rounds += 1
      for sum in sums where narrow(&limits, by: sum) { changes = true }
    }
    return limits
  }

  /// Narrows the members of one sum by the bounds of the others; returns whether any changed.
  private static func narrow(_ limits: inout [ClosedRange<Double>], by sum: Relation) -> Bool {
    var changed = false
    for target in sum.terms {
      var least = sum.side
      var most = sum.side
      for other in sum.terms where other.column != target.column {
        let range = limits[other.column]
        let ends = [range.lowerBound, range.upperBound].map { other.value * $0 }
        least -= max(ends[0], ends[1])
        most -= min(ends[0], ends[1])
      }
      let ends = [least / target.value, most / target.value]
      let old = limits[target.column]
      let low = max(old.lowerBound, min(ends[0], ends[1]))
      let high = max(low, min(old.upperBound, max(ends[0], ends[1])))
      if low > old.lowerBound + 1e-9 || high < old.upperBound - 1e-9 {
        limits[target.column] = low...high
        changed = true
      }
    }
    return changed
  }
}

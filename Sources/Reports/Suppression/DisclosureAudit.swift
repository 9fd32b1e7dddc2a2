public import PolicingDomain

/// What a reader can work out about the figures that a published table withholds.
///
/// It sees the published table alone: its numbers, its sums, and that counts are not negative. The
/// sums are solved for the withheld figures, and then every sum, as printed and as solved, narrows
/// the bounds of its members until nothing changes any more.
public struct DisclosureAudit: Hashable, Sendable {
  /// The bounds of one withheld figure.
  public struct Bounds: Hashable, Sendable {
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

  /// The bounds of every withheld count.
  public let bounds: [Bounds]

  /// Audits a published table.
  ///
  /// - Complexity: O(rounds × sums × cells).
  public init(of table: ResultTable) {
    let columns = table.columns.indices.filter {
      table.columns[$0].privacy == .countOfPeople || table.columns[$0].privacy == .countOfCalls
    }
    let width = table.columns.count
    var values = [Double](repeating: 0, count: table.rows.count * width)
    var unknowns: [Int] = []
    for (row, cells) in table.rows.enumerated() {
      for column in columns {
        switch cells[column] {
        case .count(let count): values[row * width + column] = Double(count)
        case .number(let number): values[row * width + column] = number
        case .text: unknowns.append(row * width + column)
        case .missing: break
        }
      }
    }
    let equations =
      table.rowSums.flatMap { sum in
        columns.map { column in
          SumEquation(
            total: sum.total * width + column, parts: sum.parts.map { $0 * width + column })
        }
      }
      + table.columnSums.flatMap { sum in
        table.rows.indices.map { row in
          SumEquation(total: row * width + sum.total, parts: sum.parts.map { row * width + $0 })
        }
      }
    let limits = Self.limits(equations, unknowns, values)
    bounds = zip(unknowns, limits).map { position, limit in
      Bounds(
        row: position / width, column: position % width, low: limit.lowerBound,
        high: limit.upperBound)
    }
  }

  private static func limits(
    _ equations: [SumEquation], _ unknowns: [Int], _ values: [Double]
  ) -> [ClosedRange<Double>] {
    var sums: [(row: [Double], side: Double)] = []
    for equation in equations {
      // One sum alone is that sum as printed.
      let printed = Elimination(equations: [equation], unknowns: unknowns, values: values)
      sums += zip(printed.rows, printed.sides).map { ($0, $1) }
    }
    let solved = Elimination(equations: equations, unknowns: unknowns, values: values)
    sums += zip(solved.rows, solved.sides).map { ($0, $1) }
    var limits = [ClosedRange<Double>](repeating: 0...Double.infinity, count: unknowns.count)
    var changes = true
    var rounds = 0
    while changes, rounds < 1000 {
      changes = false
      rounds += 1
      for sum in sums where narrow(&limits, by: sum.row, sum.side) { changes = true }
    }
    return limits
  }

  /// Narrows the members of one sum by the bounds of the others; returns whether any changed.
  private static func narrow(
    _ limits: inout [ClosedRange<Double>], by row: [Double], _ side: Double
  ) -> Bool {
    var changed = false
    for target in row.indices where row[target] != 0 {
      var least = side
      var most = side
      for other in row.indices where other != target && row[other] != 0 {
        let ends = [limits[other].lowerBound, limits[other].upperBound].map { row[other] * $0 }
        least -= max(ends[0], ends[1])
        most -= min(ends[0], ends[1])
      }
      let ends = [least / row[target], most / row[target]]
      let old = limits[target]
      let low = max(old.lowerBound, min(ends[0], ends[1]))
      let high = max(low, min(old.upperBound, max(ends[0], ends[1])))
      if low > old.lowerBound + 1e-9 || high < old.upperBound - 1e-9 {
        limits[target] = low...high
        changed = true
      }
    }
    return changed
  }
}

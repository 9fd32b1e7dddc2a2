internal import LinearAlgebra

/// A linear program while it is being reduced: minimize cᵀx subject to ranges of the rows'
/// activities and bounds on x.
///
/// After each step it is equivalent to the program before, in the sense that an optimal solution,
/// its prices and its basis can be carried back by the step's own undo.
struct ReducibleProgram {
  /// The matrix.
  var entries: LinkedEntries
  /// The cost of each column.
  private(set) var costs: [Double]
  /// The largest term that went into each cost, for the rounding.
  private(set) var costScales: [Double]
  /// The lower bound of each column.
  var lower: [Double]
  /// The upper bound of each column.
  var upper: [Double]
  /// The lower end of each row's activity.
  var rowLower: [Double]
  /// The upper end of each row's activity.
  var rowUpper: [Double]
  /// The largest amount that each row's ends were moved by, for the rounding.
  private var rowScales: [Double]
  /// Whether each column is still there.
  private(set) var hasColumn: [Bool]
  /// Whether each row is still there.
  private(set) var hasRow: [Bool]
  /// The number of columns left.
  private(set) var columnsLeft: Int
  /// The number of rows left.
  private(set) var rowsLeft: Int
  /// Least and largest activities, where ``isActivityKnown``.
  var activities: [RowActivity]
  /// Whether the row's activity is up to date.
  var isActivityKnown: [Bool]
  /// The column with one entry that bounds each row's price from below, or −1.
  var lowerPriceSources: [Int32]
  /// The column with one entry that bounds each row's price from above, or −1.
  var upperPriceSources: [Int32]
  /// Rows to look at.
  var rowList: WorkList
  /// Columns to look at.
  var columnList: WorkList
  /// How to get back.
  var log = UndoLog()
  /// That the program has no optimum, once that is known.
  var failure: Presolve.Finding?
  /// The proof, if the program is infeasible.
  var contradictions: [Contradiction] = []
  /// Entries visited, for a limit on the effort.
  var work = 0
  /// A number for each column, −1 unless in use.
  var columnPlaces: [Int32]

  /// Prepares `form` for reductions.
  ///
  /// - Complexity: O(rows + columns + entries).
  init(_ form: ComputationalForm) {
    let n = form.variableCount
    let m = form.rowCount
    entries = LinkedEntries(form.matrix)
    costs = Array(form.costs.prefix(n))
    costScales = costs.map { abs($0) }
    lower = Array(form.lower.prefix(n))
    upper = Array(form.upper.prefix(n))
    rowLower = form.upper[n..<n + m].map { -$0 }
    rowUpper = form.lower[n..<n + m].map { -$0 }
    rowScales = [Double](repeating: 0, count: m)
    hasColumn = [Bool](repeating: true, count: n)
    hasRow = [Bool](repeating: true, count: m)
    columnsLeft = n
    rowsLeft = m
    activities = [RowActivity](repeating: RowActivity(), count: m)
    isActivityKnown = [Bool](repeating: false, count: m)
    lowerPriceSources = [Int32](repeating: -1, count: m)
    upperPriceSources = lowerPriceSources
    rowList = WorkList(all: m)
    columnList = WorkList(all: n)
    columnPlaces = [Int32](repeating: -1, count: n)
  }

  /// Takes `row` and its entries out, and lists its columns.
  mutating func remove(row: Int) {
    var entry = entries.first(inRow: row)
    while entry >= 0 {
      let next = entries.next(inRow: entry)
      columnList.add(entries.column(of: entry))
      entries.remove(entry)
      entry = next
    }
    hasRow[row] = false
    rowsLeft -= 1
  }

  /// Takes `column` and its entries out, and lists its rows.
  mutating func remove(column: Int) {
    var entry = entries.first(inColumn: column)
    while entry >= 0 {
      let next = entries.next(inColumn: entry)
      let row = entries.row(of: entry)
      isActivityKnown[row] = false
      rowList.add(row)
      entries.remove(entry)
      entry = next
    }
    hasColumn[column] = false
    columnsLeft -= 1
  }

  /// Changes the bounds of `column`, and lists it and its rows.
  mutating func setBounds(of column: Int, _ low: Double, _ high: Double) {
    lower[column] = low
    upper[column] = high
    columnList.add(column)
    var entry = entries.first(inColumn: column)
    while entry >= 0 {
      let row = entries.row(of: entry)
      isActivityKnown[row] = false
      rowList.add(row)
      entry = entries.next(inColumn: entry)
    }
  }

  /// Lists the columns of `row`.
  mutating func listColumns(of row: Int) {
    var entry = entries.first(inRow: row)
    while entry >= 0 {
      columnList.add(entries.column(of: entry))
      entry = entries.next(inRow: entry)
    }
  }

  /// Adds to the cost of `column`; what is left of a cancellation becomes zero.
  mutating func add(cost amount: Double, to column: Int) {
    let sum = costs[column] + amount
    costScales[column] = max(costScales[column], abs(amount))
    costs[column] = abs(sum) <= 1e-14 * costScales[column] ? 0 : sum
  }

  /// Moves both ends of `row` by `amount`; what is left of a cancellation becomes zero.
  mutating func shift(row: Int, by amount: Double) {
    if amount == 0 { return }
    let isEquation: Bool = rowLower[row] == rowUpper[row]
    rowScales[row] = max(rowScales[row], abs(amount))
    let rounding = 1e-14 * rowScales[row]
    rowLower[row] = Self.sum(rowLower[row], amount, rounding: rounding)
    rowUpper[row] =
      isEquation ? rowLower[row] : Self.sum(rowUpper[row], amount, rounding: rounding)
  }

  /// Returns `left` + `right`, or zero where they cancel to `rounding`.
  private static func sum(_ left: Double, _ right: Double, rounding: Double) -> Double {
    let sum = left + right
    return abs(sum) <= rounding ? 0 : sum
  }

  /// By how much the ends of `row` may be wrong before the program counts as infeasible, as far
  /// as the terms that went into them are concerned.
  func slip(of row: Int) -> Double { 1e-11 * rowScales[row] }
}

internal import LinearAlgebra

/// A program made smaller, and the way back.
///
/// Source of the reductions: E. D. Andersen and K. D. Andersen, "Presolving in linear
/// programming", *Mathematical Programming* 71 (1995) 221–245. Each is a file of its own, with its
/// undo.
struct Presolve {
  /// What has become of the program.
  enum Finding {
    /// A smaller program remains; it may be of the same size.
    case reduced
    /// Nothing is left to solve.
    case solved
    /// The program has no feasible point.
    case infeasible
    /// The program has no feasible prices: it is unbounded or infeasible.
    case unbounded
  }

  /// What has become of the program.
  let finding: Finding
  /// What is left to solve.
  let reduced: ComputationalForm

  /// The cost of each original variable, then of each slack.
  var originalCosts: [Double] { original.costs }

  private let original: ComputationalForm
  private let log: UndoLog
  private let contradictions: [Contradiction]
  /// The original number of each column left.
  private let columns: [Int32]
  /// The original number of each row left.
  private let rows: [Int32]

  /// Reduces `form` to a fixed point, or until little is gained.
  ///
  /// - Complexity: About O(rows + columns + entries); at most twenty times that is visited.
  init(_ form: ComputationalForm) {
    var program = ReducibleProgram(form)
    program.reduce()
    original = form
    log = program.log
    contradictions = program.contradictions
    let isEmpty = program.rowsLeft == 0 && program.columnsLeft == 0
    finding = program.failure ?? (isEmpty ? .solved : .reduced)
    let hasColumn = program.hasColumn
    let hasRow = program.hasRow
    columns = hasColumn.indices.lazy.filter { hasColumn[$0] }.map(Int32.init(truncatingIfNeeded:))
    rows = hasRow.indices.lazy.filter { hasRow[$0] }.map(Int32.init(truncatingIfNeeded:))
    reduced = ComputationalForm(program, columns: columns, rows: rows)
  }

  /// Brings a solution of the reduced program back to the original one.
  ///
  /// - Parameters:
  ///   - values: The values of the reduced variables.
  ///   - prices: The prices of the reduced rows.
  ///   - basis: The basis of the reduced program, or `nil` if the values are no vertex.
  /// - Returns: The values, prices and, if there was one, the basis of the original program.
  /// - Complexity: O(reduced size + what was taken out).
  func postsolve(
    values: [Double], prices: [Double], basis: Basis?
  ) -> (values: [Double], prices: [Double], basis: Basis?) {
    var restoration = start(kind: basis == nil ? .point : .vertex, prices: prices)
    for (place, column) in columns.enumerated() { restoration.values[Int(column)] = values[place] }
    if let basis { adopt(basis, into: &restoration) }
    for step in log.steps.reversed() { restoration.undo(step, in: log) }
    return (restoration.values, restoration.prices, basis == nil ? nil : finish(&restoration))
  }

  /// Brings multipliers that prove the reduced program infeasible back to the original one.
  ///
  /// - Complexity: O(reduced size + what was taken out).
  func postsolve(multipliers: [Double]) -> [Double] {
    var restoration = start(kind: .certificate, prices: multipliers)
    for step in log.steps.reversed() { restoration.undo(step, in: log) }
    return restoration.prices
  }

  /// The row multipliers that prove the original program infeasible, if that is the finding.
  ///
  /// - Complexity: O(size + what was taken out).
  func infeasibilityMultipliers() -> [Double] {
    var restoration = Restoration(
      kind: .certificate, columnCount: original.variableCount, rowCount: original.rowCount)
    for contradiction in contradictions { restoration.add(contradiction, in: log) }
    for step in log.steps.reversed() { restoration.undo(step, in: log) }
    return restoration.prices
  }

  /// A restoration with the prices, and the reduced costs, of the reduced program.
  private func start(kind: Restoration.Kind, prices: [Double]) -> Restoration {
    var restoration = Restoration(
      kind: kind, columnCount: original.variableCount, rowCount: original.rowCount)
    for (place, row) in rows.enumerated() { restoration.prices[Int(row)] = prices[place] }
    var reducedCosts =
      kind == .certificate
      ? [Double](repeating: 0, count: columns.count)
      : Array(reduced.costs.prefix(columns.count))
    reduced.matrix.subtractProducts(with: prices, from: &reducedCosts)
    for (place, column) in columns.enumerated() {
      restoration.reducedCosts[Int(column)] = reducedCosts[place]
    }
    return restoration
  }

  /// Takes over the statuses of the reduced program; what has no room is held by its sign.
  private func adopt(_ basis: Basis, into restoration: inout Restoration) {
    for (place, column) in columns.enumerated() {
      var status = basis.variables[place]
      let index = Int(column)
      if status == .basic {
        restoration.reducedCosts[index] = 0
      } else if reduced.lower[place] == reduced.upper[place] {
        status = restoration.reducedCosts[index] >= 0 ? .atLower : .atUpper
      }
      restoration.columnStatus[index] = status
    }
    for (place, row) in rows.enumerated() {
      let index = Int(row)
      let slack = columns.count + place
      restoration.rowStatus[index] = basis.rows[place]
      if basis.rows[place] != .basic && reduced.lower[slack] == reduced.upper[slack] {
        restoration.hold(equation: index)
      }
    }
  }

  /// The basis of the original program, with every status one that the bounds allow.
  private func finish(_ restoration: inout Restoration) -> Basis? {
    var basics = 0
    for column in 0..<original.variableCount {
      if restoration.columnStatus[column] == .basic {
        basics += 1
        continue
      }
      restoration.columnStatus[column] = Self.place(
        restoration.columnStatus[column], original.lower[column], original.upper[column])
    }
    for row in 0..<original.rowCount {
      if restoration.rowStatus[row] == .basic {
        basics += 1
        continue
      }
      let slack = original.variableCount + row
      restoration.rowStatus[row] = Self.place(
        restoration.rowStatus[row], -original.upper[slack], -original.lower[slack])
    }
    guard basics == original.rowCount else { return nil }
    return Basis(variables: restoration.columnStatus, rows: restoration.rowStatus)
  }

  private static func place(
    _ status: Basis.Status, _ lower: Double, _ upper: Double
  ) -> Basis.Status {
    if lower == -.infinity && upper == .infinity { return .free }
    if lower == -.infinity { return .atUpper }
    if upper == .infinity { return .atLower }
    return status == .free ? .atLower : status
  }
}

internal import LinearAlgebra

extension ComputationalForm {
  /// Gathers what is left of `program`.
  ///
  /// - Parameters:
  ///   - program: The program after its reductions.
  ///   - columns: The columns left, rising.
  ///   - rows: The rows left, rising.
  init(_ program: ReducibleProgram, columns: [Int32], rows: [Int32]) {
    var places = [Int](repeating: -1, count: program.hasRow.count)
    for (place, row) in rows.enumerated() { places[Int(row)] = place }
    var starts: [Int] = [0]
    var entryRows: [Int] = []
    var values: [Double] = []
    starts.reserveCapacity(columns.count + 1)
    entryRows.reserveCapacity(program.entries.count)
    values.reserveCapacity(program.entries.count)
    for column in columns {
      var entry = program.entries.first(inColumn: Int(column))
      while entry >= 0 {
        entryRows.append(places[program.entries.row(of: entry)])
        values.append(program.entries.value(of: entry))
        entry = program.entries.next(inColumn: entry)
      }
      starts.append(values.count)
    }
    variableCount = columns.count
    rowCount = rows.count
    matrix = SparseMatrix(
      rowCount: rows.count, starts: starts, rows: entryRows, values: values)
    costs = columns.map { program.costs[Int($0)] }
    lower = columns.map { program.lower[Int($0)] }
    upper = columns.map { program.upper[Int($0)] }
    costs.append(contentsOf: repeatElement(0, count: rows.count))
    lower.append(contentsOf: rows.lazy.map { -program.rowUpper[Int($0)] })
    upper.append(contentsOf: rows.lazy.map { -program.rowLower[Int($0)] })
  }
}

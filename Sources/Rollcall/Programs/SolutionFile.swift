internal import LinearProgramming

/// A solution as CSV: `kind,name,value,dual`, with full precision.
///
/// A column has its value and its reduced cost, a row its activity and its shadow price. Both
/// duals are derivatives of the optimal objective in the stated sense: by the active bound of the
/// column, or by the active end of the row.
enum SolutionFile {
  static let header = ["kind", "name", "value", "dual"]

  static func write(
    _ solution: Solution, of program: LinearProgram, to path: String
  ) throws(FileError) {
    let writer = DelimitedWriter()
    try TextFile.write(to: path) { file throws(FileError) in
      writer.write(header, to: &file)
      for variable in program.variables {
        writer.write(
          [
            "column", program.name(of: variable), text(solution.values[variable.index]),
            text(solution.reducedCost(of: variable)),
          ], to: &file)
      }
      for row in program.rows {
        let activity = program.activity(of: row, at: solution.values).value
        writer.write(
          ["row", program.name(of: row), text(activity), text(solution.shadowPrice(of: row))],
          to: &file)
      }
    }
  }

  /// The shortest text that reads back as `number`; zero has no sign.
  private static func text(_ number: Double) -> String { "\(number == 0 ? 0 : number)" }

  /// The numbers of a solution, in the order of a program.
  struct Numbers {
    var values: [Double]
    var reducedCosts: [Double]
    var activities: [Double]
    var prices: [Double]
  }

  /// Reads the solution of `program` in the file at `path`.
  ///
  /// - Throws: `E101` to `E109` when the file is no CSV, `E304` when a line is not one of a solution
  ///   of this program, or one is missing.
  static func read(_ path: String, of program: LinearProgram) throws(FileError) -> Numbers {
    var reader = try DelimitedReader.open(.file(path: path))
    let places = header.map { name in reader.header.firstIndex(of: name) }
    guard let kind = places[0], let name = places[1], let value = places[2], let dual = places[3]
    else {
      throw fault(path, 1, "the header is not kind,name,value,dual", "name the four columns so")
    }
    var columns = Places(program.variableNames)
    var rows = Places(program.rowNames)
    while try reader.next() {
      let line = reader.line
      let numbers = [value, dual].map { Double(reader.field($0)) }
      guard let value = numbers[0], let dual = numbers[1] else {
        throw fault(path, line, "the value or the dual is no number", "write both as decimals")
      }
      let isColumn = reader.field(kind) == "column"
      guard isColumn || reader.field(kind) == "row" else {
        throw fault(path, line, "the kind is \(reader.field(kind))", "write column or row")
      }
      let problem =
        isColumn
        ? columns.set(reader.field(name), value, dual) : rows.set(reader.field(name), value, dual)
      guard let problem else { continue }
      throw fault(
        path, line, "the \(isColumn ? "column" : "row") \(reader.field(name)) \(problem)",
        "list every column and every row of the program once")
    }
    for (kind, places) in [("column", columns), ("row", rows)] {
      if let missing = places.firstMissing {
        throw fault(
          path, reader.line, "the \(kind) \(missing) is missing",
          "list every column and every row of the program once")
      }
    }
    return Numbers(
      values: columns.values, reducedCosts: columns.duals, activities: rows.values,
      prices: rows.duals)
  }

  private static func fault(
    _ path: String, _ line: Int, _ message: String, _ remedy: String
  ) -> FileError {
    FileError([FileIssue(code: "E304", message, file: path, line: line, remedy: remedy)])
  }

  /// The numbers of all columns, or of all rows, found by name.
  private struct Places {
    var values: [Double]
    var duals: [Double]
    private var isSet: [Bool]
    private let names: NameList
    private var places: [String: Int] = [:]

    init(_ names: NameList) {
      self.names = names
      values = [Double](repeating: 0, count: names.count)
      duals = values
      isSet = [Bool](repeating: false, count: names.count)
      for (index, name) in names.enumerated() { places[name] = index }
    }

    /// Sets the numbers of `name`; returns what is wrong, if anything is.
    mutating func set(_ name: String, _ value: Double, _ dual: Double) -> String? {
      guard let index = places[name] else { return "is not in the program" }
      if isSet[index] { return "stands there twice" }
      (values[index], duals[index], isSet[index]) = (value, dual, true)
      return nil
    }

    var firstMissing: String? { isSet.firstIndex(of: false).map { names[$0] } }
  }
}

extension LinearProgram {
  /// The value of the terms of `row`, and the largest of the terms, or 1.
  func activity(of row: Row, at values: [Double]) -> (value: Double, scale: Double) {
    var sum = 0.0
    var scale = 1.0
    for term in terms(of: row) {
      let product = term.weight * values[term.variable.index]
      sum += product
      scale = max(scale, abs(product))
    }
    return (sum, scale)
  }
}

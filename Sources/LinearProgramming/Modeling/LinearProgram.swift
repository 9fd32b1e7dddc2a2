/// A linear program: variables with bounds, rows with two-sided ranges, and a linear objective.
///
///     var program = LinearProgram(name: "mix")
///     let wheat = program.addVariable("wheat")
///     let barley = program.addVariable("barley", in: 0...40)
///     program.require(wheat + barley <= 100, named: "land")
///     program.maximize(3 * wheat + 2 * barley)
///     let outcome = try program.solve()
///
/// Names serve people and files; they need not be unique, except where a file format says so.
public struct LinearProgram: Sendable {
  /// The name of the program.
  public var name: String
  /// Whether the objective is minimized or maximized.
  public private(set) var sense: Sense = .minimize
  /// The objective, each variable once and in order.
  public private(set) var objective = LinearExpression()

  package private(set) var variableNames = NameList()
  package private(set) var lowerBounds: [Double] = []
  package private(set) var upperBounds: [Double] = []
  package private(set) var rowNames = NameList()
  package private(set) var rowLowers: [Double] = []
  package private(set) var rowUppers: [Double] = []
  package private(set) var rowStarts: [Int] = [0]
  package private(set) var terms: [LinearExpression.Term] = []

  /// Creates a program without variables, rows or objective.
  public init(name: String = "") { self.name = name }

  /// Puts a program together from parts that a reader of files has checked.
  ///
  /// - Precondition: The terms of each row, and of the objective, name each variable once and in
  ///   order, without zeros, and every list has the length that the names give.
  package init(
    name: String, sense: Sense, objective: LinearExpression, variableNames: NameList,
    lowerBounds: [Double], upperBounds: [Double], rowNames: NameList, rowLowers: [Double],
    rowUppers: [Double], rowStarts: [Int], terms: [LinearExpression.Term]
  ) {
    precondition(
      lowerBounds.count == variableNames.count && upperBounds.count == variableNames.count,
      "one lower and one upper bound for each variable")
    precondition(
      rowLowers.count == rowNames.count && rowUppers.count == rowNames.count
        && rowStarts.count == rowNames.count + 1 && rowStarts.last == terms.count,
      "one range and one start for each row")
    self.name = name
    self.sense = sense
    self.objective = objective
    self.variableNames = variableNames
    self.lowerBounds = lowerBounds
    self.upperBounds = upperBounds
    self.rowNames = rowNames
    self.rowLowers = rowLowers
    self.rowUppers = rowUppers
    self.rowStarts = rowStarts
    self.terms = terms
  }

  /// The number of variables.
  public var variableCount: Int { variableNames.count }
  /// The number of rows.
  public var rowCount: Int { rowNames.count }
  /// The variables, in the order in which they were added.
  public var variables: [Variable] { variableNames.indices.map(Variable.init(index:)) }
  /// The rows, in the order in which they were added.
  public var rows: [Row] { rowNames.indices.map(Row.init(index:)) }

  /// Adds a variable whose value must lie in `bounds`; either end may be infinite.
  public mutating func addVariable(
    _ name: String, in bounds: ClosedRange<Double> = 0 ... .infinity
  ) -> Variable {
    variableNames.append(name)
    lowerBounds.append(bounds.lowerBound)
    upperBounds.append(bounds.upperBound)
    return Variable(index: variableCount - 1)
  }

  /// Adds one variable for each index, named `name[index]`, all with the same bounds.
  ///
  /// - Precondition: No index is repeated.
  public mutating func addVariables<Index>(
    _ name: String, over indices: [Index], in bounds: ClosedRange<Double> = 0 ... .infinity
  ) -> VariableFamily<Index> {
    addVariables(name, over: indices, bounds: { _ in bounds })
  }

  /// Adds one variable for each index, named `name[index]`, with bounds of its own.
  ///
  /// - Precondition: No index is repeated.
  public mutating func addVariables<Index>(
    _ name: String, over indices: [Index], bounds: (Index) -> ClosedRange<Double>
  ) -> VariableFamily<Index> {
    let family = VariableFamily(indices: indices, firstColumn: variableCount)
    for index in indices {
      _ = addVariable("\(name)[\(String(describing: index))]", in: bounds(index))
    }
    return family
  }

  /// Adds `constraint` as a row; its constant moves into the range.
  ///
  /// - Precondition: The variables belong to this program.
  /// - Complexity: O(*n* log *n*), *n* being the number of terms; O(*n*) if they are in order.
  @discardableResult
  public mutating func require(_ constraint: Constraint, named name: String) -> Row {
    let constant = constraint.expression.constant
    let range = constraint.range
    // An infinite end stays infinite whatever the constant is.
    let lower = range.lowerBound == -.infinity ? -.infinity : range.lowerBound - constant
    let upper = range.upperBound == .infinity ? .infinity : range.upperBound - constant
    let merged = constraint.expression.mergedTerms
    check(merged)
    rowNames.append(name)
    rowLowers.append(lower)
    rowUppers.append(upper)
    terms.append(contentsOf: merged)
    rowStarts.append(terms.count)
    return Row(index: rowCount - 1)
  }

  /// Makes `expression` the objective, to be made as small as possible.
  ///
  /// - Precondition: The variables belong to this program.
  public mutating func minimize(_ expression: some LinearExpressible) {
    setObjective(expression.linearExpression, .minimize)
  }

  /// Makes `expression` the objective, to be made as large as possible.
  ///
  /// - Precondition: The variables belong to this program.
  public mutating func maximize(_ expression: some LinearExpressible) {
    setObjective(expression.linearExpression, .maximize)
  }

  private mutating func setObjective(_ expression: LinearExpression, _ sense: Sense) {
    let merged = expression.mergedTerms
    check(merged)
    objective = LinearExpression(terms: merged, constant: expression.constant)
    self.sense = sense
  }

  private func check(_ terms: [LinearExpression.Term]) {
    guard let last = terms.last else { return }
    precondition(last.variable.index < variableCount, "a variable belongs to another program")
  }

  /// Replaces the bounds of `variable`.
  ///
  /// - Precondition: The variable belongs to this program.
  public mutating func setBounds(of variable: Variable, to bounds: ClosedRange<Double>) {
    lowerBounds[variable.index] = bounds.lowerBound
    upperBounds[variable.index] = bounds.upperBound
  }

  /// Replaces the range of `row`; the constant of its expression has been moved there.
  ///
  /// - Precondition: The row belongs to this program.
  public mutating func setBounds(of row: Row, to bounds: ClosedRange<Double>) {
    rowLowers[row.index] = bounds.lowerBound
    rowUppers[row.index] = bounds.upperBound
  }
}

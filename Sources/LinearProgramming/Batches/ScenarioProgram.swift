extension LinearProgram {
  /// Returns the program that `scenario` makes of this one.
  ///
  /// Names and terms are shared; only the arrays of what changes are copied.
  ///
  /// - Precondition: The scenario's variables and rows belong to this program.
  /// - Throws: ``SolverError/invalidScenario(_:reason:)`` at the first number that makes no sense.
  /// - Complexity: O(variables + rows + *c* log *c*), *c* being the number of changes; O(1) if
  ///   there are none.
  public func changed(by scenario: Scenario) throws(SolverError) -> LinearProgram {
    try validate(scenario)
    var program = self
    for change in scenario.variableBounds {
      program.setBounds(of: Variable(index: change.index), to: change.lower...change.upper)
    }
    for change in scenario.rowBounds {
      program.setBounds(of: Row(index: change.index), to: change.lower...change.upper)
    }
    if !scenario.costs.isEmpty { program.replaceCosts(scenario.costs) }
    return program
  }

  /// Checks that all numbers of `scenario` make sense.
  ///
  /// - Precondition: The scenario's variables and rows belong to this program.
  func validate(_ scenario: Scenario) throws(SolverError) {
    if let reason = firstFault(of: scenario) {
      throw .invalidScenario(scenario.name, reason: reason)
    }
  }

  private func firstFault(of scenario: Scenario) -> SolverError? {
    for change in scenario.costs {
      precondition(change.index < variableCount, "a variable belongs to another program")
      if !change.cost.isFinite {
        return .invalidObjective(variable: variableNames[change.index], value: change.cost)
      }
    }
    for change in scenario.variableBounds {
      precondition(change.index < variableCount, "a variable belongs to another program")
      if !Self.isRange(change.lower, change.upper) {
        return .invalidVariableBounds(
          variable: variableNames[change.index], lower: change.lower, upper: change.upper)
      }
    }
    for change in scenario.rowBounds {
      precondition(change.index < rowCount, "a row belongs to another program")
      if !Self.isRange(change.lower, change.upper) {
        return .invalidRowBounds(
          row: rowNames[change.index], lower: change.lower, upper: change.upper)
      }
    }
    return nil
  }

  private mutating func replaceCosts(_ changes: [Scenario.CostChange]) {
    var weights = costs
    for change in changes { weights[change.index] = change.cost }
    let terms = weights.indices.lazy.filter { weights[$0] != 0 }.map {
      LinearExpression.Term(Variable(index: $0), weight: weights[$0])
    }
    let changed = LinearExpression(terms: Array(terms), constant: objective.constant)
    if sense == .minimize { minimize(changed) } else { maximize(changed) }
  }
}

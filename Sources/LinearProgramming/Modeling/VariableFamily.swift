/// Variables of one kind, one for each member of an index set: `flow[arc]`.
///
/// The type of the index is part of the type of the family, so that an index of one kind cannot
/// be used where another is meant. Sums follow the order in which the indices were given.
public struct VariableFamily<Index: Hashable & Sendable>: Sendable {
  /// The index set, in the order given.
  public let indices: [Index]

  private let variables: [Index: Variable]

  init(indices: [Index], firstColumn: Int) {
    self.indices = indices
    var variables: [Index: Variable] = [:]
    for (offset, index) in indices.enumerated() {
      let old = variables.updateValue(Variable(index: firstColumn + offset), forKey: index)
      precondition(old == nil, "\(index) appears twice in the index set of a family")
    }
    self.variables = variables
  }

  /// The variable for `index`.
  ///
  /// - Precondition: `index` belongs to ``indices``.
  public subscript(index: Index) -> Variable {
    guard let variable = variables[index] else {
      preconditionFailure("\(index) is not in this family of variables")
    }
    return variable
  }

  /// Returns whether `index` belongs to ``indices``.
  public func contains(_ index: Index) -> Bool { variables[index] != nil }

  /// Returns the sum of the whole family.
  ///
  /// - Complexity: O(*n*), *n* being the number of indices.
  public func sum() -> LinearExpression {
    var sum = LinearExpression()
    for index in indices { sum.add(self[index]) }
    return sum
  }
}

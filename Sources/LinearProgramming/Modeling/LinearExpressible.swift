/// A variable, an expression or a number: whatever can stand in a linear expression.
public protocol LinearExpressible {
  /// The value as an expression.
  var linearExpression: LinearExpression { get }
  /// Adds `weight` times this value to `expression`.
  func add(to expression: inout LinearExpression, times weight: Double)
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Variable: LinearExpressible {
  public var linearExpression: LinearExpression { LinearExpression(self) }

  public func add(to expression: inout LinearExpression, times weight: Double) {
    expression.add(self, times: weight)
  }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension LinearExpression: LinearExpressible {
  public var linearExpression: LinearExpression { self }

  public func add(to expression: inout LinearExpression, times weight: Double) {
    expression.append(self, times: weight)
  }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Double: LinearExpressible {
  public var linearExpression: LinearExpression { LinearExpression(self) }

  public func add(to expression: inout LinearExpression, times weight: Double) {
    expression.addConstant(weight * self)
  }
}

extension Sequence {
  /// Returns the sum of one expression for each element, in the order of the sequence.
  ///
  /// - Complexity: O(terms of all expressions together).
  public func sum(_ term: (Element) -> LinearExpression) -> LinearExpression {
    var sum = LinearExpression()
    for element in self { sum.add(term(element)) }
    return sum
  }

  /// Returns the sum of one variable for each element, in the order of the sequence.
  ///
  /// - Complexity: O(*n*), *n* being the length of the sequence.
  public func sum(_ term: (Element) -> Variable) -> LinearExpression {
    var sum = LinearExpression()
    for element in self { sum.add(term(element)) }
    return sum
  }
}

/// Returns the sum of the two expressions.
public func + (
  lhs: some LinearExpressible, rhs: some LinearExpressible
) -> LinearExpression {
  var sum = lhs.linearExpression
  sum.add(rhs)
  return sum
}

/// Returns the sum of an expression and a number.
public func + (lhs: some LinearExpressible, rhs: Double) -> LinearExpression {
  var sum = lhs.linearExpression
  sum.addConstant(rhs)
  return sum
}

/// Returns the sum of a number and an expression.
public func + (lhs: Double, rhs: some LinearExpressible) -> LinearExpression {
  rhs + lhs
}

/// Returns the difference of the two expressions.
public func - (
  lhs: some LinearExpressible, rhs: some LinearExpressible
) -> LinearExpression {
  var difference = lhs.linearExpression
  difference.add(rhs, times: -1)
  return difference
}

/// Returns an expression less a number.
public func - (lhs: some LinearExpressible, rhs: Double) -> LinearExpression {
  lhs + (-rhs)
}

/// Returns a number less an expression.
public func - (lhs: Double, rhs: some LinearExpressible) -> LinearExpression {
  var difference = LinearExpression(lhs)
  difference.add(rhs, times: -1)
  return difference
}

/// Returns the expression with all signs reversed.
public prefix func - (operand: some LinearExpressible) -> LinearExpression {
  var result = LinearExpression()
  result.add(operand, times: -1)
  return result
}

/// Returns `weight` times an expression.
public func * (weight: Double, operand: some LinearExpressible) -> LinearExpression {
  var result = LinearExpression()
  result.add(operand, times: weight)
  return result
}

/// Adds an expression in place.
///
/// - Complexity: O(terms of `rhs`), amortized.
public func += (lhs: inout LinearExpression, rhs: some LinearExpressible) {
  lhs.add(rhs)
}

/// Adds a number in place.
public func += (lhs: inout LinearExpression, rhs: Double) {
  lhs.addConstant(rhs)
}

/// Subtracts an expression in place.
///
/// - Complexity: O(terms of `rhs`), amortized.
public func -= (lhs: inout LinearExpression, rhs: some LinearExpressible) {
  lhs.add(rhs, times: -1)
}

/// Subtracts a number in place.
public func -= (lhs: inout LinearExpression, rhs: Double) {
  lhs.addConstant(-rhs)
}

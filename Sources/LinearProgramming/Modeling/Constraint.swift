/// A condition that every solution must meet: an expression that lies in a range.
///
/// Either end of the range may be infinite. The constant of the expression is kept here and
/// moved into the range when a program stores the constraint.
public struct Constraint: Sendable {
  /// The expression.
  public let expression: LinearExpression
  /// Where the expression must lie.
  public let range: ClosedRange<Double>

  init(_ expression: LinearExpression, in range: ClosedRange<Double>) {
    self.expression = expression
    self.range = range
  }
}

extension LinearExpressible {
  /// States that this expression lies in `range`, ends included.
  public func within(_ range: ClosedRange<Double>) -> Constraint {
    Constraint(linearExpression, in: range)
  }
}

/// States that `lhs` is at most `rhs`.
public func <= (lhs: some LinearExpressible, rhs: some LinearExpressible) -> Constraint {
  Constraint(lhs - rhs, in: -.infinity...0)
}

/// States that `lhs` is at most `rhs`.
public func <= (lhs: some LinearExpressible, rhs: Double) -> Constraint {
  Constraint(lhs - rhs, in: -.infinity...0)
}

/// States that `lhs` is at most `rhs`.
public func <= (lhs: Double, rhs: some LinearExpressible) -> Constraint {
  Constraint(rhs - lhs, in: 0 ... .infinity)
}

/// States that `lhs` is at least `rhs`.
public func >= (lhs: some LinearExpressible, rhs: some LinearExpressible) -> Constraint {
  Constraint(lhs - rhs, in: 0 ... .infinity)
}

/// States that `lhs` is at least `rhs`.
public func >= (lhs: some LinearExpressible, rhs: Double) -> Constraint {
  Constraint(lhs - rhs, in: 0 ... .infinity)
}

/// States that `lhs` is at least `rhs`.
public func >= (lhs: Double, rhs: some LinearExpressible) -> Constraint {
  Constraint(rhs - lhs, in: -.infinity...0)
}

/// States that `lhs` equals `rhs`.
public func == (lhs: some LinearExpressible, rhs: some LinearExpressible) -> Constraint {
  Constraint(lhs - rhs, in: 0...0)
}

/// States that `lhs` equals `rhs`.
public func == (lhs: some LinearExpressible, rhs: Double) -> Constraint {
  Constraint(lhs - rhs, in: 0...0)
}

/// States that `lhs` equals `rhs`.
public func == (lhs: Double, rhs: some LinearExpressible) -> Constraint {
  Constraint(rhs - lhs, in: 0...0)
}

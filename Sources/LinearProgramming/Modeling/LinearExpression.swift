/// An affine expression: a constant plus a weighted sum of variables.
///
/// Expressions are not `Equatable`. Comparing two of them with `==`, `<=` or `>=` states a
/// ``Constraint`` instead of asking a question.
public struct LinearExpression: Sendable {
  /// One variable with its weight.
  package struct Term: Hashable, Sendable {
    package var variable: Variable
    package var weight: Double

    package init(_ variable: Variable, weight: Double) {
      self.variable = variable
      self.weight = weight
    }
  }

  /// The terms in the order in which they were added; a variable may appear more than once.
  package private(set) var terms: [Term]
  /// The part that does not depend on any variable.
  public private(set) var constant: Double

  /// Creates an expression that is the constant `constant`.
  public init(_ constant: Double = 0) {
    terms = []
    self.constant = constant
  }

  /// Creates the expression `weight * variable`.
  public init(_ variable: Variable, weight: Double = 1) {
    terms = [Term(variable, weight: weight)]
    constant = 0
  }

  package init(terms: [Term], constant: Double = 0) {
    self.terms = terms
    self.constant = constant
  }

  /// Adds `weight` times `other` to this expression.
  ///
  /// - Complexity: O(terms of `other`), amortized; adding *n* variables one by one is O(*n*).
  public mutating func add(_ other: some LinearExpressible, times weight: Double = 1) {
    other.add(to: &self, times: weight)
  }

  /// Adds `weight` times `variable` to this expression.
  ///
  /// - Complexity: O(1), amortized.
  public mutating func add(_ variable: Variable, times weight: Double = 1) {
    terms.append(Term(variable, weight: weight))
  }

  mutating func addConstant(_ value: Double) { constant += value }

  mutating func append(_ other: LinearExpression, times weight: Double) {
    terms.reserveCapacity(terms.count + other.terms.count)
    for term in other.terms { terms.append(Term(term.variable, weight: weight * term.weight)) }
    constant += weight * other.constant
  }

  /// The terms in the order of their variables, each variable once, zero weights left out.
  ///
  /// - Complexity: O(*n* log *n*), *n* being the number of terms; O(*n*) if they are in order.
  package var mergedTerms: [Term] {
    var sorted = terms
    let rises = zip(terms, terms.dropFirst()).allSatisfy { $0.variable.index < $1.variable.index }
    if !rises {
      // Equal variables keep their order, so that sums of weights repeat bit for bit.
      sorted = terms.enumerated()
        .sorted { ($0.element.variable.index, $0.offset) < ($1.element.variable.index, $1.offset) }
        .map(\.element)
    }
    var merged: [Term] = []
    merged.reserveCapacity(sorted.count)
    for term in sorted {
      if let last = merged.last, last.variable == term.variable {
        merged[merged.count - 1].weight += term.weight
      } else {
        merged.append(term)
      }
    }
    return merged.filter { $0.weight != 0 }
  }

  /// Returns the value of the expression if variable j has the value `values[j]`.
  package func value(at values: [Double]) -> Double {
    var sum = constant
    for term in terms { sum += term.weight * values[term.variable.index] }
    return sum
  }
}

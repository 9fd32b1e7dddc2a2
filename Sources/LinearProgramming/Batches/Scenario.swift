/// A name and the changes that make one program into another of the same shape.
///
///     let scenario = Scenario("dry year")
///       .settingCost(of: wheat, to: 2.5)
///       .settingBounds(of: land, to: 0...80)
///
/// A later change of the same thing replaces an earlier one. Numbers are checked when the scenario
/// is solved.
public struct Scenario: Sendable {
  /// The name, which outcomes and errors repeat.
  public let name: String

  /// The new weights of variables in the objective, in the order given.
  package private(set) var costs: [CostChange] = []
  /// The new bounds of variables, in the order given.
  package private(set) var variableBounds: [BoundsChange] = []
  /// The new ranges of rows, in the order given.
  package private(set) var rowBounds: [BoundsChange] = []

  /// A new weight of a variable in the objective, in the stated sense.
  package struct CostChange: Hashable, Sendable {
    /// The position of the variable.
    package let index: Int
    /// Its new weight.
    package let cost: Double
  }

  /// New bounds of a variable or a new range of a row.
  package struct BoundsChange: Hashable, Sendable {
    /// The position of the variable or of the row.
    package let index: Int
    /// The new lower end.
    package let lower: Double
    /// The new upper end.
    package let upper: Double
  }

  /// Creates a scenario that changes nothing.
  public init(_ name: String) { self.name = name }

  /// Makes `cost` the weight of `variable` in the objective.
  public mutating func setCost(of variable: Variable, to cost: Double) {
    costs.append(CostChange(index: variable.index, cost: cost))
  }

  /// Replaces the bounds of `variable`.
  public mutating func setBounds(of variable: Variable, to bounds: ClosedRange<Double>) {
    setBounds(of: variable, lower: bounds.lowerBound, upper: bounds.upperBound)
  }

  /// Replaces the bounds of `variable` by numbers that are checked when the scenario is solved.
  public mutating func setBounds(of variable: Variable, lower: Double, upper: Double) {
    variableBounds.append(BoundsChange(index: variable.index, lower: lower, upper: upper))
  }

  /// Replaces the range of `row`; the constant of its expression has been moved there.
  public mutating func setBounds(of row: Row, to bounds: ClosedRange<Double>) {
    setBounds(of: row, lower: bounds.lowerBound, upper: bounds.upperBound)
  }

  /// Replaces the range of `row` by numbers that are checked when the scenario is solved.
  public mutating func setBounds(of row: Row, lower: Double, upper: Double) {
    rowBounds.append(BoundsChange(index: row.index, lower: lower, upper: upper))
  }
}

extension Scenario {
  /// Returns this scenario with `cost` as the weight of `variable` in the objective.
  public consuming func settingCost(of variable: Variable, to cost: Double) -> Scenario {
    setCost(of: variable, to: cost)
    return self
  }

  /// Returns this scenario with other bounds of `variable`.
  public consuming func settingBounds(
    of variable: Variable, to bounds: ClosedRange<Double>
  ) -> Scenario {
    setBounds(of: variable, to: bounds)
    return self
  }

  /// Returns this scenario with another range of `row`.
  public consuming func settingBounds(of row: Row, to bounds: ClosedRange<Double>) -> Scenario {
    setBounds(of: row, to: bounds)
    return self
  }
}

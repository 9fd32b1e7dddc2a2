extension PositionRequirement {
  /// The positions in whole people: up to the next whole number, because a part of a position is
  /// filled by a person.
  ///
  /// Sums are of ``positions``: rounding each group first would add a person for each of them. What
  /// differs from a whole number by a billionth is that number.
  public var whole: FullTimeEquivalents {
    FullTimeEquivalents(max(0, (positions.value - 1e-9).rounded(.up)))
  }
}

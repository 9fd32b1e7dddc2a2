public import PolicingDomain

/// The arithmetic of the bases on which positions rest (FORMULATION 6).
///
/// The pipeline uses these functions, and so can anyone who checks a published calculation by hand.
/// None of them rounds.
public enum PositionFormula {
  /// Computes the positions that keep posts filled: posts × hours to cover ÷ net hours.
  ///
  /// - Parameters:
  ///   - posts: The posts.
  ///   - hoursPerYear: The hours a year for which each is covered; 168 hours a week are 8,760.
  ///   - netHours: The net available hours a year of one person.
  /// - Returns: The positions, not rounded.
  /// - Throws: ``RequirementsError/invalidFigure(what:value:)``.
  public static func fixedPost(
    posts: Double, hoursPerYear: Hours, netHours: Hours
  ) throws(RequirementsError) -> FullTimeEquivalents {
    let posts = try Figure("The number of posts", posts).checked()
    let relief = try ReliefFactor(hoursToCover: hoursPerYear, netHours: netHours)
    return FullTimeEquivalents(posts * relief.value)
  }

  /// Returns the positions that do work of `hoursPerYear`: hours ÷ net hours.
  ///
  /// - Throws: ``RequirementsError/invalidFigure(what:value:)``.
  public static func workload(
    hoursPerYear: Hours, netHours: Hours
  ) throws(RequirementsError) -> FullTimeEquivalents {
    FullTimeEquivalents(
      try quotient(
        Figure("The work of a year", hoursPerYear.value), over: Figure("Net hours", netHours.value))
    )
  }

  /// Returns one position for each `per` of a driver: the ratio, and the span of control when the
  /// driver is a number of supervised positions.
  ///
  /// - Throws: ``RequirementsError/invalidFigure(what:value:)``.
  public static func ratio(
    of driver: Double, per: Double
  ) throws(RequirementsError) -> FullTimeEquivalents {
    FullTimeEquivalents(
      try quotient(Figure("The driver of a ratio", driver), over: Figure("The ratio", per)))
  }
}

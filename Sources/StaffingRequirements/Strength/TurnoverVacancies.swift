public import PolicingDomain

/// What turnover does to patrol when vacancies are pushed to it (after Corona Solutions).
///
/// A department that loses a tenth of its people a year and takes a year to replace them is a tenth
/// short; where other units are kept full, patrol alone bears it.
public struct TurnoverVacancies: Hashable, Sendable {
  /// Authorized positions that somebody holds, on average.
  public let filled: FullTimeEquivalents
  /// Authorized positions that nobody holds, on average.
  public let vacant: FullTimeEquivalents
  /// The share of patrol positions that are empty when patrol bears every vacancy, at most 1.
  public let patrolShare: Share

  /// Works out the vacancies of a steady year: authorized × turnover × years to replace.
  ///
  /// - Parameters:
  ///   - authorized: Authorized positions of the department, above 0.
  ///   - patrol: Those of patrol, above 0 and at most all.
  ///   - turnover: The share that leaves in a year.
  ///   - yearsToReplace: Years from an exit until the successor works.
  /// - Throws: ``RequirementsError/invalidFigure(what:value:)``.
  public init(
    authorized: FullTimeEquivalents, patrol: FullTimeEquivalents, turnover: Share,
    yearsToReplace: Double
  ) throws(RequirementsError) {
    let all = try Figure("The authorized strength", authorized.value).positive()
    let onPatrol = try Figure("The authorized strength of patrol", patrol.value).positive()
    guard onPatrol <= all else {
      throw .invalidFigure(what: "The authorized strength of patrol", value: onPatrol)
    }
    let years = try Figure("The years to replace somebody", yearsToReplace).checked()
    let lost = min(all, all * turnover.value * years)
    vacant = FullTimeEquivalents(lost)
    filled = FullTimeEquivalents(all - lost)
    patrolShare = Share(min(1, lost / onPatrol)) ?? .whole
  }
}

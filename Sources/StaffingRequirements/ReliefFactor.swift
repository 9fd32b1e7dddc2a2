public import PolicingDomain

/// How many people it takes to keep one post filled (FORMULATION 5.4).
///
/// Two factors go by this name and differ; a factor here always says which one it is.
public struct ReliefFactor: Hashable, Sendable {
  /// What a factor divides by.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Days to cover ÷ tours worked: what published factors mean.
    case tours
    /// Hours to cover ÷ net available hours.
    case hours
  }

  /// What the factor divides by.
  public let kind: Kind
  /// People for one post.
  public let value: Double

  /// Creates the factor by tours: days to cover in a year ÷ tours that one person works.
  ///
  /// - Throws: ``RequirementsError/invalidFigure(what:value:)`` unless both are finite, the days
  ///   not negative and the tours above 0.
  public init(daysToCover: Double, netTours: Double) throws(RequirementsError) {
    kind = .tours
    value = try quotient(
      Figure("Days to cover", daysToCover), over: Figure("Net tours", netTours))
  }

  /// Creates the factor by hours: hours to cover in a year ÷ net available hours of one person.
  ///
  /// - Throws: ``RequirementsError/invalidFigure(what:value:)`` unless both are finite, the hours
  ///   to cover not negative and the net hours above 0.
  public init(hoursToCover: Hours, netHours: Hours) throws(RequirementsError) {
    kind = .hours
    value = try quotient(
      Figure("Hours to cover", hoursToCover.value), over: Figure("Net hours", netHours.value))
  }
}

/// A number with its name, for an error that must say which number is wrong.
struct Figure {
  let name: String
  let value: Double

  init(_ name: String, _ value: Double) {
    self.name = name
    self.value = value
  }

  /// Throws unless the number is finite and not negative.
  func checked() throws(RequirementsError) -> Double {
    guard value >= 0, value.isFinite else { throw .invalidFigure(what: name, value: value) }
    return value
  }

  /// Throws unless the number is finite and above 0.
  func positive() throws(RequirementsError) -> Double {
    guard value > 0, value.isFinite else { throw .invalidFigure(what: name, value: value) }
    return value
  }
}

/// Returns what is left of a division of two checked numbers.
func quotient(_ dividend: Figure, over divisor: Figure) throws(RequirementsError) -> Double {
  try dividend.checked() / divisor.positive()
}

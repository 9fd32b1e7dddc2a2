/// Strength counted in people who work full time.
public struct FullTimeEquivalents: Quantity {
  /// The number of full-time equivalents; not necessarily whole.
  public let value: Double

  /// Creates a strength in full-time equivalents.
  public init(_ value: Double) { self.value = value }
}

/// Money in dollars a year.
public struct DollarsPerYear: Quantity {
  /// The number of dollars a year.
  public let value: Double

  /// Creates an annual amount of money.
  public init(_ value: Double) { self.value = value }
}

/// A part of a whole, from 0 to 1.
public struct Share: Hashable, Codable, Comparable, Sendable {
  /// The part, from 0 to 1.
  public let value: Double

  /// Creates a share, or nothing when `value` is not a number from 0 to 1.
  public init?(_ value: Double) {
    guard value >= 0, value <= 1 else { return nil }
    self.value = value
  }

  /// Creates the share that `part` is of `whole`; 0 when there is no whole.
  ///
  /// - Precondition: `part` is not negative and not larger than `whole`.
  public init(_ part: Int, of whole: Int) {
    precondition(part >= 0 && part <= whole, "A share is a part of its whole")
    self.value = whole == 0 ? 0 : Double(part) / Double(whole)
  }

  /// The whole.
  public static let whole = Share(1, of: 1)
  /// Nothing.
  public static let none = Share(0, of: 1)

  /// What is left of the whole.
  public var complement: Share { Share(unchecked: 1 - value) }

  /// Whether `lhs` is the smaller part.
  public static func < (lhs: Share, rhs: Share) -> Bool { lhs.value < rhs.value }

  private init(unchecked value: Double) { self.value = value }
}

/// One axis of a chart: what it measures, from where to where, and how its numbers are written.
public struct Axis: Hashable, Sendable {
  /// What the numbers of an axis are multiples of.
  public enum Spacing: Hashable, Sendable {
    /// 1, 2, 2.5 or 5 times a power of ten.
    case decimal
    /// 1, 2, 3, 6, 12 or 24, as hours of days are counted.
    case hours
  }

  /// What is measured, with its unit: `Units on the street`, `Mean wait, minutes`.
  public var title: String
  /// How the numbers are written.
  public var style: NumberStyle
  /// The lower end; the smallest value, rounded down to a nice number, where there is none.
  public var lower: Double?
  /// The upper end; the largest value, rounded up to a nice number, where there is none.
  public var upper: Double?
  /// Names of the places 0, 1, 2 … instead of numbers, such as hours or weekdays.
  public var names: [String]?
  /// What the numbers are multiples of.
  public var spacing = Spacing.decimal

  /// Creates an axis of numbers.
  public init(
    _ title: String, style: NumberStyle = NumberStyle(), from lower: Double? = nil,
    to upper: Double? = nil
  ) {
    self.title = title
    self.style = style
    self.lower = lower
    self.upper = upper
    names = nil
  }

  /// Creates an axis of named places; values on it are 0, 1, 2 and so on.
  public init(_ title: String, names: [String]) {
    self.title = title
    self.names = names
    style = NumberStyle()
    lower = nil
    upper = nil
  }
}

/// A line across a chart at a value that matters, such as a target.
public struct Reference: Hashable, Sendable {
  /// The value.
  public let value: Double
  /// What it is, written beside the line.
  public let label: String

  /// Creates a line.
  public init(_ value: Double, _ label: String) {
    self.value = value
    self.label = label
  }
}

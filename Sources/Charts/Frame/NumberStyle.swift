/// How a chart writes its numbers.
///
///     NumberStyle(decimals: 1, suffix: " %").text(40.25)  // "40.3 %"
public struct NumberStyle: Hashable, Sendable {
  /// Digits after the decimal point.
  public var decimals: Int
  /// What stands before the number, such as `$`.
  public var prefix: String
  /// What stands behind it, such as ` %` or ` h`.
  public var suffix: String
  /// Whether positive numbers carry a plus sign, as differences do.
  public var isSigned: Bool

  /// Creates a style.
  public init(decimals: Int = 0, prefix: String = "", suffix: String = "", isSigned: Bool = false) {
    self.decimals = decimals
    self.prefix = prefix
    self.suffix = suffix
    self.isSigned = isSigned
  }
}

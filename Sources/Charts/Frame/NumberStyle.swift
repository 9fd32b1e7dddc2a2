import Foundation

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

  /// Writes a number: rounded half away from zero, with thousands set apart and a true minus sign.
  ///
  /// What is not a number is `no data`; numbers of sixteen digits or more are written with a power
  /// of ten.
  public func text(_ value: Double) -> String {
    if value.isNaN { return Self.missing }
    let size = abs(value)
    if size == .infinity { return (value < 0 ? "−" : "") + prefix + "∞" + suffix }
    if size >= 1e15 {
      let exponent = Int(log10(size).rounded(.down))
      let leading = (size / pow(10, Double(exponent)) * 10).rounded() / 10
      return sign(of: value) + prefix + "\(leading)e\(exponent)" + suffix
    }
    let digits = max(0, min(decimals, 6))
    let shift = pow(10, Double(digits))
    // Within a part in 10¹² of a half is a half: 2.675 is stored as a little less.
    let scaled = size * shift
    let parts = (scaled < 1e9 ? scaled * (1 + 1e-12) : scaled)
      .rounded(.toNearestOrAwayFromZero)
    guard parts < 9e18 else { return sign(of: value) + prefix + "\(size)" + suffix }
    let whole = Int(parts)
    let unit = Int(shift)
    var text = grouped("\(whole / unit)")
    if digits > 0 {
      let rest = "\(whole % unit)"
      text += "." + String(repeating: "0", count: digits - rest.count) + rest
    }
    return (whole == 0 ? "" : sign(of: value)) + prefix + text + suffix
  }

  /// What stands where a value is not known.
  package static let missing = "no data"

  private func sign(of value: Double) -> String {
    value < 0 ? "−" : isSigned && value > 0 ? "+" : ""
  }

  private func grouped(_ digits: String) -> String {
    var grouped = ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position).isMultiple(of: 3) { grouped += "," }
      grouped.append(digit)
    }
    return grouped
  }
}

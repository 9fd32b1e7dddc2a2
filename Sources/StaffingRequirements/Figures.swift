extension Double {
  /// Returns the number with thousands separators and at most `decimals` digits after the point,
  /// without trailing zeros: `1,702.3`.
  package func written(_ decimals: Int = 2) -> String {
    let scale = (0..<decimals).reduce(1) { product, _ in product * 10 }
    let scaled = (magnitude * Double(scale)).rounded()
    guard scaled < 1e15 else { return "\(self)" }
    let units = Int(scaled)
    var digits = String(units / scale)
    var grouped = ""
    while digits.count > 3 {
      grouped = "," + digits.suffix(3) + grouped
      digits.removeLast(3)
    }
    grouped = digits + grouped
    let fraction = String(units % scale)
    var tail = String(repeating: "0", count: Swift.max(0, decimals - fraction.count)) + fraction
    while tail.hasSuffix("0") { tail.removeLast() }
    let sign = self < 0 && units > 0 ? "−" : ""
    return sign + grouped + (tail.isEmpty ? "" : "." + tail)
  }

  /// Returns the number with its noun in the singular for exactly 1 and the plural otherwise.
  package func counted(_ singular: String, _ plural: String, decimals: Int = 2) -> String {
    "\(written(decimals)) \(self == 1 ? singular : plural)"
  }
}

/// The weeks of a year of 365 days.
package enum Year {
  /// Days in a year.
  package static let days = 365.0
  /// Weeks in a year: 52.142857….
  package static let weeks = days / 7
}

import PolicingDomain

/// Turns of phrase that chapters share.
enum Phrase {
  /// An amount with its noun: `1 call`, `1,204 calls`.
  static func amount(_ value: Double, _ one: String, _ many: String? = nil) -> String {
    let text = Format.number(value, decimals: 0)
    return "\(text) \(text == "1" ? one : many ?? one + "s")"
  }

  /// A percentage that is already one: `12.5 %`.
  static func percent(_ value: Double, decimals: Int = 1) -> String {
    Format.number(value, decimals: decimals) + " %"
  }

  /// Words one after the other: `a, b and c`.
  static func list(_ words: [String]) -> String {
    guard let last = words.last else { return "" }
    let others = words.dropLast()
    return others.isEmpty ? last : others.joined(separator: ", ") + " and " + last
  }

  /// A name of the data as words: `police_officer` becomes `police officer`.
  static func plain(_ name: String) -> String {
    name.split(separator: "_", omittingEmptySubsequences: true).joined(separator: " ")
  }

  /// The sentence with its first letter in upper case.
  static func sentence(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst()
  }

  /// An hour of the clock: `07:00`.
  static func clock(_ hour: Int) -> String { hour < 10 ? "0\(hour):00" : "\(hour):00" }

  /// The full name of a weekday that tables write with three letters.
  static func weekday(_ short: String) -> String {
    let names: KeyValuePairs = [
      "Mon": "Monday", "Tue": "Tuesday", "Wed": "Wednesday", "Thu": "Thursday", "Fri": "Friday",
      "Sat": "Saturday", "Sun": "Sunday",
    ]
    return names.first { $0.key == short }?.value ?? short
  }
}

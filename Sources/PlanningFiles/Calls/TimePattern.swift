internal import PolicingDomain

/// A way of writing a moment, such as `MM/dd/yyyy hh:mm:ss a`.
///
/// | Letters | Meaning |
/// |---|---|
/// | `yyyy` | year, four digits |
/// | `MM` `dd` `HH` `hh` | month, day, hour 0–23, hour 1–12: two digits |
/// | `mm` `ss` | minute, second: two digits |
/// | `M` `d` `H` `h` | month, day and hours of one or two digits |
/// | `S` | any number of digits of a fraction of a second, which is dropped |
/// | `a` | AM or PM |
/// | `'T'` | the letters between the quotes |
///
/// Everything else stands for itself. A pattern without a time of day gives midnight. There is no
/// time zone in it: dispatch exports are written in local time.
public struct TimePattern: Hashable, Sendable, CustomStringConvertible {
  private enum Part: Hashable, Sendable {
    case number(Component, least: Int, most: Int)
    case fraction
    case halfDay
    case letter(UInt8)
  }

  private enum Component: Int, Hashable, Sendable {
    case year, month, day, hour, hourOfHalfDay, minute, second
  }

  /// The pattern as it was written.
  public let description: String
  /// Whether the pattern has a time of day.
  public let hasTimeOfDay: Bool
  private let parts: [Part]

  /// Creates a pattern, or nothing when `text` has other letters than the table above, or does
  /// not give a whole date.
  public init?(_ text: String) {
    guard let parts = Self.parse(text) else { return nil }
    let components = parts.compactMap { part -> Component? in
      if case .number(let component, _, _) = part { return component }
      return nil
    }
    let known = Set(components)
    guard known.count == components.count, known.isSuperset(of: [.year, .month, .day]),
      known.contains(.hourOfHalfDay) == parts.contains(.halfDay),
      !known.isSuperset(of: [.hour, .hourOfHalfDay])
    else { return nil }
    description = text
    self.parts = parts
    hasTimeOfDay = known.contains(.hour) || known.contains(.hourOfHalfDay)
  }

  private static func parse(_ text: String) -> [Part]? {
    var parts: [Part] = []
    var rest = Array(text.utf8)[...]
    while let first = rest.first {
      let run = rest.prefix { $0 == first }.count
      rest = rest.dropFirst(run)
      switch (Unicode.Scalar(first), run) {
      case ("y", 4): parts.append(.number(.year, least: 4, most: 4))
      case ("M", 1...2): parts.append(.number(.month, least: run, most: 2))
      case ("d", 1...2): parts.append(.number(.day, least: run, most: 2))
      case ("H", 1...2): parts.append(.number(.hour, least: run, most: 2))
      case ("h", 1...2): parts.append(.number(.hourOfHalfDay, least: run, most: 2))
      case ("m", 2): parts.append(.number(.minute, least: 2, most: 2))
      case ("s", 2): parts.append(.number(.second, least: 2, most: 2))
      case ("S", _): parts.append(.fraction)
      case ("a", 1): parts.append(.halfDay)
      case ("'", 1):
        guard let end = rest.firstIndex(of: first) else { return nil }
        parts += rest[..<end].map { .letter($0) }
        rest = rest[(end + 1)...]
      case ("a"..."z", _), ("A"..."Z", _), ("'", _): return nil
      default: parts += repeatElement(.letter(first), count: run)
      }
    }
    return parts
  }

  /// Returns the moment that `bytes` write in this pattern, or nothing when they do not, or when
  /// there is no such moment.
  ///
  /// - Complexity: O(bytes), without allocation.
  func moment(_ bytes: Span<UInt8>) -> LocalTime? {
    var numbers: InlineArray<7, Int> = [0, 0, 0, 0, 12, 0, 0]
    var isAfternoon = false
    var position = 0
    for part in parts {
      switch part {
      case .number(let component, let least, let most):
        var number = 0
        var digits = 0
        while digits < most, position < bytes.count, let digit = digit(bytes[position]) {
          number = number * 10 + digit
          digits += 1
          position += 1
        }
        guard digits >= least else { return nil }
        numbers[component.rawValue] = number
      case .fraction:
        while position < bytes.count, digit(bytes[position]) != nil { position += 1 }
      case .halfDay:
        guard position + 1 < bytes.count, bytes[position + 1] | 0x20 == UInt8(ascii: "m") else {
          return nil
        }
        let letter = bytes[position] | 0x20
        guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p") else { return nil }
        isAfternoon = letter == UInt8(ascii: "p")
        position += 2
      case .letter(let letter):
        guard position < bytes.count, bytes[position] == letter else { return nil }
        position += 1
      }
    }
    guard position == bytes.count, (1...12).contains(numbers[4]),
      let day = CalendarDay(year: numbers[0], month: numbers[1], day: numbers[2])
    else { return nil }
    // Without an hour of the half-day, 12 in its place adds nothing.
    let hour = numbers[3] + numbers[4] % 12 + (isAfternoon ? 12 : 0)
    return LocalTime(day, hour: hour, minute: numbers[5], second: numbers[6])
  }

  @inline(__always)
  private func digit(_ byte: UInt8) -> Int? {
    let digit = byte &- UInt8(ascii: "0")
    return digit < 10 ? Int(digit) : nil
  }
}

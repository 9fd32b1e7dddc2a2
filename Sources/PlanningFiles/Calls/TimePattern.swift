internal import PolicingDomain

/// A way of writing a moment, such as `MM/dd/yyyy hh:mm:ss a`.
///
/// | Letters | Meaning |
/// |---|---|
/// | `yyyy` | year, four digits |
/// | `yy` | year, two digits: 1969 to 2068, as POSIX has it |
/// | `MM` `dd` `HH` `hh` | month, day, hour 0–23, hour 1–12: two digits |
/// | `mm` `ss` | minute, second: two digits |
/// | `M` `d` `H` `h` | month, day and hours of one or two digits |
/// | `MMM` | the first three letters of the English month |
/// | `S` | any number of digits of a fraction of a second, which is dropped |
/// | `a` | AM or PM |
/// | `X` | the distance from Greenwich: `Z`, `+01`, `-0600` or `-06:00` |
/// | `'T'` | the letters between the quotes |
///
/// Everything else stands for itself. A pattern without a time of day gives midnight. The whole
/// patterns `epoch` and `epoch milliseconds` are whole numbers since 1970, in Greenwich.
///
/// Dispatch exports are written in local time. A moment with a distance from Greenwich, or since
/// the epoch, is absolute: it is turned into local time by the time zone of the profile.
public struct TimePattern: Hashable, Sendable, CustomStringConvertible {
  enum Part: Hashable, Sendable {
    case number(Component, least: Int, most: Int)
    case monthName
    case fraction
    case halfDay
    case offset
    case letter(UInt8)
    /// Whole seconds since 1970 when divided by the number.
    case epoch(perSecond: Int)
  }

  enum Component: Int, Hashable, Sendable {
    case year, month, day, hour, hourOfHalfDay, minute, second, shortYear
  }

  /// The pattern as it was written.
  public let description: String
  /// Whether the pattern has a time of day.
  public let hasTimeOfDay: Bool
  /// Whether the moments are absolute, so that a time zone is needed to read them as local time.
  public let isAbsolute: Bool
  let parts: [Part]

  /// Creates a pattern, or nothing when `text` has other letters than the table above, or does
  /// not give a whole date.
  public init?(_ text: String) {
    description = text
    if text == "epoch" || text == "epoch milliseconds" {
      parts = [.epoch(perSecond: text == "epoch" ? 1 : 1000)]
      hasTimeOfDay = true
      isAbsolute = true
      return
    }
    guard let parts = Self.parse(text), Self.isWholeDate(parts) else { return nil }
    self.parts = parts
    hasTimeOfDay = parts.contains { part in
      if case .number(.hour, _, _) = part { return true }
      return part == .halfDay
    }
    isAbsolute = parts.contains(.offset)
  }

  private static func isWholeDate(_ parts: [Part]) -> Bool {
    var known: [Component] = []
    for part in parts {
      switch part {
      case .number(.shortYear, _, _): known.append(.year)
      case .number(let component, _, _): known.append(component)
      case .monthName: known.append(.month)
      default: break
      }
    }
    let all = Set(known)
    return all.count == known.count && all.isSuperset(of: [.year, .month, .day])
      && all.contains(.hourOfHalfDay) == parts.contains(.halfDay)
      && !all.isSuperset(of: [.hour, .hourOfHalfDay])
      && parts.count { $0 == .offset } <= 1
      && (!parts.contains(.offset) || all.contains(.hour) || all.contains(.hourOfHalfDay))
  }

  private static func parse(_ text: String) -> [Part]? {
    var parts: [Part] = []
    var rest = Array(text.utf8)[...]
    while let first = rest.first {
      let run = rest.prefix { $0 == first }.count
      rest = rest.dropFirst(run)
      switch (Unicode.Scalar(first), run) {
      case ("y", 4): parts.append(.number(.year, least: 4, most: 4))
      case ("y", 2): parts.append(.number(.shortYear, least: 2, most: 2))
      case ("M", 3): parts.append(.monthName)
      case ("M", 1...2): parts.append(.number(.month, least: run, most: 2))
      case ("d", 1...2): parts.append(.number(.day, least: run, most: 2))
      case ("H", 1...2): parts.append(.number(.hour, least: run, most: 2))
      case ("h", 1...2): parts.append(.number(.hourOfHalfDay, least: run, most: 2))
      case ("m", 2): parts.append(.number(.minute, least: 2, most: 2))
      case ("s", 2): parts.append(.number(.second, least: 2, most: 2))
      case ("S", _): parts.append(.fraction)
      case ("a", 1): parts.append(.halfDay)
      case ("X", 1): parts.append(.offset)
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
  /// - Returns: Local time, or the time in Greenwich if the pattern ``isAbsolute``.
  /// - Complexity: O(bytes), without allocation.
  func moment(_ bytes: Span<UInt8>) -> LocalTime? {
    var text = TimeText()
    for part in parts { guard text.read(part, bytes) else { return nil } }
    return text.moment(bytes)
  }
}

/// A text from which the parts of a pattern are read one after the other.
private struct TimeText {
  private static let months: [[UInt8]] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ].map { Array($0.utf8) }

  private var position = 0
  private var numbers: InlineArray<8, Int> = [0, 0, 0, 0, 12, 0, 0, 0]
  private var isAfternoon = false
  private var secondsEast = 0
  private var epoch: Int?

  /// The moment, if all of the text was read and there is such a moment.
  func moment(_ bytes: Span<UInt8>) -> LocalTime? {
    guard position == bytes.count else { return nil }
    if let epoch { return LocalTime(seconds: epoch) }
    guard (1...12).contains(numbers[4]),
      let day = CalendarDay(year: numbers[0], month: numbers[1], day: numbers[2])
    else { return nil }
    // Without an hour of the half-day, 12 in its place adds nothing.
    let hour = numbers[3] + numbers[4] % 12 + (isAfternoon ? 12 : 0)
    return LocalTime(day, hour: hour, minute: numbers[5], second: numbers[6])?
      .advanced(bySeconds: -secondsEast)
  }

  mutating func read(_ part: TimePattern.Part, _ bytes: Span<UInt8>) -> Bool {
    switch part {
    case .number(let component, let least, let most):
      guard let number = number(least: least, most: most, bytes) else { return false }
      if component == .shortYear {
        numbers[0] = number + (number < 69 ? 2000 : 1900)
      } else {
        numbers[component.rawValue] = number
      }
      return true
    case .monthName: return readMonth(bytes)
    case .fraction:
      while digit(bytes) != nil { position += 1 }
      return true
    case .halfDay: return readHalfDay(bytes)
    case .offset: return readOffset(bytes)
    case .letter(let letter): return skip(letter, bytes)
    case .epoch(let perSecond): return readEpoch(perSecond, bytes)
    }
  }

  private mutating func readMonth(_ bytes: Span<UInt8>) -> Bool {
    guard position + 3 <= bytes.count else { return false }
    for (index, name) in Self.months.enumerated()
    where (0..<3).allSatisfy({ bytes[position + $0] | 0x20 == name[$0] }) {
      numbers[1] = index + 1
      position += 3
      return true
    }
    return false
  }

  private mutating func readHalfDay(_ bytes: Span<UInt8>) -> Bool {
    guard position + 1 < bytes.count, bytes[position + 1] | 0x20 == UInt8(ascii: "m") else {
      return false
    }
    let letter = bytes[position] | 0x20
    guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p") else { return false }
    isAfternoon = letter == UInt8(ascii: "p")
    position += 2
    return true
  }

  private mutating func readOffset(_ bytes: Span<UInt8>) -> Bool {
    if skip(UInt8(ascii: "Z"), bytes) { return true }
    let isEast = skip(UInt8(ascii: "+"), bytes)
    guard isEast || skip(UInt8(ascii: "-"), bytes), let hours = number(least: 2, most: 2, bytes)
    else {
      return false
    }
    let hasColon = skip(UInt8(ascii: ":"), bytes)
    let minutes = hasColon || digit(bytes) != nil ? number(least: 2, most: 2, bytes) : 0
    guard let minutes, hours <= 23, minutes <= 59 else { return false }
    secondsEast = (hours * 3600 + minutes * 60) * (isEast ? 1 : -1)
    return true
  }

  private mutating func readEpoch(_ perSecond: Int, _ bytes: Span<UInt8>) -> Bool {
    let isNegative = skip(UInt8(ascii: "-"), bytes)
    // Fifteen digits of milliseconds are thirty thousand years.
    guard let number = number(least: 1, most: 15, bytes) else { return false }
    let signed = isNegative ? -number : number
    let seconds = signed / perSecond - (signed % perSecond < 0 ? 1 : 0)
    guard (-62_135_596_800..<253_402_300_800).contains(seconds) else { return false }
    epoch = seconds
    return true
  }

  private mutating func number(least: Int, most: Int, _ bytes: Span<UInt8>) -> Int? {
    var number = 0
    var digits = 0
    while digits < most, let digit = digit(bytes) {
      number = number * 10 + digit
      digits += 1
      position += 1
    }
    return digits >= least ? number : nil
  }

  private mutating func skip(_ letter: UInt8, _ bytes: Span<UInt8>) -> Bool {
    guard position < bytes.count, bytes[position] == letter else { return false }
    position += 1
    return true
  }

  private func digit(_ bytes: Span<UInt8>) -> Int? {
    guard position < bytes.count else { return nil }
    let digit = bytes[position] &- UInt8(ascii: "0")
    return digit < 10 ? Int(digit) : nil
  }
}

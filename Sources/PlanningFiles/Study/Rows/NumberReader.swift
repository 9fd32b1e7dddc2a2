import PolicingDomain

/// Reads the numbers of a study: plain decimals and nothing else.
struct NumberReader {
  /// What the number is called in messages.
  let name: String
  /// Where it stands.
  let place: FilePlace
  /// Where problems go.
  let log: IssueLog

  /// Returns `text` as a number within `range`, or nothing after noting what is wrong.
  func number(_ text: String, in range: ClosedRange<Double>) -> Double? {
    guard let value = Self.plainNumber(text) else {
      log.add(
        .unreadableNumber, at: place, "\(name.quoted) is not a number: \(text.quoted)",
        remedy: "write a plain number such as 12.5, without unit or thousands separator")
      return nil
    }
    guard range.contains(value) else {
      let limits = "from \(shortText(range.lowerBound)) to \(shortText(range.upperBound))"
      log.add(
        .outOfRange, at: place, "\(name.quoted) is \(text), but may be \(limits)",
        remedy: "write a number \(limits)")
      return nil
    }
    return value
  }

  /// Returns `text` as a whole number within `range`, or nothing after noting what is wrong.
  func integer(_ text: String, in range: ClosedRange<Int>) -> Int? {
    let value = number(text, in: Double(range.lowerBound)...Double(range.upperBound))
    guard let value else { return nil }
    guard let whole = Int(exactly: value) else {
      log.add(
        .outOfRange, at: place, "\(name.quoted) is \(text), but must be a whole number",
        remedy: "write a number without decimals")
      return nil
    }
    return whole
  }

  /// Returns `text` as a finite number, if it consists of digits, one sign, one point and one
  /// exponent at most.
  static func plainNumber(_ text: String) -> Double? {
    let allowed = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "+"), UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    guard allowed, text.utf8.count <= 40, let value = Double(text), value.isFinite else {
      return nil
    }
    return value
  }
}

/// Returns `number` without decimals where it has none.
func shortText(_ number: Double) -> String {
  if abs(number) < 1e15, number == number.rounded() { return String(Int(number)) }
  return String(number)
}

/// A date as sources give it: a year, a month or a day.
struct StudyDate {
  /// The day, if the date is that exact.
  let day: CalendarDay?
  /// The first day of the year, month or day.
  let start: CalendarDay

  /// Reads `2023`, `2023-01` or `2023-01-31`.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let lengths = [4, 2, 2]
    guard (1...3).contains(parts.count) else { return nil }
    var numbers = [1, 1, 1]
    for (position, part) in parts.enumerated() {
      let isDigits = part.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
      guard isDigits, part.utf8.count == lengths[position], let number = Int(part) else {
        return nil
      }
      numbers[position] = number
    }
    guard let day = CalendarDay(year: numbers[0], month: numbers[1], day: numbers[2]) else {
      return nil
    }
    self.day = parts.count == 3 ? day : nil
    start = day
  }
}

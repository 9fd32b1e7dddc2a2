internal import PolicingDomain

/// Reads stamps that an export gives as the time passed since another one.
///
/// The time is real time: with a time zone, a stamp after the clock was changed is read off the
/// clock at the end of the time, not added to what the clock showed before.
struct ElapsedReader: Sendable {
  /// What the columns of one stamp tell.
  enum Reading {
    case seconds(Int)
    case missing
    case unreadable
  }

  private let missingTexts: [[UInt8]]

  init(_ profile: ColumnProfile) { missingTexts = profile.missingTexts.map { Array($0.utf8) } }

  /// Returns the stamps of a profile, each behind the one that it counts from; those that count
  /// from one another are left out.
  static func order(_ elapsed: [ColumnProfile.Elapsed]) -> [Int] {
    var left = Array(elapsed.indices)
    var order: [Int] = []
    while true {
      let ready = left.filter { place in
        !left.contains { $0 != place && elapsed[$0].field == elapsed[place].since }
          && elapsed[place].field != elapsed[place].since
      }
      if ready.isEmpty { return order }
      order += ready
      left.removeAll { ready.contains($0) }
    }
  }

  /// Returns the seconds that `field` writes.
  func read(_ field: RawField, unit: ColumnProfile.Elapsed.Unit) -> Reading {
    let text = field.trimmed
    if text.count == 0 || missingTexts.contains(where: { text.equals($0) }) { return .missing }
    let seconds = text.withSpan { bytes in
      switch unit {
      case .clock: Self.clock(bytes)
      case .seconds: Self.number(bytes, times: 1)
      case .minutes: Self.number(bytes, times: 60)
      case .hours: Self.number(bytes, times: 3600)
      }
    }
    return seconds.map { .seconds($0) } ?? .unreadable
  }

  /// The seconds of `HH:MM:SS` or `MM:SS`; hours and first minutes may have any number of digits up
  /// to five, and a fraction of a second is dropped.
  private static func clock(_ bytes: Span<UInt8>) -> Int? {
    var parts: [Int] = []
    var number = 0
    var digits = 0
    for place in bytes.indices {
      let digit = bytes[place] &- UInt8(ascii: "0")
      if digit < 10 {
        digits += 1
        guard digits <= (parts.isEmpty ? 5 : 2) else { return nil }
        number = number * 10 + Int(digit)
      } else if bytes[place] == UInt8(ascii: ":"), digits > 0, parts.count < 2 {
        parts.append(number)
        (number, digits) = (0, 0)
      } else if bytes[place] == UInt8(ascii: "."), digits > 0, !parts.isEmpty {
        guard (place + 1..<bytes.count).allSatisfy({ bytes[$0] &- UInt8(ascii: "0") < 10 }) else {
          return nil
        }
        break
      } else {
        return nil
      }
    }
    guard digits > 0, !parts.isEmpty, number < 60 else { return nil }
    if parts.count == 1 { return parts[0] * 60 + number }
    guard parts[1] < 60 else { return nil }
    return parts[0] * 3600 + parts[1] * 60 + number
  }

  /// A decimal number of at most nine whole digits times `factor`, rounded to a whole second.
  private static func number(_ bytes: Span<UInt8>, times factor: Int) -> Int? {
    var whole = 0
    var digits = 0
    var millionths = 0
    var scale = 1_000_000
    var isFraction = false
    for place in bytes.indices {
      let digit = bytes[place] &- UInt8(ascii: "0")
      if digit < 10, isFraction {
        digits += 1
        scale /= 10
        millionths += Int(digit) * scale
      } else if digit < 10 {
        digits += 1
        guard digits <= 9 else { return nil }
        whole = whole * 10 + Int(digit)
      } else if bytes[place] == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else {
        return nil
      }
    }
    guard digits > 0 else { return nil }
    return whole * factor + (millionths * factor + 500_000) / 1_000_000
  }
}

internal import PolicingDomain

/// A ``TimePattern`` whose parts always have the same width, read eight letters at a time.
///
/// A word of text is held against a template: `text ^ template` is a digit where one must stand and
/// zero where a letter must. Adding a number to each byte then carries into its top bit exactly
/// where that is not so. Ten times a byte plus the next one are two digits, for all bytes at once.
struct FixedPattern: Hashable, Sendable {
  private static let words = 4

  /// How many letters a moment has.
  private(set) var width = 0
  private var template: InlineWords = .init()
  private var mask: InlineWords = .init()
  private var addend: InlineWords = .init()
  private var year = -1
  private var century = -1
  private var shortYear = -1
  private var month = -1
  private var day = -1
  private var hour = -1
  private var minute = -1
  private var second = -1
  private var halfDay = -1
  private var isHalfDay = false

  private struct InlineWords: Hashable {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var third: UInt64 = 0
    var fourth: UInt64 = 0

    subscript(index: Int) -> UInt64 {
      get { index < 2 ? (index == 0 ? first : second) : (index == 2 ? third : fourth) }
      set {
        switch index {
        case 0: first = newValue
        case 1: second = newValue
        case 2: third = newValue
        default: fourth = newValue
        }
      }
    }

    mutating func set(_ place: Int, _ byte: UInt8) {
      self[place / 8] |= UInt64(byte) << UInt64(place % 8 * 8)
    }
  }

  /// A pattern that nothing fits.
  static let none = FixedPattern()

  private init() { width = -1 }

  /// Creates the pattern, or nothing when its width changes or it has names or offsets.
  init?(_ pattern: TimePattern) {
    var place = 0
    for part in pattern.parts {
      switch part {
      case .number(let component, let least, let most):
        guard least == most, place + most <= Self.words * 8 else { return nil }
        note(component, at: place)
        for digit in place..<(place + most) {
          template.set(digit, UInt8(ascii: "0"))
          mask.set(digit, 0xFF)
          addend.set(digit, 0x76)
        }
        place += most
      case .letter(let letter):
        guard place < Self.words * 8 else { return nil }
        template.set(place, letter)
        mask.set(place, 0xFF)
        addend.set(place, 0x7F)
        place += 1
      case .halfDay:
        guard place + 2 <= Self.words * 8 else { return nil }
        halfDay = place
        place += 2
      case .monthName, .fraction, .offset, .epoch: return nil
      }
    }
    width = place
  }

  private mutating func note(_ component: TimePattern.Component, at place: Int) {
    switch component {
    case .year:
      century = place
      year = place + 2
    case .shortYear: shortYear = place
    case .month: month = place
    case .day: day = place
    case .hour: hour = place
    case .hourOfHalfDay:
      hour = place
      isHalfDay = true
    case .minute: minute = place
    case .second: second = place
    }
  }

  /// Returns the moment that `field` writes, as ``TimePattern/moment(_:)`` does.
  ///
  /// - Parameters:
  ///   - field: The text, as wide as the pattern.
  ///   - days: The day that was read last, which most often comes again.
  /// - Returns: Nothing when the text does not fit or there is no such moment.
  @inline(__always)
  func moment(_ field: RawField, _ days: inout DayMemory) -> LocalTime? {
    let first = (field.word(0) ^ template.first) & mask.first
    let second = (field.word(8) ^ template.second) & mask.second
    let third = (field.word(16) ^ template.third) & mask.third
    let fourth = (field.word(24) ^ template.fourth) & mask.fourth
    let wrong =
      (first &+ addend.first) | first | (second &+ addend.second) | second
      | (third &+ addend.third) | third | (fourth &+ addend.fourth) | fourth
    guard wrong & 0x8080_8080_8080_8080 == 0 else { return nil }
    let pairs = Pairs(
      first: first &* 10 &+ (first >> 8 | second << 56),
      second: second &* 10 &+ (second >> 8 | third << 56),
      third: third &* 10 &+ (third >> 8 | fourth << 56), fourth: fourth &* 10 &+ fourth >> 8)
    let yearNumber: Int
    if shortYear < 0 {
      yearNumber = pairs[century] * 100 + pairs[year]
    } else {
      let short = pairs[shortYear]
      yearNumber = short + (short < 69 ? 2000 : 1900)
    }
    guard let dayNumber = days.number(yearNumber, pairs[month], pairs[day]) else { return nil }
    var hours = hour < 0 ? 0 : pairs[hour]
    if isHalfDay {
      guard let shift = halfDayHours(field), hours >= 1, hours <= 12 else { return nil }
      hours = (hours == 12 ? 0 : hours) + shift
    }
    let minutes = minute < 0 ? 0 : pairs[minute]
    let seconds = self.second < 0 ? 0 : pairs[self.second]
    guard hours < 24, minutes < 60, seconds < 60 else { return nil }
    return LocalTime(seconds: dayNumber &* 86_400 &+ hours &* 3600 &+ minutes &* 60 &+ seconds)
  }

  @inline(__always)
  private func halfDayHours(_ field: RawField) -> Int? {
    guard field[halfDay &+ 1] | 0x20 == UInt8(ascii: "m") else { return nil }
    switch field[halfDay] | 0x20 {
    case UInt8(ascii: "a"): return 0
    case UInt8(ascii: "p"): return 12
    default: return nil
    }
  }

  /// Two digits from each place on.
  private struct Pairs {
    let first: UInt64
    let second: UInt64
    let third: UInt64
    let fourth: UInt64

    @inline(__always)
    subscript(place: Int) -> Int {
      let word = place < 16 ? (place < 8 ? first : second) : (place < 24 ? third : fourth)
      return Int(truncatingIfNeeded: word &>> UInt64(truncatingIfNeeded: (place & 7) &* 8) & 0xFF)
    }
  }
}

/// The number of the day that was asked for last.
struct DayMemory {
  private var key = -1
  private var known = 0

  /// Returns the number of a day since 1970, or nothing when there is no such day.
  @inline(__always)
  mutating func number(_ year: Int, _ month: Int, _ day: Int) -> Int? {
    let key = year << 16 | month << 8 | day
    if key == self.key { return known }
    guard let day = CalendarDay(year: year, month: month, day: day) else { return nil }
    self.key = key
    known = day.dayNumber
    return known
  }
}

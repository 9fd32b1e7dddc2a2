/// Reads decimal numbers from bytes.
enum DecimalNumber {
  /// Powers of ten that a double holds exactly.
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// Returns the number that fills `range` of `text`, correctly rounded, or nil.
  ///
  /// An exponent follows `E` or, as in Fortran, `D`. The words `inf` and `infinity` count as
  /// numbers, with or without a sign; what is too large for a double is infinite too.
  static func parse(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Double? {
    var place = range.lowerBound
    let end = range.upperBound
    var isNegative = false
    if place < end, isSign(text[place]) {
      isNegative = text[place] == UInt8(ascii: "-")
      place += 1
    }
    if isInfinity(text, place..<end) { return isNegative ? -.infinity : .infinity }
    guard let length = decimalLength(text, place..<end, isFortran: true), place + length == end
    else { return nil }
    return magnitude(text, place..<end).map { isNegative ? 0 - $0 : $0 }
  }

  /// The length of the decimal number without a sign that `range` begins with, if any.
  ///
  /// In Fortran, `D` begins an exponent as `E` does.
  static func decimalLength(
    _ text: borrowing Span<UInt8>, _ range: Range<Int>, isFortran: Bool
  ) -> Int? {
    var place = range.lowerBound
    let end = range.upperBound
    var digits = 0
    while place < end, isDigit(text[place]) { (place, digits) = (place + 1, digits + 1) }
    if place < end, text[place] == UInt8(ascii: ".") {
      place += 1
      while place < end, isDigit(text[place]) { (place, digits) = (place + 1, digits + 1) }
    }
    guard digits > 0 else { return nil }
    if place < end, isExponent(text[place], isFortran) {
      var tail = place + 1
      if tail < end, isSign(text[tail]) { tail += 1 }
      let first = tail
      while tail < end, isDigit(text[tail]) { tail += 1 }
      if tail > first { place = tail }
    }
    return place - range.lowerBound
  }

  /// The value of a well-formed decimal number without a sign.
  ///
  /// A number with an integer below 2⁵³ and a power of ten up to 10²² needs one rounding only,
  /// that of a product or a quotient. Source: W. D. Clinger, *PLDI* 1990, 92–101. All others go
  /// the way of the standard library.
  static func magnitude(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Double? {
    var mantissa: UInt64 = 0
    var exponent = 0
    var isExact = true
    var isFraction = false
    var place = range.lowerBound
    while place < range.upperBound, !isExponent(text[place], true) {
      let byte = text[place]
      place += 1
      if byte == UInt8(ascii: ".") {
        isFraction = true
        continue
      }
      mantissa = mantissa &* 10 &+ UInt64(byte &- UInt8(ascii: "0"))
      if isFraction { exponent -= 1 }
      if mantissa > 1 << 53 {
        isExact = false
        break
      }
    }
    if isExact, place < range.upperBound {
      guard let stated = statedExponent(text, place + 1..<range.upperBound) else {
        return slowValue(text, range)
      }
      exponent += stated
    }
    guard isExact, abs(exponent) <= 22 else { return slowValue(text, range) }
    let power = powers[abs(exponent)]
    return exponent < 0 ? Double(mantissa) / power : Double(mantissa) * power
  }

  /// The digits after the letter of the exponent; nil beyond four of them.
  private static func statedExponent(
    _ text: borrowing Span<UInt8>, _ range: Range<Int>
  ) -> Int? {
    var exponent = 0
    guard range.count <= 5 else { return nil }
    for place in range where isDigit(text[place]) {
      exponent = exponent * 10 + Int(text[place] - UInt8(ascii: "0"))
    }
    guard let first = range.first else { return nil }
    return text[first] == UInt8(ascii: "-") ? -exponent : exponent
  }

  private static func slowValue(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Double? {
    var plain: [UInt8] = []
    for place in range {
      plain.append(isExponent(text[place], true) ? UInt8(ascii: "e") : text[place])
    }
    // The standard library wants digits on both sides of a point.
    if plain.first == UInt8(ascii: ".") { plain.insert(UInt8(ascii: "0"), at: 0) }
    if let point = plain.firstIndex(of: UInt8(ascii: ".")),
      point + 1 == plain.count || !isDigit(plain[point + 1])
    {
      plain.remove(at: point)
    }
    return Double(String(decoding: plain, as: UTF8.self))
  }

  /// Whether `range` is the word `inf` or `infinity`, in any case.
  static func isInfinity(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count == 3 || range.count == 8 else { return false }
    return text.hasWord("inf", at: range) || text.hasWord("infinity", at: range)
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
  }

  private static func isExponent(_ byte: UInt8, _ isFortran: Bool) -> Bool {
    let lower = byte | 0x20
    return lower == UInt8(ascii: "e") || isFortran && lower == UInt8(ascii: "d")
  }
}

extension Span where Element == UInt8 {
  /// Whether the bytes at `range` are `word`, which is in lower case, in any case.
  func hasWord(_ word: String, at range: Range<Int>) -> Bool {
    guard word.utf8.count == range.count else { return false }
    var place = range.lowerBound
    for byte in word.utf8 {
      let own = self[place]
      let isCapital = own &- UInt8(ascii: "A") < 26
      if (isCapital ? own | 0x20 : own) != byte { return false }
      place += 1
    }
    return true
  }

  /// The bytes at `range` as text.
  func string(at range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for place in range { bytes.append(self[place]) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

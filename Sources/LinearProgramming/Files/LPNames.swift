/// What names look like in LP text.
enum LPNames {
  /// The signs that CPLEX allows in names beside letters and digits.
  private static let signs = Array("!\"#$%&(),.;?@_`'{}|~/".utf8)

  /// Words that mean something else at the start of a line or beside a number.
  private static let reserved: Set<String> = [
    "min", "minimize", "minimise", "minimum", "max", "maximize", "maximise", "maximum", "subject",
    "such", "st", "st.", "s.t.", "bound", "bounds", "gen", "general", "generals", "int", "integer",
    "integers", "bin", "binary", "binaries", "semi", "semis", "sos", "sos1", "sos2", "lazy", "user",
    "pwlobj", "end", "free", "inf", "infinity", "sec", "multi", "scenario", "ranges",
  ]

  /// Whether a name may begin with `byte`; what is no sign and no blank may, to read what others
  /// write.
  static func canBegin(_ byte: UInt8) -> Bool {
    canContinue(byte) && !DecimalNumber.isDigit(byte) && byte != UInt8(ascii: ".")
      && byte != UInt8(ascii: "[") && byte != UInt8(ascii: "]")
  }

  /// Whether `byte` may stand in a name; square brackets may, as in `x[2]`, but not begin one.
  static func canContinue(_ byte: UInt8) -> Bool {
    isPortable(byte) || byte >= 0x80 || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
  }

  /// Whether every reader takes `byte` inside a name.
  private static func isPortable(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z") || DecimalNumber.isDigit(byte)
      || signs.contains(byte)
  }

  /// Whether every reader takes `name` as it is.
  static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy(isPortable) && !isMistakable(name)
  }

  /// Whether the start of `name` looks like a number or the whole like a keyword.
  private static func isMistakable(_ name: String) -> Bool {
    let bytes = name.utf8
    guard let first = bytes.first else { return true }
    if DecimalNumber.isDigit(first) || first == UInt8(ascii: ".") { return true }
    if first | 0x20 == UInt8(ascii: "e") {
      guard let second = bytes.dropFirst().first else { return true }
      if DecimalNumber.isDigit(second) { return true }
    }
    return bytes.count <= 10 && reserved.contains(name.lowercased())
  }

  /// Returns `name` in letters that every reader takes; ``MPSNames/decoded(_:)`` reverses it.
  static func encoded(_ name: String) -> String {
    let percent = UInt8(ascii: "%")
    return MPSNames.encoded(name, fromFirst: isMistakable(name)) { isPortable($0) && $0 != percent }
  }
}

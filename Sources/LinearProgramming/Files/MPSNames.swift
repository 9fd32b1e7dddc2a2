/// Percent encoding of names, for those that MPS cannot hold as they are.
enum MPSNames {
  /// Whether MPS can hold `name` as it is.
  static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F } && name != "'MARKER'"
  }

  /// Returns `name` without blanks and control characters; the empty name becomes `%`.
  static func encoded(_ name: String) -> String {
    encoded(name, fromFirst: false) {
      $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "%") && $0 != UInt8(ascii: "'")
    }
  }

  /// Returns `name` with every byte encoded that is not to be kept, and the first one if asked.
  static func encoded(
    _ name: String, fromFirst isFirstEncoded: Bool, keeping isKept: (UInt8) -> Bool
  ) -> String {
    if name.isEmpty { return "%" }
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for (index, byte) in name.utf8.enumerated() {
      if isKept(byte) && !(index == 0 && isFirstEncoded) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reverses ``encoded(_:)``.
  static func decoded(_ name: String) -> String {
    if name == "%" { return "" }
    let source = Array(name.utf8)
    var bytes: [UInt8] = []
    var index = 0
    while index < source.count {
      if source[index] == UInt8(ascii: "%"), index + 2 < source.count,
        let byte = UInt8(String(decoding: source[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        bytes.append(byte)
        index += 3
      } else {
        bytes.append(source[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

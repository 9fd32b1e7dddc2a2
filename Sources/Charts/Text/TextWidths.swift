/// How wide a text is, before any browser has set it.
///
/// The advances are those of a wide sans-serif face (DejaVu Sans), in hundredths of an em. The faces
/// that readers have are as wide or narrower, so what fits here fits there.
package enum TextWidths {
  /// The share of the size that a line of text reaches above its baseline.
  package static let ascent = 0.93
  /// The share of the size that it reaches below.
  package static let descent = 0.24

  /// Returns the width of a text.
  package static func width(_ text: String, size: Double) -> Double {
    var hundredths = 0
    for scalar in text.unicodeScalars { hundredths += advance(of: scalar.value) }
    return Double(hundredths) * size / 100
  }

  private static func advance(of scalar: UInt32) -> Int {
    switch scalar {
    case 32..<127: Int(basic[Int(scalar) - 32])
    case 0..<32, 127..<160: 103
    case 0x300...0x36F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F: 0
    case 160..<0x250: scalar == 0xA0 ? 32 : 84
    case 0x250..<0x1100: 84
    case 0x2000...0x200A: 50
    case 0x2010...0x2016, 0x2026: 100
    case 0x2018...0x201F: 52
    case 0x2070...0x209F: 45
    case 0x2212: 84
    case 0x1F000...: 140
    default: 104
    }
  }

  private static let basic: [UInt8] = [
    32, 40, 46, 84, 64, 95, 78, 28, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 34, 34, 84, 84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79,
    60, 79, 69, 63, 61, 73, 68, 99, 69, 61, 69, 39, 34, 39, 84, 50, 50, 61, 63, 55, 63, 62, 35, 63,
    63, 28, 28, 58, 28, 97, 63, 61, 63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84,
  ]
}

/// A text made to fit a width: broken into lines at spaces, and cut with an ellipsis where the lines
/// do not suffice.
package struct TextFit: Hashable, Sendable {
  /// The lines.
  package let lines: [String]
  /// Whether nothing was cut off.
  package let isWhole: Bool
  /// The width of the widest line.
  package let width: Double

  /// Fits a text.
  package init(_ text: String, width room: Double, size: Double, lines count: Int = 1) {
    // A text fits into its own width, whatever adding and taking away did to the last digits.
    let limit = room + 0.01
    var words = Self.words(of: text, limit: limit, size: size)[...]
    var lines: [String] = []
    while !words.isEmpty, lines.count < max(1, count) {
      var line = words.removeFirst()
      while let next = words.first,
        TextWidths.width(line + " " + next, size: size) <= limit
      {
        line += " " + next
        words.removeFirst()
      }
      lines.append(line)
    }
    isWhole = words.isEmpty && !lines.contains { TextWidths.width($0, size: size) > limit }
    if !words.isEmpty, let last = lines.popLast() {
      lines.append(Self.cut(last + " " + words.joined(separator: " "), to: limit, size: size))
    }
    self.lines = lines.map { Self.cut($0, to: limit, size: size) }
    width = self.lines.map { TextWidths.width($0, size: size) }.max() ?? 0
  }

  /// The words, with those too wide for a line in pieces.
  private static func words(of text: String, limit: Double, size: Double) -> [String] {
    text.split { $0.isWhitespace }.prefix(400).flatMap { word -> [String] in
      let whole = String(word)
      guard TextWidths.width(whole, size: size) > limit else { return [whole] }
      var pieces: [String] = []
      var piece = ""
      for character in whole.prefix(400) {
        if !piece.isEmpty, TextWidths.width(piece + String(character), size: size) > limit {
          pieces.append(piece)
          piece = ""
        }
        piece.append(character)
      }
      return pieces + [piece]
    }
  }

  /// Cuts a text that is too wide, and marks the cut.
  package static func cut(_ text: String, to limit: Double, size: Double) -> String {
    guard TextWidths.width(text, size: size) > limit else { return text }
    var kept = ""
    for character in text {
      guard TextWidths.width(kept + String(character) + "…", size: size) <= limit else { break }
      kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }
}

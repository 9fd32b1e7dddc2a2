import Foundation

/// What can be shown on a stream: a person's terminal, or a file or pipe.
struct Terminal: Sendable {
  /// A colour of the terminal, for single words and bars only.
  enum Colour: String {
    case red = "31"
    case yellow = "33"
    case blue = "34"
    case cyan = "36"
  }

  /// Standard output.
  static let output = Terminal(stream: 1)
  /// Standard error.
  static let talk = Terminal(stream: 2)

  /// Whether a person looks at the stream.
  let isTerminal: Bool
  /// Whether bars may be drawn in place.
  let drawsInPlace: Bool
  /// Whether colours may be used.
  let hasColours: Bool
  /// Whether more than ASCII can be expected to be shown.
  let hasBlocks: Bool
  /// How many letters stand in a line; few where the terminal does not say, so that none wraps.
  let width: Int

  /// Looks at a stream of this process and at what the environment asks for.
  init(stream: Int32) {
    self.init(
      isTerminal: isatty(stream) == 1, environment: ProcessInfo.processInfo.environment)
  }

  /// Decides by the conventions: `NO_COLOR` forbids colours, `CLICOLOR_FORCE` wants them even in
  /// files, `CLICOLOR=0` and `TERM=dumb` do without.
  init(isTerminal: Bool, environment: [String: String]) {
    func isSet(_ name: String) -> Bool { !(environment[name] ?? "").isEmpty }
    let isDumb = environment["TERM"] == "dumb"
    self.isTerminal = isTerminal
    drawsInPlace = isTerminal && !isDumb
    let forced = isSet("CLICOLOR_FORCE") && environment["CLICOLOR_FORCE"] != "0"
    let wanted = isTerminal && !isDumb && environment["CLICOLOR"] != "0"
    hasColours = !isSet("NO_COLOR") && (forced || wanted)
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first {
      !$0.isEmpty
    }
    hasBlocks = (locale ?? "").uppercased().replacing("-", with: "").contains("UTF8")
    width = environment["COLUMNS"].flatMap { Int($0) }.map { min(max($0, 40), 200) } ?? 60
  }

  /// Returns `text` in a colour, where colours are shown.
  func painted(_ text: String, _ colour: Colour) -> String {
    hasColours ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// Returns `text` with the words of severity that begin its lines in colour.
  func marked(_ text: String) -> String {
    guard hasColours else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      for (word, colour) in Self.severities where line.lowercased().hasPrefix(word) {
        let rest = line.dropFirst(word.count)
        guard rest.first == ":" || rest.first == "[" else { continue }
        return painted(String(line.prefix(word.count)), colour) + rest
      }
      return String(line)
    }.joined(separator: "\n")
  }

  private static let severities: [(String, Colour)] = [
    ("error", .red), ("defect", .red), ("warning", .yellow), ("note", .blue),
  ]
}

package import PolicingDomain

/// Tells the class and the home district of units by their call signs.
///
///     let signs = UnitSigns(profile.unitPatterns)
///     let (unitClass, home) = signs.match("1123")  // .beat, "011"
///
/// Patterns are tried in their order, the first that matches a whole call sign is taken; letters
/// match in either case. A call sign that fits none, or has more than 64 letters, is unclassified.
package struct UnitSigns: Sendable {
  private struct Kind: Sendable {
    let pattern: SignPattern
    let unitClass: UnitClass
    let home: HomeTemplate
  }

  private let kinds: [Kind]

  /// Creates the signs of a profile's patterns; one that cannot be read, which no profile has, is
  /// left out.
  package init(_ patterns: [ColumnProfile.UnitPattern]) {
    kinds = patterns.compactMap { pattern in
      guard let compiled = try? SignPattern(pattern.pattern) else { return nil }
      return Kind(
        pattern: compiled, unitClass: pattern.unitClass, home: HomeTemplate(pattern.home))
    }
  }

  /// Whether there is no pattern at all.
  package var isEmpty: Bool { kinds.isEmpty }

  /// Returns what `callSign` tells of its unit.
  ///
  /// - Complexity: O(patterns × letters); callers keep the answer for each distinct call sign.
  package func match(_ callSign: String) -> (unitClass: UnitClass, home: String?) {
    let letters = Array(callSign.utf8)
    for kind in kinds {
      guard let found = kind.pattern.match(letters) else { continue }
      let text = found.home.map { String(decoding: letters[$0], as: UTF8.self) }
      return (kind.unitClass, kind.home.text(for: text))
    }
    return (.unclassified, nil)
  }
}

/// How a home district is made of the text of the group `home`.
struct HomeTemplate: Hashable, Sendable {
  private enum Piece: Hashable, Sendable {
    case words(String)
    case home(width: Int)
  }

  private let pieces: [Piece]

  /// Reads `text`, as in `{home:03}`; one that cannot be read stands for itself.
  init(_ text: String?) {
    guard let text else {
      pieces = [.home(width: 0)]
      return
    }
    pieces = Self.pieces(of: text) ?? [.words(text)]
  }

  /// Whether `text` can be read: braces hold `home` or `home:0` and a width from 1 to 9.
  static func isValid(_ text: String) -> Bool { pieces(of: text) != nil }

  /// Whether the template needs the group `home`.
  var needsHome: Bool { pieces.contains { if case .home = $0 { true } else { false } } }

  private static func pieces(of text: String) -> [Piece]? {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      if open > rest.startIndex { pieces.append(.words(String(rest[..<open]))) }
      guard let close = rest[open...].firstIndex(of: "}") else { return nil }
      let name = rest[rest.index(after: open)..<close]
      if name == "home" {
        pieces.append(.home(width: 0))
      } else if name.hasPrefix("home:0"), let width = Int(name.dropFirst(6)),
        (1...9).contains(width)
      {
        pieces.append(.home(width: width))
      } else {
        return nil
      }
      rest = rest[rest.index(after: close)...]
    }
    if rest.contains("}") { return nil }
    if !rest.isEmpty { pieces.append(.words(String(rest))) }
    return pieces
  }

  /// Returns the district for the text of the group; nothing when it is needed and not there.
  func text(for home: String?) -> String? {
    if needsHome, home == nil { return nil }
    let written = home ?? ""
    let result = pieces.map { piece in
      switch piece {
      case .words(let words): words
      case .home(let width):
        String(repeating: "0", count: max(0, width - written.count)) + written
      }
    }.joined()
    return result.isEmpty ? nil : result
  }
}

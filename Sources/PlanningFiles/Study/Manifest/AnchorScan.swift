/// A search for an alias whose anchor is in the same text.
///
/// It looks at the bare characters, so that no quotation mark or comment can hide an alias.
struct AnchorScan {
  /// The name and line of the first alias that has an anchor.
  private(set) var firstAlias: (name: String, line: Int)?

  /// Searches `text`.
  init(_ text: String) {
    var anchors: Set<String> = []
    for (sign, name, _) in Self.names(in: text) where sign == "&" { anchors.insert(name) }
    guard !anchors.isEmpty else { return }
    for (sign, name, line) in Self.names(in: text) where sign == "*" && anchors.contains(name) {
      firstAlias = (name, line)
      return
    }
  }

  private static func names(in text: String) -> [(sign: Unicode.Scalar, name: String, line: Int)] {
    var found: [(sign: Unicode.Scalar, name: String, line: Int)] = []
    var line = 1
    var sign: Unicode.Scalar?
    var name = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isNamePart(scalar) {
        if sign != nil { name.append(scalar) }
        continue
      }
      if let open = sign, !name.isEmpty { found.append((open, String(name), line)) }
      name = String.UnicodeScalarView()
      sign = scalar == "&" || scalar == "*" ? scalar : nil
      if scalar == "\n" { line += 1 }
    }
    if let open = sign, !name.isEmpty { found.append((open, String(name), line)) }
    return found
  }

  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
    default: false
    }
  }
}

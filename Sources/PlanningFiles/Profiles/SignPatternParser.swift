/// Reads the text of a ``SignPattern`` into steps, by recursive descent.
struct SignPatternParser {
  private typealias Fault = SignPattern.Fault
  private typealias Step = SignPattern.Step
  private static let deepest = 16
  private static let mostRepeats = 64

  private let text: [UInt8]
  private var position = 0
  private var depth = 0
  private var hasHome = false

  init(_ text: String) { self.text = Array(text.utf8) }

  /// Returns the steps of the whole pattern.
  mutating func steps() throws(SignPattern.Fault) -> [SignPattern.Step] {
    let steps = try choice()
    guard position == text.count else { throw Fault(reason: "it has a `)` without its `(`") }
    return steps + [.accept]
  }

  private var next: UInt8? { position < text.count ? text[position] : nil }

  private mutating func take(_ letter: Character) -> Bool {
    guard next == letter.asciiValue else { return false }
    position += 1
    return true
  }

  private mutating func choice() throws(SignPattern.Fault) -> [SignPattern.Step] {
    var first = try sequence()
    while take("|") {
      let second = try sequence()
      // fork → first, jump behind; second.
      let forkAt = first.count + 2
      first =
        [.fork(1, forkAt)] + shifted(first, by: 1) + [.jump(forkAt + second.count)]
        + shifted(second, by: forkAt)
      try check(first)
    }
    return first
  }

  private mutating func sequence() throws(SignPattern.Fault) -> [SignPattern.Step] {
    var steps: [SignPattern.Step] = []
    while let letter = next, letter != UInt8(ascii: "|"), letter != UInt8(ascii: ")") {
      let piece = try repeated(try piece())
      steps += shifted(piece, by: steps.count)
      try check(steps)
    }
    return steps
  }

  private mutating func piece() throws(SignPattern.Fault) -> [SignPattern.Step] {
    guard let letter = next else { throw Fault(reason: "it ends too early") }
    position += 1
    switch Character(Unicode.Scalar(letter)) {
    case "(": return try group()
    case "[": return [.letter(try letterSet())]
    case ".": return [.letter(LetterSet().inverse)]
    case "\\": return [.letter(try escaped().inBothCases)]
    case "?", "*", "+", "{": throw Fault(reason: "nothing stands before a sign of repetition")
    case "^", "$": throw Fault(reason: "`^` and `$` have no use: the whole call sign is compared")
    default:
      var set = LetterSet()
      set.insert(letter)
      return [.letter(set.inBothCases)]
    }
  }

  private mutating func group() throws(SignPattern.Fault) -> [SignPattern.Step] {
    depth += 1
    guard depth <= Self.deepest else { throw Fault(reason: "its groups are too deep") }
    var isHome = false
    if take("?") {
      if take("<") {
        let name = text[position...].prefix { $0 != UInt8(ascii: ">") }
        guard Array(name) == Array("home".utf8) else {
          throw Fault(reason: "only a group called `home` has a meaning")
        }
        guard !hasHome else { throw Fault(reason: "it has two groups called `home`") }
        position += name.count
        hasHome = true
        isHome = true
        guard take(">") else { throw Fault(reason: "the name of a group has no `>`") }
      } else if !take(":") {
        throw Fault(reason: "`(?` can only begin `(?:` or `(?<home>`")
      }
    }
    let inner = try choice()
    guard take(")") else { throw Fault(reason: "it has a `(` without its `)`") }
    depth -= 1
    return isHome ? [.mark(0)] + shifted(inner, by: 1) + [.mark(1)] : inner
  }

  private mutating func escaped() throws(SignPattern.Fault) -> LetterSet {
    guard let letter = next else { throw Fault(reason: "it ends with a lone `\\`") }
    position += 1
    var set = LetterSet()
    switch Character(Unicode.Scalar(letter)) {
    case "d": set.insert(UInt8(ascii: "0")...UInt8(ascii: "9"))
    case "s":
      set.insert(UInt8(ascii: " "))
      set.insert(UInt8(ascii: "\t"))
    case "w":
      set.insert(UInt8(ascii: "0")...UInt8(ascii: "9"))
      set.insert(UInt8(ascii: "A")...UInt8(ascii: "Z"))
      set.insert(UInt8(ascii: "a")...UInt8(ascii: "z"))
      set.insert(UInt8(ascii: "_"))
    case "A"..."Z", "a"..."z", "0"..."9":
      throw Fault(reason: "`\\\(Character(Unicode.Scalar(letter)))` has no meaning here")
    default: set.insert(letter)
    }
    return set
  }

  private mutating func letterSet() throws(SignPattern.Fault) -> LetterSet {
    let isInverse = take("^")
    var set = LetterSet()
    var isFirst = true
    while isFirst || next != UInt8(ascii: "]") {
      guard let letter = next else { throw Fault(reason: "it has a `[` without its `]`") }
      position += 1
      isFirst = false
      if letter == UInt8(ascii: "\\") {
        set.formUnion(try escaped())
        continue
      }
      let isRange =
        next == UInt8(ascii: "-") && position + 1 < text.count
        && text[position + 1] != UInt8(ascii: "]")
      guard isRange else {
        set.insert(letter)
        continue
      }
      let last = text[position + 1]
      guard last >= letter else { throw Fault(reason: "a range in `[ ]` runs backwards") }
      position += 2
      set.insert(letter...last)
    }
    position += 1
    return isInverse ? set.inBothCases.inverse : set.inBothCases
  }

  private mutating func repeated(
    _ piece: [SignPattern.Step]
  ) throws(SignPattern.Fault) -> [SignPattern.Step] {
    guard let letter = next else { return piece }
    let bounds: (least: Int, most: Int?)
    switch Character(Unicode.Scalar(letter)) {
    case "?": bounds = (0, 1)
    case "*": bounds = (0, nil)
    case "+": bounds = (1, nil)
    case "{":
      position += 1
      bounds = try counts()
    default: return piece
    }
    position += 1
    if let letter = next, "?*+{".utf8.contains(letter) {
      throw Fault(reason: "two signs of repetition stand side by side")
    }
    return try copies(of: piece, least: bounds.least, most: bounds.most)
  }

  private mutating func counts() throws(SignPattern.Fault) -> (least: Int, most: Int?) {
    let least = try number()
    if next == UInt8(ascii: "}") { return (least, least) }
    guard take(",") else { throw Fault(reason: "`{ }` holds something else than numbers") }
    if next == UInt8(ascii: "}") { return (least, nil) }
    let most = try number()
    guard next == UInt8(ascii: "}"), least <= most else {
      throw Fault(reason: "`{ }` is not a number, or two in order")
    }
    return (least, most)
  }

  private mutating func number() throws(SignPattern.Fault) -> Int {
    let digits = text[position...].prefix { (0x30...0x39).contains($0) }
    position += digits.count
    guard digits.count <= 3, let number = Int(String(decoding: digits, as: UTF8.self)),
      number <= Self.mostRepeats
    else {
      throw Fault(reason: "a number of repetitions is not from 0 to \(Self.mostRepeats)")
    }
    return number
  }

  private func copies(
    of piece: [SignPattern.Step], least: Int, most: Int?
  ) throws(SignPattern.Fault) -> [SignPattern.Step] {
    var steps: [SignPattern.Step] = []
    for _ in 0..<least {
      steps += shifted(piece, by: steps.count)
      try check(steps)
    }
    guard let most else {
      let start = steps.count
      let behind = start + piece.count + 2
      return steps + [.fork(start + 1, behind)] + shifted(piece, by: start + 1) + [.jump(start)]
    }
    for _ in least..<most {
      let start = steps.count
      steps += [.fork(start + 1, start + 1 + piece.count)] + shifted(piece, by: start + 1)
      try check(steps)
    }
    return steps
  }

  private func check(_ steps: [SignPattern.Step]) throws(SignPattern.Fault) {
    if steps.count > SignPattern.mostSteps { throw Fault(reason: "it repeats too much") }
  }

  private func shifted(_ steps: [SignPattern.Step], by offset: Int) -> [SignPattern.Step] {
    steps.map { step in
      switch step {
      case .fork(let first, let second): .fork(first + offset, second + offset)
      case .jump(let target): .jump(target + offset)
      default: step
      }
    }
  }
}

/// A regular expression that a whole call sign matches, in time that grows with its length only.
///
/// | Written | Meaning |
/// |---|---|
/// | `A` `7` `-` | the letter itself; letters match in either case |
/// | `.` | any letter |
/// | `[A-F13]` `[^A-Z]` | one of these, none of these |
/// | `\d` `\w` `\s` | a digit; a letter, digit or `_`; a space |
/// | `\.` | the letter after the bar |
/// | `( )` `(?: )` `|` | a group; a choice |
/// | `(?<home> )` | the group that tells the district; once at most |
/// | `?` `*` `+` `{2}` `{1,3}` `{2,}` | how often what stands before it may come |
///
/// There is no backtracking and no look-around: all ways of matching are followed side by side
/// (Thompson, Regular expression search algorithm, CACM 11(6), 1968), so that no pattern takes long.
struct SignPattern: Hashable, Sendable {
  /// The most bytes that a call sign may have; longer ones match nothing.
  static let longestSign = 64
  /// The most bytes that a pattern may have.
  static let longestPattern = 256
  static let mostSteps = 2048

  enum Step: Hashable, Sendable {
    /// One byte of a set, told by the bits of two words: ASCII only.
    case letter(LetterSet)
    /// Goes on at both places, the first preferred.
    case fork(Int, Int)
    case jump(Int)
    /// Notes where the group `home` begins (0) or ends (1).
    case mark(Int)
    case accept
  }

  /// What is wrong with a pattern.
  struct Fault: Error, Hashable {
    let reason: String
  }

  /// That a call sign matches, and where its district stands.
  struct Match: Hashable {
    /// Which bytes are the group `home`, if it took part.
    let home: Range<Int>?
  }

  let steps: [Step]

  /// Reads a pattern.
  init(_ text: String) throws(Fault) {
    guard text.utf8.count <= Self.longestPattern else {
      throw Fault(reason: "it is longer than \(Self.longestPattern) letters")
    }
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      throw Fault(reason: "it has letters that are not ASCII")
    }
    var parser = SignPatternParser(text)
    steps = try parser.steps()
  }

  private struct Thread {
    var step: Int
    var start: Int
    var end: Int
  }

  /// Whether the whole of `sign` matches, and which part of it is the group `home`.
  ///
  /// - Returns: Nothing when it does not match.
  /// - Complexity: O(bytes × steps).
  func match(_ sign: [UInt8]) -> Match? {
    guard sign.count <= Self.longestSign else { return nil }
    var seen = [Int](repeating: -1, count: steps.count)
    var threads: [Thread] = []
    follow(Thread(step: 0, start: -1, end: -1), at: 0, &seen, &threads)
    for (position, letter) in sign.enumerated() {
      var next: [Thread] = []
      for thread in threads {
        guard case .letter(let set) = steps[thread.step], set.contains(letter) else { continue }
        var moved = thread
        moved.step += 1
        follow(moved, at: position + 1, &seen, &next)
      }
      if next.isEmpty { return nil }
      threads = next
    }
    guard let found = threads.first(where: { steps[$0.step] == .accept }) else { return nil }
    let hasHome = found.start >= 0 && found.end >= found.start
    return Match(home: hasHome ? found.start..<found.end : nil)
  }

  /// Adds every thread that `thread` becomes without reading a letter, preferred ones first.
  private func follow(
    _ thread: Thread, at position: Int, _ seen: inout [Int], _ threads: inout [Thread]
  ) {
    var waiting = [thread]
    while var current = waiting.popLast() {
      guard seen[current.step] != position else { continue }
      seen[current.step] = position
      switch steps[current.step] {
      case .letter, .accept:
        threads.append(current)
      case .jump(let target):
        current.step = target
        waiting.append(current)
      case .fork(let first, let second):
        var other = current
        other.step = second
        current.step = first
        waiting.append(other)
        waiting.append(current)
      case .mark(let side):
        if side == 0 { current.start = position } else { current.end = position }
        current.step += 1
        waiting.append(current)
      }
    }
  }
}

/// A set of ASCII letters.
struct LetterSet: Hashable, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// Whether the set holds `byte`; it never holds one that is not ASCII.
  func contains(_ byte: UInt8) -> Bool {
    if byte < 64 { return low >> UInt64(byte) & 1 == 1 }
    return byte < 128 && high >> UInt64(byte - 64) & 1 == 1
  }

  mutating func insert(_ byte: UInt8) {
    if byte < 64 {
      low |= 1 << UInt64(byte)
    } else if byte < 128 {
      high |= 1 << UInt64(byte - 64)
    }
  }

  mutating func insert(_ bytes: ClosedRange<UInt8>) {
    for byte in bytes { insert(byte) }
  }

  mutating func formUnion(_ other: LetterSet) {
    low |= other.low
    high |= other.high
  }

  /// All letters that the set does not hold.
  var inverse: LetterSet {
    var result = self
    result.low = ~low
    result.high = ~high
    return result
  }

  /// The set with each letter in both cases.
  var inBothCases: LetterSet {
    var result = self
    for byte in UInt8(ascii: "A")...UInt8(ascii: "Z") {
      if contains(byte) { result.insert(byte | 0x20) }
      if contains(byte | 0x20) { result.insert(byte) }
    }
    return result
  }
}

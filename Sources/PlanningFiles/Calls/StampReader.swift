internal import PolicingDomain

/// Reads the times of an export in the ways that its profile allows.
struct StampReader {
  /// What a field that should hold a time holds.
  enum Stamp {
    case moment(LocalTime)
    /// Nothing, or a text that stands for nothing.
    case missing
    /// A time of a year that stands for nothing.
    case sentinel
    case unreadable
  }

  private let patterns: [TimePattern]
  private let sentinels: [Range<LocalTime>]
  private let missingTexts: [[UInt8]]

  init(_ profile: ColumnProfile) {
    patterns = profile.timePatterns
    missingTexts = profile.missingTexts.map { Array($0.utf8) }
    sentinels = profile.sentinelYears.compactMap { year in
      guard let first = CalendarDay(year: year, month: 1, day: 1),
        let last = CalendarDay(year: year, month: 12, day: 31)
      else { return nil }
      let seconds = (first.dayNumber * 86_400, last.advanced(by: 1).dayNumber * 86_400)
      return LocalTime(seconds: seconds.0)..<LocalTime(seconds: seconds.1)
    }
  }

  /// Returns the stamp in field `index` of the current row.
  func read(_ index: Int, of reader: borrowing DelimitedReader) -> Stamp {
    reader.withBytes(of: index) { stamp($0) }
  }

  private func stamp(_ bytes: Span<UInt8>) -> Stamp {
    var start = 0
    var end = bytes.count
    while start < end, Self.isSpace(bytes[start]) { start += 1 }
    while end > start, Self.isSpace(bytes[end - 1]) { end -= 1 }
    if start == end { return .missing }
    let text = bytes.extracting(start..<end)
    for pattern in patterns {
      guard let moment = pattern.moment(text) else { continue }
      for sentinel in sentinels where sentinel.contains(moment) { return .sentinel }
      return .moment(moment)
    }
    return isMissing(text) ? .missing : .unreadable
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  private func isMissing(_ bytes: Span<UInt8>) -> Bool {
    missingTexts.contains { text in
      text.count == bytes.count && bytes.indices.allSatisfy { text[$0] == bytes[$0] }
    }
  }
}

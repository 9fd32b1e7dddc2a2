/// Goes through MPS text line by line and parts each line into fields.
struct MPSLine {
  /// The line number, counted from one.
  private(set) var number = 0
  /// Where the line stands in the text, without its line feed.
  private(set) var range = 0..<0
  /// The fields, parted by blanks or, after ``partByColumns(_:)``, by columns.
  private(set) var fields: [Range<Int>] = []

  private var next = 0

  /// Whether the line begins in its first column.
  var isFlush: Bool { fields.first?.lowerBound == range.lowerBound }

  /// Goes to the next line and parts it by blanks; carriage returns count as blanks.
  ///
  /// - Returns: Whether there is one.
  mutating func advance(_ text: borrowing Span<UInt8>) -> Bool {
    guard next < text.count else { return false }
    number += 1
    fields.removeAll(keepingCapacity: true)
    var place = next
    let count = text.count
    // The mark of the byte order belongs to no field.
    if place == 0, count >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF { place = 3 }
    let start = place
    var word = -1
    while place < count {
      let byte = text[place]
      if byte > 0x20 {
        if word < 0 { word = place }
      } else if byte == UInt8(ascii: "\n") {
        break
      } else if word >= 0 && Self.isBlank(byte) {
        fields.append(word..<place)
        word = -1
      } else if word < 0 && !Self.isBlank(byte) {
        word = place
      }
      place += 1
    }
    if word >= 0 { fields.append(word..<place) }
    range = start..<place
    next = place + 1
    return true
  }

  /// Where the fields of a fixed layout stand: columns 2–3, 5–12, 15–22, 25–36, 40–47 and 50–61.
  private static let columns = [1..<3, 4..<12, 14..<22, 24..<36, 39..<47, 49..<61]

  /// Parts the line by columns instead; empty fields at the end are left out.
  ///
  /// - Returns: The first place at which a letter stands between two fields; nil if there is none.
  mutating func partByColumns(_ text: borrowing Span<UInt8>) -> Int? {
    fields.removeAll(keepingCapacity: true)
    var gap = range.lowerBound
    for columns in Self.columns {
      var first = min(range.lowerBound + columns.lowerBound, range.upperBound)
      var last = min(range.lowerBound + columns.upperBound, range.upperBound)
      while gap < first {
        if !Self.isBlank(text[gap]) { return gap }
        gap += 1
      }
      gap = last
      while first < last, Self.isBlank(text[first]) { first += 1 }
      while first < last, Self.isBlank(text[last - 1]) { last -= 1 }
      fields.append(first..<last)
    }
    while let last = fields.last, last.isEmpty { fields.removeLast() }
    return nil
  }

  /// What follows the first word, without blanks around it.
  var rest: Range<Int>? {
    guard fields.count > 1, let last = fields.last else { return nil }
    return fields[1].lowerBound..<last.upperBound
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }
}

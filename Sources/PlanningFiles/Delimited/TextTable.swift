/// What the distinct texts of a column stand for, found by their bytes.
///
/// Most columns repeat a few texts over and over; each is understood once. Texts of up to sixteen
/// bytes are compared as two words, longer ones by a hash and then byte by byte. A column with more
/// than 65,536 texts is not worth remembering further, nor is a text of more than 256 bytes.
@safe struct TextTable: ~Copyable {
  /// What a text stands for.
  struct Meaning {
    /// The value; the owner of the table knows what it means.
    let value: Int32
    /// Whether the text is Latin-1.
    let isLatin1: Bool
  }

  private struct Entry {
    var first: UInt64 = 0
    var second: UInt64 = 0
    /// The number of bytes, or −1 in an empty slot.
    var count: Int32 = -1
    var value: Int32 = 0
    var offset: Int32 = 0
    var isLatin1 = false
  }

  private static let mostTexts = 1 << 16
  private static let longestText = 256

  private var entries: UnsafeMutablePointer<Entry>
  private var capacity = 64
  private var count = 0
  private var letters: [UInt8] = []

  init() {
    unsafe entries = .allocate(capacity: capacity)
    unsafe entries.initialize(repeating: Entry(), count: capacity)
  }

  deinit { unsafe entries.deallocate() }

  /// Returns what `field` stands for, or nothing if it is not remembered.
  @inline(__always)
  func meaning(of field: RawField) -> Meaning? {
    let (first, second) = Self.words(field)
    var slot = slot(first, second)
    while true {
      let entry = unsafe entries[slot]
      if entry.count < 0 { return nil }
      if entry.first == first, entry.second == second, Int(entry.count) == field.count,
        field.count <= 16 || matches(entry, field)
      {
        return Meaning(value: entry.value, isLatin1: entry.isLatin1)
      }
      slot = (slot &+ 1) & (capacity &- 1)
    }
  }

  /// Whether there is room to remember `field`.
  func canRemember(_ field: RawField) -> Bool {
    count < Self.mostTexts && field.count <= Self.longestText
  }

  /// Remembers what `field`, which is not yet there, stands for.
  mutating func remember(_ field: RawField, _ meaning: Meaning) {
    guard canRemember(field) else { return }
    let (first, second) = Self.words(field)
    let entry = Entry(
      first: first, second: second, count: Int32(field.count), value: meaning.value,
      offset: Int32(letters.count), isLatin1: meaning.isLatin1)
    if field.count > 16 { field.append(to: &letters) }
    if (count + 1) * 2 > capacity { grow() }
    place(entry)
    count += 1
  }

  /// The hash of the first `count` bytes of `letters`, behind which there is room.
  static func hash(_ letters: [UInt8], _ count: Int) -> UInt64 {
    precondition(count + RawField.slack <= letters.count)
    return unsafe letters.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return 0 }
      return unsafe RawField(start: start, count: count).hash
    }
  }

  /// A number spread over all bits (the finalizer of MurmurHash3).
  static func spread(_ number: UInt64) -> UInt64 {
    var hash = (number ^ (number >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ (hash >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ (hash >> 33)
  }

  private mutating func grow() {
    let old = unsafe UnsafeMutableBufferPointer(start: entries, count: capacity)
    capacity *= 2
    unsafe entries = .allocate(capacity: capacity)
    unsafe entries.initialize(repeating: Entry(), count: capacity)
    for index in 0..<(capacity / 2) where unsafe old[index].count >= 0 {
      place(unsafe old[index])
    }
    unsafe old.deallocate()
  }

  private func place(_ entry: Entry) {
    var slot = slot(entry.first, entry.second)
    while unsafe entries[slot].count >= 0 { slot = (slot + 1) & (capacity - 1) }
    unsafe entries[slot] = entry
  }

  @inline(__always)
  private func slot(_ first: UInt64, _ second: UInt64) -> Int {
    let mixed = (first ^ (second << 29 | second >> 35)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32) & (capacity &- 1)
  }

  /// The text itself in two words, or two words that stand for a longer one.
  @inline(__always)
  private static func words(_ field: RawField) -> (UInt64, UInt64) {
    let count = field.count
    if count <= 8 { return (field.firstWord, 0) }
    if count <= 16 { return (field.word(0), field.word(count &- 8)) }
    return (field.hash, field.word(count &- 8))
  }

  private func matches(_ entry: Entry, _ field: RawField) -> Bool {
    let start = Int(entry.offset)
    for place in 0..<field.count where letters[start + place] != field[place] { return false }
    return true
  }
}

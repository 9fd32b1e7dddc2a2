/// The values that the distinct texts of a column stand for, found by their bytes.
///
/// Most columns repeat a few texts over and over; each is turned into a `String` and looked up
/// once. A column with more than 65,536 texts is not worth remembering further, nor is a text of
/// more than 256 bytes.
struct TextCache<Value> {
  private static var capacity: Int { 1 << 16 }
  private static var longestText: Int { 256 }

  private var slots = [Int32](repeating: -1, count: 256)
  private var hashes: [UInt64] = []
  private var ends: [Int] = [0]
  private var letters: [UInt8] = []
  private var values: [Value] = []

  /// Returns the value of the text `bytes`, or nothing if it is not remembered.
  func value(of bytes: Span<UInt8>) -> Value? {
    let hash = stableHash(bytes)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while true {
      let index = Int(slots[slot])
      guard index >= 0 else { return nil }
      if hashes[index] == hash, matches(index, bytes) { return values[index] }
      slot = (slot + 1) & (slots.count - 1)
    }
  }

  /// Remembers that the text `bytes`, which is not yet there, stands for `value`.
  mutating func remember(_ bytes: [UInt8], _ value: Value) {
    guard values.count < Self.capacity, bytes.count <= Self.longestText else { return }
    hashes.append(stableHash(bytes.span))
    letters += bytes
    ends.append(letters.count)
    values.append(value)
    guard values.count * 2 > slots.count else {
      place(values.count - 1)
      return
    }
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for index in values.indices { place(index) }
  }

  private mutating func place(_ index: Int) {
    var slot = Int(truncatingIfNeeded: hashes[index]) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(index)
  }

  private func matches(_ index: Int, _ bytes: Span<UInt8>) -> Bool {
    let start = ends[index]
    guard ends[index + 1] - start == bytes.count else { return false }
    for offset in bytes.indices where letters[start + offset] != bytes[offset] { return false }
    return true
  }
}

/// The numbers of the calls seen so far, to tell which come again, 16 to 32 bytes for each.
///
/// Only a 64-bit hash of each number is kept: among ten million calls, the chance that a single one
/// is wrongly taken for a repetition is about three in a million.
struct RepeatedNumbers {
  private var slots = [UInt64](repeating: 0, count: 1 << 12)
  private var count = 0

  /// Notes the number `bytes`, and returns whether it was seen before.
  mutating func note(_ bytes: Span<UInt8>) -> Bool {
    let hash = max(1, stableHash(bytes))
    guard insert(hash) else { return true }
    count += 1
    if count * 2 > slots.count {
      let old = slots
      slots = [UInt64](repeating: 0, count: old.count * 2)
      for hash in old where hash != 0 { _ = insert(hash) }
    }
    return false
  }

  private mutating func insert(_ hash: UInt64) -> Bool {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if slots[slot] == hash { return false }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = hash
    return true
  }
}

/// Returns a hash of `bytes` that is the same in every run (FNV-1a, then the finalizer of
/// MurmurHash3, which spreads it over all bits).
func stableHash(_ bytes: Span<UInt8>) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3 }
  hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
  hash = (hash ^ (hash >> 33)) &* 0xC4CE_B9FE_1A85_EC53
  return hash ^ (hash >> 33)
}

/// Units whose time is missing, in millionths, by the cells in which their work will be booked.
struct MissingWork: Sendable {
  /// A cell: what is missing, of which kind and origin, and two places in a table.
  ///
  /// Packed in one number: 2 bits for the part, 1 for the origin, 20 for the kind, 16 and 25 for the
  /// places.
  struct Key: Hashable, Comparable, Sendable {
    let packed: UInt64

    init(packed: UInt64) { self.packed = packed }

    @inline(__always)
    init(_ part: WorkPart, kind: Int, origin: Int, _ first: Int, _ second: Int) {
      let head = UInt64(part.rawValue) << 62 | UInt64(origin & 1) << 61
      let slot = UInt64(kind & 0xF_FFFF) << 41
      packed = head | slot | UInt64(first & 0xFFFF) << 25 | UInt64(second & 0x1FF_FFFF)
    }

    var part: Int { Int(packed >> 62) }
    var origin: Int { Int(packed >> 61 & 1) }
    var kind: Int { Int(packed >> 41 & 0xF_FFFF) }
    var first: Int { Int(packed >> 25 & 0xFFFF) }
    var second: Int { Int(packed & 0x1FF_FFFF) }

    static func < (lhs: Key, rhs: Key) -> Bool { lhs.packed < rhs.packed }

    func moved(kind: Int, second: Int) -> Key {
      Key(WorkPart(rawValue: part) ?? .whole, kind: kind, origin: origin, first, second)
    }
  }

  /// By district and week.
  var byWeek = CellTable()
  /// By district, the hour received, and the hour of the known end: see ``HourPair``.
  var byHour = CellTable()
  /// By home and district.
  var byHome = CellTable()
  /// By beat + 1; 0 for calls without one.
  var byBeat = CellTable()
  /// Units beyond the first of a call, where a factor gives their number.
  var backUp = CellTable()
  /// Units × officers where these are known, and units of which they are known, told apart by the
  /// second place.
  var crews = CellTable()

  mutating func merge(_ other: MissingWork, kinds: [Int], beats: [Int]) {
    Self.merge(other.byWeek, into: &byWeek, kinds)
    Self.merge(other.byHour, into: &byHour, kinds)
    Self.merge(other.byHome, into: &byHome, kinds)
    Self.merge(other.backUp, into: &backUp, kinds)
    Self.merge(other.crews, into: &crews, kinds)
    for (key, units) in other.byBeat.sorted() {
      let beat = key.second == 0 ? 0 : beats[key.second - 1] + 1
      byBeat.add(key.moved(kind: kinds[key.kind], second: beat), units)
    }
  }

  private static func merge(_ other: CellTable, into cells: inout CellTable, _ kinds: [Int]) {
    for (key, units) in other.sorted() {
      cells.add(key.moved(kind: kinds[key.kind], second: key.second), units)
    }
  }
}

/// The hour in which a call was received, and the hour of the end of its work that is known, in one
/// number: most calls of an hour share the second, so that one table serves both.
struct HourPair {
  let packed: Int

  init(received: Int, known: Int, isLater: Bool) {
    let lag = known - received + (known < received ? 168 : 0)
    packed = (received * 168 + lag) * 2 + (isLater ? 1 : 0)
  }

  init(packed: Int) { self.packed = packed }

  var received: Int { packed / 336 }
  var known: Int { (packed / 336 + packed / 2 % 168) % 168 }
  /// Whether the known end is the later one.
  var isLater: Bool { packed % 2 == 1 }
}

/// Units whose time is missing, in millionths, by the cells in which their work will be booked.
struct MissingWork: Sendable {
  /// A cell: what is missing, of which kind and origin, and two places in a table.
  ///
  /// Packed in one number: 2 bits for the part, 1 for the origin, 20 for the kind, 16 and 25 for the
  /// places.
  struct Key: Hashable, Comparable, Sendable {
    let packed: UInt64

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

  typealias Cells = [Key: Int]

  /// By district and week.
  var byWeek: Cells = [:]
  /// By district and the hour received.
  var byArrival: Cells = [:]
  /// By district and 2 × the hour of the known end, + 1 where that is the later end.
  var byHour: Cells = [:]
  /// By home and district.
  var byHome: Cells = [:]
  /// By beat + 1; 0 for calls without one.
  var byBeat: Cells = [:]
  /// Units beyond the first of a call, where a factor gives their number.
  var backUp: Cells = [:]
  /// Units × officers where these are known, and units of which they are known, told apart by the
  /// second place.
  var crews: Cells = [:]

  mutating func merge(_ other: MissingWork, kinds: [Int], beats: [Int]) {
    Self.merge(other.byWeek, into: &byWeek, kinds)
    Self.merge(other.byArrival, into: &byArrival, kinds)
    Self.merge(other.byHour, into: &byHour, kinds)
    Self.merge(other.byHome, into: &byHome, kinds)
    Self.merge(other.backUp, into: &backUp, kinds)
    Self.merge(other.crews, into: &crews, kinds)
    for (key, units) in other.byBeat {
      let here = key.moved(
        kind: kinds[key.kind], second: key.second == 0 ? 0 : beats[key.second - 1] + 1)
      accumulate(&byBeat[here, default: 0], units)
    }
  }

  private static func merge(_ other: Cells, into cells: inout Cells, _ kinds: [Int]) {
    for (key, units) in other {
      accumulate(&cells[key.moved(kind: kinds[key.kind], second: key.second), default: 0], units)
    }
  }
}

internal import PolicingDomain

/// A row or a call as about fifty bytes, the form in which many of them wait to be grouped.
///
/// A record begins with the position of its first row in the export, by which calls are put back
/// into order. Times are written as differences from the receipt, numbers in as many bytes as they
/// need. The bytes never outlive the process, so the form has no version.
enum CallCodec {
  private static let origins: [CallOrigin] = [.community, .officer]
  private static let outcomes: [CallOutcome] = [.served, .cancelled, .elsewhere, .duplicate]

  /// Appends a record to `bytes`.
  static func append(
    index: Int, row: CallBatch.Row, number: ArraySlice<UInt8>,
    responses: ArraySlice<CallBatch.Response>, to bytes: inout [UInt8]
  ) {
    append(UInt64(index), to: &bytes)
    appendWhole(row.key, to: &bytes)
    let received = row.received.seconds
    append(zigzag(received), to: &bytes)
    append(row, received: received, to: &bytes)
    append(UInt64(number.count), to: &bytes)
    bytes.append(contentsOf: number)
    append(UInt64(responses.count), to: &bytes)
    for response in responses { append(response, received: received, to: &bytes) }
  }

  private static func append(_ row: CallBatch.Row, received: Int, to bytes: inout [UInt8]) {
    let known =
      bit(row.dispatched, 0) | bit(row.enroute, 1) | bit(row.arrived, 2) | bit(row.cleared, 3)
      | bit(row.closed, 4)
    bytes.append(known | code(row.origin) << 5 | code(row.outcome) << 6)
    append(row.dispatched, since: received, to: &bytes)
    append(row.enroute, since: received, to: &bytes)
    append(row.arrived, since: received, to: &bytes)
    append(row.cleared, since: received, to: &bytes)
    append(row.closed, since: received, to: &bytes)
    append(zigzag(Int(row.category)), to: &bytes)
    append(zigzag(Int(row.district)), to: &bytes)
    append(zigzag(Int(row.beat)), to: &bytes)
    append(zigzag(Int(row.unitCount)), to: &bytes)
    append(zigzag(Int(row.priority)), to: &bytes)
  }

  private static func append(
    _ response: CallBatch.Response, received: Int, to bytes: inout [UInt8]
  ) {
    appendWhole(response.unit, to: &bytes)
    let known =
      bit(response.dispatched, 0) | bit(response.enroute, 1) | bit(response.arrived, 2)
      | bit(response.cleared, 3)
    bytes.append(known | code(response.unitClass) << 4)
    append(response.dispatched, since: received, to: &bytes)
    append(response.enroute, since: received, to: &bytes)
    append(response.arrived, since: received, to: &bytes)
    append(response.cleared, since: received, to: &bytes)
    append(zigzag(Int(response.home)), to: &bytes)
    append(zigzag(Int(response.officers)), to: &bytes)
  }

  private static func bit(_ stamp: CallBatch.Stamp, _ place: UInt8) -> UInt8 {
    stamp.isKnown ? 1 << place : 0
  }

  private static func append(
    _ stamp: CallBatch.Stamp, since received: Int, to bytes: inout [UInt8]
  ) {
    if stamp.isKnown { append(zigzag(stamp.raw &- received), to: &bytes) }
  }

  private static func append(_ value: UInt64, to bytes: inout [UInt8]) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  private static func appendWhole(_ value: UInt64, to bytes: inout [UInt8]) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  /// Small numbers of either sign become small numbers without one.
  private static func zigzag(_ value: Int) -> UInt64 {
    UInt64(bitPattern: Int64(value &<< 1 ^ value >> (Int.bitWidth - 1)))
  }

  private static func code(_ origin: CallOrigin) -> UInt8 { origin == .officer ? 1 : 0 }

  /// The number of an outcome.
  static func code(_ outcome: CallOutcome) -> UInt8 {
    switch outcome {
    case .served: 0
    case .cancelled: 1
    case .elsewhere: 2
    case .duplicate: 3
    }
  }

  /// The number of a class of unit.
  static func code(_ unitClass: UnitClass) -> UInt8 {
    switch unitClass {
    case .beat: 0
    case .rapid: 1
    case .tactical: 2
    case .supervisor: 3
    case .wagon: 4
    case .citywide: 5
    case .unclassified: 6
    }
  }

  static func origin(_ flags: UInt8) -> CallOrigin { origins[Int(flags >> 5 & 1)] }

  static func outcome(_ flags: UInt8) -> CallOutcome { outcomes[Int(flags >> 6)] }

  static func unitClass(_ flags: UInt8) -> UnitClass {
    switch flags >> 4 {
    case 0: .beat
    case 1: .rapid
    case 2: .tactical
    case 3: .supervisor
    case 4: .wagon
    case 5: .citywide
    default: .unclassified
    }
  }
}

/// Records that ``CallCodec`` wrote, read one after the other.
struct CallDecoder {
  /// The records.
  let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether all records are read.
  var isAtEnd: Bool { position == bytes.count }

  /// Reads the position with which a record begins.
  mutating func readIndex() -> Int { Int(readNumber()) }

  /// Reads what a record tells of the call; both ends of the row are left at 0.
  mutating func readRow() -> CallBatch.Row {
    let key = readWhole()
    let received = readSigned()
    let flags = readByte()
    var row = CallBatch.Row(received: LocalTime(seconds: received), category: 0)
    row.key = key
    row.origin = CallCodec.origin(flags)
    row.outcome = CallCodec.outcome(flags)
    row.dispatched = readStamp(flags, 0, since: received)
    row.enroute = readStamp(flags, 1, since: received)
    row.arrived = readStamp(flags, 2, since: received)
    row.cleared = readStamp(flags, 3, since: received)
    row.closed = readStamp(flags, 4, since: received)
    row.category = Int32(truncatingIfNeeded: readSigned())
    row.district = Int32(truncatingIfNeeded: readSigned())
    row.beat = Int32(truncatingIfNeeded: readSigned())
    row.unitCount = Int16(truncatingIfNeeded: readSigned())
    row.priority = Int8(truncatingIfNeeded: readSigned())
    return row
  }

  /// Reads where the letters of the number lie in ``bytes``.
  mutating func readLetters() -> Range<Int> {
    let count = Int(readNumber())
    defer { position += count }
    return position..<position + count
  }

  /// Reads how many responses follow.
  mutating func readResponseCount() -> Int { Int(readNumber()) }

  /// Reads a response of a call that was received at `received`.
  mutating func readResponse(received: LocalTime) -> CallBatch.Response {
    var response = CallBatch.Response()
    response.unit = readWhole()
    let flags = readByte()
    let received = received.seconds
    response.unitClass = CallCodec.unitClass(flags)
    response.dispatched = readStamp(flags, 0, since: received)
    response.enroute = readStamp(flags, 1, since: received)
    response.arrived = readStamp(flags, 2, since: received)
    response.cleared = readStamp(flags, 3, since: received)
    response.home = Int32(truncatingIfNeeded: readSigned())
    response.officers = Int16(truncatingIfNeeded: readSigned())
    return response
  }

  private mutating func readStamp(
    _ flags: UInt8, _ place: UInt8, since received: Int
  ) -> CallBatch.Stamp {
    guard flags >> place & 1 == 1 else { return .none }
    return CallBatch.Stamp(LocalTime(seconds: received &+ readSigned()))
  }

  private mutating func readByte() -> UInt8 {
    defer { position += 1 }
    return bytes[position]
  }

  private mutating func readNumber() -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = readByte()
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }

  private mutating func readSigned() -> Int {
    let value = readNumber()
    return Int(Int64(bitPattern: value >> 1)) ^ -Int(value & 1)
  }

  private mutating func readWhole() -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      value |= UInt64(readByte()) << shift
    }
    return value
  }
}

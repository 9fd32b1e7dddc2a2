internal import PolicingDomain

/// One row of an export while it waits for the others of its call.
struct StoredRow {
  /// Its position in the export.
  let index: Int
  /// What it tells of the call.
  let row: CallBatch.Row
  /// What it tells of a unit.
  let response: CallBatch.Response?
  /// Where the number of the call lies in the bytes of the partition.
  let letters: Range<Int>
  /// The first moment after receipt that the row tells, or the receipt.
  let begins: Int
  /// The last such moment.
  let ends: Int

  /// Reads the next row.
  init(_ decoder: inout CallDecoder) {
    index = decoder.readIndex()
    row = decoder.readRow()
    letters = decoder.readLetters()
    response =
      decoder.readResponseCount() == 0
      ? nil : decoder.readResponse(received: row.received)
    var first = Int.max
    var last = Int.min
    func look(at stamp: CallBatch.Stamp) {
      guard stamp.isKnown else { return }
      first = min(first, stamp.raw)
      last = max(last, stamp.raw)
    }
    look(at: row.dispatched)
    look(at: row.enroute)
    look(at: row.arrived)
    look(at: row.cleared)
    if let response {
      look(at: response.dispatched)
      look(at: response.enroute)
      look(at: response.arrived)
      look(at: response.cleared)
    }
    begins = first == Int.max ? row.received.seconds : first
    ends = last == Int.min ? row.received.seconds : last
  }

  /// Whether a call can begin with the row: a unit is sent, or no unit is told of.
  var canBegin: Bool {
    guard let response else { return true }
    return response.dispatched.isKnown || !response.hasStamp
  }
}

extension CallBatch.Response {
  /// The stamps in the order in which they should come.
  var stamps: [CallBatch.Stamp] { [dispatched, enroute, arrived, cleared] }

  /// Whether there is any stamp.
  var hasStamp: Bool {
    dispatched.isKnown || enroute.isKnown || arrived.isKnown || cleared.isKnown
  }

  /// When the part begins as far as is known, or `Int.max`.
  var start: Int {
    if dispatched.isKnown { return dispatched.raw }
    if enroute.isKnown { return enroute.raw }
    if arrived.isKnown { return arrived.raw }
    return cleared.isKnown ? cleared.raw : Int.max
  }

  /// The seconds from dispatch to clearance, 0 where that cannot be told or is negative.
  var unitSeconds: Int {
    guard dispatched.isKnown, cleared.isKnown else { return 0 }
    return max(0, cleared.raw - dispatched.raw)
  }

  /// Whether the stamps that are there come in the order in which they should.
  var isInOrder: Bool {
    var last = Int.min
    for stamp in stamps where stamp.isKnown {
      guard stamp.raw >= last else { return false }
      last = stamp.raw
    }
    return true
  }

  /// Whether the part comes before another one, in an order that does not depend on the file.
  func precedes(_ other: CallBatch.Response, _ names: CallNames) -> Bool {
    if start != other.start { return start < other.start }
    if dispatched != other.dispatched { return dispatched.raw < other.dispatched.raw }
    if enroute != other.enroute { return enroute.raw < other.enroute.raw }
    if arrived != other.arrived { return arrived.raw < other.arrived.raw }
    if cleared != other.cleared { return cleared.raw < other.cleared.raw }
    let codes = (CallCodec.code(unitClass), CallCodec.code(other.unitClass))
    if codes.0 != codes.1 { return codes.0 < codes.1 }
    if officers != other.officers { return officers > other.officers }
    if home != other.home { return names.text(home) < names.text(other.home) }
    return unit < other.unit
  }

  /// Takes from another row of the same unit what is not known yet.
  mutating func fill(from other: CallBatch.Response) {
    if !dispatched.isKnown { dispatched = other.dispatched }
    if !enroute.isKnown { enroute = other.enroute }
    if !arrived.isKnown { arrived = other.arrived }
    if !cleared.isKnown { cleared = other.cleared }
    describe(by: other)
  }

  /// Takes from another row of the same unit what kind of unit it is, where that is not known yet.
  mutating func describe(by other: CallBatch.Response) {
    if unitClass == .unclassified { unitClass = other.unitClass }
    if home < 0 { home = other.home }
    officers = max(officers, other.officers)
  }
}

extension CallNames {
  /// The text at a position, or an empty one for −1.
  func text(_ position: Int32) -> String { position < 0 ? "" : self[position] }
}

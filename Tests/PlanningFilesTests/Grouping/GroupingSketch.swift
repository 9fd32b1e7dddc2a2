import PlanningFiles
import PolicingDomain

/// A row of an export in short: minutes after midnight, a number, a call sign.
struct RowSketch: Hashable {
  var number = "E1"
  var received = 0
  var unit: UInt64? = 1
  var dispatched: Int?
  var enroute: Int?
  var arrived: Int?
  var cleared: Int?
  var closed: Int?
  var category = "Alarm"
  var district: String?
  var beat: String?
  var priority: Int8 = -1
  var origin = CallOrigin.community
  var outcome = CallOutcome.served
  var unitClass = UnitClass.unclassified
  var home: String?
  var officers: Int16 = -1

  /// A status row: the letter D, E, A or C with its minute.
  static func status(_ letter: Character, _ minute: Int, unit: UInt64 = 1) -> RowSketch {
    var row = RowSketch(unit: unit)
    switch letter {
    case "D": row.dispatched = minute
    case "E": row.enroute = minute
    case "A": row.arrived = minute
    default: row.cleared = minute
    }
    return row
  }
}

/// Batches and groupings of sketched rows.
enum Sketches {
  static func stamp(_ minute: Int?) -> CallBatch.Stamp {
    CallBatch.Stamp(minute.map { LocalTime(seconds: $0 * 60) })
  }

  /// Adds a row; `key` takes the place of a hash of the number.
  static func add(_ sketch: RowSketch, to batch: inout CallBatch, key: UInt64? = nil) {
    var row = CallBatch.Row(
      received: LocalTime(seconds: sketch.received * 60),
      category: batch.names.position(of: sketch.category))
    row.key =
      key
      ?? sketch.number.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    row.closed = stamp(sketch.closed)
    row.district = sketch.district.map { batch.names.position(of: $0) } ?? -1
    row.beat = sketch.beat.map { batch.names.position(of: $0) } ?? -1
    row.priority = sketch.priority
    row.origin = sketch.origin
    row.outcome = sketch.outcome
    if let unit = sketch.unit {
      var part = CallBatch.Response()
      part.unit = unit
      part.dispatched = stamp(sketch.dispatched)
      part.enroute = stamp(sketch.enroute)
      part.arrived = stamp(sketch.arrived)
      part.cleared = stamp(sketch.cleared)
      part.unitClass = sketch.unitClass
      part.officers = sketch.officers
      part.home = sketch.home.map { batch.names.position(of: $0) } ?? -1
      batch.responses.append(part)
    } else {
      row.dispatched = stamp(sketch.dispatched)
      row.enroute = stamp(sketch.enroute)
      row.arrived = stamp(sketch.arrived)
      row.cleared = stamp(sketch.cleared)
    }
    batch.letters.append(contentsOf: sketch.number.utf8)
    row.numberEnd = Int32(batch.letters.count)
    row.responsesEnd = Int32(batch.responses.count)
    batch.rows.append(row)
  }

  static func batch(_ rows: [RowSketch], key: UInt64? = nil) -> CallBatch {
    var batch = CallBatch()
    for row in rows { add(row, to: &batch, key: key) }
    return batch
  }

  /// Groups rows that come in batches of `size`.
  static func group(
    _ rows: [RowSketch], grain: ColumnProfile.Grain = .unit, rules: CleaningRules = .plain,
    rowsInMemory: Int = 1_000_000, size: Int = 7, key: UInt64? = nil
  ) throws -> (calls: [CallForService], books: CallLedger.Grouping) {
    var grouping = CallGrouping(grain: grain, rules: rules, rowsInMemory: rowsInMemory)
    var batch = CallBatch()
    for row in rows {
      add(row, to: &batch, key: key)
      guard batch.rows.count == size else { continue }
      try grouping.add(batch)
      batch.removeCalls()
    }
    try grouping.add(batch)
    var calls: [CallForService] = []
    try grouping.finish { (found: CallBatch) throws(FileError) in
      for index in found.rows.indices { calls.append(found.call(at: index)) }
    }
    return (calls, grouping.books)
  }

  /// The minutes of dispatch, setting out, arrival and clearance of each part, −1 where unknown.
  static func minutes(_ call: CallForService) -> [[Int]] {
    call.responses.map { part in
      [part.dispatched, part.enroute, part.arrived, part.cleared].map { stamp in
        stamp.map { $0.seconds / 60 } ?? -1
      }
    }
  }

  /// How many records the entry has that begins with `what`.
  static func count(_ what: String, _ entries: [CallLedger.Entry]) -> Int {
    entries.filter { $0.what.hasPrefix(what) }.reduce(0) { $0 + $1.rows }
  }
}

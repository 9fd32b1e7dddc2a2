internal import GRDB
internal import PolicingDomain

/// Reads the calls of a store in order, as batches.
struct StoredCallReader {
  /// How many calls a batch holds at most.
  static let batchSize = 4096

  private let file: String
  private let calls: Statement
  private let responses: Statement
  private let nameCount: Int64
  private var batch: CallBatch

  /// Prepares to read; the batches have the names of the store, in its order.
  init(_ db: Database, file: String) throws {
    self.file = file
    calls = try db.makeStatement(
      sql: """
        SELECT id, number, received, dispatched, enroute, arrived, cleared, closed, priority,
          category, origin, outcome, district, beat, unit_count
        FROM calls WHERE id BETWEEN ? AND ? ORDER BY id
        """)
    responses = try db.makeStatement(
      sql: """
        SELECT call, unit, class, home, officers, dispatched, enroute, arrived, cleared
        FROM unit_responses WHERE call BETWEEN ? AND ? ORDER BY call, position
        """)
    var names = CallNames()
    let rows = try Row.fetchCursor(db, sql: "SELECT id, name FROM names ORDER BY id")
    while let row = try rows.next() {
      guard let id = row[0] as Int64?, let name = row[1] as String?,
        Int64(names.position(of: name)) == id - 1
      else { throw StoreProblem.damaged(file, "its names are not numbered from 1") }
    }
    nameCount = Int64(names.count)
    batch = CallBatch(names: names)
  }

  /// Reads the calls with `id` in `range` and their responses, batch by batch.
  ///
  /// - Throws: `E161` unless there is one call for every `id`.
  mutating func read(
    _ range: Range<Int>, hasResponses: Bool, each: (CallBatch) throws -> Void
  ) throws {
    guard !range.isEmpty else { return }
    let arguments: StatementArguments = [range.lowerBound, range.upperBound - 1]
    let rows = try Row.fetchCursor(calls, arguments: arguments)
    let parts = hasResponses ? try Row.fetchCursor(responses, arguments: arguments) : nil
    var part = try parts?.next()
    var id = Int64(range.lowerBound)
    batch.removeCalls()
    while let row = try rows.next() {
      guard row[0] as Int64? == id else { break }
      while let found = part, found[0] as Int64? == id {
        batch.responses.append(try response(found))
        part = try parts?.next()
      }
      batch.rows.append(try call(row))
      if batch.rows.count == Self.batchSize {
        try each(batch)
        batch.removeCalls()
      }
      id += 1
    }
    guard id == Int64(range.upperBound), part == nil else {
      throw StoreProblem.damaged(file, "calls are missing, or responses belong to none")
    }
    if !batch.rows.isEmpty { try each(batch) }
  }

  private mutating func call(_ row: Row) throws -> CallBatch.Row {
    guard let number = row[1] as String?, let received = try stamp(row, 2).time,
      let category = row[9] as Int64?, (1...nameCount).contains(category),
      let origin = StoreCodes.origin(row[10] as Int? ?? -1),
      let outcome = StoreCodes.outcome(row[11] as Int? ?? -1)
    else { throw StoreProblem.damaged(file, "a call lacks what every call has") }
    var call = CallBatch.Row(
      received: received, category: Int32(category - 1))
    call.dispatched = try stamp(row, 3)
    call.enroute = try stamp(row, 4)
    call.arrived = try stamp(row, 5)
    call.cleared = try stamp(row, 6)
    call.closed = try stamp(row, 7)
    call.priority = Int8(clamping: row[8] as Int? ?? -1)
    call.origin = origin
    call.outcome = outcome
    call.district = try name(row, 12)
    call.beat = try name(row, 13)
    call.unitCount = Int16(clamping: row[14] as Int? ?? -1)
    batch.letters.append(contentsOf: number.utf8)
    call.numberEnd = Int32(batch.letters.count)
    call.responsesEnd = Int32(batch.responses.count)
    return call
  }

  private func response(_ row: Row) throws -> CallBatch.Response {
    guard let unitClass = StoreCodes.unitClass(row[2] as Int? ?? -1) else {
      throw StoreProblem.damaged(file, "a response is of no known class")
    }
    var response = CallBatch.Response()
    response.unit = UInt64(clamping: row[1] as Int64? ?? 0)
    response.unitClass = unitClass
    response.home = try name(row, 3)
    response.officers = Int16(clamping: row[4] as Int? ?? -1)
    response.dispatched = try stamp(row, 5)
    response.enroute = try stamp(row, 6)
    response.arrived = try stamp(row, 7)
    response.cleared = try stamp(row, 8)
    return response
  }

  /// Times beyond ten thousand years are damage, and would overflow where they are added up.
  private func stamp(_ row: Row, _ column: Int) throws -> CallBatch.Stamp {
    guard let seconds = row[column] as Int? else { return .none }
    guard (-400_000_000_000...400_000_000_000).contains(seconds) else {
      throw StoreProblem.damaged(file, "a time is not one")
    }
    return CallBatch.Stamp(LocalTime(seconds: seconds))
  }

  private func name(_ row: Row, _ column: Int) throws -> Int32 {
    guard let id = row[column] as Int64? else { return -1 }
    guard (1...nameCount).contains(id) else {
      throw StoreProblem.damaged(file, "a call points to a name that is not there")
    }
    return Int32(id - 1)
  }
}

internal import GRDB
internal import PolicingDomain

/// Adds calls to a store, inside a transaction that someone else began.
struct CallAppender {
  private static let callColumns = 15
  private static let responseColumns = 10

  private let calls: Statement
  private let responses: Statement
  private let newName: Statement
  private var known: [String: Int64] = [:]
  private var nextName: Int64
  /// The number in the store of each name of the batches, by position.
  private var numbers: [Int64] = []
  private var values: [DatabaseValue] = []

  /// The `id` that the next call gets.
  private(set) var nextCall: Int
  /// The unit responses added.
  private(set) var responseCount = 0

  init(_ db: Database) throws {
    calls = try db.makeStatement(sql: Self.insert(into: "calls", Self.callColumns))
    responses = try db.makeStatement(
      sql: Self.insert(into: "unit_responses", Self.responseColumns))
    newName = try db.makeStatement(sql: Self.insert(into: "names", 2))
    nextCall = (try Int.fetchOne(db, sql: "SELECT max(id) FROM calls") ?? 0) + 1
    nextName = (try Int64.fetchOne(db, sql: "SELECT max(id) FROM names") ?? 0) + 1
    let names = try Row.fetchCursor(db, sql: "SELECT id, name FROM names")
    while let row = try names.next() {
      if let id = row[0] as Int64?, let name = row[1] as String? { known[name] = id }
    }
  }

  private static func insert(into table: String, _ columns: Int) -> String {
    let places = [String](repeating: "?", count: columns).joined(separator: ", ")
    return "INSERT INTO \(table) VALUES (\(places))"
  }

  /// Adds all calls of `batch`, in order.
  mutating func add(_ batch: CallBatch) throws {
    try number(batch.names)
    for index in batch.rows.indices {
      try addCall(batch, index)
      let range = batch.responseRange(at: index)
      if !range.isEmpty { try addResponses(batch.responses[range]) }
      nextCall += 1
    }
  }

  private mutating func number(_ names: CallNames) throws {
    if names.count < numbers.count { numbers.removeAll() }
    for text in names.texts[numbers.count...] {
      if let id = known[text] {
        numbers.append(id)
        continue
      }
      try newName.execute(arguments: [nextName, text])
      known[text] = nextName
      numbers.append(nextName)
      nextName += 1
    }
  }

  private mutating func addCall(_ batch: CallBatch, _ index: Int) throws {
    let row = batch.rows[index]
    values.removeAll(keepingCapacity: true)
    values.append(nextCall.databaseValue)
    values.append(batch.number(at: index).databaseValue)
    values.append(row.received.seconds.databaseValue)
    append(row.dispatched)
    append(row.enroute)
    append(row.arrived)
    append(row.cleared)
    append(row.closed)
    append(Int(row.priority))
    appendName(row.category)
    values.append(StoreCodes.code(of: row.origin).databaseValue)
    values.append(StoreCodes.code(of: row.outcome).databaseValue)
    appendName(row.district)
    appendName(row.beat)
    append(Int(row.unitCount))
    calls.setUncheckedArguments(StatementArguments(values))
    try calls.execute()
  }

  private mutating func addResponses(_ parts: ArraySlice<CallBatch.Response>) throws {
    var units: [UInt64] = []
    for (position, part) in parts.enumerated() {
      values.removeAll(keepingCapacity: true)
      values.append(nextCall.databaseValue)
      values.append(position.databaseValue)
      values.append(Self.place(of: part.unit, in: &units).databaseValue)
      values.append(StoreCodes.code(of: part.unitClass).databaseValue)
      appendName(part.home)
      append(Int(part.officers))
      append(part.dispatched)
      append(part.enroute)
      append(part.arrived)
      append(part.cleared)
      responses.setUncheckedArguments(StatementArguments(values))
      try responses.execute()
      responseCount += 1
    }
  }

  /// Numbers the units of a call from 1, so that nothing made of a call sign is kept.
  private static func place(of unit: UInt64, in units: inout [UInt64]) -> Int {
    if unit == 0 { return 0 }
    if let known = units.firstIndex(of: unit) { return known + 1 }
    units.append(unit)
    return units.count
  }

  private mutating func append(_ stamp: CallBatch.Stamp) {
    values.append(stamp.isKnown ? stamp.raw.databaseValue : .null)
  }

  private mutating func append(_ number: Int) {
    values.append(number < 0 ? .null : number.databaseValue)
  }

  private mutating func appendName(_ position: Int32) {
    values.append(position < 0 ? .null : numbers[Int(position)].databaseValue)
  }
}

/// The numbers that stand for words in a store; they are part of its version.
enum StoreCodes {
  private static let origins: [CallOrigin] = [.community, .officer]
  private static let outcomes: [CallOutcome] = [.served, .cancelled, .elsewhere, .duplicate]
  private static let unitClasses: [UnitClass] = [
    .beat, .rapid, .tactical, .supervisor, .wagon, .citywide, .unclassified,
  ]

  static func code(of origin: CallOrigin) -> Int { origin == .community ? 0 : 1 }

  static func code(of outcome: CallOutcome) -> Int {
    outcomes.firstIndex(of: outcome) ?? 0
  }

  static func code(of unitClass: UnitClass) -> Int {
    unitClasses.firstIndex(of: unitClass) ?? unitClasses.count - 1
  }

  static func origin(_ code: Int) -> CallOrigin? {
    origins.indices.contains(code) ? origins[code] : nil
  }

  static func outcome(_ code: Int) -> CallOutcome? {
    outcomes.indices.contains(code) ? outcomes[code] : nil
  }

  static func unitClass(_ code: Int) -> UnitClass? {
    unitClasses.indices.contains(code) ? unitClasses[code] : nil
  }
}

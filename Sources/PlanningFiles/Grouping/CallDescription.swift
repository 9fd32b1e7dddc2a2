internal import PolicingDomain

/// What the rows of one call tell of the call itself.
///
/// The call was received when the first row says so, and closed when the last one says so. Priority
/// and origin are those of the first row in time: how the call came in. Category, place and outcome
/// are those of the last row in time: what it turned out to be. Where times are equal, the more
/// urgent priority, the community and the first text in the alphabet go before the others.
struct CallDescription {
  private(set) var row: CallBatch.Row
  private let rows: ArraySlice<StoredRow>

  /// Describes the call of at least one row.
  init(_ rows: ArraySlice<StoredRow>, names: CallNames) {
    self.rows = rows
    row = rows[rows.startIndex].row
    takeStamps()
    guard rows.count > 1 else { return }
    row.received = rows.reduce(row.received) { min($0, $1.row.received) }
    let first = rows.min { Self.isFirst($0, $1) }
    row.origin = first?.row.origin ?? row.origin
    row.priority =
      rows.filter { $0.row.priority >= 0 }.min { Self.isFirst($0, $1) }?.row.priority ?? -1
    let last = rows.max { Self.isLast($0, $1, by: \.category, names) }
    row.category = last?.row.category ?? row.category
    row.outcome = Self.outcome(of: rows)
    takePlace(names)
  }

  /// Stamps of rows about no unit; those of units come from their parts.
  private mutating func takeStamps() {
    row.dispatched = .none
    row.enroute = .none
    row.arrived = .none
    row.cleared = .none
    for item in rows {
      row.closed = row.closed.later(item.row.closed)
      row.unitCount = max(row.unitCount, item.row.unitCount)
      guard item.response == nil else { continue }
      row.dispatched = row.dispatched.earlier(item.row.dispatched)
      row.enroute = row.enroute.earlier(item.row.enroute)
      row.arrived = row.arrived.earlier(item.row.arrived)
      row.cleared = row.cleared.later(item.row.cleared)
    }
  }

  private mutating func takePlace(_ names: CallNames) {
    let placed = rows.filter { $0.row.district >= 0 }
    row.district =
      placed.max { Self.isLast($0, $1, by: \.district, names) }?.row.district ?? -1
    let district = row.district
    let onBeat = rows.filter { $0.row.beat >= 0 && $0.row.district == district }
    row.beat = onBeat.max { Self.isLast($0, $1, by: \.beat, names) }?.row.beat ?? -1
  }

  private static func outcome(of rows: ArraySlice<StoredRow>) -> CallOutcome {
    func rank(_ item: StoredRow) -> Int { Int(CallCodec.code(item.row.outcome)) }
    return rows.max { ($0.ends, $0.begins, -rank($0)) < ($1.ends, $1.begins, -rank($1)) }?
      .row.outcome ?? .served
  }

  private static func isFirst(_ left: StoredRow, _ right: StoredRow) -> Bool {
    func key(_ item: StoredRow) -> (Int, Int, Int8, Int) {
      (item.begins, item.ends, item.row.priority, item.row.origin == .community ? 0 : 1)
    }
    return key(left) < key(right)
  }

  private static func isLast(
    _ left: StoredRow, _ right: StoredRow, by field: KeyPath<CallBatch.Row, Int32>,
    _ names: CallNames
  ) -> Bool {
    if left.ends != right.ends { return left.ends < right.ends }
    if left.begins != right.begins { return left.begins < right.begins }
    let texts = (left.row[keyPath: field], right.row[keyPath: field])
    return texts.0 != texts.1 && names.text(texts.0) > names.text(texts.1)
  }

  /// Counts the fields in which rows differ.
  func countConflicts(grain: ColumnProfile.Grain, tally: inout GroupingTally) {
    guard rows.count > 1 else { return }
    if grain == .unit, differ({ $0.received.seconds }) { tally.count(.received) }
    if differ({ Int($0.priority) }, where: { $0.priority >= 0 }) { tally.count(.priority) }
    if differ({ Int($0.category) }) { tally.count(.category) }
    if differ({ Int($0.district) }, where: { $0.district >= 0 }) { tally.count(.district) }
    if differ({ Int($0.beat) }, where: { $0.beat >= 0 }) { tally.count(.beat) }
    if differ({ $0.origin == .community ? 0 : 1 }) { tally.count(.origin) }
    if differ({ Int(CallCodec.code($0.outcome)) }) { tally.count(.outcome) }
  }

  private func differ(
    _ value: (CallBatch.Row) -> Int, where isKnown: (CallBatch.Row) -> Bool = { _ in true }
  ) -> Bool {
    var first: Int?
    for item in rows where isKnown(item.row) {
      let found = value(item.row)
      if let first, first != found { return true }
      first = found
    }
    return false
  }
}

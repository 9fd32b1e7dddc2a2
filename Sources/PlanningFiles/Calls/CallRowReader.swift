internal import PolicingDomain

/// Turns the rows of an export into calls, and counts what is missing, odd or impossible.
struct CallRowReader {
  /// The category of a call whose category is missing.
  static let unrecorded = CallCategory("not recorded")

  private let profile: ColumnProfile
  private let stamps: StampReader
  private var positions: [Int] = []
  private var file = 0
  private var line = 0
  private(set) var tally = CallTally()

  private var numbers = RepeatedNumbers()
  private var priorities: ColumnReader<CallPriority>
  private var categories: ColumnReader<CallCategory>
  private var origins: ColumnReader<CallOrigin>
  private var districts: ColumnReader<District.ID>
  private var beats: ColumnReader<Beat.ID>
  private var unitCounts: ColumnReader<Int>
  private var firstUnits: ColumnReader<Void>
  private var primeUnits: ColumnReader<Void>

  init(profile: ColumnProfile) {
    self.profile = profile
    stamps = StampReader(profile)
    priorities = ColumnReader(.priority, profile) { text in
      guard let map = profile.priorities else { return Int(text).flatMap { CallPriority($0) } }
      return map[text]
    }
    categories = ColumnReader(.category, profile) { text in
      profile.categories[text] ?? profile.otherCategories ?? CallCategory(text)
    }
    origins = ColumnReader(.origin, profile) { profile.origins[$0] ?? profile.otherOrigins }
    districts = ColumnReader(.district, profile) { District.ID($0) }
    beats = ColumnReader(.beat, profile) { Beat.ID($0) }
    unitCounts = ColumnReader(.unitCount, profile) { text in
      let count = Int(text) ?? Double(text).flatMap { Int(exactly: $0) }
      return count.flatMap { (0...999).contains($0) ? $0 : nil }
    }
    // Which unit it was does not matter, and is not kept.
    firstUnits = ColumnReader(.firstUnit, profile) { _ in () }
    primeUnits = ColumnReader(.primeUnit, profile) { _ in () }
  }

  /// Reads all rows of `reader`, the file of number `file`, and hands every call to `each`.
  mutating func read(
    _ reader: inout DelimitedReader, file: Int, each: (CallForService) -> Void
  ) throws(FileError) {
    self.file = file
    positions = try profile.positions(in: reader.header, of: reader.file)
    while try reader.next() {
      tally.rowsRead += 1
      line = reader.line
      if let call = call(&reader) {
        tally.rowsUsed += 1
        each(call)
      }
    }
    tally.add(reader.remarks, file: file)
  }

  private mutating func call(_ reader: inout DelimitedReader) -> CallForService? {
    guard let id = identifier(&reader) else { return setAside(.noIdentifier) }
    let received: LocalTime
    switch stamps.read(positions[CallField.received.rawValue], of: reader) {
    case .moment(let moment): received = moment
    case .missing: return setAside(.noReceived)
    case .sentinel: return setAside(.sentinelReceived)
    case .unreadable: return setAside(.unreadableReceived)
    }
    if !profile.usesRowNumber, numbers.note(id.utf8.span) {
      tally.repeatedNumbers.add(line: line, file: file)
    }
    let dispatched = stamp(.dispatched, reader)
    let enroute = stamp(.enroute, reader)
    let arrived = stamp(.arrived, reader)
    let cleared = stamp(.cleared, reader)
    checkOrder(received, dispatched, enroute, arrived, cleared)
    _ = known(firstUnits.read(positions, of: &reader), .firstUnit)
    _ = known(primeUnits.read(positions, of: &reader), .primeUnit)
    let tellsTime = profile.precision == .second
    return CallForService(
      id: id, received: received, dispatched: tellsTime ? dispatched : nil,
      enroute: tellsTime ? enroute : nil, arrived: tellsTime ? arrived : nil,
      cleared: tellsTime ? cleared : nil, priority: priority(&reader),
      category: known(categories.read(positions, of: &reader), .category) ?? Self.unrecorded,
      origin: origin(&reader),
      district: known(districts.read(positions, of: &reader), .district),
      beat: known(beats.read(positions, of: &reader), .beat),
      unitCount: unitCount(&reader, isDispatched: dispatched != nil))
  }

  private mutating func setAside(_ reason: CallTally.Reason) -> CallForService? {
    tally.setAside[reason.rawValue].add(line: line, file: file)
    return nil
  }

  private func identifier(_ reader: inout DelimitedReader) -> String? {
    if profile.usesRowNumber { return String(tally.rowsRead) }
    let text = trimmed(reader.field(positions[CallField.id.rawValue]))
    return text.isEmpty || profile.missingTexts.contains(text) ? nil : text
  }
}

extension CallRowReader {
  private mutating func stamp(
    _ field: CallField, _ reader: borrowing DelimitedReader
  ) -> LocalTime? {
    let position = positions[field.rawValue]
    guard position >= 0 else { return nil }
    switch stamps.read(position, of: reader) {
    case .moment(let moment): return moment
    case .missing: break
    case .sentinel: tally.sentinels[field.rawValue].add(line: line, file: file)
    case .unreadable: tally.unreadable[field.rawValue].add(line: line, file: file)
    }
    tally.missing[field.rawValue].add(line: line, file: file)
    return nil
  }

  private mutating func checkOrder(
    _ received: LocalTime, _ dispatched: LocalTime?, _ enroute: LocalTime?,
    _ arrived: LocalTime?, _ cleared: LocalTime?
  ) {
    var latest = received
    var isOrdered = true
    for moment in [dispatched, enroute, arrived, cleared] {
      guard let moment else { continue }
      isOrdered = isOrdered && latest <= moment
      latest = moment
    }
    if isOrdered { return }
    let all: [(field: CallField, moment: LocalTime?)] = [
      (.received, received), (.dispatched, dispatched), (.enroute, enroute), (.arrived, arrived),
      (.cleared, cleared),
    ]
    for (position, later) in all.enumerated() {
      for earlier in all[..<position] {
        guard let first = earlier.moment, let second = later.moment, second < first else {
          continue
        }
        let index = CallTally.disorderIndex(later.field, before: earlier.field)
        tally.disorder[index].add(line: line, file: file)
      }
    }
  }

  /// Returns the value, and counts the row when it is missing.
  private mutating func known<Value>(
    _ reading: FieldReading<Value>, _ field: CallField
  ) -> Value? {
    switch reading {
    case .unmapped: return nil
    case .known(let value): return value
    case .missing, .notUnderstood:
      tally.missing[field.rawValue].add(line: line, file: file)
      return nil
    }
  }

  private mutating func priority(_ reader: inout DelimitedReader) -> CallPriority? {
    let reading = priorities.read(positions, of: &reader)
    if case .notUnderstood(let text) = reading {
      tally.unmappedPriorities.add(text, line: line, file: file)
    }
    return known(reading, .priority)
  }

  private mutating func origin(_ reader: inout DelimitedReader) -> CallOrigin {
    let reading = origins.read(positions, of: &reader)
    if case .notUnderstood(let text) = reading {
      tally.unknownOrigins.add(text, line: line, file: file)
    }
    return known(reading, .origin) ?? profile.otherOrigins ?? .community
  }

  private mutating func unitCount(
    _ reader: inout DelimitedReader, isDispatched: Bool
  ) -> Int? {
    let reading = unitCounts.read(positions, of: &reader)
    if case .notUnderstood = reading {
      tally.unreadable[CallField.unitCount.rawValue].add(line: line, file: file)
    }
    let count = known(reading, .unitCount)
    if count == 0 {
      tally.noUnits.add(line: line, file: file)
      if isDispatched { tally.noUnitsThoughDispatched.add(line: line, file: file) }
    }
    return count
  }
}

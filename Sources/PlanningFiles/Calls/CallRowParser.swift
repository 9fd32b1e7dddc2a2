internal import PolicingDomain

/// Turns the rows of a chunk into compact calls, and counts what is missing, odd or impossible.
///
/// Lines are counted from the beginning of the chunk, because where that is in the file is known
/// only when all chunks before it have been read.
struct CallRowParser: ~Copyable {
  /// How a chunk ended.
  struct End {
    /// Lines of complete rows.
    let lines: Int
    /// Where the row begins that the chunk cuts in two, if it does.
    let openRow: Int?
    /// Line feeds of that row before the field that is open.
    let openLineFeeds: Int
  }

  /// The calls of the chunk.
  var batch = CallBatch()
  /// What was counted in it.
  var tally = CallTally()

  let plan: CallPlan
  var texts: CallTexts
  private var memory = StampReader.Memory()
  private var layout: FileLayout?
  /// By field: the place of its column, −1 where it has none, −2 where it has several.
  var places = InlineArray<32, Int>(repeating: -1)
  var line = 0
  /// The line of each call.
  private var lines: [Int] = []
  /// The rows up to each call, where these are the numbers of calls.
  private var ordinals: [Int] = []
  var unrecorded: Int32 = -1
  let tellsTime: Bool
  private let usesRowNumber: Bool
  let hasResponses: Bool
  private let hasMissingTexts: Bool
  private let clock: ZoneClock?
  let otherOrigin: CallOrigin

  init(_ plan: CallPlan) {
    self.plan = plan
    texts = CallTexts(plan)
    tellsTime = plan.profile.precision == .second
    usesRowNumber = plan.profile.usesRowNumber
    hasResponses = plan.hasResponses
    hasMissingTexts = !plan.missingTexts.isEmpty
    clock = plan.stampReader.clock
    otherOrigin = plan.profile.otherOrigins ?? .community
  }

  /// Reads the rows of the chunk that `cutter` has begun.
  mutating func parse(_ cutter: inout RowCutter, _ layout: FileLayout) -> End {
    begin(layout)
    var nextLine = 0
    while true {
      switch cutter.next() {
      case .end: return End(lines: nextLine, openRow: nil, openLineFeeds: 0)
      case .open:
        return End(
          lines: nextLine, openRow: cutter.rowStart, openLineFeeds: cutter.lineFeeds)
      case .row: break
      }
      line = nextLine
      nextLine += 1 + cutter.lineFeeds
      if cutter.fieldCount != layout.columnCount {
        if cutter.isBlank {
          tally.blankLines.add(line: line)
          continue
        }
        if cutter.fieldCount < layout.columnCount {
          tally.tooFewFields.add(line: line)
        } else {
          tally.tooManyFields.add(line: line)
        }
      } else if cutter.fieldCount == 1, cutter.isBlank {
        tally.blankLines.add(line: line)
        continue
      }
      if cutter.lineFeeds > 0 { tally.rowsOfManyLines.add(line: line) }
      if cutter.hasStrayText { tally.strayText.add(line: line) }
      tally.rowsRead += 1
      readRow(&cutter)
    }
  }

  private mutating func begin(_ layout: FileLayout) {
    batch.removeCalls()
    lines.removeAll(keepingCapacity: true)
    ordinals.removeAll(keepingCapacity: true)
    tally = CallTally()
    if let known = self.layout, known === layout { return }
    self.layout = layout
    for field in CallField.allCases {
      let columns = layout.columns[field.rawValue]
      places[field.rawValue] = columns.count > 1 ? -2 : columns.first ?? -1
    }
  }

  /// Completes the calls with what depends on the rows before the chunk.
  ///
  /// - Parameters:
  ///   - rows: How many rows come before it, in all files.
  ///   - line: The line at which it begins.
  ///   - file: The number of its file.
  ///   - log: Where the numbers of calls are noted.
  /// - Throws: `E131` when they have to be put into a file and cannot.
  mutating func finish(
    rows: Int, line: Int, file: Int, log: inout NumberLog
  ) throws(FileError) {
    if usesRowNumber {
      for index in batch.rows.indices {
        let number = rows + ordinals[index]
        batch.letters.append(contentsOf: String(number).utf8)
        batch.rows[index].numberEnd = Int32(batch.letters.count)
        batch.rows[index].key = TextTable.spread(UInt64(number))
      }
    }
    guard plan.countsRepetitions else { return }
    for index in batch.rows.indices {
      try log.note(batch.rows[index].key, file: file, line: line + lines[index])
    }
  }
}

extension CallRowParser {
  @inline(__always)
  private mutating func readRow(_ cutter: inout RowCutter) {
    var row = CallBatch.Row(received: LocalTime(seconds: 0), category: 0)
    var number: RawField?
    if !usesRowNumber {
      let field = field(.id, &cutter).trimmed
      if field.count == 0 || isMissing(field) { return setAside(.noIdentifier) }
      number = field
    }
    guard let received = received(&cutter) else { return }
    row.received = received
    if usesRowNumber {
      ordinals.append(tally.rowsRead)
    } else if let number {
      // The field of a joined number is gone once another one is joined.
      let id = places[CallField.id.rawValue] == -2 ? field(.id, &cutter) : number
      row.key = id.hash
      append(id)
      row.numberEnd = Int32(batch.letters.count)
    }
    lines.append(line)
    let isDispatched = readStamps(&row, &cutter)
    readTexts(&row, &cutter, isDispatched: isDispatched)
    if hasResponses { readResponse(&row, &cutter) }
    row.responsesEnd = Int32(batch.responses.count)
    batch.rows.append(row)
    tally.rowsUsed += 1
  }

  /// The text of a field that is mapped.
  @inline(__always)
  mutating func field(_ field: CallField, _ cutter: inout RowCutter) -> RawField {
    let place = places[field.rawValue]
    return place >= 0 ? cutter.field(place) : cutter.joined(layout?.columns[field.rawValue] ?? [])
  }

  private mutating func setAside(_ reason: CallTally.Reason) {
    tally.setAside[reason.rawValue].add(line: line)
  }

  @inline(__always)
  private func isMissing(_ field: RawField) -> Bool {
    hasMissingTexts && plan.missingTexts.contains { field.equals($0) }
  }

  /// Appends the number of the call as UTF-8.
  @inline(__always)
  private mutating func append(_ number: RawField) {
    if number.isASCII {
      number.append(to: &batch.letters)
    } else {
      let (text, isLatin1) = number.text
      if isLatin1 { tally.latin1Fields.add(line: line) }
      batch.letters.append(contentsOf: text.utf8)
    }
  }

  @inline(__always)
  private mutating func received(_ cutter: inout RowCutter) -> LocalTime? {
    switch plan.stampReader.read(field(.received, &cutter), &memory) {
    case .moment(let moment): return moment
    case .missing: setAside(.noReceived)
    case .sentinel: setAside(.sentinelReceived)
    case .unreadable: setAside(.unreadableReceived)
    }
    return nil
  }

  /// Returns the raw stamp in the column of `column`, `Int.min` where there is none, and counts it.
  @inline(__always)
  mutating func stamp(_ column: CallField, _ cutter: inout RowCutter) -> Int {
    if places[column.rawValue] == -1 { return .min }
    switch plan.stampReader.read(field(column, &cutter), &memory) {
    case .moment(let moment): return moment.seconds
    case .missing: break
    case .sentinel: tally.sentinels[column.rawValue].add(line: line)
    case .unreadable: tally.unreadable[column.rawValue].add(line: line)
    }
    tally.missing[column.rawValue].add(line: line)
    return .min
  }

  /// Reads all stamps but that of receipt.
  ///
  /// - Returns: Whether the time of dispatch is known.
  @inline(__always)
  private mutating func readStamps(_ row: inout CallBatch.Row, _ cutter: inout RowCutter) -> Bool {
    var stamps = InlineArray<6, Int>(repeating: .min)
    stamps[0] = row.received.seconds
    stamps[1] = stamp(.dispatched, &cutter)
    stamps[2] = stamp(.enroute, &cutter)
    stamps[3] = stamp(.arrived, &cutter)
    stamps[4] = stamp(.cleared, &cutter)
    stamps[5] = stamp(.closed, &cutter)
    if !plan.elapsed.isEmpty { readElapsed(&stamps, &cutter) }
    var latest = stamps[0]
    var isOrdered = true
    for place in 1..<5 where stamps[place] != .min {
      isOrdered = isOrdered && latest <= stamps[place]
      latest = stamps[place]
    }
    if !isOrdered { countDisorder(stamps) }
    if let clock { countSkipped(stamps, clock) }
    if tellsTime {
      row.dispatched = CallBatch.Stamp(raw: stamps[1])
      row.enroute = CallBatch.Stamp(raw: stamps[2])
      row.arrived = CallBatch.Stamp(raw: stamps[3])
      row.cleared = CallBatch.Stamp(raw: stamps[4])
      row.closed = CallBatch.Stamp(raw: stamps[5])
    }
    return stamps[1] != .min
  }

  /// Reads the stamps that are given as the time passed since another one.
  @inline(never)
  private mutating func readElapsed(
    _ stamps: inout InlineArray<6, Int>, _ cutter: inout RowCutter
  ) {
    // The real moments of stamps that were reckoned, which a clock that is put back cannot tell.
    var moments = InlineArray<6, Int>(repeating: .min)
    for stated in plan.elapsed {
      var total: Int? = 0
      for column in layout?.columns[stated.columns] ?? [] {
        switch plan.elapsedReader.read(cutter.field(column), unit: stated.unit) {
        case .seconds(let seconds): total = total.map { $0 + seconds }
        case .missing: total = nil
        case .unreadable:
          total = nil
          tally.unreadable[stated.field.rawValue].add(line: line)
        }
      }
      let start = stamps[stated.since]
      guard let total, start != .min else {
        stamps[stated.target] = .min
        tally.missing[stated.field.rawValue].add(line: line)
        continue
      }
      guard let clock = plan.stampReader.clock else {
        stamps[stated.target] = start + total
        continue
      }
      let known = moments[stated.since]
      let moment = (known == .min ? clock.moment(of: start) : known) + total
      moments[stated.target] = moment
      stamps[stated.target] = clock.wall(at: moment)
    }
  }

  @inline(never)
  private mutating func countDisorder(_ stamps: InlineArray<6, Int>) {
    var isSecondTimeRound = false
    for later in 1..<5 where stamps[later] != .min {
      for earlier in 0..<later where stamps[earlier] != .min && stamps[later] < stamps[earlier] {
        if plan.stampReader.clock?.explains(
          LocalTime(seconds: stamps[later]), before: LocalTime(seconds: stamps[earlier])) == true
        {
          isSecondTimeRound = true
          continue
        }
        let index = CallTally.disorderIndex(
          CallPlan.stamps[later], before: CallPlan.stamps[earlier])
        tally.disorder[index].add(line: line)
      }
    }
    if isSecondTimeRound { tally.secondTimeRound.add(line: line) }
  }

  @inline(__always)
  private mutating func countSkipped(_ stamps: InlineArray<6, Int>, _ clock: ZoneClock) {
    for place in 0..<5 where stamps[place] != .min && clock.skips(seconds: stamps[place]) {
      tally.skippedHour.add(line: line)
      return
    }
  }
}

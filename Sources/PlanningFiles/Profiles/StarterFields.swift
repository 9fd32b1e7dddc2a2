internal import PolicingDomain

/// Guesses which column of an unknown export tells what: by names, checked on values.
struct StarterFields {
  /// A guess.
  struct Guess {
    let field: CallField
    let headers: [String]
    /// Why, where a person should look again.
    let doubt: String?
  }

  private let sample: ExportSample
  private let columns: [ColumnFinding]
  private(set) var guesses: [Guess] = []
  private(set) var grain: ColumnProfile.Grain
  private(set) var dateOnly = false
  private var used: Set<Int> = []

  /// Names by field, the most telling first; the words are folded and looked for anywhere.
  private static let stampWords: [(CallField, [String])] = [
    (.enroute, ["enroute", "responding", "rolling"]),
    (.arrived, ["arriv", "onscene", "atscene", "scene"]),
    (.dispatched, ["dispatch", "assigned", "sent", "alert"]),
    (.closed, ["callclosed", "close", "closing", "completed", "eventclearance"]),
    (.cleared, ["clear", "available", "inservice", "free", "released"]),
    (
      .received,
      [
        "receiv", "queued", "created", "create", "entered", "phonepickup", "pickup", "reported",
        "calltime", "calldate", "callstart", "open", "start", "timestamp", "datetime", "date",
        "time",
      ]
    ),
  ]

  init(_ sample: ExportSample, columns: [ColumnFinding], grain: GrainEvidence) {
    self.sample = sample
    self.columns = columns
    self.grain = grain.grain
    for column in columns {
      let same = columns.count { $0.header == column.header }
      if column.header.isEmpty || same > 1 { used.insert(column.position) }
    }
    if let id = grain.idColumn, !used.contains(id) {
      used.insert(id)
      let column = columns[id]
      let share = Double(grain.repeatedRows) / Double(max(1, column.filled))
      let doubt = share > 0 && grain.grain == .call ? "numbers come more than once" : nil
      guesses.append(Guess(field: .id, headers: [column.header], doubt: doubt))
    }
    guessStamps()
    if self.grain != .call, let unit = grain.unitColumn, !used.contains(unit) {
      used.insert(unit)
      guesses.append(Guess(field: .unit, headers: [columns[unit].header], doubt: nil))
    }
    guessWords()
    if guess(.unit) == nil, self.grain == .unit { self.grain = .call }
  }

  /// The columns that no guess uses, personal ones apart.
  var left: [ColumnFinding] {
    columns.filter { !used.contains($0.position) && !$0.isPersonal }
  }

  /// The guess for `field`, if there is one.
  func guess(_ field: CallField) -> Guess? { guesses.first { $0.field == field } }

  /// The columns of `guess`.
  func findings(_ guess: Guess) -> [ColumnFinding] {
    guess.headers.compactMap { name in columns.first { $0.header == name } }
  }

  private mutating func guessStamps() {
    var free = moments()
    if grain == .status, guess(.id) == nil || free.isEmpty || statusColumn() == nil {
      grain = .call
    }
    if grain == .status, let only = free.first {
      let status = statusColumn()
      guesses.append(
        Guess(field: .status, headers: [status?.header ?? ""], doubt: nil))
      if let status { used.insert(status.position) }
      let time = free.first { HeaderMatch.folded($0.headers[0]).contains("stamp") } ?? only
      let received = free.first { $0.headers != time.headers && isNamed($0, .received) }
      add(.statusTime, time)
      if let received {
        add(.received, received)
      } else {
        guesses.append(
          Guess(
            field: .received, headers: time.headers,
            doubt: "the log tells no receipt; the first entry of a call stands for it"))
      }
      return
    }
    for (field, words) in Self.stampWords {
      for word in words {
        guard
          let position = free.firstIndex(where: { moment in
            moment.headers.contains { HeaderMatch.folded($0).contains(word) }
              && fits(moment, field)
          })
        else { continue }
        add(field, free.remove(at: position))
        break
      }
    }
    if guess(.received) == nil, let first = earliest(of: free) {
      add(.received, first, doubt: "no name tells the receipt; this is the earliest stamp")
      free.removeAll { $0.headers == first.headers }
    }
    if guess(.received) == nil {
      moveToReceived()
    }
  }

  /// The only stamps are later ones: the first of them stands for the receipt.
  private mutating func moveToReceived() {
    for field in CallField.laterStamps + [.closed] {
      guard let position = guesses.firstIndex(where: { $0.field == field }) else { continue }
      guesses[position] = Guess(
        field: .received, headers: guesses[position].headers,
        doubt: "the export tells no receipt; `\(field.name)` stands for it")
      return
    }
  }

  private func fits(_ moment: Moment, _ field: CallField) -> Bool {
    let name = HeaderMatch.folded(moment.headers.joined())
    // `Dispatch Unit Cleared` is a clearance, `Clearance Date` of an event the close of its report.
    switch field {
    case .dispatched: return !name.contains("clear") && !name.contains("arriv")
    case .cleared: return !name.contains("clearance")
    default: return true
    }
  }

  private func isNamed(_ moment: Moment, _ field: CallField) -> Bool {
    let words = Self.stampWords.first { $0.0 == field }?.1 ?? []
    return words.contains { HeaderMatch.folded(moment.headers.joined()).contains($0) }
  }

  private mutating func add(_ field: CallField, _ moment: Moment, doubt: String? = nil) {
    guesses.append(Guess(field: field, headers: moment.headers, doubt: doubt))
    used.formUnion(moment.positions)
  }

  /// One column of moments, or a date and a time that belong together.
  struct Moment {
    let headers: [String]
    let positions: [Int]
  }

  /// Moments with a time of day, dates paired with times; dates alone where there is nothing else.
  private mutating func moments() -> [Moment] {
    let exact = left.filter { $0.formats?.hasTimeOfDay == true }
    let dates = left.filter { $0.formats?.hasTimeOfDay == false }
    let times = left.filter { $0.isTimeOfDay }
    var found = exact.map { Moment(headers: [$0.header], positions: [$0.position]) }
    for date in dates {
      let stem = Self.stem(date.header)
      let partner =
        times.first { Self.stem($0.header) == stem } ?? (dates.count == 1 ? times.first : nil)
      guard let partner else { continue }
      found.append(
        Moment(
          headers: [date.header, partner.header], positions: [date.position, partner.position]))
    }
    if found.isEmpty, !dates.isEmpty {
      dateOnly = true
      found = dates.map { Moment(headers: [$0.header], positions: [$0.position]) }
    }
    return found.sorted { ($0.positions.first ?? 0) < ($1.positions.first ?? 0) }
  }

  private static func stem(_ name: String) -> String {
    HeaderMatch.folded(name).replacing("datetime", with: "").replacing("date", with: "")
      .replacing("time", with: "")
  }

  /// The stamp that comes before the others in most rows.
  private func earliest(of moments: [Moment]) -> Moment? {
    moments.max { wins($0, among: moments) < wins($1, among: moments) }
  }

  private func wins(_ moment: Moment, among moments: [Moment]) -> Int {
    guard let column = moment.positions.first.map({ columns[$0] }) else { return 0 }
    var wins = 0
    for row in sample.rows.prefix(500) {
      guard let own = column.moment(row[column.position]) else { continue }
      let isFirst = moments.allSatisfy { other in
        guard let position = other.positions.first else { return true }
        return columns[position].moment(row[position]).map { own <= $0 } ?? true
      }
      if isFirst { wins += 1 }
    }
    return wins
  }
}

extension StarterFields {
  private static let words: [(field: CallField, words: [String])] = [
    (
      .unitCount,
      ["unitcount", "numberofunits", "unitsassigned", "assignedunits", "units", "numunits"]
    ),
    (.officers, ["officercount", "countofofficers", "numberofofficers", "crew"]),
    (.unit, ["callsign", "radioname", "unitcode", "unitid", "unit", "vehicle"]),
    (.priority, ["priority", "prio", "pri", "severity", "urgency"]),
    (.beat, ["beat", "reportingarea", "rptdist", "patrolarea", "zone", "grid", "esz"]),
    (.district, ["district", "precinct", "division", "sector", "area", "dgroup"]),
    (.disposition, ["disposition", "dispo", "outcome", "result", "cleared by"]),
    (
      .origin,
      ["initiated", "origin", "source", "methodofcall", "callsource", "howreceived", "src"]
    ),
    (
      .category,
      [
        "finalcalltype", "calldescription", "typedescription", "incidenttypedesc", "typetext",
        "finaltype", "finalproblem", "nature", "problem", "calltype", "incidenttype", "type",
        "category", "description", "tycod", "code",
      ]
    ),
  ]

  /// A column of few values, some of which say that an officer began, tells the origin.
  private mutating func guessOrigin() {
    let words = ["onview", "on view", "on-view", "officer initiated", "proactive", "self init"]
    let found = left.first { column in
      let officers = column.common.count { value in
        words.contains { value.text.lowercased().contains($0) }
      }
      return (2...20).contains(column.distinct) && officers > 0 && officers < column.distinct
    }
    guard let found else { return }
    used.insert(found.position)
    guesses.append(Guess(field: .origin, headers: [found.header], doubt: nil))
  }

  private mutating func guessWords() {
    guessOrigin()
    for (field, words) in Self.words {
      if field == .unit, grain == .call { guessFirstUnit(words) }
      if field == .unit && grain == .call || guess(field) != nil { continue }
      guard let column = column(for: field, words) else { continue }
      used.insert(column.position)
      guesses.append(Guess(field: field, headers: [column.header], doubt: nil))
    }
  }

  /// In rows of calls a call sign is that of the first unit; it is counted and not kept.
  private mutating func guessFirstUnit(_ words: [String]) {
    guard let column = column(for: .unit, words) else { return }
    used.insert(column.position)
    guesses.append(Guess(field: .firstUnit, headers: [column.header], doubt: nil))
  }

  private func column(for field: CallField, _ words: [String]) -> ColumnFinding? {
    for word in words {
      let found = left.first { column in
        let name = HeaderMatch.folded(column.header)
        let isNamed = ["pri", "prio", "src"].contains(word) ? name == word : name.contains(word)
        return isNamed && column.filled > 0 && !column.holdsMoments && suits(column, field)
      }
      if let found { return found }
    }
    return nil
  }

  private func suits(_ column: ColumnFinding, _ field: CallField) -> Bool {
    switch field {
    case .priority: column.distinct <= 40
    case .unitCount, .officers:
      column.isNumeric && column.common.allSatisfy { (0...999).contains(Double($0.text) ?? -1) }
    case .origin: column.distinct <= 40
    case .district: column.distinct <= 100 && column.distinct * 2 <= max(2, column.filled)
    case .beat: column.distinct <= 2000 && !column.common.contains { $0.text.contains(".") }
    case .disposition: column.distinct <= 400
    case .category: column.distinct <= 2000 && column.distinct * 2 <= max(4, column.filled)
    default: true
    }
  }

  private func statusColumn() -> ColumnFinding? {
    let words = ["transtype", "statuscode", "status", "transaction"]
    for word in words {
      let found = left.first {
        HeaderMatch.folded($0.header).contains(word) && !$0.holdsMoments
          && (1...60).contains($0.distinct)
      }
      if let found { return found }
    }
    return nil
  }
}

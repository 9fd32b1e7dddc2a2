import PolicingDomain

/// The service standards of a study, and the share of one-officer units by watch.
struct StandardTable {
  /// The standards.
  let standards: ServiceStandards
  /// The standards by the name of a target, with value and unit as stated, in the order of the file.
  let stated: [Stated]
  private let shares: [(watch: String, share: Share)]

  /// A standard as a row states it.
  struct Stated {
    /// The name of its target: that of the standard, and the priority or watch if it has one.
    let target: String
    /// The value.
    let value: Double
    /// The unit of the value.
    let unit: String
    /// The kind of standard.
    let kind: StandardKind
    /// The row.
    let row: StudyRow
  }

  /// Reads the table `standards`.
  init(_ table: StudyTable?, watches: [ManifestWatch], log: IssueLog) {
    var rows: [StandardKind: [(row: StudyRow, value: Double)]] = [:]
    var seen = ReferenceList(of: "standard")
    var found: [Stated] = []
    for row in table?.rows ?? [] {
      guard let kind = Self.kind(row, watches) else { continue }
      let key = [kind.rawValue, row.text("watch"), row.text("priority")]
      seen.insert(key.filter { !$0.isEmpty }.joined(separator: " "), from: row, "standard")
      let value = row.number("value", in: kind.range)
      rows[kind, default: []].append((row, value))
      let priority = row.text("priority")
      let watch = row.text("watch")
      let suffix =
        (priority.isEmpty ? "" : "_priority_\(priority)") + (watch.isEmpty ? "" : "_watch_\(watch)")
      found.append(
        Stated(
          target: kind.rawValue + suffix, value: value, unit: row.text("unit"), kind: kind, row: row
        ))
    }
    stated = found
    let proactive = rows[.proactiveTime]?.first
    let waits = Self.limits((rows[.waitShare] ?? []) + (rows[.meanWait] ?? []))
    let responses = Self.limits((rows[.responseShare] ?? []) + (rows[.meanResponse] ?? []))
    standards = ServiceStandards(
      proactiveTime: proactive.flatMap { Share($0.value) },
      proactiveTimeProvenance: proactive.map { $0.row.provenance(authority: "set_by") }
        ?? Provenance(source: "", date: ""),
      waiting: waits.map { .init(priority: $0, limit: $1, provenance: $2) },
      response: responses.map { .init(priority: $0, limit: $1, provenance: $2) },
      patrolInterval: rows[.patrolInterval]?.first.map { row, value in
        .init(interval: Hours(value), provenance: row.provenance(authority: "set_by"))
      },
      complement: Self.complement(rows[.unitsPerBeat]?.first, rows[.unitsPerSector]?.first),
      travel: Self.travel(rows[.responseSpeed]?.first, rows[.patrolSpeed]?.first))
    Self.checkSpeeds(rows)
    shares = (rows[.oneOfficerShare] ?? []).compactMap { row, value in
      _ = row.provenance(authority: "set_by")
      return Share(value).map { (row.text("watch"), $0) }
    }
    guard let table else { return }
    for watch in watches where share(for: watch.name) == nil {
      log.add(
        .incompleteList, at: FilePlace(file: table.file),
        "no row states the share of one-officer units of the watch \(watch.name.quoted)",
        remedy: "add `one_officer_share` for it; 0 means two officers in every unit")
    }
  }

  /// Returns the share of one-officer units of the watch called `name`: its own row, or the row
  /// without a watch.
  func share(for name: String) -> Share? {
    shares.first { $0.watch == name }?.share ?? shares.first { $0.watch.isEmpty }?.share
  }

  private static func kind(_ row: StudyRow, _ watches: [ManifestWatch]) -> StandardKind? {
    let word = row.needed("standard")
    guard let kind = StandardKind(rawValue: word) else {
      if !word.isEmpty {
        row.complain(
          .unknownWord, "standard", "there is no standard \(word.quoted)",
          remedy: advice(for: word, among: StandardKind.allCases.map(\.rawValue)))
      }
      return nil
    }
    let unit = row.needed("unit")
    if !unit.isEmpty, !kind.units.contains(unit) {
      row.complain(
        .unknownWord, "unit", "\(word.quoted) cannot be stated in \(unit.quoted)",
        remedy: "state it in \(kind.units.map(\.quoted).joined(separator: " or "))")
    }
    checkParts(kind, row, watches.map(\.name))
    return kind
  }

  private static func checkParts(_ kind: StandardKind, _ row: StudyRow, _ watches: [String]) {
    let parts: [(column: String, isUsed: Bool, isNeeded: Bool)] = [
      ("watch", kind == .oneOfficerShare, false), ("priority", kind.hasPriority, kind.hasPriority),
      ("within_minutes", kind.limitsShare, kind.limitsShare),
    ]
    for part in parts where row.text(part.column).isEmpty == part.isNeeded {
      if part.isNeeded || !part.isUsed, row.has(part.column) {
        let verb = part.isNeeded ? "needs" : "has no"
        row.complain(
          .incompleteStandard, part.column,
          "the standard \(kind.rawValue.quoted) \(verb) \(part.column.quoted)",
          remedy: part.isNeeded ? "fill the field" : "empty the field")
      }
    }
    let watch = row.text("watch")
    guard kind == .oneOfficerShare, !watch.isEmpty, !watches.isEmpty, !watches.contains(watch)
    else { return }
    row.complain(
      .unknownReference, "watch", "there is no watch \(watch.quoted)",
      remedy: advice(for: watch, among: watches))
  }

  /// The limits on the time of calls of one priority, in the order of the file.
  private static func limits(
    _ rows: [(row: StudyRow, value: Double)]
  ) -> [(CallPriority, ServiceStandards.Waiting.Limit, Provenance)] {
    rows.sorted { $0.row.line < $1.row.line }.compactMap { row, value in
      let provenance = row.provenance(authority: "set_by")
      let level = row.integer(ifAny: "priority")
      guard let level, let priority = CallPriority(level) else { return nil }
      let kind = StandardKind(rawValue: row.text("standard"))
      guard kind?.limitsShare == true else {
        return (priority, .mean(Hours(minutes: value)), provenance)
      }
      let least = kind == .responseShare ? 0.02 : 0
      let minutes = row.number(ifAny: "within_minutes", in: least...1440)
      guard let minutes, let share = Share(value) else { return nil }
      return (priority, .share(share, within: Hours(minutes: minutes)), provenance)
    }
  }

  /// Complains of standards that need a speed which no row states.
  private static func checkSpeeds(_ rows: [StandardKind: [(row: StudyRow, value: Double)]]) {
    let needs: [(StandardKind, StandardKind)] = [
      (.responseShare, .responseSpeed), (.meanResponse, .responseSpeed),
      (.patrolInterval, .patrolSpeed),
    ]
    for (standard, speed) in needs where rows[speed] == nil {
      rows[standard]?.first?.row.complain(
        .incompleteStandard, "standard",
        "the standard \(standard.rawValue.quoted) needs a speed, and no row states one",
        remedy: "add the standard \(speed.rawValue.quoted), in km per hour")
    }
  }

  /// The speeds; nothing when none is stated.
  private static func travel(
    _ response: (row: StudyRow, value: Double)?, _ patrol: (row: StudyRow, value: Double)?
  ) -> TravelAssumption? {
    let provenances = [response, patrol].compactMap { $0?.row.provenance(authority: "set_by") }
    guard let provenance = provenances.first else { return nil }
    return TravelAssumption(
      responseSpeed: response?.value, patrolSpeed: patrol?.value, provenance: provenance)
  }

  /// The complement; a part that is not stated is none.
  private static func complement(
    _ beats: (row: StudyRow, value: Double)?, _ sectors: (row: StudyRow, value: Double)?
  ) -> ServiceStandards.Complement? {
    let provenances = [beats, sectors].compactMap { $0?.row.provenance(authority: "set_by") }
    guard let provenance = provenances.first else { return nil }
    return .init(
      unitsPerBeat: beats?.value ?? 0, rapidUnitsPerSector: sectors?.value ?? 0,
      provenance: provenance)
  }
}

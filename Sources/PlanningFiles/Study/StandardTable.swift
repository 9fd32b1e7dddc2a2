import PolicingDomain

/// The service standards of a study, and the share of one-officer units by watch.
struct StandardTable {
  /// The standards.
  let standards: ServiceStandards
  private let shares: [(watch: String, share: Share)]

  /// The kinds of row.
  private enum Kind: String, CaseIterable {
    case proactiveTime = "proactive_time"
    case waitShare = "wait_share_within"
    case meanWait = "mean_wait"
    case unitsPerBeat = "complement_beat_units_per_beat"
    case unitsPerSector = "complement_rapid_units_per_sector"
    case oneOfficerShare = "one_officer_share"

    /// The units that the value may be stated in.
    var units: [String] {
      switch self {
      case .proactiveTime, .waitShare: ["share"]
      case .meanWait: ["minutes"]
      case .unitsPerBeat: ["units per beat"]
      case .unitsPerSector: ["units per sector"]
      case .oneOfficerShare: ["share of units", "share"]
      }
    }

    /// What the value may be; a share of exactly 1 would need units without end.
    var range: ClosedRange<Double> {
      switch self {
      case .proactiveTime: 0...0.95
      case .waitShare: 0.01...0.999
      case .meanWait: 0.01...1440
      case .unitsPerBeat, .unitsPerSector: 0...20
      case .oneOfficerShare: 0...1
      }
    }
  }

  /// Reads the table `standards`.
  init(_ table: StudyTable?, watches: [ManifestWatch], log: IssueLog) {
    var rows: [Kind: [(row: StudyRow, value: Double)]] = [:]
    var seen = ReferenceList(of: "standard")
    for row in table?.rows ?? [] {
      guard let kind = Self.kind(row, watches) else { continue }
      let key = [kind.rawValue, row.text("watch"), row.text("priority")]
      seen.insert(key.filter { !$0.isEmpty }.joined(separator: " "), from: row, "standard")
      rows[kind, default: []].append((row, row.number("value", in: kind.range)))
    }
    let proactive = rows[.proactiveTime]?.first
    let waits = (rows[.waitShare] ?? []) + (rows[.meanWait] ?? [])
    standards = ServiceStandards(
      proactiveTime: proactive.flatMap { Share($0.value) },
      proactiveTimeProvenance: proactive.map { $0.row.provenance(authority: "set_by") }
        ?? Provenance(source: "", date: ""),
      waiting: waits.sorted { $0.row.line < $1.row.line }.compactMap(Self.waiting),
      complement: Self.complement(rows[.unitsPerBeat]?.first, rows[.unitsPerSector]?.first))
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

  private static func kind(_ row: StudyRow, _ watches: [ManifestWatch]) -> Kind? {
    let word = row.needed("standard")
    guard let kind = Kind(rawValue: word) else {
      if !word.isEmpty {
        row.complain(
          .unknownWord, "standard", "there is no standard \(word.quoted)",
          remedy: advice(for: word, among: Kind.allCases.map(\.rawValue)))
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

  private static func checkParts(_ kind: Kind, _ row: StudyRow, _ watches: [String]) {
    let isWait = kind == .waitShare || kind == .meanWait
    let parts: [(column: String, isUsed: Bool, isNeeded: Bool)] = [
      ("watch", kind == .oneOfficerShare, false), ("priority", isWait, isWait),
      ("within_minutes", kind == .waitShare, kind == .waitShare),
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

  private static func waiting(_ row: StudyRow, _ value: Double) -> ServiceStandards.Waiting? {
    let provenance = row.provenance(authority: "set_by")
    let level = row.integer(ifAny: "priority", in: 0...CallPriority.lowest)
    guard let level, let priority = CallPriority(level) else { return nil }
    if row.text("standard") == Kind.meanWait.rawValue {
      return .init(
        priority: priority, limit: .mean(Hours(minutes: value)), provenance: provenance)
    }
    let minutes = row.number(ifAny: "within_minutes", in: 0...1440)
    guard let minutes, let share = Share(value) else { return nil }
    return .init(
      priority: priority, limit: .share(share, within: Hours(minutes: minutes)),
      provenance: provenance)
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

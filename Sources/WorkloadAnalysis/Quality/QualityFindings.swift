import PolicingDomain

/// What a reader must know of an export, from everything that was counted.
struct QualityFindings {
  typealias Finding = DataQuality.Finding
  typealias Stamp = DataQuality.Stamp

  let quality: DataQuality
  let standards: DataQualityStandards
  var found: [Finding] = []

  init(_ quality: DataQuality) {
    self.quality = quality
    standards = quality.standards
    guard quality.calls > 0 else {
      found = [
        Finding(
          key: "no-calls", severity: .grave, what: "no row became a call", count: 0,
          of: quality.ledger.rowsRead, counted: "rows",
          remedy: "look at the rows set aside, and at the profile")
      ]
      return
    }
    findRows()
    findStampsNotTold()
    findTimesNotKnown()
    findMissingArrivals()
    findDependenceOnPriority()
    findDisorder()
    findEqualStamps()
    findHeaping()
    findOddTimes()
    findOutcomes()
    findPlaces()
    findUnits()
    findGaps()
  }

  /// The findings, gravest first, then by the hours that rest on them.
  var inOrder: [Finding] {
    let order: [Finding.Severity] = Finding.Severity.allCases
    return found.sorted { lhs, rhs in
      let left = order.firstIndex(of: lhs.severity) ?? 0
      let right = order.firstIndex(of: rhs.severity) ?? 0
      if left != right { return left < right }
      let hours = (lhs.unitHours ?? -1, rhs.unitHours ?? -1)
      return hours.0 != hours.1 ? hours.0 > hours.1 : lhs.key < rhs.key
    }
  }

  /// Unit-hours of a call to which a unit went, on average; nothing where no time is told.
  var hoursPerCall: Double? {
    guard quality.all.sent > 0, quality.work.imputedUnitHours != nil, quality.work.timedUnits > 0
    else { return nil }
    return quality.work.unitHours / Double(quality.all.sent)
  }

  /// How much a missing share matters.
  func severity(ofShare count: Int, of total: Int) -> Finding.Severity {
    guard total > 0 else { return .note }
    let share = Double(count) / Double(total)
    return share > standards.missingNo ? .grave : share > standards.missingCare ? .care : .note
  }

  /// How much it matters that a small share is wrong.
  func severity(ofFault count: Int, of total: Int) -> Finding.Severity {
    Double(count) > standards.disorderCare * Double(total) ? .care : .note
  }

  /// A share as a percentage.
  func percent(_ share: Double?) -> String {
    guard let share else { return "–" }
    return "\((share * 1000).rounded() / 10) %"
  }

  func isTimed(_ stamp: Stamp) -> Bool { quality.export.precision(of: stamp) == .times }
}

/// Rows and stamps.
extension QualityFindings {
  private mutating func findRows() {
    let ledger = quality.ledger
    for (position, entry) in ledger.setAside.enumerated() {
      found.append(
        Finding(
          key: "rows-set-aside-\(position + 1)", severity: .care,
          what: "rows were set aside: \(entry.what)", count: entry.rows, of: ledger.rowsRead,
          counted: "rows", unitHours: hoursPerCall.map { $0 * Double(entry.rows) }, fate: .lost,
          remedy: entry.remedy))
    }
    let repeats = ledger.remarks.filter { $0.what.hasPrefix("repeated id") }
    for entry in repeats {
      found.append(
        Finding(
          key: "repeated-id", severity: .care, what: "the number of the call came before",
          count: entry.rows, of: ledger.rowsRead, counted: "rows",
          unitHours: hoursPerCall.map { $0 * Double(entry.rows) }, fate: .countedTwice,
          remedy: entry.remedy))
    }
    for (position, entry) in (ledger.grouping?.entries ?? []).enumerated() {
      found.append(
        Finding(
          key: "grouping-\(position + 1)",
          severity: severity(ofShare: entry.rows, of: max(quality.calls, entry.rows)),
          what: "grouping: \(entry.what)", count: entry.rows,
          of: max(quality.calls, entry.rows), counted: "cases",
          unitHours: entry.unitHours?.value, fate: .replaced, remedy: entry.remedy))
    }
    findRefusals()
    findRemarks()
  }

  /// What the profile cannot tell and no verdict speaks of.
  private mutating func findRefusals() {
    let marks = DataQuality.Verdict.Question.allCases.flatMap(\.marks)
    let others = quality.ledger.refusals.filter { entry in
      !marks.contains { entry.what.hasPrefix($0 + ":") }
    }
    for (position, entry) in others.enumerated() {
      found.append(
        Finding(
          key: "cannot-tell-\(position + 1)",
          severity: entry.what.hasPrefix("units per call:") ? .note : .care,
          what: "cannot be told: \(entry.what)", count: quality.calls, of: quality.calls,
          remedy: entry.remedy))
    }
  }

  /// Values that the profile does not map, stands for none or cannot read.
  private mutating func findRemarks() {
    let ledger = quality.ledger
    let kinds = [
      ("unmapped-", "unmapped "), ("sentinel-", "sentinel in "), ("unreadable-", " cannot be read"),
    ]
    for (key, mark) in kinds {
      let entries = ledger.remarks.filter {
        mark.hasPrefix(" ") ? $0.what.contains(mark) : $0.what.hasPrefix(mark)
      }
      for (position, entry) in entries.enumerated() {
        found.append(
          Finding(
            key: "\(key)\(position + 1)",
            severity: severity(ofShare: entry.rows, of: ledger.rowsRead),
            what: entry.what, count: entry.rows, of: ledger.rowsRead, counted: "rows",
            remedy: entry.remedy))
      }
    }
  }

  private mutating func findStampsNotTold() {
    for stamp in Stamp.allCases {
      let precision = quality.export.precision(of: stamp)
      guard precision != .times else { continue }
      let dates = precision == .dates
      found.append(
        Finding(
          key: "\(stamp.name)-not-told", severity: stamp == .enroute ? .note : .grave,
          what: dates
            ? "\(stamp.name) is a date without a time of day"
            : "the export has no \(stamp.name) time",
          count: quality.calls, of: quality.calls,
          remedy: "export it with hours and minutes; without it a study loses \(stamp.damage)"))
    }
  }

  /// Units that went, but whose time the stamps do not tell.
  private mutating func findTimesNotKnown() {
    guard isTimed(.dispatched), isTimed(.cleared) else { return }
    let reasons: [(aspect: QualityAspect, remedy: String)] = [
      (.noDispatched, "export the time of dispatch; its absence also hides waiting and travel"),
      (.noCleared, "export when each unit was free again, from the history of units if need be"),
      (.noDispatchedNorCleared, "look for these calls in the history of units"),
      (.clearedFirst, "look at the clocks of the consoles; such times count as missing"),
      (.tooLong, "units that were never cleared: close them by the end of their tour"),
    ]
    for (aspect, remedy) in reasons {
      guard let cost = quality.cost(aspect.key), cost.calls > 0 else { continue }
      let isFault = aspect == .clearedFirst || aspect == .tooLong
      found.append(
        Finding(
          key: aspect.key,
          severity: isFault
            ? severity(ofFault: cost.calls, of: quality.all.sent)
            : severity(ofShare: cost.calls, of: quality.all.sent),
          what: aspect.what, count: cost.calls, of: quality.all.sent,
          unitHours: cost.imputedUnitHours, fate: isFault ? .replaced : .imputed,
          remedy: cost.imputedUnitHours == nil
            ? remedy + "; no time is told from which it could be imputed" : remedy))
    }
    findNoSign()
  }

  private mutating func findNoSign() {
    guard let cost = quality.cost(QualityAspect.noSign.key), cost.calls > 0 else { return }
    // Where the outcome is told, a reader can see whether a unit was meant to go.
    let isVague = !quality.export.tellsOutcome
    found.append(
      Finding(
        key: cost.key,
        severity: isVague && severity(ofShare: cost.calls, of: quality.calls) != .note
          ? .care : .note,
        what: cost.what, count: cost.calls, of: quality.calls, unitHours: cost.imputedUnitHours,
        fate: .ifSent,
        remedy: isVague
          ? "export the disposition, which tells calls dealt with otherwise from missing stamps"
          : "hold against the dispositions; these calls are unmet or diverted demand"))
  }

  private mutating func findMissingArrivals() {
    for stamp in [Stamp.enroute, .arrived] where isTimed(stamp) {
      let count = quality.all.missingThoughSent(stamp)
      guard count > 0 else { continue }
      let severity = severity(ofShare: count, of: quality.all.sent)
      found.append(
        Finding(
          key: "\(stamp.name)-missing", severity: stamp == .enroute ? .note : severity,
          what: quality.export.tellsSending
            ? "a unit went, but \(stamp.name) is missing"
            : "\(stamp.name) is missing; whether a unit went is not told", count: count,
          of: quality.all.sent,
          remedy: "a study loses \(stamp.damage)"))
    }
  }

  private mutating func findDependenceOnPriority() {
    for test in quality.tests where test.differs && test.gap >= standards.gapCare {
      guard isTimed(test.stamp) else { continue }
      let total = test.groups.reduce(into: DataQuality.MissingCounts()) { $0.add($1.counts) }
      let high = test.highest
      let low = test.lowest
      found.append(
        Finding(
          key: "\(test.stamp.name)-missing-by-priority", severity: .care,
          what: "\(test.stamp.name) is not missing at random: on "
            + "\(percent(high.counts.shareThoughSent(test.stamp))) of \(high.label) calls "
            + "(n \(high.counts.sent)) and on \(percent(low.counts.shareThoughSent(test.stamp))) of \(low.label) "
            + "(n \(low.counts.sent))",
          count: total.missingThoughSent(test.stamp), of: total.sent,
          remedy: "means over calls that have it speak too little for \(high.label); impute within "
            + "category and priority, and show bounds. At stake: \(test.stamp.damage)"))
    }
  }
}

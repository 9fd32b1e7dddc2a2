public import PolicingDomain

extension CallLedger {
  /// Returns one ledger for several readings, in their order.
  ///
  /// Counts are added; lines are those of the first reading that has any, and its name is told with
  /// them. What one reading cannot answer, all cannot.
  ///
  /// - Precondition: There is at least one ledger.
  public static func merged(_ ledgers: [CallLedger]) -> CallLedger {
    precondition(!ledgers.isEmpty, "Something was read")
    let first = ledgers[0]
    guard ledgers.count > 1 else { return first }
    func sum(_ list: KeyPath<CallLedger, [Entry]>) -> [Entry] {
      merged(ledgers.map { ($0.source, $0[keyPath: list]) }, tellsSource: true)
    }
    var all = CallLedger(
      source: ledgers.map(\.source).joined(separator: ", "), profile: first.profile,
      grain: first.grain, rowsRead: ledgers.reduce(0) { $0 + $1.rowsRead },
      rowsUsed: ledgers.reduce(0) { $0 + $1.rowsUsed }, setAside: sum(\.setAside),
      missing: sum(\.missing), orderViolations: sum(\.orderViolations), remarks: sum(\.remarks),
      refusals: merged(ledgers.map { ($0.source, $0.refusals) }, tellsSource: false))
    let groupings = ledgers.compactMap(\.grouping)
    if !groupings.isEmpty {
      all.grouping = Grouping(
        rowsGrouped: groupings.reduce(0) { $0 + $1.rowsGrouped },
        rowsRepeated: groupings.reduce(0) { $0 + $1.rowsRepeated },
        calls: groupings.reduce(0) { $0 + $1.calls },
        responses: groupings.reduce(0) { $0 + $1.responses },
        entries: merged(groupings.map { ("", $0.entries) }, tellsSource: false))
    }
    let cleanings = ledgers.compactMap(\.cleaning)
    if let rules = cleanings.first?.rules {
      all.cleaning = Cleaning(
        rules: rules, callsKept: cleanings.reduce(0) { $0 + $1.callsKept },
        callsRemoved: cleanings.reduce(0) { $0 + $1.callsRemoved },
        entries: merged(cleanings.map { ("", $0.entries) }, tellsSource: false))
    }
    return all
  }

  private static func merged(
    _ lists: [(source: String, entries: [Entry])], tellsSource: Bool
  ) -> [Entry] {
    var order: [String] = []
    var sums: [String: (source: String, entry: Entry)] = [:]
    for (source, entries) in lists {
      for entry in entries {
        guard let sum = sums[entry.what] else {
          order.append(entry.what)
          sums[entry.what] = (source, entry)
          continue
        }
        sums[entry.what] = (sum.source, sum.entry.adding(entry))
      }
    }
    return order.compactMap { what in
      guard let (source, entry) = sums[what] else { return nil }
      return tellsSource && !entry.lines.isEmpty ? entry.placed(in: source) : entry
    }
  }
}

extension CallLedger.Entry {
  fileprivate func adding(_ other: CallLedger.Entry) -> CallLedger.Entry {
    CallLedger.Entry(
      what: what, rows: rows + other.rows, lines: lines, remedy: remedy,
      unitHours: unitHours.map { $0 + (other.unitHours ?? .zero) } ?? other.unitHours)
  }

  fileprivate func placed(in source: String) -> CallLedger.Entry {
    CallLedger.Entry(
      what: "\(what) (lines of \(source))", rows: rows, lines: lines, remedy: remedy,
      unitHours: unitHours)
  }
}

extension CallLedger {
  /// Returns the ledger with a further remark.
  package func remarking(_ entry: Entry) -> CallLedger {
    CallLedger(
      source: source, profile: profile, grain: grain, rowsRead: rowsRead, rowsUsed: rowsUsed,
      setAside: setAside, missing: missing, orderViolations: orderViolations,
      remarks: remarks + [entry], refusals: refusals, grouping: grouping, cleaning: cleaning)
  }
}

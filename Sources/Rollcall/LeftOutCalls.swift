/// What of the calls does not reach a requirement, in words: nothing is left out silently.
enum LeftOutCalls {
  /// Returns a finding for every kind of call that is read and then left out of a need, with counts.
  static func counts(of results: StudyResults) -> [String] {
    let ledger = results.calls
    let workload = results.workload
    let setAside = ledger.setAside.reduce(0) { $0 + $1.rows }
    let placed = workload.priorities.reduce(0) { $0 + $1.calls.total }
    let community = workload.categories.filter { $0.origin == .community }
      .reduce(0) { $0 + $1.calls }
    let unplaced = community - Int(placed.rounded())
    var found: [String] = []
    if setAside > 0 {
      found.append(
        "\(setAside) of \(ledger.rowsRead) rows of the calls were set aside; "
          + "`--table calls-read` lists the reasons")
    }
    found += steps(ledger)
    if workload.callsOutsidePeriod > 0 {
      found.append(
        "\(workload.callsOutsidePeriod) of \(ledger.calls) calls were received outside the "
          + "period \(workload.period.first) through \(workload.period.last) and are left out; "
          + "check `period` in study.yaml")
    }
    if unplaced > 0 || workload.unplacedUnitHours.value > 0 {
      let hours = (workload.unplacedUnitHours.value * 10).rounded() / 10
      found.append(
        "\(unplaced) of \(community) calls from the community name no district of the study; "
          + "with officer-initiated ones they are \(hours) unit-hours that no district's need "
          + "holds; compare the districts of the calls with districts.csv")
    }
    if workload.callCount > 0, workload.totalUnitHours.value == 0 {
      found.append(
        "none of the \(workload.callCount) calls of the period tells how long a unit was busy, so "
          + "the need from work and from waiting is zero")
    }
    let nameless = workload.priorities.filter { $0.priority == nil }
      .reduce(0) { $0 + $1.callsWithUnit.total }
    if nameless > 0, !results.study.standards.waiting.isEmpty {
      found.append(
        "\(Int(nameless.rounded())) calls without a priority count as work, but no waiting "
          + "standard looks at them")
    }
    return found + unmet(workload.unmet)
  }

  /// What is known of the year and does not reach a need.
  static func unused(_ results: StudyResults) -> [String] {
    var found: [String] = []
    if let factor = results.forecast?.demandFactor, results.growthOfDemand != 1 {
      found.append(
        "needs are those of the year planned for: demand times "
          + "\((factor * 10_000).rounded() / 10_000) (`--table forecast`)")
    }
    if results.scheduledWork != nil {
      found.append(
        "scheduled work of officers on duty that no call interrupts is not there for calls that "
          + "queue; all other is shown (`--table scheduled-work`) and takes no unit")
    }
    return found
  }

  /// What grouping and cleaning took out between the rows and the calls.
  private static func steps(_ ledger: CallLedger) -> [String] {
    var found: [String] = []
    if let grouping = ledger.grouping {
      found.append(
        "\(ledger.rowsUsed) rows of the export were grouped to \(grouping.calls) calls with "
          + "\(grouping.responses) units sent"
          + (grouping.rowsRepeated > 0
            ? "; \(grouping.rowsRepeated) rows repeat another one and count once" : ""))
    }
    if let cleaning = ledger.cleaning, cleaning.callsRemoved > 0 {
      found.append(
        "\(cleaning.callsRemoved) of \(ledger.callsGrouped) calls were left out by the cleaning "
          + "rules `\(cleaning.rules)`; `--table calls-read` lists the reasons")
    }
    for entry in ledger.remarks where entry.what.hasPrefix("number of a call that an earlier") {
      found.append(
        "\(entry.rows) calls have the number of a call of an earlier file: \(entry.remedy)")
    }
    return found
  }

  /// Demand that no unit served, which no need for units holds.
  private static func unmet(_ demand: UnmetDemand) -> [String] {
    let parts = UnmetDemand.Kind.allCases.compactMap { kind -> String? in
      let calls = demand.byPriority(kind).reduce(0) { $0 + $1.calls }
      return calls > 0 ? "\(calls) \(kind.rawValue)" : nil
    }
    guard !parts.isEmpty else { return [] }
    return [
      "demand that was not met as it came, by what became of the calls: "
        + parts.joined(separator: ", ")
    ]
  }
}

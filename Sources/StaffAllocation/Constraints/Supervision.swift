import LinearProgramming
import PolicingDomain

extension AllocationModel {
  /// FORMULATION 7.3: every sergeant has at most `span` officers of the same tour and day-off group.
  ///
  ///     x[d,τ] ≤ span[d] · s[d,τ]
  ///
  /// The strictest span that is on in the district counts. A district without one keeps its rows,
  /// without an end, so that a program with a rule and one without it have the same shape.
  mutating func limitSpanOfControl() {
    let states = question.rules.contains { rule in
      if case .span = rule.demand { true } else { false }
    }
    guard states else { return }
    for district in question.districts.indices {
      let strictest = layout.spans[district]
      for team in teams[district] {
        let span = strictest?.span ?? 1
        let excess = officers[team] - span * sergeants[team]
        let row = program.require(
          excess.within(-.infinity...(strictest == nil ? .infinity : 0)), named: "span[\(team)]")
        if let strictest { ruleRows.append((strictest.rule, row)) }
      }
    }
  }
}

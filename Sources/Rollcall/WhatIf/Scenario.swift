/// A study with changes: what is different in the study itself, and people and calls on top of those
/// that it states.
public struct Scenario: Hashable, Sendable {
  /// People of one rank who can be deployed on top of the strength of the study.
  public struct People: Hashable, Sendable {
    /// The rank.
    public let rank: Rank.ID
    /// How many more; fewer where negative.
    public let more: Double
  }

  /// The study, with its rules, standards, money and responders as changed.
  public private(set) var study: Study
  /// People on top of the strength.
  public private(set) var people: [People] = []
  /// What calls are multiplied by, beside the growth that the study states.
  public private(set) var demandFactor = 1.0

  /// Creates the study as it is.
  public init(_ study: Study) { self.study = study }

  /// Creates a study with some changes, made in their order.
  ///
  /// - Throws: ``PlanningError/question(reason:)`` for a name that the study does not have.
  public init(_ study: Study, changedBy changes: [StudyChange]) throws(PlanningError) {
    self.study = study
    for change in changes { try apply(change) }
  }

  private mutating func apply(_ change: StudyChange) throws(PlanningError) {
    switch change {
    case .people(let rank, let more): try addPeople(rank, more)
    case .budgetFactor(let factor):
      guard let old = study.budget else {
        throw .question(
          reason: "the study sets no budget that could be multiplied; give it in dollars")
      }
      study.budget = Budget(limit: old.limit * factor, provenance: old.provenance)
    case .budget(let dollars):
      let source = Provenance(source: "what-if", date: "", isAssumption: true)
      study.budget = Budget(
        limit: DollarsPerYear(dollars), provenance: study.budget?.provenance ?? source)
    case .rule(let name, let isOn): try changeRules(name) { $0.isOn = isOn }
    case .ruleValue(let name, let value): try changeRules(name) { $0.value = value }
    case .value(let name, let value): try study.change(value: name, to: value)
    case .withoutResponder(let name):
      let known = study.responders.map(\.id.description)
      guard known.contains(name) else { throw Study.unknown("responder", name, known) }
      study.responders.removeAll { $0.id.description == name }
    case .growth(let factor): demandFactor *= factor
    }
  }

  /// Takes note of people and raises the budget by their pay, or lowers it.
  ///
  /// A rank that nobody has gives no section where they could come from.
  private mutating func addPeople(_ name: String, _ more: Double) throws(PlanningError) {
    let rank = Rank.ID(name)
    let ranks = study.organization.ranks.map(\.id)
    guard ranks.contains(rank) else {
      throw Study.unknown("rank", name, ranks.map(\.description))
    }
    let present = study.organization.strength.filter { $0.rank == rank }
    guard !present.isEmpty else {
      throw .question(reason: "nobody of the rank `\(name)` is on the roster")
    }
    people.append(People(rank: rank, more: more))
    // They bring their pay, or take it with them.
    let pay = study.organization.ranks.first { $0.id == rank }?.annualCost ?? .zero
    if let old = study.budget {
      study.budget = Budget(
        limit: max(.zero, old.limit + pay * more), provenance: old.provenance)
    }
  }

  private mutating func changeRules(
    _ name: String, _ change: (inout StaffingRule) -> Void
  ) throws(PlanningError) {
    let own = study.rules.indices.filter { study.rules[$0].name == name }
    guard !own.isEmpty else { throw Study.unknown("rule", name, study.rules.map(\.name)) }
    for position in own { change(&study.rules[position]) }
    guard let value = own.map({ study.rules[$0] }).first(where: \.isOn)?.value else {
      if RuleReading.planned.contains(name) { return }
      throw Self.onlyChecked(name)
    }
    try study.carryOut(rule: name, at: value)
  }

  private static func onlyChecked(_ name: String) -> PlanningError {
    .question(
      reason: "the rule `\(name)` is compared with the study and planned with nowhere, so that to "
        + "switch it off changes nothing\n  help: change the row of the study that follows it")
  }

  /// Returns the strength with the people of the scenario: they join and leave the sections of their
  /// rank in proportion to those who are there.
  ///
  /// - Throws: ``PlanningError/question(reason:)`` where more people leave than can be deployed.
  func strength(_ strength: [DeployableStrength]) throws(PlanningError) -> [DeployableStrength] {
    var lines = strength
    for change in people {
      let own = lines.indices.filter { lines[$0].rank == change.rank }
      let present = own.reduce(0) { $0 + lines[$1].deployable.value }
      guard present + change.more >= 0, present > 0 else {
        throw .question(
          reason: "\(abs(change.more).written()) of the rank `\(change.rank)` cannot leave: "
            + "\(present.written(1)) can be deployed")
      }
      for position in own {
        let line = lines[position]
        let more = FullTimeEquivalents(change.more * line.deployable.value / present)
        lines[position] = DeployableStrength(
          section: line.section, rank: line.rank, assigned: line.assigned + more,
          deployable: line.deployable + more, authorized: line.authorized)
      }
    }
    return lines
  }
}

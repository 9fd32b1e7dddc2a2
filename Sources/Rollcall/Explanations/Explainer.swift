/// Walks any number of a run back to what it was computed from (FORMULATION 9).
///
/// ```swift
/// let results = try StudyPipeline(studyAt: "my-study").run(to: .allocation)
/// let explanation = try Explainer(results).explanation(of: "007-patrol")
/// print(explanation.text(notice: results.study.notice))
/// ```
public struct Explainer: Sendable {
  /// The run.
  public let results: StudyResults
  let names: ItemNames
  let groups: [PositionGroup.ID: PositionGroup]
  let needs: [PositionGroup.ID: PositionRequirement]
  let lines: [StaffingLine]

  /// Creates an explainer of a run that reached the allocation, or at least the requirement.
  public init(_ results: StudyResults) {
    self.results = results
    names = ItemNames(results)
    groups = Dictionary(
      results.study.organization.positions.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    lines = StaffingLine.all(results)
    needs = Dictionary(results.positions.map { ($0.group, $0) }, uniquingKeysWith: { $1 })
  }

  /// The full names of everything that can be explained, in the order of the study.
  public var items: [String] { names.entries.compactMap(\.names.first) }

  /// Everything that can be explained, in the order of the study.
  var everything: [ExplainedItem] { names.entries.map(\.item) }

  /// Explains the item called `name`, such as `007-patrol`, `section:121`, `rank:sergeant`,
  /// `units:007/third/friday`, `hours:detective`, `rule:span_of_control` or `department`.
  ///
  /// - Throws: ``PlanningError/question(reason:)`` with what is near, for a name that is none.
  public func explanation(of name: String) throws(PlanningError) -> Explanation {
    explanation(of: try names.item(named: name))
  }

  /// Returns the item of a name.
  ///
  /// - Throws: ``PlanningError/question(reason:)`` with what is near, for a name that is none.
  public func item(named name: String) throws(PlanningError) -> ExplainedItem {
    try names.item(named: name)
  }

  /// Explains an item of the run.
  public func explanation(of item: ExplainedItem) -> Explanation {
    switch item {
    case .group(let id): explain(group: id)
    case .section(let id): explain(section: id)
    case .bureau(let bureau): explain(bureau: bureau)
    case .department: explainDepartment()
    case .rank(let id): explain(rank: id)
    case .units(let district, let watch, let day): explainUnits(district, watch, day)
    case .hours(let rank): explainHours(of: rank)
    case .rule(let name): explain(rule: name)
    case .standard(let position): explainStandard(position)
    case .target(let position): explainTarget(position)
    case .assumption(let position): explainAssumption(position)
    case .responder(let id): explain(responder: id)
    }
  }

  /// The assumptions that the rows of some provenances name, each once.
  func assumptions(of provenances: [Provenance]) -> [Assumption] {
    let ids = provenances.compactMap(\.assumptionID)
    return results.study.assumptions.filter { ids.contains($0.id) }
  }

  /// Notes on figures that are assumptions without an entry in the list.
  func notes(on provenances: [Provenance]) -> [String] {
    let bare = provenances.filter { $0.isAssumption && $0.assumptionID == nil }
    guard !bare.isEmpty else { return [] }
    let rows = bare.compactMap { $0.place?.description }
    let places = rows.enumerated().filter { rows.firstIndex(of: $1) == $0 }.map(\.element)
    return [
      "\(bare.count) of the figures are flagged as assumptions of the study"
        + (places.isEmpty ? "" : ": \(places.prefix(6).joined(separator: ", "))")
        + (places.count > 6 ? " and \(places.count - 6) more rows" : "")
    ]
  }

  /// How sure a number is that follows from the calls of some districts; all of them if none is
  /// named.
  func certaintyOfCalls(interval: String?) -> String {
    let workload = results.workload
    let imputed = (workload.imputedShare.value * 100).written(1)
    let range =
      interval ?? results.reasonAgainstIntervals.map { "no interval: \($0)" }
      ?? "no interval is estimated for it"
    return "n = \(Double(workload.callCount).written(0)) calls; \(imputed) % of the unit-hours "
      + "imputed; \(range)"
  }

  /// What the calls are, for numbers that follow from them.
  var dataOfCalls: [String] {
    let ledger = results.calls
    let setAside = ledger.setAside.reduce(0) { $0 + $1.rows }
    let period = results.study.period
    return [
      "calls: \(Double(ledger.rowsRead).written(0)) rows read from \(ledger.source), "
        + "\(Double(setAside).written(0)) set aside; "
        + "\(Double(results.workload.callCount).written(0)) calls in the period \(period.first) "
        + "through \(period.last)"
    ]
  }

  /// The positions that a plan fills in a group.
  func filled(_ group: PositionGroup.ID, _ answer: StudyResults.Answer?) -> Double? {
    answer?.plan?.assignments.filter { $0.group == group }.total(\.strength).value
  }
}

public import PolicingDomain

/// Supervisors and those whom they supervise, by section.
extension ResultTable {
  /// Span of control on hand, required and recommended, with what the rule's span would need.
  public static func supervision(_ results: StudyResults) -> ResultTable {
    let rows = results.study.organization.positions.compactMap { group in
      SupervisionLine(group, results).map(cells)
    }
    return ResultTable(
      name: "supervision", title: "Supervision: spans of control by district and unit",
      columns: [
        Column("section", "Section"), Column("section_name", "Name"),
        Column("function", "Function"),
        Column("supervisor", "Supervisor"), Column("rule_span", "Rule 1 :", decimals: 1),
        Column("on_hand_in", "On hand in"),
        Column("officers_on_hand", "Officers on hand", decimals: 1),
        Column("supervisors_on_hand", "Supervisors on hand", decimals: 1),
        Column("span_on_hand", "Span on hand", decimals: 1),
        Column("supervisors_needed_on_hand", "Needed at the rule", decimals: 1),
        Column("gap_on_hand", "Gap", decimals: 1),
        Column("officers_required", "Officers required", decimals: 1),
        Column("supervisors_required", "Supervisors required", decimals: 1),
        Column("officers_recommended", "Officers recommended", decimals: 1),
        Column("supervisors_recommended", "Supervisors recommended", decimals: 1),
        Column("span_recommended", "Span recommended", decimals: 1),
        Column("percent_of_tours_within_span", "Tours within span (%)", decimals: 1),
      ], rows: rows,
      notes: [
        "On hand: deployable people of the section in the rank, as assigned and not only those who are on "
          + "duty; of all functions, where the roster does not tell who of them does which. Needed at the "
          + "rule: officers on hand ÷ span of the rule; gap: needed less supervisors on hand, 0 where "
          + "there are enough.",
        "Patrol requires more than the quotient where tours and day-off groups need sergeants of their own "
          + "or a minimum in the field. Tours within span: the share of tours on which the officers "
          + "present have enough present sergeants of their own team in the recommended plan, weighted "
          + "with officers; absences are taken as independent. Other sections have no such teams.",
        "Full-time equivalents of the study's strength and of the plans: no n, no interval; nothing is "
          + "imputed.",
      ])
  }

  private static func cells(_ line: SupervisionLine) -> [Cell] {
    func span(_ officers: Double?, _ supervisors: Double?) -> Cell {
      guard let officers, let supervisors, supervisors > 1e-9 else { return .missing }
      return .number(officers / supervisors)
    }
    let needed = line.officersOnHand / line.span
    let gap = max(0, needed - line.supervisorsOnHand)
    return [
      .text(line.section), .text(line.sectionName), .text(line.function), .text(line.rank),
      .number(line.span), .text(line.isShared ? "all functions" : "this function"),
      .number(line.officersOnHand), .number(line.supervisorsOnHand),
      span(line.officersOnHand, line.supervisorsOnHand), .number(needed), .number(gap),
      .optional(line.required?.officers), .optional(line.required?.supervisors),
      .optional(line.recommended?.officers), .optional(line.recommended?.supervisors),
      span(line.recommended?.officers, line.recommended?.supervisors),
      .optional(line.withinSpan.map { $0 * 100 }),
    ]
  }
}

/// One group of supervisors with those whom they supervise.
private struct SupervisionLine {
  typealias Count = (officers: Double, supervisors: Double)

  let section: String
  let sectionName: String
  let function: String
  let rank: String
  let span: Double
  let officersOnHand: Double
  let supervisorsOnHand: Double
  /// Whether the people on hand work in other groups of the section too.
  let isShared: Bool
  let required: Count?
  let recommended: Count?
  let withinSpan: Double?

  /// Creates the line of a group, or nothing where it does not supervise by a span.
  init?(_ group: PositionGroup, _ results: StudyResults) {
    let organization = results.study.organization
    let supervised: [PositionGroup]
    switch group.basis {
    case .spanOverTours(let span):
      self.span = span
      supervised = organization.positions.filter {
        $0.section == group.section && $0.basis == .coverage
      }
    case .spanOfControl(let over, let span):
      self.span = span
      supervised = over.compactMap { id in organization.positions.first { $0.id == id } }
    default: return nil
    }
    guard span > 0, !supervised.isEmpty else { return nil }
    section = group.section.description
    sectionName = organization.sections.first { $0.id == group.section }?.name ?? ""
    function = group.function
    rank = organization.ranks.first { $0.id == group.rank }?.title ?? group.rank.description
    officersOnHand = Self.onHand(supervised, results)
    supervisorsOnHand = Self.onHand([group], results)
    isShared = Self.isShared(supervised, results) || Self.isShared([group], results)
    required = Self.count(supervised, group, results.required?.plan)
    recommended = Self.count(supervised, group, results.recommended?.plan)
    withinSpan =
      group.basis.isSizedByTours
      ? Self.shareOfTours(in: District.ID(group.section.description), results) : nil
  }

  private static func count(
    _ supervised: [PositionGroup], _ group: PositionGroup, _ plan: StaffingPlan?
  ) -> Count? {
    guard let plan else { return nil }
    let ids = Set(supervised.map(\.id))
    return plan.assignments.reduce(into: Count(0, 0)) { sum, item in
      if ids.contains(item.group) { sum.officers += item.strength.value }
      if item.group == group.id { sum.supervisors += item.strength.value }
    }
  }

  /// Whether other groups of the sections have people of the same rank.
  private static func isShared(_ groups: [PositionGroup], _ results: StudyResults) -> Bool {
    let ids = Set(groups.map(\.id))
    return groups.contains { group in
      results.study.organization.positions.contains {
        $0.section == group.section && $0.rank == group.rank && !ids.contains($0.id)
      }
    }
  }

  /// Deployable people of the groups' sections and ranks.
  private static func onHand(_ groups: [PositionGroup], _ results: StudyResults) -> Double {
    var sum = 0.0
    var seen: [(Section.ID, Rank.ID)] = []
    for group in groups {
      guard !seen.contains(where: { $0 == (group.section, group.rank) }) else { continue }
      seen.append((group.section, group.rank))
      sum +=
        results.strength.filter { $0.section == group.section && $0.rank == group.rank }
        .total(\.deployable).value
    }
    return sum
  }

  private static func shareOfTours(in district: District.ID, _ results: StudyResults) -> Double? {
    let teams = results.recommended?.plan?.teams ?? []
    var officers = 0.0
    var kept = 0.0
    for (team, met) in zip(teams, results.teamSpans) where team.district == district {
      officers += team.officers.value
      kept += team.officers.value * met.shareOfTours
    }
    return officers > 0 ? kept / officers : nil
  }
}

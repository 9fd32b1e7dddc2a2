public import PolicingDomain

extension ResultTable {
  /// How the answer to a study differs when something is different.
  public static func whatIf(_ difference: PlanDifference) -> ResultTable {
    let parts: [(String, [PlanDifference.Line])] = [
      ("objective", difference.objectives), ("staffing", difference.staffing),
      ("district", difference.districts),
    ]
    let rows = parts.flatMap { part, lines in
      lines.map { line -> [Cell] in
        let change = line.before.flatMap { before in line.after.map { $0 - before } }
        return [
          .text(part), .text(line.name), .optional(line.before), .optional(line.after),
          .optional(change), .text(line.unit),
        ]
      }
    }
    return ResultTable(
      name: "what-if", title: "What changes: \(difference.changes.joined(separator: "; "))",
      columns: [
        Column("part", "Part"), Column("what", "What"), Column("before", "As it is", decimals: 3),
        Column("after", "Changed", decimals: 3), Column("change", "Difference", decimals: 3),
        Column("unit", "Unit"),
      ], rows: rows,
      notes: [
        difference.objectives.contains { $0.after == nil }
          ? "With the changes there is no plan; the reason is told beside the table."
          : "Both are full answers, each stage verified. Objectives stand in their order: an earlier "
            + "one is never made worse for a later one.",
        "Staffing and districts are listed where they differ. No interval is estimated yet.",
      ])
  }

  /// What each rule costs, stage by stage: the cost of compliance, or the price of a rule that the
  /// department may lift.
  public static func rulePrices(_ results: StudyResults) -> ResultTable {
    let rows = (results.recommended?.plan?.rulePrices ?? []).flatMap { price in
      price.changes.enumerated().map { position, change -> [Cell] in
        [
          .text(price.rule), .text(price.authority.rawValue), .text(price.label),
          .count(position + 1), .text(change.stage), .optional(change.lifted),
          .optional(change.tightened), .text(change.unit),
        ]
      }
    }
    return ResultTable(
      name: "rule-prices", title: "What each rule costs, by solving again without it and tighter",
      columns: [
        Column("rule", "Rule"), Column("authority", "Authority"), Column("label", "Kind"),
        Column("stage", "Stage"), Column("objective", "Minimized"),
        Column("lifted", "Lifted", decimals: 3), Column("tightened", "One tighter", decimals: 3),
        Column("unit", "Unit"),
      ], rows: rows,
      notes: [
        "A negative figure is a gain. The first stage that changes decides; those after it belong to "
          + "another value of it. Rules of decree, statute and contract are never offered as a way out.",
        "Rules that are only compared with the study have no price here: see the table of rules.",
      ])
  }

  /// How planning in stages differs from planning tours, ranks and budget together.
  public static func staged(_ comparison: StagedComparison) -> ResultTable {
    ResultTable(
      name: "staged", title: "Tours first and people afterwards, against one plan",
      columns: [
        Column("objective", "Minimized"), Column("integrated", "One plan", decimals: 3),
        Column("staged", "In stages", decimals: 3),
        Column("difference", "Difference", decimals: 3), Column("unit", "Unit"),
      ],
      rows: comparison.lines.map { line in
        [
          .text(line.objective), .number(line.integrated), .number(line.staged),
          .number(line.difference), .text(line.unit),
        ]
      },
      notes: [
        "In stages, each district's tours are sized by themselves, then people are given to groups, "
          + "then tours are made of them. Objectives stand in their order: a later one may be smaller "
          + "where an earlier one is larger."
      ])
  }

  /// The choices of value: who made them, and what each alternative that was heard would need.
  ///
  /// Without `alternatives` the table has the choices alone.
  public static func targets(
    _ study: Study, _ alternatives: [TargetAlternative] = []
  ) -> ResultTable {
    let lines =
      alternatives.isEmpty
      ? study.targets.map { target in
        TargetAlternative(
          target: target, value: target.value, isChosen: true, patrolOfficers: nil,
          required: nil, cost: nil)
      } : alternatives
    let rows = lines.map { line -> [Cell] in
      let target = line.target
      let chosen = alternatives.first { $0.target == target && $0.isChosen }
      func change(_ value: Double?, _ base: Double?) -> Cell {
        guard let value, let base else { return .missing }
        return .number(value - base)
      }
      return [
        .text(target.name), .number(line.value), .text(target.unit),
        .text(line.isChosen ? "chosen" : "alternative"), .optional(line.patrolOfficers),
        .optional(line.required), .optional(line.cost),
        change(line.required, chosen?.required), change(line.cost, chosen?.cost),
        .text(line.isChosen ? target.setBy : ""),
        .text(line.isChosen ? (target.forum.isEmpty ? "none" : target.forum) : ""),
        .text(line.isChosen ? target.provenance.date : ""),
        .text(line.isChosen ? target.comment : line.note),
      ]
    }
    return ResultTable(
      name: "targets", title: "Choices of value, who made them, and what alternatives would need",
      columns: [
        Column("target", "Choice"), Column("value", "Value", decimals: 3), Column("unit", "Unit"),
        Column("status", "Status"), Column("patrol_officers", "Patrol officers", decimals: 1),
        Column("required", "Required", decimals: 1),
        Column("annual_dollars", "Dollars a year"),
        Column("required_change", "Change", decimals: 1),
        Column("dollars_change", "Change in dollars"), Column("set_by", "Set by"),
        Column("forum", "Forum"), Column("date", "Date"), Column("comment", "Comment"),
      ], rows: rows,
      notes: [
        "Each alternative is the requirement and the plan that meets it, computed again; other choices "
          + "stay as they are. Choices are sensitivity, not probability.",
        "Where another standard decides, a change of this one needs nobody more or less.",
      ])
  }
}

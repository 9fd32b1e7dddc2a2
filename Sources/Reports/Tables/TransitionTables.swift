public import PolicingDomain

/// A transition over several years.
extension ResultTable {
  /// The tables of a transition: by year, by rank, shortages, conversions and places; none without a
  /// plan but the answer in words.
  public static func transition(_ answer: TransitionAnswer) -> [ResultTable] {
    guard let plan = answer.plan else { return [transitionRefusal(answer)] }
    return [
      transitionYears(plan), transitionRanks(plan), transitionShortages(plan),
      transitionConversions(plan), transitionPlaces(plan), transitionStages(plan),
    ]
  }

  /// Each year in one row: who comes and goes, what is short, what it costs.
  public static func transitionYears(_ plan: TransitionPlan) -> ResultTable {
    ResultTable(
      name: "transition-by-year", title: "The years of the transition",
      columns: [
        Column("year", "Year"), Column("people_start", "Start", decimals: 1),
        Column("hires", "Hires", decimals: 1), Column("promotions", "Promotions", decimals: 1),
        Column("exits", "Exits", decimals: 1), Column("people_end", "End", decimals: 1),
        Column("in_training", "In training", decimals: 1),
        Column("unplaced", "Unplaced", decimals: 1),
        Column("positions_converted", "Converted", decimals: 1),
        Column("positions_short", "Short", decimals: 1), Column("moves", "Moves", decimals: 1),
        Column("cost_dollars", "Cost"), Column("budget_dollars", "Budget"),
      ],
      rows: plan.years.map { year in
        func sum(_ part: (TransitionPlan.RankYear) -> Double) -> Cell {
          .number(year.ranks.reduce(0) { $0 + part($1) })
        }
        return [
          .count(year.number), sum(\.start), sum(\.hires), sum(\.promotedIn), sum(\.exits),
          sum(\.end), sum(\.training), sum(\.unplaced),
          .number(year.conversions.reduce(0) { $0 + $1.added }), .number(year.short),
          .number(year.moves), .number(year.cost.value), .optional(year.budget?.value),
        ]
      },
      notes: [
        "Deployable people. End = start + hires − exits; a promotion moves a person between ranks. "
          + "Exits are the share of each rank that leaves in a year, of those at its start; needs hold "
          + "no seats for successors beside them.",
        "Nothing is known after the last year: nobody is hired in it who would not work alone before it ends.",
        "In training: people hired or promoted who do not work alone yet, by the part of the year.",
      ])
  }

  /// The book of each rank in each year; ranks without people and flows are left out.
  public static func transitionRanks(_ plan: TransitionPlan) -> ResultTable {
    let rows = plan.years.flatMap { year in
      year.ranks.filter { max($0.start, $0.end, $0.hires) > 0 }.map { line -> [Cell] in
        [
          .count(year.number), .text(line.rank.description), .number(line.start),
          .number(line.hires), .number(line.promotedIn), .number(line.promotedOut),
          .number(line.exits), .number(line.end), .number(line.training), .number(line.unplaced),
        ]
      }
    }
    return ResultTable(
      name: "transition-by-rank", title: "The book of each rank, year by year",
      columns: [
        Column("year", "Year"), Column("rank", "Rank"), Column("start", "Start", decimals: 1),
        Column("hires", "Hires", decimals: 1), Column("promoted_in", "Promoted in", decimals: 1),
        Column("promoted_out", "Promoted out", decimals: 1),
        Column("exits", "Exits", decimals: 1), Column("end", "End", decimals: 1),
        Column("in_training", "In training", decimals: 1),
        Column("unplaced", "Unplaced", decimals: 1),
      ], rows: rows,
      notes: ["End = start + hires + promoted in − promoted out − exits, for every rank and year."])
  }

  /// What each group lacks in each year.
  public static func transitionShortages(_ plan: TransitionPlan) -> ResultTable {
    ResultTable(
      name: "transition-shortages", title: "Positions short, year by year",
      columns: [
        Column("year", "Year"), Column("group", "Group"),
        Column("positions_needed", "Needed", decimals: 1),
        Column("positions_short", "Short", decimals: 1),
      ],
      rows: plan.years.flatMap { year in
        year.shortages.map { line in
          [
            .count(year.number), .text(line.group.description), .number(line.needed),
            .number(line.short),
          ]
        }
      })
  }

  /// Positions that pass to civilians, year by year.
  public static func transitionConversions(_ plan: TransitionPlan) -> ResultTable {
    ResultTable(
      name: "transition-conversions", title: "Positions converted to civilian, year by year",
      columns: [
        Column("year", "Year"), Column("group", "Group"), Column("rank", "Civilian title"),
        Column("positions_added", "Added", decimals: 1),
        Column("positions_total", "In all", decimals: 1),
        Column("civilians", "Civilians", decimals: 1),
      ],
      rows: plan.years.flatMap { year in
        year.conversions.map { line in
          [
            .count(year.number), .text(line.group.description), .text(line.rank.description),
            .number(line.added), .number(line.total), .number(line.civilians),
          ]
        }
      })
  }

  /// Who is where in each year.
  public static func transitionPlaces(_ plan: TransitionPlan) -> ResultTable {
    ResultTable(
      name: "transition-places", title: "Strength by group and rank, year by year",
      columns: [
        Column("year", "Year"), Column("group", "Group"), Column("rank", "Rank"),
        Column("strength", "Strength", decimals: 2),
      ],
      rows: plan.years.flatMap { year in
        year.assignments.map { line in
          [
            .count(year.number), .text(line.group.description), .text(line.rank.description),
            .number(line.strength.value),
          ]
        }
      })
  }

  private static func transitionStages(_ plan: TransitionPlan) -> ResultTable {
    ResultTable(
      name: "transition-stages", title: "The objectives of the transition, with their checks",
      columns: [
        Column("objective", "Objective"), Column("optimum", "Optimum", decimals: 3),
        Column("unit", "Unit"), Column("check", "Check"),
      ],
      rows: plan.stages.map { stage in
        [.text(stage.objective), .number(stage.value), .text(stage.unit), .text(stage.check)]
      },
      notes: ["Each objective is summed over the years; no year counts less than another."])
  }

  private static func transitionRefusal(_ answer: TransitionAnswer) -> ResultTable {
    var rows: [[Cell]] = []
    var notes: [String] = []
    switch answer {
    case .plan: break
    case .infeasible(let stage, let rules, let proof):
      rows = rules.map { [.text($0)] }
      notes = [
        "No plan meets these together (\(stage)); without any one of them there would be one. "
          + "Proof: \(proof)"
      ]
    case .unanswered(let stage, let report): rows = [[.text("\(stage): \(report)")]]
    }
    return ResultTable(
      name: "transition-conflict", title: "Why there is no plan for these years",
      columns: [Column("rule", "Rule")], rows: rows, notes: notes)
  }
}

public import PolicingDomain

extension ResultTable {
  /// What the study assumes.
  public static func assumptions(_ study: Study) -> ResultTable {
    ResultTable(
      name: "assumptions", title: "What this study assumes",
      columns: [
        Column("id", "Id"), Column("statement", "Assumption"), Column("value", "Value"),
        Column("unit", "Unit"), Column("low", "Low"), Column("high", "High"),
        Column("reason", "Reason"), Column("owner", "Owner"),
      ],
      rows: study.assumptions.map { item in
        [
          item.id, item.statement, item.value, item.unit, item.low, item.high, item.reason,
          item.owner,
        ].map(Cell.text)
      })
  }

  /// The standards, each with who set it.
  public static func standards(_ study: Study) -> ResultTable {
    ResultTable(
      name: "standards", title: "Standards and who set them",
      columns: [
        Column("standard", "Standard"), Column("value", "Value", decimals: 2),
        Column("unit", "Unit"), Column("set_by", "Set by"), Column("source", "Source"),
        Column("date", "Date"), Column("assumption", "Assumption"),
      ],
      rows: study.parameters.map { parameter in
        [
          .text(parameter.name), .number(parameter.value), .text(parameter.unit),
          .text(parameter.provenance.authority), .text(parameter.provenance.source),
          .text(parameter.provenance.date),
          .text(parameter.provenance.isAssumption ? "yes" : "no"),
        ]
      })
  }

  /// The rules with their authority, and what each does in the run.
  public static func rules(_ study: Study, _ effects: [RuleEffect] = []) -> ResultTable {
    ResultTable(
      name: "rules", title: "Rules and their authority",
      columns: [
        Column("rule", "Rule"), Column("value", "Value", decimals: 2),
        Column("statement", "Statement"),
        Column("share_of_tours", "Share of tours", decimals: 2), Column("authority", "Authority"),
        Column("citation", "Citation"), Column("scope", "In force"),
        Column("verified", "Verified"), Column("state", "State"),
        Column("effect", "What it does"),
      ],
      rows: study.rules.enumerated().map { position, rule in
        let effect = effects.first { $0.rule == position }
        return [
          .text(rule.name), rule.statement.isEmpty ? .number(rule.value) : .missing,
          .text(rule.statement), .optional(rule.shareOfTours?.value),
          .text(rule.authority.rawValue), .text(rule.citation), .text(rule.scope),
          .text(rule.isVerified ? "yes" : "no"),
          .text(effect?.state.rawValue ?? (rule.isOn ? "" : "switched off")),
          .text(effect?.words ?? ""),
        ]
      })
  }

  /// The optima of every stage, with the independent check of each.
  public static func stages(_ results: StudyResults) -> ResultTable {
    let answers = [results.required, results.recommended].compactMap { $0 }
    let rows = answers.flatMap { answer in
      (answer.plan?.stages ?? []).enumerated().map { position, stage in
        [
          .text(answer.mode.rawValue), .count(position + 1), .text(stage.objective),
          .number(stage.value), .text(stage.unit), .text(stage.check),
        ] as [Cell]
      }
    }
    return ResultTable(
      name: "stages", title: "Objectives in order, each with its proof",
      columns: [
        Column("mode", "Mode"), Column("stage", "Stage"), Column("objective", "Minimized"),
        Column("optimum", "Optimum", decimals: 3), Column("unit", "Unit"),
        Column("check", "Check on the original model"),
      ], rows: rows)
  }

  /// What the recommended plan leaves unfilled.
  public static func shortages(_ results: StudyResults) -> ResultTable {
    let plan = results.recommended?.plan
    let street = (plan?.coverageShortages ?? []).filter { $0.short > 0 }.map { item in
      [
        .text("officers of \(item.district) on watch \(item.watch)"), .number(item.short),
        .text("officers on the street"),
      ] as [Cell]
    }
    let positions = (plan?.shortages ?? []).map { item in
      [.text(item.what), .number(item.amount), .text(item.unit)] as [Cell]
    }
    return ResultTable(
      name: "shortages", title: "What the strength on hand leaves unfilled",
      columns: [
        Column("what", "What"), Column("short", "Short", decimals: 2), Column("unit", "Unit"),
      ], rows: street + positions)
  }

  /// What people and rules are worth, each by solving again.
  public static func prices(_ results: StudyResults) -> ResultTable {
    ResultTable(
      name: "prices", title: "What one more person or an eased rule would change",
      columns: [
        Column("change", "Change"), Column("effect", "Effect", decimals: 3),
        Column("unit", "Unit"),
      ],
      rows: (results.recommended?.plan?.prices ?? []).map { price in
        [.text(price.rule), .number(price.amount), .text(price.unit)]
      }, notes: ["Each is a re-solve of the allocation, not a shadow price."])
  }

  /// The books that must close.
  public static func ledgers(_ results: StudyResults) -> ResultTable {
    ResultTable(
      name: "ledgers", title: "Books that must close",
      columns: [
        Column("ledger", "Ledger"), Column("left", "One side", decimals: 3),
        Column("right", "Other side", decimals: 3), Column("closes", "Closes"),
      ],
      rows: results.ledgers.map { check in
        [
          .text(check.name), .number(check.left), .number(check.right),
          .text(check.closes ? "yes" : "NO"),
        ]
      })
  }
}

extension StudyResults {
  /// Every table of a run, in the order in which a reader wants them; they know which figures they
  /// share.
  public var tables: [ResultTable] { shared(by: bareTables) }

  private var bareTables: [ResultTable] {
    var tables: [ResultTable] = []
    if required != nil || recommended != nil {
      tables += [.staffingSummary(self), .staffingByBureau(self), .staffingBySection(self)]
    }
    if !units.isEmpty {
      tables += [
        .calibration(self), .districtsByWatch(self), .unitRequirements(self), .patrolTerms(self),
      ]
    }
    if !hourlyUnits.isEmpty { tables.append(.unitsByHour(self)) }
    if !positions.isEmpty { tables.append(.positions(self)) }
    if recommended?.plan != nil {
      tables += [.teams(self), .shortages(self), .prices(self)]
      if recommended?.plan?.rulePrices.isEmpty == false { tables.append(.rulePrices(self)) }
    }
    if required != nil || recommended != nil { tables.append(.stages(self)) }
    if !strength.isEmpty { tables.append(.strength(self)) }
    if !availabilities.isEmpty { tables += [.netHours(self), .availability(self)] }
    tables += [
      .callsByCategory(self), .workloadByDistrict(self), .workloadEstimates(self),
      .workloadByClass(self), .needBySupply(self), .workloadByBeat(self), .unmetDemand(self),
      .responseTimes(self), .imputation(self), .hoursOfWeek(self),
    ]
    tables += yearTables
    tables += [
      .callLedger(calls), .standards(study), .rules(study, department.rules), .assumptions(study),
      .ledgers(self),
    ]
    if let deployment {
      tables += deployment.tables(watches: study.schedule.watches)
    }
    tables.append(.deploymentAgainstWorkload(self))
    tables += departmentTables
    return tables
  }
}

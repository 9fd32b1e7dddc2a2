public import PolicingDomain

/// The tables of a data-quality report.
extension ResultTable {
  /// All tables of a report, in its order.
  public static func tables(of quality: DataQuality) -> [ResultTable] {
    [verdicts(quality), findings(quality), stampForms(quality)]
      + (quality.tellsLaterTimes ? missing(quality) : [])
      + [worstCells(quality), priorityTests(quality), stampPairs(quality)]
      + [times(quality), oddTimes(quality), costs(quality), values(quality)]
      + [.callLedger(quality.ledger), treatment(quality), standards(quality)]
  }

  /// What the export can answer.
  public static func verdicts(_ quality: DataQuality) -> ResultTable {
    ResultTable(
      name: "quality-verdicts", title: "What this export can answer",
      columns: [
        Column("question", "Question"), Column("answer", "Answer"), Column("usable", "Usable"),
        Column("of", "Of"), Column("reasons", "Why"), Column("remedies", "Remedy"),
      ],
      rows: quality.verdicts.map { verdict in
        [
          .text(verdict.question.rawValue), .text(verdict.answer.rawValue),
          .count(verdict.usable), .count(verdict.of),
          .text(verdict.reasons.joined(separator: "; ")),
          .text(verdict.remedies.joined(separator: "; ")),
        ]
      })
  }

  /// What was found, with the hours that rest on it.
  public static func findings(_ quality: DataQuality) -> ResultTable {
    ResultTable(
      name: "quality-findings", title: "What was found, and the hours that rest on it",
      columns: [
        Column("finding", "Finding"), Column("severity", "Weight"), Column("count", "Count"),
        Column("of", "Of"), Column("counted", "Counted"), Column("percent", "%", decimals: 1),
        Column("unit_hours", "Unit-hours", decimals: 1),
        Column("officer_hours", "Officer-hours", decimals: 1), Column("fate", "Which are"),
        Column("remedy", "Remedy"),
      ],
      rows: quality.findings.map { finding in
        [
          .text(finding.what), .text(finding.severity.rawValue), .count(finding.count),
          .count(finding.of), .text(finding.counted), .optional(finding.share.map { $0 * 100 }),
          .optional(finding.unitHours), .optional(quality.officerHours(finding.unitHours)),
          .text(finding.fate?.rawValue ?? ""), .text(finding.remedy),
        ]
      }, notes: [quality.hoursNote])
  }

  static func stampForms(_ quality: DataQuality) -> ResultTable {
    ResultTable(
      name: "quality-stamps", title: "Stamps: what is there, and how it is written",
      columns: [
        Column("stamp", "Stamp"), Column("told", "Told as"), Column("known", "Calls with it"),
        Column("missing", "Without"), Column("percent_missing", "%", decimals: 1),
        Column("missing_though_sent", "Without, unit went"),
        Column("percent_missing_though_sent", "%", decimals: 1),
        Column("percent_on_minute", "On full minute %", decimals: 1),
        Column("percent_on_five_minutes", "On five %", decimals: 1),
        Column("percent_at_midnight", "At 00:00:00 %", decimals: 1),
      ],
      rows: quality.stamps.map { form in
        let known = form.known > 0 ? 100 / Double(form.known) : nil
        return [
          .text(form.stamp.name), .text(quality.export.precision(of: form.stamp).rawValue),
          .count(form.known), .count(quality.all.missing(form.stamp)),
          .optional(quality.all.share(form.stamp).map { $0 * 100 }),
          .count(quality.all.missingThoughSent(form.stamp)),
          .optional(quality.all.shareThoughSent(form.stamp).map { $0 * 100 }),
          .optional(known.map { $0 * Double(form.onMinute) }),
          .optional(known.map { $0 * Double(form.onFiveMinutes) }),
          .optional(known.map { $0 * Double(form.atMidnight) }),
        ]
      },
      notes: [
        quality.export.tellsSending
          ? "\(Format.number(Double(quality.calls), decimals: 0)) calls; to "
            + "\(Format.number(Double(quality.all.sent), decimals: 0)) of them a unit went, as far as "
            + "any stamp, number of units or row of a unit tells."
          : "This export does not tell to which calls a unit went, so every call counts as one of them."
      ] + quality.datesNote)
  }

  /// Stamps in an impossible order, and stamps that are equal.
  static func stampPairs(_ quality: DataQuality) -> ResultTable {
    let rows: [[Cell]] = zip(quality.disorder, quality.equals).compactMap { reversed, equal in
      guard reversed.known > 0 else { return nil }
      return [
        .text("\(reversed.earlier.name) – \(reversed.later.name)"), .count(reversed.known),
        .count(reversed.count), .number(100 * Double(reversed.count) / Double(reversed.known)),
        .count(equal.community), .count(equal.communityKnown), .count(equal.officer),
        .count(equal.officerKnown),
      ]
    }
    return ResultTable(
      name: "quality-order", title: "Pairs of stamps in the wrong order, or equal",
      columns: [
        Column("pair", "Pair"), Column("known", "Calls with both"),
        Column("reversed", "Wrong order"), Column("percent_reversed", "%", decimals: 1),
        Column("equal_community", "Equal, community"), Column("known_community", "of"),
        Column("equal_officer", "Equal, officer"), Column("known_officer", "of"),
      ], rows: rows)
  }

  static func priorityTests(_ quality: DataQuality) -> ResultTable {
    ResultTable(
      name: "quality-priority-tests", title: "Is what is missing the same at every priority?",
      columns: [
        Column("stamp", "Stamp"), Column("highest", "Most"),
        Column("percent_highest", "%", decimals: 1), Column("n_highest", "n"),
        Column("lowest", "Least"), Column("percent_lowest", "%", decimals: 1),
        Column("n_lowest", "n"), Column("low", "Gap from", decimals: 1),
        Column("high", "to", decimals: 1), Column("chi_square", "Chi-square", decimals: 1),
        Column("degrees", "df"), Column("v", "V", decimals: 3), Column("differs", "Differs"),
      ],
      rows: quality.tests.map { test in
        [
          .text(test.stamp.name), .text(test.highest.label),
          .optional(test.highest.counts.shareThoughSent(test.stamp).map { $0 * 100 }),
          .count(test.highest.counts.sent), .text(test.lowest.label),
          .optional(test.lowest.counts.shareThoughSent(test.stamp).map { $0 * 100 }),
          .count(test.lowest.counts.sent), .number(test.gapInterval.lowerBound * 100),
          .number(test.gapInterval.upperBound * 100), .number(test.chiSquare),
          .count(test.degrees), .number(test.cramersV), .text(test.differs ? "yes" : "no"),
        ]
      },
      notes: [
        "Calls of the community to which a unit went. The gap is the difference of the two shares in points, with its "
          + "95 % interval; V is Cramér's. Dependence on what is not recorded cannot be tested."
      ])
  }

  static func values(_ quality: DataQuality) -> ResultTable {
    let rows: [[Cell]] = quality.values.flatMap { form -> [[Cell]] in
      let head: [Cell] = [
        .text(form.field), form.distinct.map(Cell.count) ?? .text("too many"),
        .count(form.missing), form.unmatched.map(Cell.count) ?? .missing, .text(""), .missing,
        .text(""),
      ]
      return [head]
        + form.listed.map { value in
          [
            .text(form.field), .missing, .missing, .missing, .text(value.text),
            .count(value.calls), .text(value.reason),
          ]
        }
    }
    return ResultTable(
      name: "quality-values", title: "Places and categories",
      columns: [
        Column("field", "Field"), Column("distinct", "Values"),
        Column("missing", "Calls without"), Column("unmatched", "Calls not in study"),
        Column("value", "Value"), Column("calls", "Calls"), Column("reason", "Listed because"),
      ], rows: rows)
  }

  /// What grouping and cleaning noticed and did, where rows were grouped or calls cleaned.
  static func treatment(_ quality: DataQuality) -> ResultTable {
    let grouping = quality.ledger.grouping
    let cleaning = quality.ledger.cleaning
    let entries =
      (grouping?.entries ?? []).map { ("grouping", $0) }
      + (cleaning?.entries ?? []).map { ("cleaning", $0) }
    var notes: [String] = []
    if let grouping {
      notes.append(
        "\(grouping.rowsGrouped) rows were grouped to \(grouping.calls) calls with "
          + "\(grouping.responses) parts of units; \(grouping.rowsRepeated) rows repeat another.")
    }
    if let cleaning {
      notes.append(
        "The rules `\(cleaning.rules)` would keep \(cleaning.callsKept) calls and remove "
          + "\(cleaning.callsRemoved). All other figures of this report are from before cleaning.")
    }
    return ResultTable(
      name: "quality-treatment", title: "Grouping and cleaning",
      columns: [
        Column("step", "Step"), Column("what", "What"), Column("count", "Count"),
        Column("unit_hours", "Unit-hours", decimals: 1), Column("remedy", "Remedy"),
      ],
      rows: entries.map { step, entry in
        [
          .text(step), .text(entry.what), .count(entry.rows),
          .optional(entry.unitHours?.value), .text(entry.remedy),
        ]
      }, notes: notes)
  }

  static func standards(_ quality: DataQuality) -> ResultTable {
    ResultTable(
      name: "quality-standards", title: "Thresholds of this report, and who set them",
      columns: [
        Column("threshold", "Threshold"), Column("value", "Value", decimals: 2),
        Column("unit", "Unit"), Column("source", "Source"), Column("date", "Date"),
      ],
      rows: quality.standards.parameters.map { parameter in
        [
          .text(parameter.name), .number(parameter.value), .text(parameter.unit),
          .text(parameter.provenance.source), .text(parameter.provenance.date),
        ]
      })
  }
}

extension DataQuality {
  /// Officer-hours at the mean crew, where enough of the crews are told.
  func officerHours(_ unitHours: Double?) -> Double? {
    guard let unitHours, let crew, work.crewedShare >= standards.crewShare else { return nil }
    return unitHours * crew
  }

  private var crew: Double? { work.crew }

  /// Whether any stamp behind the time of receipt is told with the time of day.
  var tellsLaterTimes: Bool { Stamp.later.contains { export.precision(of: $0) == .times } }

  /// Which hours the report tells, and how they were made.
  var hoursNote: String {
    let told = Format.percent(work.crewedShare)
    let crews =
      officerHours(1) == nil
      ? "The hours are unit-hours: the crew is told for \(told) of them, too few for officer-hours."
      : "Officer-hours are unit-hours at the mean crew of "
        + "\(Format.number(crew ?? 0, decimals: 2)), told for \(told) of them."
    guard work.units > 0 else { return "No unit went to any call, so no hours rest on the data." }
    guard work.timedUnits > 0 else { return "No unit time is told, so no hours can be told." }
    let rules = zip(["category and priority", "category", "priority", "all calls"], work.imputedBy)
      .map { "\($0) \(Format.number(Double($1), decimals: 0))" }.joined(separator: ", ")
    return "\(Format.number(Double(work.timedUnits), decimals: 0)) of "
      + "\(Format.number(Double(work.units), decimals: 0)) units have a time that is told: "
      + "\(Format.number(work.timedUnitHours, decimals: 1)) unit-hours. The others would add "
      + "\(Format.number(work.imputedUnitHours ?? 0, decimals: 1)) at the mean of their kind "
      + "(units by the rule used: \(rules)). " + crews
  }

  /// How many rows lack a stamp that is told as a date, which calls do not carry.
  var datesNote: [String] {
    let dated = Stamp.later.filter { export.precision(of: $0) == .dates }
    guard !dated.isEmpty else { return [] }
    let counts = dated.map { stamp in
      let rows = ledger.missing.first { $0.what == stamp.name }?.rows ?? 0
      return "\(stamp.name) \(Format.number(Double(rows), decimals: 0))"
    }
    return [
      "Stamps told as dates cannot be put in order or subtracted and are taken as missing. Rows that "
        + "lack even the date: " + counts.joined(separator: ", ") + "."
    ]
  }
}

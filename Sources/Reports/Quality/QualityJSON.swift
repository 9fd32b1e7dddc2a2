public import PolicingDomain

extension DataQuality {
  /// The report as JSON, schema 1: keys are added by later versions, never changed.
  ///
  /// | Key | What |
  /// |---|---|
  /// | `schema` | 1 |
  /// | `export` | title, profile, grain, and how each stamp is told |
  /// | `rows` | `read`, `used`, and the ledger's entries by kind |
  /// | `calls` | `all`, `officer_initiated`, `with_unit`, `unit_parts` |
  /// | `span` | days, days and weeks with gaps |
  /// | `verdicts` | for each question its answer, with reasons and remedies |
  /// | `findings` | with count, hours and remedy |
  /// | `work` | units and hours told and imputed |
  /// | `costs` | the hours that rest on each weakness |
  /// | `stamps` | for each stamp, calls with it and how it is written |
  /// | `missing` | `all`; `by`, for each grouping its groups; `cells`, the full table |
  /// | `priority_tests` | whether what is missing depends on the priority |
  /// | `pairs` | pairs of stamps in the wrong order, or equal |
  /// | `times`, `odd_times` | lengths of time, in seconds and hours |
  /// | `values` | values of places and categories |
  /// | `thresholds` | the standards, each with its source |
  ///
  /// Wherever calls are counted, `missing` lists those without dispatched, enroute, arrived and
  /// cleared, in this order, and `missing_with_unit` those among calls to which a unit went.
  /// Hours are rounded to a millionth; what is not known is `null`.
  public var json: String { QualityJSON(quality: self).page }
}

private struct QualityJSON {
  let quality: DataQuality

  var page: String {
    JSONPiece.object([
      ("schema", .count(1)), ("export", export), ("rows", rows), ("calls", calls),
      ("span", span), ("verdicts", verdicts), ("findings", findings), ("work", work),
      ("costs", costs), ("stamps", stamps), ("missing", missing), ("priority_tests", tests),
      ("pairs", pairs), ("times", times), ("odd_times", oddTimes), ("values", values),
      ("thresholds", thresholds),
    ]).page
  }

  /// A number rounded to a millionth.
  private func number(_ value: Double?) -> JSONPiece {
    guard let value, value.isFinite, abs(value) < 1e9 else { return .number(value) }
    return .number((value * 1e6).rounded() / 1e6)
  }

  private func optional(_ count: Int?) -> JSONPiece { count.map(JSONPiece.count) ?? .missing }

  private var export: JSONPiece {
    let precision = DataQuality.Stamp.allCases.map { stamp in
      (stamp.name, JSONPiece.text(quality.export.precision(of: stamp).rawValue))
    }
    return .object([
      ("source", .text(quality.ledger.source)), ("profile", .text(quality.ledger.profile)),
      ("grain", .text(quality.ledger.grain)), ("is_template", .flag(quality.export.isTemplate)),
      ("study", .optional(quality.export.study)), ("stamps", .object(precision)),
    ])
  }

  private var rows: JSONPiece {
    let ledger = quality.ledger
    return .object([
      ("read", .count(ledger.rowsRead)), ("used", .count(ledger.rowsUsed)),
      ("balances", .flag(ledger.balances)), ("set_aside", entries(ledger.setAside)),
      ("missing", entries(ledger.missing)), ("order", entries(ledger.orderViolations)),
      ("remarks", entries(ledger.remarks)), ("refusals", entries(ledger.refusals)),
      ("grouping", entries(ledger.grouping?.entries ?? [])), ("cleaning", cleaning),
    ])
  }

  private var cleaning: JSONPiece {
    guard let cleaning = quality.ledger.cleaning else { return .missing }
    return .object([
      ("rules", .text(cleaning.rules)), ("calls_kept", .count(cleaning.callsKept)),
      ("calls_removed", .count(cleaning.callsRemoved)), ("entries", entries(cleaning.entries)),
    ])
  }

  private func entries(_ entries: [CallLedger.Entry]) -> JSONPiece {
    .list(
      entries.map { entry in
        .object([
          ("what", .text(entry.what)), ("rows", .count(entry.rows)),
          ("lines", .list(entry.lines.map(JSONPiece.count))),
          ("unit_hours", number(entry.unitHours?.value)), ("remedy", .text(entry.remedy)),
        ])
      })
  }

  private var calls: JSONPiece {
    .object([
      ("all", .count(quality.calls)), ("officer_initiated", .count(quality.officerCalls)),
      ("with_unit", .count(quality.all.sent)), ("unit_parts", .count(quality.responses)),
    ])
  }

  private var span: JSONPiece {
    guard let span = quality.span else { return .missing }
    return .object([
      ("first", .text("\(span.first)")), ("last", .text("\(span.last)")),
      ("days", .count(span.days)), ("days_without_calls", .count(span.emptyDays)),
      ("first_days_without_calls", .list(span.firstEmptyDays.map { .text("\($0)") })),
      ("weeks", .count(span.weeks)), ("median_calls_of_week", number(span.medianOfWeek)),
      (
        "weeks_with_few_calls",
        .list(
          span.thinWeeks.map {
            .object([("monday", .text("\($0.monday)")), ("calls", .count($0.calls))])
          })
      ),
    ])
  }

  private var verdicts: JSONPiece {
    .list(
      quality.verdicts.map { verdict in
        .object([
          ("question", .text(verdict.question.rawValue)),
          ("answer", .text(verdict.answer.rawValue)), ("usable", .count(verdict.usable)),
          ("of", .count(verdict.of)), ("reasons", .list(verdict.reasons.map(JSONPiece.text))),
          ("remedies", .list(verdict.remedies.map(JSONPiece.text))),
        ])
      })
  }

  private var findings: JSONPiece {
    .list(
      quality.findings.map { finding in
        .object([
          ("key", .text(finding.key)), ("severity", .text(finding.severity.rawValue)),
          ("what", .text(finding.what)), ("count", .count(finding.count)),
          ("of", .count(finding.of)), ("counted", .text(finding.counted)),
          ("unit_hours", number(finding.unitHours)),
          ("officer_hours", number(quality.officerHours(finding.unitHours))),
          ("fate", .optional(finding.fate?.rawValue)), ("remedy", .text(finding.remedy)),
        ])
      })
  }

  private var work: JSONPiece {
    let work = quality.work
    let rules = ["category_and_priority", "category", "priority", "all_calls"]
    return .object([
      ("units", .count(work.units)), ("timed_units", .count(work.timedUnits)),
      ("timed_unit_hours", number(work.timedUnitHours)),
      ("imputed_unit_hours", number(work.imputedUnitHours)),
      ("imputed_units_by_rule", .object(zip(rules, work.imputedBy).map { ($0, .count($1)) })),
      ("crewed_unit_hours", number(work.crewedUnitHours)),
      ("crewed_officer_hours", number(work.crewedOfficerHours)), ("crew", number(work.crew)),
      ("calls_without_sign_of_a_unit", .count(work.callsWithoutSign)),
      ("calls_of_unknown_units", .count(work.callsOfUnknownUnits)),
    ])
  }

  private var costs: JSONPiece {
    .list(
      quality.costs.map { cost in
        .object([
          ("key", .text(cost.key)), ("what", .text(cost.what)), ("calls", .count(cost.calls)),
          ("units", .count(cost.units)), ("told_unit_hours", number(cost.toldUnitHours)),
          ("imputed_unit_hours", number(cost.imputedUnitHours)),
          ("unit_hours", number(cost.unitHours)),
          ("officer_hours", number(quality.officerHours(cost.unitHours))),
        ])
      })
  }

  private var thresholds: JSONPiece {
    .list(
      quality.standards.parameters.map { parameter in
        .object([
          ("name", .text(parameter.name)), ("value", number(parameter.value)),
          ("unit", .text(parameter.unit)), ("source", .text(parameter.provenance.source)),
          ("date", .text(parameter.provenance.date)),
          ("is_assumption", .flag(parameter.provenance.isAssumption)),
        ])
      })
  }
}

/// What is missing, and lengths of time.
extension QualityJSON {
  private var stamps: JSONPiece {
    .list(
      quality.stamps.map { form in
        .object([
          ("stamp", .text(form.stamp.name)), ("known", .count(form.known)),
          ("missing", .count(quality.all.missing(form.stamp))),
          ("missing_with_unit", .count(quality.all.missingThoughSent(form.stamp))),
          ("on_full_minute", .count(form.onMinute)),
          ("on_five_minutes", .count(form.onFiveMinutes)),
          ("at_midnight", .count(form.atMidnight)),
        ])
      })
  }

  private func counts(
    _ counts: DataQuality.MissingCounts
  ) -> [(key: String, value: JSONPiece)] {
    let later = DataQuality.Stamp.later
    return [
      ("calls", .count(counts.calls)), ("with_unit", .count(counts.sent)),
      ("missing", .list(later.map { .count(counts.missing($0)) })),
      ("missing_with_unit", .list(later.map { .count(counts.missingThoughSent($0)) })),
    ]
  }

  private var missing: JSONPiece {
    let groupings = quality.groupings.map { grouping in
      (
        grouping.key,
        JSONPiece.list(
          grouping.groups.map { .object([("group", .text($0.label))] + counts($0.counts)) })
      )
    }
    let cells = quality.cells.map { cell in
      JSONPiece.object(
        [
          ("priority", optional(cell.priority)), ("district", .optional(cell.district)),
          ("hour", .count(cell.hour)),
        ] + counts(cell.counts))
    }
    return .object([
      ("all", .object(counts(quality.all))), ("by", .object(groupings)), ("cells", .list(cells)),
    ])
  }

  private var tests: JSONPiece {
    .list(
      quality.tests.map { test in
        .object([
          ("stamp", .text(test.stamp.name)),
          ("groups", .list(test.groups.map { .text($0.label) })),
          ("chi_square", number(test.chiSquare)), ("degrees", .count(test.degrees)),
          ("critical", number(test.critical)), ("cramers_v", number(test.cramersV)),
          ("highest", .text(test.highest.label)), ("lowest", .text(test.lowest.label)),
          ("gap", number(test.gap)), ("gap_low", number(test.gapInterval.lowerBound)),
          ("gap_high", number(test.gapInterval.upperBound)), ("differs", .flag(test.differs)),
        ])
      })
  }

  private var pairs: JSONPiece {
    .list(
      zip(quality.disorder, quality.equals).map { reversed, equal in
        .object([
          ("earlier", .text(reversed.earlier.name)), ("later", .text(reversed.later.name)),
          ("known_community", .count(reversed.communityKnown)),
          ("known_officer", .count(reversed.officerKnown)),
          ("reversed_community", .count(reversed.community)),
          ("reversed_officer", .count(reversed.officer)),
          ("equal_community", .count(equal.community)), ("equal_officer", .count(equal.officer)),
        ])
      })
  }

  private var times: JSONPiece {
    .list(
      quality.times.map { form in
        .object([
          ("interval", .text(form.interval.key)), ("origin", .text(form.origin.rawValue)),
          ("known", .count(form.known)), ("negative", .count(form.negative)),
          ("zero", .count(form.zero)), ("short", .count(form.short)),
          ("long", .count(form.long)), ("too_long", .count(form.tooLong)),
          ("short_hours", number(form.shortHours)), ("long_hours", number(form.longHours)),
          ("too_long_hours", number(form.tooLongHours)), ("median_seconds", number(form.median)),
          ("ninetieth_seconds", number(form.ninetieth)),
        ])
      })
  }

  private var oddTimes: JSONPiece {
    .list(
      quality.oddTimes.map { odd in
        .object([
          ("interval", .text(odd.interval.key)), ("kind", .text(odd.label)),
          ("known", .count(odd.known)), ("median_seconds", number(odd.median)),
          ("low", .count(odd.low)), ("high", .count(odd.high)),
          ("limit_seconds", number(odd.upperLimit)), ("high_hours", number(odd.highHours)),
        ])
      })
  }

  private var values: JSONPiece {
    .list(
      quality.values.map { form in
        .object([
          ("field", .text(form.field)), ("distinct", optional(form.distinct)),
          ("missing", .count(form.missing)), ("unmatched", optional(form.unmatched)),
          (
            "listed",
            .list(
              form.listed.map { value in
                .object([
                  ("value", .text(value.text)), ("calls", .count(value.calls)),
                  ("reason", .text(value.reason)),
                ])
              })
          ),
        ])
      })
  }
}

import PolicingDomain

/// The answer in short: who is needed, who is there, and what to know before using a number.
enum SummaryChapter {
  static func section(_ source: ReportSource) -> ReportSection? {
    ReportSection(id: "summary", title: "Summary", answer(source) + reading(source.record))
  }

  /// The answer alone, for one page.
  static func short(_ source: ReportSource) -> ReportSection? {
    ReportSection(id: "summary", title: "Summary", answer(source))
  }

  private static func answer(_ source: ReportSource) -> [ReportBlock] {
    let record = source.record
    var blocks: [ReportBlock] = [.facts(facts(source))]
    blocks += reasons(record).map { .words("No interval: \($0).") }
    for answer in record.answers where answer.status != "optimal" {
      blocks.append(
        .caution("There is no plan for `\(answer.mode)` (\(answer.status)): \(answer.reason)"))
    }
    if !record.booksClose {
      blocks.append(.caution("The books of this run do not close: use no number of it."))
    }
    let points = staffing(source) + service(source) + others(source)
    if !points.isEmpty { blocks += [.heading("What the numbers say"), .list(points)] }
    return blocks
  }

  private static func reading(_ record: RunRecord) -> [ReportBlock] {
    [
      .heading("How to read this report"),
      .list([
        "Needs are needs under the assumptions of this study; they are listed, and change when they do.",
        "A number with a dotted line opens its explanation: formula, inputs with their sources, rules "
          + "and assumptions. The same is printed by `rollcall explain \(record.subject.name) ITEM`.",
        "Every picture has its table beneath it. Tables can be sorted, filtered and copied.",
        "Required is what standards, rules and work ask for; decided is what somebody set and no work "
          + "requires; recommended is the best use of the people on hand. Numbers of people are "
          + "full-time equivalents.",
      ]),
    ]
  }

  private static func facts(_ source: ReportSource) -> [ReportFact] {
    let record = source.record
    return record.figures.map { figure in
      let value = record.value(of: figure).map { number($0) } ?? RunRecord.withheldWord
      let note =
        isEstimate(figure, record) ? certainty(record, figure) : "a decision, not an estimate"
      return ReportFact(
        figure.name, value, note: "\(figure.estimate.unit) · \(note)",
        item: figure.name.hasPrefix("strength") ? "department" : nil)
    }
  }

  /// Whether a figure rests on calls; one that somebody decided does not, which its name says where
  /// the number of calls is withheld.
  private static func isEstimate(_ figure: StudyResults.Figure, _ record: RunRecord) -> Bool {
    record.observations(of: figure).map { $0 > 0 } ?? !figure.name.contains("decided")
  }

  private static func certainty(_ record: RunRecord, _ figure: StudyResults.Figure) -> String {
    let rests = record.certainty(of: figure.name)
    let interval =
      if case .none = figure.estimate.interval { "no interval" } else { rests.interval }
    let observations = record.observations(of: figure).map { _ in "n = \(rests.observations)" }
    return "\(observations ?? "n withheld") · \(interval) · \(rests.imputed) imputed"
  }

  /// Why figures of the calls have no interval, each reason once.
  private static func reasons(_ record: RunRecord) -> [String] {
    var reasons: [String] = []
    for figure in record.figures where isEstimate(figure, record) {
      if case .none(let reason) = figure.estimate.interval, reason != RunRecord.withheldWord,
        !reasons.contains(reason)
      {
        reasons.append(reason)
      }
    }
    return reasons
  }

  /// Who is needed and who is there.
  private static func staffing(_ source: ReportSource) -> [String] {
    guard let staffing = source.table("staffing-summary") else { return [] }
    var points: [String] = []
    for row in staffing.rows where staffing.text(row, "group") == "Department" {
      let who = staffing.text(row, "employment")
      guard let deployable = staffing.number(row, "deployable"),
        let required = staffing.number(row, "required"),
        let unfilled = staffing.number(row, "unfilled"), who != "all"
      else { continue }
      let decided = staffing.number(row, "decided") ?? 0
      points.append(
        "\(who == "sworn" ? "Sworn" : "Civilian"): \(number(deployable)) can be deployed; work and "
          + "rules require \(number(required)), and \(number(decided)) were decided beside them; the "
          + "recommended plan leaves \(number(unfilled)) unfilled.")
    }
    let ranks = staffing.rows.filter { row in
      staffing.text(row, "group").hasPrefix("Rank: ")
        && (staffing.number(row, "unfilled") ?? 0) >= 1
    }.sorted { (staffing.number($0, "unfilled") ?? 0) > (staffing.number($1, "unfilled") ?? 0) }
    if !ranks.isEmpty {
      let names = ranks.prefix(4).map { row in
        "\(staffing.text(row, "group").dropFirst("Rank: ".count)) "
          + number(staffing.number(row, "unfilled") ?? 0)
      }
      points.append("Most is unfilled among: \(names.joined(separator: ", ")).")
    }
    return points + seats(staffing)
  }

  /// Those in the plan who hold a seat and cannot be deployed.
  private static func seats(_ staffing: TableReading) -> [String] {
    guard let row = staffing.row(where: ["group": "Department", "employment": "all"]),
      let recommended = staffing.number(row, "recommended"),
      let deployable = staffing.number(row, "deployable"),
      let difference = staffing.number(row, "difference")
    else { return [] }
    let held = recommended - deployable - difference
    guard held >= 1 else { return [] }
    return [
      "Of the \(number(recommended)) recommended, \(number(held)) hold seats and cannot be deployed, as "
        + "recruits and the detached do."
    ]
  }

  /// What residents get.
  private static func service(_ source: ReportSource) -> [String] {
    var points: [String] = []
    if let watches = source.table("districts-by-watch") {
      let short = watches.rows.filter { (watches.number($0, "officers_short") ?? 0) >= 0.5 }
      if let worst = short.max(by: {
        (watches.number($0, "officers_short") ?? 0) < (watches.number($1, "officers_short") ?? 0)
      }) {
        points.append(
          "Hour by hour, \(short.count) of \(watches.rows.count) watches of districts lack half an officer "
            + "or more on average, even where the mean of the watch is met; the most in district \(watches.text(worst, "district")) on the "
            + "\(watches.text(worst, "watch")) watch: \(watches.text(worst, "officers_short")).")
      }
    }
    if let time = source.table("proactive-time") {
      let planned = time.rows.filter { time.text($0, "units") == "planned" }
      // Without a target, or where the share is not known, nothing is met or missed.
      let judged = planned.filter { !time.text($0, "is_met").isEmpty }
      let met = judged.filter { time.text($0, "is_met") == "yes" }
      if !judged.isEmpty,
        let least = judged.compactMap({ time.number($0, "proactive_percent") }).min()
      {
        points.append(
          "The target for time that calls leave free is met in \(met.count) of \(judged.count) "
            + "districts at the planned units; the least is \(Format.number(least, decimals: 1)) %."
        )
      }
    }
    return points
  }

  /// What others than sworn members could do.
  private static func others(_ source: ReportSource) -> [String] {
    var points: [String] = []
    if let lines = source.table("responders"), let ledger = ResponderLedger(lines),
      ledger.total("calls_spared").map({ $0 > 0 }) ?? true
    {
      let amounts = [
        ledger.total("calls_spared").map { "\(number($0)) calls a year" },
        ledger.total("officer_hours_net").map { "\(number($0)) officer-hours a year" },
      ].compactMap { $0 }
      if !amounts.isEmpty {
        points.append(
          "Other responders would spare the police \(amounts.joined(separator: ", or "))"
            + needs(source) + ".")
      }
    }
    if let posts = source.table("civilian-conversions"),
      let row = posts.row(where: ["bureau": "Department", "section": "all"]),
      let convertible = posts.number(row, "convertible"), convertible >= 1
    {
      points.append("Civilians could hold \(number(convertible)) posts that are sworn today.")
    }
    return points
  }

  /// What the responders themselves take, for the same sentence.
  private static func needs(_ source: ReportSource) -> String {
    guard let positions = source.table("responder-positions"),
      let people = positions.total("positions"), people > 0
    else { return "" }
    return "; they need \(Format.number(people, decimals: 1)) positions of their own"
  }

  private static func number(_ value: Double) -> String { Format.number(value, decimals: 0) }
}

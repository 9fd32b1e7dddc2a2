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
      let isHidden = figure.key.map(record.withheld.contains) ?? false
      let value = isHidden ? "withheld" : Format.number(figure.estimate.value, decimals: 0)
      let estimate = figure.estimate
      let note =
        estimate.observations > 0 ? certainty(record, figure) : "a decision, not an estimate"
      return ReportFact(
        figure.name, value, note: "\(estimate.unit) · \(note)",
        item: figure.name.hasPrefix("strength") ? "department" : nil)
    }
  }

  private static func certainty(_ record: RunRecord, _ figure: StudyResults.Figure) -> String {
    let rests = record.certainty(of: figure.name)
    let interval =
      if case .none = figure.estimate.interval { "no interval" } else { rests.interval }
    return "n = \(rests.observations) · \(interval) · \(rests.imputed) imputed"
  }

  /// Why figures of the calls have no interval, each reason once.
  private static func reasons(_ record: RunRecord) -> [String] {
    var reasons: [String] = []
    for figure in record.figures where figure.estimate.observations > 0 {
      if case .none(let reason) = figure.estimate.interval, !reasons.contains(reason) {
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
    return points
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
          "\(short.count) of \(watches.rows.count) watches of districts lack half an officer or more on "
            + "the street; the most in district \(watches.text(worst, "district")) on the "
            + "\(watches.text(worst, "watch")) watch: \(watches.text(worst, "officers_short")).")
      }
    }
    if let time = source.table("proactive-time") {
      let planned = time.rows.filter { time.text($0, "units") == "planned" }
      let met = planned.filter { time.text($0, "is_met") == "yes" }
      if let least = planned.compactMap({ time.number($0, "proactive_percent") }).min() {
        points.append(
          "The target for time that calls leave free is met in \(met.count) of \(planned.count) "
            + "districts at the planned units; the least is \(Format.number(least, decimals: 1)) %."
        )
      }
    }
    return points
  }

  /// What others than sworn members could do.
  private static func others(_ source: ReportSource) -> [String] {
    var points: [String] = []
    if let responders = source.table("responders") {
      let spared = responders.sum("calls_spared") { responders.text($0, "district") == "all" }
      let hours = responders.sum("officer_hours_net") { responders.text($0, "district") == "all" }
      if spared > 0 {
        points.append(
          "Other responders would spare the police \(number(spared)) calls a year, or "
            + "\(number(hours)) officer-hours.")
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

  private static func number(_ value: Double) -> String { Format.number(value, decimals: 0) }
}

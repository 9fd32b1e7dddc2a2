import Charts
import PolicingDomain

/// Whether every officer has a sergeant: spans on hand and planned against the rule.
enum SupervisionChapter {
  static func section(_ source: ReportSource) -> ReportSection? {
    let rule = rule(source)
    let spans = source.table("supervision").flatMap { UnitSpans($0, source) }
    let teams = source.table("teams").map { TeamSpans($0, rule) }
    guard spans != nil || teams != nil else { return nil }
    var blocks: [ReportBlock] = [.words(definition(rule))]
    if let spans { blocks += spans.figure.map { [$0] } ?? [] }
    if let teams, spans?.figure == nil { blocks.append(teams.figure(source)) }
    let points = (spans?.observations ?? []) + (teams?.observations ?? [])
    if !points.isEmpty { blocks += [.heading("What stands out"), .list(points)] }
    if let spans { blocks.append(spans.everything) }
    if let teams {
      blocks.append(.heading("Teams"))
      if spans?.figure != nil { blocks.append(.table(ReportTable(teams.districts.table))) }
      blocks.append(teams.everything)
    }
    blocks.append(.caution(limits))
    return ReportSection(
      id: "spans-of-control", title: "Supervision: officers for one sergeant", blocks)
  }

  /// The rule on spans: so many officers at most, on this share of tours.
  struct Rule {
    let most: Double
    let share: Double?
    let authority: String
  }

  private static func definition(_ rule: Rule?) -> String {
    let words =
      "The span of control is the number of officers for whom one sergeant answers. Officers and "
      + "their sergeant count as one team when they start at the same time and have the same days "
      + "off, so that the same sergeant leads the same people every day."
    guard let rule else { return words + " This study states no rule for it." }
    let share = rule.share.map { " on \(Format.number($0 * 100, decimals: 0)) % of tours" } ?? ""
    return words
      + " The rule of this study: at most \(Format.number(rule.most, decimals: 0)) officers for one "
      + "sergeant\(share) (\(rule.authority))."
  }

  private static let limits =
    "A span that holds on average can fail on a given day: people are ill, in court or on leave. "
    + "Shares of tours count whole people who are present, with absences taken as independent. "
    + "Teams are planned in parts of people, so sergeants required are a lower bound."

  static func rule(_ source: ReportSource) -> Rule? {
    guard let rules = source.table("rules") else { return nil }
    let rows = rules.rows.filter {
      rules.text($0, "rule") == "span_of_control" && rules.text($0, "state") != "switched off"
    }
    let stated = rows.compactMap { row in
      rules.number(row, "value").map { (row, $0) }
    }
    guard let strictest = stated.min(by: { $0.1 < $1.1 }) else { return nil }
    let same = stated.filter { $0.1 == strictest.1 }.map { rules.text($0.0, "authority") }
    var authorities: [String] = []
    for name in same where !authorities.contains(name) && !name.isEmpty { authorities.append(name) }
    return Rule(
      most: strictest.1, share: rules.number(strictest.0, "share_of_tours"),
      authority: Wording.list(authorities))
  }
}

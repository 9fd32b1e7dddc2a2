import Charts
import PolicingDomain

/// The teams of a plan by district: officers and sergeants of one tour and day-off group.
struct TeamSpans {
  let districts: TableReading
  private let teams: TableReading
  private let rule: SupervisionChapter.Rule?

  init(_ teams: TableReading, _ rule: SupervisionChapter.Rule?) {
    self.teams = teams
    self.rule = rule
    districts = Self.districts(teams, rule)
  }

  /// Every team.
  var everything: ReportBlock {
    .table(
      ReportTable(
        teams.table.showing(
          titled: "Every team: officers and sergeants of one tour and day-off group"),
        filters: ["district", "tour", "day_off_group"], rowHeads: 3))
  }

  private static func districts(
    _ teams: TableReading, _ rule: SupervisionChapter.Rule?
  ) -> TableReading {
    let least = rule?.share
    let rows = teams.values("district").map { district -> [ResultTable.Cell] in
      let own = teams.rows.filter { teams.text($0, "district") == district }
      let officers = own.reduce(0) { $0 + (teams.number($1, "officers") ?? 0) }
      let sergeants = own.reduce(0) { $0 + (teams.number($1, "sergeants") ?? 0) }
      let spans = own.compactMap { teams.number($0, "span_assigned") }.filter(\.isFinite)
      let shares = own.compactMap { teams.number($0, "share_of_tours_within_span") }
      let kept = least.map { least in shares.count { $0 >= least - 1e-9 } }
      return [
        .text(district), .number(officers), .number(sergeants),
        .optional(sergeants > 0 ? officers / sergeants : nil), .optional(spans.max()),
        .count(own.count), kept.map(ResultTable.Cell.count) ?? .missing,
        .optional(shares.min().map { $0 * 100 }),
      ]
    }
    return TableReading(
      ResultTable(
        name: "supervision-by-district", title: "Officers and sergeants by district, planned",
        columns: [
          ResultTable.Column("district", "District"),
          ResultTable.Column("officers", "Officers planned", decimals: 1),
          ResultTable.Column("sergeants", "Sergeants planned", decimals: 1),
          ResultTable.Column("span", "Officers for one sergeant", decimals: 1),
          ResultTable.Column("widest_span", "Widest team", decimals: 1),
          ResultTable.Column("teams", "Teams"),
          ResultTable.Column("teams_within_rule", "Teams that keep the rule"),
          ResultTable.Column("worst_share_percent", "Worst share of tours (%)", decimals: 1),
        ], rows: rows,
        notes: [
          "Sums over the teams of each district, which stand below. Widest team and worst share: the "
            + "one team that fares worst."
        ]))
  }

  /// The spans of the districts against the rule.
  func figure(_ source: ReportSource) -> ReportBlock {
    let series = [
      ("All officers for all sergeants", "span"), ("Widest team", "widest_span"),
    ]
    let rows = districts.rows.map { row in
      DotChart.Row(
        districts.text(row, "district"), series.map { districts.number(row, $0.1) })
    }
    let chart = DotChart(
      title: title,
      summary:
        "Officers for one sergeant in \(Wording.count(rows.count, "district", "districts")), "
        + "as planned.",
      axis: Axis("Officers for one sergeant, planned", style: NumberStyle(decimals: 1), from: 0),
      series: series.map(\.0), rows: rows,
      targets: rule.map { [Reference($0.most, "rule: \(Format.number($0.most, decimals: 0))")] }
        ?? [])
    return .figure(
      ReportFigure(
        chart,
        caption: "Dots beyond the line are teams with too many officers for one sergeant by the "
          + "roster, before anybody is absent.",
        certainty: .ofRecords(
          Wording.count(Int(exactly: districts.sum("teams")) ?? 0, "team", "teams")
            + " of the plan"),
        table: ReportTable(districts.table),
        items: ["rule:span_of_control"].filter(source.explains)))
  }

  private var title: String {
    let alone = Self.alone(teams)
    if alone > 0 {
      return "By the roster, \(Wording.count(alone, "team", "teams")) of "
        + "\(Format.number(Double(teams.rows.count), decimals: 0)) "
        + "\(alone == 1 ? "has" : "have") officers and no sergeant"
    }
    guard let rule else { return "Officers for one sergeant by district" }
    let over = districts.rows.filter {
      (districts.number($0, "widest_span") ?? 0) > rule.most + 0.05
    }
    let most = Format.number(rule.most, decimals: 0)
    if over.isEmpty {
      guard districts.rows.contains(where: { districts.number($0, "widest_span") != nil }) else {
        return "Officers for one sergeant by district"
      }
      return "By the roster, every team has a sergeant for at most \(most) officers"
    }
    return "\(Wording.count(over.count, "district has", "districts have")) a team of more than "
      + "\(most) officers for one sergeant"
  }

  /// The teams that have officers and no sergeant; they have no span that could be too wide.
  private static func alone(_ teams: TableReading) -> Int {
    teams.rows.count { row in
      guard let officers = teams.number(row, "officers"),
        let sergeants = teams.number(row, "sergeants")
      else { return false }
      return officers > 0.005 && sergeants <= 0.005
    }
  }

  /// What stands out.
  var observations: [String] {
    var points: [String] = []
    let officers = districts.sum("officers")
    let sergeants = districts.sum("sergeants")
    if sergeants > 0 {
      points.append(
        "The teams of all districts together: \(Format.number(officers, decimals: 0)) officers and "
          + "\(Format.number(sergeants, decimals: 0)) sergeants, "
          + "\(Format.number(officers / sergeants, decimals: 1)) for one.")
    }
    let known = districts.rows.filter { districts.number($0, "teams_within_rule") != nil }
    if let rule, let share = rule.share, !known.isEmpty {
      let kept = districts.sum("teams_within_rule")
      let teams = districts.sum("teams") { known.contains($0) }
      points.append(
        "\(Format.number(kept, decimals: 0)) of \(Format.number(teams, decimals: 0)) teams keep the "
          + "span on at least \(Format.number(share * 100, decimals: 0)) % of tours, counted in whole "
          + "people who are present.")
    }
    let shares = districts.rows.compactMap { districts.number($0, "worst_share_percent") }
    if let least = shares.min() {
      let places = districts.rows.filter {
        (districts.number($0, "worst_share_percent") ?? 100) < least + 0.05
      }
      points.append(
        "Counted so, the team that fares worst keeps the span on \(Format.number(least, decimals: 1)) % "
          + "of tours (district "
          + "\(Wording.list(places.map { districts.text($0, "district") }, atMost: 4))).")
    }
    return points
  }
}

import Charts
import PolicingDomain

/// Units on the street against the units that work keeps busy, hour by hour.
enum DeploymentChapter {
  static func section(_ source: ReportSource) -> ReportSection? {
    let blocks =
      day(source) + ProactivePart.blocks(source) + StreetHoursPart.blocks(source)
      + watches(source)
    guard !blocks.isEmpty else { return nil }
    return ReportSection(
      id: "deployment", title: "Units on the street against the work",
      [
        .words(
          "A unit on the street is either busy or free. Saturation is the share of the units that work "
            + "keeps busy; proactive time is what calls of the community leave free. Required is the "
            + "need under the assumptions of this study, planned is the recommended use of the people on "
            + "hand, deployed is what records show or the study states.")
      ] + blocks)
  }

  private static func day(_ source: ReportSource) -> [ReportBlock] {
    let profiles = DayProfile.Days.allCases.compactMap { DayProfile(source, $0) }
    guard !profiles.isEmpty, profiles.contains(where: { !$0.supply.isEmpty }) else { return [] }
    let table = table(profiles, source)
    var blocks: [ReportBlock] = [.heading("Hour by hour")]
    for profile in profiles {
      blocks.append(.figure(figure(profile, table, source)))
      let facts = facts(profile)
      if !facts.isEmpty { blocks.append(.facts(facts)) }
    }
    let points = profiles.compactMap(point)
    return blocks + (points.isEmpty ? [] : [.list(points)])
  }

  private static func figure(
    _ profile: DayProfile, _ table: ResultTable, _ source: ReportSource
  ) -> ReportFigure {
    let title =
      profile.peak.map {
        "\(profile.days.rawValue): work takes up to \(Phrase.percent($0.percent, decimals: 0)) of the "
          + "units \(profile.basis?.name.lowercased() ?? ""), at \(Phrase.clock($0.hour))"
      } ?? "\(profile.days.rawValue): units busy by hour"
    // The required line last, where it would vanish beneath the one of those planned.
    let lines = profile.supply.reversed().map { AreaChart.Series($0.name, $0.values) }
    let chart = AreaChart(
      title: title,
      summary:
        "Units busy by hour of the day, \(profile.days.rawValue.lowercased()), with the units "
        + "\(Phrase.list(profile.supply.map { $0.name.lowercased() })) above them.",
      x: Axis("Hour of the day", names: (0..<24).map { $0 < 10 ? "0\($0)" : "\($0)" }),
      y: Axis("Units", from: 0),
      layers: profile.work.map { AreaChart.Series($0.name, $0.values) }, lines: lines)
    return ReportFigure(
      chart,
      caption:
        "The area is work, the lines are units on the street. Where the area comes near a line, "
        + "a new call waits.",
      certainty: source.record.certainty(),
      table: ReportTable(
        table.showing(
          named: "day-\(profile.days.rawValue.lowercased())",
          titled: "Units by hour of the day, \(profile.days.rawValue.lowercased())",
          where: { table.rows[$0].first == .text(profile.days.rawValue) }), rowHeads: 2))
  }

  private static func table(_ profiles: [DayProfile], _ source: ReportSource) -> ResultTable {
    let works = profiles.map(\.work).max { $0.count < $1.count } ?? []
    let supplies = profiles.map(\.supply).max { $0.count < $1.count } ?? []
    return ResultTable(
      name: "day-profile", title: "Units by hour of the day",
      columns: [.init("days", "Days"), .init("hour", "Hour")]
        + works.map { .init($0.key, $0.name, decimals: 1) }
        + supplies.map { .init($0.key, $0.name, decimals: 1) }
        + [
          .init(
            "saturation_percent", "Saturation, \(supplies.last?.name.lowercased() ?? "") (%)",
            decimals: 1)
        ],
      rows: profiles.flatMap { $0.rows(works.map(\.key), supplies.map(\.key)) },
      notes: [
        "Means over the days, of the tables hours-of-week, proactive-by-hour and deployment-hours. "
          + "Saturation: units busy with all work ÷ units of the last line. Units required are set for "
          + "the work that is left when other responders take theirs."
      ] + (source.table("deployment-hours")?.table.notes ?? []))
  }

  private static func facts(_ profile: DayProfile) -> [ReportFact] {
    guard let basis = profile.basis, let units = basis.mean, units > 0,
      let busy = profile.meanBusy, let peak = profile.peak
    else { return [] }
    let days = profile.days.rawValue.lowercased()
    return [
      ReportFact(
        "Workload, mean", Format.number(busy, decimals: 1), note: "units busy in an hour, \(days)"),
      ReportFact(
        "\(basis.name), mean", Format.number(units, decimals: 1),
        note: "units on the street, \(days)"),
      ReportFact(
        "Saturation, mean", Phrase.percent(100 * busy / units),
        note: "mean workload ÷ mean units \(basis.name.lowercased())"),
      ReportFact(
        "Saturation, peak", Phrase.percent(peak.percent),
        note: "in the hour from \(Phrase.clock(peak.hour))"),
    ]
  }

  private static func point(_ profile: DayProfile) -> String? {
    let saturation = profile.saturation.enumerated().compactMap { hour, value in
      value.map { (hour: hour, percent: $0) }
    }
    guard let basis = profile.basis, let low = saturation.min(by: { $0.percent < $1.percent }),
      let high = profile.peak
    else { return nil }
    let above = saturation.filter { $0.percent > 60 }.count
    return "\(profile.days.rawValue): of the units \(basis.name.lowercased()), work takes from "
      + "\(Phrase.percent(low.percent, decimals: 0)) (\(Phrase.clock(low.hour))) to "
      + "\(Phrase.percent(high.percent, decimals: 0)) (\(Phrase.clock(high.hour))); it takes more than "
      + "60 %, a mark that studies often use, in \(above) of 24 hours."
  }

  private static func watches(_ source: ReportSource) -> [ReportBlock] {
    guard let table = source.table("deployment-against-workload") else { return [] }
    guard table.hasNumbers("units_on_street") else {
      return [
        .caution(
          "How many units are really on the street is not known to this study, so the need cannot be "
            + "held against present practice here. "
            + (table.table.notes.first { $0.contains("deployment") } ?? ""))
      ]
    }
    var points: [String] = []
    if let most = table.largest("busy_share"), let share = table.number(most, "busy_share") {
      points.append(
        "Calls take the largest share of the units deployed in "
          + "\(source.districtName(table.text(most, "district"))), \(table.text(most, "watch")) watch: "
          + "\(Phrase.percent(100 * share)).")
    }
    if let least = table.smallest("busy_share"), let share = table.number(least, "busy_share") {
      points.append(
        "They take the smallest in \(source.districtName(table.text(least, "district"))), "
          + "\(table.text(least, "watch")) watch: \(Phrase.percent(100 * share)).")
    }
    return [
      .heading("By district and watch"),
      .table(
        ReportTable(
          table.table, filters: ["district", "watch"], rowHeads: 3, isFolded: table.rows.count > 15)
      ),
    ] + (points.isEmpty ? [] : [.list(points)]) + assumed(table)
  }

  private static func assumed(_ table: TableReading) -> [ReportBlock] {
    guard let note = table.table.notes.first(where: { $0.contains("an assumption of the study") })
    else { return [] }
    return [
      .caution("Nobody counted these units: \(note.prefix(1).lowercased() + note.dropFirst())")
    ]
  }
}

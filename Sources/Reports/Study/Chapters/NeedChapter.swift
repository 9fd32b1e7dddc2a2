import Charts
import PolicingDomain

/// How many people are needed, by bureau, section and rank, sworn and civilian.
enum NeedChapter {
  static func section(_ source: ReportSource) -> ReportSection? {
    let figures = [
      figure(source, "sworn"), figure(source, "civilian"),
    ].compactMap { $0 }
    let tables = [byBureau(source), bySection(source), positions(source)].flatMap { $0 }
    guard !figures.isEmpty || !tables.isEmpty else { return nil }
    var blocks: [ReportBlock] = [.words(definition)] + cautions(source)
    blocks += facts(source) + figures
    let points = observations(source)
    if !points.isEmpty { blocks += [.heading("What stands out"), .list(points)] }
    blocks += tables
    blocks.append(.caution(limits))
    return ReportSection(id: "need", title: "How many people, where and of which rank", blocks)
  }

  /// The picture and the summary alone, for one page.
  static func short(_ source: ReportSource) -> ReportSection? {
    guard let summary = summary(source) else { return nil }
    var blocks: [ReportBlock] = cautions(source)
    if let figure = figure(source, "sworn", atMost: 4) { blocks.append(figure) }
    let department = summary.table.showing(
      [
        "employment", "authorized", "assigned", "deployable", "required", "decided", "recommended",
        "unfilled",
      ], named: "need-department", titled: "The whole department", notes: [],
      where: { summary.text($0, "group") == "Department" })
    blocks.append(.table(ReportTable(department.rows.isEmpty ? summary.table : department)))
    return ReportSection(id: "need", title: "How many people, and where", blocks)
  }

  private static let definition =
    "Need is counted in full-time equivalents: one is one person who works full time all year. "
    + "“Required” follows from work, rules and the organization, with every standard met and no "
    + "limit on money. “Decided” are levels that somebody chose and no measured work requires. "
    + "“Deployable” are the people who can be sent to work today. “Recommended” is the best use of "
    + "these people. All of it is need under the assumptions of this study."

  private static let limits =
    "Need is no target for hiring by itself. It moves with the standards that people set, and no "
    + "interval is estimated for positions: read a difference of a few positions as none. Sections "
    + "with decided levels were not weighed by the model."

  /// What became of questions that have no answer.
  private static func cautions(_ source: ReportSource) -> [ReportBlock] {
    source.record.answers.filter { $0.status != "optimal" }.map { answer in
      let question =
        answer.mode.hasPrefix("require")
        ? "what work and rules require" : "the best use of the people on hand"
      return .caution(
        "The question for \(question) ended as “\(answer.status)”: \(answer.reason). Its columns "
          + "are blank or not proved best.")
    }
  }

  // MARK: The department

  private static func facts(_ source: ReportSource) -> [ReportBlock] {
    guard let table = source.table("staffing-summary"),
      let row = table.row(where: ["group": "Department", "employment": "all"])
    else { return [] }
    func fact(_ name: String, _ key: String, _ note: String) -> ReportFact? {
      table.number(row, key).map {
        ReportFact(name, Format.number($0, decimals: 0), note: note, item: "department")
      }
    }
    let facts = [
      fact("Required by work and rule", "required", "full-time equivalents, every standard met"),
      fact("Decided by policy", "decided", "full-time equivalents, not derived from work"),
      fact("Assigned", "assigned", "people on the roster"),
      fact("Deployable", "deployable", "full-time equivalents that can work today"),
      fact("Recommended", "recommended", "full-time equivalents, best use of people on hand"),
      fact("Unfilled", "unfilled", "positions that nobody of a fitting rank holds"),
    ].compactMap { $0 }
    return facts.isEmpty ? [] : [.facts(facts)]
  }

  private static func observations(_ source: ReportSource) -> [String] {
    guard let table = source.table("staffing-summary") else { return [] }
    let bureaus = bureaus(table)
    var points: [String] = []
    if let row = table.row(where: ["group": "Department", "employment": "all"]) {
      if let required = table.number(row, "required"), let decided = table.number(row, "decided") {
        points.append(
          "Work, rules and organization account for \(Format.number(required, decimals: 0)) of "
            + "\(Format.number(required + decided, decimals: 0)) positions in all "
            + "(\(Wording.share(required, of: required + decided) ?? "–")); people decided on the "
            + "other \(Format.number(decided, decimals: 0)).")
      }
      let deployable = table.number(row, "deployable")
      let assigned = table.number(row, "assigned")
      if let share = Wording.share(deployable, of: assigned) {
        points.append(
          "Of \(Wording.number(assigned)) people assigned, "
            + "\(Wording.number(deployable)) are deployable (\(share)).")
      }
    }
    let moves = bureaus.map { ($0, table.number($0, "difference") ?? 0) }
    if let gain = moves.max(by: { $0.1 < $1.1 }), gain.1 >= 0.5 {
      points.append(
        "The plan adds most to \(name(table, gain.0)): \(Format.number(gain.1, decimals: 1)).")
    }
    if let loss = moves.min(by: { $0.1 < $1.1 }), loss.1 <= -0.5 {
      points.append(
        "It takes most from \(name(table, loss.0)): \(Format.number(-loss.1, decimals: 1)).")
    }
    let open = bureaus.map { ($0, table.number($0, "unfilled") ?? 0) }
    if let most = open.max(by: { $0.1 < $1.1 }), most.1 >= 0.5 {
      points.append(
        "Most positions stay unfilled in \(name(table, most.0)): "
          + "\(Format.number(most.1, decimals: 1)).")
    }
    return points
  }

  private static func name(_ table: TableReading, _ row: Int) -> String {
    "\(table.text(row, "group")) (\(table.text(row, "employment")))"
  }

  /// The rows of bureaus, without ranks and the department.
  private static func bureaus(_ table: TableReading) -> [Int] {
    table.rows.filter {
      !table.text($0, "group").hasPrefix("Rank: ") && table.text($0, "group") != "Department"
    }
  }

  /// Bureaus and the department, without ranks.
  private static func summary(_ source: ReportSource) -> TableReading? {
    guard let table = source.table("staffing-summary") else { return nil }
    let shown = table.table.showing(
      ["group", "employment"] + columns, named: "need-summary",
      titled: "Need and strength by bureau", notes: notes(table),
      where: { !table.text($0, "group").hasPrefix("Rank: ") })
    let reading = TableReading(shown)
    let parts = bureaus(reading)
    let sums = ["sworn", "civilian", "all"].compactMap { kind in
      reading.row(where: ["group": "Department", "employment": kind]).map { total in
        ResultTable.Sum(
          total, of: parts.filter { kind == "all" || reading.text($0, "employment") == kind })
      }
    }
    return TableReading(shown.declaring(sums.filter { !$0.parts.isEmpty }))
  }

  private static let columns = [
    "authorized", "assigned", "deployable", "required", "decided", "recommended", "difference",
    "unfilled", "basis",
  ]

  /// The notes of a table without the findings of the run, which the limits list once.
  private static func notes(_ table: TableReading) -> [String] {
    table.table.notes.filter { !$0.hasPrefix("NOTE: ") }
  }

  // MARK: Pictures

  private static func figure(
    _ source: ReportSource, _ employment: String, atMost most: Int = .max
  ) -> ReportBlock? {
    guard var summary = summary(source) else { return nil }
    let held = bureaus(summary).count { summary.text($0, "employment") == employment }
    if held - 1 > most {
      summary = NeedSummary(summary, employment).largest(most)
    }
    let rows = bureaus(summary).filter { summary.text($0, "employment") == employment }
    let series = [
      ("Required by work and rule", "required"), ("Decided by policy", "decided"),
      ("Deployable", "deployable"), ("Recommended", "recommended"),
    ].filter { part in rows.contains { summary.number($0, part.1) != nil } }
    guard !rows.isEmpty, !series.isEmpty else { return nil }
    let bars = rows.map { row in
      BarChart.Row(summary.text(row, "group"), series.map { summary.number(row, $0.1) })
    }
    let chart = BarChart(
      title: title(summary, employment),
      summary: "Bars for \(Wording.count(rows.count, "bureau", "bureaus")): "
        + Wording.list(series.map { $0.0.lowercased() }) + ", \(employment) positions.",
      axis: Axis("Full-time equivalents, \(employment)", from: 0), series: series.map(\.0),
      rows: bars)
    let table = summary.table.showing(
      named: "need-\(employment)", titled: "Need and strength by bureau, \(employment)",
      where: { summary.text($0, "employment") == employment })
    return .figure(
      ReportFigure(
        chart,
        caption: "Where the first two bars together are longer than the third, a bureau has less "
          + "than it needs under these assumptions. The first bar comes from measured work and from "
          + "rules, the second from decisions.",
        certainty: certainty(summary, rows, employment, source),
        table: ReportTable(table), items: source.explains("department") ? ["department"] : []))
  }

  private static func certainty(
    _ summary: TableReading, _ rows: [Int], _ employment: String, _ source: ReportSource
  ) -> Certainty {
    guard employment != "sworn" else {
      return source.record.certainty(of: "strength required by work and rule")
    }
    let people = rows.reduce(0) { $0 + (summary.number($1, "assigned") ?? 0) }
    return Certainty(
      observations: "\(Format.number(people, decimals: 0)) people on the roster",
      interval: "none, most of these positions rest on posts, ratios and decisions",
      imputed: "nothing")
  }

  private static func title(_ summary: TableReading, _ employment: String) -> String {
    guard let row = summary.row(where: ["group": "Department", "employment": employment]) else {
      return "Need and strength by bureau, \(employment)"
    }
    let required = summary.number(row, "required")
    let decided = summary.number(row, "decided")
    let kind = Wording.capitalized(employment)
    switch (required, decided) {
    case (let required?, let decided?):
      return "\(kind): work and rules require \(Wording.number(required)), policy sets "
        + "\(Wording.number(decided)) more; \(Wording.number(summary.number(row, "deployable"))) "
        + "are deployable"
    case (let required?, nil):
      return "\(kind): work and rules require \(Wording.number(required)); "
        + "\(Wording.number(summary.number(row, "deployable"))) are deployable"
    case (nil, let decided?):
      return "\(kind): policy sets \(Wording.number(decided)); "
        + "\(Wording.number(summary.number(row, "deployable"))) are deployable"
    case (nil, nil):
      return "\(kind): \(Wording.number(summary.number(row, "deployable"))) are deployable; what "
        + "is required is not known"
    }
  }

  // MARK: Tables

  private static func byBureau(_ source: ReportSource) -> [ReportBlock] {
    guard let table = source.table("staffing-by-bureau") else { return [] }
    var sums: [ResultTable.Sum] = []
    for total in table.rows where table.text(total, "rank") == "all" {
      let bureau = table.text(total, "bureau")
      let parts = table.rows.filter {
        table.text($0, "bureau") == bureau && table.text($0, "rank") != "all"
      }
      if !parts.isEmpty { sums.append(ResultTable.Sum(total, of: parts)) }
    }
    let shown = table.table.showing(notes: notes(table)).declaring(sums)
    return [
      .heading("By bureau and rank"),
      .table(
        ReportTable(
          shown,
          items: items(table, ("bureau", "bureau"), source),
          filters: ["bureau", "rank", "employment"], rowHeads: 2)),
    ]
  }

  private static func bySection(_ source: ReportSource) -> [ReportBlock] {
    guard let table = source.table("staffing-by-section") else { return [] }
    return [
      .heading("By section and rank"),
      .table(
        ReportTable(
          table.table.showing(
            ["section", "section_name", "bureau", "rank", "employment"] + columns, notes: []),
          items: items(table, ("section", "section"), source),
          filters: ["bureau", "section", "rank", "employment"], rowHeads: 2)),
    ]
  }

  /// The item of each row; nothing where no row is explained.
  private static func items(
    _ table: TableReading, _ place: (kind: String, key: String), _ source: ReportSource
  ) -> [String?] {
    let items = table.rows.map { row -> String? in
      let text = table.text(row, place.key)
      if text == "Department", source.explains("department") { return "department" }
      let item = "\(place.kind):\(text)"
      return source.explains(item) ? item : nil
    }
    return items.contains { $0 != nil } ? items : []
  }

  private static func positions(_ source: ReportSource) -> [ReportBlock] {
    guard let table = source.table("positions") else { return [] }
    let shown = table.table.showing(
      [
        "group", "section", "function", "rank", "holders", "basis", "required", "recommended",
        "authority", "assumption",
      ], titled: "Every group of positions and what its number rests on"
    ).inPlainWords(["function", "rank", "holders"])
    return [
      .heading("Every group of positions"),
      .words(
        "The basis says how a number came about: workload, cases, a ratio, a span of control, a "
          + "fixed post, a fixed count, or a decision (policy-set). The name of a group leads to "
          + "its formula, its inputs and its source."),
      .table(
        ReportTable(
          shown, items: items(table, ("group", "group"), source),
          filters: ["section", "rank", "basis", "holders"])),
    ]
  }
}

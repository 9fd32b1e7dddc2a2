import Charts
import PolicingDomain

/// The rules and standards: who set them, whether they are met, and what they cost.
enum RulesChapter {
  static func section(_ source: ReportSource) -> ReportSection? {
    let rules = source.table("rules")
    let standards = source.table("standards")
    guard rules != nil || standards != nil else { return nil }
    var blocks: [ReportBlock] = [.words(definition)]
    let points = observations(rules, standards)
    if !points.isEmpty { blocks.append(.list(points)) }
    if let rules {
      blocks.append(contentsOf: unmet(rules))
      blocks += [
        .heading("Rules"),
        .table(
          ReportTable(
            rules.table.inPlainWords(["rule"]), items: items(rules, source),
            filters: ["rule", "authority", "state"])),
      ]
    }
    if let standards {
      blocks += [
        .heading("Standards"),
        .words(
          "A standard is a level of service that somebody chose, such as how long an urgent call may "
            + "wait. Another choice gives another need."),
        .table(ReportTable(standards.table, items: positions("standard", standards, source))),
      ]
    }
    blocks += prices(source)
    blocks.append(.caution(limits))
    return ReportSection(
      id: "rules-and-standards", title: "Rules and standards, and what they cost", blocks)
  }

  private static let definition =
    "Rules bind the plan; standards set what service is aimed at. Every one has an authority. A rule "
    + "of a decree, a statute or a contract cannot be lifted by the department, and is never offered "
    + "as a way out; the department’s own directives and targets can be changed by those who set them."

  private static let limits =
    "“Verified” says whether the citation was read in the document itself. A price is what the plan "
    + "would gain or lose without the rule, by solving again; it is no judgement of what a rule is for."

  private static func items(_ rules: TableReading, _ source: ReportSource) -> [String?] {
    let items = rules.rows.map { row -> String? in
      let item = "rule:\(rules.text(row, "rule"))"
      return source.explains(item) ? item : nil
    }
    return items.contains { $0 != nil } ? items : []
  }

  /// The items of a kind that are asked for by their name, or by their position.
  static func positions(
    _ kind: String, _ table: TableReading, _ source: ReportSource
  ) -> [String?] {
    let key = kind == "assumption" ? "id" : kind
    let items = table.rows.map { row -> String? in
      let named = "\(kind):\(table.text(row, key))"
      let counted = "\(kind):\(row + 1)"
      return source.explains(named) ? named : source.explains(counted) ? counted : nil
    }
    return items.contains { $0 != nil } ? items : []
  }

  private static func observations(_ rules: TableReading?, _ standards: TableReading?) -> [String] {
    var points: [String] = []
    if let rules {
      let states = rules.values("state").filter { !$0.isEmpty }
      let counts = states.map { state in
        "\(state) (\(rules.rows.count { rules.text($0, "state") == state }))"
      }
      points.append(
        "\(Wording.count(rules.rows.count, "rule", "rules"))"
          + (counts.isEmpty ? "." : ": \(Wording.list(counts))."))
      let unread = rules.rows.count { rules.text($0, "verified") == "no" }
      if unread > 0 {
        points.append(
          "The citation of \(unread) of them was not read in the document itself: verify before use."
        )
      }
    }
    if let standards {
      let assumed = standards.rows.count { standards.text($0, "assumption") == "yes" }
      points.append(
        "\(Wording.count(standards.rows.count, "standard", "standards")), \(assumed) of them "
          + "assumptions of this study and not published levels.")
    }
    return points
  }

  private static func unmet(_ rules: TableReading) -> [ReportBlock] {
    rules.rows.filter { rules.text($0, "state") == "not met" }.map { row in
      let value = rules.number(row, "value").map {
        " \(Format.number($0, decimals: $0 == $0.rounded() ? 0 : 2))"
      }
      return .item(
        ReportItem(
          .care, label: "not met",
          title: Wording.capitalized(Wording.plain(rules.text(row, "rule"))) + (value ?? ""),
          lines: [
            ("Authority", "\(rules.text(row, "authority")): \(rules.text(row, "citation"))"),
            ("In force", rules.text(row, "scope")),
            ("What was found", rules.text(row, "effect")),
          ].filter { !$0.1.isEmpty }))
    }
  }

  private static func prices(_ source: ReportSource) -> [ReportBlock] {
    guard let table = source.table("rule-prices") else { return [] }
    let kept = Set(
      table.rows.filter { row in
        ["lifted", "tightened"].contains { abs(table.number(row, $0) ?? 0) > 1e-6 }
      })
    let free = table.values("rule").filter { rule in
      !kept.contains { table.text($0, "rule") == rule }
    }
    var blocks: [ReportBlock] = [
      .heading("What rules cost"),
      .words(
        "Each rule was lifted and then tightened by one, and the plan was made again. Shown is how "
          + "much each objective moves; below zero is a gain."),
    ]
    if !free.isEmpty {
      let names = free.map { Wording.plain(String($0.prefix { $0 != "(" }).trimmed) }
      blocks.append(
        .list([
          "\(Wording.count(free.count, "rule changes", "rules change")) nothing either way in this "
            + "plan: \(Wording.list(names, atMost: 8))."
        ]))
    }
    if !kept.isEmpty {
      blocks.append(
        .table(
          ReportTable(
            table.table.showing(
              ["rule", "label", "objective", "lifted", "tightened", "unit"],
              titled: "What changes when a rule is lifted, or tightened by one",
              where: { kept.contains($0) }
            ).inPlainWords(["rule"]), filters: ["rule", "objective"], rowHeads: 3)))
    }
    return blocks
  }
}

extension String {
  /// The text without spaces at its end.
  fileprivate var trimmed: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}

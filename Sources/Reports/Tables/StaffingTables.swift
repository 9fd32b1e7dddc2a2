public import PolicingDomain

extension ResultTable {
  /// The shortest answer: each bureau, sworn and civilian, then the department by rank.
  public static func staffingSummary(_ results: StudyResults) -> ResultTable {
    let lines = StaffingLine.all(results)
    let bureaus = orderedBureaus(results).flatMap { bureau in
      Employment.allCases.compactMap { employment -> [Cell]? in
        let members = lines.filter { $0.bureau == bureau && $0.rank.employment == employment }
        guard !members.isEmpty else { return nil }
        return [.text(bureau.description), .text(employment.rawValue)] + figures(members)
      }
    }
    let ranks = results.study.organization.ranks.compactMap { rank -> [Cell]? in
      let members = lines.filter { $0.rank.id == rank.id }
      guard !members.isEmpty else { return nil }
      return [.text("Rank: \(rank.title)"), .text(rank.employment.rawValue)] + figures(members)
    }
    return ResultTable(
      name: "staffing-summary", title: "Staffing by bureau, and by rank of the department",
      columns: [Column("group", "Bureau or rank"), Column("employment", "Employment")]
        + figureColumns, rows: bureaus + ranks + departmentRows(lines, results),
      notes: notes(results))
  }

  /// The answer that a chief reads first: bureau × rank, sworn and civilian, with totals.
  ///
  /// Figures that are not there yet are missing.
  public static func staffingByBureau(_ results: StudyResults) -> ResultTable {
    let lines = StaffingLine.all(results)
    var rows: [[Cell]] = []
    for bureau in orderedBureaus(results) {
      let members = lines.filter { $0.bureau == bureau }
      for rank in results.study.organization.ranks {
        let same = members.filter { $0.rank.id == rank.id }
        if same.isEmpty { continue }
        rows.append(
          [.text(bureau.description), .text(rank.title), .text(rank.employment.rawValue)]
            + figures(same))
      }
      rows.append([.text(bureau.description), .text("all"), .text("all")] + figures(members))
    }
    rows += departmentRows(lines, results).map { [$0[0], .text("all")] + $0.dropFirst() }
    return ResultTable(
      name: "staffing-by-bureau", title: "Staffing by bureau and rank, sworn and civilian",
      columns: [
        Column("bureau", "Bureau"), Column("rank", "Rank"), Column("employment", "Employment"),
      ] + figureColumns, rows: rows, notes: notes(results))
  }

  /// The same for every section.
  public static func staffingBySection(_ results: StudyResults) -> ResultTable {
    let rows = StaffingLine.all(results).map { line -> [Cell] in
      [
        .text(line.bureau.description), .text(line.section.id.description),
        .text(line.section.name), .text(line.rank.title), .text(line.rank.employment.rawValue),
      ] + figures([line])
    }
    return ResultTable(
      name: "staffing-by-section", title: "Staffing by section and rank",
      columns: [
        Column("bureau", "Bureau"), Column("section", "Section"), Column("section_name", "Name"),
        Column("rank", "Rank"), Column("employment", "Employment"),
      ] + figureColumns, rows: rows, notes: notes(results))
  }

  private static func departmentRows(
    _ lines: [StaffingLine], _ results: StudyResults
  ) -> [[Cell]] {
    let parts = Employment.allCases.map { employment -> [Cell] in
      let members = lines.filter { $0.rank.employment == employment }
      let authorized = results.study.organization.authorized.first { $0.employment == employment }
      return [.text("Department"), .text(employment.rawValue)]
        + figures(members, authorized: authorized?.positions.value)
    }
    return parts + [[.text("Department"), .text("all")] + figures(lines)]
  }

  static func orderedBureaus(_ results: StudyResults) -> [Bureau] {
    var seen: Set<Bureau> = []
    return results.study.organization.sections.map(\.bureau).filter { seen.insert($0).inserted }
  }

  private static let figureColumns = [
    Column("authorized", "Authorized", decimals: 0), Column("assigned", "Assigned", decimals: 0),
    Column("deployable", "Deployable", decimals: 1), Column("required", "Required", decimals: 1),
    Column("decided", "Decided", decimals: 1),
    Column("recommended", "Recommended", decimals: 1),
    Column("difference", "Difference", decimals: 1), Column("unfilled", "Unfilled", decimals: 1),
    Column("basis", "Basis"),
  ]

  private static let staffingNotes = [
    "Full-time equivalents. Required: by work, rules and organization, all standards, no budget.",
    "Decided: policy-set levels, which somebody chose and no work requires; the whole need is both.",
    "Recommended: best use of the deployable strength within budget.",
    "Difference: who moves in or out, recommended − deployable − those who hold their seats "
      + "(recruits, detached).",
    "Unfilled: positions of either kind that nobody of a fitting rank holds, under the rank of the "
      + "position; recommended counts people under their own rank.",
    "A blank is not published. No interval is estimated yet.",
  ]

  private static func notes(_ results: StudyResults) -> [String] {
    let dates = Employment.allCases.map { employment in
      let all = results.study.organization.strength.filter { $0.employment == employment }
      return (employment, Set(all.map(\.provenance.date)).sorted())
    }.filter { !$0.1.isEmpty }
    let notes = staffingNotes + results.findings.map { "NOTE: \($0)." }
    guard Set(dates.flatMap(\.1)).count > 1 else { return notes }
    let words = dates.map { "\($0.0.rawValue) \($0.1.joined(separator: ", "))" }
    return notes + [
      "CAUTION: sums over sworn and civilian mix strength of different dates: "
        + words.joined(separator: "; ") + "."
    ]
  }

  private static func figures(_ lines: [StaffingLine], authorized: Double? = nil) -> [Cell] {
    let published = lines.compactMap(\.authorized)
    let required = total(lines.map(\.required))
    let recommended = total(lines.map(\.recommended))
    let deployable = lines.reduce(0) { $0 + $1.deployable }
    var bases: [String] = []
    for basis in lines.flatMap(\.bases) where !bases.contains(basis) { bases.append(basis) }
    return [
      .optional(authorized ?? (published.count == lines.count ? published.reduce(0, +) : nil)),
      .number(lines.reduce(0) { $0 + $1.assigned }), .number(deployable),
      .optional(required), .optional(total(lines.map(\.decided))), .optional(recommended),
      .optional(recommended.map { difference($0, deployable, lines) }),
      .optional(total(lines.map(\.unfilled))),
      .text(bases.joined(separator: ", ")),
    ]
  }

  /// Who moves in or out; what the tolerance of the stages leaves is nobody.
  private static func difference(
    _ recommended: Double, _ deployable: Double, _ lines: [StaffingLine]
  ) -> Double {
    let moved = recommended - deployable - lines.reduce(0) { $0 + $1.held }
    return abs(moved) < 1e-3 ? 0 : moved
  }

  private static func total(_ values: [Double?]) -> Double? {
    let known = values.compactMap { $0 }
    return known.isEmpty ? nil : known.reduce(0, +)
  }
}

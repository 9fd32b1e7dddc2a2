public import PolicingDomain

extension ResultTable {
  /// Authorized, filled and vacant positions, and people beyond them, by section and rank.
  public static func vacancies(_ vacancies: Vacancies, organization: Organization) -> ResultTable {
    let titles = Dictionary(organization.ranks.map { ($0.id, $0.title) }) { first, _ in first }
    let rows = vacancies.rows.map { row -> [Cell] in
      [
        .text(row.section.description), .text(titles[row.rank] ?? row.rank.description),
        .text(row.employment.rawValue),
      ] + figures(row.figures) + [.text("rows")]
    }
    return ResultTable(
      name: "vacancies", title: "Vacancies and over-strength by section and rank",
      columns: [
        Column("section", "Section"), Column("rank", "Rank"), Column("employment", "Employment"),
      ] + vacancyColumns, rows: rows,
      notes: vacancyNotes + vacancies.findings.map { "NOTE: \($0)." })
  }

  /// The same by bureau, by rank, and for sworn members and civilians.
  public static func vacancySummary(
    _ vacancies: Vacancies, organization: Organization
  ) -> ResultTable {
    let titles = Dictionary(organization.ranks.map { ($0.id, $0.title) }) { first, _ in first }
    func row(
      _ kind: String, _ name: String, _ figures: Vacancies.Figures, _ isPublished: Bool
    ) -> [Cell]? {
      guard figures.assigned > .zero || figures.authorized != nil else { return nil }
      return [.text(kind), .text(name)] + self.figures(figures)
        + [.text(isPublished ? "department's total" : "rows")]
    }
    let rows =
      vacancies.byBureau.compactMap {
        row("bureau", $0.key.description, $0.figures, $0.isPublishedTotal)
      }
      + vacancies.byRank.compactMap {
        row("rank", titles[$0.key] ?? $0.key.description, $0.figures, $0.isPublishedTotal)
      }
      + vacancies.byEmployment.compactMap {
        row("employment", $0.key.rawValue, $0.figures, $0.isPublishedTotal)
      }
    return ResultTable(
      name: "vacancy-summary", title: "Vacancies and over-strength by bureau, rank and employment",
      columns: [Column("by", "By"), Column("group", "Group")] + vacancyColumns, rows: rows,
      notes: vacancyNotes)
  }

  private static let vacancyColumns = [
    Column("authorized", "Authorized", decimals: 1), Column("assigned", "Assigned", decimals: 1),
    Column("filled", "Filled", decimals: 1), Column("vacant", "Vacant", decimals: 1),
    Column("over_strength", "Over", decimals: 1),
    Column("vacant_share", "Vacant share", decimals: 3),
    Column("elsewhere", "Elsewhere", decimals: 1), Column("deployable", "Deployable", decimals: 1),
    Column("authorized_from", "Authorized from"),
  ]

  private static let vacancyNotes = [
    "Authorized ≥ filled; assigned = filled + over-strength. A surplus in one section fills no seat "
      + "in another. A blank is not published.",
    "A department's total hides over-strength: its vacancies are net of it.",
  ]

  private static func figures(_ figures: Vacancies.Figures) -> [Cell] {
    [
      .optional(figures.authorized?.value), .number(figures.assigned.value),
      .optional(figures.filled?.value), .optional(figures.vacant?.value),
      .optional(figures.overStrength?.value), .optional(figures.vacantShare),
      .number(figures.elsewhere.value), .number(figures.deployable.value),
    ]
  }
}

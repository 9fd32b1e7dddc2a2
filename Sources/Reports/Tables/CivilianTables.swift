public import PolicingDomain

extension ResultTable {
  /// Eligible → convertible → officers freed by group, with the totals of each bureau and of the
  /// department, and what the civilians cost beside the sworn holders.
  public static func civilianConversions(
    _ conversions: [CivilianConversion], organization: Organization
  ) -> ResultTable {
    let lines = conversions.compactMap { CivilianLine($0, organization) }
    var rows: [[Cell]] = []
    var seen: Set<Bureau> = []
    for bureau in organization.sections.map(\.bureau) where seen.insert(bureau).inserted {
      let own = lines.filter { $0.bureau == bureau }
      guard !own.isEmpty else { continue }
      rows += own.map { line in
        [
          .text(bureau.description), .text(line.group.section.description),
          .text(line.group.id.description), .text(line.group.function),
        ] + figures([line]) + [
          .number(line.conversion.civiliansPerPosition), .text(line.conversion.reason),
          .text(line.conversion.provenance.source),
          .text(line.conversion.provenance.isAssumption ? "yes" : "no"),
        ]
      }
      rows.append(total(bureau.description, own))
    }
    if !lines.isEmpty { rows.append(total("Department", lines)) }
    return ResultTable(
      name: "civilian-conversions", title: "Sworn positions that civilians could hold",
      columns: [
        Column("bureau", "Bureau"), Column("section", "Section"), Column("group", "Group"),
        Column("function", "Function"), Column("eligible", "Eligible", decimals: 2),
        Column("convertible", "Convertible", decimals: 2),
        Column("officers_freed", "Officers freed", decimals: 2),
        Column("civilians", "Civilians", decimals: 2),
        Column("sworn_cost_dollars", "Sworn cost $"),
        Column("civilian_cost_dollars", "Civilian cost $"),
        Column("difference_dollars", "Difference $"),
        Column("civilians_per_position", "A position", decimals: 3), Column("reason", "Reason"),
        Column("source", "Source"), Column("assumption", "Assumption"),
      ], rows: rows,
      notes: [
        "Civilians = convertible × civilians a position, by net hours. Difference: what the civilians "
          + "cost less what the sworn holders cost; it is saved only where officers freed take the "
          + "place of hires.",
        "A conversion frees an officer only where the holder is fit for full duty.",
      ])
  }

  private static func total(_ name: String, _ lines: [CivilianLine]) -> [Cell] {
    [.text(name), .text("all"), .text("all"), .text("all")] + figures(lines)
      + [.missing, .text(""), .text(""), .text("")]
  }

  private static func figures(_ lines: [CivilianLine]) -> [Cell] {
    let sworn = lines.total(\.swornCost)
    let civilian = lines.total(\.civilianCost)
    return [
      .number(lines.total(\.conversion.eligible).value),
      .number(lines.total(\.conversion.convertible).value),
      .number(lines.total(\.conversion.officersFreed).value),
      .number(lines.total(\.civilians).value), .number(sworn.value), .number(civilian.value),
      .number((civilian - sworn).value),
    ]
  }
}

/// A conversion with its place and its cost.
private struct CivilianLine {
  let conversion: CivilianConversion
  let group: PositionGroup
  let bureau: Bureau
  let swornCost: DollarsPerYear
  let civilianCost: DollarsPerYear

  init?(_ conversion: CivilianConversion, _ organization: Organization) {
    guard let group = organization.positions.first(where: { $0.id == conversion.group }),
      let section = organization.sections.first(where: { $0.id == group.section }),
      let sworn = organization.ranks.first(where: { $0.id == group.rank }),
      let civilian = organization.ranks.first(where: { $0.id == conversion.civilianRank })
    else { return nil }
    self.conversion = conversion
    self.group = group
    bureau = section.bureau
    swornCost = sworn.annualCost * conversion.convertible.value
    civilianCost =
      civilian.annualCost * (conversion.convertible.value * conversion.civiliansPerPosition)
  }

  var civilians: FullTimeEquivalents {
    conversion.convertible * conversion.civiliansPerPosition
  }
}

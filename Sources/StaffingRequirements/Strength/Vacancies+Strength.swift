public import PolicingDomain

extension Vacancies {
  /// Works out vacancies and over-strength from the ledger of strength (FORMULATION 5.7).
  ///
  /// Where the rows of a sum do not all state authorized positions, the sum has none, unless the
  /// department publishes its own for sworn members or civilians.
  ///
  /// - Complexity: O(rows × (bureaus + ranks)).
  public init(of ledger: StrengthLedger, organization: Organization) {
    let bureaus = Dictionary(organization.sections.map { ($0.id, $0.bureau) }) { first, _ in first }
    let rows = ledger.rows.map { row in
      Row(
        section: row.section, rank: row.rank, employment: row.employment,
        figures: Figures(row.figures))
    }
    var seen: Set<Bureau> = []
    let ordered = organization.sections.map(\.bureau).filter { seen.insert($0).inserted }
    var findings: [String] = []
    for row in rows {
      if let over = row.figures.overStrength, over > .zero {
        findings.append(
          "section \(row.section) has \(over.value.written()) \(row.rank) beyond its authorized "
            + "strength")
      }
    }
    let unstated = rows.count { $0.figures.authorized == nil }
    if unstated > 0 {
      findings.append(
        "\(unstated) of \(rows.count) rows of strength state no authorized positions, so that "
          + "their vacancies are not known")
    }
    self.init(
      rows: rows,
      byRank: organization.ranks.map { rank in
        Total(
          key: rank.id, figures: Figures(sum: rows.filter { $0.rank == rank.id }),
          isPublishedTotal: false)
      },
      byBureau: ordered.map { bureau in
        Total(
          key: bureau, figures: Figures(sum: rows.filter { bureaus[$0.section] == bureau }),
          isPublishedTotal: false)
      },
      byEmployment: ledger.byEmployment.map { total in
        let own = Figures(sum: rows.filter { $0.employment == total.key })
        let isPublished = own.authorized == nil && total.figures.authorized != nil
        return Total(
          key: total.key, figures: isPublished ? Figures(total.figures) : own,
          isPublishedTotal: isPublished)
      }, findings: findings)
  }
}

extension Vacancies.Figures {
  fileprivate init(_ figures: StrengthLedger.Figures) {
    self.init(
      authorized: figures.authorized, assigned: figures.assigned,
      filled: figures.authorized.map { min($0, figures.assigned) }, elsewhere: figures.elsewhere,
      deployable: figures.deployable)
  }

  fileprivate init(sum rows: [Vacancies.Row]) {
    let figures = rows.map(\.figures)
    let isComplete = !rows.isEmpty && figures.allSatisfy { $0.authorized != nil }
    self.init(
      authorized: isComplete ? figures.total { $0.authorized ?? .zero } : nil,
      assigned: figures.total(\.assigned),
      filled: isComplete ? figures.total { $0.filled ?? .zero } : nil,
      elsewhere: figures.total(\.elsewhere), deployable: figures.total(\.deployable))
  }
}

extension Explainer {
  /// Explains the people and positions of a section.
  func explain(section id: Section.ID) -> Explanation {
    let section = results.study.organization.sections.first { $0.id == id }
    let members = lines.filter { $0.section.id == id }
    var explanation = explanation(
      of: members, item: "section:\(id)", title: "\(id): \(section?.name ?? "")")
    let own = results.study.organization.positions.filter { $0.section == id }
    explanation.inputs += own.map { group in
      let count = filled(group.id, results.required) ?? needs[group.id]?.positions.value ?? 0
      return Explanation.Input(
        "\(group.function), \(title(of: group.rank).lowercased())",
        "\(count.counted("position", "positions")) by \(group.basis.name)",
        from: group.provenance, item: "group:\(group.id)")
    }
    if let provenance = section?.provenance {
      explanation.data.append("place in the organization: \(Self.source(provenance))")
    }
    explanation.assumptions = assumptions(of: own.map(\.provenance))
    explanation.related = section.map { ["bureau:\($0.bureau)"] } ?? []
    return explanation
  }

  /// Explains the people and positions of a bureau.
  func explain(bureau: Bureau) -> Explanation {
    let members = lines.filter { $0.bureau == bureau }
    var explanation = explanation(
      of: members, item: "bureau:\(bureau)", title: "\(bureau)")
    let sections = results.study.organization.sections.filter { $0.bureau == bureau }
    explanation.inputs += sections.map { section in
      sum(lines.filter { $0.section.id == section.id }, section.name, item: "section:\(section.id)")
    }
    return explanation
  }

  /// Explains the people and positions of the department.
  func explainDepartment() -> Explanation {
    var explanation = explanation(
      of: lines, item: "department", title: results.study.title)
    var seen: Set<Bureau> = []
    let bureaus = results.study.organization.sections.map(\.bureau).filter {
      seen.insert($0).inserted
    }
    explanation.inputs += bureaus.map { bureau in
      sum(lines.filter { $0.bureau == bureau }, "\(bureau)", item: "bureau:\(bureau)")
    }
    explanation.inputs += results.study.organization.authorized.map { total in
      Explanation.Input(
        "authorized, \(total.employment.rawValue)", total.positions.value.written(0),
        from: total.provenance)
    }
    explanation.data += dataOfCalls
    explanation.notes += results.findings
    return explanation
  }

  /// Explains the people and positions of a rank in the whole department.
  func explain(rank id: Rank.ID) -> Explanation {
    let members = lines.filter { $0.rank.id == id }
    var explanation = explanation(
      of: members, item: "rank:\(id)", title: "\(title(of: id)), all sections")
    if let rank = results.study.organization.ranks.first(where: { $0.id == id }) {
      explanation.inputs.append(
        Explanation.Input(
          "cost of one", "\(rank.annualCost.value.written(0)) dollars a year",
          from: rank.provenance))
      explanation.assumptions = assumptions(of: [rank.provenance])
    }
    for basis in Set(results.positions.map(\.basis)).sorted() {
      let own = results.study.organization.positions.filter {
        $0.rank == id && $0.basis.name == basis
      }
      guard !own.isEmpty else { continue }
      let count = own.reduce(0.0) { sum, group in
        sum + (filled(group.id, results.required) ?? needs[group.id]?.positions.value ?? 0)
      }
      explanation.inputs.append(
        Explanation.Input(
          "positions by \(basis)", "\(count.written(1)) in \(own.count) groups"))
    }
    explanation.related = ["hours:\(id)"]
    return explanation
  }

  /// The ladder of some lines: authorized, assigned, deployable, required, recommended.
  private func explanation(
    of lines: [StaffingLine], item: String, title: String
  ) -> Explanation {
    let assigned = lines.reduce(0) { $0 + $1.assigned }
    let deployable = lines.reduce(0) { $0 + $1.deployable }
    let required = lines.compactMap(\.required).reduce(0, +)
    let decided = lines.compactMap(\.decided).reduce(0, +)
    let recommended = lines.compactMap(\.recommended).reduce(0, +)
    let authorized = lines.compactMap(\.authorized)
    var explanation = Explanation(
      item: item, title: title,
      answer: "\(assigned.written()) assigned, \(deployable.written(1)) deployable; "
        + "\(required.written(1)) required and \(decided.written(1)) decided; "
        + "\(recommended.written(1)) recommended"
        + (authorized.isEmpty ? "" : "; \(authorized.reduce(0, +).written(0)) authorized"))
    explanation.certainty =
      "sums of position groups: ask for one of them to see n, interval and share imputed"
    explanation.formula =
      "assigned − working elsewhere − off strength = deployable (5.7); required and decided are sums "
      + "over position groups (6); recommended is the best use of those deployable (7 and 8)"
    explanation.calculation = lines.map { line in
      "\(line.rank.title): \(line.assigned.written()) assigned, "
        + "\(line.deployable.written(1)) deployable"
        + (line.required.map { ", \($0.written(1)) required" } ?? "")
        + (line.decided.map { $0 > 0 ? ", \($0.written(1)) decided" : "" } ?? "")
        + (line.recommended.map { ", \($0.written(1)) recommended" } ?? "")
    }.prefix(lines.count > 12 ? 0 : 12).joined(separator: "; ")
    explanation.data = sources(of: lines)
    return explanation
  }

  private func sum(_ lines: [StaffingLine], _ name: String, item: String) -> Explanation.Input {
    let required = lines.reduce(0) { $0 + ($1.required ?? 0) + ($1.decided ?? 0) }
    let recommended = lines.reduce(0) { $0 + ($1.recommended ?? 0) }
    return Explanation.Input(
      name,
      "\(lines.reduce(0) { $0 + $1.assigned }.written()) assigned, "
        + "\(required.written(1)) required or decided, \(recommended.written(1)) recommended",
      item: item)
  }

  /// The rosters that some lines were counted from.
  private func sources(of lines: [StaffingLine]) -> [String] {
    var found: [String] = []
    for record in results.study.organization.strength {
      let isOurs = lines.contains { $0.section.id == record.section && $0.rank.id == record.rank }
      guard isOurs else { continue }
      let words = "strength (\(record.employment.rawValue)): " + Self.source(record.provenance)
      if !found.contains(words) { found.append(words) }
    }
    return found
  }

  static func source(_ provenance: Provenance) -> String {
    provenance.source + (provenance.date.isEmpty ? "" : ", \(provenance.date)")
      + (provenance.isAssumption ? " (assumption)" : "")
  }
}

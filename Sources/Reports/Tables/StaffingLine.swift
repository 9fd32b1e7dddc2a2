package import PolicingDomain

/// What a plan says about one rank in one section.
package struct StaffingLine: Sendable {
  package let bureau: Bureau
  package let section: Section
  package let rank: Rank
  package var authorized: Double?
  package var assigned = 0.0
  package var deployable = 0.0
  /// Positions that work, rules or the organization require.
  package var required: Double?
  /// Positions that somebody decided on.
  package var decided: Double?
  package var recommended: Double?
  package var unfilled: Double?
  /// People who hold their positions and cannot be deployed elsewhere.
  package var held = 0.0
  package var bases: [String] = []
}

extension StaffingLine {
  /// Every rank of every section that has people or positions, in the order of the sections and
  /// ranks.
  package static func all(_ results: StudyResults) -> [StaffingLine] {
    let organization = results.study.organization
    var lines = StaffingLines(results)
    for strength in results.strength {
      lines.change(strength.section, strength.rank) { line in
        line.assigned += strength.assigned.value
        line.deployable += strength.deployable.value
        if let authorized = strength.authorized {
          line.authorized = (line.authorized ?? 0) + authorized.value
        }
      }
    }
    lines.count(results.required?.plan) { $0.basis.isDecided ? \.decided : \.required }
    lines.count(results.recommended?.plan) { _ in \.recommended }
    lines.countHired(results.recommended?.plan)
    lines.countHeld(results.recommended?.plan)
    lines.countUnfilled(results)
    for group in organization.positions {
      lines.change(group.section, group.rank) { line in
        let name = group.basis.name
        if !line.bases.contains(name) { line.bases.append(name) }
      }
    }
    return lines.ordered()
  }
}

/// The lines of a plan while they are being added up.
private struct StaffingLines {
  private struct Key: Hashable {
    let section: Section.ID
    let rank: Rank.ID
  }

  private let sections: [Section]
  private let ranks: [Rank]
  private let groups: [PositionGroup.ID: PositionGroup]
  private var lines: [Key: StaffingLine] = [:]

  init(_ results: StudyResults) {
    let organization = results.study.organization
    sections = organization.sections
    ranks = organization.ranks
    groups = Dictionary(organization.positions.map { ($0.id, $0) }) { first, _ in first }
  }

  mutating func change(
    _ section: Section.ID, _ rank: Rank.ID, _ body: (inout StaffingLine) -> Void
  ) {
    let key = Key(section: section, rank: rank)
    if lines[key] == nil {
      guard let place = sections.first(where: { $0.id == section }),
        let title = ranks.first(where: { $0.id == rank })
      else { return }
      lines[key] = StaffingLine(bureau: place.bureau, section: place, rank: title)
    }
    guard var line = lines[key] else { return }
    body(&line)
    lines[key] = line
  }

  mutating func count(
    _ plan: StaffingPlan?, into amount: (PositionGroup) -> WritableKeyPath<StaffingLine, Double?>
  ) {
    for assignment in plan?.assignments ?? [] {
      guard let group = groups[assignment.group] else { continue }
      change(group.section, assignment.rank) { line in
        let path = amount(group)
        line[keyPath: path] = (line[keyPath: path] ?? 0) + assignment.strength.value
      }
    }
  }

  /// Counts civilians who are hired for converted positions; they are no assignments of people on hand.
  mutating func countHired(_ plan: StaffingPlan?) {
    for conversion in plan?.conversions ?? [] {
      guard let group = groups[conversion.group] else { continue }
      change(group.section, conversion.rank) { line in
        line.recommended = (line.recommended ?? 0) + conversion.hired.value
      }
    }
  }

  mutating func countHeld(_ plan: StaffingPlan?) {
    for assignment in plan?.assignments ?? [] {
      guard let group = groups[assignment.group], group.supply == .held else { continue }
      change(group.section, assignment.rank) { $0.held += assignment.strength.value }
    }
  }

  /// Counts what each group lacks under the rank of its positions: people of another rank who
  /// hold them fill them.
  mutating func countUnfilled(_ results: StudyResults) {
    guard let required = results.required?.plan, let recommended = results.recommended?.plan
    else { return }
    let needed = Self.byGroup(required)
    let filled = Self.byGroup(recommended)
    for group in results.study.organization.positions {
      let difference = (needed[group.id] ?? 0) - (filled[group.id] ?? 0)
      let lacking = difference < 1e-3 ? 0 : difference
      change(group.section, group.rank) { $0.unfilled = ($0.unfilled ?? 0) + lacking }
    }
  }

  private static func byGroup(_ plan: StaffingPlan) -> [PositionGroup.ID: Double] {
    plan.assignments.reduce(into: [:]) { sums, assignment in
      sums[assignment.group, default: 0] += assignment.strength.value
    }
  }

  func ordered() -> [StaffingLine] {
    sections.flatMap { section in
      ranks.compactMap { lines[Key(section: section.id, rank: $0.id)] }
    }
  }
}

/// The things of a run that can be explained, by the names that people ask for.
public enum ExplainedItem: Hashable, Sendable, CustomStringConvertible {
  /// A position group.
  case group(PositionGroup.ID)
  /// A section with its ranks.
  case section(Section.ID)
  /// A bureau with its sections.
  case bureau(Bureau)
  /// Everybody.
  case department
  /// A rank in the whole department.
  case rank(Rank.ID)
  /// The units on the street of a district on one watch of one weekday.
  case units(District.ID, Watch.ID, Weekday)
  /// The hours of a year of one person of a rank.
  case hours(Rank.ID)
  /// The rules of one name.
  case rule(String)
  /// A standard or target, by the position among the parameters of the study.
  case standard(Int)
  /// A choice of value, by its position.
  case target(Int)
  /// An assumption, by its position.
  case assumption(Int)
  /// A responder other than a patrol unit.
  case responder(Responder.ID)

  /// The name, with what it is before the colon.
  public var description: String {
    switch self {
    case .group(let id): "group:\(id)"
    case .section(let id): "section:\(id)"
    case .bureau(let bureau): "bureau:\(bureau)"
    case .department: "department"
    case .rank(let id): "rank:\(id)"
    case .units(let district, let watch, let day): "units:\(district)/\(watch)/\(day)"
    case .hours(let rank): "hours:\(rank)"
    case .rule(let name): "rule:\(name)"
    case .standard(let position): "standard:\(position + 1)"
    case .target(let position): "target:\(position + 1)"
    case .assumption(let position): "assumption:\(position + 1)"
    case .responder(let id): "responder:\(id)"
    }
  }
}

/// The names by which the items of a study are asked for.
struct ItemNames {
  /// Every item with its names, the full one first.
  let entries: [(item: ExplainedItem, names: [String])]

  init(_ results: StudyResults) {
    let study = results.study
    let organization = study.organization
    var entries: [(ExplainedItem, [String])] = [(.department, ["department"])]
    func add(_ item: ExplainedItem, _ kind: String, _ name: String) {
      entries.append((item, ["\(kind):\(name)", name]))
    }
    var bureaus: Set<Bureau> = []
    for section in organization.sections where bureaus.insert(section.bureau).inserted {
      add(.bureau(section.bureau), "bureau", section.bureau.description)
    }
    for section in organization.sections { add(.section(section.id), "section", "\(section.id)") }
    for group in organization.positions { add(.group(group.id), "group", "\(group.id)") }
    for rank in organization.ranks {
      add(.rank(rank.id), "rank", "\(rank.id)")
      entries.append((.hours(rank.id), ["hours:\(rank.id)"]))
    }
    for need in results.units {
      let name = "\(need.district)/\(need.watch)/\(need.weekday)"
      add(.units(need.district, need.watch, need.weekday), "units", name)
    }
    var rules: Set<String> = []
    for rule in study.rules where rules.insert(rule.name).inserted {
      add(.rule(rule.name), "rule", rule.name)
    }
    for (position, parameter) in study.parameters.enumerated() {
      add(.standard(position), "standard", parameter.name)
    }
    for (position, target) in study.targets.enumerated() {
      add(.target(position), "target", target.name)
    }
    for (position, assumption) in study.assumptions.enumerated() {
      add(.assumption(position), "assumption", assumption.id)
    }
    for responder in study.responders {
      add(.responder(responder.id), "responder", "\(responder.id)")
    }
    self.entries = entries
  }

  /// The full name of `item`.
  func name(of item: ExplainedItem) -> String {
    entries.first { $0.item == item }?.names.first ?? item.description
  }

  /// Returns the item of a name: the full one, else the bare one, in any case of letters.
  ///
  /// - Throws: ``PlanningError/question(reason:)`` with what is near, for a name that is none.
  func item(named text: String) throws(PlanningError) -> ExplainedItem {
    if let exact = entries.first(where: { $0.names.contains(text) }) { return exact.item }
    let wanted = text.lowercased()
    let loose = entries.filter { $0.names.contains { $0.lowercased() == wanted } }
    if let first = loose.first { return first.item }
    let begins = entries.filter { $0.names.contains { $0.lowercased().hasPrefix(wanted) } }
    let all = entries.flatMap(\.names)
    let near =
      begins.isEmpty
      ? nearest(to: text, in: all).map { [$0] } ?? []
      : begins.prefix(5).compactMap(\.names.first)
    throw .question(
      reason: "there is no item `\(text)`"
        + (near.isEmpty ? "" : "; did you mean \(near.joined(separator: ", "))?")
        + "\n  help: `rollcall explain STUDY --list` names every item")
  }
}

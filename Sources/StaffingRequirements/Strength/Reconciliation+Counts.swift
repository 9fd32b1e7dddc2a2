public import PolicingDomain

extension Reconciliation {
  /// Holds the roster against the study's second count; nothing without one (FORMULATION 5.7).
  ///
  /// Reasons are used in the order from the most specific: those of one rank in one section explain
  /// its difference, whatever its size; those of a whole section, then of a whole rank, explain the
  /// differences of their own sign that are left there, in proportion, and what they say beyond them
  /// goes to the department; those of the department explain what remains of the whole.
  ///
  /// - Throws: ``RequirementsError/invalidFigure(what:value:)``.
  /// - Complexity: O((records + reasons) × rows).
  public init?(of organization: Organization) throws(RequirementsError) {
    guard !organization.secondCount.isEmpty else { return nil }
    var drafts = try CountDrafts(organization)
    for reason in organization.countDifferences where reason.section != nil && reason.rank != nil {
      try drafts.explainPlace(reason)
    }
    for reason in organization.countDifferences where reason.section != nil && reason.rank == nil {
      try drafts.explainInProportion(reason)
    }
    for reason in organization.countDifferences where reason.section == nil && reason.rank != nil {
      try drafts.explainInProportion(reason)
    }
    for reason in organization.countDifferences where reason.section == nil && reason.rank == nil {
      try drafts.explainDepartment(reason)
    }
    self.init(
      rows: drafts.rows, departmentCauses: drafts.departmentCauses,
      onlyInFirst: drafts.sections { $0.first != nil && $0.second == nil },
      onlyInSecond: drafts.sections { $0.first == nil && $0.second != nil })
  }
}

/// The rows while reasons are being used.
private struct CountDrafts {
  private struct Key: Hashable {
    let section: Section.ID
    let rank: Rank.ID
  }

  private struct Draft {
    let key: Key
    var first: FullTimeEquivalents?
    var second: FullTimeEquivalents?
    var firstSource: Provenance?
    var secondSource: Provenance?
    var causes: [Reconciliation.Cause] = []
    var rest = 0.0
  }

  private var drafts: [Draft] = []
  private var positions: [Key: Int] = [:]
  private(set) var departmentCauses: [Reconciliation.Cause] = []

  init(_ organization: Organization) throws(RequirementsError) {
    for record in organization.strength {
      let place = "\(record.rank) in section \(record.section)"
      let people = try Figure("The first count of \(place)", record.assigned.value).checked()
      change(record.section, record.rank) { draft in
        draft.first = (draft.first ?? .zero) + FullTimeEquivalents(people)
        draft.firstSource = draft.firstSource ?? record.provenance
      }
    }
    for record in organization.secondCount {
      let place = "\(record.rank) in section \(record.section)"
      let people = try Figure("The second count of \(place)", record.people.value).checked()
      change(record.section, record.rank) { draft in
        draft.second = (draft.second ?? .zero) + FullTimeEquivalents(people)
        draft.secondSource = draft.secondSource ?? record.provenance
      }
    }
    sort(organization)
    for position in drafts.indices {
      drafts[position].rest =
        (drafts[position].second?.value ?? 0) - (drafts[position].first?.value ?? 0)
    }
  }

  private mutating func change(
    _ section: Section.ID, _ rank: Rank.ID, _ body: (inout Draft) -> Void
  ) {
    let key = Key(section: section, rank: rank)
    let position = positions[key] ?? drafts.count
    if position == drafts.count {
      positions[key] = position
      drafts.append(Draft(key: key))
    }
    body(&drafts[position])
  }

  /// Puts the rows in the order of sections and ranks; what the organization does not have comes
  /// last, in alphabetical order.
  private mutating func sort(_ organization: Organization) {
    let sections = Dictionary(
      organization.sections.enumerated().map { ($1.id, $0) }
    ) { first, _ in first }
    let ranks = Dictionary(organization.ranks.enumerated().map { ($1.id, $0) }) { first, _ in first
    }
    func order(_ key: Key) -> (Int, String, Int, String) {
      (
        sections[key.section] ?? .max, key.section.description, ranks[key.rank] ?? .max,
        key.rank.description
      )
    }
    drafts.sort { order($0.key) < order($1.key) }
    positions = Dictionary(drafts.enumerated().map { ($1.key, $0) }) { first, _ in first }
  }

  private func checked(_ reason: CountDifference) throws(RequirementsError) -> Double {
    guard reason.people.isFinite else {
      throw .invalidFigure(what: "The people of the reason \(reason.cause)", value: reason.people)
    }
    return reason.people
  }

  mutating func explainPlace(_ reason: CountDifference) throws(RequirementsError) {
    let people = try checked(reason)
    guard let section = reason.section, let rank = reason.rank,
      let position = positions[Key(section: section, rank: rank)]
    else { return add(reason, people) }
    use(reason, people, at: position)
  }

  mutating func explainInProportion(_ reason: CountDifference) throws(RequirementsError) {
    let people = try checked(reason)
    let open = drafts.indices.filter { position in
      let draft = drafts[position]
      return (reason.section == nil || draft.key.section == reason.section)
        && (reason.rank == nil || draft.key.rank == reason.rank) && draft.rest * people > 0
    }
    let room = open.reduce(0) { $0 + drafts[$1].rest }
    guard abs(people) < abs(room) else {
      for position in open { use(reason, drafts[position].rest, at: position) }
      return add(reason, people - room)
    }
    let share = people / room
    for position in open { use(reason, drafts[position].rest * share, at: position) }
  }

  mutating func explainDepartment(_ reason: CountDifference) throws(RequirementsError) {
    add(reason, try checked(reason))
  }

  private mutating func use(_ reason: CountDifference, _ people: Double, at position: Int) {
    drafts[position].rest -= people
    drafts[position].causes.append(
      .init(name: reason.cause, people: people, provenance: reason.provenance))
  }

  private mutating func add(_ reason: CountDifference, _ people: Double) {
    guard people != 0 else { return }
    let place = [reason.section.map { "section \($0)" }, reason.rank.map { "\($0)" }]
    let words = place.compactMap { $0 }.joined(separator: ", ")
    departmentCauses.append(
      .init(
        name: words.isEmpty ? reason.cause : "\(reason.cause), beyond the differences of \(words)",
        people: people, provenance: reason.provenance))
  }

  var rows: [Reconciliation.Row] {
    drafts.filter {
      ($0.first ?? .zero) != .zero || ($0.second ?? .zero) != .zero || !$0.causes.isEmpty
    }
    .map {
      .init(
        section: $0.key.section, rank: $0.key.rank, first: $0.first, second: $0.second,
        causes: $0.causes, firstSource: $0.firstSource, secondSource: $0.secondSource)
    }
  }

  /// The sections of which every row with people is so, in order.
  func sections(where isSo: (Reconciliation.Row) -> Bool) -> [Section.ID] {
    var found: [(section: Section.ID, isSo: Bool)] = []
    for row in rows {
      if let last = found.last, last.section == row.section {
        found[found.count - 1].isSo = last.isSo && isSo(row)
      } else {
        found.append((row.section, isSo(row)))
      }
    }
    return found.filter(\.isSo).map(\.section)
  }
}

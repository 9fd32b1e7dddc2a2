import PolicingDomain

/// Who else answers calls: a row for each responder and category.
///
/// The rows of one responder must say the same about the responder itself; its shares stand in the
/// order of the file.
struct ResponderTable {
  /// The responders, in the order in which they are first named.
  private(set) var responders: [Responder] = []

  /// The columns that belong to the responder and not to one category.
  private static let own = [
    "kind", "start", "end", "weekdays", "districts", "crew", "mean_wait_minutes", "busy_share",
    "in_data",
  ]

  /// Reads the table `responders`.
  init(
    _ table: StudyTable?, districts: ReferenceList, categories: ReferenceList, ranks: ReferenceList
  ) {
    var rowsOf: [String: [StudyRow]] = [:]
    var names = ReferenceList(of: "responder")
    for row in table?.rows ?? [] {
      let name = row.needed("responder")
      guard !name.isEmpty else { continue }
      names.insert(name)
      rowsOf[name, default: []].append(row)
    }
    for name in names.names {
      guard let rows = rowsOf[name], let first = rows.first else { continue }
      for row in rows.dropFirst() { Self.compare(row, with: first, name) }
      let shares = Self.shares(rows, categories)
      if let responder = Self.responder(name, first, shares, districts, ranks) {
        responders.append(responder)
      }
    }
    Self.checkSums(responders, table)
  }

  private static func compare(_ row: StudyRow, with first: StudyRow, _ name: String) {
    for column in own where row.text(column) != first.text(column) {
      row.complain(
        .contradictingRows, column,
        "the responder \(name.quoted) has \(row.text(column).quoted) under \(column.quoted) here, "
          + "but \(first.text(column).quoted) in line \(first.line)",
        remedy: "write the same in all rows of a responder, or give it two names")
    }
  }

  private static func shares(
    _ rows: [StudyRow], _ categories: ReferenceList
  ) -> [Responder.Share] {
    var seen = ReferenceList(of: "pair of responder and category")
    return rows.map { row in
      let category = row.needed("category")
      if categories.names.isEmpty, !category.isEmpty {
        row.complain(
          .unknownReference, "category", "there is no table of categories",
          remedy: "add the table `categories`, with \(category.quoted) in it")
      }
      categories.check(category, from: row, "category")
      seen.insert("\(row.text("responder")) \(category)", from: row, "category")
      return Responder.Share(
        category: CallCategory(category), eligible: row.share("eligible_share"),
        accepted: row.share("accepted_share"), returned: row.share("returned_share"),
        service: Hours(minutes: row.number("service_minutes")),
        returnDelay: Hours(minutes: row.number(ifAny: "return_delay_minutes") ?? 0),
        policeTimeKept: keptShare(row), provenance: row.provenance())
    }
  }

  /// The police time that co-response still takes; all of it unless the row says less.
  private static func keptShare(_ row: StudyRow) -> Share {
    let isCoResponse = row.text("kind") == Responder.Kind.coResponse.rawValue
    if !isCoResponse, !row.text("police_time_kept_share").isEmpty {
      row.complain(
        .unusedValue, "police_time_kept_share",
        "only a co-response keeps a share of police time",
        remedy: "empty the field, or write `co_response` under `kind`")
    }
    return row.share("police_time_kept_share", ifEmpty: isCoResponse ? .whole : .none)
  }

  private static func responder(
    _ name: String, _ row: StudyRow, _ shares: [Responder.Share], _ districts: ReferenceList,
    _ ranks: ReferenceList
  ) -> Responder? {
    let kind = row.word("kind", as: Responder.Kind.self)
    let window = row.window()
    let served = row.list("districts")
    for district in served { districts.check(district, from: row, "districts") }
    let crew = crew(row, ranks)
    let wait = row.number(ifAny: "mean_wait_minutes").map { Hours(minutes: $0) }
    let busy = row.share("busy_share")
    let isInData = row.needed("in_data").isEmpty ? false : row.flag("in_data")
    guard let kind, let window else { return nil }
    return Responder(
      id: Responder.ID(name), kind: kind, window: window, districts: served.map(District.ID.init),
      crew: crew, meanWait: wait, busyShare: busy, shares: shares, isInData: isInData)
  }

  private static func crew(_ row: StudyRow, _ ranks: ReferenceList) -> [Responder.Crew] {
    guard !row.needed("crew").isEmpty else { return [] }
    return row.list("crew").compactMap { member in
      let parts = member.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, let count = NumberReader.plainNumber(trimmed(String(parts[1]))),
        (0.01...100).contains(count)
      else {
        row.complain(
          .unreadableNumber, "crew", "\(member.quoted) is no part of a crew",
          remedy: "write ranks with numbers, as `clinician:1|medic:1`")
        return nil
      }
      let rank = trimmed(String(parts[0]))
      ranks.check(rank, from: row, "crew")
      return Responder.Crew(rank: Rank.ID(rank), count: count)
    }
  }

  /// The shares that responders take of one category sum to 1 at most (FORMULATION 3).
  private static func checkSums(_ responders: [Responder], _ table: StudyTable?) {
    var sums: [CallCategory: Double] = [:]
    for row in table?.rows ?? [] {
      guard row.text("kind") != Responder.Kind.coResponse.rawValue,
        let eligible = NumberReader.plainNumber(row.text("eligible_share")),
        let accepted = NumberReader.plainNumber(row.text("accepted_share"))
      else { continue }
      let category = CallCategory(row.text("category"))
      let before = sums[category, default: 0]
      sums[category] = before + eligible * accepted
      guard before <= 1 + 1e-9, before + eligible * accepted > 1 + 1e-9 else { continue }
      row.complain(
        .sharesOverOne, "eligible_share",
        "responders take more than all calls of the category \(row.text("category").quoted)",
        remedy: "lower eligible or accepted shares until their products sum to 1 at most")
    }
  }
}

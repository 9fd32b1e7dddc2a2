import PolicingDomain

/// The two ledgers of absences, and the bands of seniority.
struct AbsenceTables {
  /// The items, in the order of the file.
  private(set) var items: [AbsenceItem] = []
  /// The bands, in the order of the file.
  private(set) var seniority: [SeniorityBand] = []
  private var rows: [StudyRow] = []
  private var bandNames = ReferenceList(of: "band of seniority")
  private let organization: OrganizationTables

  /// Reads the tables `availability` and `seniority`.
  init(_ tables: [StudyTableKind: StudyTable], organization: OrganizationTables) {
    self.organization = organization
    readSeniority(tables[.seniority])
    for row in tables[.availability]?.rows ?? [] {
      items.append(item(row))
      rows.append(row)
    }
    checkLedgers()
    checkTwice()
    checkShares()
  }

  private mutating func readSeniority(_ table: StudyTable?) {
    var pairs = ReferenceList(of: "pair of rank and band")
    var names: [String] = []
    for row in table?.rows ?? [] {
      let rank = row.needed("rank")
      let band = row.needed("band")
      organization.rankNames.check(rank, from: row, "rank")
      pairs.insert("\(rank) \(band)", from: row, "band")
      if !names.contains(band) {
        names.append(band)
        bandNames.insert(band, from: row, "band")
      }
      _ = row.provenance()
      seniority.append(
        SeniorityBand(
          rank: Rank.ID(rank), band: band, members: row.number("members")))
    }
  }

  private func item(_ row: StudyRow) -> AbsenceItem {
    let ledger = row.choice(
      "ledger",
      of: ["whole_person": .wholePerson, "recurring": .recurring]
        as KeyValuePairs<String, AbsenceItem.Ledger>)
    let measure = self.measure(row)
    if ledger == .wholePerson, let measure, measure != .shareOfStrength {
      row.complain(
        .wholePersonUnit, "unit",
        "a whole-person absence cannot be counted in \(measure.rawValue.quoted)",
        remedy: "write `share_of_strength`, or book the item as `recurring`")
    }
    if ledger == .recurring, measure == .shareOfStrength {
      row.complain(
        .wholePersonUnit, "unit", "a recurring absence cannot be a share of strength",
        remedy: "count it in tours, days or hours, or book the item as `whole_person`")
    }
    let band = row.text("band")
    if !band.isEmpty, bandNames.names.isEmpty {
      row.complain(
        .unknownReference, "band", "there is no table that says who is in the band \(band.quoted)",
        remedy: "add the table `seniority`, or state the item for every band alike")
    }
    bandNames.check(band, from: row, "band")
    let (ranks, employment) = concerned(row)
    return AbsenceItem(
      name: row.needed("item"), ledger: ledger ?? .recurring, ranks: ranks,
      employment: employment, band: band.isEmpty ? nil : band,
      amount: row.number("amount", in: 0...Self.limit(of: measure)),
      measure: measure ?? .tours, provenance: row.provenance())
  }

  private func measure(_ row: StudyRow) -> AbsenceItem.Measure? {
    row.choice(
      "unit",
      of: [
        "share_of_strength": .shareOfStrength, "tours": .tours, "calendar_days": .calendarDays,
        "hours_of_tours": .hoursOfTours, "street_hours": .streetHours,
      ])
  }

  private static func limit(of measure: AbsenceItem.Measure?) -> Double {
    switch measure {
    case .shareOfStrength: 1
    case .tours, .calendarDays: 366
    case .hoursOfTours, .streetHours, nil: 8784
    }
  }

  private func concerned(_ row: StudyRow) -> (ranks: [Rank.ID], employment: Employment?) {
    switch row.needed("ranks") {
    case "sworn": return ([], .sworn)
    case "civilian": return ([], .civilian)
    case "*", "": return ([], nil)
    default: break
    }
    let names = row.list("ranks")
    for name in names { organization.rankNames.check(name, from: row, "ranks") }
    return (names.map(Rank.ID.init), nil)
  }

  private func checkLedgers() {
    var ledgers: [String: AbsenceItem.Ledger] = [:]
    for (item, row) in zip(items, rows) where !item.name.isEmpty {
      // `Sick ` and `sick` are one absence to a reader.
      let name = item.name.lowercased().split(separator: " ").joined(separator: " ")
      let first = ledgers[name] ?? item.ledger
      ledgers[name] = first
      guard first != item.ledger else { continue }
      row.complain(
        .bothLedgers, "ledger",
        "the absence \(item.name.quoted) is booked in both ledgers",
        remedy: "take whole persons off strength or hours off the year, never both")
    }
  }

  /// No rank and band may be given the same item twice.
  private func checkTwice() {
    for rank in organization.ranks {
      var seen: [String: [String?]] = [:]
      for (item, row) in zip(items, rows) where item.concerns(rank) {
        let bands = seen[item.name] ?? []
        seen[item.name] = bands + [item.band]
        guard bands.contains(where: { $0 == item.band || $0 == nil || item.band == nil }) else {
          continue
        }
        row.complain(
          .duplicate, "item",
          "the absence \(item.name.quoted) is stated twice for the rank "
            + rank.id.description.quoted,
          remedy: "keep one row for each rank and band")
      }
    }
  }

  /// What is taken off strength may not exceed the strength.
  private func checkShares() {
    let whole = zip(items, rows).filter { $0.0.ledger == .wholePerson }
    let bands: [String?] = [nil] + bandNames.names
    for rank in organization.ranks {
      let concerned = whole.filter { $0.0.concerns(rank) }
      for band in bands {
        let mine = concerned.filter { $0.0.band == nil || $0.0.band == band }
        let sum = mine.reduce(0) { $0 + $1.0.amount }
        guard sum > 1 + 1e-9, let row = mine.last?.1 else { continue }
        let group = band.map { " of the band \($0.quoted)" } ?? ""
        row.complain(
          .sharesOverOne, "amount",
          "whole-person absences take \(shortText(sum)) of the strength of "
            + "\(rank.id.description.quoted)\(group)",
          remedy: "lower the shares until they sum to 1 at most")
        break
      }
    }
  }
}

import PolicingDomain

/// When scheduled absences fall in the year.
struct CalendarTable {
  /// The periods, in the order of the file.
  private(set) var absences: [ScheduledAbsence] = []

  /// Reads the table `calendar`.
  init(_ table: StudyTable?, items: [AbsenceItem]) {
    var known = ReferenceList(of: "recurring absence")
    for item in items where item.ledger == .recurring { known.insert(item.name) }
    for row in table?.rows ?? [] {
      let item = row.needed("item")
      known.check(item, from: row, "item")
      let first = row.monthDay("first_day")
      let last = row.monthDay("last_day")
      let share = row.share("share_away")
      let provenance = row.provenance()
      guard let first, let last else { continue }
      guard first <= last else {
        row.complain(
          .brokenWindow, "last_day", "the last day, \(last), comes before the first, \(first)",
          remedy: "write two rows: one to 12-31, and one from 01-01")
        continue
      }
      if let other = absences.first(where: { other in
        other.item == item && first <= other.through && other.from <= last
      }) {
        row.complain(
          .duplicate, "first_day",
          "the absence \(item.quoted) has another period from \(other.from) through "
            + "\(other.through)", remedy: "let the periods of one absence follow one another")
      }
      absences.append(
        ScheduledAbsence(
          item: item, from: first, through: last, share: share, provenance: provenance))
    }
  }
}

import PolicingDomain

/// The scheduled work of a study that is no call.
struct CommitmentTable {
  /// The commitments, in the order of the file.
  private(set) var commitments: [Commitment] = []

  /// Reads the table `commitments`.
  init(_ table: StudyTable?, districts: ReferenceList) {
    for row in table?.rows ?? [] {
      if let commitment = Self.commitment(row, districts) { commitments.append(commitment) }
    }
  }

  /// Every field is read before anything is given up, so that all problems of a row are found.
  private static func commitment(_ row: StudyRow, _ districts: ReferenceList) -> Commitment? {
    let name = row.needed("commitment")
    let kind = row.word("kind", as: Commitment.Kind.self)
    let place = place(row, districts)
    let window = window(row)
    let posts = row.number("posts")
    let officers = row.number("officers_per_post")
    let interruptibility = interruptibility(row)
    let supply = row.word("supply", as: Commitment.Supply.self)
    let provenance = row.provenance()
    guard let kind, let place, let window, let interruptibility, let supply else { return nil }
    return Commitment(
      name: name, kind: kind, place: place, window: window, posts: posts,
      officersPerPost: officers, interruptibility: interruptibility, supply: supply,
      provenance: provenance)
  }

  private static func place(_ row: StudyRow, _ districts: ReferenceList) -> Commitment.Place? {
    let text = row.needed("district")
    switch text {
    case "": return nil
    case "each": return .eachDistrict
    case "city": return .city
    default:
      guard districts.contains(text) else {
        row.complain(
          .unknownReference, "district", "there is no district \(text.quoted)",
          remedy: advice(for: text, among: districts.names + ["each", "city"]))
        return nil
      }
      return .district(District.ID(text))
    }
  }

  private static func window(_ row: StudyRow) -> WeeklyWindow? {
    let from = row.day("from")
    let through = row.day("through")
    if let from, let through, through < from {
      row.complain(
        .brokenWindow, "through", "the last day, \(through), comes before the first, \(from)",
        remedy: "correct one of the two")
      return nil
    }
    return row.window(from: from, through: through)
  }

  private static func interruptibility(_ row: StudyRow) -> Commitment.Interruptibility? {
    let text = row.needed("interruptible")
    switch text {
    case "": return nil
    case "no": return .uninterruptible
    case "free": return .free
    default:
      if text.utf8.count == 1, let level = Int(text), let priority = CallPriority(level) {
        return .interruptible(by: priority)
      }
      row.complain(
        .unknownWord, "interruptible", "`interruptible` cannot be \(text.quoted)",
        remedy: "write `no`, `free`, or the least urgent priority that may interrupt, as 2")
      return nil
    }
  }
}

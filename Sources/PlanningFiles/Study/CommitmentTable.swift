import PolicingDomain

/// The scheduled work of a study that is no call.
struct CommitmentTable {
  /// The commitments, in the order of the file.
  private(set) var commitments: [Commitment] = []

  private static let weekdays: KeyValuePairs<String, Weekday> = [
    "mon": .monday, "tue": .tuesday, "wed": .wednesday, "thu": .thursday, "fri": .friday,
    "sat": .saturday, "sun": .sunday,
  ]

  /// Reads the table `commitments`.
  init(_ table: StudyTable?, districts: ReferenceList) {
    for row in table?.rows ?? [] {
      if let commitment = Self.commitment(row, districts) { commitments.append(commitment) }
    }
  }

  /// Every field is read before anything is given up, so that all problems of a row are found.
  private static func commitment(_ row: StudyRow, _ districts: ReferenceList) -> Commitment? {
    let name = row.needed("commitment")
    let kind = word("kind", row, Commitment.Kind.allCases)
    let place = place(row, districts)
    let window = window(row)
    let posts = row.number("posts", in: 0...10_000)
    let officers = row.number("officers_per_post", in: 0...100)
    let interruptibility = interruptibility(row)
    let supply = word("supply", row, Commitment.Supply.allCases)
    let provenance = row.provenance()
    guard let kind, let place, let window, let interruptibility, let supply else { return nil }
    return Commitment(
      name: name, kind: kind, place: place, window: window, posts: posts,
      officersPerPost: officers, interruptibility: interruptibility, supply: supply,
      provenance: provenance)
  }

  private static func word<Word: RawRepresentable>(
    _ column: String, _ row: StudyRow, _ choices: [Word]
  ) -> Word? where Word.RawValue == String {
    let text = row.needed(column)
    guard !text.isEmpty else { return nil }
    if let word = Word(rawValue: text) { return word }
    row.complain(
      .unknownWord, column, "\(column.quoted) cannot be \(text.quoted)",
      remedy: advice(for: text, among: choices.map(\.rawValue)))
    return nil
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
    let days = weekdays(row)
    let start = minute("start", row)
    let end = minute("end", row)
    let from = day("from", row)
    let through = day("through", row)
    if let from, let through, through < from {
      row.complain(
        .brokenWindow, "through", "the last day, \(through), comes before the first, \(from)",
        remedy: "correct one of the two")
      return nil
    }
    guard let days, let start, let end else { return nil }
    if start == 1440 {
      row.complain(
        .unreadableTime, "start", "`start` cannot be 24:00", remedy: "write 00:00")
      return nil
    }
    return WeeklyWindow(
      on: days, startMinute: start, endMinute: end, from: from, through: through)
  }

  private static func weekdays(_ row: StudyRow) -> [Weekday]? {
    guard !row.needed("weekdays").isEmpty else { return nil }
    let names = row.list("weekdays")
    if names == ["daily"] { return Weekday.allCases }
    let found = names.compactMap { name in weekdays.first { $0.key == name }?.value }
    if found.count == names.count, !found.isEmpty { return found }
    let wrong = names.first { name in !weekdays.contains { $0.key == name } } ?? ""
    row.complain(
      .unknownWord, "weekdays", "`weekdays` cannot hold \(wrong.quoted)",
      remedy: "use `daily` alone, or days such as `mon|tue`")
    return nil
  }

  private static func minute(_ column: String, _ row: StudyRow) -> Int? {
    let text = row.needed(column)
    guard !text.isEmpty else { return nil }
    if text == "24:00" { return 1440 }
    if let time = ClockTime(text) { return time.hour * 60 + time.minutes }
    row.complain(
      .unreadableTime, column, "\(column.quoted) is not a time of day: \(text.quoted)",
      remedy: "write the time as 18:00")
    return nil
  }

  private static func day(_ column: String, _ row: StudyRow) -> CalendarDay? {
    let text = row.text(column)
    guard !text.isEmpty else { return nil }
    if let day = StudyDate(text)?.day { return day }
    row.complain(
      .unreadableTime, column, "\(column.quoted) is not a day: \(text.quoted)",
      remedy: "write the day as 2023-01-31, or leave it empty")
    return nil
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

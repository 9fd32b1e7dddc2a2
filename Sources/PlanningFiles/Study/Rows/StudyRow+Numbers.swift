import PolicingDomain

extension StudyRow {
  /// What the format allows in `column`.
  private func range(_ column: String) -> ClosedRange<Double> {
    header.declared[column]?.range
      ?? -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
  }

  /// The number in `column`; nothing if the field is empty or wrong.
  ///
  /// - Parameters:
  ///   - column: The name of the column.
  ///   - range: What is allowed; what the format declares unless given.
  /// - Returns: The number.
  func number(ifAny column: String, in range: ClosedRange<Double>? = nil) -> Double? {
    let text = text(column)
    guard !text.isEmpty else { return nil }
    let reader = NumberReader(name: column, place: place(column), log: log)
    return reader.number(text, in: range ?? self.range(column))
  }

  /// The number in `column`, which must be there; the least number allowed if it is wrong.
  func number(_ column: String, in range: ClosedRange<Double>? = nil) -> Double {
    let range = range ?? self.range(column)
    guard !needed(column).isEmpty else { return range.lowerBound }
    return number(ifAny: column, in: range) ?? range.lowerBound
  }

  /// The whole number in `column`; nothing if the field is empty or wrong.
  func integer(ifAny column: String, in range: ClosedRange<Int>? = nil) -> Int? {
    let text = text(column)
    guard !text.isEmpty else { return nil }
    var limits = range ?? 0...Int(Int32.max)
    if range == nil, case .whole(let declared) = header.declared[column]?.form { limits = declared }
    return NumberReader(name: column, place: place(column), log: log).integer(text, in: limits)
  }

  /// The share in `column`, which must be there.
  func share(_ column: String) -> Share { Share(number(column)) ?? .none }

  /// The share in `column`, or `absent` if the field is empty.
  func share(_ column: String, ifEmpty absent: Share) -> Share {
    text(column).isEmpty ? absent : share(column)
  }

  /// The date in `column`, which must be one.
  func date(_ column: String = "date") -> StudyDate? {
    let text = needed(column)
    guard !text.isEmpty else { return nil }
    if let date = StudyDate(text) { return date }
    complain(
      .unreadableTime, column, "\(column.quoted) is not a date: \(text.quoted)",
      remedy: "write a day as 2023-01-31, a month as 2023-01 or a year as 2023")
    return nil
  }

  /// The day in `column`; nothing if the field is empty or wrong.
  func day(_ column: String) -> CalendarDay? {
    let text = text(column)
    guard !text.isEmpty else { return nil }
    if let day = StudyDate(text)?.day { return day }
    complain(
      .unreadableTime, column, "\(column.quoted) is not a day: \(text.quoted)",
      remedy: "write the day as 2023-01-31, or leave it empty")
    return nil
  }

  /// The day of any year in `column`, which must be there.
  func monthDay(_ column: String) -> MonthDay? {
    let text = needed(column)
    guard !text.isEmpty else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isWritten =
      parts.count == 2
      && parts.allSatisfy { part in
        part.utf8.count == 2 && part.utf8.allSatisfy { (48...57).contains($0) }
      }
    if isWritten, let month = Int(parts[0]), let day = Int(parts[1]),
      let found = MonthDay(month: month, day: day)
    {
      return found
    }
    complain(
      .unreadableTime, column, "\(column.quoted) is not a day of the year: \(text.quoted)",
      remedy: "write month and day, as 06-18")
    return nil
  }

  /// The time in `column` in minutes after midnight, 24:00 included.
  func minute(_ column: String) -> Int? {
    let text = needed(column)
    guard !text.isEmpty else { return nil }
    if text == "24:00" { return 1440 }
    if let time = ClockTime(text) { return time.hour * 60 + time.minutes }
    complain(
      .unreadableTime, column, "\(column.quoted) is not a time of day: \(text.quoted)",
      remedy: "write the time as 18:00")
    return nil
  }

  /// The weekdays in `weekdays`: `daily`, or days such as `mon|tue`.
  func weekdays() -> [Weekday]? {
    guard !needed("weekdays").isEmpty else { return nil }
    let known: KeyValuePairs<String, Weekday> = [
      "mon": .monday, "tue": .tuesday, "wed": .wednesday, "thu": .thursday, "fri": .friday,
      "sat": .saturday, "sun": .sunday,
    ]
    let names = list("weekdays")
    if names == ["daily"] { return Weekday.allCases }
    let found = names.compactMap { name in known.first { $0.key == name }?.value }
    if found.count == names.count, !found.isEmpty { return found }
    let wrong = names.first { name in !known.contains { $0.key == name } } ?? ""
    complain(
      .unknownWord, "weekdays", "`weekdays` cannot hold \(wrong.quoted)",
      remedy: "use `daily` alone, or days such as `mon|tue`")
    return nil
  }

  /// The window of the week in `weekdays`, `start` and `end`, from and through the days given.
  func window(from: CalendarDay? = nil, through: CalendarDay? = nil) -> WeeklyWindow? {
    let days = weekdays()
    let start = minute("start")
    let end = minute("end")
    guard let days, let start, let end else { return nil }
    if start == 1440 {
      complain(.unreadableTime, "start", "`start` cannot be 24:00", remedy: "write 00:00")
      return nil
    }
    return WeeklyWindow(
      on: days, startMinute: start, endMinute: end, from: from, through: through)
  }
}

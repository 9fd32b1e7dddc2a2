public import PolicingDomain

extension PresenceCalendar {
  /// Works out presence over a year (FORMULATION 5.5).
  ///
  /// A scheduled absence takes its tours of a year where the calendar has room for it: the share of
  /// people away on a day is in proportion to the calendar's share of that day. All other absences
  /// are random and meet those who are not on a scheduled absence. So the mean of the year is the
  /// presence of the rank.
  ///
  ///     away(day)    = Σ items tours ÷ scheduled tours × share(day) ÷ mean share
  ///     present(day) = (1 − away(day)) × (1 − random)
  ///
  /// - Parameters:
  ///   - availability: The presence of the rank and its absences.
  ///   - calendar: When scheduled absences fall; a period whose last day comes before its first one
  ///     goes over the end of the year.
  ///   - scheduled: People due on a tour of each watch, before absences.
  ///   - year: The year, for its days.
  ///   - correlation: How much random absences come together.
  ///   - share: The share of tours for which the number present is given.
  /// - Throws: ``RequirementsError/overlappingCalendar(item:day:)``,
  ///   ``RequirementsError/impossibleCalendar(item:rank:)`` or
  ///   ``RequirementsError/invalidFigure(what:value:)``.
  /// - Complexity: O(days × calendar + parts × watches × people).
  public init(
    of availability: Availability, calendar: [ScheduledAbsence], scheduled: [Scheduled],
    year: Int, correlation: Correlation = .assumed, share: Share = Share(19, of: 20)
  ) throws(RequirementsError) {
    guard let first = CalendarDay(year: year, month: 1, day: 1),
      let last = CalendarDay(year: year, month: 12, day: 31)
    else { throw .invalidFigure(what: "The year of a calendar of presence", value: Double(year)) }
    for watch in scheduled {
      _ = try Figure("The people scheduled on \(watch.watch)", watch.people.value).checked()
    }
    let days = (first.dayNumber...last.dayNumber).map { CalendarDay(dayNumber: $0) }
    let away = try AbsenceYear(of: availability, calendar: calendar, days: days)
    let mean = away.byDay.reduce(0, +) / Double(days.count)
    let lost = availability.toursLost.reduce(0) { $0 + $1.tours }
    let random = max(0, lost / availability.scheduledTours - mean) / (1 - mean)
    let parts = PresenceParts(
      days: days, away: away.byDay, random: random, scheduled: scheduled,
      correlation: correlation.value, share: share.value)
    self.init(
      rank: availability.rank, year: year, randomAbsence: random, correlation: correlation,
      share: share, scheduledAbsenceByDay: away.byDay,
      periods: try parts.grouped { "period \(PolicePeriod(of: $0).number)" },
      months: try parts.grouped { Self.monthNames[$0.parts.month - 1] }, findings: away.findings)
  }

  /// Throws when the calendar has an absence that the recurring ledger has not.
  ///
  /// - Throws: ``RequirementsError/unknownScheduledAbsence(item:)``.
  public static func check(_ schedule: WorkSchedule) throws(RequirementsError) {
    let known = Set(schedule.absences.filter { $0.ledger == .recurring }.map(\.name))
    for row in schedule.calendar where !known.contains(row.item) {
      throw .unknownScheduledAbsence(item: row.item)
    }
  }

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

extension PresenceCalendar.Scheduled {
  /// Divides the people of a rank among the watches of a day, in proportion to the officers that
  /// each watch requires: people × share of the watch × share of days on.
  ///
  /// - Parameters:
  ///   - people: People who can be deployed on tours.
  ///   - requirements: The officers required, by district, watch and weekday.
  ///   - watches: The watches, in their order.
  ///   - shareOfDaysOn: The share of days on which one person is due.
  /// - Returns: A number for each watch; equal ones when nothing is required.
  public static func divided(
    _ people: FullTimeEquivalents, by requirements: [UnitRequirement], watches: [Watch],
    shareOfDaysOn: Double
  ) -> [PresenceCalendar.Scheduled] {
    let officers = watches.map { watch in
      requirements.reduce(0) { $0 + ($1.watch == watch.id ? $1.officers : 0) }
    }
    let all = officers.reduce(0, +)
    return zip(watches, officers).map { watch, own in
      let share = all > 0 ? own / all : 1 / Double(watches.count)
      return .init(watch: watch.id, people: people * (share * shareOfDaysOn))
    }
  }
}

/// The share of people on a scheduled absence, day by day.
private struct AbsenceYear {
  private(set) var byDay: [Double]
  private(set) var findings: [String] = []

  init(
    of availability: Availability, calendar: [ScheduledAbsence], days: [CalendarDay]
  ) throws(RequirementsError) {
    byDay = [Double](repeating: 0, count: days.count)
    var items: [String] = []
    for row in calendar where !items.contains(row.item) { items.append(row.item) }
    for item in items {
      let rows = calendar.filter { $0.item == item }
      let room = try Self.room(rows, days)
      let tours = availability.toursLost.reduce(0) { $0 + ($1.concerns(item) ? $1.tours : 0) }
      guard tours > 0 else { continue }
      let mean = room.reduce(0, +) / Double(days.count)
      guard mean > 0 else { throw .impossibleCalendar(item: item, rank: availability.rank) }
      let wanted = tours / availability.scheduledTours
      for day in byDay.indices {
        byDay[day] += wanted * room[day] / mean
        guard byDay[day] < 1 else {
          throw .impossibleCalendar(item: item, rank: availability.rank)
        }
      }
      if wanted > mean + 1e-9 {
        findings.append(
          "\(item) of \(availability.rank) takes \((100 * wanted).written()) % of the tours of a "
            + "year, and the calendar lets \((100 * mean).written()) % be away at a time on average"
        )
      }
    }
  }

  /// The share that may be away on each day.
  private static func room(
    _ rows: [ScheduledAbsence], _ days: [CalendarDay]
  ) throws(RequirementsError) -> [Double] {
    var room: [Double] = []
    for day in days {
      let parts = day.parts
      guard let monthDay = MonthDay(month: parts.month, day: parts.day) else { continue }
      let covering = rows.filter { $0.covers(monthDay) }
      if covering.count > 1 { throw .overlappingCalendar(item: covering[0].item, day: monthDay) }
      room.append(covering.first?.share.value ?? 0)
    }
    return room
  }
}

extension ScheduledAbsence {
  /// Whether the period holds the day; one that ends before it begins goes over the end of the year.
  fileprivate func covers(_ day: MonthDay) -> Bool {
    from <= through ? (from...through).contains(day) : day >= from || day <= through
  }
}

extension Availability.Deduction {
  /// Whether it is the item, of any band of seniority.
  fileprivate func concerns(_ item: String) -> Bool {
    name == item || name.hasPrefix("\(item), band ")
  }
}

/// Groups the days of a year and works out who comes in each group.
private struct PresenceParts {
  let days: [CalendarDay]
  let away: [Double]
  let random: Double
  let scheduled: [PresenceCalendar.Scheduled]
  let correlation: Double
  let share: Double

  /// Returns a part for each run of days of one name.
  func grouped(
    by name: (CalendarDay) -> String
  ) throws(RequirementsError) -> [PresenceCalendar.Part] {
    var parts: [PresenceCalendar.Part] = []
    var start = 0
    while start < days.count {
      let title = name(days[start])
      var end = start
      while end + 1 < days.count, name(days[end + 1]) == title { end += 1 }
      parts.append(try part(title, start...end))
      start = end + 1
    }
    return parts
  }

  private func part(
    _ name: String, _ range: ClosedRange<Int>
  ) throws(RequirementsError) -> PresenceCalendar.Part {
    let absence = away[range].reduce(0, +) / Double(range.count)
    let presence = (1 - absence) * (1 - random)
    var watches: [PresenceCalendar.OnWatch] = []
    for watch in scheduled {
      watches.append(
        .init(
          watch: watch.watch, scheduled: watch.people, mean: watch.people * presence,
          atShare: FullTimeEquivalents(Double(try atShare(watch.people.value, range)))))
    }
    return .init(
      name: name, from: days[range.lowerBound], through: days[range.upperBound],
      scheduledAbsence: absence, presence: presence, watches: watches)
  }

  /// People who come at least on the share of the tours of the days.
  ///
  /// A number that is not whole is now the one below, now the one above, so that its mean stays.
  private func atShare(_ people: Double, _ range: ClosedRange<Int>) throws(RequirementsError) -> Int
  {
    var levels: [(away: Double, days: Double)] = []
    for value in away[range] {
      if let known = levels.firstIndex(where: { $0.away == value }) {
        levels[known].days += 1
      } else {
        levels.append((value, 1))
      }
    }
    var mixture: [(weight: Double, distribution: PresenceDistribution)] = []
    for level in levels {
      let due = people * (1 - level.away)
      guard due <= Double(PresenceDistribution.mostPeople - 1) else {
        throw .invalidFigure(what: "The people scheduled on a watch", value: people)
      }
      let fraction = due - due.rounded(.down)
      for (count, weight) in [(Int(due), 1 - fraction), (Int(due) + 1, fraction)] where weight > 0 {
        mixture.append(
          (
            level.days * weight,
            try PresenceDistribution(
              people: count, presence: 1 - random, correlation: correlation)
          ))
      }
    }
    return PresenceDistribution(mixing: mixture).present(onShare: share)
  }
}

public import PolicingDomain

extension ScheduleFigures {
  /// Works out what a schedule gives and asks (FORMULATION 5.1 and 7.9).
  ///
  /// - Throws: ``RequirementsError/invalidFigure(what:value:)`` for a schedule without tours, or with
  ///   a tour whose lengths are not numbers, or that has no paid hours or no time on the street.
  /// - Complexity: O(groups × calendar days + tours²).
  public init(of schedule: TourSchedule) throws(RequirementsError) {
    try Self.check(schedule)
    let rotation = schedule.rotation
    let tours = Double(schedule.tours.count)
    let paid = schedule.tours.total(\.paid) / tours
    let days = ScheduleCoverage.commonMultiple(7, rotation.cycleLength)
    let weekends = Self.weekends(rotation, days: days)
    self.init(
      scheduledTours: rotation.scheduledTours, paidHours: paid * rotation.scheduledTours,
      paidHoursPerWeek: paid * (7 * rotation.shareOfDaysOn),
      streetHours: schedule.tours.total(\.onStreet) / tours,
      longestRunOn: CyclicRuns.longest(of: true, in: rotation.pattern),
      longestRunOff: CyclicRuns.longest(of: false, in: rotation.pattern) ?? rotation.cycleLength,
      weekendsOff: weekends.whole, weekendDaysOff: weekends.days,
      restOnSameTour: Hours(24) - (schedule.tours.map(\.length).max() ?? .zero),
      restOnChange: Self.restOnChange(schedule.tours),
      overlapHoursPerDay: Self.overlap(schedule.tours),
      onDutyByDay: (0..<rotation.cycleLength).map { phase in
        Double(rotation.groups.indices.count { rotation.isOn(groupAt: $0, phase: phase) })
          / Double(rotation.groups.count)
      }, calendarDays: days)
  }

  private static func check(_ schedule: TourSchedule) throws(RequirementsError) {
    guard !schedule.tours.isEmpty else {
      throw .invalidFigure(what: "The number of tours of the schedule \(schedule.id)", value: 0)
    }
    for tour in schedule.tours {
      let name = "the tour \(tour.id) of the schedule \(schedule.id)"
      let parts: [(String, Hours)] = [
        ("start", tour.start), ("meal", tour.meal), ("roll call", tour.rollCall),
        ("relief", tour.relief), ("check-off", tour.checkOff),
      ]
      for (part, hours) in parts {
        _ = try Figure("The \(part) of \(name)", hours.value).checked()
      }
      _ = try Figure("The length of \(name)", tour.length.value).positive()
      _ = try Figure("The paid part of \(name)", tour.paid.value).positive()
      _ = try Figure("The time on the street of \(name)", tour.onStreet.value).positive()
      guard tour.length <= Hours(24), tour.start < Hours(24) else {
        throw .invalidFigure(
          what: "The start or the length in hours of \(name)",
          value: max(tour.start.value, tour.length.value))
      }
    }
  }

  /// Weekends and weekend days off a year, over the groups.
  private static func weekends(
    _ rotation: DayOffRotation, days: Int
  ) -> (whole: Spread, days: Spread) {
    let perYear = Year.days / Double(days)
    var whole: [Double] = []
    var single: [Double] = []
    for group in rotation.groups.indices {
      func isOff(_ day: Int) -> Bool {
        !rotation.isOn(groupAt: group, phase: day % rotation.cycleLength)
      }
      let saturdays = stride(from: 5, to: days, by: 7)
      whole.append(Double(saturdays.count { isOff($0) && isOff($0 + 1) }) * perYear)
      single.append(
        Double(saturdays.reduce(0) { $0 + (isOff($1) ? 1 : 0) + (isOff($1 + 1) ? 1 : 0) })
          * perYear)
    }
    return (spread(whole), spread(single))
  }

  private static func spread(_ values: [Double]) -> Spread {
    Spread(
      mean: values.reduce(0, +) / Double(max(1, values.count)), least: values.min() ?? 0,
      most: values.max() ?? 0)
  }

  /// The least rest between a tour and another kind of tour on the next day.
  private static func restOnChange(_ tours: [Tour]) -> Hours? {
    tours.flatMap { first in
      tours.filter { $0.id != first.id }.map { next in
        Hours(24) + next.start - first.start - first.length
      }
    }.min()
  }

  /// Hours of the day on which tours of more than one watch are on duty; a tour without a watch is a
  /// watch of its own.
  private static func overlap(_ tours: [Tour]) -> Hours {
    func name(_ tour: Tour) -> String { tour.watch?.description ?? "tour \(tour.id)" }
    var edges: Set<Double> = [0, 24]
    for tour in tours {
      edges.insert(tour.start.value)
      edges.insert((tour.start + tour.length).value.truncatingRemainder(dividingBy: 24))
    }
    let sorted = edges.sorted()
    var sum = 0.0
    for (from, until) in zip(sorted, sorted.dropFirst()) {
      let middle = (from + until) / 2
      let onDuty = tours.filter { tour in
        (middle - tour.start.value + 24).truncatingRemainder(dividingBy: 24) < tour.length.value
      }
      if Set(onDuty.map(name)).count > 1 { sum += until - from }
    }
    return Hours(sum)
  }
}

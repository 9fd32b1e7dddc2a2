import PolicingDomain

/// The people of one tour and one day-off group, wherever they work.
struct Lane: Hashable, Sendable {
  /// The position of the roster in the question.
  let roster: Int
  /// The position of the tour among all tours of the question.
  let tour: Int
  /// The position of the day-off group in the rotation of the roster.
  let group: Int
  /// The watch to which the tour belongs.
  let watch: Watch.ID?
  /// The name of the day-off group.
  let groupName: DayOffGroup
}

/// Hours of the calendar in which every lane is on the street to the same extent.
///
/// Whatever people the lanes have, they put the same number of officers on the street in all of
/// these hours, so that what depends on that number alone is added up over them exactly.
struct CoverageClass: Sendable {
  /// The lanes that are on the street, and the share of each hour that they are there.
  let shares: [(lane: Int, share: Double)]
  /// The watches that the hours lie in, where overtime tells them apart.
  let watch: Int?
  /// The hours of the week, in order, each with how often it belongs to the class in the calendar.
  let hours: [(hour: HourOfWeek, count: Int)]
  /// Days and hours in words.
  let name: String
}

/// Days on which the same lanes of a watch come on duty.
struct DutyDay: Sendable {
  /// The lanes that come on duty.
  let lanes: [Int]
  /// The first such day of the calendar, from 0.
  let day: Int
  /// The share of all days.
  let share: Double
}

/// Who is on the street in each hour until rotations and week repeat together (FORMULATION 7.1).
///
/// Rotations repeat after their cycles and the need after a week, so everything repeats after the
/// least common multiple of seven and the lengths of the cycles.
struct DutyCalendar: Sendable {
  /// Two years: no set of cycles in use needs more.
  static let longest = 728

  /// The lanes, in the order of rosters, tours and day-off groups.
  let lanes: [Lane]
  /// The number of days.
  let days: Int
  /// The number of weeks.
  var weeks: Double { Double(days) / 7 }
  /// The classes, in the order in which they first occur.
  let classes: [CoverageClass]
  /// The days of each watch, in the order of the watches.
  let dutyDays: [[DutyDay]]

  /// Works out the calendar of some rosters.
  ///
  /// - Parameters:
  ///   - patrol: How patrol works.
  ///   - rosters: The positions of the rosters that are used.
  ///   - tellsWatches: Whether hours of different watches are kept apart, as overtime needs.
  ///   - merges: Whether equal hours are merged; otherwise each is a class of its own.
  /// - Throws: ``AllocationError/calendarTooLong(days:)``.
  /// - Complexity: O(days × 24 × lanes).
  init(
    _ patrol: AllocationQuestion.Patrol, rosters: [Int], tellsWatches: Bool, merges: Bool = true
  ) throws(AllocationError) {
    let days = try Self.days(rosters.map { patrol.rosters[$0].rotation.cycleLength })
    let lanes = Self.lanes(patrol, rosters)
    let tours = patrol.tours
    let streets = lanes.map { tours[$0.tour].streetShareByHour() }
    let isOn = lanes.map { lane in
      let rotation = patrol.rosters[lane.roster].rotation
      return (0..<days).map { day in
        rotation.isOn(groupAt: lane.group, phase: day % rotation.cycleLength)
      }
    }
    var builder = ClassBuilder(days: days, merges: merges)
    for day in 0..<days {
      let before = (day + days - 1) % days
      for hour in 0..<24 {
        var key = ClassBuilder.Key()
        for lane in lanes.indices {
          var share = isOn[lane][day] ? streets[lane][hour] : 0
          if isOn[lane][before] { share += streets[lane][hour + 24] }
          if share > 0 { key.shares.append(.init(lane: lane, share: share)) }
        }
        if tellsWatches {
          key.watch = patrol.watches.firstIndex { $0.contains(hourOfDay: hour) }
        }
        builder.add(key, day: day, hour: hour)
      }
    }
    self.lanes = lanes
    self.days = days
    classes = builder.classes()
    dutyDays = patrol.watches.map { Self.dutyDays(of: $0.id, lanes, isOn, days) }
  }

  private static func days(_ cycles: [Int]) throws(AllocationError) -> Int {
    var days = 7
    for cycle in cycles {
      var (rest, divisor) = (days, cycle)
      while divisor != 0 { (rest, divisor) = (divisor, rest % divisor) }
      let (product, overflows) = (days / rest).multipliedReportingOverflow(by: cycle)
      guard !overflows, product <= longest else {
        throw .calendarTooLong(days: overflows ? .max : product)
      }
      days = product
    }
    return days
  }

  private static func lanes(_ patrol: AllocationQuestion.Patrol, _ rosters: [Int]) -> [Lane] {
    var firstTour = 0
    var lanes: [Lane] = []
    for (position, roster) in patrol.rosters.enumerated() {
      if rosters.contains(position) {
        for (offset, tour) in roster.tours.enumerated() {
          for (group, name) in roster.rotation.groups.enumerated() {
            lanes.append(
              Lane(
                roster: position, tour: firstTour + offset, group: group, watch: tour.watch,
                groupName: name))
          }
        }
      }
      firstTour += roster.tours.count
    }
    return lanes
  }

  private static func dutyDays(
    of watch: Watch.ID, _ lanes: [Lane], _ isOn: [[Bool]], _ days: Int
  ) -> [DutyDay] {
    let members = lanes.indices.filter { lanes[$0].watch == watch }
    var order: [[Int]] = []
    var found: [[Int]: (first: Int, count: Int)] = [:]
    for day in 0..<days {
      let onDuty = members.filter { isOn[$0][day] }
      if found[onDuty] == nil { order.append(onDuty) }
      let known = found[onDuty] ?? (day, 0)
      found[onDuty] = (known.first, known.count + 1)
    }
    return order.compactMap { lanes in
      found[lanes].map {
        DutyDay(lanes: lanes, day: $0.first, share: Double($0.count) / Double(days))
      }
    }
  }
}

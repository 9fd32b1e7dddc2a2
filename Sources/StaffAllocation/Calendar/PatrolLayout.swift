import PolicingDomain

/// The calendars and ladders of all districts: what the need for patrol comes down to.
struct PatrolLayout: Sendable {
  /// One kind of minimum on a watch of a district, and the rule that is strictest.
  struct Minimum: Sendable {
    /// Who is counted.
    let members: WatchMinimum.Members
    /// What each of them counts.
    let factor: Double
    /// How many at least; nothing where no rule is on.
    let amount: Double?
    /// Whether a shortage is one of minimums by rule.
    let isMinimum: Bool
    /// The position of the strictest rule that is on, or else of the first rule.
    let rule: Int
    /// The name of the first rule of this kind, which stays when rules are switched.
    let label: String
  }

  /// The different calendars.
  let calendars: [DutyCalendar]
  /// The calendar of each district.
  let calendarOfDistrict: [Int]
  /// The ladder of each class, by district.
  let ladders: [[StaffingLadder]]
  /// The minimums by district and watch.
  let minimums: [[[Minimum]]]
  /// The strictest span of each district with the position of its rule; nothing where none is on.
  let spans: [(span: Double, rule: Int)?]

  /// Works out the layout.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - countsWaiting: Whether delay curves are part of the ladders.
  ///   - merges: Whether equal hours are merged.
  /// - Throws: ``AllocationError/calendarTooLong(days:)``.
  init(
    _ question: AllocationQuestion, countsWaiting: Bool, merges: Bool = true
  ) throws(AllocationError) {
    let patrol = question.patrol
    var known: [[Int]] = []
    var calendars: [DutyCalendar] = []
    var ofDistrict: [Int] = []
    for district in question.districts {
      let rosters = patrol.rosters.indices.filter { patrol.rosters[$0].isUsed(in: district) }
      if let position = known.firstIndex(of: rosters) {
        ofDistrict.append(position)
      } else {
        ofDistrict.append(known.count)
        known.append(rosters)
        calendars.append(
          try DutyCalendar(
            patrol, rosters: rosters, tellsWatches: question.preferences.overtime != nil,
            merges: merges))
      }
    }
    self.calendars = calendars
    calendarOfDistrict = ofDistrict
    let curves = countsWaiting ? question.curvesByDistrict() : [:]
    ladders = question.districts.enumerated().map { position, district in
      Self.ladders(
        calendars[ofDistrict[position]], question.officersRequiredByHour(district),
        curves[district] ?? [])
    }
    minimums = question.districts.map { district in
      patrol.watches.map { Self.minimums(district, $0.id, question.rules) }
    }
    spans = question.districts.map { Self.span($0, question.rules) }
  }

  /// The calendar of the district at `position`.
  func calendar(_ position: Int) -> DutyCalendar { calendars[calendarOfDistrict[position]] }

  private static func ladders(
    _ calendar: DutyCalendar, _ required: [Double], _ curves: [OfficerCurve?]
  ) -> [StaffingLadder] {
    calendar.classes.map { coverage in
      StaffingLadder(
        coverage.hours.map { entry in
          StaffingLadder.Hour(
            count: entry.count, required: required[entry.hour.index],
            curve: curves.isEmpty ? nil : curves[entry.hour.index])
        }, weeks: calendar.weeks)
    }
  }

  private static func minimums(
    _ district: District.ID, _ watch: Watch.ID, _ rules: [PatrolRule]
  ) -> [Minimum] {
    var kinds: [Minimum] = []
    for (position, rule) in rules.enumerated() {
      guard case .minimums(let wanted) = rule.demand else { continue }
      for minimum in wanted where minimum.district == district && minimum.watch == watch {
        let isOn = rule.applies(in: district)
        let known = kinds.firstIndex {
          $0.members == minimum.members && $0.factor == minimum.factor
        }
        let strictest = known.flatMap { kinds[$0].amount }
        let counts = isOn && minimum.amount > (strictest ?? -1)
        if known != nil, !counts { continue }
        let entry = Minimum(
          members: minimum.members, factor: minimum.factor, amount: isOn ? minimum.amount : nil,
          isMinimum: minimum.isMinimum, rule: position,
          label: known.map { kinds[$0].label } ?? rule.name)
        if let known { kinds[known] = entry } else { kinds.append(entry) }
      }
    }
    return kinds
  }

  private static func span(
    _ district: District.ID, _ rules: [PatrolRule]
  ) -> (span: Double, rule: Int)? {
    var strictest: (span: Double, rule: Int)?
    for (position, rule) in rules.enumerated() where rule.applies(in: district) {
      guard case .span(let span) = rule.demand else { continue }
      if span < strictest?.span ?? .infinity { strictest = (span, position) }
    }
    return strictest
  }
}

extension AllocationQuestion {
  /// The curves of each district by the hour of the week, in officers.
  func curvesByDistrict() -> [District.ID: [OfficerCurve?]] {
    let crew = crewByHourOfDay
    var found: [District.ID: [OfficerCurve?]] = [:]
    for curve in curves {
      let officers = OfficerCurve(
        curve, crew: crew[curve.hour.hourOfDay], isCut: preferences.waitingBeyondStandardOnly)
      found[curve.district, default: Array(repeating: nil, count: HourOfWeek.count)][
        curve.hour.index] = officers
    }
    return found
  }
}

import PolicingDomain
import StaffingRequirements
import Testing

@Suite("Published schedules and workloads")
struct PublishedScheduleTests {
  /// Runs of days on and off, as a pattern with one group for each day.
  static func rotation(_ runs: [(on: Int, off: Int)]) throws -> DayOffRotation {
    let pattern = runs.flatMap { run in
      [Bool](repeating: true, count: run.on) + [Bool](repeating: false, count: run.off)
    }
    return try #require(
      DayOffRotation(pattern: pattern, groups: [DayOffGroup("71")], starts: [0]))
  }

  /// Source of truth: Chicago Police Department directives E02-02 and D20-02: tours of 8.5 hours on
  /// five days of seven, of 9 hours four on and two off, and of 10.5 hours in a cycle of 49 days:
  /// three times 5 on and 3 off, once 5 and 4, twice 4 and 4.
  ///
  /// Paid hours are 8, 8.5 and 10.
  @Test(arguments: [
    ([(5, 2)], 8.0, 260.71, 2085.7), ([(4, 2)], 8.5, 243.33, 2068.3),
    ([(5, 3), (5, 3), (5, 3), (5, 4), (4, 4), (4, 4)], 10.0, 208.57, 2085.7),
  ])
  func `scheduled tours and paid hours of a year`(
    runs: [(Int, Int)], paid: Double, tours: Double, hours: Double
  ) throws {
    let rotation = try Self.rotation(runs.map { (on: $0.0, off: $0.1) })
    #expect(Rounding.decimals(2)(rotation.scheduledTours) == tours)
    let tour = Tour(
      id: .init("tour"), watch: nil, start: Hours(6), length: Hours(paid + 0.5), paid: Hours(paid),
      meal: Hours(0.5), rollCall: .zero, relief: .zero, checkOff: .zero)
    let availability = try Availability(
      of: Fixture.officer, on: tour, scheduledTours: rotation.scheduledTours,
      shareOfDaysOn: rotation.shareOfDaysOn, absences: [], seniority: [])
    #expect(Rounding.decimals(1)(availability.paidHours.value) == hours)
    #expect(near(HoursLedger(of: availability).difference.value, 0, 1e-9))
  }

  /// Source of truth: the same cycle by hand: 28 days on and 21 off, so that it keeps its place in
  /// the week.
  @Test func `the cycle of forty-nine days is four sevenths on`() throws {
    let rotation = try Self.rotation([(5, 3), (5, 3), (5, 3), (5, 4), (4, 4), (4, 4)])
    #expect(rotation.cycleLength == 49 && rotation.daysOn == 28 && rotation.followsWeek)
  }

  /// Source of truth: Three Rivers Park District: 14,500 hours of 5,000 calls ÷ 2,080 = 6.97, 7
  /// officers.
  @Test func `Three Rivers needs seven officers for its calls`() throws {
    let officers = try PositionFormula.workload(
      hoursPerYear: Hours(14_500), netHours: Hours(2080))
    #expect(Rounding.decimals(2)(officers.value) == 6.97)
    #expect(Rounding.nearest(officers.value) == 7 && Rounding.up(officers.value) == 7)
  }

  /// Source of truth: Morgan Hill Public Safety Master Plan (CPSM, 2015), page 164: on summer
  /// weekends 2.8 of 4.9 officers an hour are busy, 57 %.
  @Test func `Morgan Hill is saturated to fifty-seven percent`() throws {
    let index = try SaturationIndex(workload: OfficerHours(2.8), deployed: OfficerHours(4.9))
    #expect(Rounding.nearest(100 * index.value) == 57)
    #expect(index.keepsRuleOfSixty)
    #expect(throws: RequirementsError.self) {
      try SaturationIndex(workload: OfficerHours(1), deployed: .zero)
    }
  }

  /// Source of truth: the same study, page 152: calls, units a call and minutes by category, with
  /// the totals 9,416 calls, 1.400 units and 19.268 minutes of the police, 11,243, 1.756 and 30.843
  /// of others; and page 156: 27.0 and 55.4 officer-minutes, products of printed means.
  @Test(arguments: [
    (CallOrigin.officer, 9416, 1.400, 19.268, 27.0), (.community, 11_243, 1.756, 30.843, 55.4),
  ])
  func `Morgan Hill's totals to three decimals`(
    origin: CallOrigin, calls: Int, units: Double, minutes: Double, factor: Double
  ) {
    let rows = Self.morganHill.map { line -> Workload.CategoryRow in
      let own = origin == .officer ? line.police : line.others
      return Workload.CategoryRow(
        category: CallCategory(line.name), origin: origin, calls: own.calls,
        callsWithUnit: own.calls, unitsPerCall: own.units, minutesPerUnit: own.minutes,
        unitHours: UnitHours(Double(own.calls) * own.units * own.minutes / 60))
    }
    let totals = CategoryTotals(of: rows)
    #expect(totals.calls == calls)
    #expect(Rounding.decimals(3)(totals.unitsPerCall) == units)
    #expect(Rounding.decimals(3)(totals.minutesPerUnit) == minutes)
    let printed = Rounding.decimals(1)
    #expect(printed(printed(totals.unitsPerCall) * printed(totals.minutesPerUnit)) == factor)
    #expect(near(totals.serviceTimeFactor, totals.unitsPerCall * totals.minutesPerUnit))
  }

  /// Source of truth: Lawrence, Kansas, 2017 staffing study: 82.9 patrol officers on average and a
  /// minimum of 87 are printed as five more.
  @Test func `Lawrence adds five officers`() {
    #expect(Rounding.up(87 - 82.9) == 5)
  }

  typealias Figures = (calls: Int, units: Double, minutes: Double)
  static let morganHill: [(name: String, police: Figures, others: Figures)] = [
    ("Accidents", (31, 1.8, 31.7), (458, 2.3, 46.7)), ("Alarm", (10, 2, 25.8), (1154, 1.7, 13.9)),
    ("Animal calls", (13, 1.2, 16.5), (715, 1.2, 29.3)),
    ("Assist", (40, 1.3, 25.4), (219, 2, 36.5)),
    ("Check/investigation", (602, 1.3, 31.6), (1653, 1.7, 32.4)),
    ("Crime–persons", (19, 2.1, 34.4), (983, 2.1, 47.9)),
    ("Crime–property", (20, 1.5, 37.5), (758, 1.5, 38.1)),
    ("Disturbance", (13, 2.5, 56), (1374, 2.1, 25.6)), ("Juvenile", (0, 0, 0), (38, 1.8, 34.7)),
    ("Medical", (4, 1.5, 66.7), (315, 2, 34.9)),
    ("Miscellaneous", (529, 1.2, 31.6), (1131, 1.3, 32.3)),
    ("Prisoner–arrest", (160, 2.2, 29.8), (353, 2.3, 55.6)),
    ("Suspicious person/vehicle", (948, 1.4, 13.8), (1564, 1.8, 22.4)),
    ("Traffic enforcement", (7027, 1.4, 17.5), (528, 1.4, 23.1)),
  ]
}

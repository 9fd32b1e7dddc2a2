import PolicingDomain
import StaffingRequirements
import Testing

@Suite("Hours ledger")
struct HoursLedgerTests {
  static let districts = Fixture.districts(2)

  /// Two calls of half an hour an hour in each district.
  static let demand = Fixture.demand(
    [Fixture.stream(2, callsPerHour: 2, hours: 0.5, districts)], districts)

  static let staffed = [
    StreetUse.Staffed(district: districts[0], perWeek: UnitHours(672)),
    StreetUse.Staffed(district: districts[1], perWeek: UnitHours(100)),
  ]

  static func use() throws -> StreetUse {
    try StreetUse(
      staffed: staffed, demand: demand,
      officerInitiated: Fixture.table(districts) { row, _ in row == 0 ? 0.5 : 0 },
      stated: .init(reportsPerCall: Hours(0.25), administration: try #require(Share(0.05))))
  }

  /// Source of truth: by hand: 168 h of calls, 336 × 0.25 = 84 h of reports, 84 h officer-initiated
  /// and 33.6 h of administration leave 302.4 of 672; the other district has 257 h for 100.
  @Test func `the hours of a week are divided once`() throws {
    let use = try Self.use()
    let first = use.districts[0]
    #expect(near(first[.communityCalls].value, 168) && near(first[.reports].value, 84))
    #expect(near(first[.officerInitiated].value, 84) && near(first[.administration].value, 33.6))
    #expect(near(first[.free].value, 302.4) && first[.beyond] == .zero)
    #expect(near(first.proactiveShare, 1 - 285.6 / 672))
    #expect(near(first.saturation, 1 - 302.4 / 672))
    #expect(near(use.districts[1][.beyond].value, -157) && use.districts[1][.free] == .zero)
  }

  /// Source of truth: FORMULATION 12: each row closes, and the districts are the department.
  @Test func `street hours close in every row`() throws {
    let use = try Self.use()
    for row in use.districts + [use.department] { #expect(near(row.difference.value, 0)) }
    for work in StreetUse.Work.allCases {
      #expect(near(use.districts.total { $0[work] }.value, use.department[work].value))
    }
    #expect(near(use.districts.total(\.staffed).value, use.department.staffed.value))
  }

  /// Source of truth: FORMULATION 12: paid = Σ lines, in the year and on both kinds of tour: a
  /// worked tour pays 8.5 h, a scheduled one too.
  @Test func `each paid hour and minute is in one line`() throws {
    let absences = Fixture.fieldOfficerAbsences + [Fixture.absence("court", 30, .streetHours)]
    let availability = try Fixture.availability(absences)
    for street in try [
      nil, Self.use().districts[0], Self.use().districts[1], Self.use().department,
    ] {
      let ledger = HoursLedger(of: availability, street: street)
      #expect(near(ledger.difference.value, 0, 1e-8))
      #expect(near(ledger.lines.reduce(0) { $0 + $1.minutesOfWorkedTour }, 510, 1e-8))
      #expect(near(ledger.lines.reduce(0) { $0 + $1.minutesOfScheduledTour }, 510, 1e-8))
      #expect(Set(ledger.lines.map(\.name)).count == ledger.lines.count, "nothing stands twice")
      #expect(near(ledger.hours(of: .street).value, availability.netHours(.street).value, 1e-9))
    }
  }

  /// Source of truth: by hand: roll call is 45 minutes of a worked tour, 45 × 0.883 of a scheduled
  /// one; a quarter of the street hours goes on calls.
  @Test func `the lines of a tour`() throws {
    let availability = try Fixture.availability()
    let ledger = HoursLedger(of: availability, street: try Self.use().districts[0])
    let rollCall = try #require(ledger.lines.first { $0.name == "roll call" })
    #expect(near(rollCall.minutesOfWorkedTour, 45))
    #expect(near(rollCall.minutesOfScheduledTour, 45 * availability.presence))
    let calls = try #require(ledger.lines.first { $0.name == "calls of the community" })
    #expect(near(calls.minutesOfWorkedTour, 7.25 * 60 / 4))
    #expect(ledger.lines.map(\.part).first == .absence && ledger.lines.last?.part == .street)
  }

  /// Source of truth: FORMULATION 12: one more court hour moves net hours once.
  @Test func `an hour of court on duty is taken from the street once`() throws {
    func ledger(court: Double) throws -> HoursLedger {
      HoursLedger(
        of: try Fixture.availability(
          Fixture.fieldOfficerAbsences + [Fixture.absence("court", court, .streetHours)]),
        street: try Self.use().districts[0])
    }
    let before = try ledger(court: 30)
    let after = try ledger(court: 31)
    #expect(before.paid == after.paid)
    #expect(near(after.hours(of: .withinTours).value - before.hours(of: .withinTours).value, 1))
    #expect(near(before.hours(of: .street).value - after.hours(of: .street).value, 1))
    for part in [HoursLedger.Part.absence, .offStreet] {
      #expect(before.hours(of: part) == after.hours(of: part))
    }
  }

  /// Source of truth: FORMULATION 12: without calls the street is free, and nothing else moves.
  @Test func `zero demand leaves free time`() throws {
    let use = try StreetUse(staffed: Self.staffed, demand: Fixture.demand([], Self.districts))
    #expect(use.department[.free] == use.department.staffed)
    #expect(use.department.proactiveShare == 1 && use.department.saturation == 0)
    #expect(throws: RequirementsError.self) {
      try StreetUse(
        staffed: [.init(district: Self.districts[0], perWeek: UnitHours(-1))], demand: Self.demand)
    }
  }

  /// Source of truth: by hand: two posts for 168 h on duty are 336 h of the district; those paid by
  /// overtime take nothing; posts of the city are in a row of their own.
  @Test func `scheduled work counts where it comes out of those on duty`() throws {
    let first = try #require(CalendarDay(year: 2024, month: 1, day: 1))
    let period = try #require(StudyPeriod(from: first, through: first.advanced(by: 27)))
    let rows = Self.districts + [ScheduledWork.cityRow]
    func stream(
      _ supply: Commitment.Supply, _ kind: Commitment.Interruptibility, row: Int, posts: Double
    ) -> ScheduledWork.Stream {
      let hours = Fixture.table(rows) { index, _ in index == row ? posts * 4 : 0 }
      return .init(
        kind: .footBeat, interruptibility: kind, supply: supply, unitHours: hours,
        officerHours: hours)
    }
    let urgent = try #require(CallPriority(1))
    let work = ScheduledWork(
      period: period, lines: [],
      streams: [
        stream(.onDuty, .uninterruptible, row: 0, posts: 2),
        stream(.overtime, .uninterruptible, row: 0, posts: 5),
        stream(.onDuty, .interruptible(by: urgent), row: 0, posts: 1),
        stream(.districtDetail, .free, row: 2, posts: 1),
      ])
    let use = try StreetUse(staffed: Self.staffed, demand: Self.demand, scheduledWork: work)
    #expect(near(use.districts[0][.uninterruptible].value, 336))
    #expect(near(use.districts[0][.interruptible].value, 168))
    #expect(near(use.districts[0][.free].value, 0))
    #expect(use.districts.last?.district == ScheduledWork.cityRow)
    #expect(near(use.districts.last?[.anyCall].value, 168))
    for row in use.districts + [use.department] { #expect(near(row.difference.value, 0)) }
  }
}

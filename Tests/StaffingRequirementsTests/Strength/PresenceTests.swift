import PolicingDomain
import StaffingRequirements
import Testing

@Suite("Presence over the year")
struct PresenceTests {
  static func day(_ month: Int, _ day: Int) throws -> MonthDay {
    try #require(MonthDay(month: month, day: day))
  }

  static func absence(
    _ item: String = "furlough", from: (Int, Int), through: (Int, Int), _ share: Double
  ) throws -> ScheduledAbsence {
    ScheduledAbsence(
      item: item, from: try day(from.0, from.1), through: try day(through.0, through.1),
      share: try #require(Share(share)), provenance: Fixture.source)
  }

  /// Eight per cent in the police periods 1–5 and 10–13 of 2025, seven in 6–9 (CPD D20-07).
  static func furlough() throws -> [ScheduledAbsence] {
    [
      try absence(from: (9, 10), through: (5, 20), 0.08),
      try absence(from: (5, 21), through: (9, 9), 0.07),
    ]
  }

  static func calendar(
    _ rows: [ScheduledAbsence], correlation: Double = 0,
    people: Double = 30, absences: [AbsenceItem] = Fixture.fieldOfficerAbsences, year: Int = 2025
  ) throws -> PresenceCalendar {
    try PresenceCalendar(
      of: Fixture.availability(absences), calendar: rows,
      scheduled: [.init(watch: .init("second"), people: FullTimeEquivalents(people))], year: year,
      correlation: try #require(
        PresenceCalendar.Correlation(correlation, provenance: Fixture.source)))
  }

  /// Source of truth: the binomial of 5 people with 0.85 by hand, and the beta-binomial of 2 with
  /// p = 0.8 and ρ = 0.25: both come with p² + ρ p (1 − p) = 0.68, one with 0.24, none with 0.08.
  @Test func `people who come are binomial or beta-binomial`() throws {
    let five = try PresenceDistribution(people: 5, presence: 0.85)
    #expect(near(five.share(atLeast: 4), 0.8352, 0.00005))
    #expect(near(five.mean, 4.25, 1e-12))
    let two = try PresenceDistribution(people: 2, presence: 0.8, correlation: 0.25)
    for (chance, expected) in zip(two.chances, [0.08, 0.24, 0.68]) {
      #expect(near(chance, expected, 1e-12))
    }
    #expect(try PresenceDistribution(people: 7, presence: 1).chances.last == 1)
    #expect(try PresenceDistribution(people: 7, presence: 0, correlation: 0.5).chances[0] == 1)
    #expect(two.present(onShare: 0.92) == 1 && two.present(onShare: 0.93) == 0)
  }

  /// Source of truth: closed form: mean n p and variance n p (1 − p) (1 + (n − 1) ρ), for numbers at
  /// which powers of the probability are too small for a computer.
  @Test(arguments: [(30, 0.9, 0.0), (30, 0.9, 0.02), (2000, 0.87, 0.01), (5000, 0.4, 0.3)])
  func `mean and variance have their closed form`(n: Int, p: Double, rho: Double) throws {
    let found = try PresenceDistribution(people: n, presence: p, correlation: rho)
    let mean = found.mean
    let variance = found.chances.enumerated().reduce(0) {
      $0 + (Double($1.offset) - mean) * (Double($1.offset) - mean) * $1.element
    }
    let expected = Double(n) * p * (1 - p) * (1 + Double(n - 1) * rho)
    #expect(near(mean, Double(n) * p, 1e-6 * Double(n)))
    #expect(near(variance / expected, 1, 1e-6))
  }

  /// Source of truth: conservation: the mean over the days is the presence of the rank, and the
  /// furlough of the year its 16 tours of 243.33.
  @Test(arguments: [2024, 2025])
  func `the mean of the year is the presence of the rank`(year: Int) throws {
    let calendar = try Self.calendar(Self.furlough(), year: year)
    let days = Double(calendar.scheduledAbsenceByDay.count)
    #expect(near(calendar.scheduledAbsenceByDay.reduce(0, +) / days, 16 / (365 * 4.0 / 6)))
    #expect(near(calendar.meanPresence, try Fixture.availability().presence))
    let byDay = (1...Int(days)).compactMap { calendar.presence(onDay: $0) }.reduce(0, +) / days
    #expect(near(byDay, calendar.meanPresence))
    #expect(calendar.presence(onDay: Int(days) + 1) == nil && calendar.presence(onDay: 0) == nil)
  }

  /// Source of truth: by hand: away in proportion to 8 and 7 per cent, the winter rows over the end
  /// of the year; thirteen periods and twelve months, each with its days.
  @Test func `furlough falls by the calendar and wraps over the year's end`() throws {
    let calendar = try Self.calendar(Self.furlough())
    let byDay = calendar.scheduledAbsenceByDay
    #expect(near(byDay[0] / byDay[180], 8.0 / 7) && byDay[0] == byDay[364])
    #expect(calendar.periods.count == 13 && calendar.months.count == 12)
    #expect(calendar.months[1].name == "February" && calendar.months[1].through.parts.day == 28)
    #expect(calendar.periods[12].from.description == "2025-12-03")
    #expect(near(calendar.periods[0].scheduledAbsence, byDay[0]))
    #expect(calendar.periods[5].presence > calendar.periods[0].presence)
    #expect(calendar.findings.isEmpty)
  }

  /// Source of truth: definition: fewer come on one tour of twenty, and fewer still when absences
  /// come together; with 200 people and no chance but the calendar the number is exact.
  @Test func `a plan at the mean is short, and correlation makes it shorter`() throws {
    let plain = try Self.calendar(Self.furlough()).periods[0].watches[0]
    let together = try Self.calendar(Self.furlough(), correlation: 0.05).periods[0].watches[0]
    #expect(near(plain.mean.value, together.mean.value))
    #expect(plain.atShare < plain.mean)
    #expect(together.atShare < plain.atShare)
    let only = try Self.calendar(
      [Self.absence(from: (1, 1), through: (12, 31), 0.2)], people: 200,
      absences: [Fixture.absence("furlough", 365 * 4.0 / 6 / 10, .tours)])
    #expect(only.months.allSatisfy { near($0.watches[0].mean.value, 180, 1e-9) })
    #expect(only.months.allSatisfy { $0.watches[0].atShare.value == 180 })
  }

  /// Source of truth: by hand: 16 ÷ 243.33 = 6.58 % of the tours of a year are more than 5 %.
  @Test func `a calendar without enough room is said`() throws {
    let calendar = try Self.calendar([Self.absence(from: (1, 1), through: (12, 31), 0.05)])
    #expect(calendar.findings.count == 1)
    #expect(calendar.findings[0].contains("takes 6.58 % of the tours"))
  }

  @Test func `a calendar that makes no sense is refused`() throws {
    let twice = try [
      Self.absence(from: (1, 1), through: (6, 30), 0.1),
      Self.absence(from: (6, 30), through: (12, 31), 0.1),
    ]
    #expect(
      throws: RequirementsError.overlappingCalendar(item: "furlough", day: try Self.day(6, 30))
    ) { try Self.calendar(twice) }
    let none = try [Self.absence(from: (1, 1), through: (12, 31), 0)]
    #expect(
      throws: RequirementsError.impossibleCalendar(item: "furlough", rank: Fixture.officer.id)
    ) { try Self.calendar(none) }
    let oneDay = try [Self.absence(from: (7, 4), through: (7, 4), 0.1)]
    #expect(throws: RequirementsError.self) { try Self.calendar(oneDay) }
    let unknown = try [Self.absence("holidays", from: (7, 4), through: (7, 4), 0.1)]
    #expect(try Self.calendar(unknown).meanPresence > 0, "the rank has no such absence")
    #expect(throws: RequirementsError.self) { try Self.calendar(Self.furlough(), people: .nan) }
    #expect(throws: RequirementsError.self) { try Self.calendar(Self.furlough(), people: 1e12) }
  }

  /// Source of truth: by hand: 90 people × 4/6 × 1/3 and 2/3 of the officers required.
  @Test func `people are divided among watches by the officers required`() throws {
    let districts = Fixture.districts(1)
    let watches = [
      Fixture.watch("first", start: 0, length: 8), Fixture.watch("second", start: 8, length: 16),
    ]
    let requirements = try UnitRequirements.all(
      demand: Fixture.demand([], districts), geography: Fixture.geography(districts),
      watches: watches,
      standards: Fixture.standards(
        complement: .init(unitsPerBeat: 0.5, rapidUnitsPerSector: 0, provenance: Fixture.source)))
    let divided = PresenceCalendar.Scheduled.divided(
      FullTimeEquivalents(90), by: requirements, watches: watches, shareOfDaysOn: 4.0 / 6)
    #expect(divided.map { $0.people.value.rounded() } == [30, 30])
    #expect(near(divided.total(\.people).value, 60))
  }

  /// Source of truth: the binomial already in use, and by search: correlation never needs fewer.
  @Test func `people to schedule at the mean and on nineteen tours of twenty`() throws {
    let share = try #require(Share(0.95))
    #expect(
      try FieldMinimum.scheduled(present: 4, presence: 0.85, shareOfTours: share, correlation: 0)
        == 6)
    let together = try FieldMinimum.scheduled(
      present: 40, presence: 0.85, shareOfTours: share, correlation: 0.05)
    let alone = try FieldMinimum.scheduled(present: 40, presence: 0.85, shareOfTours: share)
    #expect(together > alone)
    let enough = try PresenceDistribution(people: together, presence: 0.85, correlation: 0.05)
    let short = try PresenceDistribution(people: together - 1, presence: 0.85, correlation: 0.05)
    #expect(enough.share(atLeast: 40) >= 0.95 && short.share(atLeast: 40) < 0.95)
    let both = try FieldMinimum.planned(
      required: FullTimeEquivalents(34), presence: 0.85, shareOfTours: share,
      correlation: .independent)
    #expect(near(both.atMean, 40) && both.atShare > both.atMean)
    #expect(throws: RequirementsError.self) {
      try FieldMinimum.scheduled(
        present: 4, presence: 0.85, shareOfTours: share, correlation: 1)
    }
    #expect(throws: RequirementsError.unreachablePresence(present: 4)) {
      try FieldMinimum.scheduled(
        present: 4, presence: 0.01, shareOfTours: try #require(Share(0.999_999)), correlation: 0.9)
    }
  }
}

import PolicingDomain
import StaffingRequirements
import Testing

/// Scheduled work as staffed hours and positions.
@Suite("Community work")
struct CommunityWorkTests {
  static let two = Fixture.districts(2)

  static func commitment(
    _ name: String, _ kind: Commitment.Kind, _ supply: Commitment.Supply,
    _ place: Commitment.Place, days: [Weekday] = Weekday.allCases, start: Int, end: Int,
    posts: Double, officers: Double
  ) throws -> Commitment {
    Commitment(
      name: name, kind: kind, place: place,
      window: try #require(WeeklyWindow(on: days, startMinute: start, endMinute: end)),
      posts: posts, officersPerPost: officers, interruptibility: .uninterruptible, supply: supply,
      provenance: Fixture.source)
  }

  /// Two weeks of a foot beat of eight hours in both districts, and an event in the first.
  static func work() throws -> ScheduledWork {
    let first = try #require(CalendarDay(year: 2024, month: 1, day: 1))
    let period = try #require(StudyPeriod(from: first, through: first.advanced(by: 13)))
    let foot = try commitment(
      "foot", .footBeat, .onDuty, .eachDistrict, start: 600, end: 1080, posts: 1, officers: 2)
    let event = try commitment(
      "fair", .specialEvent, .districtDetail, .district(two[0]), days: [.saturday], start: 720,
      end: 1080, posts: 3, officers: 2)
    let paid = try commitment(
      "march", .specialEvent, .overtime, .city, days: [.sunday], start: 720, end: 780, posts: 10,
      officers: 1)
    return ScheduledWork(
      period: period,
      lines: [(foot, 14), (event, 2), (paid, 2)].map {
        .init(commitment: $0, occurrences: $1, unitHours: .zero, officerHours: .zero)
      },
      streams: [
        stream(.footBeat, .onDuty, [112, 112, 0], officers: 2),
        stream(.specialEvent, .districtDetail, [36, 0, 0], officers: 2),
        stream(.specialEvent, .overtime, [0, 0, 20], officers: 1),
      ])
  }

  static func stream(
    _ kind: Commitment.Kind, _ supply: Commitment.Supply, _ hours: [Double], officers: Double
  ) -> ScheduledWork.Stream {
    let rows = two + [ScheduledWork.cityRow]
    let table = Fixture.table(rows) { row, _ in hours[row] / 168 }
    return .init(
      kind: kind, interruptibility: .uninterruptible, supply: supply, unitHours: table,
      officerHours: table.scaled(by: officers))
  }

  static func community() throws -> CommunityWork {
    let watch = Fixture.watch("day", start: 0, length: 24)
    let units = two.flatMap { district in
      Weekday.allCases.map {
        UnitsOnStreet(district: district, watch: watch.id, weekday: $0, units: 3)
      }
    }
    return try CommunityWork(
      of: work(), units: units, watches: [watch], availabilities: Fixture.table(),
      officer: Fixture.officer.id)
  }

  /// Source of truth: worked by hand; 16 officer-hours on each day are 5,840 a year, 3.65 positions of
  /// 1,600 hours.
  @Test func `a foot beat of eight hours every day is staffed all year`() throws {
    let work = try Self.community()
    let foot = work.lines.filter { $0.kind == .footBeat }
    #expect(foot.map(\.district) == Self.two)
    #expect(foot.allSatisfy { near($0.unitHours.value, 8 * 365, 1e-6) })
    #expect(foot.allSatisfy { near($0.officerHours.value, 5840, 1e-6) })
    #expect(foot.allSatisfy { near($0.positions?.value, 3.65) })
  }

  /// Source of truth: worked by hand; 36 officer-hours of a Saturday's 3 cars × 2 officers × 24 hours are a
  /// quarter.
  @Test func `a detail takes presence from its district, overtime does not`() throws {
    let work = try Self.community()
    let fair = try #require(work.events.first { $0.name == "fair" })
    #expect(fair.occurrences == 2 && near(fair.officerHours.value, 36))
    #expect(near(fair.presenceTaken, 0.25))
    let march = try #require(work.events.first { $0.name == "march" })
    #expect(march.district == ScheduledWork.cityRow && march.presenceTaken == 0)
    let paid = try #require(work.lines.first { $0.supply == .overtime })
    #expect(paid.positions == nil && near(paid.officerHours.value, 20.0 * 365 / 14, 1e-6))
  }

  /// Source of truth: worked by hand; calls keep one unit busy, 168 unit-hours a week.
  @Test func `proactive time is what calls leave of staffed hours`() throws {
    let demand = Fixture.demand(
      [Fixture.stream(1, callsPerHour: 2, hours: 0.5, Self.two)], Self.two)
    let lines = try ProactiveTime.all(
      demand: demand,
      levels: [
        .init("required", [Self.two[0]: UnitHours(420), Self.two[1]: UnitHours(84)]),
        .init("planned", [Self.two[0]: UnitHours(336)]),
      ], target: Share(0.6), own: [Self.two[1]: try #require(Share(0.3))])
    #expect(near(lines[0].level("required")?.share, 0.6, 1e-9))
    #expect(near(lines[0].level("planned")?.share, 0.5))
    #expect(near(lines[1].level("required")?.share, -1))
    #expect(lines[1].level("planned") == nil)
    #expect(lines.map { $0.target?.value } == [0.6, 0.3])
    #expect(throws: RequirementsError.unknownDistrict(.init("9"))) {
      try ProactiveTime.all(
        demand: demand, levels: [], target: nil, own: [.init("9"): .none])
    }
  }
}

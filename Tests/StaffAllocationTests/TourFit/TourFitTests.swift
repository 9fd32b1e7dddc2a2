import PolicingDomain
import StaffAllocation
import TestSupport
import Testing

@Suite("Fit of a schedule to demand")
struct TourFitTests {
  private static let source = Provenance(source: "worked by hand", date: "2026-01-01")

  /// Two tours of twelve hours without anything off the street, two days on and one off.
  private static func schedule() throws -> TourSchedule {
    func tour(_ name: String, start: Double) -> Tour {
      Tour(
        id: .init(name), watch: .init(name), start: Hours(start), length: Hours(12),
        paid: Hours(12), meal: .zero, rollCall: .zero, relief: .zero, checkOff: .zero)
    }
    let rotation = try #require(
      DayOffRotation(daysOn: 2, daysOff: 1, groups: ["A", "B", "C"].map { DayOffGroup($0) }))
    return TourSchedule(
      id: .init("twelve"), title: "twelve",
      tours: [tour("day", start: 0), tour("night", start: 12)],
      rotation: rotation, provenance: source)
  }

  /// The calendar of 21 days: on each day of the cycle, day and night need so many officers.
  private static func question(
    day: Double, night: Double, presence: Double = 0.8, scale: Double = 1
  ) throws -> TourFitQuestion {
    let schedule = try schedule()
    var cells: [CoverageCell] = []
    for phase in 0..<3 {
      for (tour, need) in [day, night].enumerated() {
        let shares = (0..<6).map { team in
          team / 3 == tour && schedule.rotation.isOn(groupAt: team % 3, phase: phase) ? 1.0 : 0
        }
        cells.append(
          CoverageCell(
            hour: HourOfWeek(wrapping: phase * 24 + tour * 12), day: phase, shares: shares,
            required: need * scale, occurrences: 84))
      }
    }
    return TourFitQuestion(
      schedule: schedule, cells: cells, calendarDays: 21, presence: presence)
  }

  /// Source of truth: by hand: two of three groups are on, so that 0.8 · 2/3 · X = 8 by day and 4 by
  /// night: 15 and 7.5 officers, in even groups of 5 and 2.5.
  @Test func `the fewest officers cover every hour on every day of the cycle`() throws {
    let question = try Self.question(day: 8, night: 4)
    #expect(agrees(try TourFit.fewestOfficers(question).value, 22.5, within: 1e-6))
    let fit = try TourFit(of: question)
    #expect(agrees(fit.officers.value, 22.5, within: 1e-6))
    #expect(abs(fit.short.value) < 1e-4)
    #expect(fit.worst == nil)
    #expect(fit.teams.count == 6)
    for team in fit.teams {
      let even = team.tour.description == "day" ? 5.0 : 2.5
      #expect(agrees(team.officers.value, even, within: 1e-4))
    }
    #expect(agrees(fit.required.value, 12 * 7 * 12, within: 1e-9))
  }

  /// Source of truth: by hand.
  ///
  /// With 18 officers 0.8 · 2/3 · 18 = 9.6 of 12 are on the street on average: 2.4 short for 84 hours
  /// a week, 201.6 officer-hours. The worst hour is least short where day and night lack 1.2 each.
  @Test func `too few officers are short where it hurts least`() throws {
    let fit = try TourFit(
      of: try Self.question(day: 8, night: 4), officers: FullTimeEquivalents(18))
    #expect(agrees(fit.short.value, 2.4 * 84, within: 1e-6))
    #expect(abs(fit.surplus.value) < 1e-4)
    #expect(agrees(fit.worst?.short ?? 0, 1.2, within: 1e-3))
  }

  /// Source of truth: conservation: on the street = required − short + surplus.
  @Test(arguments: [5.0, 18, 22.5, 40])
  func `officer-hours on the street are required less short plus surplus`(count: Double) throws {
    let fit = try TourFit(
      of: try Self.question(day: 8, night: 4), officers: FullTimeEquivalents(count))
    let street = 0.8 * count * 12 * 7 * 2 / 3
    #expect(
      agrees(
        street, fit.required.value - fit.short.value + fit.surplus.value, within: 1e-6))
  }

  /// Source of truth: metamorphic: twice the need takes twice the officers and is short by twice as much.
  @Test func `doubling everything doubles`() throws {
    let once = try TourFit(
      of: try Self.question(day: 8, night: 4), officers: FullTimeEquivalents(18))
    let twice = try TourFit(
      of: try Self.question(day: 8, night: 4, scale: 2), officers: FullTimeEquivalents(36))
    #expect(agrees(twice.officersToCover.value, 2 * once.officersToCover.value, within: 1e-6))
    #expect(agrees(twice.short.value, 2 * once.short.value, within: 1e-6))
  }

  /// Source of truth: metamorphic: more officers never leave more hours short.
  @Test func `more officers are never short of more`() throws {
    var before = Double.infinity
    for count in stride(from: 0.0, through: 24, by: 4) {
      let fit = try TourFit(
        of: try Self.question(day: 8, night: 4), officers: FullTimeEquivalents(count))
      #expect(fit.short.value <= before + 1e-6)
      before = fit.short.value
    }
  }

  /// Source of truth: constructed: an hour without any tour is named, and the others are covered.
  @Test func `hours that no tour reaches are named`() throws {
    let base = try Self.question(day: 8, night: 4)
    let gap = CoverageCell(
      hour: HourOfWeek(wrapping: 30), day: 1, shares: [Double](repeating: 0, count: 6),
      required: 3, occurrences: 3)
    let question = TourFitQuestion(
      schedule: base.schedule, cells: base.cells + [gap], calendarDays: 21, presence: 0.8)
    let fit = try TourFit(of: question)
    #expect(fit.unreachedHours == [HourOfWeek(wrapping: 30)])
    #expect(agrees(fit.officersToCover.value, 22.5, within: 1e-6))
    #expect(agrees(fit.short.value, 3, within: 1e-6))
    #expect(fit.worst?.hour == HourOfWeek(wrapping: 30))
  }

  @Test(arguments: [Double.nan, -1, .infinity])
  func `numbers that make no sense are refused`(value: Double) throws {
    let bad = try Self.question(day: value, night: 4)
    #expect(throws: AllocationError.self) { try TourFit(of: bad) }
    let good = try Self.question(day: 8, night: 4)
    #expect(throws: AllocationError.self) {
      try TourFit(of: good, officers: FullTimeEquivalents(value))
    }
    let absent = try Self.question(day: 8, night: 4, presence: value)
    #expect(throws: AllocationError.self) { try TourFit.fewestOfficers(absent) }
  }

  @Test func `the same question has the same answer`() throws {
    let question = try Self.question(day: 8, night: 5)
    let count = FullTimeEquivalents(17)
    #expect(try TourFit(of: question, officers: count) == TourFit(of: question, officers: count))
  }
}

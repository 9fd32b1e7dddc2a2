import PolicingDomain
import Reports
import Testing

@Suite("Tables of schedules and transitions")
struct TourTableTests {
  private static let source = Provenance(source: "the test", date: "2026-01-01")

  private func line(_ name: String) throws -> TourComparison.Line {
    let rotation = try #require(
      DayOffRotation(daysOn: 1, daysOff: 1, groups: [DayOffGroup("A"), DayOffGroup("B")]))
    let schedule = TourSchedule(
      id: .init(name), title: name, tours: [], rotation: rotation, provenance: Self.source)
    let spread = ScheduleFigures.Spread(mean: 8.7, least: 0, most: 52.1)
    return TourComparison.Line(
      schedule: schedule,
      figures: ScheduleFigures(
        scheduledTours: 243.333, paidHours: Hours(2068.333), paidHoursPerWeek: Hours(39.667),
        streetHours: Hours(7.25), longestRunOn: nil, longestRunOff: 2, weekendsOff: spread,
        weekendDaysOff: spread, restOnSameTour: Hours(15), restOnChange: nil,
        overlapHoursPerDay: Hours(6), onDutyByDay: [0.5, 0.5], calendarDays: 14),
      limits: [.init(words: "4 days on, at most 3: exceeded", isKept: false)], fitted: nil)
  }

  private func cell(_ table: ResultTable, _ row: String, _ column: Int) -> ResultTable.Cell? {
    table.rows.first { $0[0] == .text(row) }?[column]
  }

  /// Source of truth: by hand, from the figures above.
  @Test func `a page has a column for each schedule and leaves out what needs a study`() throws {
    let comparison = TourComparison(
      lines: [try line("one"), try line("two")], district: nil, notes: ["a note"])
    let page = ResultTable.toursSideBySide(comparison)
    #expect(page.columns.map(\.heading) == ["", "one", "two"])
    #expect(cell(page, "paid hours a year", 2) == .text("2,068.3"))
    #expect(cell(page, "longest run of days on", 1) == .text("no day off"))
    #expect(
      cell(page, "whole weekends off a year (least to most)", 1) == .text("8.7 (0.0 to 52.1)"))
    #expect(
      cell(page, "limits of contract or directive", 1) == .text("4 days on, at most 3: exceeded"))
    #expect(cell(page, "officers that cover every hour", 1) == nil)
    #expect(page.notes == ["a note"])
  }

  @Test func `for programs every figure has a column of its own`() throws {
    let table = ResultTable.toursCompared(
      TourComparison(lines: [try line("one")], district: nil, notes: []))
    #expect(Set(table.columns.map(\.key)).count == table.columns.count)
    let paid = try #require(table.columns.firstIndex { $0.key == "paid_hours_a_year" })
    #expect(table.rows[0][paid] == .number(2068.333))
    let cost = try #require(table.columns.firstIndex { $0.key == "cost_dollars_a_year" })
    #expect(table.rows[0][cost] == .missing)
    let exceeded = try #require(table.columns.firstIndex { $0.key == "limits_exceeded" })
    #expect(table.rows[0][exceeded] == .count(1))
  }

  @Test func `a rotation names who covers what, and what does not hold`() {
    let check = TeamRotationCheck(
      name: "61-63-65", duties: ["10 Sector"],
      days: [
        .init(
          phase: 0, groupsOff: [DayOffGroup("61"), DayOffGroup("62")], cover: [["E"]], free: [],
          off: ["A"]),
        .init(phase: 1, groupsOff: [], cover: [[]], free: ["F"], off: []),
      ], teams: [.init(team: "A", on: 4, off: 2, covering: 4)], findings: ["day 2: nobody"])
    let table = ResultTable.teamRotation(check)
    #expect(table.columns.map(\.key) == ["day", "groups_off", "duty_10_sector", "free", "off"])
    #expect(table.rows[0][1] == .text("61-62"))
    #expect(table.rows[0][2] == .text("E"))
    #expect(table.rows[1][2] == .text("nobody"))
    #expect(table.notes.last == "day 2: nobody")
  }

  /// Source of truth: by hand: sums over ranks.
  @Test func `a transition is shown by year and by rank`() {
    let year = TransitionPlan.Year(
      number: 1,
      ranks: [
        .init(
          rank: .init("officer"), start: 50, hires: 10, promotedIn: 0, promotedOut: 2, exits: 5,
          end: 53, training: 5, unplaced: 0),
        .init(
          rank: .init("sergeant"), start: 4, hires: 0, promotedIn: 2, promotedOut: 0, exits: 1,
          end: 5, training: 0, unplaced: 1),
      ], assignments: [], shortages: [.init(group: .init("g"), needed: 60, short: 12)],
      conversions: [
        .init(group: .init("d"), rank: .init("clerk"), added: 2, total: 3, civilians: 3.4)
      ], moves: 1.5, cost: DollarsPerYear(5000), budget: nil)
    let tables = ResultTable.transition(
      .plan(TransitionPlan(years: [year], stages: [])))
    let byYear = tables[0]
    #expect(
      byYear.rows == [
        [
          .count(1), .number(54), .number(10), .number(2), .number(6), .number(58), .number(5),
          .number(1), .number(2), .number(12), .number(1.5), .number(5000), .missing,
        ]
      ])
    #expect(tables[1].rows.count == 2)
    let refused = ResultTable.transition(
      .infeasible(stage: "minimums", rules: ["year 1: too dear"], proof: "p"))
    #expect(refused.map(\.name) == ["transition-conflict"])
    #expect(refused[0].rows == [[.text("year 1: too dear")]])
  }
}

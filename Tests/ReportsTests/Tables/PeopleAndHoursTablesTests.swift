import PolicingDomain
import Reports
import Testing

@Suite("Tables of people and hours")
struct PeopleAndHoursTablesTests {
  static let source = Provenance(source: "roster", date: "2026-01-01", authority: "the chief")
  static let other = Provenance(source: "payroll", date: "2026-02-01")
  static let officer = rank("officer", .sworn, cost: 150_000)
  static let clerk = rank("clerk", .civilian, cost: 90_000)

  static func rank(_ id: String, _ employment: Employment, cost: Double) -> Rank {
    Rank(
      id: .init(id), title: id, employment: employment, order: 1,
      annualCost: DollarsPerYear(cost), provenance: source)
  }

  static func organization(_ groups: [PositionGroup] = []) -> Organization {
    Organization(
      sections: [("1", "Patrol"), ("2", "Support")].map {
        Section(id: .init($0.0), name: $0.0, bureau: Bureau($0.1), provenance: source)
      }, ranks: [officer, clerk], strength: [], positions: groups, authorized: [])
  }

  static func number(_ table: ResultTable, _ row: Int, _ key: String) throws -> Double? {
    let column = try #require(table.columns.firstIndex { $0.key == key })
    if case .number(let value) = table.rows[row][column] { return value }
    return nil
  }

  /// Source of truth: by hand: 3 × 150,000 against 3 × 1.2 × 90,000, by bureau and in all.
  @Test func `conversions have totals by bureau and a cost`() throws {
    func group(_ id: String, _ section: String) -> PositionGroup {
      PositionGroup(
        id: .init(id), section: .init(section), function: "records", rank: Self.officer.id,
        basis: .fixedCount(positions: 4), provenance: Self.source)
    }
    func conversion(_ id: String, _ convertible: Double) -> CivilianConversion {
      CivilianConversion(
        group: .init(id), eligible: FullTimeEquivalents(4),
        convertible: FullTimeEquivalents(convertible),
        officersFreed: FullTimeEquivalents(convertible / 2), civilianRank: Self.clerk.id,
        civiliansPerPosition: 1.2, reason: "because", provenance: Self.source)
    }
    let table = ResultTable.civilianConversions(
      [conversion("a", 3), conversion("b", 0), conversion("c", 2)],
      organization: Self.organization([group("a", "1"), group("b", "1"), group("c", "2")]))
    #expect(table.rows.count == 6)
    #expect(try Self.number(table, 2, "convertible") == 3)
    #expect(try Self.number(table, 2, "sworn_cost_dollars") == 450_000)
    let cost = try #require(try Self.number(table, 2, "civilian_cost_dollars"))
    #expect(abs(cost - 324_000) < 1e-6)
    #expect(try Self.number(table, 5, "officers_freed") == 2.5)
    let civilians = try #require(try Self.number(table, 5, "civilians"))
    #expect(abs(civilians - 6) < 1e-9)
  }

  /// Source of truth: by hand: the row of the department closes: 9 − 12 = −4 + 2 − 1.
  @Test func `a reconciliation shows both counts and names what is open`() throws {
    let rows = [
      Reconciliation.Row(
        section: .init("1"), rank: Self.officer.id, first: FullTimeEquivalents(12),
        second: FullTimeEquivalents(7),
        causes: [.init(name: "detailed out", people: -4, provenance: Self.source)],
        firstSource: Self.source, secondSource: Self.other),
      Reconciliation.Row(
        section: .init("2"), rank: Self.officer.id, first: nil, second: FullTimeEquivalents(2),
        causes: [], firstSource: nil, secondSource: Self.other),
    ]
    let found = Reconciliation(
      rows: rows, departmentCauses: [.init(name: "hired", people: 2, provenance: Self.other)],
      onlyInFirst: [], onlyInSecond: [.init("2")])
    let table = ResultTable.reconciliation(found)
    #expect(table.rows.last?[0] == .text("department"))
    #expect(try Self.number(table, 2, "difference") == -3)
    #expect(try Self.number(table, 2, "explained") == -2)
    #expect(try Self.number(table, 2, "unexplained") == -1)
    #expect(table.rows[0].last == .text("detailed out −4.0"))
    #expect(table.notes.last == "Only the second source has the sections 2.")
    let open = ResultTable.unexplainedDifferences(found)
    #expect(open.rows.map { $0[0] } == [.text("2"), .text("1")])
    #expect(open.rows[0][5] == .missing && open.rows[0][8] == .text("2026-02-01"))
  }

  /// Source of truth: conservation: the first row of each ledger is the sum of the others.
  @Test func `the ledger of hours and the street show each hour once`() throws {
    let district = District.ID("001")
    let use = StreetUse(districts: [
      .init(district: district, staffed: UnitHours(100)) { work in
        UnitHours(work == .communityCalls ? 40 : work == .reports ? 5 : 0)
      }
    ])
    let tour = Tour(
      id: .init("day"), watch: nil, start: Hours(7), length: Hours(9), paid: Hours(8.5),
      meal: Hours(0.5), rollCall: Hours(1), relief: .zero, checkOff: .zero)
    let lines = [("furlough", HoursLedger.Part.absence, 85.0), ("calls", .street, 1615)].map {
      HoursLedger.Line(
        part: $0.1, name: $0.0, hours: Hours($0.2), minutesOfScheduledTour: $0.2 * 60 / 200,
        minutesOfWorkedTour: $0.1 == .absence ? 0 : $0.2 * 60 / 190, provenance: nil)
    }
    let ledger = HoursLedger(
      rank: Self.officer.id, tour: tour, district: nil, paid: Hours(1700), lines: lines)
    let hours = ResultTable.hoursLedger([ledger, ledger])
    #expect(hours.rowSums == [.init(0, of: [1, 2]), .init(3, of: [4, 5])])
    #expect(try Self.number(hours, 3, "hours_per_year") == 1700)
    #expect(try Self.number(hours, 0, "minutes_of_worked_tour") == 510)
    let street = ResultTable.streetUse(use, basis: "required")
    #expect(try Self.number(street, 1, "free_hours") == 55)
    #expect(try Self.number(street, 0, "proactive_share") == 0.55)
    #expect(try Self.number(street, 0, "beyond_hours") == 0)
  }

  /// Source of truth: the rule of the house: posts are no persons, cases are guarded by their type.
  @Test func `small counts of sensitive cases are withheld`() throws {
    func line(_ name: String, _ cases: Double) -> CaseloadHours.Line {
      CaseloadHours.Line(
        name: name, newCases: cases, workedCases: cases, triage: .zero, working: Hours(cases * 10),
        carriedOver: .zero, court: .zero, callOuts: .zero, benchmark: nil, provenance: Self.source)
    }
    let load = CaseloadHours(
      group: .init("g"), lines: [line("sexual assault", 4), line("theft", 400)],
      forCases: FullTimeEquivalents(2.5), forOnCall: .zero)
    let table = ResultTable.caseloads([load])
    #expect(try Self.number(table, 2, "new_cases") == 404)
    #expect(table.rows[2][12] == .text("cases"))
    let shown = table.published()
    #expect(shown.rows[0][2] == ResultTable.withheld)
  }

  /// Source of truth: by hand: 20 of 100 decided, and a factor of 1.1 by seats.
  @Test func `alternatives and pipeline say what they are`() throws {
    let level = PolicyAlternatives.Level(
      change: -0.25, positions: FullTimeEquivalents(60), following: FullTimeEquivalents(-2),
      takenFromDistricts: FullTimeEquivalents(-22), patrolHoursPerWeek: OfficerHours(-660),
      cost: DollarsPerYear(-3_300_000))
    let table = ResultTable.policyAlternatives([
      PolicyAlternatives(
        group: .init("tactical"), section: .init("1"), function: "tactical",
        rank: Self.officer.id, decided: FullTimeEquivalents(80),
        patrolHoursPerWeek: OfficerHours(2400), provenance: Self.source, levels: [level])
    ])
    #expect(try Self.number(table, 0, "change_percent") == -25)
    #expect(table.rows[0][4] == .text("the chief"))
    let words = table.notes + table.columns.map(\.heading) + [table.title]
    #expect(!words.contains { $0.lowercased().contains("required") })
    let row = PipelineSeats.Row(
      rank: Self.officer.id, strength: FullTimeEquivalents(100), exits: 8, promotedOut: 2,
      promotedFrom: nil, monthsToSolo: 12, entriesLimit: 6, provenance: Self.source)
    let pipeline = ResultTable.pipeline(VacancyAllowance(.seats, PipelineSeats(rows: [row])))
    #expect(try Self.number(pipeline, 0, "factor") == 1.1)
    #expect(try Self.number(pipeline, 1, "separations") == 0)
    #expect(try Self.number(pipeline, 1, "beyond_limit") == 4)
    #expect(pipeline.notes[0].contains("do not enter the plan as well"))
  }

  /// Source of truth: by hand: 24 positions, 22 held, 2 people beyond in another row.
  @Test func `vacancies and presence have a row for each place and part`() throws {
    let figures = Vacancies.Figures(
      authorized: FullTimeEquivalents(24), assigned: FullTimeEquivalents(22),
      filled: FullTimeEquivalents(22), elsewhere: .zero, deployable: FullTimeEquivalents(20))
    let vacancies = Vacancies(
      rows: [
        .init(section: .init("1"), rank: Self.officer.id, employment: .sworn, figures: figures)
      ],
      byRank: [.init(key: Self.officer.id, figures: figures, isPublishedTotal: false)],
      byBureau: [.init(key: Bureau("Patrol"), figures: figures, isPublishedTotal: false)],
      byEmployment: [.init(key: .sworn, figures: figures, isPublishedTotal: true)],
      findings: ["it is so"])
    let table = ResultTable.vacancies(vacancies, organization: Self.organization())
    #expect(try Self.number(table, 0, "vacant") == 2)
    #expect(table.notes.last == "NOTE: it is so.")
    let summary = ResultTable.vacancySummary(vacancies, organization: Self.organization())
    #expect(summary.rows.count == 3 && summary.rows[2].last == .text("department's total"))
    let day = try #require(CalendarDay(year: 2025, month: 1, day: 1))
    let part = PresenceCalendar.Part(
      name: "period 1", from: day, through: day, scheduledAbsence: 0.08, presence: 0.85,
      watches: [
        .init(
          watch: .init("second"), scheduled: FullTimeEquivalents(100),
          mean: FullTimeEquivalents(85), atShare: FullTimeEquivalents(79))
      ])
    let presence = ResultTable.presence(
      PresenceCalendar(
        rank: Self.officer.id, year: 2025, randomAbsence: 0.076, correlation: .assumed,
        share: Share(19, of: 20), scheduledAbsenceByDay: [0.08], periods: [part], months: [],
        findings: []))
    #expect(try Self.number(presence, 0, "present_at_share") == 79)
    #expect(presence.notes.contains { $0.contains("(assumption)") })
  }
}

import PolicingDomain
import Reports
import Testing

/// Tables on other responders, community policing and equity.
@Suite("Responder, community and equity tables")
struct CommunityTableTests {
  static let district = District.ID("001")

  static func equity(residents: Int?, staff: Double?) -> EquityLine {
    EquityLine(
      district: district, workload: UnitHours(50), workloadShare: 0.25,
      staff: [.init(name: "assigned", amount: staff, share: staff.map { _ in 0.2 })],
      waits: [
        .init(
          name: "required",
          waits: [1, 2].compactMap { level in
            CallPriority(level).map {
              .init(priority: $0, wait: level == 1 ? Hours(minutes: 3) : Hours(.infinity))
            }
          })
      ], proactiveHours: UnitHours(70), residents: residents, daytimePopulation: nil,
      violentCrimes: 0, calls: 100, stampsRecorded: Share(0.5))
  }

  static func cell(_ table: ResultTable, _ key: String, row: Int = 0) throws -> ResultTable.Cell {
    let column = try #require(table.columns.firstIndex { $0.key == key })
    return table.rows[row][column]
  }

  /// Source of truth: worked by hand; 70 hours a week are 3,650 a year, 1,825 for each of two thousand.
  @Test func `equity shows what is known and leaves the rest blank`() throws {
    let table = ResultTable.equity([Self.equity(residents: 2000, staff: 10)])
    #expect(try Self.cell(table, "workload_percent") == .number(25))
    #expect(try Self.cell(table, "assigned_percent") == .number(20))
    #expect(try Self.cell(table, "wait_p1_required_minutes") == .number(3))
    #expect(try Self.cell(table, "wait_p2_required_minutes") == .missing)
    #expect(try Self.cell(table, "proactive_hours_per_1000_residents") == .number(1825))
    #expect(try Self.cell(table, "proactive_hours_per_violent_crime") == .missing)
    #expect(try Self.cell(table, "daytime_population") == .missing)
    #expect(table.notes.contains { $0.contains("not little need") })
    #expect(table.notes.contains { $0.hasSuffix("left blank: people by day.") })
    let bare = ResultTable.equity([Self.equity(residents: nil, staff: nil)])
    #expect(try Self.cell(bare, "assigned_percent") == .missing)
    #expect(try Self.cell(bare, "calls_per_1000_residents") == .missing)
    #expect(ResultTable.equity([]).rows.isEmpty)
  }

  /// Source of truth: worked by hand; the row of all districts is the sum of its districts.
  @Test func `responders have a row for all districts and one for each`() throws {
    var lines: [ResponderMix.Line] = []
    for (name, calls) in [("001", 100.0), ("002", 300)] {
      var line = ResponderMix.Line(
        responder: .init("care"), kind: .crisisTeam, category: .init("crisis"),
        district: .init(name))
      line.calls = calls
      line.taken = calls / 10
      line.returned = calls / 50
      lines.append(line)
    }
    let mix = ResponderMix(
      demand: Demand(
        districts: [], streams: [], busyUnits: HourlyTable(districts: []), callsObserved: [],
        imputed: .none), lines: lines, notes: ["a week is like another"])
    let table = ResultTable.responders(mix)
    #expect(table.rows.count == 3 && table.rowSums == [.init(0, of: [1, 2])])
    #expect(try Self.cell(table, "calls") == .number(400))
    #expect(try Self.cell(table, "capture_percent") == .number(10))
    #expect(try Self.cell(table, "calls_spared", row: 2) == .number(24))
    #expect(mix.tables.map(\.name) == ["responders"])
  }

  /// Source of truth: the meaning of a blank.
  @Test func `holds and proactive time are printed as they are`() throws {
    let three = try #require(CallPriority(3))
    let row = BeatService(
      district: Self.district, watch: .init("first"), units: 0, beats: 2, beatsWithUnit: 0,
      calls: 3, busyShare: .infinity, shareByOwnUnit: nil, smallestShare: nil,
      holds: [
        .init(longest: Hours(minutes: 5), shareOfHeld: 0.6, shareOfAll: 0.5, meanWait: Hours(0.1))
      ])
    let service = ResultTable.beatService([row], held: three)
    #expect(try Self.cell(service, "busy_percent") == .missing)
    #expect(try Self.cell(service, "own_unit_percent") == .missing)
    #expect(
      try Self.cell(.beatHolds([row], held: three), "own_unit_percent_held") == .number(60))
    let time = ProactiveTime(
      district: Self.district, target: Share(0.5),
      levels: [
        .init(name: "required", staffed: UnitHours(100), free: UnitHours(50)),
        .init(name: "deployed", staffed: .zero, free: UnitHours(-50)),
      ])
    let table = ResultTable.proactiveTime([time])
    #expect(try Self.cell(table, "is_met") == .text("yes"))
    #expect(try Self.cell(table, "proactive_percent", row: 1) == .missing)
    #expect(try Self.cell(table, "is_met", row: 1) == .missing)
  }
}

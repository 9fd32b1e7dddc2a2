import Foundation
import Rollcall
import TestSupport
import Testing

/// The tables that only reports need, on the made-up department of the bundled template.
@Suite("Tables of reports")
struct ReportTablesTests {
  private static let made = Task { () throws -> [ResultTable] in
    let results = try await DepartmentRun.results("generic")
    let found = try DepartmentRun.pipeline("generic").reportTables(of: results)
    #expect(found.findings == [])
    return found.tables
  }

  private func table(_ name: String) async throws -> ResultTable {
    try #require(try await Self.made.value.first { $0.name == name }, "\(name)")
  }

  private func column(_ table: ResultTable, _ key: String) throws -> Int {
    try #require(table.columns.firstIndex { $0.key == key }, "\(table.name) \(key)")
  }

  private func numbers(_ table: ResultTable, _ key: String) throws -> [Double?] {
    let column = try column(table, key)
    return table.rows.map { row in
      switch row[column] {
      case .number(let value): value
      case .count(let count): Double(count)
      case .text, .missing: nil
      }
    }
  }

  private func texts(_ table: ResultTable, _ key: String) throws -> [String] {
    let column = try column(table, key)
    return table.rows.map { row in
      if case .text(let text) = row[column] { text } else { "" }
    }
  }

  /// Source of truth: the list of what a report draws.
  @Test func `a department has every table, each with what it rests on`() async throws {
    let tables = try await Self.made.value
    #expect(
      tables.map(\.name).filter { !$0.hasPrefix("transition") } == [
        "staffing-ladder", "target-ladder", "wait-curves", "wait-curve-department",
        "proactive-by-hour", "proactive-by-hour-and-district", "supervision",
      ])
    #expect(tables.contains { $0.name == "transition-by-year" && $0.rows.count == 5 })
    for table in tables where !table.name.hasPrefix("transition") {
      #expect(!table.rows.isEmpty)
      #expect(
        table.notes.contains { $0.hasPrefix("n = ") || $0.contains("no n, no interval") },
        "\(table.name)")
      #expect(table.columns.allSatisfy { !$0.key.contains("calls") }, "\(table.name) counts calls")
    }
  }

  /// Source of truth: the study's own target, whose row must be the run itself.
  @Test func `the chosen rung of the ladder is the run`() async throws {
    let results = try await DepartmentRun.results("generic")
    let ladder = try await table("target-ladder")
    let chosen = try #require(try texts(ladder, "is_chosen").firstIndex(of: "yes"))
    #expect(try numbers(ladder, "target_percent") == [30, 35, 40, 45, 50])
    #expect(try numbers(ladder, "target_percent")[chosen] == 40)
    let required = try #require(results.required?.plan).assignments.total(\.strength).value
    let positions = try numbers(ladder, "positions_required").compactMap { $0 }
    #expect(agrees(positions[chosen], required, within: 1e-9))
    #expect(try numbers(ladder, "positions_change")[chosen] == 0)
    #expect(try numbers(ladder, "dollars_change")[chosen] == 0)
    let unitHours = results.department.proactiveTime.compactMap { $0.level("required")?.staffed }
      .reduce(0) { $0 + $1.value }
    let hours = try numbers(ladder, "unit_hours_a_week").compactMap { $0 }
    #expect(agrees(hours[chosen], unitHours, within: 1e-9))
    let free = results.department.proactiveTime.compactMap { $0.level("required")?.free }
      .reduce(0) { $0 + $1.value }
    let reached = try numbers(ladder, "proactive_percent_reached").compactMap { $0 }
    #expect(agrees(reached[chosen], free / unitHours * 100, within: 1e-9))
    #expect(positions.count == 5)
  }

  /// Source of truth: metamorphic: a higher target needs no less, costs no less and waits no longer.
  @Test func `a higher target needs more and waits less`() async throws {
    let ladder = try await table("target-ladder")
    for key in [
      "unit_hours_a_week", "positions_required", "cost_dollars_a_year", "blocks_governed_by_work",
      "proactive_percent_reached",
    ] {
      let values = try numbers(ladder, key).compactMap { $0 }
      #expect(values.count == ladder.rows.count)
      #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 + 1e-6 }, "\(key) \(values)")
    }
    let waits = ladder.columns.map(\.key).filter { $0.contains("_wait_p") }
    #expect(waits.count >= 4)
    for key in waits {
      let values = try numbers(ladder, key).compactMap { $0 }
      #expect(zip(values, values.dropFirst()).allSatisfy { $0 >= $1 - 1e-6 }, "\(key) \(values)")
    }
    let reached = try numbers(ladder, "proactive_percent_reached").compactMap { $0 }
    let targets = try numbers(ladder, "target_percent").compactMap { $0 }
    #expect(
      zip(reached, targets).allSatisfy { $0 >= $1 - 1e-6 }, "the requirement keeps its target")
  }

  /// Source of truth: conservation: each line follows from those above, and the ends are in `positions`.
  @Test func `the ladder of staffing adds up to positions`() async throws {
    let results = try await DepartmentRun.results("generic")
    let ladder = try await table("staffing-ladder")
    let steps = try texts(ladder, "step")
    let values = try numbers(ladder, "value")
    func value(_ letter: String) throws -> Double {
      let place = try #require(steps.firstIndex { $0.hasSuffix("(\(letter))") }, "\(letter)")
      return try #require(values[place])
    }
    #expect(agrees(try value("c"), try value("a") / (1 - (try value("b"))), within: 1e-9))
    let added = zip(steps, values).filter { $0.0.hasPrefix("added where") }
      .reduce(0) { $0 + ($1.1 ?? 0) }
    #expect(agrees(try value("c") + added, try value("d"), within: 1e-9))
    #expect(agrees(try value("d") * (try value("e")), try value("f"), within: 1e-9))
    #expect(agrees(try value("f") / (try value("g")), try value("h"), within: 1e-9))
    let patrol = Set(
      results.study.organization.positions.filter { $0.basis == .coverage }.map(\.id))
    let equivalents = results.positions.filter { patrol.contains($0.group) }
      .reduce(0) { $0 + $1.positions.value }
    #expect(agrees(try value("h"), equivalents, within: 1e-9))
    let required = try #require(results.required?.plan).assignments
      .filter { patrol.contains($0.group) }.total(\.strength).value
    #expect(agrees(try value("i"), required, within: 1e-9))
    let net = try #require(
      results.availabilities.first {
        $0.rank
          == results.study.organization.positions
          .first { $0.basis == .coverage }?.rank
      })
    #expect(agrees(try value("g"), net.netHours(.street).value, within: 1e-6))
  }

  /// Source of truth: the requirement of the same block, and the law that more units wait less.
  @Test func `curves mark what is required, and fall`() async throws {
    let results = try await DepartmentRun.results("generic")
    let curves = try await table("wait-curves")
    let districts = try texts(curves, "district")
    let marks = try texts(curves, "mark")
    let units = try numbers(curves, "units").compactMap { $0 }
    let required = try numbers(curves, "units_required").compactMap { $0 }
    let waits = try numbers(curves, "wait_share").compactMap { $0 }
    #expect(Set(districts) == Set(results.study.geography.districts.map(\.id.description)))
    for district in Set(districts) {
      let rows = districts.indices.filter { districts[$0] == district }
      let marked = rows.filter { marks[$0].hasPrefix("required") }
      #expect(marked.count == 1)
      let row = try #require(marked.first)
      #expect(units[row] >= required[row] - 1e-6 && units[row] < required[row] + 1)
      #expect(units[rows[rows.count - 1]] == units[row] + 6)
      #expect(zip(rows, rows.dropFirst()).allSatisfy { waits[$0] >= waits[$1] - 1e-9 })
    }
  }

  /// Source of truth: the ladder's chosen row has the same units, so that waits must be the same.
  @Test func `waits of the department agree with the ladder of targets`() async throws {
    let levels = try await table("wait-curve-department")
    let ladder = try await table("target-ladder")
    let names = try texts(levels, "units")
    let full = try #require(names.firstIndex(of: "100 % of required"))
    let chosen = try #require(try texts(ladder, "is_chosen").firstIndex(of: "yes"))
    for key in levels.columns.map(\.key) where key.contains("_wait_p") {
      let level = try #require(try numbers(levels, key)[full])
      let rung = try #require(try numbers(ladder, key)[chosen])
      #expect(agrees(level, rung, within: 1e-9), "\(key)")
    }
    #expect(names.contains("planned"))
  }

  /// Source of truth: `proactive-time`, whose unit-hours of a week are those of all hours.
  @Test func `hours of the week add up to the week`() async throws {
    let results = try await DepartmentRun.results("generic")
    let hours = try await table("proactive-by-hour")
    #expect(hours.rows.count == 168)
    for (key, name) in [("units_required", "required"), ("units_planned", "planned")] {
      let sum = try numbers(hours, key).compactMap { $0 }.reduce(0, +)
      let week = results.department.proactiveTime.compactMap { $0.level(name)?.staffed }
        .reduce(0) { $0 + $1.value }
      #expect(agrees(sum, week, within: 1e-9), "\(key)")
    }
    let parts = try await table("proactive-by-hour-and-district")
    let whole = try numbers(hours, "busy_units").compactMap { $0 }.reduce(0, +)
    let districts = try numbers(parts, "busy_units").compactMap { $0 }.reduce(0, +)
    #expect(agrees(whole, districts, within: 1e-9))
  }

  /// Source of truth: the plan and the strength of the run, added up apart.
  @Test func `supervision shows the people of the plan`() async throws {
    let results = try await DepartmentRun.results("generic")
    let table = try await table("supervision")
    let plan = try #require(results.recommended?.plan)
    let groups = results.study.organization.positions.filter {
      if case .spanOverTours = $0.basis { true } else { false }
    }
    #expect(!groups.isEmpty)
    let sections = try texts(table, "section")
    for group in groups {
      let row = try #require(sections.firstIndex(of: group.section.description))
      let sergeants = plan.assignments.filter { $0.group == group.id }.total(\.strength).value
      #expect(
        agrees(
          try #require(try numbers(table, "supervisors_recommended")[row]), sergeants,
          within: 1e-9))
      let tours = try #require(try numbers(table, "percent_of_tours_within_span")[row])
      #expect((0...100).contains(tours))
      let onHand = results.strength.filter {
        $0.section == group.section && $0.rank == group.rank
      }.total(\.deployable).value
      #expect(
        agrees(try #require(try numbers(table, "supervisors_on_hand")[row]), onHand, within: 1e-9))
    }
  }

  /// Source of truth: the same run worked out twice, over two threads each.
  @Test func `equal runs give equal tables`() async throws {
    let results = try await DepartmentRun.results("generic")
    let again = try DepartmentRun.pipeline("generic").targetLadder(of: results)
    #expect(
      ResultTable.targetLadder(again, results).rows == (try await table("target-ladder")).rows)
  }

  /// Source of truth: a study that states no such standard.
  @Test func `without a target of proactive time there is no ladder of targets`() async throws {
    var results = try await DepartmentRun.results("generic")
    results.study.standards.proactiveTime = nil
    #expect(try DepartmentRun.pipeline("generic").targetLadder(of: results).isEmpty)
    let ladder = ResultTable.staffingLadder(results)
    #expect(!ladder.rows.contains { $0[1] == .text("target of proactive time (b)") })
  }
}

import Rollcall
import TestSupport
import Testing

/// The whole department: Chicago's sections, and a city made of files alone.
@Suite("Whole department")
struct WholeDepartmentTests {
  /// Source of truth: CPD roster of 2 November 2023 (FOIA P891976): 124 units with active sworn
  /// members, 11,721 people.
  @Test func `Chicago's study holds every section of the roster, sworn and civilian`() async throws
  {
    let results = try await DepartmentRun.results("chicago")
    let sworn = results.study.organization.strength.filter { $0.employment == .sworn }
    #expect(Set(sworn.map(\.section)).count == 124)
    #expect(sworn.total(\.assigned).value == 11_721)
    let covered = Set(results.study.organization.positions.map(\.section))
    for section in Set(sworn.map(\.section)) { #expect(covered.contains(section), "\(section)") }
    for check in results.ledgers { #expect(check.closes, "\(check.name)") }
  }

  /// Source of truth: definition: shares of work and of staff sum to one.
  @Test func `shares of the equity table sum to one`() async throws {
    let results = try await DepartmentRun.results("chicago")
    let lines = results.department.equity
    #expect(lines.count == 22)
    #expect(agrees(lines.reduce(0) { $0 + ($1.workloadShare ?? 0) }, 1, within: 1e-9))
    for position in lines[0].staff.indices {
      let sum = lines.reduce(0) { $0 + ($1.staff[position].share ?? 0) }
      #expect(agrees(sum, 1, within: 1e-9), "\(lines[0].staff[position].name)")
    }
  }

  /// Source of truth: directive D20-02 is in force in districts 004, 006 and 007 only; the span of a
  /// decree holds everywhere.
  @Test func `rules act where they are in force, and say what they do`() async throws {
    let results = try await DepartmentRun.results("chicago")
    let effects = results.department.rules
    #expect(effects.count == results.study.rules.count)
    for effect in effects {
      let rule = results.study.rules[effect.rule]
      #expect(effect.state != .unknown && !effect.words.isEmpty, "\(rule.name)")
      if rule.authority == .pilotDirective {
        #expect(rule.districts.map(\.description) == ["004", "006", "007"], "\(rule.name)")
      }
    }
    let training = effects.first { results.study.rules[$0.rule].name == "training_hours" }
    #expect(training?.state == .met)
  }

  /// Source of truth: a study of files alone: three districts, tours of twelve hours, a cycle of
  /// fourteen days.
  @Test func `a second city runs from its files alone`() async throws {
    let results = try await DepartmentRun.results("generic")
    let schedule = results.study.schedule
    #expect(results.study.geography.districts.count == 3)
    #expect(schedule.patrolTours.allSatisfy { $0.length.value == 12 })
    #expect(schedule.rotation.cycleLength == 14)
    #expect(results.required?.status == .optimal && results.recommended?.status == .optimal)
    for check in results.ledgers { #expect(check.closes, "\(check.name)") }
    let names = Set(results.tables.map(\.name))
    for name in [
      "equity", "hours-ledger", "caseloads", "responders", "civilian-conversions", "presence",
      "pipeline", "reconciliation", "policy-alternatives", "beat-service", "targets",
    ] {
      #expect(names.contains(name), "\(name)")
    }
  }

  /// Source of truth: conservation: who is there at the end of a year = at its start + hires +
  /// promoted in − promoted out − exits, by rank.
  @Test func `a transition keeps its books`() async throws {
    let results = try await DepartmentRun.results("generic")
    let pipeline = try DepartmentRun.pipeline("generic")
    let plan = try #require(try pipeline.transition(over: 3, of: results).plan)
    #expect(plan.years.count == 3)
    for (year, next) in zip(plan.years, plan.years.dropFirst()) {
      for (before, after) in zip(year.ranks, next.ranks) {
        #expect(agrees(before.end, after.start, within: 1e-9), "\(before.rank)")
      }
      for line in year.ranks {
        let end = line.start + line.hires + line.promotedIn - line.promotedOut - line.exits
        #expect(agrees(line.end, end, within: 1e-6), "\(line.rank)")
      }
    }
    #expect(throws: PlanningError.self) { try pipeline.transition(over: 0, of: results) }
  }
}

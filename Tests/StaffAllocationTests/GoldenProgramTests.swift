import LinearProgramming
import PolicingDomain
import StaffAllocation
import TestSupport
import Testing

/// Each family of constraints and each objective as text, for the department that fits on a page.
@Suite("Golden programs")
struct GoldenProgramTests {
  /// The rows whose names begin with one of `prefixes`, as the program prints them.
  private func rows(_ program: LinearProgram, _ prefixes: [String]) -> String {
    let lines = program.description.split(separator: "\n").filter { line in
      let text = line.drop { $0 == " " }
      return prefixes.contains { text.hasPrefix($0) } && text.contains(":")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func model(_ mode: StaffingPlan.Mode = .allocate) throws -> AllocationModel {
    try AllocationModel(TinyDepartment.question(sectionAuthorized: 20), mode: mode)
  }

  /// Source of truth: FORMULATION 7.1 by hand.
  ///
  /// A present officer of the day tour is on the street 11/12 of the day watch; with presence 0.9
  /// that is 0.825. On day 1 groups A and C work (C began the day before), on day 2 A and B, on day
  /// 3 B and C.
  @Test func `coverage holds on every watch and day of the rotation`() throws {
    try expectGolden(rows(model().program, ["coverage["]), "Coverage.lp.txt")
  }

  /// Source of truth: FORMULATION 7.3 by hand: one row for each team.
  @Test func `supervision is by tour and day-off group`() throws {
    try expectGolden(rows(model().program, ["span["]), "Supervision.lp.txt")
  }

  /// Source of truth: FORMULATION 7.3 by hand: one row for each watch and day of the rotation; on
  /// day 1 groups A and C are on duty, on day 2 A and B, on day 3 B and C.
  @Test func `minimums of rules hold on every watch and day`() throws {
    try expectGolden(rows(model().program, ["cover["]), "WatchMinimums.lp.txt")
  }

  /// Source of truth: FORMULATION 7.4 by hand.
  @Test func `teams are the patrol strength and other groups fill their positions`() throws {
    try expectGolden(
      rows(model().program, ["teams[", "positions["]) + rows(model(.require).program, ["others["]),
      "Positions.lp.txt")
  }

  /// Source of truth: FORMULATION 7.5 by hand.
  @Test func `nobody is placed twice`() throws {
    try expectGolden(rows(model().program, ["supply["]), "Supply.lp.txt")
  }

  /// Source of truth: FORMULATION 7.6 by hand: 30 authorized less 5 recruits who hold their seats,
  /// and 20 officers in section 001.
  @Test func `authorized strength counts those who hold their seats`() throws {
    try expectGolden(rows(model().program, ["authorized["]), "AuthorizedStrength.lp.txt")
  }

  /// Source of truth: FORMULATION 7.6 by hand: 5,000 less 5 recruits at 100 each leaves 4,500.
  @Test func `the budget pays everybody once`() throws {
    try expectGolden(rows(model().program, ["budget"]), "Budget.lp.txt")
  }

  /// Source of truth: FORMULATION 7.7 by hand: 168 hours × 8 officers = 1,344; each of the six classes
  /// of hours is 168 ÷ 6 = 28 hours a week.
  @Test func `fairness bounds the share that a district lacks`() throws {
    try expectGolden(rows(model().program, ["fairness["]), "Fairness.lp.txt")
  }

  /// Source of truth: FORMULATION 7.8 by hand.
  @Test func `a move counts once, where the person arrives`() throws {
    var model = try model()
    model.program.minimize(model.countMovement())
    try expectGolden(
      rows(model.program, ["movement["]) + objective(model.program), "Movement.lp.txt")
  }

  /// Source of truth: FORMULATION 8 by hand.
  ///
  /// An officer short on one watch of one day in three is 12 × 365 / 3 = 1,460 hours a year, which
  /// is 1,460 / 1,500 of a person. A sergeant short on one day in three is half a person, because
  /// each works two days in three.
  @Test func `shortage counts people, minimums first`() throws {
    var model = try model()
    model.program.minimize(model.minimumShortage())
    var text = objective(model.program)
    model.program.minimize(model.weightedShortage())
    text += objective(model.program)
    try expectGolden(text, "Shortage.lp.txt")
  }

  /// Source of truth: by hand: for each team, officers and sergeants below the largest of its tour,
  /// and sergeants beyond its officers idle.
  @Test func `balance keeps day-off groups even`() throws {
    var model = try model()
    model.program.minimize(model.evenOutTeams())
    try expectGolden(
      rows(model.program, ["even", "leading["]) + objective(model.program), "Balance.lp.txt")
  }

  /// Source of truth: by hand.
  ///
  /// Delays of 6, 3, 2 and 2 hours with 0 … 3 units of two officers: a missing officer costs 3 ÷ 2 =
  /// 1.5 hours a week in the first two, 0.5 in the next two, and nothing beyond, as long as the
  /// hour comes once a week; the hour comes to each of three days of the rotation in a third of the
  /// weeks.
  @Test func `waiting is a ladder of missing officers`() throws {
    var question = try TinyDepartment.question(officersRequired: 0)
    question.preferences.waitingBeyondStandardOnly = false
    question.curves = [
      DelayCurve(
        district: TinyDepartment.district, hour: HourOfWeek(.monday, hour: 8), calls: 2,
        hoursWaited: [6, 3, 2, 2], keepsUp: 1, required: 1)
    ]
    var model = try AllocationModel(question, mode: .allocate)
    model.program.minimize(model.urgentWaiting())
    try expectGolden(
      rows(model.program, ["coverage["]) + objective(model.program), "UrgentWaiting.lp.txt")
  }

  /// Source of truth: FORMULATION 7.5 by hand: four positions convertible, of whose holders three
  /// can leave; 1.25 civilians for each.
  @Test func `a conversion frees only holders who are fit`() throws {
    var question = try TinyDepartment.question()
    question.conversions = [TinyDepartment.conversion]
    question.preferences.conversions = 3
    question.preferences.largestCut = Share(1, of: 4)
    question.preferences.movementLimit = 2
    question.preferences.overtime = .init(hours: Hours(1000), dollarsPerHour: 0.1)
    let program = try AllocationModel(question, mode: .allocate).program
    try expectGolden(
      rows(program, ["hires[", "conversions", "positions[001-desk"]), "Conversions.lp.txt")
    try expectGolden(rows(program, ["cut["]), "SectionCuts.lp.txt")
    try expectGolden(
      rows(program, ["overtimeHours", "coverage[001,day 1,"]), "Overtime.lp.txt")
  }

  @Test func `mode require has no limits on people or money`() throws {
    let text = try model(.require).program.description
    for prefix in ["supply[", "authorized[", "budget", "fairness["] {
      #expect(!text.contains("\n  \(prefix)"))
    }
  }

  private func objective(_ program: LinearProgram) -> String {
    let first = program.description.split(separator: "\n").prefix { !$0.hasPrefix("subject to") }
    return first.joined(separator: "\n") + "\n"
  }
}

import LinearProgramming
import PolicingDomain
import StaffAllocation
import TestSupport
import Testing

/// The calendar of rotations and week, and the exactness of merging its hours.
@Suite("Duty calendar")
struct DutyCalendarTests {
  private func rosters(_ question: AllocationQuestion) -> [AllocationQuestion.Roster] {
    question.patrol.rosters
  }

  private func coverageRows(_ question: AllocationQuestion, merges: Bool = true) throws -> Int {
    let program = try AllocationModel(question, mode: .allocate, merges: merges).program
    return program.rows.count { program.name(of: $0).hasPrefix("coverage[") }
  }

  /// Needs that differ by weekday, and delays that differ by hour.
  private func uneven(_ roster: AllocationQuestion.Roster? = nil) throws -> AllocationQuestion {
    let plain = try TinyDepartment.question(officers: 11, fieldSergeants: 0)
    let units = plain.patrol.watches.flatMap { watch in
      Weekday.allCases.map { day in
        TinyDepartment.requirement(
          watch.id, day, officers: 4 + 1.5 * Double((day.rawValue * 3) % 7))
      }
    }
    var question = AllocationQuestion(
      districts: plain.districts, ranks: plain.ranks, groups: plain.groups,
      positions: plain.positions, units: units, strength: plain.strength,
      patrol: .init(
        watches: plain.patrol.watches, rosters: roster.map { [$0] } ?? rosters(plain),
        presence: 0.9, netStreetHours: Hours(1500)), limits: plain.limits)
    question.rules = plain.rules
    question.preferences.waitingBeyondStandardOnly = false
    question.curves = HourOfWeek.all.map { hour in
      let load = 1 + Double(hour.index % 5)
      return DelayCurve(
        district: TinyDepartment.district, hour: hour, calls: load,
        hoursWaited: (0...6).map { load * 4 / Double(1 + $0 * $0) }.convexHull,
        keepsUp: 2, required: 3)
    }
    return question
  }

  /// Source of truth: by hand: two tours, three days of the rotation: six classes of hours instead of
  /// 21 days × 24 hours; a rotation of seven days, two off, has as many days as the week and 2 × 7
  /// classes.
  @Test func `a rotation that drifts merges the weekdays, a weekly one keeps them`() throws {
    let drifting = try uneven()
    #expect(try coverageRows(drifting) == 6)
    #expect(try coverageRows(drifting, merges: false) == 21 * 24)
    let weekly = AllocationQuestion.Roster(
      tours: drifting.patrol.rosters[0].tours,
      rotation: try TinyDepartment.rotation(on: 5, off: 2))
    #expect(try coverageRows(uneven(weekly)) == 14)
  }

  /// Source of truth: theorem in the article Formulation: hours with one coverage vector have one
  /// number of officers, so that their costs add up; the unmerged program is solved beside it.
  @Test(arguments: [false, true])
  func `merged hours have the optimum of the hours one by one`(isWeekly: Bool) throws {
    let drifting = try uneven()
    let roster = AllocationQuestion.Roster(
      tours: drifting.patrol.rosters[0].tours,
      rotation: try TinyDepartment.rotation(on: 5, off: 2))
    let question = try isWeekly ? uneven(roster) : drifting
    for objective in 0..<2 {
      var optima: [Double] = []
      for merges in [true, false] {
        var model = try AllocationModel(question, mode: .allocate, merges: merges)
        model.program.minimize(
          objective == 0 ? model.urgentWaiting() : model.weightedShortage())
        optima.append(try #require(try model.program.solve().solution).objective)
      }
      #expect(optima[0] > 0)
      #expect(agrees(optima[0], optima[1], within: 1e-9), "\(optima)")
    }
  }

  /// Source of truth: by hand.
  ///
  /// Needs of 4, 8.5 and 13 officers on different weekdays of the same class: with n officers the
  /// shortage is the sum of what each weekday lacks, whatever the order in which steps are filled.
  @Test func `quiet weekdays are not held at the need of the busiest`() throws {
    let question = try uneven()
    let plan = try #require(try StaffingPlan.answer(question, mode: .allocate).plan)
    for line in plan.coverageShortages {
      let needs = question.units.filter { $0.watch == line.watch }.map(\.officers)
      #expect(line.short < max(0, needs.max().map { $0 - line.leastPlanned } ?? 0))
      let mean = needs.reduce(0) { $0 + max(0, $1 - line.planned) } / 7
      #expect(line.short >= mean - 1e-6)
    }
  }

  /// Source of truth: lcm(7, 6, 9) = 126 by hand; 4 on, 2 off beside 6 on, 3 off.
  @Test func `two rosters repeat together`() throws {
    let plain = try TinyDepartment.question()
    let question = try twoRosters(plain, cycles: (6, 9))
    let plan = try #require(try StaffingPlan.answer(question, mode: .allocate).plan)
    #expect(plan.teams.contains { $0.tour.description == "power" })
  }

  @Test func `a calendar without end is refused`() throws {
    let question = try twoRosters(TinyDepartment.question(), cycles: (8, 101))
    let error = #expect(throws: AllocationError.self) {
      try StaffingPlan.answer(question, mode: .require)
    }
    #expect(error == .calendarTooLong(days: 5656))
  }

  private func twoRosters(
    _ plain: AllocationQuestion, cycles: (Int, Int)
  ) throws -> AllocationQuestion {
    func rotation(_ cycle: Int, _ prefix: String) throws -> DayOffRotation {
      let groups = (0..<cycle).map { DayOffGroup("\(prefix)\($0)") }
      return try #require(DayOffRotation(daysOn: cycle * 2 / 3, daysOff: cycle - cycle * 2 / 3, groups: groups))
    }
    let tours = plain.patrol.rosters[0].tours
    var question = AllocationQuestion(
      districts: plain.districts, ranks: plain.ranks, groups: plain.groups,
      positions: plain.positions, units: plain.units, strength: plain.strength,
      patrol: .init(
        watches: plain.patrol.watches,
        rosters: [
          .init(tours: tours, rotation: try rotation(cycles.0, "N")),
          .init(
            tours: [TinyDepartment.tour("power", watch: "night", start: 14, rollCall: 0)],
            rotation: try rotation(cycles.1, "P")),
        ], presence: 0.9, netStreetHours: Hours(1500)), limits: plain.limits)
    question.rules = plain.rules
    return question
  }
}

extension [Double] {
  /// The lower convex hull of figures at 0, 1, 2 …
  var convexHull: [Double] {
    indices.map { place in
      var least = self[place]
      for low in 0...place {
        for high in place..<count where high > low {
          let part = Double(place - low) / Double(high - low)
          least = Swift.min(least, self[low] + part * (self[high] - self[low]))
        }
      }
      return least
    }
  }
}

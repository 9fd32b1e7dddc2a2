import PlanningFiles
import PolicingDomain
import TestSupport
import Testing

/// The tables that make a study one of the whole department, read from the template.
@Suite("Tables of the whole department")
struct DepartmentTablesTests {
  private func study() throws -> Study {
    try StudyFolder.read(at: BundledStudy.path("generic")).study
  }

  /// Source of truth: responders.csv of the template, read by hand.
  @Test func `a responder gathers its rows`() throws {
    let responders = try study().responders
    #expect(
      responders.map(\.id.description) == ["telephone-unit", "crisis-responders", "co-response"])
    let telephone = responders[0]
    #expect(telephone.kind == .telephone && telephone.districts == [] && !telephone.isInData)
    #expect(telephone.window.startMinute == 420 && telephone.window.minutes == 960)
    #expect(telephone.shares.map(\.category.description) == ["theft", "traffic_crash"])
    #expect(telephone.shares[0].eligible.value == 0.5 && telephone.shares[0].accepted.value == 0.8)
    #expect(telephone.shares[0].service == Hours(minutes: 25))
    #expect(telephone.meanWait == Hours(minutes: 20) && telephone.busyShare.value == 0.75)
    let crisis = responders[1]
    #expect(crisis.crew == [.init(rank: Rank.ID("clinician"), count: 2)])
    #expect(crisis.window.minutes == 1080)
    let both = responders[2]
    #expect(both.shares[0].policeTimeKept.value == 0.6 && both.meanWait == nil)
    #expect(both.districts == [District.ID("2")] && both.window.weekdays.count == 5)
    #expect(both.shares[0].provenance.place == RowPlace(file: "responders.csv", line: 6))
  }

  /// Source of truth: caseloads.csv, positions.csv and study.yaml of the template, read by hand.
  @Test func `cases and arrests size their groups`() throws {
    let organization = try study().organization
    #expect(organization.caseloads.count == 4)
    let homicide = organization.caseloads[0]
    #expect(homicide.group.description == "major-crimes" && homicide.newCases == 5)
    #expect(homicide.ages.map(\.hours.value) == [260, 120, 60])
    #expect(homicide.ages.map(\.reached.value) == [1, 0.8, 0.4])
    #expect(homicide.benchmark == 0.3...0.6 && homicide.callOuts == 6)
    #expect(organization.caseloads[3].ages.count == 1)
    func basis(_ id: String) -> PositionBasis? {
      organization.positions.first { $0.id.description == id }?.basis
    }
    #expect(
      basis("major-crimes")
        == .caseload(onCall: OnCallMinimum(teams: 1, size: 2, hoursPerWeek: 128)))
    #expect(basis("property-crimes") == .caseload(onCall: nil))
    guard case .custody(let posts, let hours, let work) = basis("lockup") else {
      Issue.record("the lockup is not sized by custody")
      return
    }
    #expect(posts == 2 && hours == 168 && work.hoursPerArrest == 3.5)
    // 4,200 arrests a year are 4,200 × 7 / 365 a week.
    let aWeek = work.arrestsByHour.reduce(0, +)
    #expect(agrees(aWeek, 80.547_945_205_479_45))
  }

  /// Source of truth: positions.csv of the template, read by hand.
  @Test func `ratios count what the study names`() throws {
    let positions = try study().organization.positions
    func driver(_ id: String) -> RatioDriver? {
      guard case .ratio(let driver, _) = positions.first(where: { $0.id.description == id })?.basis
      else { return nil }
      return driver
    }
    #expect(driver("analysis") == .districts && driver("beat-coordinators") == .beats)
    #expect(driver("evidence") == .arrestsPerYear && driver("personnel") == .headcount)
    #expect(driver("records-supervisor") == .civilianStrength)
    #expect(driver("academy-instructors") == .entries(rank: Rank.ID("officer")))
    #expect(driver("field-training") == .band(rank: Rank.ID("officer"), band: "under-1"))
    #expect(driver("wellness") == .rank(Rank.ID("officer")))
  }

  /// Source of truth: the tables of the template, read by hand.
  @Test func `conversions, flows and a second count are read`() throws {
    let organization = try study().organization
    let desk = organization.civilianization[0]
    #expect(desk.fails == [.accommodation] && desk.isEligible && desk.limitedDutySeats == 1)
    #expect(!organization.civilianization[5].isEligible)
    let flow = organization.flows[0]
    #expect(flow.promotedFrom == nil && flow.exits.value == 0.07 && flow.entriesLimit == 16)
    #expect(organization.flows[2].promotedFrom == Rank.ID("officer"))
    #expect(organization.flows[1].entriesLimit == nil)
    #expect(organization.secondCount.map(\.people.value) == [37, 42, 36, 14, 11])
    #expect(organization.countDifferences.map(\.people) == [-1, 1, -1])
  }

  /// Source of truth: the tables of the template; of 2-2-3, each group works 7 days of 14, and groups
  /// half a cycle apart never the same day.
  @Test func `schedules, teams and the calendar are read`() throws {
    let schedule = try study().schedule
    #expect(schedule.rotation.cycleLength == 14 && schedule.rotation.daysOn == 7)
    #expect(schedule.rotation.starts == [0, 7, 0, 7])
    for phase in 0..<14 {
      #expect(
        schedule.rotation.isOn(groupAt: 0, phase: phase)
          != schedule.rotation.isOn(groupAt: 1, phase: phase))
    }
    #expect(schedule.limits.consecutiveDays == 3 && schedule.limits.rest == Hours(11))
    #expect(schedule.calendar.map(\.share.value) == [0.05, 0.1, 0.06])
    let alternatives = schedule.alternatives
    #expect(alternatives.map(\.id.description) == ["twelve-hour", "ten-hour", "eight-hour"])
    #expect(alternatives[0].tours.count == 4 && alternatives[1].tours.count == 3)
    #expect(alternatives[0].tours[1].id.description == "twelve-hour-day-0700")
    #expect(alternatives[0].tours[1].watch?.description == "day")
    #expect(alternatives[1].rotation.cycleLength == 7 && alternatives[2].rotation.daysOn == 11)
    #expect(alternatives[2].limits.paidHours == Hours(2080))
    #expect(schedule.patrolTours.count == 4)
    #expect(schedule.teamRotations.count == 6)
    #expect(schedule.teamRotations[0].teams.map(\.group.description) == ["A", "B", "C", "D"])
    #expect(schedule.teamRotations[0].rotation == schedule.rotation)
  }

  /// Source of truth: study.yaml, targets.csv, rules.csv and districts.csv of the template.
  @Test func `values, rules and preferences are read`() throws {
    let study = try study()
    #expect(study.targets.count == 8)
    #expect(study.targets[0].name == "proactive_time" && study.targets[0].value == 0.4)
    #expect(study.targets[0].alternatives == [0.3, 0.5])
    #expect(study.rules.filter { !$0.isOn }.map(\.name) == ["field_training_ratio"])
    let pilot = try #require(study.rule("field_sergeants_per_watch"))
    #expect(pilot.applies(in: District.ID("2")) && !pilot.applies(in: District.ID("1")))
    #expect(study.asOf?.description == "2025-07-01" && study.arrestsPerYear == 4200)
    #expect(study.budget?.limit.value == 33_000_000)
    #expect(study.preferences.tolerances == [.weightedShortage: 0.01])
    #expect(study.preferences.urgentPriorities.map(\.level) == [1, 2])
    #expect(study.preferences.overtime?.dollarsPerHour == 78)
    #expect(study.preferences.conversions == 6 && study.preferences.provenance.isAssumption)
    #expect(study.geography.districts.map(\.daytimePopulation) == [61_000, 74_000, 39_000])
    #expect(study.geography.districts.map(\.violentCrimes) == [210, 330, 180])
    #expect(study.organization.strength.count == 28)
  }
}

import PolicingDomain
import StaffingRequirements
import Testing

@Suite("Availability")
struct AvailabilityTests {
  /// Source of truth: worked by hand from the published entitlements of a 9-hour patrol officer of
  /// 4 to 8 years: 243.33 − 16 − 4 − 3.76 − 4.71 = 214.86 tours; 365 ÷ 214.86 = 1.699; 7.25 hours
  /// on the street, about 1,558 hours.
  @Test func `a field officer works 214.86 tours`() throws {
    let availability = try Fixture.availability()
    #expect(near(availability.scheduledTours, 243.33, 0.005))
    let lost = availability.toursLost.map(\.tours)
    #expect(lost.count == 4)
    for (tours, expected) in zip(lost, [16, 4, 3.76, 4.71]) {
      #expect(near(tours, expected, 0.006))
    }
    #expect(near(availability.netTours, 214.86, 0.005))
    #expect(near(availability.reliefFactor(), 1.699, 0.0005))
    #expect(near(availability.netHours(.street).value, 1558, 0.5))
    #expect(near(availability.netHours(.desk).value, 214.8627 * 8.5, 0.01))
  }

  /// Source of truth: conservation (FORMULATION 12): every paid hour is on the street or in one
  /// line of deductions.
  @Test func `the books of a year close`() throws {
    let absences = Fixture.fieldOfficerAbsences + [Fixture.absence("court", 30, .streetHours)]
    let availability = try Fixture.availability(absences)
    let ledger = availability.paidHoursLedger
    #expect(near(ledger.difference.value, 0))
    #expect(
      ledger.deductions.map(\.name) == [
        "furlough, band 4-8", "personal days", "baby furlough days, band 4-8", "training", "court",
        "roll call", "relief and vehicle inspection", "check-off",
      ])
    let worked = availability.netTours
    let hours = ledger.deductions.map(\.hours.value)
    #expect(near(hours[0], 16 * 8.5) && near(hours[3], 40) && near(hours[4], 30))
    #expect(near(hours[5], 0.75 * worked) && near(hours[7], 0.25 * worked))
  }

  /// Source of truth: by hand: a meal that is paid shows as a line of its own.
  @Test func `a paid meal is in the books`() throws {
    let tour = Tour(
      id: .init("ten"), watch: nil, start: .zero, length: Hours(10), paid: Hours(10),
      meal: Hours(0.5), rollCall: Hours(0.25), relief: .zero, checkOff: .zero)
    let availability = try Availability(
      of: Fixture.officer, on: tour, scheduledTours: 200, shareOfDaysOn: 0.5, absences: [],
      seniority: [])
    let ledger = availability.paidHoursLedger
    #expect(ledger.deductions.map(\.hours.value) == [50, 100])
    #expect(ledger.deductions.last?.name == "meal, as far as it is paid")
    #expect(near(ledger.difference.value, 0))
  }

  /// Source of truth: FORMULATION 12: one more court hour moves net hours once.
  @Test func `an hour of court on duty costs one street hour and nothing else`() throws {
    let before = try Fixture.availability(
      Fixture.fieldOfficerAbsences + [Fixture.absence("court", 30, .streetHours)])
    let after = try Fixture.availability(
      Fixture.fieldOfficerAbsences + [Fixture.absence("court", 31, .streetHours)])
    #expect(near(before.netHours(.street).value - after.netHours(.street).value, 1))
    #expect(before.netTours == after.netTours)
    #expect(before.paidHours == after.paidHours)
    #expect(before.toursLost == after.toursLost)
    #expect(before.wholePersonShare == after.wholePersonShare)
    #expect(before.reliefFactor() == after.reliefFactor())
  }

  /// Source of truth: the sample configuration of the AH Datalytics dashboard: 4 + 12 + 12 + 5 +
  /// 5 + 182.5 + 1 = 221.5 days off, 12-hour tours: 365 ÷ 143.5 = 2.5436.
  @Test func `a twelve-hour tour with 221.5 days off has a relief factor of 2.5436`() throws {
    let days = [4, 12, 12, 5, 5, 182.5, 1]
    let tour = Tour(
      id: .init("twelve"), watch: nil, start: .zero, length: Hours(12), paid: Hours(12),
      meal: .zero, rollCall: .zero, relief: .zero, checkOff: .zero)
    let availability = try Availability(
      of: Fixture.officer, on: tour, scheduledTours: 365, shareOfDaysOn: 1,
      absences: days.map { Fixture.absence("off", $0, .tours) }, seniority: [])
    #expect(near(availability.netTours, 143.5))
    #expect(near(availability.reliefFactor(), 2.543554, 5e-7))
    let named = try ReliefFactor(daysToCover: 365, netTours: availability.netTours)
    #expect(named.kind == .tours)
    #expect(named.value == availability.reliefFactor())
  }

  /// Source of truth: by hand: a quarter of the rank has 20 tours off, three quarters 12, and all
  /// have 4: 0.25 × 20 + 0.75 × 12 + 4 = 18.
  @Test func `items by band are weighted with the mix of the rank`() throws {
    let absences = [
      Fixture.absence("furlough", 20, .tours, band: "young"),
      Fixture.absence("furlough", 12, .tours, band: "old"),
      Fixture.absence("personal", 4, .tours),
    ]
    let mix = [
      SeniorityBand(rank: Fixture.officer.id, band: "young", members: 10),
      SeniorityBand(rank: Fixture.officer.id, band: "old", members: 30),
      SeniorityBand(rank: Fixture.sergeant.id, band: "old", members: 5),
    ]
    let lost = { (availability: Availability) in
      availability.scheduledTours - availability.netTours
    }
    #expect(near(lost(try Fixture.availability(absences, seniority: mix)), 18))
    #expect(
      near(lost(try Fixture.availability(absences, of: Fixture.sergeant, seniority: mix)), 16))
    let lieutenant = Fixture.lieutenant
    #expect(
      near(
        lost(
          try Fixture.availability(
            absences, of: lieutenant, seniority: mix, missingBands: .mix(of: Fixture.officer.id))),
        18))
    #expect(
      near(
        lost(
          try Fixture.availability(
            absences, of: lieutenant, seniority: mix, missingBands: .equalWeight)), 20))
    let error = #expect(throws: RequirementsError.self) {
      try Fixture.availability(absences, of: lieutenant, seniority: mix)
    }
    #expect(
      error == .missingBandMix(item: "furlough", band: "young", rank: lieutenant.id))
  }

  /// Source of truth: by hand: 5 % + 4 % + 1 % off strength; items of other ranks do not count.
  @Test func `shares of strength add up and leave the hours alone`() throws {
    let absences = [
      Fixture.absence("limited duty", 0.05, .shareOfStrength),
      Fixture.absence("medical", 0.04, .shareOfStrength),
      Fixture.absence("military", 0.01, .shareOfStrength),
      Fixture.absence("academy", 0.95, .shareOfStrength, ranks: [Fixture.sergeant.id]),
    ]
    let availability = try Fixture.availability(absences)
    #expect(near(availability.wholePersonShare.value, 0.1))
    #expect(availability.netTours == availability.scheduledTours)
    let error = #expect(throws: RequirementsError.self) {
      try Fixture.availability(absences, of: Fixture.sergeant, seniority: [])
    }
    #expect(error?.description.hasPrefix("The whole-person absences of the rank sergeant") == true)
  }

  @Test func `absences that make no sense are refused`() {
    let wrong = AbsenceItem(
      name: "medical", ledger: .recurring, amount: 0.1, measure: .shareOfStrength,
      provenance: Fixture.source)
    #expect(
      throws: RequirementsError.wrongMeasure(
        item: "medical", measure: .shareOfStrength, ledger: .recurring)
    ) { try Fixture.availability([wrong]) }
    #expect(throws: RequirementsError.inBothLedgers(item: "medical", rank: Fixture.officer.id)) {
      try Fixture.availability([
        Fixture.absence("medical", 6, .tours), Fixture.absence("medical", 0.1, .shareOfStrength),
      ])
    }
    #expect(throws: RequirementsError.self) {
      try Fixture.availability([Fixture.absence("furlough", -1, .tours)])
    }
    let all = #expect(throws: RequirementsError.self) {
      try Fixture.availability([Fixture.absence("furlough", 244, .tours)])
    }
    #expect(all?.description.contains("tours a year; check their amounts") == true)
  }

  /// Source of truth: by hand: 260 office tours of 8 paid hours less 10 tours; 6-day rotation of
  /// 243.33 tours less 10.
  @Test func `a table works out street and desk for every rank`() throws {
    let rotation = try #require(
      DayOffRotation(daysOn: 4, daysOff: 2, groups: (61...66).map { DayOffGroup("\($0)") }))
    var schedule = WorkSchedule(
      watches: [], patrolTours: [Fixture.patrolTour], officeTour: Fixture.officeTour,
      officeToursPerYear: 260, civilianTour: Fixture.officeTour, civilianToursPerYear: 250,
      rotation: rotation, absences: [Fixture.absence("furlough", 10, .tours)], seniority: [])
    let ranks = [Fixture.officer, Fixture.clerk]
    let table = try AvailabilityTable(of: ranks, under: schedule)
    #expect(table.entries.count == 4)
    #expect(near(try table.netHours(of: Fixture.officer.id, .desk).value, 250 * 8))
    #expect(
      near(try table.netHours(of: Fixture.officer.id, .street).value, (730 / 3.0 - 10) * 7.25))
    #expect(near(try table.netHours(of: Fixture.clerk.id, .street).value, 240 * 8))
    #expect(
      throws: RequirementsError.missingAvailability(rank: Fixture.sergeant.id, working: .desk)
    ) { try table.netHours(of: Fixture.sergeant.id, .desk) }
    schedule.patrolTours.append(Fixture.officeTour)
    #expect(
      throws: RequirementsError.differingPatrolTours(Fixture.patrolTour.id, Fixture.officeTour.id)
    ) { try AvailabilityTable(of: ranks, under: schedule) }
  }

  /// Source of truth: FORMULATION 5.2: a vacancy is in neither ledger; court off duty is overtime.
  @Test func `a vacancy and court off duty are no absences`() throws {
    for name in ["vacancies", "vacant_positions", "Vacancy, patrol"] {
      for measure in [AbsenceItem.Measure.shareOfStrength, .tours] {
        let error = #expect(throws: RequirementsError.vacancyAsAbsence(item: name)) {
          try Fixture.availability([Fixture.absence(name, 0.1, measure)])
        }
        #expect(error?.description.contains("Nobody holds a vacant position") == true)
      }
    }
    for name in ["court_off_duty", "Off-duty court", "court (off duty)", "offduty court"] {
      let error = #expect(throws: RequirementsError.offDutyCourt(item: name)) {
        try Fixture.availability([Fixture.absence(name, 20, .streetHours)])
      }
      #expect(error?.description.contains("overtime") == true)
    }
    for name in ["court_on_duty", "day off, cancelled", "court", "vaccination"] {
      _ = try Fixture.availability([Fixture.absence(name, 1, .streetHours)])
    }
  }
}

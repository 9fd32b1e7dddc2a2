/// From requirements and strength to what a reader asks of the whole department.
struct DepartmentStage {
  private let study: Study
  private let requirement: RequirementStage

  init(_ study: Study, _ requirement: RequirementStage) {
    self.study = study
    self.requirement = requirement
  }

  /// Adds what follows from the requirement.
  func record(in results: inout StudyResults) throws(PlanningError) {
    do {
      results.department = try findings(results)
    } catch {
      throw .requirements(error)
    }
    results.findings += results.department.vacancies?.findings ?? []
    results.findings += results.department.presence?.findings ?? []
    results.findings += responderFindings(results.department)
  }

  private func findings(
    _ results: StudyResults
  ) throws(RequirementsError) -> DepartmentFindings {
    let organization = study.organization
    let availabilities = requirement.availabilities
    var found = DepartmentFindings()
    found.vacancies = Vacancies(of: requirement.ledger, organization: organization)
    found.reconciliation = try Reconciliation(of: organization)
    found.caseloads = try CaseloadHours.all(of: organization, availabilities: availabilities)
    found.policyAlternatives = try PolicyAlternatives.all(
      of: organization, availabilities: availabilities)
    found.conversions = requirement.conversions
    if !organization.flows.isEmpty {
      found.pipeline = VacancyAllowance(.separations, try PipelineSeats(of: organization))
    }
    found.responders = requirement.responders
    if let officer = patrolRank { try addPatrol(officer, to: &found, results) }
    return found
  }

  /// The people of responders are in no position group: a reader must not take the hours that they
  /// free as a gift.
  private func responderFindings(_ found: DepartmentFindings) -> [String] {
    (found.responders?.teams ?? []).flatMap { team in
      team.positions.map { need in
        "the responder \(team.responder) needs \(need.positions.value.written(1)) positions of "
          + "\(need.rank) (\(need.cost.value.written(0)) dollars a year), which stand in the table of "
          + "responders and in no position group: they are not in the required total"
      }
    }
  }

  /// The rank of patrol officers.
  private var patrolRank: Rank.ID? {
    study.organization.positions.first { $0.basis == .coverage }?.rank
  }

  private func addPatrol(
    _ officer: Rank.ID, to found: inout DepartmentFindings, _ results: StudyResults
  ) throws(RequirementsError) {
    let watches = study.schedule.watches
    guard let availability = requirement.availabilities.availability(of: officer, .street) else {
      return
    }
    let units = UnitsOnStreet.all(requirement.units)
    if !study.schedule.calendar.isEmpty {
      found.presence = try presence(of: officer, availability)
    }
    if let work = results.scheduledWork {
      found.community = try CommunityWork(
        of: work, units: units, watches: watches, availabilities: requirement.availabilities,
        officer: officer)
    }
    let use = try StreetUse(
      staffed: StreetUse.Staffed.required(
        requirement.units, watches: watches, districts: study.geography.districts.map(\.id)),
      demand: requirement.demand, officerInitiated: results.officerWorkPerWeek,
      scheduledWork: results.scheduledWork)
    found.streetUse = use
    found.hours =
      [HoursLedger(of: availability, street: use.department)]
      + use.districts.filter { $0.staffed > .zero }.map { use in
        HoursLedger(of: availability, street: use)
      }
  }

  private func presence(
    of officer: Rank.ID, _ availability: Availability
  ) throws(RequirementsError) -> PresenceCalendar {
    try PresenceCalendar.check(study.schedule)
    let deployable = requirement.strength.filter { line in
      line.rank == officer
        && study.geography.districts.contains { $0.id.description == line.section.description }
    }.total(\.deployable)
    return try PresenceCalendar(
      of: availability, calendar: study.schedule.calendar,
      scheduled: PresenceCalendar.Scheduled.divided(
        deployable, by: requirement.units, watches: study.schedule.watches,
        shareOfDaysOn: study.schedule.rotation.shareOfDaysOn),
      year: study.planYear ?? study.period.last.parts.year)
  }
}

extension StudyResults {
  /// Officer-initiated unit-hours in each hour of a mean week.
  fileprivate var officerWorkPerWeek: HourlyTable? {
    let weeks = Double(workload.period.observedDayCount) / 7
    guard weeks > 0, workload.officerUnitHours.total > 0 else { return nil }
    return workload.officerUnitHours.scaled(
      byDistrict: workload.officerUnitHours.districts.map { _ in 1 / weeks })
  }
}

import PolicingDomain
import StaffAllocation
import StaffingRequirements

/// What all schedules of a comparison are measured against: the officers that one district needs hour
/// by hour, the absences of the study, and its rules.
struct TourBench {
  private let study: Study
  private let district: District.ID
  private let rules: PatrolRules
  private let officer: Rank
  private let sergeant: Rank
  private let own: TourSchedule
  /// Officers per unit in each hour of the week.
  private let crew: [Double]
  /// Officers required on the street in each hour of the week.
  private let required: [Double]

  init(
    _ results: StudyResults, district: District.ID, own: TourSchedule
  ) throws(RequirementsError) {
    study = results.study
    self.district = district
    self.own = own
    let ranks = study.organization.ranks
    let table = try AvailabilityTable(of: ranks, under: study.schedule)
    let rules = try PatrolRules(of: study, table)
    self.rules = rules
    func rank(_ id: Rank.ID) throws(RequirementsError) -> Rank {
      guard let found = ranks.first(where: { $0.id == id }) else {
        throw .missingAvailability(rank: id, working: .street)
      }
      return found
    }
    officer = try rank(rules.officers.rank)
    sergeant = try rank(rules.sergeants.rank)
    let watches = study.schedule.watches
    let crew = HourOfWeek.all.map { hour in
      watches.first { $0.contains(hourOfDay: hour.hourOfDay) }?.crew ?? 2
    }
    self.crew = crew
    var required = [Double](repeating: 0, count: HourOfWeek.count)
    for need in results.hourlyUnits where need.district == district {
      required[need.hour.index] = need.needs.units * crew[need.hour.index]
    }
    self.required = required
  }

  /// The fewest officers on `schedule` that cover every hour that its tours reach.
  func fewestOfficers(on schedule: TourSchedule) throws(PlanningError) -> FullTimeEquivalents {
    let availability = try availability(of: officer, on: schedule)
    do {
      return try TourFit.fewestOfficers(question(schedule, availability))
    } catch {
      throw .allocation(error)
    }
  }

  /// Returns the line of `schedule` with so many officers.
  func line(
    _ schedule: TourSchedule, officers: FullTimeEquivalents
  ) throws(PlanningError) -> TourComparison.Line {
    let availability = try availability(of: officer, on: schedule)
    let leading = try self.availability(of: sergeant, on: schedule)
    let figures: ScheduleFigures
    let span: TourComparison.SpanKept
    let fit: TourFit
    do {
      figures = try ScheduleFigures(of: schedule)
      fit = try Self.fit(question(schedule, availability), officers)
      span = try TourComparison.SpanKept(
        of: fit.teams, span: rules.span(in: district), presence: (availability.presence, leading.presence))
    } catch let error as RequirementsError {
      throw .requirements(error)
    } catch let error as AllocationError {
      throw .allocation(error)
    } catch {
      throw .question(reason: "\(error)")
    }
    let limits = study.schedule.limits
    let load = TourComparison.StreetLoad(
      of: fit.teams, coverage: ScheduleCoverage(of: schedule),
      presence: availability.streetPresence, crew: crew,
      vehicles: schedule.limits.vehicles ?? limits.vehicles)
    let fitted = TourComparison.Fitted(
      availability: availability, fit: fit, load: load, span: span,
      cost: cost(of: fit, sergeants: span.sergeants, figures))
    return TourComparison.Line(
      schedule: schedule, figures: figures,
      limits: LimitCheck.findings(of: schedule, figures, common: limits, load: load),
      fitted: fitted)
  }

  private static func fit(
    _ question: TourFitQuestion, _ officers: FullTimeEquivalents
  ) throws(AllocationError) -> TourFit {
    try TourFit(of: question, officers: officers)
  }

  private func question(
    _ schedule: TourSchedule, _ availability: Availability
  ) -> TourFitQuestion {
    let coverage = ScheduleCoverage(of: schedule)
    return TourFitQuestion(
      schedule: schedule, cells: coverage.cells(required: required),
      calendarDays: coverage.calendarDays, presence: availability.streetPresence)
  }

  private func availability(
    of rank: Rank, on schedule: TourSchedule
  ) throws(PlanningError) -> Availability {
    do {
      return try Availability(of: rank, on: schedule, absencesOf: study.schedule)
    } catch {
      throw .requirements(error)
    }
  }

  /// Dollars a year for the fewest officers that cover everything, and sergeants in the proportion of
  /// the fit; pay in proportion to paid hours.
  private func cost(
    of fit: TourFit, sergeants: Double, _ figures: ScheduleFigures
  ) -> DollarsPerYear {
    let ownPaid = own.tours.total(\.paid) / Double(own.tours.count) * own.rotation.scheduledTours
    let pay = ownPaid > .zero ? figures.paidHours / ownPaid : 1
    let perOfficer = fit.officers.value > 0 ? sergeants / fit.officers.value : 0
    let people = fit.officersToCover.value
    return DollarsPerYear(
      pay * people * (officer.annualCost.value + perOfficer * sergeant.annualCost.value))
  }

  /// What a reader must know.
  func notes(officers: FullTimeEquivalents) -> [String] {
    [
      "District \(district): fitted to the officers required in each hour of the week, on every day "
        + "of the cycle; absences are those of the study. Short, surplus, teams and span are with "
        + "\((officers.value * 10).rounded() / 10) officers on every schedule, those that cover every "
        + "hour on the study's own.",
      "Cost: the officers that cover every hour and their sergeants, paid in proportion to paid hours "
        + "a year. Span \(rules.span(in: district).written()): every team has sergeants of its own, in whole people; wanted on "
        + "\(Int((rules.spanShare.value * 100).rounded())) % of tours.",
    ]
  }
}

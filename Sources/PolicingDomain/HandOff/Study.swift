/// Everything that a department planner states before a question can be answered.
///
/// A study is inert data: it is read from files by the module PlanningFiles, and every stage takes
/// from it what it needs.
public struct Study: Hashable, Sendable {
  /// Where the calls come from.
  public enum CallSource: Hashable, Sendable {
    /// Dispatch exports and the profile of their columns.
    case exports(CallExports)
    /// A store into which exports were imported before.
    case store(file: String)
    /// Calls made up from published totals: a demonstration.
    case synthesis(CallSynthesis)
  }

  /// A short name, fit for a file.
  public var name: String
  /// The title of reports.
  public var title: String
  /// What every page must say, if anything, such as that the calls are synthetic.
  public var notice: String?
  /// The period of the calls.
  public var period: StudyPeriod
  /// The seed of everything random.
  public var seed: UInt64
  /// Where the calls come from.
  public var calls: CallSource
  /// Where the units and officers on the street come from, if the study says.
  public var deployment: DeploymentSource?
  /// The places.
  public var geography: Geography
  /// The organization.
  public var organization: Organization
  /// How people work: watches, tours, days off, absences.
  public var schedule: WorkSchedule
  /// Units and officers that calls draw, by category.
  public var categories: [CategoryNeed]
  /// The standards.
  public var standards: ServiceStandards
  /// The rules.
  public var rules: [StaffingRule]
  /// The money for a year, if it limits the plan.
  public var budget: Budget?
  /// The assumptions, as the study lists them.
  public var assumptions: [Assumption]
  /// How fast calls are taken to grow, if the study states it.
  public var growth: GrowthAssumption?
  /// The calendar year for which the study plans; nothing means the year after the calls.
  public var planYear: Int?
  /// Days of the period that the export does not cover, as the study states them.
  public var missingDays: [CalendarDay] = []
  /// Scheduled work that is no call.
  public var commitments: [Commitment] = []
  /// Choices of value, with who made them.
  public var targets: [ValueTarget] = []
  /// Who else answers calls, in the order in which they are asked.
  public var responders: [Responder] = []
  /// What the plan should be good at.
  public var preferences = AllocationPreferences()
  /// The day on which the figures are taken to be in force; nothing means that no table has rows of
  /// several dates.
  public var asOf: CalendarDay?
  /// Arrests a year, where the study states them.
  public var arrestsPerYear: Double?

  /// Creates a study.
  public init(
    name: String, title: String, notice: String?, period: StudyPeriod, seed: UInt64,
    calls: CallSource, geography: Geography, organization: Organization, schedule: WorkSchedule,
    categories: [CategoryNeed], standards: ServiceStandards, rules: [StaffingRule],
    budget: Budget?, assumptions: [Assumption]
  ) {
    self.name = name
    self.title = title
    self.notice = notice
    self.period = period
    self.seed = seed
    self.calls = calls
    self.geography = geography
    self.organization = organization
    self.schedule = schedule
    self.categories = categories
    self.standards = standards
    self.rules = rules
    self.budget = budget
    self.assumptions = assumptions
  }

  /// Returns the first rule called `name`, if the study has one.
  public func rule(_ name: String) -> StaffingRule? { rules.first { $0.name == name } }
}

/// The sections of a department, its ranks, its people and its positions.
public struct Organization: Hashable, Sendable {
  /// The sections, in the order of the file.
  public var sections: [Section]
  /// The ranks, highest first.
  public var ranks: [Rank]
  /// The strength by section and rank, in the order of the file.
  public var strength: [StrengthRecord]
  /// The position groups, in the order of the file.
  public var positions: [PositionGroup]
  /// Authorized positions of the whole department by employment, where published.
  public var authorized: [AuthorizedTotal]
  /// Cases by group of investigators.
  public var caseloads: [CaseType] = []
  /// Which sworn positions civilians could hold.
  public var civilianization: [Civilianization] = []
  /// How people enter and leave ranks.
  public var flows: [RankFlow] = []
  /// Strength as a second source counts it.
  public var secondCount: [SecondCount] = []
  /// Why the second source differs.
  public var countDifferences: [CountDifference] = []

  /// Creates an organization.
  public init(
    sections: [Section], ranks: [Rank], strength: [StrengthRecord], positions: [PositionGroup],
    authorized: [AuthorizedTotal]
  ) {
    self.sections = sections
    self.ranks = ranks
    self.strength = strength
    self.positions = positions
    self.authorized = authorized
  }
}

/// Authorized positions of a department by employment.
public struct AuthorizedTotal: Hashable, Sendable {
  /// Sworn or civilian.
  public let employment: Employment
  /// The number of positions.
  public let positions: FullTimeEquivalents
  /// The document and the date.
  public let provenance: Provenance

  /// Creates a total.
  public init(
    employment: Employment, positions: FullTimeEquivalents, provenance: Provenance
  ) {
    self.employment = employment
    self.positions = positions
    self.provenance = provenance
  }
}

/// How people work: watches, tours, days off and absences.
public struct WorkSchedule: Hashable, Sendable {
  /// The watches, which divide the day, in order.
  public var watches: [Watch]
  /// The tours of patrol, in the order of the file.
  public var patrolTours: [Tour]
  /// The tour of sworn members who are not on patrol tours.
  public var officeTour: Tour
  /// Scheduled tours a year on the office tour.
  public var officeToursPerYear: Double
  /// The tour of civilians.
  public var civilianTour: Tour
  /// Scheduled tours a year of civilians.
  public var civilianToursPerYear: Double
  /// The rotation of days off on patrol.
  public var rotation: DayOffRotation
  /// The absences, in both ledgers.
  public var absences: [AbsenceItem]
  /// How ranks divide into bands of seniority.
  public var seniority: [SeniorityBand]
  /// When scheduled absences fall in the year.
  public var calendar: [ScheduledAbsence] = []
  /// Schedules to compare; that of ``patrolTours`` and ``rotation`` is the study's own.
  public var alternatives: [TourSchedule] = []
  /// Rotations of teams that cover sectors.
  public var teamRotations: [TeamRotation] = []
  /// What contract or directive sets for the study's own schedule.
  public var limits = ScheduleLimits()

  /// Creates a schedule.
  public init(
    watches: [Watch], patrolTours: [Tour], officeTour: Tour, officeToursPerYear: Double,
    civilianTour: Tour, civilianToursPerYear: Double, rotation: DayOffRotation,
    absences: [AbsenceItem], seniority: [SeniorityBand]
  ) {
    self.watches = watches
    self.patrolTours = patrolTours
    self.officeTour = officeTour
    self.officeToursPerYear = officeToursPerYear
    self.civilianTour = civilianTour
    self.civilianToursPerYear = civilianToursPerYear
    self.rotation = rotation
    self.absences = absences
    self.seniority = seniority
  }
}

/// The officers or units that a call of one category needs.
public struct CategoryNeed: Hashable, Sendable {
  /// The category.
  public let category: CallCategory
  /// Officers needed, where the study states them; units then follow from the crews.
  public let officers: Int?
  /// Units per call, where only these are known.
  public let unitsPerCall: Double
  /// Where the figures come from.
  public let provenance: Provenance

  /// Creates a need.
  public init(
    category: CallCategory, officers: Int?, unitsPerCall: Double, provenance: Provenance
  ) {
    self.category = category
    self.officers = officers
    self.unitsPerCall = unitsPerCall
    self.provenance = provenance
  }
}

/// The money that a plan may cost in a year.
public struct Budget: Hashable, Sendable {
  /// The limit.
  public let limit: DollarsPerYear
  /// The document and the date.
  public let provenance: Provenance

  /// Creates a budget.
  public init(limit: DollarsPerYear, provenance: Provenance) {
    self.limit = limit
    self.provenance = provenance
  }
}

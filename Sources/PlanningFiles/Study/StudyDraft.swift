import PolicingDomain

/// All parts of a study, read and compared with one another, whether or not they are right.
struct StudyDraft {
  /// What `study.yaml` says.
  let manifest: StudyManifest
  private let places: PlaceTables
  private let organization: OrganizationTables
  private let positions: PositionTable
  private let absences: AbsenceTables
  private let tours: TourTable
  private let standards: StandardTable
  private let ledgers: LedgerTables
  private let commitments: [Commitment]
  private let scheduling: SchedulingTables
  private let staff: StaffTables
  private let caseloads: CaseloadTable
  private let responders: ResponderTable
  private let targets: TargetTable
  private let strict: StrictChecks
  private let calls: Study.CallSource?
  private let deployment: DeploymentSource?

  /// Reads everything, or returns nothing when there is no `study.yaml` to go by.
  ///
  /// - Parameters:
  ///   - files: The folder.
  ///   - log: Takes note of every problem.
  ///   - profiles: The names of the library's own profiles, if a name is to be looked up.
  init?(files: StudyFiles, log: IssueLog, profiles: [String]? = nil) {
    guard let manifest = StudyManifest(files: files, log: log) else { return nil }
    self.manifest = manifest
    let tables = Self.tables(manifest, files: files, log: log)
    places = PlaceTables(geography: tables[.geography], districts: tables[.districts], log: log)
    organization = OrganizationTables(tables)
    absences = AbsenceTables(tables, organization: organization)
    var flows = ReferenceList(of: "flow")
    for row in tables[.flows]?.rows ?? [] { flows.insert(row.text("rank")) }
    let arrests = ArrestTable(tables[.arrests], perYear: manifest.arrestsPerYear, log: log)
    positions = PositionTable(
      tables[.positions], organization: organization,
      drivers: BasisDrivers(
        arrestsByHour: arrests.byHour, bands: absences.seniority, flows: flows))
    PositionChecks(
      positions: positions, organization: organization, districts: places.districts, log: log
    ).run()
    staff = StaffTables(tables, organization: organization, positions: positions)
    caseloads = CaseloadTable(tables[.caseloads], positions: positions)
    tours = TourTable(
      tables[.tours], manifest: manifest, organization: organization, log: log)
    scheduling = SchedulingTables(
      tables, manifest: manifest, tours: tours, absences: absences.items)
    standards = StandardTable(tables[.standards], watches: manifest.watches, log: log)
    ledgers = LedgerTables(
      tables, manifest: manifest, districts: places.districts, log: log)
    calls = manifest.calls?.source(
      files, log, seed: manifest.seed, districts: places.districts,
      categories: ledgers.categoryNames, profiles: profiles)
    deployment =
      DeploymentTable(
        tables[.deployment], manifest: manifest, files: files, districts: places.districts, log: log
      ).source
    commitments = CommitmentTable(tables[.commitments], districts: places.districts).commitments
    responders = ResponderTable(
      tables[.responders], districts: places.districts, categories: ledgers.categoryNames,
      ranks: organization.rankNames)
    targets = TargetTable(
      tables[.targets], standards: standards,
      subjects: .init(
        rules: ledgers.rules,
        others: commitments.map(\.name) + responders.responders.map(\.id.description)
          + positions.names.names))
    strict = StrictChecks(
      tables: tables, standards: standards.stated, targets: targets.targets,
      assumptions: ledgers.assumptions)
    for total in manifest.statedTotals { total.audit(tables, log: log) }
  }

  /// Notes what only strict validation asks for.
  func checkStrictly(log: IssueLog) { strict.run(log: log) }

  private static func tables(
    _ manifest: StudyManifest, files: StudyFiles, log: IssueLog
  ) -> [StudyTableKind: StudyTable] {
    var found: [StudyTableKind: [Table]] = [:]
    for kind in StudyTableKind.allCases {
      found[kind] = manifest.tables[kind]?.compactMap { reference in
        files.table(reference.name, askedAt: reference.place)
      }
    }
    var tables: [StudyTableKind: StudyTable] = [:]
    // Other tables may point to the assumptions, so these come first.
    for kind in [.assumptions] + StudyTableKind.allCases.filter({ $0 != .assumptions }) {
      guard let files = found[kind], !files.isEmpty else { continue }
      tables[kind] = StudyTable(
        files, kind: kind, assumptions: names(tables[.assumptions]), asOf: manifest.asOf, log: log)
    }
    return tables
  }

  private static func names(_ assumptions: StudyTable?) -> ReferenceList? {
    guard let assumptions else { return nil }
    var names = ReferenceList(of: "assumption")
    for row in assumptions.rows { names.insert(row.text("id")) }
    return names
  }

  /// Returns the study; nothing if a part of it is missing, which was noted before.
  func study() -> Study? {
    guard let period = manifest.period, let calls, let schedule = schedule() else { return nil }
    var study = Study(
      name: manifest.name, title: manifest.title, notice: manifest.notice, period: period,
      seed: manifest.seed, calls: calls, geography: places.geography,
      organization: Organization(
        sections: organization.sections, ranks: organization.ranks,
        strength: organization.strength, positions: positions.groups,
        authorized: organization.authorized),
      schedule: schedule, categories: ledgers.categories, standards: standards.standards,
      rules: ledgers.rules, budget: ledgers.budget, assumptions: ledgers.assumptions)
    study.deployment = deployment
    study.growth = manifest.growth
    study.planYear = manifest.planYear
    study.missingDays = manifest.missingDays
    study.commitments = commitments
    study.targets = targets.targets
    study.responders = responders.responders
    study.preferences = manifest.preferences ?? study.preferences
    study.asOf = manifest.asOf
    study.arrestsPerYear = manifest.arrestsPerYear
    study.organization.caseloads = caseloads.types
    study.organization.civilianization = staff.civilianization
    study.organization.flows = staff.flows
    study.organization.secondCount = staff.secondCount
    study.organization.countDifferences = staff.differences
    return study
  }

  private func schedule() -> WorkSchedule? {
    guard let rotation = manifest.rotation, let office = manifest.office,
      let civilian = manifest.civilian, let officeTour = tours.office,
      let civilianTour = tours.civilian
    else { return nil }
    let watches = manifest.watches.map { watch in
      Watch(
        id: Watch.ID(watch.name), startHour: watch.startHour, length: watch.length,
        oneOfficerShare: standards.share(for: watch.name) ?? .none)
    }
    var schedule = WorkSchedule(
      watches: watches, patrolTours: tours.patrol, officeTour: officeTour,
      officeToursPerYear: office.toursPerYear, civilianTour: civilianTour,
      civilianToursPerYear: civilian.toursPerYear, rotation: rotation, absences: absences.items,
      seniority: absences.seniority)
    schedule.calendar = scheduling.calendar
    schedule.alternatives = scheduling.schedules.schedules
    schedule.teamRotations = scheduling.teams
    schedule.limits = manifest.limits
    return schedule
  }
}

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
    var tables: [StudyTableKind: StudyTable] = [:]
    for kind in StudyTableKind.allCases {
      guard let reference = manifest.tables[kind],
        let table = files.table(reference.name, askedAt: reference.place)
      else { continue }
      tables[kind] = StudyTable(
        table, required: kind.required, optional: kind.optional, rowLimit: kind.rowLimit, log: log)
    }
    places = PlaceTables(geography: tables[.geography], districts: tables[.districts], log: log)
    organization = OrganizationTables(tables)
    positions = PositionTable(tables[.positions], organization: organization)
    PositionChecks(
      positions: positions, organization: organization, districts: places.districts, log: log
    ).run()
    absences = AbsenceTables(tables, organization: organization)
    tours = TourTable(
      tables[.tours], manifest: manifest, organization: organization, log: log)
    standards = StandardTable(tables[.standards], watches: manifest.watches, log: log)
    ledgers = LedgerTables(tables, manifest: manifest, log: log)
    calls = manifest.calls?.source(
      files, log, seed: manifest.seed, districts: places.districts,
      categories: ledgers.categoryNames, profiles: profiles)
    deployment =
      DeploymentTable(
        tables[.deployment], manifest: manifest, files: files, districts: places.districts, log: log
      ).source
    commitments = CommitmentTable(tables[.commitments], districts: places.districts).commitments
    for total in manifest.statedTotals { total.audit(tables, log: log) }
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
    return WorkSchedule(
      watches: watches, patrolTours: tours.patrol, officeTour: officeTour,
      officeToursPerYear: office.toursPerYear, civilianTour: civilianTour,
      civilianToursPerYear: civilian.toursPerYear, rotation: rotation, absences: absences.items,
      seniority: absences.seniority)
  }
}

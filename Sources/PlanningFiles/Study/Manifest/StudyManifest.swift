import PolicingDomain

/// What `study.yaml` says, before the tables that it names are read.
struct StudyManifest {
  /// A file that the manifest names.
  struct FileReference {
    /// The name inside the study folder.
    let name: String
    /// Where it is named.
    let place: FilePlace
  }

  /// A tour with its number a year.
  struct TourUse {
    /// The name of the tour.
    let tour: String
    /// Where it is named.
    let place: FilePlace
    /// Scheduled tours a year.
    let toursPerYear: Double
  }

  private(set) var name = ""
  private(set) var title = ""
  private(set) var timezone = ""
  private(set) var notice: String?
  private(set) var seed: UInt64 = 0
  private(set) var period: StudyPeriod?
  private(set) var tables: [StudyTableKind: [FileReference]] = [:]
  private(set) var calls: ManifestCalls?
  private(set) var watches: [ManifestWatch] = []
  private(set) var rotation: DayOffRotation?
  private(set) var office: TourUse?
  private(set) var civilian: TourUse?
  private(set) var budgetItems: [FileReference] = []
  private(set) var statedTotals: [StatedTotal] = []
  private(set) var deployment: ManifestDeployment?
  private(set) var growth: GrowthAssumption?
  private(set) var planYear: Int?
  private(set) var missingDays: [CalendarDay] = []
  private(set) var asOf: CalendarDay?
  private(set) var arrestsPerYear: Double?
  private(set) var limits = ScheduleLimits()
  private(set) var preferences: AllocationPreferences?
  /// Where the manifest itself is.
  let place: FilePlace

  /// Reads `study.yaml`, or returns nothing when it is not there or of another schema.
  init?(files: StudyFiles, log: IssueLog) {
    let file = "study.yaml"
    place = FilePlace(file: files.shownPath(file))
    var includes = StudyIncludes(files: files, log: log)
    guard let document = includes.document(file, askedAt: place),
      let keys = document.mapping(StudyKeys.top)
    else { return nil }
    if let study = keys["study"] { readHead(study, log: log) }
    if let tables = keys["tables"] { readTables(tables, log: log) }
    calls = keys["calls"].flatMap { ManifestCalls($0, log: log) }
    if let watches = keys["watches"] { self.watches = ManifestWatch.read(watches, log: log) }
    rotation = keys["rotation"].flatMap { ManifestRotation.read($0, log: log) }
    office = keys["office"].flatMap(Self.tourUse)
    civilian = keys["civilian"].flatMap(Self.tourUse)
    if let budget = keys["budget"] { readBudget(budget) }
    deployment = keys["deployment"].flatMap(ManifestDeployment.init)
    growth = keys["growth"].flatMap { ManifestYear.growth($0, log: log) }
    planYear = keys.integer("plan_year")
    asOf = keys["as_of"]?.day()
    arrestsPerYear = keys.number("arrests_per_year")
    limits = keys["schedule_limits"].map(ManifestPlan.limits) ?? limits
    preferences = keys["allocation"].flatMap { ManifestPlan.preferences($0, log: log) }
    missingDays = keys["missing_days"].map { ManifestYear.days($0) } ?? []
    if let totals = keys["stated_totals"] { statedTotals = StatedTotal.read(totals, log: log) }
  }

  /// Returns whether the file says that it is of the schema that this version reads.
  ///
  /// A file of another schema is read no further: its other keys would all be called unknown.
  static func checkSchema(_ document: YAMLValue, log: IssueLog) -> Bool {
    guard let entries = document.entries() else { return false }
    guard let schema = entries.first(where: { $0.key == "schema" })?.value else { return true }
    guard let number = schema.integer(in: 0...1_000_000) else { return false }
    guard number == StudyFolder.schema else {
      log.add(
        .unknownSchema, at: schema.place,
        "the file is of schema \(number); this version reads schema \(StudyFolder.schema)",
        remedy: "use the version of the library that the study was written for, or rewrite it")
      return false
    }
    return true
  }

  private mutating func readHead(_ value: YAMLValue, log: IssueLog) {
    guard let keys = value.mapping(StudyKeys.study) else { return }
    if let value = keys["name"], let text = value.text() { readName(text, value.place, log) }
    title = keys["title"]?.text() ?? ""
    notice = keys["notice"]?.text()
    if let seed = keys["seed"], let text = seed.text() { readSeed(text, seed.place, log) }
    if let zone = keys["timezone"], let text = zone.text() {
      timezone = text
      StudyClock.check(text, at: zone.place, log: log)
    }
    if let period = keys["period"] { readPeriod(period, log: log) }
  }

  /// The name becomes part of the names of files, so it may not lead anywhere.
  private mutating func readName(_ text: String, _ place: FilePlace, _ log: IssueLog) {
    name = text
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
      default: false
      }
    }
    guard !isPlain || text.count > 64 else { return }
    log.add(
      .unfitName, at: place, "the name \(text.quoted) is not fit for a file",
      remedy: "use at most 64 letters from a to z, digits, `-` and `_`")
  }

  private mutating func readSeed(_ text: String, _ place: FilePlace, _ log: IssueLog) {
    guard let seed = UInt64(text) else {
      log.add(
        .unreadableNumber, at: place, "`study.seed` is not a whole number: \(text.quoted)",
        remedy: "write a number from 0 to \(UInt64.max)")
      return
    }
    self.seed = seed
  }

  private mutating func readPeriod(_ value: YAMLValue, log: IssueLog) {
    guard let keys = value.mapping(StudyKeys.period),
      let first = keys["from"]?.day(), let last = keys["through"]?.day()
    else { return }
    guard first <= last, last.dayNumber - first.dayNumber < 7320 else {
      let fault = first <= last ? "is longer than 20 years" : "ends before it begins"
      log.add(
        .brokenPeriod, at: value.place, "the period from \(first) through \(last) \(fault)",
        remedy: "give the first and the last day of the calls")
      return
    }
    let changes = StudyClock.changes(in: timezone, from: first, through: last)
    period = StudyPeriod(from: first, through: last, clockChanges: changes)
  }

  private mutating func readTables(_ value: YAMLValue, log: IssueLog) {
    guard let keys = value.mapping(StudyKeys.tables) else { return }
    for kind in StudyTableKind.allCases {
      guard let entry = keys[kind.rawValue], let members = entry.members() else { continue }
      let references = members.compactMap { $0.reference() }
      if members.isEmpty {
        log.add(
          .missingValue, at: entry.place, "\(entry.name.quoted) names no file",
          remedy: "name the files of the table, or take the key out")
      }
      for (position, file) in references.enumerated()
      where references[..<position].contains(where: { $0.name == file.name }) {
        log.add(
          .duplicate, at: file.place, "the file \(file.name.quoted) is named twice",
          remedy: "name each file of a table once")
      }
      if !references.isEmpty { tables[kind] = references }
    }
  }

  private static func tourUse(_ value: YAMLValue) -> TourUse? {
    guard let keys = value.mapping(StudyKeys.tourUse),
      let tour = keys["tour"], let name = tour.text()
    else { return nil }
    let count = keys.number("tours_per_year")
    return TourUse(tour: name, place: tour.place, toursPerYear: count ?? 1)
  }

  private mutating func readBudget(_ value: YAMLValue) {
    guard let items = value.mapping(StudyKeys.budget)?["items"]?.list() else { return }
    for item in items {
      guard let name = item.text() else { continue }
      budgetItems.append(FileReference(name: name, place: item.place))
    }
  }
}

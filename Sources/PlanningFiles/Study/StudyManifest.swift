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
  private(set) var tables: [StudyTableKind: FileReference] = [:]
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
  /// Where the manifest itself is.
  let place: FilePlace

  /// Reads `study.yaml`, or returns nothing when it is not there or of another schema.
  init?(files: StudyFiles, log: IssueLog) {
    let file = "study.yaml"
    place = FilePlace(file: files.shownPath(file))
    guard let text = files.text(file, askedAt: place),
      let document = YAMLValue(document: text, file: place.file, log: log),
      Self.checkSchema(document, log: log),
      let keys = document.mapping(
        required: [
          "schema", "study", "tables", "calls", "watches", "rotation", "office", "civilian",
        ],
        optional: [
          "budget", "stated_totals", "deployment", "growth", "plan_year", "missing_days",
        ])
    else { return nil }
    if let study = keys["study"] { readHead(study, log: log) }
    if let tables = keys["tables"] { readTables(tables) }
    calls = keys["calls"].flatMap { ManifestCalls($0, log: log) }
    if let watches = keys["watches"] { self.watches = ManifestWatch.read(watches, log: log) }
    if let rotation = keys["rotation"] { readRotation(rotation, log: log) }
    office = keys["office"].flatMap(Self.tourUse)
    civilian = keys["civilian"].flatMap(Self.tourUse)
    if let budget = keys["budget"] { readBudget(budget) }
    deployment = keys["deployment"].flatMap(ManifestDeployment.init)
    growth = keys["growth"].flatMap { ManifestYear.growth($0, log: log) }
    planYear = keys["plan_year"]?.integer(in: 1950...2150)
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
    guard
      let keys = value.mapping(
        required: ["name", "title", "timezone", "period", "seed"], optional: ["notice"])
    else { return }
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
    guard let keys = value.mapping(required: ["from", "through"]),
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

  private mutating func readTables(_ value: YAMLValue) {
    let kinds = StudyTableKind.allCases
    let keys = value.mapping(
      required: kinds.filter { !$0.isOptional }.map(\.rawValue),
      optional: kinds.filter(\.isOptional).map(\.rawValue))
    guard let keys else { return }
    for kind in kinds {
      guard let entry = keys[kind.rawValue], let name = entry.text() else { continue }
      tables[kind] = FileReference(name: name, place: entry.place)
    }
  }

  private mutating func readRotation(_ value: YAMLValue, log: IssueLog) {
    guard let keys = value.mapping(required: ["days_on", "days_off", "groups"]),
      let daysOn = keys["days_on"]?.integer(in: 1...60),
      let daysOff = keys["days_off"]?.integer(in: 0...60), let groups = keys["groups"]?.list()
    else { return }
    let names = groups.compactMap { $0.text() }.map(DayOffGroup.init)
    rotation = DayOffRotation(daysOn: daysOn, daysOff: daysOff, groups: names)
    guard rotation == nil else { return }
    let days = daysOn + daysOff
    let fault =
      names.count == days
      ? "names a group twice" : "has \(names.count) groups for a cycle of \(days) days"
    log.add(
      .brokenRotation, at: value.place, "the rotation \(fault)",
      remedy: "name one group for each day of the cycle, \(days) in all")
  }

  private static func tourUse(_ value: YAMLValue) -> TourUse? {
    guard let keys = value.mapping(required: ["tour", "tours_per_year"]),
      let tour = keys["tour"], let name = tour.text()
    else { return nil }
    let count = keys["tours_per_year"]?.number(in: 1...366)
    return TourUse(tour: name, place: tour.place, toursPerYear: count ?? 1)
  }

  private mutating func readBudget(_ value: YAMLValue) {
    guard let items = value.mapping(required: ["items"])?["items"]?.list() else { return }
    for item in items {
      guard let name = item.text() else { continue }
      budgetItems.append(FileReference(name: name, place: item.place))
    }
  }
}

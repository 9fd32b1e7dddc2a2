import PolicingDomain

/// What `study.yaml` says under `deployment`: files of records and their profile.
struct ManifestDeployment {
  /// The files.
  let files: [StudyManifest.FileReference]
  /// The profile.
  let profile: StudyManifest.FileReference
  /// Where it stands.
  let place: FilePlace

  /// Reads `{files: [a.csv, b.csv], profile: unit-log}`, or `file` with one name.
  init?(_ value: YAMLValue) {
    guard let entries = value.entries() else { return nil }
    let isOne = entries.contains { $0.key == "file" }
    guard let keys = value.mapping(required: [isOne ? "file" : "files", "profile"]),
      let profile = keys["profile"], let profileName = profile.text()
    else { return nil }
    let named = isOne ? [keys["file"]].compactMap(\.self) : keys["files"]?.list() ?? []
    files = named.compactMap { $0.reference() }
    let isFile = profileName.hasSuffix(".yaml")
    self.profile = StudyManifest.FileReference(
      name: isFile ? profile.folder + profileName : profileName, place: profile.place)
    place = value.place
  }
}

/// Where a study takes the units and officers on the street from: records, or the optional table
/// `deployment`, in which its author states them.
struct DeploymentTable {
  /// The source, if the study has one.
  private(set) var source: DeploymentSource?

  /// Reads the table, or looks for the files; they are not read here.
  init(
    _ table: StudyTable?, manifest: StudyManifest, files: StudyFiles, districts: ReferenceList,
    log: IssueLog
  ) {
    if let records = manifest.deployment {
      source = Self.records(records, files, log)
      if let reference = manifest.tables[.deployment]?.first {
        log.add(
          .unusedValue, at: reference.place,
          "the table `deployment` is not used: the study has records of its deployment",
          remedy: "take the table out, or the key `deployment`")
      }
      return
    }
    guard let table else { return }
    var names = ReferenceList(of: "district, watch, weekday and class")
    // A row of one district goes before a row of all of them.
    let ordered =
      table.rows.filter { $0.text("district") != "all" }
      + table.rows.filter { $0.text("district") == "all" }
    let rows = ordered.flatMap { row in
      Self.rows(row, watches: manifest.watches.map(\.name), districts: districts, &names)
    }
    source = .assumption(rows)
  }

  private static func records(
    _ records: ManifestDeployment, _ files: StudyFiles, _ log: IssueLog
  ) -> DeploymentSource? {
    if records.files.isEmpty {
      log.add(
        .missingValue, at: records.place, "`deployment` names no file",
        remedy: "write `files: [log.csv]`")
    }
    var paths: [String] = []
    for file in records.files where files.open(file.name, askedAt: file.place, limit: nil) {
      paths.append(files.shownPath(file.name))
    }
    guard records.profile.name.hasSuffix(".yaml") else {
      return .records(files: paths, profile: records.profile.name)
    }
    let limit = StudyFiles.yamlLimit
    guard files.open(records.profile.name, askedAt: records.profile.place, limit: limit) else {
      return nil
    }
    return .records(files: paths, profile: files.shownPath(records.profile.name))
  }

  private static func rows(
    _ row: StudyRow, watches: [String], districts: ReferenceList, _ names: inout ReferenceList
  ) -> [DeploymentAssumption] {
    let district = row.needed("district")
    if district != "all" { districts.check(district, from: row, "district") }
    let watch = row.needed("watch")
    if !watch.isEmpty, !watches.contains(watch), !watches.isEmpty {
      row.complain(
        .unknownReference, "watch", "there is no watch \(watch.quoted)",
        remedy: advice(for: watch, among: watches))
    }
    let weekdays = weekdays(row)
    let classes = KeyValuePairs(
      dictionaryLiteral: ("beat", UnitClass.beat), ("rapid", .rapid), ("tactical", .tactical),
      ("supervisor", .supervisor), ("wagon", .wagon), ("citywide", .citywide),
      ("unclassified", .unclassified))
    let unitClass = row.choice("class", of: classes) ?? .unclassified
    let units = row.number(ifAny: "units")
    let officers = row.number(ifAny: "officers")
    if row.text("units").isEmpty, row.text("officers").isEmpty {
      row.complain(
        .missingValue, "units", "neither `units` nor `officers` is stated",
        remedy: "write one of them; the other follows from the crew")
    }
    let key = [district, watch, row.text("weekday"), unitClass.rawValue].joined(separator: " ")
    names.insert(key, from: row, "district")
    let provenance = row.provenance()
    return (district == "all" ? districts.names : [district]).flatMap { district in
      weekdays.map { weekday in
        DeploymentAssumption(
          district: District.ID(district), watch: Watch.ID(watch), weekday: weekday,
          unitClass: unitClass, units: units, officers: officers, provenance: provenance)
      }
    }
  }

  /// The weekdays of a row; one nothing stands for every day that no other row states.
  private static func weekdays(_ row: StudyRow) -> [Weekday?] {
    let text = row.text("weekday")
    if text.isEmpty || text == "all" { return [nil] }
    if let days = WeekdayText.weekdays(text) { return days }
    row.complain(
      .unknownWord, "weekday", "`weekday` cannot be \(text.quoted)",
      remedy: "write Mon, Mon-Fri or all")
    return [nil]
  }
}

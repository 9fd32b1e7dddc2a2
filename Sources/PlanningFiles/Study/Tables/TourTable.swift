import PolicingDomain

/// The tours of a study: those of patrol, the office tour and the civilian tour.
///
/// The two tours that `study.yaml` names under `office` and `civilian` are no patrol tours; every
/// other row must belong to a watch, and is one.
struct TourTable {
  /// The tours of patrol, in the order of the file.
  private(set) var patrol: [Tour] = []
  /// The tour of sworn members who are not on patrol tours.
  private(set) var office: Tour?
  /// The tour of civilians.
  private(set) var civilian: Tour?
  /// The names of all tours.
  private(set) var names = ReferenceList(of: "tour")
  /// The tours of each schedule to compare.
  private(set) var ofSchedule: [String: [Tour]] = [:]
  private var scheduleRows: [StudyRow] = []

  /// Reads the table `tours`.
  init(
    _ table: StudyTable?, manifest: StudyManifest, organization: OrganizationTables, log: IssueLog
  ) {
    guard let table else { return }
    let uses = [manifest.office, manifest.civilian].compactMap(\.self)
    for row in table.rows {
      let tour = Self.tour(row, manifest: manifest, organization: organization)
      let name = tour.id.description
      names.insert(name, from: row, "tour")
      if manifest.office?.tour == name { office = tour }
      if manifest.civilian?.tour == name { civilian = tour }
      if !uses.contains(where: { $0.tour == name }) { keep(tour, row) }
    }
    for use in uses where !names.contains(use.tour) && !names.names.isEmpty {
      log.add(
        .unknownReference, at: use.place, "there is no tour \(use.tour.quoted)",
        remedy: advice(for: use.tour, among: names.names))
    }
    for watch in manifest.watches
    where !patrol.contains(where: { $0.watch?.description == watch.name }) {
      log.add(
        .incompleteList, at: FilePlace(file: table.file),
        "no patrol tour belongs to the watch \(watch.name.quoted)",
        remedy: "add a tour with this watch")
    }
  }

  /// Complains of tours that belong to a schedule which `schedules` does not list.
  func checkSchedules(_ schedules: ReferenceList) {
    for row in scheduleRows where !schedules.contains(row.text("schedule")) {
      let name = row.text("schedule")
      row.complain(
        .unknownReference, "schedule", "there is no schedule \(name.quoted)",
        remedy: schedules.names.isEmpty
          ? "add the table `schedules` with a row for it, or empty the field"
          : advice(for: name, among: schedules.names))
    }
  }

  private mutating func keep(_ tour: Tour, _ row: StudyRow) {
    let schedule = row.text("schedule")
    guard schedule.isEmpty else {
      ofSchedule[schedule, default: []].append(tour)
      scheduleRows.append(row)
      return
    }
    if tour.watch != nil {
      patrol.append(tour)
    } else {
      row.complain(
        .missingValue, "watch", "the tour \(tour.id.description.quoted) belongs to no watch",
        remedy: "name its watch, or name the tour under `office` or `civilian` in study.yaml")
    }
  }

  private static func tour(
    _ row: StudyRow, manifest: StudyManifest, organization: OrganizationTables
  ) -> Tour {
    let watch = row.text("watch")
    let watches = manifest.watches.map(\.name)
    if !watch.isEmpty, !watches.contains(watch), !watches.isEmpty {
      row.complain(
        .unknownReference, "watch", "there is no watch \(watch.quoted)",
        remedy: advice(for: watch, among: watches))
    }
    for rank in row.list("employment_ranks") where rank != "sworn" && rank != "civilian" {
      organization.rankNames.check(rank, from: row, "employment_ranks")
    }
    _ = row.provenance()
    func hours(_ column: String) -> Hours { Hours(row.number(column)) }
    let tour = Tour(
      id: Tour.ID(row.needed("tour")), watch: watch.isEmpty ? nil : Watch.ID(watch),
      start: start(row), length: hours("length_hours"), paid: hours("paid_hours"),
      meal: hours("meal_hours"), rollCall: hours("roll_call_hours"),
      relief: hours("relief_hours"), checkOff: hours("check_off_hours"))
    check(tour, row)
    return tour
  }

  private static func start(_ row: StudyRow) -> Hours {
    let text = row.needed("start")
    if let time = ClockTime(text) { return time.hours }
    if !text.isEmpty {
      row.complain(
        .unreadableTime, "start", "`start` is not a time of day: \(text.quoted)",
        remedy: "write the time as 07:00")
    }
    return .zero
  }

  /// Complains of hours of `tour` that contradict one another.
  static func check(_ tour: Tour, _ row: StudyRow) {
    var faults: [(column: String, words: String)] = []
    if tour.length <= .zero { faults.append(("length_hours", "has no length")) }
    if tour.paid > tour.length { faults.append(("paid_hours", "is paid for more than its length")) }
    if tour.paid <= .zero { faults.append(("paid_hours", "has no paid hours")) }
    if tour.length > .zero, tour.onStreet <= .zero {
      faults.append(("meal_hours", "leaves no time between roll call and check-off"))
    }
    for fault in faults {
      row.complain(
        .brokenTour, fault.column, "the tour \(tour.id.description.quoted) \(fault.words)",
        remedy: "correct its hours; length = street + roll call + relief + meal + check-off")
    }
  }
}

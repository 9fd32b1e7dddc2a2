import PlanningFiles
import PolicingDomain
import ReferenceData

/// The tables of published schedules that come with the library.
///
/// `schedules.csv` has a row for each schedule with its cycle and groups, `tours.csv` one for each
/// tour, `teams.csv` one for each team of a rotation. A cycle is written day by day, `1` on and `0`
/// off; `11111000x3 111110000` means the first part three times, then the second once.
struct ScheduleTables {
  private(set) var schedules: [TourSchedule] = []
  private(set) var rotations: [TeamRotation] = []

  /// Reads the tables.
  ///
  /// - Throws: A `FileError` with `E175` and every row that cannot be understood.
  init() throws(FileError) {
    let tours = try Self.rows("tours")
    var issues: [FileIssue] = []
    for row in try Self.rows("schedules") {
      let own = tours.filter { $0["schedule"] == row["schedule"] }
      if let schedule = Self.schedule(row, own, &issues) { schedules.append(schedule) }
    }
    let teams = try Self.rows("teams")
    var names: [String] = []
    for row in teams where !names.contains(row["rotation"]) { names.append(row["rotation"]) }
    for name in names {
      let own = teams.filter { $0["rotation"] == name }
      let schedule = schedules.first { $0.id.description == own[0]["schedule"] }
      guard let schedule else {
        issues.append(own[0].issue("there is no schedule `\(own[0]["schedule"])`"))
        continue
      }
      rotations.append(Self.rotation(name, own, schedule))
    }
    guard issues.isEmpty else { throw FileError(issues) }
  }

  private static func rows(_ name: String) throws(FileError) -> [ScheduleRow] {
    guard let path = ReferenceData.scheduleTable(name) else {
      throw FileError([
        FileIssue(
          code: "E175", "the bundled table \(name).csv of schedules was not found",
          file: "Schedules/\(name).csv",
          remedy: "set \(ReferenceData.environmentVariable) to the folder of the data files")
      ])
    }
    let table = try Table(contentsOf: path)
    return table.rows.map { ScheduleRow(table: table, row: $0) }
  }

  private static func schedule(
    _ row: ScheduleRow, _ tours: [ScheduleRow], _ issues: inout [FileIssue]
  ) -> TourSchedule? {
    let groups = row.list("groups").map { DayOffGroup($0) }
    let starts = row.list("first_days").compactMap { Int($0) }
    guard let pattern = pattern(row["cycle"]),
      let rotation = DayOffRotation(pattern: pattern, groups: groups, starts: starts)
    else {
      issues.append(
        row.issue("the cycle, the groups and their first days do not make a rotation"))
      return nil
    }
    var found: [Tour] = []
    for tour in tours {
      if let read = tour.tour() {
        found.append(read)
      } else {
        issues.append(tour.issue("a time or a number of the tour cannot be understood"))
      }
    }
    let limits = ScheduleLimits(
      consecutiveDays: Int(row["consecutive_days_limit"]),
      rest: Double(row["rest_hours_limit"]).map { Hours($0) },
      paidHours: Double(row["paid_hours_limit"]).map { Hours($0) },
      startsPerWatch: Int(row["starts_per_watch"]))
    return TourSchedule(
      id: TourSchedule.ID(row["schedule"]), title: row["title"], tours: found,
      rotation: rotation, limits: limits, provenance: row.provenance(alsoAssumedIn: tours))
  }

  /// Reads a cycle such as `11111000x3 111110000`.
  static func pattern(_ text: String) -> [Bool]? {
    var days: [Bool] = []
    for part in text.split(separator: " ") {
      let pieces = part.split(separator: "x", omittingEmptySubsequences: false)
      let times = pieces.count == 2 ? Int(pieces[1]) : 1
      guard pieces.count <= 2, let times, (1...400).contains(times), !pieces[0].isEmpty,
        pieces[0].allSatisfy({ $0 == "0" || $0 == "1" })
      else { return nil }
      for _ in 0..<times { days += pieces[0].map { $0 == "1" } }
    }
    return days.isEmpty || days.count > 5000 ? nil : days
  }

  private static func rotation(
    _ name: String, _ rows: [ScheduleRow], _ schedule: TourSchedule
  ) -> TeamRotation {
    TeamRotation(
      name: name,
      teams: rows.map { row in
        TeamRotation.Team(
          name: row["team"], group: DayOffGroup(row["group"]), duties: row.list("duties"))
      }, rotation: schedule.rotation, provenance: rows[0].provenance())
  }
}

/// A row of a table of schedules, read by the names of its columns.
struct ScheduleRow {
  private let file: String
  private let line: Int
  private let fields: [String: String]

  init(table: Table, row: Table.Row) {
    file = table.file
    line = row.line
    fields = Dictionary(zip(table.header, row.fields)) { first, _ in first }
  }

  /// The field in a column; empty where there is none.
  subscript(column: String) -> String { fields[column] ?? "" }

  /// The members of a list, which are separated by bars.
  func list(_ column: String) -> [String] { self[column].split(separator: "|").map(String.init) }

  func issue(_ message: String) -> FileIssue {
    FileIssue(
      code: "E175", message, file: file, line: line,
      remedy: "correct the row; the bundled tables show how rows are written")
  }

  /// The source of the row; an assumption too where the rows that belong to it are.
  func provenance(alsoAssumedIn others: [ScheduleRow] = []) -> Provenance {
    let sources = others.map { $0["source"] }.filter { !$0.isEmpty }
    let more = sources.first.map { "; tours: \($0)" } ?? ""
    return Provenance(
      source: self["source"] + more, date: self["date"],
      isAssumption: ([self] + others).contains { $0["assumption"] == "yes" },
      place: RowPlace(file: file.split(separator: "/").last.map(String.init) ?? file, line: line))
  }

  /// The tour of the row; nothing where a figure cannot be understood.
  func tour() -> Tour? {
    let clock = self["start"].split(separator: ":").compactMap { Double($0) }
    guard clock.count == 2, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]) else {
      return nil
    }
    let parts = [
      "length_hours", "paid_hours", "meal_hours", "roll_call_hours", "relief_hours",
      "check_off_hours",
    ].compactMap { Double(self[$0]) }.filter { (0...24).contains($0) }.map { Hours($0) }
    guard parts.count == 6 else { return nil }
    let watch = self["watch"]
    return Tour(
      id: Tour.ID(self["tour"]), watch: watch.isEmpty ? nil : Watch.ID(watch),
      start: Hours(clock[0] + clock[1] / 60), length: parts[0], paid: parts[1], meal: parts[2],
      rollCall: parts[3], relief: parts[4], checkOff: parts[5])
  }
}

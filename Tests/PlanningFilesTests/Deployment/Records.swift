import Foundation
import PlanningFiles
import PolicingDomain
import TestSupport
import Testing

/// Small records of deployment, made by hand.
enum Records {
  static let chicago = "timezone: America/Chicago\n"

  static let log = """
    name: log
    kind: unit-log
    columns:
      unit: Unit
      log_on: "On"
      log_off: "Off"
      district: District
      class: Class
      officers: Aboard
    times:
      formats: ["yyyy-MM-dd HH:mm"]

    """
  static let logHeader = "Unit,On,Off,District,Class,Aboard\n"

  static let sheet = """
    name: sheet
    kind: attendance
    columns:
      date: Date
      watch: Watch
      district: District
      class: Class
      officers: Officers Present
      units: Cars
    times:
      formats: ["yyyy-MM-dd"]
    watches:
      "1": {start: "23:00", hours: 8, before_street_hours: 1}
      "2": {start: "07:00", hours: 8, before_street_hours: 0.5, after_street_hours: 0.5, meal_hours: 0.5}

    """
  static let sheetHeader = "Date,Watch,District,Class,Officers Present,Cars\n"

  static func read(
    _ yaml: String, _ text: String, frame: DeploymentFrame = DeploymentFrame()
  ) throws -> DeploymentImport {
    try DeploymentImport(
      [.bytes(Array(text.utf8), name: "records.csv")],
      profile: DeploymentProfile(yaml: yaml, file: "profile.yaml"), frame: frame)
  }

  static func deployment(
    _ yaml: String, _ text: String, frame: DeploymentFrame = DeploymentFrame()
  ) throws -> Deployment {
    try #require(try read(yaml, text, frame: frame).deployment)
  }

  static func bundled(_ name: String) throws -> DeploymentProfile {
    try DeploymentProfile(
      contentsOf: SharedFiles.projectRoot
        .appending(path: "Data/Profiles/Deployment/\(name).yaml").path)
  }

  static func day(_ year: Int, _ month: Int, _ day: Int) throws -> CalendarDay {
    try #require(CalendarDay(year: year, month: month, day: day))
  }
}

extension Deployment {
  /// The level of units of a series in one hour.
  func units(
    _ district: String, _ unitClass: UnitClass, _ weekday: Weekday, _ hour: Int
  ) -> Level? {
    series(of: District.ID(district), unitClass)?.units?[HourOfWeek(weekday, hour: hour).index]
  }

  /// The level of officers of a series in one hour.
  func officers(
    _ district: String, _ unitClass: UnitClass, _ weekday: Weekday, _ hour: Int
  ) -> Level? {
    series(of: District.ID(district), unitClass)?.officers?[HourOfWeek(weekday, hour: hour).index]
  }

  /// The hours in the table: means times observed hours.
  var unitHoursOfTable: Double {
    series.reduce(0) { sum, series in
      sum + (series.units ?? []).reduce(0) { $0 + $1.mean * Double($1.occurrences) }
    }
  }

  /// The officer-hours in the table.
  var officerHoursOfTable: Double {
    series.reduce(0) { sum, series in
      sum + (series.officers ?? []).reduce(0) { $0 + $1.mean * Double($1.occurrences) }
    }
  }

  /// All unit-hours that were recorded.
  var unitHours: Double { (observed.units?.value ?? 0) + (unobserved.units?.value ?? 0) }

  /// The rows of an entry of the ledger whose words begin so.
  func rows(_ words: String) -> Int {
    let entries = ledger.setAside + ledger.remarks + ledger.absences
    return entries.filter { $0.what.hasPrefix(words) }.reduce(0) { $0 + $1.rows }
  }
}

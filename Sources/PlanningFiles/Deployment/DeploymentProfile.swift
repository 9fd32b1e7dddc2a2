public import PolicingDomain

/// How to read the records that tell who was on the street: attendance sheets, rosters, the log of
/// units, overtime.
///
/// A profile is a YAML file that a person can read and change; the folder `Data/Profiles/Deployment`
/// has several, and the article <doc:DeploymentRecords> lists every key. Only the columns that it
/// maps are read, and no column with personal data can be mapped.
///
///     let profile = try DeploymentProfile(contentsOf: "Data/Profiles/Deployment/attendance.yaml")
public struct DeploymentProfile: Hashable, Sendable {
  /// What a file of this profile records.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Who was present, by day and watch.
    case attendance
    /// What was planned, by watch and weekday or day-off group.
    case roster
    /// When units logged on and off.
    case unitLog = "unit-log"
    /// Overtime by reason.
    case overtime
  }

  /// One column and what it tells.
  public struct Column: Hashable, Sendable {
    /// What the column tells.
    public let field: DeploymentField
    /// The columns whose texts make up the value with a space between them: usually one.
    public let headers: [String]
  }

  /// Which day a watch that runs past midnight is dated.
  public enum NightDate: String, CaseIterable, Hashable, Sendable {
    /// The day on which most of it lies, as watches of a study are.
    case most
    /// The day on which it starts.
    case start
  }

  /// What it means that there is no row for a day.
  public enum Absence: String, CaseIterable, Hashable, Sendable {
    /// The sheet is missing, and the day is not observed.
    case notObserved = "not-observed"
    /// Nobody was on duty.
    case nobody
  }

  /// What becomes of a session that has no end, or too late a one.
  public enum Forgotten: String, CaseIterable, Hashable, Sendable {
    /// It is left out and counted.
    case setAside = "set-aside"
    /// It ends where the unit logs on again, or at the longest length of a session.
    case cut
  }

  /// What one row of a log stands for.
  public enum LogGrain: String, CaseIterable, Hashable, Sendable {
    /// The whole unit.
    case unit
    /// One officer of it, so that officers of overlapping rows add up.
    case officer
  }

  /// On which date a log-off is.
  public enum LogOffDate: String, CaseIterable, Hashable, Sendable {
    /// On its own, as written.
    case own
    /// On that of the log-on, so that one before the log-on is on the next day.
    case logOn = "log-on"
  }

  /// Whose hours a row of overtime has.
  public enum HoursOf: String, CaseIterable, Hashable, Sendable {
    /// Of all its officers together.
    case total
    /// Of each officer.
    case each
  }

  /// What a value of the watch column stands for.
  enum WatchMeaning: Hashable, Sendable {
    /// The watch or tour of the study of this name.
    case named(String)
    /// A tour that the profile itself describes.
    case tour(Tour)
  }

  /// What a status says of one person.
  enum Presence: String, CaseIterable, Hashable, Sendable {
    case present
    case absent
    /// Present, but on work elsewhere.
    case elsewhere
  }

  /// A kind of assignment.
  enum Assignment: Hashable, Sendable {
    case street(UnitClass)
    /// Indoors, such as the desk or the lockup.
    case offStreet
  }

  /// A reason of overtime.
  struct Reason: Hashable, Sendable {
    let name: String
    let isOnStreet: Bool?
  }

  /// The name of the profile.
  public let name: String
  /// The path of the profile's file, for messages.
  public let file: String
  /// Where such files come from, and what a user should know of them.
  public internal(set) var source = ""
  /// What a file of this profile records.
  public internal(set) var kind = Kind.attendance
  /// Whether the header was never seen in a real file, so that names may differ.
  public internal(set) var isTemplate = false
  /// Where the agency is, as in `America/Chicago`, if the profile says.
  public internal(set) var timeZone: String?
  /// The ASCII letter between two fields.
  public internal(set) var delimiter: Character = ","
  /// The columns that are read, in the order of ``DeploymentField``.
  public internal(set) var columns: [Column] = []
  /// The ways in which dates and times are written; the first that fits is taken.
  public internal(set) var timePatterns: [TimePattern] = []
  /// Years that stand for a missing date.
  public internal(set) var sentinelYears: [Int] = []
  /// Texts that stand for a missing value, besides the empty one.
  public internal(set) var missingTexts: [String] = []
  /// Columns with personal data that the file has and that are never read.
  public internal(set) var neverRead: [String] = []
  /// The district that each value stands for; values that are not listed stand for themselves.
  public internal(set) var districts: [String: District.ID] = [:]
  /// Kinds of call signs, the first that fits first.
  public internal(set) var unitPatterns: [ColumnProfile.UnitPattern] = []
  /// Regular expressions of call signs that are posts off the street, such as desks.
  public internal(set) var offStreetUnits: [String] = []
  /// Which day a watch that runs past midnight is dated.
  public internal(set) var nightDate = NightDate.most
  /// What it means that there is no row for a day.
  public internal(set) var absence = Absence.notObserved
  /// Officers per unit by class, for records that tell only of one of the two.
  public internal(set) var crews: [UnitClass: Double] = [:]
  /// The rotation of a roster's day-off groups, if the profile states it.
  public internal(set) var rotation: DayOffRotation?
  /// The days off of groups that are off on the same weekdays every week.
  public internal(set) var fixedGroups: [String: [Weekday]] = [:]
  /// The longest session of a unit in hours, above 0.
  public internal(set) var longestSession = Hours(16)
  /// What becomes of a session that has no end, or too late a one.
  public internal(set) var forgotten = Forgotten.setAside
  /// What one row of a log stands for.
  public internal(set) var logGrain = LogGrain.unit
  /// On which date a log-off is.
  public internal(set) var logOffDate = LogOffDate.own
  /// How hours of overtime are written.
  public internal(set) var hoursUnit = ColumnProfile.Elapsed.Unit.hours
  /// Whose hours a row of overtime has.
  public internal(set) var hoursOf = HoursOf.total
  /// The periods by which overtime is summed.
  public internal(set) var periods = OvertimeHours.Period.month

  var watches: [String: WatchMeaning] = [:]
  var statuses: [String: Presence] = [:]
  var classes: [String: Assignment] = [:]
  var otherClasses: Assignment?
  var reasons: [String: Reason] = [:]
  var otherReasons: Reason?

  init(name: String, file: String) {
    self.name = name
    self.file = file
  }

  /// Returns the column that tells `field`, its names joined by a plus sign; nothing if there is none.
  public func header(of field: DeploymentField) -> String? {
    columns.first { $0.field == field }?.headers.joined(separator: " + ")
  }

  /// Whether a column tells `field`.
  func tells(_ field: DeploymentField) -> Bool { columns.contains { $0.field == field } }
}

extension DeploymentProfile.Kind {
  /// The fields that such records can have, the needed ones first.
  var fields: [DeploymentField] {
    switch self {
    case .attendance:
      [.date, .watch, .start, .end, .district, .unitClass, .unit, .officers, .units, .status]
    case .roster:
      [
        .watch, .start, .end, .district, .unitClass, .unit, .officers, .units, .crew, .weekday,
        .group,
      ]
    case .unitLog: [.unit, .logOn, .logOff, .district, .unitClass, .officers]
    case .overtime: [.date, .district, .reason, .hours, .officers]
    }
  }

  /// Fields of which such records need one each; one of each list.
  var needs: [[DeploymentField]] {
    switch self {
    case .attendance: [[.date], [.watch, .start], [.officers, .units, .status, .unit]]
    case .roster: [[.watch, .start], [.officers, .units]]
    case .unitLog: [[.unit], [.logOn], [.logOff]]
    case .overtime: [[.date], [.hours]]
    }
  }

  /// The keys of a profile of the kind, besides those of every profile.
  var keys: [String] {
    switch self {
    case .attendance:
      [
        "times", "watches", "night_belongs_to", "absent_means", "statuses", "classes", "units",
        "off_street_units", "crew",
      ]
    case .roster:
      [
        "watches", "night_belongs_to", "classes", "units", "off_street_units", "crew", "rotation",
        "fixed_groups",
      ]
    case .unitLog: ["times", "classes", "units", "off_street_units", "crew", "sessions"]
    case .overtime: ["times", "overtime", "reasons"]
    }
  }

  /// What one row stands for, in words.
  var grain: String {
    switch self {
    case .attendance: "line of an attendance sheet"
    case .roster: "line of a roster"
    case .unitLog: "session of a unit"
    case .overtime: "entry of overtime"
    }
  }

  /// The kind of deployment; nothing for overtime.
  var deployment: Deployment.Kind? {
    switch self {
    case .attendance: .attendance
    case .roster: .roster
    case .unitLog: .unitLog
    case .overtime: nil
    }
  }
}

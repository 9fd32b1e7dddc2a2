/// What a column of the records of a deployment can tell.
public enum DeploymentField: String, CaseIterable, Hashable, Sendable {
  /// The day of a sheet or of overtime.
  case date
  /// The watch or tour, in the words of the agency.
  case watch
  /// The time of day at which the tour starts.
  case start
  /// The time of day at which it ends; one before the start is on the next day.
  case end
  /// The district.
  case district
  /// The kind of assignment or unit.
  case unitClass = "class"
  /// The call sign of a unit, by which its class and home are told; it is never kept.
  case unit
  /// A number of officers.
  case officers
  /// A number of units.
  case units
  /// Whether one person was present; a row is then one person on one day.
  case status
  /// When a unit logged on.
  case logOn = "log_on"
  /// When it logged off.
  case logOff = "log_off"
  /// The weekday or weekdays of a roster's row.
  case weekday
  /// The day-off group of a roster's row.
  case group
  /// Officers per unit of a roster's row.
  case crew
  /// Why overtime was worked.
  case reason
  /// How long it was.
  case hours

  /// The place of the field among all.
  var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// Whether the values are numbers of officers, so that a header such as `Officers` holds no names.
  var isCount: Bool { self == .officers || self == .units || self == .crew }
}

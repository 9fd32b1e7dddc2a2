/// The bottom line of a table of calls by category.
///
/// Units per call and minutes are means over calls, as in the tables of the Center for Public
/// Safety Management: each category counts as often as it has calls.
public struct CategoryTotals: Hashable, Sendable {
  /// The number of calls.
  public let calls: Int
  /// The number of calls to which a unit went.
  public let callsWithUnit: Int
  /// Units per call to which a unit went.
  public let unitsPerCall: Double
  /// Minutes of one unit on one call.
  public let minutesPerUnit: Double
  /// Unit-hours of all categories.
  public let unitHours: UnitHours

  /// Adds up rows of one origin.
  public init(of rows: some Sequence<Workload.CategoryRow>) {
    var calls = 0
    var callsWithUnit = 0
    var units = 0.0
    var minutes = 0.0
    var unitHours = UnitHours.zero
    for row in rows {
      calls += row.calls
      callsWithUnit += row.callsWithUnit
      units += row.unitsPerCall * Double(row.callsWithUnit)
      minutes += row.minutesPerUnit * Double(row.callsWithUnit)
      unitHours += row.unitHours
    }
    self.calls = calls
    self.callsWithUnit = callsWithUnit
    unitsPerCall = callsWithUnit > 0 ? units / Double(callsWithUnit) : 0
    minutesPerUnit = callsWithUnit > 0 ? minutes / Double(callsWithUnit) : 0
    self.unitHours = unitHours
  }
}
